"""Lowers servers: their URLs, and the variables in them (OpenAPI 3.1, sections 4.8.5, 4.8.6).

They are read as plain data, so that a mistake affects only one server, or one variable.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final
from urllib.parse import urljoin, urlsplit

from sdkwright.diagnostics import Diagnostics
from sdkwright.model import ir
from sdkwright.model.json_pointer import child
from sdkwright.model.servers import default_url, has_host

_PORTS: Final = {"http": ":80", "https": ":443"}
_PLACE: Final = re.compile(r"\{([^{}]+)\}")


def lower_servers(value: object, at: str, diagnostics: Diagnostics) -> tuple[ir.Server, ...]:
    """Lower a list of servers.

    Args:
        value: The list, as plain data; None if there is none.
        at: Its JSON pointer.
        diagnostics: Collects what is wrong with it.

    Returns:
        The servers that have a URL.
    """
    if value is None:
        return ()
    if not isinstance(value, list):
        _warn(diagnostics, "invalid-server", "`servers` is not a list and is ignored", at)
        return ()
    lowered = [
        lower_server(item, child(at, index), diagnostics) for index, item in enumerate(value)
    ]
    known: set[str] = set()
    return tuple(
        _with_own_name(server, known, diagnostics) for server in lowered if server is not None
    )


def _with_own_name(server: ir.Server, known: set[str], diagnostics: Diagnostics) -> ir.Server:
    """Return a server without its name if one before it has the same."""
    if server.id in known:
        message = f"several servers are called `{server.id}`; this one is numbered instead"
        _warn(diagnostics, "invalid-server", message, server.source.pointer)
        return replace(server, id="")
    known |= {server.id} - {""}
    return server


def lower_server(value: object, at: str, diagnostics: Diagnostics) -> ir.Server | None:
    """Lower one server; None if it has no URL."""
    url = value.get("url") if isinstance(value, dict) else None
    if not isinstance(value, dict) or not isinstance(url, str) or not url.strip():
        _warn(diagnostics, "invalid-server", "the server has no `url` and is ignored", at)
        return None
    url, mark, _ = url.strip().partition("#")
    if mark:
        message = "the fragment of the server's URL is never sent; it is ignored"
        _warn(diagnostics, "invalid-server", message, child(at, "url"))
    names = (value.get(key) for key in ("x-speakeasy-server-id", "name"))
    description = value.get("description")
    return ir.Server(
        id=next((name for name in names if isinstance(name, str) and name), ""),
        url=url,
        description=description if isinstance(description, str) else "",
        source=ir.SourcePointer(at),
        variables=tuple(_variables(value.get("variables"), url, at, diagnostics)),
    )


def urls(value: object) -> tuple[object, ...]:
    """Return the URLs of a list of servers as written, for comparing two lists."""
    items = value if isinstance(value, list) else []
    return tuple(item.get("url") if isinstance(item, dict) else None for item in items)


def of_api(value: object, server_url: str, diagnostics: Diagnostics) -> tuple[ir.Server, ...]:
    """Lower the servers of the whole API.

    Args:
        value: The document's `servers`, as plain data; None if there are none.
        server_url: The URL in the settings, or "". Without `servers` it is the API's own; the URLs
            of servers without a host are relative to it (RFC 3986, section 5).
        diagnostics: Collects what is wrong with them.
    """
    lowered = lower_servers(value, "/servers", diagnostics)
    if not server_url:
        warn_relative(lowered, diagnostics)
        return lowered
    if not lowered:
        return (ir.Server("", server_url, "", ir.SourcePointer("")),)
    if all(map(has_host, lowered)):
        diagnostics.warning(
            "unused-server-url",
            "`client.server_url` is not used: every server of the document has a host",
            fix="remove it from sdk.toml",
            at="/servers",
        )
    return tuple(
        item if has_host(item) else replace(item, url=urljoin(server_url, item.url))
        for item in lowered
    )


def warn_relative(servers: Iterable[ir.Server], diagnostics: Diagnostics) -> None:
    """Warn of servers without a host, whose URL is relative to that of the document."""
    for server in servers:
        if not has_host(server):
            diagnostics.warning(
                "relative-server",
                f"server URL `{default_url(server)}` has no host; callers must pass `server_url`",
                fix="use an absolute URL, or set `server_url` in the table `client` of sdk.toml",
                at=child(server.source.pointer, "url"),
            )


def origin(server: ir.Server) -> str:
    """Return scheme, host and port of a server (RFC 6454, section 4), its variables filled in."""
    url = default_url(server).lower()
    try:
        found = urlsplit(url)
    except ValueError:  # it is no URL, and so only itself
        return url
    host = found.netloc.rpartition("@")[2]
    return f"{found.scheme}://{host.removesuffix(_PORTS.get(found.scheme, ''))}"


def collect(servers: Iterable[ir.Server]) -> tuple[ir.ServerVariable, ...]:
    """Return the variables of all servers, each name once, with the values of all of them."""
    found: dict[str, ir.ServerVariable] = {}
    for server in servers:
        for item in server.variables:
            known = found.setdefault(item.name.wire, item)
            values = dict.fromkeys((*known.values, *item.values))
            is_open = not known.values or not item.values
            found[item.name.wire] = replace(known, values=() if is_open else tuple(values))
    return tuple(found.values())


def _variables(
    value: object, url: str, at: str, diagnostics: Diagnostics
) -> Iterator[ir.ServerVariable]:
    declared: Mapping[str, Any] = value if isinstance(value, dict) else {}
    names = list(dict.fromkeys(_PLACE.findall(url)))
    for name in names:
        place = child(at, "variables", name)
        if isinstance(declared.get(name), dict):
            yield _variable(name, declared[name], place, diagnostics)
            continue
        message = f"server variable `{name}` is not declared; callers must pass it"
        _warn(diagnostics, "undeclared-variable", message, child(at, "url"))
        yield ir.ServerVariable(ir.Name(name), None, (), ir.Doc(), ir.SourcePointer(place))
    for name in declared:
        if name not in names:
            message = f"server variable `{name}` is not in the URL; it is ignored"
            _warn(diagnostics, "unused-variable", message, child(at, "variables", name))


def _variable(
    name: str, value: Mapping[str, Any], at: str, diagnostics: Diagnostics
) -> ir.ServerVariable:
    listed = value.get("enum")
    values = tuple(dict.fromkeys(map(_text, listed))) if isinstance(listed, list) else ()
    default = None if value.get("default") is None else _text(value["default"])
    if default is None:
        default = next(iter(values), None)
        instead = "callers must pass it" if default is None else f"using `{default}`"
        message = f"server variable `{name}` has no default; {instead}"
        _warn(diagnostics, "invalid-server-variable", message, at)
    elif values and default not in values:
        message = (
            f"the default of server variable `{name}` is not in its `enum`; it is allowed as well"
        )
        _warn(diagnostics, "invalid-server-variable", message, child(at, "default"))
        values = (default, *values)
    description = value.get("description")
    return ir.ServerVariable(
        ir.Name(name),
        default,
        values,
        ir.Doc(description=description if isinstance(description, str) else ""),
        ir.SourcePointer(at),
    )


def _text(value: object) -> str:
    """Return a value, such as the number of a port, as text."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _warn(diagnostics: Diagnostics, code: str, message: str, at: str) -> None:
    diagnostics.warning(
        code, message, fix="correct it; see the Server Object in the OpenAPI specification", at=at
    )
