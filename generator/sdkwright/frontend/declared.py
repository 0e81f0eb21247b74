"""The common part of all declarations, and the scopes for names of inline types."""

from __future__ import annotations

from typing import TypedDict

from sdkwright.frontend import descriptions, extensions
from sdkwright.frontend.context import Scope
from sdkwright.frontend.engine import Schema
from sdkwright.model import ir, naming
from sdkwright.model.json_pointer import steps


class Declared(TypedDict):
    """The fields of `ir.Declared`."""

    id: str
    package: ir.Package
    hints: tuple[str, ...]
    doc: ir.Doc
    source: ir.SourcePointer
    name: ir.Name
    module: str


def declared(
    id_: str, package: ir.Package, hints: tuple[str, ...], schema: Schema, at: str
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
    wish = extensions.name_override(schema)
    return {
        "id": id_,
        "package": package,
        "hints": tuple(dict.fromkeys([naming.class_name(wish), *hints])) if wish else hints,
        "doc": descriptions.of_object(schema),
        "source": ir.SourcePointer(at),
        "name": ir.Name(key(at)),
        "module": "",
    }


def key(pointer: str) -> str:
    """Return the last step of a pointer: the key of a component, the name of a property."""
    return steps(pointer)[-1] if pointer else ""


def is_component(id_: str) -> bool:
    """Return whether a declaration is a component, rather than something inside of one."""
    match steps(id_):
        case ("components", "schemas", _):
            return True
    return False


def nullable(made: ir.Type) -> ir.Type:
    """Return a type that also allows null."""
    match made:
        case ir.Nullable() | ir.Any() | ir.Primitive("null"):
            return made
    return ir.Nullable(made)


def scope_of(pointer: str, otherwise: Scope) -> Scope:
    """Return the scope for types inside of a component, named after it wherever it is used."""
    match steps(pointer):
        case ("components", "schemas", name, *inside):
            scope = Scope("components", naming.class_name(name))
            keywords = iter(inside)
            for keyword in keywords:
                if keyword == "properties":
                    scope = scope.down(next(keywords, ""))
            return scope
        case ("components", _, name, *_):
            return Scope("components", naming.class_name(name), path=otherwise.path)
    return otherwise
