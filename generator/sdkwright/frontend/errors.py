"""Errors: the bodies of failures, and the exception classes that carry them."""

from __future__ import annotations

from dataclasses import replace

from sdkwright.frontend import descriptions, keywords, merging, objects
from sdkwright.frontend.context import Context, Scope
from sdkwright.frontend.declared import scope_of
from sdkwright.frontend.engine import DataType, Reference, Schema, SchemaOrReference
from sdkwright.frontend.lowerer import Lowerer, Task
from sdkwright.frontend.merging import Leaf
from sdkwright.model import ir
from sdkwright.model.origin import Origin, key_of


def lower_error(
    types: Lowerer, item: SchemaOrReference | None, at: str, scope: Scope, doc: ir.Doc
) -> tuple[ir.Type, Origin | None]:
    """Lower the body of an error, and declare the exception class that carries it.

    Args:
        types: Lowers the schema, and receives the model.
        item: The schema of the body.
        at: Its JSON pointer.
        scope: The basis for the name of the class, if the body is not a component.
        doc: The documentation of the response, for a body without a description.

    Returns:
        The type of the body, and the id of the class; None if the body is not a model.
    """
    schema, place = types.context.follow(item, Schema, at)
    leaves = _plain_object(types.context, schema, place) if schema is not None else None
    if schema is None or leaves is None:
        return types.lower(item, at, scope), None
    if isinstance(item, Reference):
        scope = scope_of(types.context.origin(place), scope)
    base = scope.hints[-1].removesuffix("Error")
    body = types.declare_model(
        Task(
            id=types.context.origin(place, "error"),
            package="errors",
            schema=schema,
            leaves=leaves,
            at=place,
            scope=scope,
            hints=(f"{base}ErrorData",),
        )
    )
    raised = types.context.origin(place, "raised")
    if raised not in types.context.errors:
        own = descriptions.of_object(schema)
        types.context.errors[raised] = ir.ErrorType(
            id=raised,
            hints=(f"{base}Error",),
            body=body,
            doc=own if own.description else replace(own, description=doc.description),
            source=ir.SourcePointer(place),
            name=ir.Name(key_of(raised.node)),
            module="",
        )
    return body, raised


def _plain_object(context: Context, schema: Schema, at: str) -> tuple[Leaf, ...] | None:
    """Return the leaves of an object that has known properties and no choices; else None."""
    leaves = merging.leaves(context, schema, at)
    if any(keywords.choices(leaf.schema, leaf.at) for leaf in leaves):
        return None
    if any(keywords.has_values(leaf.schema) for leaf in leaves):
        return None
    if merging.kinds(leaves) != [DataType.OBJECT] or not objects.has_usable_names(leaves):
        return None
    return tuple(leaves)
