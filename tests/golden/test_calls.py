"""What is expected of the cases is right in use: every method is called, sync and async, with the
document's examples, and gets each documented answer.

What the methods send stands in `requests.txt`: read it when it changes. It is compared with that,
and not with what the generator knows, so a wrong URL shows.
"""

from __future__ import annotations

import asyncio
import base64
import importlib
import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from decimal import Decimal
from operator import attrgetter
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl
from uuid import UUID

import msgspec
import pytest

from sdkwright.model import ir
from tests.golden.support.cases import UPDATE, Case, made_cases
from tests.golden.support.server import serving, written

each_case = pytest.mark.parametrize("case", made_cases(), ids=lambda case: case.name)


class Caller:
    """Calls the methods of one case, in both forms, and sees to it that they agree."""

    def __init__(self, case: Case, url: str) -> None:
        self.case = case
        self.package: Any = importlib.import_module(case.config.module)
        self._url = url

    def call(
        self,
        tag: ir.Resource,
        operation: ir.Operation,
        key: str,
        suffix: str = "",
        **arguments: Any,
    ) -> Any:
        """Give what the method returns, or the exception that it raises."""
        status = key.partition(" ")[0]
        status = {"default": "599", "4XX": "499", "5XX": "598", "2XX": "299"}.get(status, status)
        if key == "default" and operation.responses[0].status == "default":
            status = "200"
        options: dict[str, Any] = {
            **example_arguments(operation),
            "http_headers": {"X-Answer": f"{status} {key}"},
            "retries": None,
            **arguments,
        }
        name = f"{operation.name.python}{suffix}"
        sync = self._sync(tag.name.python, name, options)
        other = asyncio.run(self._async(tag.name.python, f"{name}_async", options))
        assert type(sync) is type(other)
        assert plain(sync) == plain(other)
        return sync

    def _client(self) -> Any:
        settings: dict[str, Any] = {"server_url": self._url, "response_validation": "strict"}
        for scheme in self.case.index.api.security_schemes:
            settings |= {argument.python: argument.wire for argument in scheme.arguments}
        return getattr(self.package, self.case.config.client_class)(**settings)

    def _sync(self, resource: str, name: str, options: dict[str, Any]) -> Any:
        with self._client() as client:
            try:
                made = attrgetter(f"{resource}.{name}")(client)(**options)
                if hasattr(made, "iter_bytes"):
                    return made.read()
                if hasattr(made, "last_event_id"):
                    return list(made)
                return next(iter(made)) if name.endswith("_iter") else made
            except self._error as error:
                return error

    async def _async(self, resource: str, name: str, options: dict[str, Any]) -> Any:
        async with self._client() as client:
            try:
                made = attrgetter(f"{resource}.{name}")(client)(**options)
                if name.endswith("_iter_async"):
                    return await anext(aiter(made))
                made = await made
                if hasattr(made, "iter_bytes"):
                    return await made.read()
                if hasattr(made, "last_event_id"):
                    return [each async for each in made]
            except self._error as error:
                return error
            return made

    @property
    def _error(self) -> type[Exception]:
        found: type[Exception] = getattr(
            self.package.errors, f"{self.case.config.client_class}Error"
        )
        return found


def plain(value: Any) -> Any:
    """Turn what a method gives into what JSON has."""
    if isinstance(value, Exception):
        value = vars(value)["data"]
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if hasattr(value, "model_dump"):
        return value.model_dump(mode="json")
    return msgspec.to_builtins(value, str_keys=True)


def example_arguments(operation: ir.Operation) -> dict[str, Any]:
    """Give the document's examples as keywords; parameters without one are left out, unless the
    document does not know that they are required."""
    body = operation.body.media_types[0].example if operation.body else None
    if operation.request is not None:
        given = {item.wire: item.doc.example for item in operation.signature.parameters}
        return {"request": {name: json.loads(text) for name, text in given.items() if text}}
    arguments = operation.signature.arguments
    known = {argument.wire for argument in arguments if argument.place == "property"}
    return {argument.name: "given" for argument in arguments if argument.required} | {
        argument.name: of_python(json.loads(example), argument.type, argument.is_file)
        for argument in arguments
        if (example := example_of(argument, body, known)) is not None
    }


def example_of(argument: ir.Argument, body: str | None, known: set[str]) -> str | None:
    match argument.place:
        case "body":
            return body
        case "property":
            properties = json.loads(body or "{}")
            wire = argument.wire
            return json.dumps(properties[wire]) if wire in properties else None
        case "others":
            others = {k: v for k, v in json.loads(body or "{}").items() if k not in known}
            return json.dumps(others) if others else None
        case _:
            return argument.doc.example


FROM_JSON: dict[str, Callable[[Any], Any]] = {
    "byte": base64.b64decode,
    "date": date.fromisoformat,
    "date-time": datetime.fromisoformat,
    "decimal": lambda value: Decimal(str(value)),
    "time": time.fromisoformat,
    "uuid": UUID,
}


def of_python(
    value: Any, type_: ir.Type, is_file: bool = False  # noqa: FBT001, FBT002  one of a kind
) -> Any:
    """Turn text into the Python value that a method takes; of a file, it is the content."""
    if is_file and isinstance(value, str):
        return value.encode()
    if is_file:
        return [each.encode() if isinstance(each, str) else each for each in value]
    match type_:
        case ir.Nullable(inner=inner) if value is not None:
            return of_python(value, inner)
        case ir.ListOf(item=item):
            return [of_python(each, item) for each in value]
        case ir.TupleOf(items=items):
            return tuple(map(of_python, value, items))
        case ir.Primitive(format=form) if form in FROM_JSON and value is not None:
            return FROM_JSON[form](value)
    return value


@pytest.fixture
def importing(sdks: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(sdks)


@contextmanager
def calling(case: Case) -> Iterator[tuple[Caller, list[str]]]:
    with serving([operation for _, operation in case.operations]) as (url, received):
        yield Caller(case, url), received


@each_case
@pytest.mark.usefixtures("importing")
def test_the_requests_are_as_expected(case: Case) -> None:
    sent = ""
    with calling(case) as (caller, received):
        for tag, operation in case.operations:
            caller.call(tag, operation, operation.responses[0].status)
            of_sync, of_async = received
            assert of_sync == of_async
            sent += f"# {operation.id}\n{of_sync}\n\n"
            received.clear()
    path = case.folder / "requests.txt"
    if UPDATE:
        path.write_text(sent, encoding="utf-8", newline="\n")
    assert sent == path.read_text(encoding="utf-8")


@each_case
@pytest.mark.usefixtures("importing")
def test_every_documented_success_comes_back_typed_and_whole(case: Case) -> None:
    with calling(case) as (caller, _):
        for tag, operation in case.operations:
            for response in operation.responses:
                made = caller.call(tag, operation, response.status)
                assert not isinstance(made, Exception)
                media = response.media_types[0] if response.media_types else None
                assert plain(made) == (None if media is None else expected(media))


def expected(media: ir.MediaType) -> Any:
    """Say what a method gives for the example of a response."""
    text = written(media)
    match media.content:
        case "json":
            return json.loads(text)
        case "xml":
            return json.loads(media.example or "")
        case "binary":
            return base64.b64encode(text.encode()).decode()  # as msgspec writes bytes
        case "text":
            return text if media.type == ir.Primitive("string") else json.loads(text)
        case "form":
            return {name: int(v) if v.isdecimal() else v for name, v in parse_qsl(text)}
        case "multipart":
            values = [part.split("\r\n\r\n")[1][:-2] for part in text.split("--b")[1:-1]]
            names = re.findall("name=(\\w+)", text)
            return dict(zip(names, values, strict=True)) if names else [*map(json.loads, values)]
        case "lines":
            return [json.loads(line.removeprefix("\x1e")) for line in text.split("\n") if line]
    if media.is_wrapped:
        events = [event.splitlines() for event in text.split("\n\n") if event]
        return [
            {"event": name.removeprefix("event: "), "data": json.loads(data.removeprefix("data: "))}
            for name, data in events
        ]
    data = [line.removeprefix("data: ") for line in text.splitlines() if line.startswith("data: ")]
    if media.type == ir.Primitive("string"):
        return data
    return [json.loads(each) for each in data if each != media.sentinel]


@each_case
@pytest.mark.usefixtures("importing")
def test_events_come_where_the_body_asks_for_them(case: Case) -> None:
    with calling(case) as (caller, _):
        for tag, operation in case.operations:
            if operation.stream:
                response = operation.responses[0]
                made = caller.call(tag, operation, response.status, stream=True)
                assert plain(made) == expected(response.media_types[1])


@each_case
@pytest.mark.usefixtures("importing")
def test_every_documented_failure_is_raised_as_its_exception(case: Case) -> None:
    with calling(case) as (caller, _):
        for tag, operation in case.operations:
            for error in operation.errors:
                made = caller.call(tag, operation, error.key)
                default = f"{case.config.client_class}DefaultError"
                name = case.index.errors[error.error].name.python if error.error else default
                assert type(made) is getattr(caller.package.errors, name)
                if error.media_type is not None:
                    assert plain(made) == expected(error.media_type)


@pytest.mark.usefixtures("importing")
def test_documented_headers_are_read_into_the_class_that_the_package_has() -> None:
    package: Any = importlib.import_module("responses")
    headers: Any = importlib.import_module("responses._runtime.responses.headers")
    operations: Any = importlib.import_module("responses.papers")
    sent = {
        "X-Total": "3",
        "X-Fresh": "true",
        "X-Kinds": "a, b",
        "X-Size": "large",
        "ETag": "1",
        "X-Range": "from,1,to,9",
        "X-Quota": "day=5",
        "X-Newest": '{"title": "The Buoy"}',
    }
    kind = package.operations.ListPapersResponseHeaders
    shown = headers.read(sent, kind, operations._LIST_PAPERS.header_forms)
    assert (shown.x_range.from_, shown.x_range.to, shown.x_quota) == (1, 9, {"day": 5})
    assert shown.x_newest.title == "The Buoy"
    assert (shown.x_total, shown.x_fresh, shown.x_kinds) == (3, True, ["a", "b"])
    assert (shown.x_size, shown.e_tag, shown.x_cost) == ("large", "1", package.types.UNSET)


@pytest.mark.usefixtures("importing")
def test_a_cursor_is_found_by_the_names_that_the_package_gives() -> None:
    case = next(case for case in made_cases() if case.name == "pagination")
    with calling(case) as (caller, received), caller._client() as client:
        options = {"http_headers": {"X-Answer": "200 200"}}
        for walk in (client.letters.list_seals_iter, client.letters.find_seals_iter):
            with pytest.raises(caller.package.errors.ResponseValidationError, match="'s1'"):
                list(walk(**options))
    # The example is the same for each page, so the third would be asked for as the second.
    assert [request.splitlines()[0] for request in received] == [
        "GET /seals",
        "GET /seals?after=s1",
        "POST /seals/search",
        "POST /seals/search",
    ]
    assert received[-1].endswith('{"from":"s1"}')


@each_case
@pytest.mark.usefixtures("importing")
def test_every_webhook_gives_what_it_says_typed_and_whole(case: Case) -> None:
    webhooks = [item for item in case.index.api.webhooks if item.payload is not None]
    if not webhooks:
        return
    module: Any = importlib.import_module(f"{case.config.module}.webhooks")
    for webhook in webhooks:
        assert webhook.payload is not None
        body = written(webhook.payload)
        named = getattr(module, webhook.name.python)
        made = named.parse(body, verifier=None, validation="strict")
        assert plain(made) == expected(webhook.payload)
        is_json = webhook.payload.content == "json"
        if isinstance(webhook.payload.type, ir.Named) and not webhook.operation and is_json:
            assert module.unwrap(body, verifier=None, validation="strict") == made


@each_case
@pytest.mark.usefixtures("importing")
def test_pages_give_the_results_of_the_first(case: Case) -> None:
    with calling(case) as (caller, _):
        for tag, operation in case.operations:
            if operation.pagination is not None:
                response = operation.responses[0]
                found = json.loads(response.media_types[0].example or "")
                whole = operation.pagination.results is None
                for name in operation.pagination.results or ():
                    found = found[name]
                given = plain(caller.call(tag, operation, response.status, "_iter"))
                assert given == (found if whole else found[0])


@pytest.mark.usefixtures("importing")
def test_a_resource_in_another_is_made_on_first_use_and_once() -> None:
    package: Any = importlib.import_module("groups")
    with package.Groups(server_url="http://127.0.0.1:9") as client:
        assert vars(client).keys() & {"house", "beta"} == set()
        beta = client.beta
        assert "loans" not in vars(beta)
        assert beta.loans is beta.loans is client.beta.loans
        assert {"loans", "loans_"} <= {*dir(beta)}
        with pytest.raises(AttributeError, match="'Beta' object has no attribute 'lones'"):
            _ = beta.lones


@pytest.mark.usefixtures("importing")
def test_an_operation_of_two_resources_has_one_descriptor() -> None:
    books: Any = importlib.import_module("groups.books")
    others: Any = importlib.import_module("groups.old_books")
    assert others.LIST_OPERATION is books.LIST_OPERATION
    assert importlib.import_module("groups.beta_loans").BetaLoans.borrow is (
        importlib.import_module("groups.loans").Loans.borrow
    )
