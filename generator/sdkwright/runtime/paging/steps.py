"""Steps from one page of a list to the next: by offset, page number, cursor or URL."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, Protocol
from urllib.parse import unquote, urljoin, urlsplit

import msgspec
from msgspec import UNSET, Struct

from ..auth.credential_text import concealed_url
from ..auth.credentials import ApiKey
from ..http.urls import host_of, origin
from ..json.shapes import is_array, is_object, is_tuple
from .offsets import OffsetPages
from .rules import CursorPages, InBody, NumberedPages, UrlPages

if TYPE_CHECKING:
    from ..calls import Call
    from ..operation import PageRule
    from ..session import Session
    from .rules import Path

IDENTITIES: Final = ("id", "hash")
"""Attributes that identify a result, by convention."""


_UNPRINTABLE: Final = re.compile(r"[\x00-\x1f\x7f]")


LONGEST_URL: Final = 60_000
"""Maximum characters of a URL; the limit of the HTTP library is slightly higher."""


class StuckError(Exception):
    """The next page can't be requested; the message says why."""


class PageRequest:
    """The call that requests the next page.

    Args:
        call: The call that requests the first one.
    """

    __slots__ = ("call",)

    def __init__(self, call: Call[Any, Any]) -> None:
        self.call = call

    def get(self, name: str | InBody | None) -> Any:
        """Return an argument, or None if it is not set."""
        if isinstance(name, InBody):
            return self.call.body.get(name.name)
        return None if name is None else self.call.arguments.get(name)

    def put(self, name: str | InBody, value: Any) -> None:
        """Set an argument."""
        call = self.call
        if isinstance(name, InBody):
            self.call = call._replace(body={**call.body, name.name: value})
        else:
            self.call = call._replace(arguments={**call.arguments, name: value})


class Steps(Protocol):
    """A way to step from page to page; `passed` is the number of results before the first page."""

    passed: int

    def turn(self, page: Any, items: list[Any], url: str) -> tuple[list[Any], bool]:
        """Step to the page after this one.

        Args:
            page: The page.
            items: Its results.
            url: The URL that it came from.

        Returns:
            The results that count, and whether there is another page.

        Raises:
            StuckError: There is another page, but it can't be requested.
        """
        ...


def steps_of(
    rule: PageRule,
    request: PageRequest,
    session: Session,
) -> Steps:
    """Return the steps for a pagination rule."""
    match rule:
        case OffsetPages():
            return _Offsets(rule, request)
        case NumberedPages():
            return _Numbers(rule, request)
        case CursorPages():
            return _Cursors(rule, request)
        case UrlPages():
            return _Urls(rule, request, session)
        case _:
            raise TypeError(f"{rule!r} is not a rule of pages.")


def find(value: Any, path: Path) -> Any:
    """Follow a path into a response; return `UNSET` if it leads nowhere."""
    for step in path:
        if isinstance(step, int):
            is_there = (is_array(value) or is_tuple(value)) and -len(value) <= step < len(value)
            value = value[step] if is_there else UNSET
        elif is_object(value):
            value = value.get(step, UNSET)
        else:
            value = getattr(value, step, UNSET) if isinstance(value, Struct) else UNSET
    return value


class _Results:
    """Recognizes results that were received before, since only an empty page marks the end.

    A short page does not: a server may send fewer results than it was asked for, or leave out those
    that the caller may not see.
    """

    def __init__(self) -> None:
        self._seen: set[int] = set()
        self._last: list[object] = []

    def unless_repeated(self, items: list[Any]) -> list[Any]:
        """Return the results of a page; none if there was a page with the same results.

        A server that ignores the offset would send its first page forever.
        """
        mark = _mark(items)
        if mark in self._seen:
            return []
        self._seen.add(mark)
        return items

    def unless_overlapping(self, items: list[Any]) -> list[Any]:
        """Return the results of a page without those that the page before ends with.

        If the server counts results that it leaves out, pages by offset overlap by their number.
        Results without an identity may be equal by chance, and are kept.
        """
        last, self._last = self._last, [_own_identity(item) for item in items]
        for count in range(min(len(last), len(items)), 0, -1):
            first = self._last[:count]
            if None not in first and first == last[-count:]:
                return items[count:]
        return items


class _Offsets:
    def __init__(self, rule: OffsetPages, request: PageRequest) -> None:
        self._rule = rule
        self._request = request
        self._results = _Results()
        start = request.get(rule.offset)
        self.passed = self._fetched = start if isinstance(start, int) else 0

    def turn(self, page: Any, items: list[Any], url: str) -> tuple[list[Any], bool]:
        del page, url
        items = self._results.unless_repeated(items)
        self._fetched += len(items)
        self._request.put(self._rule.offset, self._fetched)
        return self._results.unless_overlapping(items), bool(items)


class _Numbers:
    passed = 0

    def __init__(self, rule: NumberedPages, request: PageRequest) -> None:
        self._rule = rule
        self._request = request
        self._results = _Results()
        start = request.get(rule.page)
        self._page: int = start if isinstance(start, int) else rule.first

    def turn(self, page: Any, items: list[Any], url: str) -> tuple[list[Any], bool]:
        del url
        goes_on = False
        if self._rule.results is not None:
            items = self._results.unless_repeated(items)
            goes_on = bool(items)
        total = UNSET if self._rule.total is None else find(page, self._rule.total)
        self._page += 1
        if isinstance(total, int):
            goes_on = self._page - self._rule.first < total
        self._request.put(self._rule.page, self._page)
        return items, goes_on


class _Cursors:
    passed = 0

    def __init__(self, rule: CursorPages, request: PageRequest) -> None:
        self._rule = rule
        self._request = request
        self._seen = {request.get(rule.cursor)}

    def turn(self, page: Any, items: list[Any], url: str) -> tuple[list[Any], bool]:
        del url
        cursor = find(page, self._rule.following)
        if _is_nothing(cursor):
            return items, False
        if isinstance(cursor, (bool, Struct)) or is_array(cursor) or is_object(cursor):
            raise StuckError("its cursor is not a text or a number")
        if isinstance(cursor, str) and not _is_text(cursor):
            raise StuckError("its cursor is not valid text")
        if cursor in self._seen:
            if not items:
                return items, False
            raise StuckError(f"its cursor {cursor!r} is repeated, so the pages would never end")
        self._seen.add(cursor)
        self._request.put(self._rule.cursor, cursor)
        return items, True


class _Urls:
    """Steps by the URL of the next page, as sent by the server.

    Requests carry credentials, so only the path and the query of the URL are used, and only if its
    origin is that of the server.
    """

    passed = 0

    def __init__(self, rule: UrlPages, request: PageRequest, session: Session) -> None:
        self._rule = rule
        self._request = request
        base = urlsplit(session.base_url_of(request.call))
        self._server = concealed_url(f"{base.scheme}://{base.netloc}")
        self._keys = frozenset(
            scheme.name
            for scheme in session.sdk.schemes.values()
            if isinstance(scheme, ApiKey) and scheme.place == "query"
        )
        self._seen: set[str] = set()

    def turn(self, page: Any, items: list[Any], url: str) -> tuple[list[Any], bool]:
        given = find(page, self._rule.following)
        self._seen.add(self._target(url))
        if _is_nothing(given):
            return items, False
        if not isinstance(given, str):
            raise StuckError("the URL of its next page is not text")
        target = self._checked(url, given.strip())
        if target in self._seen:
            if not items:
                return items, False
            raise StuckError("the URL of its next page is repeated, so the pages would never end")
        self._seen.add(target)
        call = self._request.call
        operation = call.operation.at(target)
        # The server's URL is complete: it has the query of the first request, or means not to.
        self._request.call = call._replace(
            operation=operation, server_url=self._server, extra_query=None
        )
        return items, True

    def _checked(self, base: str, given: str) -> str:
        try:
            url = urljoin(base, given)
            is_same = origin(url) == origin(self._server)
        except ValueError:
            raise StuckError("the URL of its next page is invalid") from None
        if len(url) > LONGEST_URL or _UNPRINTABLE.search(url) or not _is_text(url):
            raise StuckError("the URL of its next page is invalid")
        if not is_same:
            raise StuckError(
                f"its next page is on {host_of(url)}, but credentials are sent to "
                f"{host_of(self._server)} only"
            )
        return self._target(url)

    def _target(self, url: str) -> str:
        """Return path and query, without the credentials that are added to each request."""
        parts = urlsplit(url)
        kept = [
            pair
            for pair in parts.query.split("&")
            if pair and unquote(pair.partition("=")[0]) not in self._keys
        ]
        return f"{parts.path or '/'}{'?' if kept else ''}{'&'.join(kept)}"


def _is_text(value: str) -> bool:
    """Return whether a text can be encoded: JSON may contain half of a surrogate pair."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def _is_nothing(value: Any) -> bool:
    """Return whether a value means that there is no next page: false and what is empty."""
    if is_array(value) or is_object(value):
        return not value
    if isinstance(value, str):
        return not value.strip()
    return value is None or value is UNSET or value is False


def _mark(items: list[Any]) -> int:
    """Return a number that is equal for two pages with the same results.

    Other attributes of the results may change during the iteration, so they don't count.
    """
    return hash(tuple(_identity(item) for item in items))


def _identity(item: Any) -> object:
    identity = _own_identity(item)
    return msgspec.json.encode(item) if identity is None else identity


def _own_identity(item: Any) -> object:
    """Return what identifies a result; None if it has nothing that does."""
    for name in IDENTITIES:
        identity = getattr(item, name, None)
        if isinstance(identity, (str, int)):
            return identity
    return None
