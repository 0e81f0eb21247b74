"""The common part of all declarations, and the scopes for names of inline types."""

from __future__ import annotations

from typing import TypedDict

from sdkwright.frontend import descriptions, engine, extensions
from sdkwright.frontend.context import Scope
from sdkwright.frontend.engine import Schema
from sdkwright.model import ir, naming
from sdkwright.model.origin import Component, Inline, Origin, key_of


class Declared(TypedDict):
    """The fields of `ir.Declared`."""

    id: Origin
    package: ir.Package
    hints: tuple[str, ...]
    doc: ir.Doc
    source: ir.SourcePointer
    name: ir.Name
    module: str
    title: str


def declared(
    id_: Origin, package: ir.Package, hints: tuple[str, ...], schema: Schema, at: str
) -> Declared:
    """Return the common fields of a declaration.

    Args:
        id_: The id that references use.
        package: The package that it is imported from.
        hints: Candidates for its name, most preferred first; a name requested in the document comes
            before them.
        schema: The schema that describes it.
        at: The JSON pointer of its schema.
    """
    requested = extensions.name_override(schema)
    return {
        "id": id_,
        "package": package,
        "hints": (
            tuple(dict.fromkeys([naming.class_name(requested), *hints])) if requested else hints
        ),
        "doc": descriptions.of_object(schema),
        "source": ir.SourcePointer(at),
        "name": ir.Name(key_of(id_.node)),
        "module": "",
        "title": engine.text(schema.title),
    }


def is_component(id_: Origin) -> bool:
    """Return whether a type is a component, rather than something inside of one."""
    match id_.node:
        case Component(section="schemas"):
            return True
    return False


def nullable(kind: ir.Type) -> ir.Type:
    """Return a type that also allows null."""
    match kind:
        case ir.Nullable() | ir.Any() | ir.Primitive("null"):
            return kind
    return ir.Nullable(kind)


def scope_of(id_: Origin, otherwise: Scope) -> Scope:
    """Return the scope for types inside of a component, named after it wherever it is used."""
    match id_.node:
        case Component(name, "schemas"):
            return Scope("components", naming.class_name(name))
        case Inline(Component(name, "schemas"), steps):
            scope = Scope("components", naming.class_name(name))
            keywords = iter(steps)
            for keyword in keywords:
                if keyword in {"$defs", "definitions", "properties"}:
                    scope = scope.down(next(keywords, ""))
            return scope
        case Component(name) | Inline(Component(name)):
            return Scope("components", naming.class_name(name), path=otherwise.path)
    return otherwise
