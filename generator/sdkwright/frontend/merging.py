"""`allOf`: the schemas that apply to one value, as a flat list.

Splits a schema into leaves, none of which has an `allOf`, and reads an object from several of them.
It creates no types: `combined` does, from the leaves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sdkwright.frontend import engine, keywords, references
from sdkwright.frontend.context import Context, Scope
from sdkwright.frontend.engine import DataType, Reference, Schema
from sdkwright.frontend.keywords import Part
from sdkwright.model.json_pointer import child


@dataclass(frozen=True, slots=True)
class Leaf:
    """One of the schemas that apply to a value.

    `is_shared` means that it was found through a reference, so other schemas share its contents.
    """

    schema: Schema
    at: str
    is_shared: bool = False

    @property
    def is_object(self) -> bool:
        """Whether it describes properties of an object."""
        return bool(
            self.schema.properties or self.schema.required or keywords.allows_others(self.schema)
        )


@dataclass(frozen=True, slots=True)
class Merge:
    """Schemas that all apply to one value.

    `schema` describes the value, `at` is the JSON pointer of what is declared for it, and `scope`
    the basis for its name.
    """

    schema: Schema
    leaves: tuple[Leaf, ...]
    at: str
    scope: Scope


@dataclass(frozen=True, slots=True)
class Property:
    """A property: the schemas for it, each with the leaf that contains it."""

    name: str
    parts: tuple[tuple[Leaf, Part], ...]


def leaves(context: Context, schema: Schema, at: str) -> list[Leaf]:
    """Return the schemas that apply to a value, those of `allOf` before the one containing it.

    Args:
        context: Resolves references.
        schema: The schema to split.
        at: Its JSON pointer.

    Returns:
        Each schema once, without those that do not affect the shape of the value.
    """
    found: dict[str, Leaf] = {}
    _collect(context, Leaf(schema, at), {at}, found)
    return list(found.values())


def leaves_of(context: Context, part: Part) -> list[Leaf]:
    """Return the leaves of a schema, or of the target of a reference."""
    schema, at = context.follow(part.item, Schema, part.at)
    if schema is None:
        return []
    found: dict[str, Leaf] = {}
    _collect(context, Leaf(schema, at, isinstance(part.item, Reference)), {at}, found)
    return list(found.values())


def _collect(context: Context, leaf: Leaf, seen: set[str], found: dict[str, Leaf]) -> None:
    # Each schema is visited once: if two members have the same parents, and these the same parents
    # again, there are exponentially many paths.
    for part in keywords.all_of(leaf.schema, leaf.at):
        schema, at = context.follow(part.item, Schema, part.at)
        if schema is not None and at not in seen:
            seen.add(at)
            is_shared = leaf.is_shared or isinstance(part.item, Reference)
            _collect(context, Leaf(schema, at, is_shared), seen, found)
    is_relevant = keywords.kinds(leaf.schema) or keywords.structure(leaf.schema) - {"allOf"}
    if is_relevant or leaf.schema.required or keywords.format_of(leaf.schema):
        found.setdefault(leaf.at, leaf)


def properties(together: Iterable[Leaf]) -> Iterator[Property]:
    """Yield the properties of an object, in the order in which they first occur."""
    found: dict[str, list[tuple[Leaf, Part]]] = {}
    for leaf in together:
        for name, item in engine.keys(leaf.schema.properties):
            part = Part(item, child(leaf.at, "properties", name))
            found.setdefault(name, []).append((leaf, part))
    for name, parts in found.items():
        yield Property(name, tuple(parts))


def required(together: Iterable[Leaf]) -> dict[str, str]:
    """Return the names of the required properties, each with its pointer."""
    found: dict[str, str] = {}
    for leaf in together:
        for index, name in enumerate(leaf.schema.required or []):
            found.setdefault(engine.text(name), child(leaf.at, "required", index))
    return found


def covers(whole: Iterable[Leaf], some: Iterable[Leaf]) -> bool:
    """Return whether an object already has all that some leaves would add."""
    whole, some = [*whole], [*some]
    if {leaf.at for leaf in some} <= {leaf.at for leaf in whole}:
        return True
    names = {item.name for item in properties(whole)}
    return (
        {item.name for item in properties(some)} <= names
        and required(some).keys() <= required(whole).keys()
        and not any(keywords.allows_others(leaf.schema) for leaf in some)
    )


def kinds(together: Iterable[Leaf]) -> list[DataType] | None:
    """Return the types that all leaves allow; a leaf that names no type allows any.

    Returns an empty list if no leaf names a type, and None if they exclude each other.
    """
    common: list[DataType] | None = None
    for leaf in together:
        allowed = keywords.kinds(leaf.schema)
        if not allowed and leaf.is_object:
            allowed = [DataType.OBJECT]
        if not allowed:
            continue
        if common is None:
            common = allowed
            continue
        numbers = {DataType.NUMBER, DataType.INTEGER}
        if DataType.NUMBER in common and DataType.INTEGER in allowed:
            common = [DataType.INTEGER if kind in numbers else kind for kind in common]
        elif DataType.INTEGER in common and DataType.NUMBER in allowed:
            allowed = [DataType.INTEGER if kind in numbers else kind for kind in allowed]
        common = [kind for kind in common if kind in allowed]
    if common is None:
        return []
    return common or None


def is_possible(context: Context, together: Sequence[Leaf]) -> bool:
    """Return whether a value can satisfy all leaves, judging by types and constants."""
    if kinds(together) is None:
        return False
    listed = [
        keywords.values_of(leaf.schema) for leaf in together if keywords.has_values(leaf.schema)
    ]
    if not _have_common(listed):
        return False
    for item in properties(together):
        schemas = [context.follow(part.item, Schema, part.at)[0] for _, part in item.parts]
        valued = [found for found in schemas if found is not None and keywords.has_values(found)]
        if not _have_common([keywords.values_of(found) for found in valued]):
            return False
    return True


def _have_common(listed: Sequence[list[Any]]) -> bool:
    return not listed or any(all(value in each for each in listed) for value in listed[0])


@dataclass(slots=True)
class Families:
    """The components that extend others.

    The children of a schema are those whose `allOf` refers to it, and their children.
    """

    context: Context
    _children: dict[str, list[str]] | None = field(default=None)

    def children(self, at: str) -> list[str]:
        """Return the pointers of the schemas that extend the given one, the nearest first."""
        if self._children is None:
            self._children = {}
            for place, parent in self._pairs():
                self._children.setdefault(parent, []).append(place)
        found = [*self._children.get(at, [])]
        for place in found:
            found += [other for other in self._children.get(place, []) if other not in found]
        return found

    def _pairs(self) -> Iterator[tuple[str, str]]:
        match self.context.data:
            case {"components": {"schemas": dict() as schemas}}:
                pass
            case _:
                return
        for name, schema in schemas.items():
            place = child("/components/schemas", name)
            for ref in _references(schema):
                target = self.context.resolved(ref, keywords.STRUCTURE)
                if isinstance(target, references.Target) and target.pointer != place:
                    yield place, target.pointer


def _references(schema: Any) -> Iterator[str]:
    match schema:
        case {"allOf": [*members]}:
            for member in members:
                match member:
                    case {"$ref": str(ref)}:
                        yield ref
