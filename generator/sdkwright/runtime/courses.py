"""How the next page of a list is asked for: by an offset, a number, a mark or a URL."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, Protocol
from urllib.parse import unquote, urljoin, urlsplit

import msgspec
from msgspec import UNSET, Struct

from .credentials import ApiKey
from .exchange import host_of
from .operation import OffsetPages
from .pages import CursorPages, InBody, NumberedPages, UrlPages
from .shapes import is_array, is_object

if TYPE_CHECKING:
    from .operation import Operation
    from .pages import Path
    from .session import Session
    from .values import CallOptions

IDENTITIES: Final = ("id", "hash")
"""Attributes that tell one result from all others, by convention."""


_UNPRINTABLE: Final = re.compile(r"[\x00-\x1f\x7f]")


LONGEST_URL: Final = 60_000
"""Characters of a URL; the HTTP library reads few more."""


class StuckError(Exception):
    """Why the next page can't be asked for."""


class Asking:
    """What the next page is asked for with: the arguments of a call."""

    __slots__ = ("arguments", "body", "operation", "options")

    def __init__(
        self, operation: Operation[Any], arguments: dict[str, Any], body: Any, options: CallOptions
    ) -> None:
        self.operation = operation
        self.arguments = arguments
        self.body = body
        self.options = options

    def get(self, name: str | InBody | None) -> Any:
        """Give an argument; None where it is left out."""
        if isinstance(name, InBody):
            return self.body.get(name.name)
        return None if name is None else self.arguments.get(name)

    def put(self, name: str | InBody, value: Any) -> None:
        """Set an argument."""
        if isinstance(name, InBody):
            self.body = {**self.body, name.name: value}
        else:
            self.arguments[name] = value


class Course(Protocol):
    """One way to go from page to page. `passed` is how many results were passed before it began."""

    passed: int

    def turn(self, page: Any, items: list[Any], url: str) -> tuple[list[Any], bool]:
        """Ask for the page after this one.

        Args:
            page: The page.
            items: Its results.
            url: Where it came from.

        Returns:
            The results that count, and whether there is another page.

        Raises:
            StuckError: If there is another, and it can't be asked for.
        """
        ...


def course_of(
    rule: OffsetPages | NumberedPages | CursorPages | UrlPages, asking: Asking, session: Session
) -> Course:
    """Choose how to walk."""
    match rule:
        case OffsetPages():
            return _Offsets(rule, asking)
        case NumberedPages():
            return _Numbers(rule, asking)
        case CursorPages():
            return _Cursors(rule, asking)
        case UrlPages():
            return _Urls(rule, asking, session)


def find(value: Any, path: Path) -> Any:
    """Follow a path into a response; `UNSET` where it leads to nothing."""
    for step in path:
        if isinstance(step, int):
            is_there = is_array(value) and -len(value) <= step < len(value)
            value = value[step] if is_there else UNSET
        elif is_object(value):
            value = value.get(step, UNSET)
        else:
            value = getattr(value, step, UNSET) if isinstance(value, Struct) else UNSET
    return value


class _Sizes:
    """Knows the last page where the API does not say which it is: it is short, or came before."""

    def __init__(self, limit: Any) -> None:
        self._size: int | None = limit if isinstance(limit, int) else None
        self._seen: set[int] = set()

    def judge(self, items: list[Any]) -> tuple[list[Any], bool]:
        mark = _mark(items)
        if mark in self._seen:
            # A server that ignores the offset would send its first page for ever.
            items = []
        self._seen.add(mark)
        is_last = not items or (self._size is not None and len(items) < self._size)
        if self._size is None:
            self._size = len(items)
        return items, is_last


class _Offsets:
    def __init__(self, rule: OffsetPages, asking: Asking) -> None:
        self._rule = rule
        self._asking = asking
        self._sizes = _Sizes(asking.get(rule.limit))
        start = asking.get(rule.offset)
        self.passed = self._fetched = start if isinstance(start, int) else 0

    def turn(self, page: Any, items: list[Any], url: str) -> tuple[list[Any], bool]:
        del page, url
        items, is_last = self._sizes.judge(items)
        self._fetched += len(items)
        self._asking.put(self._rule.offset, self._fetched)
        return items, not is_last


class _Numbers:
    passed = 0

    def __init__(self, rule: NumberedPages, asking: Asking) -> None:
        self._rule = rule
        self._asking = asking
        self._sizes = _Sizes(asking.get(rule.limit))
        start = asking.get(rule.page)
        self._page: int = start if isinstance(start, int) else rule.first

    def turn(self, page: Any, items: list[Any], url: str) -> tuple[list[Any], bool]:
        del url
        is_last = True
        if self._rule.results is not None:
            items, is_last = self._sizes.judge(items)
        total = UNSET if self._rule.total is None else find(page, self._rule.total)
        self._page += 1
        if isinstance(total, int):
            is_last = self._page - self._rule.first >= total
        self._asking.put(self._rule.page, self._page)
        return items, not is_last


class _Cursors:
    passed = 0

    def __init__(self, rule: CursorPages, asking: Asking) -> None:
        self._rule = rule
        self._asking = asking
        self._seen = {asking.get(rule.cursor)}

    def turn(self, page: Any, items: list[Any], url: str) -> tuple[list[Any], bool]:
        del url
        cursor = find(page, self._rule.following)
        if _is_nothing(cursor):
            return items, False
        if cursor in self._seen:
            if not items:
                return items, False
            raise StuckError(f"its cursor {cursor!r} came before, so the pages would not end")
        if isinstance(cursor, str) and not _is_text(cursor):
            raise StuckError("its cursor is no text that can be sent")
        self._seen.add(cursor)
        self._asking.put(self._rule.cursor, cursor)
        return items, True


class _Urls:
    """The URL of the next page is the server's word, and a request has credentials: so nothing is
    taken of it but the path and the query, and only if its origin is that of the server."""

    passed = 0

    def __init__(self, rule: UrlPages, asking: Asking, session: Session) -> None:
        self._rule = rule
        self._asking = asking
        base = urlsplit(session.base_url_of(asking.operation, asking.options.get("server_url")))
        self._server = f"{base.scheme}://{base.netloc}"
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
        target = self._checked(url, str(given).strip())
        if target in self._seen:
            if not items:
                return items, False
            raise StuckError("the URL of its next page came before, so the pages would not end")
        self._seen.add(target)
        self._asking.operation = self._asking.operation.at(target)
        self._asking.options = self._asking.options.copy()
        self._asking.options["server_url"] = self._server
        return items, True

    def _checked(self, base: str, given: str) -> str:
        try:
            url = urljoin(base, given)
            is_same = _origin(url) == _origin(self._server)
        except ValueError:
            raise StuckError("the URL of its next page can't be read") from None
        if len(url) > LONGEST_URL or _UNPRINTABLE.search(url) or not _is_text(url):
            raise StuckError("the URL of its next page can't be read")
        if not is_same:
            raise StuckError(
                f"its next page is at {host_of(url)}, and credentials go to "
                f"{host_of(self._server)} only"
            )
        return self._target(url)

    def _target(self, url: str) -> str:
        """Give path and query, without the credentials that each request gets anew."""
        parts = urlsplit(url)
        kept = [
            pair
            for pair in parts.query.split("&")
            if pair and unquote(pair.partition("=")[0]) not in self._keys
        ]
        return f"{parts.path or '/'}{'?' if kept else ''}{'&'.join(kept)}"


def _origin(url: str) -> tuple[str, str | None, int | None]:
    """Scheme, host and port (RFC 6454, section 4)."""
    parts = urlsplit(url)
    return parts.scheme, parts.hostname, parts.port or {"http": 80, "https": 443}.get(parts.scheme)


def _is_text(value: str) -> bool:
    """Whether this can be sent: half a character, which JSON can say, can't."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def _is_nothing(value: Any) -> bool:
    """Whether this says that there is no next page."""
    return (
        value is None
        or value is UNSET
        or is_array(value)
        or is_object(value)
        or isinstance(value, Struct)
        or not str(value).strip()
    )


def _mark(items: list[Any]) -> int:
    """Make a number that two pages share if they hold the same results.

    Other attributes of a result may change while the walk goes on, so they don't count.
    """
    return hash(tuple(_identity(item) for item in items))


def _identity(item: Any) -> object:
    for name in IDENTITIES:
        identity = getattr(item, name, None)
        if isinstance(identity, (str, int)):
            return identity
    return msgspec.json.encode(item)
