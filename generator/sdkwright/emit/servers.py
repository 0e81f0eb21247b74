"""Views of servers, and of the variables in their URLs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sdkwright.emit.expr import NONE, Expr, call, dict_of, imported, string, tuple_of
from sdkwright.emit.filters import py_string
from sdkwright.model import ir
from sdkwright.model.servers import needs_url


@dataclass(frozen=True, slots=True)
class ServerView:
    """A server by the name that callers choose it by; `source` is its URL, or a template of it."""

    id: str
    source: Expr


@dataclass(frozen=True, slots=True)
class ServerVariableView:
    """An argument of the client.

    `annotation` is source text, and so is `default`, which is "" if servers differ in it or have
    none.
    """

    name: str
    annotation: str
    text: str
    default: str


EXAMPLE_URL: Final = "https://api.example.com"
"""The `server_url` in examples of an API that does not say its own."""


def address(api: ir.Api) -> str:
    """Return the argument that says where the API is, as source text; "" if none is needed."""
    return f"server_url={py_string(EXAMPLE_URL)}" if needs_url(api) else ""


def server_views(api: ir.Api) -> tuple[ServerView, ...]:
    """Return the views of the servers that can be called; those without a name are numbered."""
    if needs_url(api):
        return ()
    return tuple(
        ServerView(server.id or f"server_{number}", server_source(api, server))
        for number, server in enumerate(api.servers, 1)
    )


def server_source(api: ir.Api, server: ir.Server) -> Expr:
    """Return the source of a server's URL."""
    if not server.variables:
        return string(server.url)
    names = {item.name.wire: item.name.python for item in api.server_variables}
    variables = dict_of((item.name.wire, _variable(names, item)) for item in server.variables)
    return call(imported("._runtime.http.servers", "Template"), string(server.url), variables)


def variable_views(api: ir.Api) -> tuple[ServerVariableView, ...]:
    """Return the views of the client's arguments for the variables of its servers."""
    servers = [*api.servers]
    for resource in api.resources:
        servers += [item.server for item in resource.operations if item.server]
    return tuple(_view(item, servers) for item in api.server_variables)


def _view(item: ir.ServerVariable, servers: list[ir.Server]) -> ServerVariableView:
    defaults = {
        variable.default
        for server in servers
        for variable in server.variables
        if variable.name.wire == item.name.wire
    }
    default = defaults.pop() if len(defaults) == 1 else None
    annotation = "str"
    if item.values:
        annotation = f"Literal[{', '.join(map(py_string, item.values))}]"
    description = item.doc.description or f"Variable `{item.name.wire}` of the server URL"
    return ServerVariableView(
        name=item.name.python,
        annotation=annotation,
        text=f"{description.rstrip().rstrip('.')}.",
        default="" if default is None else py_string(default),
    )


def _variable(names: dict[str, str], item: ir.ServerVariable) -> Expr:
    default = NONE if item.default is None else string(item.default)
    allowed = [tuple_of(map(string, item.values))] if item.values else []
    variable = imported("._runtime.http.servers", "Variable")
    return call(variable, string(names[item.name.wire]), default, *allowed)
