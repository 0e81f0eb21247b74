"""Pagination by page number, by cursor and by URL."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from itertools import islice
from typing import Any

import pytest

from sdkwright.runtime.auth.credentials import ApiKey, Setting
from sdkwright.runtime.json.models import Model
from sdkwright.runtime.operation import Operation
from sdkwright.runtime.paging.rules import CursorPages, InBody, NumberedPages, UrlPages
from sdkwright.runtime.values import UNSET, UnsetType
from tests.runtime.conftest import Caller
from tests.runtime.support.sdk import SDK, ValidationError
from tests.support.server import Server, reply


class More(Model):
    at: str | int | UnsetType | None = UNSET


class Batch(Model):
    words: list[str] | UnsetType = UNSET
    more: More | UnsetType | None = UNSET
    total: int | UnsetType | None = UNSET


def operation(pages: Any, **differences: Any) -> Operation[Batch]:
    return Operation(
        "words",
        differences.pop("method", "GET"),
        "/words",
        query=("cursor", "page", "limit"),
        headers=("X-Tenant",),
        returns={200: lambda: Batch},
        pages=pages,
        **differences,
    )


NUMBERED = operation(NumberedPages("page", ("words",)))
COUNTED = operation(NumberedPages("page", ("words",), total=("total",)))
CURSOR = operation(CursorPages("cursor", ("more", "at"), ("words",)))
LAST_WORD = operation(CursorPages("cursor", ("words", -1), ("words",)))
WHOLE = operation(CursorPages("cursor", ("more", "at"), None))
IN_BODY = operation(
    CursorPages(InBody("from"), ("more", "at"), ("words",)), method="POST", body="properties"
)
URL = operation(UrlPages(("more", "at"), ("words",)))


MOST = 20
"""How many results a walk is followed that should have ended before."""

UNUSABLE = "Invalid response:"


def batch(*words: str, at: object = None, total: object = None) -> Any:
    return reply(200, {"words": list(words), "more": {"at": at}, "total": total})


class Walk:
    """Walks in the form that the test is run in."""

    def __init__(self, call: Caller) -> None:
        self._call = call

    def __call__(
        self, operation: Operation[Batch], body: Any = None, client: Any = None, **given: Any
    ) -> Any:
        return self.collect(self.start(operation, body, client, **given))

    def start(
        self, operation: Operation[Batch], body: Any = None, client: Any = None, **given: Any
    ) -> Any:
        pets = (client or self._call.client()).pets
        arguments = {"cursor": None, "page": None, "limit": None, "X-Tenant": None}
        options: Mapping[str, Any] = {k: given.pop(k) for k in ("http_headers",) if k in given}
        form = pets._pages if self._call.mode == "sync" else pets._pages_async
        return form(operation, {**arguments, **given}, body, **options)

    def collect(self, walk: Any) -> list[Any]:
        if self._call.mode == "sync":
            return list(walk)

        async def main() -> list[Any]:
            return [item async for item in walk]

        return asyncio.run(main())

    def first_and_failure(self, operation: Operation[Batch]) -> tuple[list[Any], str]:
        """Give what comes before a failure, and what the failure says."""
        found: list[Any] = []
        walk = self.start(operation)

        async def main() -> None:
            async for item in walk:
                found.append(item)
                if len(found) == MOST:
                    break

        with pytest.raises(ValidationError) as caught:
            found.extend(islice(walk, MOST)) if self._call.mode == "sync" else asyncio.run(main())
        return found, str(caught.value).removesuffix(" (200 OK, GET /words)")


@pytest.fixture
def walk(call: Caller) -> Walk:
    return Walk(call)


def targets(server: Server) -> list[str]:
    return [request.target.removeprefix("/api/v1") for request in server.seen]


# By number


def test_numbers_count_from_the_first_page(server: Server, walk: Walk) -> None:
    server.answers(batch("a", "b"), batch("c", "d"), batch("e"), batch())
    assert walk(NUMBERED) == ["a", "b", "c", "d", "e"]
    assert targets(server) == ["/words", "/words?page=2", "/words?page=3", "/words?page=4"]


def test_numbers_count_from_the_page_that_was_asked_for(server: Server, walk: Walk) -> None:
    server.answers(batch("a", "b"), batch("c"), batch())
    assert walk(NUMBERED, page=5, limit=2) == ["a", "b", "c"]
    assert targets(server) == [
        "/words?page=5&limit=2",
        "/words?page=6&limit=2",
        "/words?page=7&limit=2",
    ]


def test_numbers_may_begin_with_zero(server: Server, walk: Walk) -> None:
    server.answers(batch("a"), batch())
    assert walk(operation(NumberedPages("page", ("words",), first=0))) == ["a"]
    assert targets(server) == ["/words", "/words?page=1"]


def test_the_number_of_pages_says_which_is_the_last(server: Server, walk: Walk) -> None:
    server.answers(batch("a", "b", total=3), batch("c", total=3), batch("d", "e", total=3))
    assert walk(COUNTED) == ["a", "b", "c", "d", "e"]
    assert len(server.seen) == 3


def test_without_the_number_of_pages_the_results_say_it(server: Server, walk: Walk) -> None:
    server.answers(batch("a"), batch("b"), batch())
    assert walk(COUNTED) == ["a", "b"]


def test_pages_without_a_list_are_walked_themselves(server: Server, walk: Walk) -> None:
    server.answers(batch("a", total=2), batch("b", total=2))
    counted = operation(NumberedPages("page", None, total=("total",)))
    assert [page.words for page in walk(counted)] == [["a"], ["b"]]


# By cursor


@pytest.mark.parametrize("end", [None, "", " "])
def test_a_cursor_leads_from_page_to_page_until_there_is_none(
    server: Server, walk: Walk, end: object
) -> None:
    server.answers(batch("a", at="x/1"), batch("b", "c", at=7), batch("d", at=end))
    assert walk(CURSOR) == ["a", "b", "c", "d"]
    assert targets(server) == ["/words", "/words?cursor=x%2F1", "/words?cursor=7"]


@pytest.mark.parametrize("body", [{"words": ["a"]}, {"words": ["a"], "more": None}])
def test_a_page_without_a_cursor_is_the_last(server: Server, walk: Walk, body: object) -> None:
    server.answers(reply(200, body))
    assert walk(CURSOR) == ["a"]
    assert len(server.seen) == 1


def test_a_cursor_may_be_the_last_result(server: Server, walk: Walk) -> None:
    server.answers(batch("a", "b"), batch("c"), batch())
    assert walk(LAST_WORD) == ["a", "b", "c"]
    assert targets(server) == ["/words", "/words?cursor=b", "/words?cursor=c"]


def test_a_cursor_may_be_a_property_of_the_body(server: Server, walk: Walk) -> None:
    server.answers(batch("a", at="n2"), batch("b"))
    assert walk(IN_BODY, body={"from": UNSET, "of": "ink"}) == ["a", "b"]
    assert [request.json for request in server.seen] == [
        {"of": "ink"},
        {"from": "n2", "of": "ink"},
    ]


def test_a_cursor_that_came_before_ends_the_walk_with_an_error(server: Server, walk: Walk) -> None:
    server.answers(batch("a", at="x"), batch("b", at="y"), batch("c", at="x"))
    assert walk.first_and_failure(CURSOR) == (
        ["a", "b", "c"],
        f"{UNUSABLE} its cursor 'x' is repeated, so the pages would never end",
    )
    assert len(server.seen) == 3


def test_a_cursor_that_came_before_is_the_end_where_nothing_came_with_it(
    server: Server, walk: Walk
) -> None:
    server.answers(batch("a", at="x"), batch(at="x"))
    assert walk(CURSOR) == ["a"]


@pytest.mark.parametrize("rule", ["CURSOR", "URL"])
@pytest.mark.parametrize("at", [None, "", " ", False, [], {}])
def test_what_is_empty_leads_to_no_page(server: Server, walk: Walk, rule: str, at: object) -> None:
    server.answers(batch("a", at=at))
    assert walk({"CURSOR": CURSOR, "URL": URL}[rule]) == ["a"]
    assert len(server.seen) == 1


@pytest.mark.parametrize("at", [True, ["x"], {"cursor": "x"}])
def test_what_can_be_no_cursor_ends_the_walk_with_an_error(
    server: Server, walk: Walk, at: object
) -> None:
    server.answers(batch("a", at=at))
    assert walk.first_and_failure(CURSOR) == (
        ["a"],
        f"{UNUSABLE} its cursor is not a text or a number",
    )


@pytest.mark.parametrize("at", [True, 2, ["/words"], {"href": "/words"}])
def test_what_is_no_url_ends_the_walk_with_an_error(server: Server, walk: Walk, at: object) -> None:
    server.answers(batch("a", at=at))
    assert walk.first_and_failure(URL) == (
        ["a"],
        f"{UNUSABLE} the URL of its next page is not text",
    )
    assert len(server.seen) == 1


def test_empty_pages_are_passed_by(server: Server, walk: Walk) -> None:
    server.answers(batch(at="x"), batch(at="y"), batch("a"))
    assert walk(CURSOR) == ["a"]


def test_too_many_empty_pages_end_the_walk_with_a_warning(
    server: Server, walk: Walk, caplog: pytest.LogCaptureFixture
) -> None:
    server.answers(*(batch(at=number) for number in range(20)))
    with caplog.at_level(logging.WARNING, logger="petstore"):
        assert walk(CURSOR) == []
    assert len(server.seen) == 10
    assert caplog.messages == [
        "GET /words: stopped after 10 consecutive empty pages, although there is a next page."
    ]


def test_pages_by_cursor_are_walked_themselves_where_no_list_is_named(
    server: Server, walk: Walk
) -> None:
    server.answers(batch("a", at="x"), batch("b"))
    assert [page.words for page in walk(WHOLE)] == [["a"], ["b"]]


# By URL


def test_a_url_leads_from_page_to_page(server: Server, walk: Walk) -> None:
    server.answers(
        batch("a", at=f"{server.url}/other?page=2&a=%2F"), batch("b", at="?page=3"), batch("c")
    )
    assert walk(URL, limit=5, **{"X-Tenant": "t"}) == ["a", "b", "c"]
    assert [request.target for request in server.seen] == [
        "/api/v1/words?limit=5",
        "/other?page=2&a=%2F",
        "/other?page=3",
    ]
    assert [request.header("X-Tenant") for request in server.seen] == ["t", "t", "t"]
    assert len({request.header("Authorization") for request in server.seen}) == 1


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://evil.example/words?page=2", "https://evil.example"),
        ("//evil.example/words", "http://evil.example"),
        ("http://127.0.0.1:1/words", "http://127.0.0.1:1"),
        ("ftp://127.0.0.1/words", "ftp://127.0.0.1"),
        ("http://{server}@evil.example/words", "http://evil.example"),
    ],
)
def test_nothing_is_sent_to_a_url_of_another_origin(
    server: Server, walk: Walk, url: str, host: str
) -> None:
    own = server.url.removeprefix("http://")
    server.answers(batch("a", at=url.format(server=own)))
    assert walk.first_and_failure(URL) == (
        ["a"],
        f"{UNUSABLE} its next page is on {host}, but credentials are sent to {server.url} only",
    )
    assert len(server.seen) == 1


@pytest.mark.parametrize("url", ["http://[", "http://127.0.0.1:http/"])
def test_a_url_that_is_none_ends_the_walk_with_an_error(
    server: Server, walk: Walk, url: str
) -> None:
    server.answers(batch("a", at=url))
    found, message = walk.first_and_failure(URL)
    assert found == ["a"]
    assert message.endswith("the URL of its next page is invalid")


def test_a_page_that_leads_to_itself_ends_the_walk_with_an_error(
    server: Server, walk: Walk
) -> None:
    server.answers(batch("a", at="/api/v1/words?page=2"), batch("b", at="?page=2"))
    found, message = walk.first_and_failure(URL)
    assert found == ["a", "b"]
    assert message.endswith("the URL of its next page is repeated, so the pages would never end")


def test_a_key_in_the_query_is_sent_once(
    call: Caller, server: Server, walk: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    scheme = ApiKey(Setting("api_key", "PETSTORE_API_KEY"), "query", "key")
    monkeypatch.setattr("tests.runtime.support.sdk.SDK", SDK._replace(schemes={"key": scheme}))
    server.answers(batch("a", at="?page=2&key=stale"), batch("b"))
    client = call.client(api_key="fresh")
    assert walk(URL, client=client) == ["a", "b"]
    assert targets(server) == ["/words?key=fresh", "/words?page=2&key=fresh"]
