"""References, and the components that they refer to, each of which is lowered once."""

from __future__ import annotations

from typing import Final

from sdkwright.frontend import choices, engine, keywords, references, unions
from sdkwright.frontend.context import ANY, Scope
from sdkwright.frontend.declared import declared, is_component, nullable, scope_of
from sdkwright.frontend.engine import Reference, Schema
from sdkwright.frontend.lowerer import Lowerer
from sdkwright.model import ir
from sdkwright.model.json_pointer import child

_NOWHERE: Final = Scope("components", "")


def lower_reference(types: Lowerer, item: Reference, at: str, scope: Scope) -> ir.Type:
    """Lower a reference to the type of its target, and a broken one to any type."""
    target = types.context.target(item, at, loss=ANY)
    schema, place = types.context.follow(item, Schema, at) if target else (None, at)
    if schema is None:
        return ir.Any()
    if keywords.structure(item):
        return _with_siblings(types, item, at, scope)
    lowered = _lower_once(types, schema, place, scope)
    return nullable(lowered) if engine.extras(item).get("nullable") is True else lowered


def declare_aliases(types: Lowerer) -> None:
    """Declare an alias for each component that is only a reference to another one.

    References to it lead to the other one, so nothing else makes its name importable.
    """
    context = types.context
    components = context.data.get("components")
    schemas = components.get("schemas") if isinstance(components, dict) else None
    for name, value in schemas.items() if isinstance(schemas, dict) else ():
        if not isinstance(value, dict) or not isinstance(value.get("$ref"), str):
            continue
        at = child("/components/schemas", name)
        if not keywords.STRUCTURE.isdisjoint(value):
            continue  # a schema of its own
        id_ = context.origin(at)
        target = context.resolved(value["$ref"], keywords.STRUCTURE)
        if isinstance(target, references.Unresolved) or id_ in context.declarations:
            continue
        found = context.origin(target.pointer)
        if context.declarations.get(found) is None or not is_component(found):
            continue
        schema = context.read(Schema, {k: v for k, v in value.items() if k != "$ref"}, at)
        if schema is not None:
            common = declared(id_, "components", scope_of(id_, _NOWHERE).hints, schema, at)
            context.declarations[id_] = ir.Alias(**common, target=ir.Named(found))


def _with_siblings(types: Lowerer, item: Reference, at: str, scope: Scope) -> ir.Type:
    """Treat keywords beside a `$ref` as another member of an `allOf` (OpenAPI 3.1)."""
    beside = dict(engine.extras(item))
    reference = {"$ref": item.ref.get_untrusted_value()}
    whole = {**beside, "allOf": [reference, *(beside.get("allOf") or ())]}
    schema = types.context.read(Schema, whole, at)
    return ir.Any() if schema is None else types.lower(schema, at, scope)


def _lower_once(types: Lowerer, schema: Schema, place: str, scope: Scope) -> ir.Type:
    """Lower the target of a reference, only once."""
    id_, is_inside = types.context.origin(place), types.recursion.is_in_progress(place)
    lowered = types.recursion.once(
        place,
        place,
        lower=lambda: _lower(types, schema, place, scope),
        name=lambda of: unions.self_reference(
            types.context, of, is_nullable=choices.allows_null(types.context, schema, of)
        ),
    )
    if lowered != ir.Named(id_) and not is_inside:
        # Otherwise the problems are attributed to its users.
        types.context.add_problems(types.context.problems_of(id_))
    return lowered


def _lower(types: Lowerer, schema: Schema, place: str, scope: Scope) -> ir.Type:
    id_ = types.context.origin(place)
    scope = scope_of(id_, scope)
    with types.recursion.of_target(), types.context.attribute_to(id_):
        lowered = types.lower(schema, place, scope)
    lowered = unions.close_recursion(types, lowered, schema, place, scope)
    _declare_alias(types, schema, lowered, place, scope)
    return lowered


def _declare_alias(
    types: Lowerer, schema: Schema, lowered: ir.Type, place: str, scope: Scope
) -> None:
    """Declare an alias for a component that is nothing but another one (`allOf: [it]`)."""
    id_ = types.context.origin(place)
    target = lowered.inner if isinstance(lowered, ir.Nullable) else lowered
    if not isinstance(target, ir.Named) or target.id == id_:
        return
    is_alias = is_component(id_) and is_component(target.id)
    if is_alias and not types.recursion.is_recursive(place):
        common = declared(id_, scope.package, scope.hints, schema, place)
        types.context.declarations.setdefault(id_, ir.Alias(**common, target=target))
