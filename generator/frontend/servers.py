"""Lowers servers: their addresses, with variables filled in (OpenAPI 3.1, section 4.8.5)."""

from __future__ import annotations

from generator import ir
from generator.diagnostics import Diagnostics
from generator.frontend import engine
from generator.frontend.engine import OpenAPI, Server


def lower_servers(root: OpenAPI, diagnostics: Diagnostics) -> tuple[ir.Server, ...]:
    """Lower the servers of the document; none where it names none."""
    if "servers" not in root.model_fields_set:
        return ()
    made = []
    for index, server in enumerate(root.servers):
        at = engine.child("/servers", index)
        address = url(diagnostics, server, at)
        if "://" not in address:
            diagnostics.warning(
                "relative-server",
                f"the server `{address}` has no host, so callers must give `server_url`",
                fix="write the whole URL",
                at=engine.child(at, "url"),
            )
        id_ = engine.extras(server).get("x-speakeasy-server-id")
        made.append(
            ir.Server(
                id=id_ if isinstance(id_, str) else "",
                url=address,
                description=engine.text(server.description),
                source=ir.SourcePointer(at),
            )
        )
    return tuple(made)


def url(diagnostics: Diagnostics, server: Server, at: str) -> str:
    """Give the address of a server, each variable as it is by default."""
    address = engine.text(server.url)
    for name, variable in (server.variables or {}).items():
        diagnostics.note(
            "fixed-server-variable",
            f"the variable `{engine.text(name)}` of the server's URL keeps its default",
            fix="give another URL to the client as `server_url`",
            at=engine.child(at, "variables", engine.text(name)),
        )
        address = address.replace(f"{{{engine.text(name)}}}", engine.text(variable.default))
    return address
