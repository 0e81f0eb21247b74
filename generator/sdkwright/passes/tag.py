"""Tag: give each variant of a union the property that distinguishes it.

A discriminator may name a property that variants do not declare (OpenAPI 3.1, section 4.8.25):
only `mapping`, or the name of the component, has its value. Without a field it would be dropped
when the variant is read, and not sent when the variant is sent.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from sdkwright.model import ir
from sdkwright.model.origin import Origin


@dataclass(slots=True)
class _Tag:
    """What unions say of one property of a model.

    Attributes:
        values: The values that select the model.
        is_open: Whether a union also selects it for other values, or for none that is known.
        union: The first of these unions.
    """

    union: ir.Union
    values: dict[str, None] = field(default_factory=dict)
    is_open: bool = False


def tag(api: ir.Api) -> ir.Api:
    """Add missing discriminator properties to models, and the values that new objects get.

    A value is known if it is the only one that selects the model in all unions.
    """
    declarations = {item.id: item for item in api.declarations}
    found: dict[Origin, dict[str, _Tag]] = {}
    for union in api.declarations:
        if isinstance(union, ir.Union) and union.discriminator is not None:
            _collect(union, union.discriminator, declarations, found)
    return replace(
        api,
        declarations=tuple(
            (
                _tagged(item, found[item.id], declarations)
                if isinstance(item, ir.Model) and item.id in found
                else item
            )
            for item in api.declarations
        ),
    )


def _collect(
    union: ir.Union,
    by: ir.Discriminator,
    declarations: Mapping[Origin, ir.Declaration],
    found: dict[Origin, dict[str, _Tag]],
) -> None:
    for kind in union.variants:
        values = [value for value, mapped in by.mapping if mapped == kind]
        for model in _models(kind, by.property, declarations, {union.id}):
            tags = found.setdefault(model, {})
            told = tags.setdefault(by.property, _Tag(union))
            told.values |= dict.fromkeys(values)
            told.is_open |= not values or kind == by.default


def _models(
    kind: ir.Type, name: str, declarations: Mapping[Origin, ir.Declaration], seen: set[Origin]
) -> Iterator[Origin]:
    """Yield the models of a variant, but those that a nested union tells apart by the property."""
    if not isinstance(kind, ir.Named) or kind.id in seen:
        return
    seen.add(kind.id)
    match declarations[kind.id]:
        case ir.Model(id=id_):
            yield id_
        case ir.Alias(target=target):
            yield from _models(target, name, declarations, seen)
        case ir.Union(variants=variants, discriminator=by):
            own = [mapped for _, mapped in by.mapping] if by and by.property == name else []
            for variant in variants:
                if variant not in own:
                    yield from _models(variant, name, declarations, seen)


def _tagged(
    model: ir.Model, tags: Mapping[str, _Tag], declarations: Mapping[Origin, ir.Declaration]
) -> ir.Model:
    known = {item.name.wire for item in model.fields}
    fields = [
        _with_value(item, tags[item.name.wire], declarations) if item.name.wire in tags else item
        for item in model.fields
    ]
    fields += [_field(name, told) for name, told in tags.items() if name not in known]
    return replace(model, fields=tuple(fields))


def _field(name: str, told: _Tag) -> ir.Field:
    """Return the field of a property that the model does not declare.

    If several values select the model, callers have to choose one.
    """
    values = () if told.is_open else tuple(told.values)
    return ir.Field(
        name=ir.Name(name),
        type=ir.Literal(values) if values else ir.Primitive("string"),
        required=len(values) > 1,
        doc=ir.Doc(),
        source=told.union.source,
        tag=_only(told),
    )


def _with_value(
    item: ir.Field, told: _Tag, declarations: Mapping[Origin, ir.Declaration]
) -> ir.Field:
    value = _only(told)
    is_set_by_server = item.access == "read"
    if value is None or is_set_by_server or not _takes(item.type, value, declarations):
        return item
    return replace(item, tag=value)


def _only(told: _Tag) -> str | None:
    return next(iter(told.values)) if len(told.values) == 1 and not told.is_open else None


def _takes(kind: ir.Type, value: str, declarations: Mapping[Origin, ir.Declaration]) -> bool:
    """Return whether text is a value of a type."""
    match kind:
        case ir.Primitive():
            return kind == ir.Primitive("string")
        case ir.Any():
            return True
        case ir.Literal(values=values):
            return value in values
        case ir.Nullable(inner=inner):
            return _takes(inner, value, declarations)
        case ir.Named(id=id_):
            match declarations[id_]:
                case ir.Enum(values=values, open=is_open):
                    return value in values or (is_open and isinstance(values[0], str))
                case ir.Alias(target=target):
                    return _takes(target, value, declarations)
    return False
