"""Pages that lead to the pages after them: what `list` returns can be iterated over."""

from __future__ import annotations

import asyncio
import copy
import gc
import pickle
import time
import timeit
import weakref
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

import httpx2
import pytest

from sdkwright.runtime.json.models import Model, OpenModel
from sdkwright.runtime.operation import Operation
from sdkwright.runtime.paging import page as paging
from sdkwright.runtime.paging.offsets import OffsetPages
from sdkwright.runtime.paging.page import IterablePage, Page
from sdkwright.runtime.paging.rules import CursorPages, UrlPages
from sdkwright.runtime.responses.raw import raw, raw_async
from sdkwright.runtime.values import UNSET, UnsetType
from tests.runtime.conftest import KEY, Caller
from tests.runtime.support.examples import BUSY, pets
from tests.runtime.support.sdk import LIST, Pet, PetPage, PetStore, ValidationError
from tests.runtime.test_pagination import numbered, targets
from tests.support.server import Server, reply


def with_first(
    call: Caller, client: PetStore, use: Callable[[PetPage], Any], **arguments: Any
) -> Any:
    """Do something with the first page, in the loop in which it was fetched."""
    if call.mode == "sync":
        return use(client.pets.list(**arguments))

    async def main() -> Any:
        made = use(await client.pets.list_async(**arguments))
        return await made if isinstance(made, Awaitable) else made

    return asyncio.run(main())


def ids(call: Caller) -> Callable[[Any], Any]:
    """Return a function that iterates over a page, and returns the ids of the pets."""
    if call.mode == "sync":
        return lambda page: [pet.id for pet in page]

    async def found(page: Any) -> list[str]:
        return [pet.id async for pet in page]

    return found


def step(call: Caller, page: Any) -> Any:
    return page.next_page() if call.mode == "sync" else page.next_page_async()


def followed(call: Caller) -> Callable[[PetPage], Any]:
    """Return a function that follows the pages, and returns the ids on each."""
    if call.mode == "sync":

        def follow(page: Any) -> list[list[str]]:
            found: list[list[str]] = []
            while page is not None:
                found.append([pet.id for pet in page.pets])
                page = page.next_page()
            return found

        return follow

    async def follow_async(page: Any) -> list[list[str]]:
        found: list[list[str]] = []
        while page is not None:
            found.append([pet.id for pet in page.pets])
            page = await page.next_page_async()
        return found

    return follow_async


def test_iterating_over_a_page_yields_the_results_of_all_pages(
    call: Caller, server: Server
) -> None:
    server.answers(numbered(5, 2))
    assert with_first(call, call.client(), ids(call)) == ["p0", "p1", "p2", "p3", "p4"]
    assert targets(server) == ["/pets", "/pets?offset=2", "/pets?offset=4", "/pets?offset=5"]


def test_arguments_and_options_of_the_call_are_those_of_all_pages(
    call: Caller, server: Server
) -> None:
    server.answers(numbered(5, 2))
    options = {"limit": 3, "offset": 1, "http_headers": {"X-Mine": "yes"}}
    assert with_first(call, call.client(), ids(call), **options) == ["p1", "p2", "p3", "p4"]
    assert targets(server)[:2] == ["/pets?offset=1&limit=3", "/pets?offset=4&limit=3"]
    assert [request.header("x-mine") for request in server.seen] == ["yes"] * 3


def test_each_iteration_starts_at_its_page(call: Caller, server: Server) -> None:
    server.answers(numbered(3, 2))

    def twice(page: Any) -> Any:
        if call.mode == "sync":
            return [*page, *page]

        async def main() -> list[Pet]:
            return [pet async for pet in page] + [pet async for pet in page]

        return main()

    found = with_first(call, call.client(), twice)
    assert [pet.id for pet in found] == ["p0", "p1", "p2"] * 2


def test_pages_are_fetched_on_demand(call: Caller, server: Server) -> None:
    server.answers(numbered(9, 2))

    def first(page: Any) -> Any:
        if call.mode == "sync":
            return next(iter(page)).id

        async def main() -> str:
            return str((await anext(aiter(page))).id)

        return main()

    assert with_first(call, call.client(), first) == "p0"
    assert targets(server) == ["/pets"]


def test_next_page_returns_pages_until_there_is_none(call: Caller, server: Server) -> None:
    server.answers(numbered(5, 2))
    found = with_first(call, call.client(), followed(call))
    assert found == [["p0", "p1"], ["p2", "p3"], ["p4"]]


def test_a_server_that_ignores_the_offset_is_followed_once(call: Caller, server: Server) -> None:
    server.answers(reply(200, pets(1, 2)))
    assert with_first(call, call.client(), followed(call)) == [["p1", "p2"]]
    assert len(server.seen) == 2


def test_pages_in_a_circle_are_not_followed_forever(call: Caller, server: Server) -> None:
    server.answers(*[reply(200, pets(n)) for n in (1, 2, 3, 1)], reply(200, pets(9)))
    assert with_first(call, call.client(), followed(call)) == [["p1"], ["p2"], ["p3"]]


def test_the_next_page_can_be_fetched_again(call: Caller, server: Server) -> None:
    server.answers(numbered(6, 2))

    def twice(page: Any) -> Any:
        if call.mode == "sync":
            return [page.next_page(), page.next_page()]

        async def main() -> list[Any]:
            return [await page.next_page_async(), await page.next_page_async()]

        return main()

    first, second = with_first(call, call.client(), twice)
    assert first == second
    assert [pet.id for pet in first.pets] == ["p2", "p3"]


def test_a_later_page_yields_its_own_results_and_those_after(call: Caller, server: Server) -> None:
    server.answers(numbered(5, 2))

    def rest(page: Any) -> Any:
        if call.mode == "sync":
            return ids(call)(page.next_page())

        async def main() -> Any:
            return await ids(call)(await page.next_page_async())

        return main()

    assert with_first(call, call.client(), rest) == ["p2", "p3", "p4"]


def test_a_page_of_list_iter_leads_on(server: Server, client: PetStore) -> None:
    server.answers(numbered(5, 2))
    pages = client.pets.list_iter().pages()
    next(pages)
    assert [pet.id for pet in next(pages)] == ["p2", "p3", "p4"]


@pytest.mark.parametrize(("total", "has_next"), [(0, False), (1, True)])
def test_has_next_is_false_behind_an_empty_page(
    call: Caller, server: Server, total: int, *, has_next: bool
) -> None:
    server.answers(numbered(total, 2))
    assert with_first(call, call.client(), lambda page: page.has_next) is has_next
    assert len(server.seen) == 1


class Batch(Page[str]):
    words: list[str]
    more: str | UnsetType | None = UNSET


BY_CURSOR: Operation[Batch] = Operation(
    "words",
    "GET",
    "/words",
    query=("cursor",),
    returns={200: lambda: Batch},
    pages=CursorPages("cursor", ("more",), ("words",)),
)
BY_URL: Operation[Batch] = Operation(
    "words",
    "GET",
    "/words",
    returns={200: lambda: Batch},
    pages=UrlPages(("more",), ("words",)),
)


@pytest.fixture
def client(server: Server) -> Iterator[PetStore]:
    with PetStore(KEY, server_url=f"{server.url}/api/v1") as client:
        yield client


def fetched(client: PetStore, operation: Operation[Batch]) -> Batch:
    return client.pets._run(operation, {"cursor": None})


def test_a_cursor_that_is_missing_marks_the_last_page(client: PetStore, server: Server) -> None:
    server.answers(reply(200, {"words": ["a"], "more": "n"}), reply(200, {"words": ["b"]}))
    page = fetched(client, BY_CURSOR)
    assert page.has_next
    last = page.next_page()
    assert last == Batch(words=["b"])
    assert (last.has_next, last.next_page()) == (False, None)
    assert targets(server) == ["/words", "/words?cursor=n"]


def test_a_cursor_that_repeats_on_a_later_page_raises(client: PetStore, server: Server) -> None:
    server.answers(*[reply(200, {"words": [c], "more": c}) for c in "aba"])
    second = fetched(client, BY_CURSOR).next_page()
    assert second is not None
    third = second.next_page()
    assert third is not None
    assert third.has_next
    with pytest.raises(ValidationError, match="its cursor 'a' is repeated"):
        third.next_page()


def test_a_next_page_elsewhere_is_not_requested(client: PetStore, server: Server) -> None:
    server.answers(reply(200, {"words": ["a"], "more": "https://evil.example/words"}))
    page = fetched(client, BY_URL)
    with pytest.raises(ValidationError, match=r"its next page is on https://evil\.example"):
        page.next_page()
    assert len(server.seen) == 1


def test_a_url_leads_to_the_next_page(client: PetStore, server: Server) -> None:
    server.answers(
        reply(200, {"words": ["a"], "more": "/api/v1/words?at=2"}), reply(200, {"words": ["b"]})
    )
    assert [*fetched(client, BY_URL)] == ["a", "b"]
    assert targets(server) == ["/words", "/words?at=2"]


def test_errors_of_later_pages_are_raised(call: Caller, server: Server) -> None:
    server.answers(reply(200, pets(1)), reply(429, BUSY), reply(200, pets(2)), reply(200, pets()))
    client = call.client(max_retries=0)

    def failing(page: Any) -> Any:
        if call.mode == "sync":
            with pytest.raises(Exception, match="Slow down"):
                page.next_page()
            return page.next_page()

        async def main() -> Any:
            with pytest.raises(Exception, match="Slow down"):
                await page.next_page_async()
            return await page.next_page_async()

        return main()

    assert [pet.id for pet in with_first(call, client, failing).pets] == ["p2"]


def test_a_page_remains_the_documented_model(call: Caller, server: Server) -> None:
    server.answers(reply(200, pets(1)))
    page = call("list")
    expected = PetPage.model_validate(pets(1))
    assert type(page) is PetPage
    assert page == expected
    assert page.model_dump(mode="json") == expected.model_dump(mode="json")
    assert repr(page) == repr(expected)
    assert KEY not in repr(page)
    with pytest.raises(AttributeError):
        page.petz = []  # type: ignore[attr-defined]  # a page takes no attributes but its fields


@pytest.mark.parametrize(
    "copied",
    [copy.copy, copy.deepcopy, lambda page: pickle.loads(pickle.dumps(page))],
    ids=["copy", "deepcopy", "pickle"],
)
def test_copies_and_pickles_leave_the_client_behind(
    call: Caller, server: Server, copied: Callable[[Any], Any]
) -> None:
    server.answers(numbered(3, 2))
    page = call("list")
    made = copied(page)
    assert made == page
    with pytest.raises(TypeError, match="This PetPage does not lead to other pages"):
        iter(made)
    assert KEY.encode() not in pickle.dumps(page)


def test_a_page_that_was_created_does_not_lead_on() -> None:
    page = PetPage(pets=[])
    for use in (iter, aiter, lambda page: page.has_next, PetPage.next_page):
        with pytest.raises(TypeError, match="only the object that a method of the client returned"):
            use(page)


@pytest.mark.anyio
async def test_sync_code_cannot_follow_an_async_call(server: Server, client: PetStore) -> None:
    server.answers(numbered(3, 2))
    page = await client.pets.list_async()
    assert page.has_next
    for use in (iter, PetPage.next_page):
        with pytest.raises(TypeError, match="use `async for` or `next_page_async`"):
            use(page)


@pytest.mark.anyio
async def test_async_code_can_follow_a_sync_call(server: Server, client: PetStore) -> None:
    server.answers(numbered(3, 2))
    assert [pet.id async for pet in client.pets.list()] == ["p0", "p1", "p2"]


def test_whole_responses_parse_to_pages_that_lead_on(call: Caller, server: Server) -> None:
    server.answers(numbered(3, 2))
    client = call.client()
    if call.mode == "sync":
        assert ids(call)(raw(client.pets._raw().list)().parse()) == ["p0", "p1", "p2"]
        return

    async def main() -> Any:
        response = await raw_async(client.pets._raw().list_async)()
        return await ids(call)(response.parse())

    assert asyncio.run(main()) == ["p0", "p1", "p2"]


def test_a_page_keeps_its_client_but_no_longer_than_itself(server: Server) -> None:
    server.answers(numbered(3, 2))
    page = PetStore("k", server_url=f"{server.url}/api/v1").pets.list()
    session = weakref.ref(paging.origin_of(page).reply.session)
    assert [pet.id for pet in page] == ["p0", "p1", "p2"]
    key = id(page)
    assert key in paging._ORIGINS
    del page
    gc.collect()
    assert session() is None
    assert key not in paging._ORIGINS


def test_a_closed_client_is_reported(client: PetStore, server: Server) -> None:
    server.answers(numbered(3, 2))
    page = client.pets.list()
    client.close()
    with pytest.raises(RuntimeError, match="closed"):
        [*page]


class Named(IterablePage[str]):
    data: list[str]
    next_page: str | UnsetType = UNSET
    has_next: bool | UnsetType = UNSET


class Open(OpenModel, Page[str]):
    data: list[str]
    additional_properties: dict[str, Any] = {}  # noqa: RUF012  replaced by the metaclass


@pytest.mark.parametrize("model", [Named, Open])
def test_fields_named_like_methods_and_further_properties_are_kept(
    client: PetStore, server: Server, model: type[Model]
) -> None:
    operation: Operation[Any] = Operation(
        "words",
        "GET",
        "/words",
        query=("offset",),
        returns={200: lambda: model},
        pages=OffsetPages("offset", ("data",)),
    )
    body = {"data": ["a"], "next_page": "b", "has_next": True}
    server.answers(reply(200, body), reply(200, {"data": []}))
    page = client.pets._run(operation, {"offset": None})
    assert page.model_dump() == body
    assert [*page] == ["a"]


def test_a_page_knows_where_it_comes_from_within_two_microseconds() -> None:
    transport = httpx2.MockTransport(lambda _: httpx2.Response(200, json=pets(1)))
    client = PetStore("k", client=httpx2.Client(transport=transport))
    page = client.pets.list()
    origin = paging.origin_of(page)
    assert origin.reply.operation is LIST
    timer = timeit.Timer(lambda: page._came_from(origin.reply), timer=time.process_time)
    seconds = min(timer.repeat(number=2000, repeat=20))
    assert seconds / 2000 < 2e-6
