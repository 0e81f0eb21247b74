"""Servers whose URL has parts that a caller chooses."""

from __future__ import annotations

from typing import Any

import pytest

from sdkwright.runtime.calls import Call
from sdkwright.runtime.http.servers import Template, Variable
from sdkwright.runtime.operation import Operation
from tests.runtime.conftest import Caller
from tests.runtime.support.examples import REX
from tests.runtime.support.sdk import SDK, PetStore
from tests.support.server import Server, reply

REGION = Template("https://{region}.example/v1", {"region": Variable("region", "eu", ("eu", "us"))})
HOST = Template("https://{sub}.example/v1", {"sub": Variable("tenant", "www")})
SCHEME = Template("{scheme}://e.example", {"scheme": Variable("scheme", "https")})
PORT = Template("https://e.example:{port}", {"port": Variable("port", "8443")})
PATH = Template("https://e.example/{base}/x", {"base": Variable("base", "v1")})
BASE = Template("https://e.example{base}", {"base": Variable("base", "/v1")})
WHOLE = Template("{url}/v1", {"url": Variable("url", None)})


@pytest.mark.parametrize(
    ("template", "given", "url"),
    [
        (REGION, {}, "https://eu.example/v1"),
        (REGION, {"region": None}, "https://eu.example/v1"),
        (REGION, {"region": "us"}, "https://us.example/v1"),
        (HOST, {"tenant": "a-b.c_1"}, "https://a-b.c_1.example/v1"),
        (HOST, {"sub": "unknown"}, "https://www.example/v1"),
        (SCHEME, {"scheme": "http"}, "http://e.example"),
        (PORT, {"port": "80"}, "https://e.example:80"),
        (PATH, {"base": "a/b c"}, "https://e.example/a/b%20c/x"),
        (PATH, {"base": "@evil.example"}, "https://e.example/%40evil.example/x"),
        (PATH, {"base": "?a#b"}, "https://e.example/%3Fa%23b/x"),
        (BASE, {"base": "/v2"}, "https://e.example/v2"),
        (BASE, {"base": ""}, "https://e.example"),
        (WHOLE, {"url": "http://127.0.0.1:1"}, "http://127.0.0.1:1/v1"),
    ],
)
def test_parts_are_filled_in(template: Template, given: dict[str, str | None], url: str) -> None:
    assert template.filled(given) == url


@pytest.mark.parametrize(
    "value",
    [
        "evil.example/",
        "evil.example#",
        "evil.example?",
        "evil.example:80",
        "me@evil.example",
        "evil.example\\",
        "[::1]",
        "evil.example%2f",
        "evil.example\n",
        "evil.example\uff0f",
        "\u2100",
        "a b",
        ".",
        "-",
        "",
    ],
)
@pytest.mark.parametrize("template", [HOST, PORT], ids=["host", "port"])
def test_a_part_of_a_host_stays_one(template: Template, value: str) -> None:
    (variable,) = template.variables.values()
    with pytest.raises(ValueError, match=f"^{variable.argument} is part of a host"):
        template.filled({variable.argument: value})


@pytest.mark.parametrize("value", ["https://evil.example/?", "file", "", "javascript"])
def test_a_scheme_is_one(value: str) -> None:
    with pytest.raises(ValueError, match=r"^scheme must be 'http' or 'https', not"):
        SCHEME.filled({"scheme": value})


@pytest.mark.parametrize(
    ("template", "value", "why"),
    [
        (PATH, "..", "which would change the path"),
        (PATH, "a/../b", "which would change the path"),
        (BASE, "/./", "which would change the path"),
        (BASE, ".evil.example", "must start with a slash"),
        (BASE, "@evil.example/", "must start with a slash"),
    ],
)
def test_a_part_of_a_path_stays_one(template: Template, value: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        template.filled({"base": value})


def test_a_value_that_the_api_does_not_have_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^region must be one of 'eu', 'us', not 'asia'\.$"):
        REGION.filled({"region": "asia"})


def test_a_part_without_a_default_must_be_given() -> None:
    with pytest.raises(ValueError, match=r"^url is required: it is part of the server's URL"):
        WHOLE.filled({})


def test_a_client_calls_the_server_that_its_parts_name(
    call: Caller, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = server.url.replace("127.0.0.1", "{host}")
    template = Template(f"{url}/{{base}}", {"host": Variable("host", "nowhere.invalid")})
    template.variables["base"] = Variable("base", "v1")  # type: ignore[index] # it is a dict
    monkeypatch.setattr("tests.runtime.support.sdk.SDK", SDK._replace(servers={"main": template}))
    server.answers(reply(200, {"pets": []}))
    client = call.client(server_url=None, server_variables={"host": "127.0.0.1", "base": "v2"})
    call("list", client)
    assert server.last.target == "/v2/pets"


def test_an_operation_may_have_parts_in_a_server_of_its_own(
    call: Caller, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = Template(f"{server.url}/{{region}}", REGION.variables)
    monkeypatch.setattr("tests.runtime.support.sdk.SDK", SDK._replace(servers={"main": REGION}))
    operation: Operation[None] = Operation("own", "GET", "/x", returns={204: None}, server=own)
    server.answers(reply(204))
    client = call.client(server_url=None, server_variables={"region": "us"})
    client._session.run(Call(operation, {}))
    assert server.last.target == "/us/x"


def test_a_part_cannot_be_given_with_another_url(call: Caller) -> None:
    with pytest.raises(ValueError, match=r"^region can't be combined with server_url"):
        call.client(server_url="https://e.example", server_variables={"region": "eu", "port": None})


def test_a_part_that_the_chosen_server_does_not_have_is_refused(
    call: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    servers: dict[str, str | Template] = {"main": "https://e.example", "regional": REGION}
    monkeypatch.setattr("tests.runtime.support.sdk.SDK", SDK._replace(servers=servers))
    with pytest.raises(ValueError, match=r"^region is not part of the URL of the server 'main'\.$"):
        call.client(server_url=None, server_variables={"region": "eu"})


# An API whose document does not say where it is


def test_an_sdk_is_told_where_its_api_is(
    call: Caller, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere = SDK._replace(servers={})
    monkeypatch.setattr("tests.runtime.support.sdk.SDK", nowhere.at(f"{server.url}/v1/"))
    server.answers(reply(200, {"pets": []}))
    call("list", call.client(server_url=None))
    assert server.last.target == "/v1/pets"


def test_a_server_of_an_operation_stays_its_own_where_the_sdk_is_told_its_place(
    call: Caller, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = SDK._replace(servers={}).at("http://127.0.0.1:1")
    monkeypatch.setattr("tests.runtime.support.sdk.SDK", elsewhere)
    own = f"{server.url}/own"
    operation: Operation[None] = Operation("own", "GET", "/x", returns={204: None}, server=own)
    server.answers(reply(204))
    call.client(server_url=None)._session.run(Call(operation, {}))
    assert server.last.target == "/own/x"


@pytest.mark.parametrize("url", ["", None])
def test_an_sdk_that_is_told_nothing_names_the_argument(url: str | None) -> None:
    with pytest.raises(ValueError, match=r"^server_url must be the URL of the API, such as "):
        SDK._replace(servers={}).at(url)


def test_an_empty_url_names_the_argument(call: Caller) -> None:
    with pytest.raises(ValueError, match=r"^server_url must be the URL of the API, such as "):
        call.client(server_url="")


def test_a_server_without_a_host_names_the_argument(
    call: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    servers = {"here": "/v1", "there": "https://there.example"}
    monkeypatch.setattr("tests.runtime.support.sdk.SDK", SDK._replace(servers=servers))
    with pytest.raises(ValueError, match=r"^server_url is required: the server 'here' \(/v1\) "):
        call.client(server_url=None)
    assert call.client(server_url=None, server="there") is not None


def test_where_all_operations_have_servers_the_client_needs_none(
    call: Caller, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.runtime.support.sdk.SDK", SDK._replace(servers={}))
    operation: Operation[None] = Operation(
        "own", "GET", "/x", returns={204: None}, server=server.url
    )
    server.answers(reply(204))
    client = call.client(server_url=None)
    client._session.run(Call(operation, {}))
    assert server.last.target == "/x"
    other: Operation[None] = Operation("other", "GET", "/y", returns={204: None})
    with pytest.raises(ValueError, match=r"^server_url is required: the API's document names no"):
        client._session.run(Call(other, {}))


VARIABLE = "PETSTORE_SERVER_URL"


def base_url(**settings: Any) -> str:
    return PetStore("k", **settings)._session.base_url


def test_the_environment_names_the_server(
    call: Caller, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.answers(reply(200, REX))
    monkeypatch.setenv(VARIABLE, f"{server.url}/else/")
    call("get", call.client(server_url=None), id="p1")
    assert server.last.target == "/else/pets/p1"


@pytest.mark.parametrize(
    ("settings", "url"),
    [
        ({"server_url": "https://mine.example"}, "https://mine.example"),
        ({"server": "test"}, "http://127.0.0.1:9/api"),
        ({"server": "production"}, "https://pets.example.com/api/v1"),
        ({}, "https://env.example"),
    ],
)
def test_arguments_come_before_the_environment(
    monkeypatch: pytest.MonkeyPatch, settings: dict[str, Any], url: str
) -> None:
    monkeypatch.setenv(VARIABLE, "https://env.example")
    assert base_url(**settings) == url


def test_an_empty_variable_names_no_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "")
    assert base_url() == "https://pets.example.com/api/v1"


@pytest.mark.parametrize("url", ["pets.example", "ftp://pets.example", "https://a b"])
def test_an_invalid_server_of_the_environment_is_refused_by_name(
    monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    with pytest.raises(ValueError, match=r".") as refused:
        base_url(server_url=url)
    monkeypatch.setenv(VARIABLE, url)
    with pytest.raises(ValueError, match=f"^The environment variable {VARIABLE}: ") as caught:
        base_url()
    assert str(caught.value).endswith(str(refused.value))


def test_a_password_in_the_variable_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "https://me:hunter2@pets.example")
    assert "hunter2" not in repr(vars(PetStore()._session))
