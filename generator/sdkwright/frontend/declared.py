"""What every declaration has, and what inline types are named after."""

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
    """Give what every declaration has.

    Args:
        id_: What it is referred to by.
        package: Where it is imported from.
        hints: Names for it, the most wanted first; one that the document asks for goes before.
        schema: What describes it.
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
    """Give the last step of a pointer: the key of a component, the name of a property."""
    return steps(pointer)[-1] if pointer else ""


def is_component(id_: str) -> bool:
    """Whether a declaration is a component, and not something inside of one."""
    match steps(id_):
        case ("components", "schemas", _):
            return True
    return False


def nullable(made: ir.Type) -> ir.Type:
    """Let a type be null too."""
    match made:
        case ir.Nullable() | ir.Any() | ir.Primitive("null"):
            return made
    return ir.Nullable(made)


def scope_of(pointer: str, otherwise: Scope) -> Scope:
    """Name the types inside of a component after it, wherever it was reached from."""
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
