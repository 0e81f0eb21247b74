"""Groups: the resources whose methods are operations, from tags or `x-speakeasy-group`.

A group with dots in its name is nested in another (`beta.responses`), and an operation with several
groups is in each of them. Knows nothing of the contents of an operation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from pydantic import BaseModel

from sdkwright.diagnostics import Diagnostics
from sdkwright.frontend import engine
from sdkwright.frontend.context import Context
from sdkwright.model import ir, naming
from sdkwright.model.json_pointer import child

UNTAGGED: Final = "default"
"""The resource of operations without a tag."""

GROUP: Final = "x-speakeasy-group"

_STEP: Final = re.compile(r"(?<=\w)\.(?=[^\W\d_])")
"""A dot between names: before a digit it is part of a version, at the end a full stop."""

_Key: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tag:
    """The name of a group as an operation spells it, and its pointer."""

    name: str
    at: str

    @property
    def key(self) -> _Key:
        """A key that is the same for spellings that differ only in case, spaces and hyphens."""
        return tuple("".join(naming.split_words(step)).lower() or step for step in self.steps)

    @property
    def steps(self) -> list[str]:
        """The names of the groups that lead to it, and its own."""
        return _STEP.split(self.name)


@dataclass(frozen=True, slots=True)
class Grouped:
    """An operation and its groups, at least one."""

    tags: tuple[Tag, ...]
    operation: ir.Operation


@dataclass(slots=True)
class _Group:
    spellings: dict[str, str] = field(default_factory=dict)
    """Its spellings, each with its first pointer."""
    operations: dict[int, ir.Operation] = field(default_factory=dict)


def tags_of(
    context: Context, operation: BaseModel, tags: Iterable[object], at: str, instead: str = ""
) -> tuple[Tag, ...]:
    """Return the groups of an operation.

    `x-speakeasy-group` replaces the tags; both can name several. `instead` is the name of a group
    that replaces both.
    """
    if instead:
        return (Tag(instead, at),)
    value = engine.extras(operation).get(GROUP)
    found = _tags(tags, child(at, "tags"))
    match value:
        case None:
            pass
        case str() if value.strip():
            found = [Tag(value, child(at, GROUP))]
        case [*names] if names and all(isinstance(name, str) and name.strip() for name in names):
            found = _tags(names, child(at, GROUP))
        case _:
            context.diagnostics.warning(
                "invalid-extension",
                f"`{GROUP}` is invalid and is ignored",
                fix="use the name of a group, or a list of names",
                at=child(at, GROUP),
                subject=context.subject,
            )
    return tuple(found) or (Tag(UNTAGGED, at),)


def _tags(names: Iterable[object], at: str) -> list[Tag]:
    texts = (str(name) for name in names)
    return [Tag(text, child(at, i)) for i, text in enumerate(texts) if text.strip()]


def resources(
    declared: list[tuple[str, str]], found: list[Grouped], diagnostics: Diagnostics
) -> tuple[ir.Resource, ...]:
    """Return a resource for each group, parents before the groups nested in them.

    Args:
        declared: Name and description of each tag in the document's list.
        found: All operations.
        diagnostics: Receives a note for each spelling that differs from the resource's name.
    """
    groups: dict[_Key, _Group] = {}
    for grouped in found:
        for tag in grouped.tags:
            for depth in range(1, len(tag.key)):
                groups.setdefault(tag.key[:depth], _Group())
            group = groups.setdefault(tag.key, _Group())
            group.spellings.setdefault(tag.name, tag.at)
            group.operations.setdefault(id(grouped.operation), grouped.operation)
    listed = [
        (Tag(name, child("/tags", index)), text) for index, (name, text) in enumerate(declared)
    ]
    names: dict[_Key, str] = {}
    resources = []
    for key, group in groups.items():
        known = [(tag, text) for tag, text in listed if tag.key == key]
        spelling = _spelling(key, group, groups, [tag.name for tag, _ in known])
        parent = names.get(key[:-1], "")
        own = _STEP.split(spelling)[-1]
        names[key] = wire = f"{parent}.{own}" if parent else own
        place = next((tag.at for tag, _ in known), "") or _first_place(key, groups)
        text = next((text for tag, text in known if text and tag.name == spelling), "")
        text = text or next((text for _, text in known if text), "")
        _note_spellings(group, spelling, diagnostics)
        resources.append(
            ir.Resource(
                ir.Name(wire),
                ir.Doc(description=text),
                ir.SourcePointer(place),
                tuple(group.operations.values()),
                parent=parent,
            )
        )
    return tuple(resources)


def _spelling(key: _Key, group: _Group, groups: dict[_Key, _Group], declared: list[str]) -> str:
    """Return the spelling to use: one in the document's list, else the first of an operation."""
    used = [*group.spellings]
    both = [name for name in declared if name in group.spellings]
    if both or used or declared:
        return (both or used or declared)[0]
    inner = next(name for other in _inside(key, groups) for name in other.spellings)
    return ".".join(_STEP.split(inner)[: len(key)])


def _first_place(key: _Key, groups: dict[_Key, _Group]) -> str:
    own = groups[key].spellings
    return next(
        place
        for other in (own, *(g.spellings for g in _inside(key, groups)))
        for place in other.values()
    )


def _inside(key: _Key, groups: dict[_Key, _Group]) -> list[_Group]:
    return [group for other, group in groups.items() if other[: len(key)] == key]


def _note_spellings(group: _Group, chosen: str, diagnostics: Diagnostics) -> None:
    for name, at in group.spellings.items():
        if name != chosen and chosen in group.spellings:
            diagnostics.note(
                "joined-tags",
                f"`{name}` and `{chosen}` differ only in spelling and become one resource",
                fix="use one spelling everywhere",
                at=at,
            )
