"""References to anchors: written as references to the places of the schemas that have them.

JSON Schema lets a schema name itself, by `$anchor` or `$dynamicAnchor` (core, section 8.2.2), and
be referred to by that name. What is read later only knows places. A `$dynamicRef` (section 8.2.3.2)
refers to whichever schema with its anchor encloses the evaluation: `generics` finds it where the
schemas around it say. Elsewhere it is one place if only one schema has the anchor; if several do,
no single type can express it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any, Final

from sdkwright.diagnostics import Diagnostics
from sdkwright.model import json_pointer
from sdkwright.source.normalize import generics
from sdkwright.source.schema_objects import ANCHORS, objects

_MARKS: Final = frozenset({*ANCHORS, "$dynamicRef"})


@dataclass(frozen=True, slots=True)
class _Named:
    """A schema with an anchor: its place, and that of the schema with an `$id` around it."""

    pointer: str
    resource: str


@dataclass(frozen=True, slots=True)
class _Use:
    """A reference by name, or a dynamic one."""

    pointer: str
    resource: str
    keyword: str
    ref: str


@dataclass(slots=True)
class _Found:
    anchors: dict[str, list[_Named]] = field(default_factory=dict)
    dynamic: dict[str, list[_Named]] = field(default_factory=dict)
    uses: list[_Use] = field(default_factory=list)


def resolve(data: dict[str, Any], diagnostics: Diagnostics) -> dict[str, Any]:
    """Replace references by anchor with references by place.

    Args:
        data: The document as plain data; it is not changed.
        diagnostics: Gets an error for a name that several schemas of one resource have, and a
            warning for a dynamic reference that no type can express.
    """
    if not _has_marks(data):
        return data
    data = _resolved(_apart(data), "$ref", diagnostics)
    _note_repeated(data, diagnostics)
    data = generics.fill_in(data, diagnostics)
    return _resolved(data, "$dynamicRef", diagnostics)


def _apart(data: dict[str, Any]) -> dict[str, Any]:
    """Return the document with a `$dynamicRef` beside a `$ref` in an `allOf`: both apply."""
    both = [at for item, at, _ in objects(data) if "$ref" in item and "$dynamicRef" in item]
    for pointer in both:
        data, holder = _copied(data, pointer)
        given = holder.get("allOf", [])
        dynamic = {"$dynamicRef": holder.pop("$dynamicRef")}
        holder["allOf"] = [*given, dynamic] if isinstance(given, list) else [dynamic]
    return data


def _note_repeated(data: dict[str, Any], diagnostics: Diagnostics) -> None:
    """Say which one is used of several dynamic anchors that JSON Schema does not tell apart."""
    found = _found(data)
    used = {use.ref for use in found.uses if use.keyword == "$dynamicRef"}
    for name, named in found.dynamic.items():
        together = Counter(item.resource for item in named)
        again = [item for item in named if together[item.resource] > 1]
        if again and f"#{name}" in used:
            diagnostics.note(
                "ambiguous-reference",
                f"`{name}` is the dynamic anchor of {len(again)} schemas, of which none has an "
                "`$id` around it that the others do not have; a `$dynamicRef` refers to that of "
                "the outermost schema around it",
                fix="give the schemas with these anchors an `$id`",
                at=json_pointer.child(again[0].pointer, "$dynamicAnchor"),
            )


def _resolved(data: dict[str, Any], keyword: str, diagnostics: Diagnostics) -> dict[str, Any]:
    found = _found(data)
    for use in found.uses:
        if use.keyword == keyword:
            target = _target(found, use, diagnostics)
            if target is not None:
                data = _with_reference(data, use, target)
    return data


def _target(found: _Found, use: _Use, diagnostics: Diagnostics) -> str | None:
    """Return the pointer that a reference leads to; None if it is left as it is."""
    at = json_pointer.child(use.pointer, use.keyword)
    name = use.ref.removeprefix("#")
    if name.startswith("/") and use.ref.startswith("#"):
        return name
    if not use.ref.startswith("#"):
        _warn(diagnostics, use.ref, "refers to another schema resource", at)
        return None
    known = found.anchors.get(name, [])
    near = [item for item in known if item.resource == use.resource] or known
    dynamic = found.dynamic.get(name, [])
    if use.keyword == "$dynamicRef" and len(dynamic) > 1 and (not near or near[0] in dynamic):
        _warn(diagnostics, use.ref, f"can refer to any of {len(dynamic)} schemas", at)
        return None
    if len(near) == 1:
        return near[0].pointer
    if near:
        diagnostics.error(
            "ambiguous-reference",
            f"`{use.ref}` is the anchor of {len(near)} schemas",
            fix="give each of them its own anchor",
            at=at,
        )
    elif use.keyword == "$dynamicRef":
        _warn(diagnostics, use.ref, "has no schema with this anchor", at)
    return None


def _warn(diagnostics: Diagnostics, ref: str, why: str, at: str) -> None:
    diagnostics.warning(
        "weak-type",
        f"the `$dynamicRef` `{ref}` {why}; typed as `Any`",
        fix="refer to one schema with `$ref`",
        at=at,
    )


def _with_reference(data: dict[str, Any], use: _Use, target: str) -> dict[str, Any]:
    """Return the document with one reference replaced."""
    data, holder = _copied(data, use.pointer)
    del holder[use.keyword]
    holder["$ref"] = generics.reference_to(target)
    return data


def _copied(data: dict[str, Any], pointer: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the document with a copy of one object in it, and that; what is above it is copied."""
    root = dict(data)
    holder: Any = root
    for step in json_pointer.steps(pointer):
        key: Any = int(step) if isinstance(holder, list) else step
        inner = holder[key]
        holder[key] = [*inner] if isinstance(inner, list) else dict(inner)
        holder = holder[key]
    return root, holder


def _has_marks(data: dict[str, Any]) -> bool:
    waiting: list[Any] = [data]
    while waiting:
        item = waiting.pop()
        if isinstance(item, dict):
            if not _MARKS.isdisjoint(item):
                return True
            waiting += item.values()
        elif isinstance(item, list):
            waiting += item
    return False


def _found(data: dict[str, Any]) -> _Found:
    found = _Found()
    for item, pointer, resource in objects(data):
        for keyword in ANCHORS:
            if isinstance(name := item.get(keyword), str):
                named = _Named(pointer, resource)
                found.anchors.setdefault(name, []).append(named)
                if keyword == "$dynamicAnchor":
                    found.dynamic.setdefault(name, []).append(named)
        if isinstance(ref := item.get("$dynamicRef"), str) and "$ref" not in item:
            found.uses.append(_Use(pointer, resource, "$dynamicRef", ref))
        if (
            isinstance(ref := item.get("$ref"), str)
            and ref[:1] == "#"
            and ref[1:2] not in {"", "/"}
        ):
            found.uses.append(_Use(pointer, resource, "$ref", ref))
    return found
