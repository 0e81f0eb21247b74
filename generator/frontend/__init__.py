"""The front end: a normalised document → `ir.Api`.

Lowering is ours, with the engine's `schema` as its eyes (`engine.py`, the only module here that
imports it). It finds all problems in one run: what cannot be generated is dropped with the reason,
what can only be typed loosely says so. It gives no names, drops nothing that is unused, and knows
nothing of Python; that is for the passes and `emit`.
"""

from __future__ import annotations

from generator import ir
from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.document import Document
from generator.frontend import engine, extensions, groups, operations, parameters
from generator.frontend.context import Context
from generator.frontend.engine import OpenAPI
from generator.frontend.operations import Operations
from generator.frontend.schemas import Types
from generator.frontend.security import Security
from generator.frontend.servers import lower_servers

__all__ = ["lower"]


def lower(document: Document, config: Config, diagnostics: Diagnostics) -> ir.Api:
    """Lower a document.

    Args:
        document: An OpenAPI document 3.0 or 3.1, normalised.
        config: The settings; no operation is generated or dropped because of them.
        diagnostics: Gets all that is wrong or weaker than the document has it. Each operation is
            in the result, or in one diagnostic with the code `dropped-operation` or
            `ignored-operation` and its name as the subject.

    Returns:
        The API, with all Python names still empty.

    Raises:
        Fatal: The document cannot be read at all: its root is not as OpenAPI wants it.
    """
    del config
    root = _read_root(document, diagnostics)
    context = Context(document.data, diagnostics)
    types = Types(context)
    security = Security(context)
    default_security = security.lower(root.security, "/security")
    lowering = Operations(
        context,
        types,
        security,
        default_security,
        _server_urls(root),
        _globals(types, root),
        extensions.method_names(context, root),
        extensions.most_parameters(context, root, ""),
    )
    found = [
        made
        for place in operations.places(context, document.data.get("paths"))
        for made in lowering.lower(place)
    ]
    context.subject = ""
    extensions.note_unknown(context, root, "", of_root=True)
    _note_webhooks(root, diagnostics)
    return ir.Api(
        title=engine.text(root.info.title),
        version=engine.text(root.info.version),
        doc=ir.Doc(description=engine.text(root.info.description)),
        servers=lower_servers(root, diagnostics),
        security=default_security,
        security_schemes=security.schemes,
        globals=lowering.global_parameters,
        resources=groups.resources(_tags(root), found, diagnostics),
        declarations=tuple(made for made in context.declarations.values() if made is not None),
        errors=tuple(context.errors.values()),
        retries=extensions.retries(context, root, ""),
    )


def _read_root(document: Document, diagnostics: Diagnostics) -> OpenAPI:
    # Paths and components are read one by one, so that a mistake costs no more than it must.
    data = {key: value for key, value in document.data.items() if key != "components"}
    made = engine.read(OpenAPI, {**data, "paths": {}}, "")
    if not isinstance(made, list):
        return made
    *others, last = made
    for violation in others:
        diagnostics.error("invalid-document", violation.message, at=violation.pointer)
    raise diagnostics.fatal("invalid-document", last.message, at=last.pointer)


def _server_urls(root: OpenAPI) -> tuple[str, ...]:
    return tuple(engine.text(server.url) for server in root.servers)


def _globals(types: Types, root: OpenAPI) -> tuple[ir.Parameter, ...]:
    key = "x-speakeasy-globals"
    match engine.extras(root).get(key):
        case None:
            return ()
        case {"parameters": [*entries]}:
            return parameters.lower_globals(types, entries, engine.child("", key))
    types.context.diagnostics.warning(
        "invalid-extension",
        f"`{key}` is not understood and changes nothing",
        fix="it takes a list `parameters`",
        at=engine.child("", key),
    )
    return ()


def _tags(root: OpenAPI) -> list[tuple[str, str]]:
    tags = root.tags or []
    return [(engine.text(tag.name), engine.text(tag.description)) for tag in tags]


def _note_webhooks(root: OpenAPI, diagnostics: Diagnostics) -> None:
    if engine.extras(root).get("webhooks"):
        diagnostics.note(
            "ignored-webhooks",
            "the requests that the server makes are not part of the SDK",
            at="/webhooks",
        )
