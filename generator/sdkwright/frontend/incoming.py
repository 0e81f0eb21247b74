"""Incoming requests: webhooks and callbacks, which the API's server sends, and their payloads.

They are declared in `webhooks` (in `x-webhooks` before OpenAPI 3.1), and as `callbacks` of
operations. Each is lowered completely, or dropped with a reason, as an operation is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from sdkwright.frontend import descriptions, engine, extensions, parameters
from sdkwright.frontend.context import Context, Scope
from sdkwright.frontend.engine import Operation, RequestBody
from sdkwright.frontend.path_items import Place, note_excluded, path_items_of, place_of, readable
from sdkwright.frontend.request_bodies import lower_payload
from sdkwright.frontend.schemas import Types
from sdkwright.model import graph, ir, methods, naming
from sdkwright.model.json_pointer import child
from sdkwright.model.origin import Document, Origin

SECTIONS: Final = ("webhooks", "x-webhooks")
"""The sections for webhooks; only the first one present is read."""


@dataclass(frozen=True, slots=True)
class IncomingRequest:
    """A path × method that the server calls; `operation` is the one that triggers it, or ""."""

    name: str
    place: Place
    operation: str = ""

    @property
    def subject(self) -> str:
        """The name used in diagnostics."""
        return f"{methods.sent(self.place.method)} {self.name}"


def lower_webhooks(
    types: Types, places: Iterable[Place], operations: Mapping[str, str]
) -> tuple[ir.Webhook, ...]:
    """Lower all webhooks, and all callbacks of operations.

    Args:
        types: Lowers their schemas.
        places: All operations.
        operations: The ids of those that were lowered, by their JSON pointers.
    """
    taken: set[str] = set()
    found: list[ir.Webhook] = []
    for request in _incoming_requests(types.context, places, operations):
        webhook = _lower(types, request, taken)
        if webhook is not None:
            found.append(webhook)
    types.context.subject = ""
    return tuple(found)


def lower_event(types: Types, webhooks: Iterable[ir.Webhook]) -> ir.Named | None:
    """Return the type of any webhook's payload, if a constant in it identifies the webhook.

    The webhook that a payload belongs to must never be guessed: without a property that has a
    different value in each of them, there is no such type. Callbacks are distinguished by their
    URLs, and payloads other than JSON by their media types.
    """
    context = types.context
    payloads = [webhook.payload for webhook in webhooks if not webhook.operation]
    kinds = {media.type: None for media in payloads if media and media.content == "json"}
    models = [model for kind in kinds for model in _models(context, kind)]
    if len(models) < 2 or None in models:
        return None
    tags = next(_discriminators(context, [model for model in models if model is not None]), None)
    if tags is None:
        return None
    at = next(f"/{section}" for section in (*SECTIONS, "paths") if section in context.data)
    id_ = Origin(Document(), "event")
    context.declarations[id_] = ir.Union(
        id=id_,
        package="operations",
        hints=("WebhookEvent",),
        doc=ir.Doc(description="The payload of any webhook."),
        source=ir.SourcePointer(at),
        name=ir.Name("WebhookEvent"),
        module="",
        variants=tuple(dict.fromkeys(kind for _, kind in tags.mapping)),
        discriminator=tags,
    )
    return ir.Named(id_)


# Search


def _incoming_requests(
    context: Context, places: Iterable[Place], operations: Mapping[str, str]
) -> Iterator[IncomingRequest]:
    section = next((name for name in SECTIONS if context.data.get(name)), "webhooks")
    for name, item, at in path_items_of(context, context.data.get(section), f"/{section}"):
        yield from _methods(context, name, item, at, "")
    seen: set[str] = set()
    for place in places:
        callbacks = place.raw.get("callbacks") if isinstance(place.raw, dict) else None
        if callbacks is None or place.is_excluded:
            continue
        for request in _callbacks(context, callbacks, place.at, operations.get(place.at, "")):
            if request.place.at in seen:  # several operations may refer to the same component
                continue
            seen.add(request.place.at)
            if place.at in operations:
                yield request
            else:
                _drop(context, request)


def _drop(context: Context, request: IncomingRequest) -> None:
    context.diagnostics.error(
        "dropped-operation",
        "the operation that triggers this callback was dropped",
        fix="correct that operation",
        at=request.place.at,
        subject=request.subject,
    )


def _callbacks(
    context: Context, callbacks: object, at: str, operation: str
) -> Iterator[IncomingRequest]:
    at = child(at, "callbacks")
    for name, item in callbacks.items() if isinstance(callbacks, dict) else ():
        place, inside = child(at, name), item
        if isinstance(item, dict) and isinstance(item.get("$ref"), str):
            target = context.target(engine.Reference.model_validate({"$ref": item["$ref"]}), place)
            if target is None:
                continue
            place, inside = target.pointer, target.value
        for _, path_item, item_at in path_items_of(context, inside, place):
            yield from _methods(context, name, path_item, item_at, operation)


def _methods(
    context: Context, name: str, item: Mapping[str, Any], at: str, operation: str
) -> Iterator[IncomingRequest]:
    for found in methods.operations_in(item):
        for place in place_of(context, found, name, item, at):
            yield IncomingRequest(name, place, operation)


# Lowering


def _lower(types: Types, request: IncomingRequest, taken: set[str]) -> ir.Webhook | None:
    context, place = types.context, request.place
    context.subject = request.subject
    if place.is_excluded:
        note_excluded(context, place)
        return None
    webhook: ir.Webhook | None = None
    owners = [context.origin(place.at)]
    with context.attribute_to(owners[0]):
        operation = context.read(Operation, readable(place.raw), place.at)
        if operation is not None:
            webhook = _webhook(types, request, operation, _unique_id(request, taken))
    if webhook is not None:
        owners += graph.closure(graph.of_webhook(webhook), context.declarations)
    problems = [problem for owner in owners for problem in context.problems_of(owner)]
    if problems:
        context.report_dropped(problems)
        return None
    return webhook


def _unique_id(request: IncomingRequest, taken: set[str]) -> str:
    """Return an id that no other webhook has.

    A name may have several methods, and callbacks of several operations may have the same name.
    """
    name, place = request.name, request.place
    second = f"{request.operation} {name}" if request.operation else f"{name} {place.method}"
    candidates = (name, second, f"{name} {place.at}")
    chosen = next((id_ for id_ in candidates if id_ not in taken), candidates[-1])
    taken.add(chosen)
    return chosen


def _webhook(types: Types, request: IncomingRequest, operation: Operation, id_: str) -> ir.Webhook:
    place = request.place
    extensions.note_unknown(types.context, operation, place.at)
    scope = Scope("operations", naming.class_name(id_, fallback="Webhook"), "Payload")
    inputs = parameters.lower_parameters(
        types,
        of_operation=parameters.listed(
            operation.parameters, place.raw.get("parameters"), child(place.at, "parameters")
        ),
        of_path=parameters.read_listed(types.context, place.item.get("parameters"), place.item_at),
        global_parameters=(),
        has_authorization=True,
        path="",
        path_at=place.item_at,
        at=place.at,
        scope=scope,
    )
    body, at = types.context.follow(
        operation.request_body, RequestBody, child(place.at, "requestBody")
    )
    payload = None if body is None else lower_payload(types, body, at, scope)
    types.finish()
    doc = types.context.count_text(descriptions.of_operation(operation, place.raw), place.at)
    if body is not None and not (doc.summary or doc.description):
        doc = replace(doc, description=engine.text(body.description))
    return ir.Webhook(
        id=id_,
        name=ir.Name(request.name, extensions.name_override(operation)),
        method=place.method,
        doc=doc,
        source=ir.SourcePointer(place.at),
        headers=tuple(item for item in inputs.parameters if item.location == "header"),
        payload=payload,
        operation=request.operation,
    )


# Distinction


def _models(context: Context, kind: ir.Type) -> Iterator[ir.Model | None]:
    """Yield the objects that a type consists of; None for anything else."""
    declared = context.declarations.get(kind.id) if isinstance(kind, ir.Named) else None
    if isinstance(declared, ir.Union):
        for variant in declared.variants:
            yield from _models(context, variant)
    else:
        yield declared if isinstance(declared, ir.Model) else None


def _discriminators(context: Context, models: list[ir.Model]) -> Iterator[ir.Discriminator]:
    """Yield the properties that have different constants in each of the given objects."""
    models = list({model.id: model for model in models}.values())
    for name in [field.name.wire for field in models[0].fields]:
        mapping: dict[str, ir.Type] = {}
        wanted = 0
        for model in models:
            values = _constants(context, model, name)
            wanted += len(values) if values else 1
            mapping |= {value: ir.Named(model.id) for value in values}
        if len(mapping) == wanted and len({*mapping.values()}) == len(models) > 1:
            yield ir.Discriminator(name, tuple(mapping.items()))


def _constants(context: Context, model: ir.Model, name: str) -> tuple[str, ...]:
    field = next((f for f in model.fields if f.name.wire == name and f.required), None)
    kind = None if field is None else field.type
    declared = context.declarations.get(kind.id) if isinstance(kind, ir.Named) else None
    values: tuple[object, ...] = ()
    if isinstance(kind, ir.Literal):
        values = kind.values
    elif isinstance(declared, ir.Enum):
        values = declared.values
    texts = tuple(value for value in values if isinstance(value, str))
    return texts if len(texts) == len(values) else ()
