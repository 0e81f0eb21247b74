"""Walking all pages of a list."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from sdkwright.runtime.calls import Call
from sdkwright.runtime.paging.pages import Pages
from tests.runtime.conftest import Caller
from tests.runtime.support.examples import REX, pets
from tests.runtime.support.sdk import GET, DefaultError, PetStore
from tests.support.server import Answer, Request, Server, reply


class Walker:
    """Walks with `list_iter` or with `list_iter_async`, and gives the ids of the pets."""

    def __init__(self, call: Caller) -> None:
        self._sync = call.mode == "sync"

    def items(self, walk: Any, most: int = 1000) -> list[str]:
        if self._sync:
            return [pet.id for pet, _ in zip(walk, range(most), strict=False)]

        async def main() -> list[str]:
            found: list[str] = []
            async for pet in walk:
                found.append(pet.id)
                if len(found) == most:
                    break
            return found

        return asyncio.run(main())

    def pages(self, walk: Any) -> list[list[str]]:
        if self._sync:
            return [[pet.id for pet in page.pets] for page in walk.pages()]

        async def main() -> list[list[str]]:
            return [[pet.id for pet in page.pets] async for page in walk.pages()]

        return asyncio.run(main())

    def start(self, client: PetStore, **arguments: Any) -> Any:
        pets = client.pets
        return (pets.list_iter if self._sync else pets.list_iter_async)(**arguments)


@pytest.fixture
def walker(call: Caller) -> Walker:
    return Walker(call)


def numbered(total: int, size: int, *, most: int = 99, hidden: Collection[int] = ()) -> Any:
    """A server that has so many pets, in pages of this size.

    It sends at most so many of them at once, and leaves out those that are hidden.
    """

    def answer(request: Request) -> Answer:
        query = parse_qs(urlsplit(request.target).query)
        offset = int(query.get("offset", ["0"])[0])
        limit = min(int(query.get("limit", [str(size)])[0]), most)
        numbers = range(offset, min(offset + limit, total))
        return reply(200, pets(*(number for number in numbers if number not in hidden)))

    return answer


def targets(server: Server) -> list[str]:
    return [request.target.removeprefix("/api/v1") for request in server.seen]


@pytest.mark.parametrize("total", [4, 3])
def test_walks_until_a_page_is_empty(
    call: Caller, server: Server, walker: Walker, total: int
) -> None:
    server.answers(numbered(total, 2))
    assert walker.items(walker.start(call.client())) == ["p0", "p1", "p2", "p3"][:total]
    assert targets(server) == ["/pets", "/pets?offset=2", f"/pets?offset={total}"]


def test_a_server_may_send_fewer_results_than_it_was_asked_for(
    call: Caller, server: Server, walker: Walker
) -> None:
    server.answers(numbered(5, 2, most=2))
    walk = walker.start(call.client(), limit=10)
    assert walker.items(walk) == ["p0", "p1", "p2", "p3", "p4"]
    assert targets(server) == [
        "/pets?limit=10",
        "/pets?offset=2&limit=10",
        "/pets?offset=4&limit=10",
        "/pets?offset=5&limit=10",
    ]


@pytest.mark.parametrize("hidden", [{1}, {3}, {5}, {2, 3}, {0, 2, 5}, {5, 6}])
def test_results_that_a_server_leaves_out_end_no_walk_and_repeat_nothing(
    call: Caller, server: Server, walker: Walker, hidden: set[int]
) -> None:
    server.answers(numbered(7, 3, hidden=hidden))
    shown = [f"p{number}" for number in range(7) if number not in hidden]
    assert walker.items(walker.start(call.client())) == shown


def test_equal_results_without_an_identity_are_kept(
    call: Caller, server: Server, walker: Walker
) -> None:
    nameless = {name: value for name, value in REX.items() if name != "id"}
    young, old = {**nameless, "age": 1}, {**nameless, "age": 9}
    server.answers(
        reply(200, {"pets": [young, old]}), reply(200, {"pets": [old]}), reply(200, {"pets": []})
    )
    assert len(walker.items(walker.start(call.client()))) == 3


def test_no_results_are_one_page(call: Caller, server: Server, walker: Walker) -> None:
    server.answers(numbered(0, 2))
    assert walker.items(walker.start(call.client())) == []
    assert len(server.seen) == 1


def test_pages_are_fetched_as_they_are_needed(call: Caller, server: Server, walker: Walker) -> None:
    walk = walker.start(call.client())
    assert server.seen == []
    server.answers(numbered(100, 10))
    assert len(walker.items(walk, most=10)) == 10
    assert len(server.seen) <= 2


def test_starts_at_an_offset(call: Caller, server: Server, walker: Walker) -> None:
    server.answers(numbered(5, 2))
    assert walker.items(walker.start(call.client(), offset=3)) == ["p3", "p4"]
    assert targets(server) == ["/pets?offset=3", "/pets?offset=5"]


def test_a_new_walk_goes_on_where_another_stopped(
    call: Caller, server: Server, walker: Walker
) -> None:
    server.answers(numbered(7, 3))
    walk = walker.start(call.client())
    first = walker.items(walk, most=4)
    rest = walker.items(walker.start(call.client(), offset=len(first)))
    assert first + rest == [f"p{number}" for number in range(7)]


def test_offset_says_how_many_results_were_passed(call: Caller, server: Server) -> None:
    server.answers(numbered(7, 3))
    walk = call.client().pets.list_iter(offset=1)
    assert walk.offset == 1
    next(walk)
    next(walk)
    assert walk.offset == 3
    assert [pet.id for pet in walk] == ["p3", "p4", "p5", "p6"]
    assert walk.offset == 7


def test_a_server_that_ignores_the_offset_ends_the_walk(
    call: Caller, server: Server, walker: Walker
) -> None:
    server.answers(reply(200, pets(1, 2)))
    assert walker.items(walker.start(call.client())) == ["p1", "p2"]
    assert len(server.seen) == 2


def test_results_that_change_meanwhile_do_not_hide_that_they_are_the_same(
    call: Caller, server: Server, walker: Walker
) -> None:
    ages: Iterator[int] = iter(range(100))
    server.answers(lambda _: reply(200, {"pets": [{**REX, "age": next(ages)}]}))
    assert walker.items(walker.start(call.client())) == ["p1"]


def test_pages_in_a_circle_end_the_walk(call: Caller, server: Server, walker: Walker) -> None:
    server.answers(reply(200, pets(1)), reply(200, pets(2)), reply(200, pets(1)))
    assert walker.items(walker.start(call.client())) == ["p1", "p2"]


@pytest.mark.parametrize("body", [{}, {"pets": None}, {"pets": {"id": 1}}, [], None, 1])
def test_a_page_without_a_list_ends_the_walk(
    call: Caller, server: Server, walker: Walker, body: object
) -> None:
    server.answers(reply(200, body))
    assert walker.items(walker.start(call.client())) == []
    assert len(server.seen) == 1


def test_walks_pages_as_they_came(call: Caller, server: Server, walker: Walker) -> None:
    server.answers(numbered(5, 2))
    assert walker.pages(walker.start(call.client())) == [["p0", "p1"], ["p2", "p3"], ["p4"]]


def test_options_hold_for_all_pages(call: Caller, server: Server, walker: Walker) -> None:
    server.answers(numbered(5, 2))
    walker.items(walker.start(call.client(), http_headers={"X-A": "1"}))
    assert [request.header("X-A") for request in server.seen] == ["1", "1", "1", "1"]


def test_a_walk_can_be_taken_up_after_a_failure(call: Caller, server: Server) -> None:
    server.answers(reply(200, pets(0, 1)), reply(418), reply(200, pets(2)))
    walk = call.client().pets.list_iter()
    found = [next(walk).id, next(walk).id]
    with pytest.raises(DefaultError):
        next(walk)
    assert found + [pet.id for pet in walk] == ["p0", "p1", "p2"]
    assert targets(server) == ["/pets", "/pets?offset=2", "/pets?offset=2", "/pets?offset=3"]


def test_an_operation_without_pages_has_none(call: Caller) -> None:
    with pytest.raises(TypeError, match=r"^GET /pets/\{id\} is not paginated"):
        Pages(call.client()._session, Call(GET, {}))
