"""The front end: lowers a normalized document to `ir.Api`.

Lowering is our own code, on top of the engine's schema classes (`engine.py`, the only module here
that imports the engine). It finds all problems in one run: what cannot be generated is dropped with
a reason, and what can only be typed loosely gets a warning. It chooses no names, keeps what is
unused, and knows nothing of Python: the passes and `emit` do the rest.
"""

from __future__ import annotations

from contextlib import closing
from typing import Any

from sdkwright.config import Config
from sdkwright.diagnostics import Diagnostics
from sdkwright.frontend import (
    about,
    choices,
    components,
    engine,
    extensions,
    groups,
    incoming,
    parameters,
    path_items,
    request_schemas,
    servers,
    unreached,
    xml_nodes,
)
from sdkwright.frontend.context import Context
from sdkwright.frontend.engine import OpenAPI
from sdkwright.frontend.operation_names import read_names
from sdkwright.frontend.operations import Operations
from sdkwright.frontend.schemas import Types
from sdkwright.frontend.security import Security
from sdkwright.model import ir
from sdkwright.model.json_pointer import child
from sdkwright.model.origin import Document, Origin
from sdkwright.model.versions import minor

__all__ = ["lower"]

_READ_ELSEWHERE = frozenset({"components", "externalDocs", "servers"})
_OF_INFO = frozenset({"description", "title", "version"})


def lower(data: dict[str, Any], config: Config, diagnostics: Diagnostics) -> ir.Api:
    """Lower a document.

    Args:
        data: An OpenAPI document, normalized.
        config: The settings; they do not decide which operations are generated or dropped, but
            whether components that no operation uses are lowered.
        diagnostics: Collects what is wrong, or typed more loosely than in the document. Each
            operation is either in the result, or the subject of one diagnostic with the code
            `dropped-operation` or `ignored-operation`.

    Returns:
        The API, with all Python names still empty.

    Raises:
        Fatal: The document cannot be read at all, because its root is not valid OpenAPI.
    """
    context = Context(data, diagnostics, limits=config.limits)
    root = _read_root(context)
    types = Types(context)
    security = Security(context)
    of_root = servers.of_api(data.get("servers"), config.server_url, diagnostics)
    lowering = _operations(types, security, root, of_root)
    places = list(path_items.places(context, data.get("paths")))
    lowering.names = read_names(places, config.operation_ids, dict(config.renamed), diagnostics)
    with closing(lowering.method_names):
        found = [grouped for place in places for grouped in lowering.lower(place)]
    context.subject = ""
    extensions.note_unknown(context, root, "", of_root=True)
    ids = {item.operation.source.pointer: item.operation.id for item in reversed(found)}
    webhooks = incoming.lower_webhooks(types, places, ids)
    event = incoming.lower_event(types, webhooks)
    kept = unreached.lower_all(types) if config.all_components else ()
    components.declare_aliases(types)
    if not config.all_components:
        unreached.note_unreached(types)
    context.check_size()
    return ir.Api(
        title=engine.text(root.info.title),
        version=engine.text(root.info.version),
        doc=about.described(data),
        servers=of_root,
        security=lowering.default_security,
        security_schemes=security.schemes,
        globals=lowering.global_parameters,
        resources=groups.resources(
            groups.declared_tags(context.data.get("tags")), found, diagnostics
        ),
        declarations=choices.without_self_references(
            item for item in context.declarations.values() if item is not None
        ),
        errors=tuple(context.errors.values()),
        retries=extensions.retries(context, root, ""),
        server_variables=servers.collect(
            [*of_root, *(item.operation.server for item in found if item.operation.server)]
        ),
        webhooks=webhooks,
        event=event,
        components=kept,
        request_schemas=request_schemas.lower_schemas(context, (item.operation for item in found)),
        xml_contents=xml_nodes.contents_of(context),
        license=about.licence(data, config, diagnostics),
        contact=about.contact(data),
        terms=about.terms(data),
    )


def _read_root(context: Context) -> OpenAPI:
    # Paths, components and servers are read one by one, so that a mistake affects as little as
    # possible; the SDK needs three keys of `info`.
    data = {key: value for key, value in context.data.items() if key not in _READ_ELSEWHERE}
    if isinstance(data.get("info"), dict):
        data["info"] = {key: item for key, item in data["info"].items() if key in _OF_INFO}
    if minor(context.data) > 1:
        data["openapi"] = "3.1.0"  # the latest that the engine reads: what 3.2 adds is read here
    root = context.read(OpenAPI, {**data, "paths": {}}, "")
    if root is not None:
        return root
    *others, last = context.problems_of(Origin(Document()))
    for problem in others:
        context.diagnostics.error("invalid-document", problem.message, at=problem.pointer)
    raise context.diagnostics.fatal("invalid-document", last.message, at=last.pointer)


def _operations(
    types: Types, security: Security, root: OpenAPI, of_root: tuple[ir.Server, ...]
) -> Operations:
    """Return what lowers operations, with the defaults that the root has for all of them."""
    context = types.context
    default_security = security.lower(root.security, "/security")
    if root.security is None:
        default_security = security.lower_unused()
    method_names = extensions.method_names(context, root)
    return Operations(
        context,
        types,
        security,
        default_security,
        servers.urls(context.data.get("servers")),
        frozenset(map(servers.origin, of_root)),
        _globals(types, root),
        method_names,
        extensions.max_parameters(context, root, ""),
    )


def _globals(types: Types, root: OpenAPI) -> tuple[ir.Parameter, ...]:
    key = "x-speakeasy-globals"
    match engine.extras(root).get(key):
        case None:
            return ()
        case {"parameters": [*entries]}:
            return parameters.lower_globals(types, entries, child("", key))
    types.context.diagnostics.warning(
        "invalid-extension",
        f"`{key}` is invalid and is ignored",
        fix="use an object with a list `parameters`",
        at=child("", key),
    )
    return ()
