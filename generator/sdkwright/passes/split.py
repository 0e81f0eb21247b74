"""Split: separate forms of models with read-only or write-only fields.

`readOnly` and `writeOnly` (OpenAPI 3.1, section 4.8.24; JSON Schema validation, section 9.4) split
one schema in two: the form that is sent, and the form that is received. So callers need not set
what only the server sets, and responses need not contain what it never returns.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from sdkwright.model import graph, ir
from sdkwright.model.origin import Origin


def split(api: ir.Api) -> ir.Api:
    """Split models with required read-only or write-only fields into one form per direction.

    A model that is used in one direction only loses the fields of the other, and one that no
    operation uses loses none. A model that is used in both directions, and could not be created or
    decoded without these fields, is split in two, and so are the types that contain it; the sent
    form is named `...Input`. A model whose fields of this kind are all optional is not split.
    """
    declarations = {item.id: item for item in api.declarations}
    if not any(field.access for model in _models(api) for field in model.fields):
        return api
    sent = graph.closure(_ids(_sent(api)), declarations)
    received = graph.closure(_ids(_received(api)), declarations)
    one_way = {
        model.id
        for model in _models(api)
        if any(field.access and field.required for field in model.fields)
    }
    twofold = {id_ for id_ in _holders(one_way, declarations) if id_ in sent and id_ in received}
    forms = _Forms({id_: replace(id_, is_sent=True) for id_ in twofold})
    made: list[ir.Declaration] = []
    for item in api.declarations:
        is_sent, is_received = item.id in sent, item.id in received
        if is_received or not is_sent:
            keeps_all = is_sent == is_received and item.id not in twofold
            made.append(item if keeps_all else _without(item, "write"))
        else:
            made.append(forms.renamed(_without(item, "read")))
        if item.id in twofold:
            made.append(forms.sent(item))
    resources = tuple(
        replace(item, operations=tuple(map(forms.of_operation, item.operations)))
        for item in api.resources
    )
    return replace(api, declarations=tuple(made), resources=resources)


def _holders(ids: Iterable[Origin], declarations: Mapping[Origin, ir.Declaration]) -> set[Origin]:
    """Return the given types and all that contain them, directly or indirectly."""
    holders: dict[Origin, list[Origin]] = {}
    for id_, item in declarations.items():
        for inner in graph.of_declaration(item):
            holders.setdefault(inner, []).append(id_)
    found = dict.fromkeys(ids)
    waiting = [*found]
    for inner in waiting:
        new = [id_ for id_ in holders.get(inner, ()) if id_ not in found]
        found |= dict.fromkeys(new)
        waiting += new
    return {*found}


def _models(api: ir.Api) -> Iterator[ir.Model]:
    return (item for item in api.declarations if isinstance(item, ir.Model))


def _operations(api: ir.Api) -> Iterator[ir.Operation]:
    for resource in api.resources:
        yield from resource.operations


def _sent(api: ir.Api) -> Iterator[ir.Type]:
    yield from (parameter.type for parameter in api.globals)
    for operation in _operations(api):
        yield from (parameter.type for parameter in operation.parameters)
        if operation.request is not None:
            yield operation.request
        if operation.body is not None:
            yield from (media.type for media in operation.body.media_types)


def _received(api: ir.Api) -> Iterator[ir.Type]:
    for operation in _operations(api):
        for response in operation.responses:
            yield from (media.type for media in response.all_media)
        yield from (error.media_type.type for error in operation.errors if error.media_type)
    for webhook in api.webhooks:
        yield from (header.type for header in webhook.headers)
        yield from () if webhook.payload is None else (webhook.payload.type,)
    yield from () if api.event is None else (api.event,)


def _ids(types: Iterable[ir.Type]) -> Iterator[Origin]:
    for kind in types:
        yield from graph.of_type(kind)


def _without(item: ir.Declaration, access: str) -> ir.Declaration:
    if not isinstance(item, ir.Model):
        return item
    return replace(item, fields=tuple(field for field in item.fields if field.access != access))


@dataclass(frozen=True, slots=True)
class _Forms:
    """The ids of the types that have a separate sent form, and the ids of these forms."""

    ids: Mapping[Origin, Origin]

    def sent(self, item: ir.Declaration) -> ir.Declaration:
        """Return the sent form of a type."""
        hints = tuple(f"{hint}Input" for hint in item.hints)
        return replace(self.renamed(_without(item, "read")), id=self.ids[item.id], hints=hints)

    def renamed(self, item: ir.Declaration) -> ir.Declaration:
        """Return a type that refers to the sent forms."""
        match item:
            case ir.Model(fields=fields, additional=additional):
                return replace(
                    item,
                    fields=tuple(replace(f, type=self.of_type(f.type)) for f in fields),
                    additional=None if additional is None else self.of_type(additional),
                )
            case ir.Union(variants=variants, discriminator=tags):
                return replace(
                    item,
                    variants=tuple(map(self.of_type, variants)),
                    discriminator=None if tags is None else self._of_tags(tags),
                )
            case ir.Alias(target=target):
                return replace(item, target=ir.Named(self.ids.get(target.id, target.id)))
        return item

    def _of_tags(self, tags: ir.Discriminator) -> ir.Discriminator:
        mapping = tuple((value, self.of_type(kind)) for value, kind in tags.mapping)
        default = None if tags.default is None else self.of_type(tags.default)
        return replace(tags, mapping=mapping, default=default)

    def of_type(self, kind: ir.Type) -> ir.Type:
        match kind:
            case ir.Named(id_):
                return ir.Named(self.ids.get(id_, id_))
            case ir.ListOf(inner):
                return ir.ListOf(self.of_type(inner))
            case ir.TupleOf(items):
                return ir.TupleOf(tuple(map(self.of_type, items)))
            case ir.MapOf(inner):
                return ir.MapOf(self.of_type(inner))
            case ir.Nullable(inner):
                return ir.Nullable(self.of_type(inner))
        return kind

    def of_operation(self, operation: ir.Operation) -> ir.Operation:
        """Return an operation that sends the sent forms."""
        if operation.request is not None:
            sent = ir.Named(self.ids.get(operation.request.id, operation.request.id))
            operation = replace(operation, request=sent)
        if operation.body is None:
            return operation
        media_types = tuple(
            replace(media, type=self.of_type(media.type)) for media in operation.body.media_types
        )
        return replace(operation, body=replace(operation.body, media_types=media_types))
