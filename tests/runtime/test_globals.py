"""Parameters of the client: where they go, and what comes first."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from sdkwright.runtime.http.globals import Global, Globals
from sdkwright.runtime.http.requests import Extra, Prepared, prepare
from sdkwright.runtime.http.wire import Styled
from sdkwright.runtime.operation import Operation
from sdkwright.runtime.values import UNSET, Number

DECLARED = (
    Global("tenant", "path", "tenant", "ZOO_TENANT"),
    Global("lang", "query", "lang"),
    Global("x_debug", "header", "X-Debug", "ZOO_X_DEBUG", lambda: bool),
    Global("ratio", "query", "ratio", "ZOO_RATIO", lambda: Number),
    Global("layers", "query", "layers"),
    Global("since", "cookie", "since"),
)
PLAIN: Operation[None] = Operation(
    "plain",
    "GET",
    "/{tenant}/animals",
    query=("lang", "ratio"),
    headers=("X-Debug",),
    required=("lang",),
    returns={204: None},
)
STYLED: Operation[None] = Operation(
    "styled",
    "GET",
    "/{tenant}/animals",
    path_parameters={"tenant": Styled("tenant", "label")},
    query=(Styled("layers", "form"), Styled("lang", "form", key="query:lang")),
    headers=(Styled("X-Debug", "simple"),),
    cookies=("since",),
    types={"since": lambda: date},
    returns={204: None},
)
ELSEWHERE: Operation[None] = Operation(
    "elsewhere", "GET", "/animals", headers=("lang", "tenant"), returns={204: None}
)


def sent(
    operation: Operation[None], given: dict[str, Any], arguments: dict[str, Any] | None = None
) -> Prepared:
    """Return the request of a call with some arguments; it omits the others."""
    omitted = dict.fromkeys(
        ("tenant", "lang", "query:lang", "X-Debug", "ratio", "layers", "since"), None
    )
    complete = Globals(DECLARED, given).complete(operation, {**omitted, **(arguments or {})})
    return prepare(operation, complete, None, base_url="", headers={}, extra=Extra())


def test_a_client_sets_parameters_of_every_location() -> None:
    made = sent(PLAIN, {"tenant": "acme", "lang": "de", "x_debug": True, "ratio": 1.5})
    assert made.url == "/acme/animals?lang=de&ratio=1.5"
    assert made.headers == {"X-Debug": b"true"}


def test_false_values_are_sent() -> None:
    made = sent(PLAIN, {"tenant": "a", "lang": "", "x_debug": False, "ratio": 0})
    assert made.url == "/a/animals?lang=&ratio=0"
    assert made.headers == {"X-Debug": b"false"}


def test_styles_and_types_are_those_of_the_operation() -> None:
    given = {"tenant": "a", "layers": ["x", "y"], "lang": "de", "since": date(2026, 1, 2)}
    made = sent(STYLED, {**given, "x_debug": False})
    assert made.url == "/.a/animals?layers=x,y&lang=de"
    assert made.headers == {"X-Debug": b"false", "Cookie": b"since=2026-01-02"}


def test_arguments_of_a_call_come_first() -> None:
    given = {"tenant": "client", "lang": "client", "x_debug": True}
    made = sent(PLAIN, given, {"tenant": "call", "lang": "", "X-Debug": False})
    assert made.url == "/call/animals?lang="
    assert made.headers == {"X-Debug": b"false"}


@pytest.mark.parametrize("omitted", [None, UNSET])
def test_what_a_call_omits_is_the_clients(omitted: object) -> None:
    assert sent(PLAIN, {"tenant": "a", "lang": "b"}, {"lang": omitted}).url == "/a/animals?lang=b"


def test_a_parameter_of_the_same_name_elsewhere_is_another_one() -> None:
    made = sent(ELSEWHERE, {"tenant": "acme", "lang": "de"})
    assert (made.url, made.headers) == ("/animals", {})


def test_a_required_parameter_that_neither_sets_is_refused() -> None:
    with pytest.raises(
        ValueError,
        match=r"^tenant is required: pass tenant to the method or to the client, or set the "
        r"environment variable ZOO_TENANT\.$",
    ):
        sent(PLAIN, {"lang": "de"})
    with pytest.raises(
        ValueError, match=r"^lang is required: pass lang to the method or to the client\.$"
    ):
        sent(PLAIN, {"tenant": "acme"})


def test_environment_variables_are_read_as_their_types(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZOO_TENANT", "acme")
    monkeypatch.setenv("ZOO_X_DEBUG", "false")
    monkeypatch.setenv("ZOO_RATIO", "2")
    made = sent(PLAIN, {"lang": "de"})
    assert (made.url, made.headers) == ("/acme/animals?lang=de&ratio=2", {"X-Debug": b"false"})


def test_false_values_of_the_client_beat_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZOO_X_DEBUG", "true")
    made = sent(PLAIN, {"tenant": "a", "lang": "b", "x_debug": False})
    assert made.headers == {"X-Debug": b"false"}


def test_an_empty_environment_variable_counts_as_unset(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZOO_X_DEBUG", "")
    assert sent(PLAIN, {"tenant": "a", "lang": "b"}).headers == {}


def test_an_environment_variable_of_another_type_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("ZOO_X_DEBUG", "maybe")
    with pytest.raises(ValueError, match=r"^The environment variable ZOO_X_DEBUG: Expected `bool`"):
        Globals(DECLARED, {})


def test_a_value_that_cannot_be_sent_is_refused_by_the_client() -> None:
    with pytest.raises(ValueError, match=r"^lang is of type object"):
        Globals(DECLARED, {"lang": object()})
