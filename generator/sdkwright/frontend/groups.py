"""Groups: the resources whose methods are operations, from tags or `x-speakeasy-group`.

A group with dots in its name is nested in another (`beta.responses`), and an operation with several
groups is in each of them. Knows nothing of the contents of an operation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, TypeAlias

from pydantic import BaseModel

from sdkwright.diagnostics import Diagnostics
from sdkwright.frontend import engine
from sdkwright.frontend.context import Context
from sdkwright.frontend.descriptions import with_further
from sdkwright.model import ir, naming
from sdkwright.model.json_pointer import child

UNTAGGED: Final = "default"
"""The resource of operations without a tag."""

GROUP: Final = "x-speakeasy-group"

_LABELS: Final = frozenset({"audience", "badge"})
"""Kinds of tags that say something about operations, instead of where they are (registry of the
OpenAPI Initiative, `tag-kind`)."""

_STEP: Final = re.compile(r"(?<=\w)\.(?=[^\W\d_])")
"""A dot between names: before a digit it is part of a version, at the end a full stop."""

_Key: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tag:
    """The name of a group as an operation spells it, and its pointer."""

    name: str
    at: str
    above: tuple[str, ...] = ()
    """The names of the groups that it is nested in, other than by dots in its name."""

    @property
    def key(self) -> _Key:
        """A key that is the same for spellings that differ only in case, spaces and hyphens."""
        return tuple("".join(naming.split_words(step)).lower() or step for step in self.steps)

    @property
    def steps(self) -> list[str]:
        """The names of the groups that lead to it, and its own."""
        return [*self.above, *_STEP.split(self.name)]


@dataclass(frozen=True, slots=True)
class Declared:
    """A tag in the document's list (OpenAPI 3.2, section 4.22).

    `parent` is the name of another tag, or "". `kind` says what it is for, such as "nav".
    """

    name: str
    at: str
    text: str = ""
    parent: str = ""
    kind: str = ""


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


def declared_tags(tags: object) -> list[Declared]:
    """Return the document's list of tags, which is plain data."""
    return [
        Declared(
            item["name"],
            child("/tags", index),
            _described(item),
            engine.text(item.get("parent")),
            engine.text(item.get("kind")),
        )
        for index, item in enumerate(tags if isinstance(tags, list) else [])
        if isinstance(item, dict) and isinstance(item.get("name"), str)
    ]


def _described(item: Mapping[str, object]) -> str:
    text = "\n\n".join(
        filter(None, (engine.text(item.get("summary")), engine.text(item.get("description"))))
    )
    return with_further(text, item)


class _Tree:
    """Where the tags of a document belong: in others, or to none if they are no groups.

    Args:
        declared: The document's list of tags.
        diagnostics: Receives a warning for each tag whose parent is not one.
    """

    def __init__(self, declared: list[Declared], diagnostics: Diagnostics) -> None:
        self._by_name = {item.name: item for item in reversed(declared)}
        self._above = {item.name: self._path(item, diagnostics) for item in declared}
        self._noted: set[str] = set()
        self._diagnostics = diagnostics

    def _path(self, item: Declared, diagnostics: Diagnostics) -> tuple[str, ...]:
        """Return the names of the tags that a tag is nested in, outermost first."""
        found: list[str] = []
        above, seen = item.parent, {item.name}
        while above:
            if above in seen or above not in self._by_name:
                what = "contains itself" if above in seen else "is not declared in `tags`"
                diagnostics.warning(
                    "unknown-parent-tag",
                    f"the parent `{above}` of the tag `{item.name}` {what}; it is ignored",
                    fix="correct or remove it",
                    at=child(item.at, "parent"),
                )
                return ()
            seen.add(above)
            found = [*_STEP.split(above), *found]
            above = self._by_name[above].parent
        return tuple(found)

    def nested(self, tag: Tag) -> Tag:
        """Return a tag inside of its parents."""
        return replace(tag, above=self._above.get(tag.name, ()))

    def groups(self, tags: tuple[Tag, ...]) -> list[Tag]:
        """Return the tags that are groups: badges and audiences are not, if there is another."""
        own = [tag for tag in tags if not self._is_label(tag)]
        for tag in tags if own else ():
            if tag not in own and tag.name not in self._noted:
                self._noted.add(tag.name)
                declared = self._by_name[tag.name]
                self._diagnostics.note(
                    "ignored-keyword",
                    f"the tag `{tag.name}` is of the kind `{declared.kind}`: operations with "
                    "another tag are not grouped by it",
                    at=child(declared.at, "kind"),
                )
        return [self.nested(tag) for tag in own or tags]

    def _is_label(self, tag: Tag) -> bool:
        declared = self._by_name.get(tag.name)
        return declared is not None and declared.kind in _LABELS


def resources(
    declared: list[Declared], found: list[Grouped], diagnostics: Diagnostics
) -> tuple[ir.Resource, ...]:
    """Return a resource for each group, parents before the groups nested in them.

    Args:
        declared: The document's list of tags.
        found: All operations.
        diagnostics: Receives a note for each spelling that differs from the resource's name.
    """
    groups: dict[_Key, _Group] = {}
    tree = _Tree(declared, diagnostics)
    for grouped in found:
        for tag in tree.groups(grouped.tags):
            for depth in range(1, len(tag.key)):
                groups.setdefault(tag.key[:depth], _Group())
            group = groups.setdefault(tag.key, _Group())
            group.spellings.setdefault(tag.name, tag.at)
            group.operations.setdefault(id(grouped.operation), grouped.operation)
    listed = [(tree.nested(Tag(item.name, item.at)), item.text) for item in declared]
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
