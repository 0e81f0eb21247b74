"""Generic schemas: those that leave a part open for the schemas that refer to them.

A `$dynamicRef` (JSON Schema, core, section 8.2.3.2) refers to the schema with its anchor in the
outermost schema that the evaluation went through. So `Page`, whose items are `{$dynamicRef: "#T"}`,
is a page of users in `{$ref: Page, $defs: {T: {$dynamicAnchor: T, $ref: User}}}`.

A schema with such anchors gets a copy of what it refers to, in place of the reference, with
references to its own schemas instead of the dynamic ones. Everything else keeps its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias
from urllib.parse import quote, unquote

from sdkwright.diagnostics import Diagnostics
from sdkwright.model import graph, json_pointer
from sdkwright.model.json_pointer import child
from sdkwright.source import measure
from sdkwright.source.schema_objects import ANCHORS, below, is_resource, objects

MAX_VALUES: Final = 100_000
"""Maximum number of values that are copied."""

MAX_DEPTH: Final = 50
"""Maximum number of copies inside of each other."""

MAX_NAMES: Final = 100
"""Maximum number of names that dynamic references have; with more, none is replaced."""

_DEFINITIONS: Final = ("$defs", "definitions")

_OWN: Final = frozenset({"$id", "$schema", *ANCHORS, *_DEFINITIONS})
"""Keywords that name a schema and its parts, which a copy does not repeat."""

_DESCRIBING: Final = frozenset(
    {"$comment", "deprecated", "description", "example", "examples", "externalDocs", "title"}
)
"""Keywords that may stand beside a copy as they stood beside the reference."""

_SAFE: Final = "/~!$&'()*+,;=:@"

Bindings: TypeAlias = Mapping[str, str]
"""The pointers of the schemas with dynamic anchors, by name."""


def fill_in(data: dict[str, Any], diagnostics: Diagnostics) -> dict[str, Any]:
    """Replace the dynamic references inside of schemas that have their anchors.

    Args:
        data: The document as plain data, without references to anchors; it is not changed.
        diagnostics: Gets a fatal error if the copies become too large.
    """
    needs = _needs(data)
    if needs is None:
        return data
    made: dict[str, Any] = _Filling(data, diagnostics, needs).rewritten(data, "", "", {})
    return made


def reference_to(pointer: str) -> str:
    """Return the text of a `$ref` to a place in the document."""
    return f"#{quote(pointer, safe=_SAFE)}"


def _pointer_of(ref: object) -> str | None:
    """Return the pointer of a reference to a place in the document; None if it is none."""
    return unquote(ref[1:]) if isinstance(ref, str) and ref[:2] == "#/" else None


def _name_of(ref: object) -> str | None:
    """Return the name of a reference to an anchor; None if it is none."""
    name = ref[1:] if isinstance(ref, str) and ref[:1] == "#" else ""
    return None if not name or name[0] == "/" else name


def _needs(data: dict[str, Any]) -> dict[str, frozenset[str]] | None:
    """Return the names of the dynamic references that each target of a reference leads to.

    Returns None if there are no dynamic references, or too many.
    """
    uses: list[tuple[str, str]] = []
    links: list[tuple[str, str]] = []
    for item, at, _ in objects(data):
        if (target := _pointer_of(item.get("$ref"))) is not None:
            links.append((at, target))
        elif (name := _name_of(item.get("$dynamicRef"))) is not None:
            uses.append((at, name))
    names = {name for _, name in uses}
    if not names or len(names) > MAX_NAMES:
        return None
    targets = {target for _, target in links}
    direct: dict[str, set[str]] = {target: set() for target in targets}
    edges: dict[str, list[str]] = {target: [] for target in targets}
    for at, name in uses:
        for outer in _outer(at, targets):
            direct[outer].add(name)
    for at, target in links:
        for outer in _outer(at, targets):
            edges[outer].append(target)
    return _closed(direct, edges)


def _closed(
    direct: Mapping[str, set[str]], edges: Mapping[str, list[str]]
) -> dict[str, frozenset[str]]:
    """Add what further targets need to what each needs itself."""
    numbers = graph.circles(edges)
    found: dict[int, set[str]] = {}
    for target, number in numbers.items():  # what a target leads to comes before it
        names = found.setdefault(number, set())
        names |= direct[target]
        for further in edges[target]:
            names |= found.get(numbers[further], set())
    return {target: frozenset(found[number]) for target, number in numbers.items()}


def _outer(at: str, targets: set[str]) -> Iterator[str]:
    """Yield the targets that contain a place."""
    while at:
        if at in targets:
            yield at
        at = at.rpartition("/")[0]


def _anchors(item: Mapping[str, Any], at: str, keyword: str) -> Bindings:
    """Return the anchors of a schema and of its definitions, except of those with an `$id`."""
    found: dict[str, str] = {}
    if isinstance(name := item.get(keyword), str):
        found[name] = at
    for section in _DEFINITIONS:
        parts = item.get(section)
        for key, part in parts.items() if isinstance(parts, dict) else ():
            if not isinstance(part, dict) or is_resource(part):
                continue
            if isinstance(name := part.get(keyword), str):
                found.setdefault(name, child(at, section, key))
    return found


def _within(item: Mapping[str, Any], at: str, bound: Bindings) -> Bindings:
    """Return what is bound inside of a schema: the outermost schema counts.

    Nothing is for a name that the schema gives to an anchor that is not dynamic.
    """
    found = {**_anchors(item, at, "$dynamicAnchor"), **bound}
    for name in found.keys() & _anchors(item, at, "$anchor").keys():
        del found[name]
    return found


@dataclass(slots=True)
class _Filling:
    """Rewrites a document; `needs` are the names that targets of references leave open."""

    data: dict[str, Any]
    diagnostics: Diagnostics
    needs: Mapping[str, frozenset[str]]
    copied: int = 0
    depth: int = 0
    copies: dict[tuple[str, frozenset[tuple[str, str]]], str] = field(default_factory=dict)

    def rewritten(
        self, item: Any, at: str, source: str, bound: Bindings, *, has_names: bool = False
    ) -> Any:
        """Return a value with references to what is bound; the same object if nothing changes.

        Args:
            item: The value.
            at: The pointer that it will have.
            source: The pointer that it has in the document: another one, if this is a copy.
            bound: The anchors of the schemas around it; the outermost ones count.
            has_names: Whether its keys are names, not keywords.
        """
        if isinstance(item, dict) and not has_names:
            bound = _within(item, source, bound)
            if bound:
                replaced = self._replaced(item, at, source, bound)
                if replaced is not None:
                    return replaced
        return self._inside(item, at, source, bound, has_names=has_names)

    def _inside(self, item: Any, at: str, source: str, bound: Bindings, *, has_names: bool) -> Any:
        changed: dict[Any, Any] = {}
        are_definitions = has_names and source.rpartition("/")[2] in _DEFINITIONS
        for key, inner, is_map in below(item, has_names=has_names):
            # What has an `$id` there is not evaluated as a part of the schema around it.
            is_apart = are_definitions and isinstance(inner, dict) and is_resource(inner)
            around = {} if is_apart else bound
            made = self.rewritten(
                inner, child(at, key), child(source, key), around, has_names=is_map
            )
            if made is not inner:
                changed[key] = made
        if not changed:
            return item
        if isinstance(item, dict):
            return {**item, **changed}
        return [changed.get(index, inner) for index, inner in enumerate(item)]

    def _replaced(
        self, item: dict[str, Any], at: str, source: str, bound: Bindings
    ) -> dict[str, Any] | None:
        """Return a schema without its reference; None if the reference stays."""
        target = _pointer_of(item.get("$ref"))
        if target is not None:
            return self._filled(item, at, source, target, bound)
        name = _name_of(item.get("$dynamicRef"))
        if name is None or name not in bound:
            return None
        rest = {key: inner for key, inner in item.items() if key != "$dynamicRef"}
        made = self._inside(rest, at, source, bound, has_names=False)
        return {**made, "$ref": reference_to(bound[name])}

    def _filled(
        self,
        item: dict[str, Any],
        at: str,
        source: str,
        target: str,
        bound: Bindings,
    ) -> dict[str, Any] | None:
        """Return a schema with a copy of what it refers to, or with a reference to a copy."""
        try:
            value = json_pointer.follow(self.data, target)
        except LookupError:
            return None
        if not isinstance(value, dict):
            return None
        needed, own = self.needs[target], _within(value, target, {})
        filled = _within(value, target, bound)
        key = target, frozenset((name, filled[name]) for name in needed if name in filled)
        if key[1] == frozenset((name, own[name]) for name in needed if name in own):
            return None  # wherever the target is referred to, it is the same
        rest = {name: inner for name, inner in item.items() if name != "$ref"}
        if key in self.copies:
            made = self._inside(rest, at, source, bound, has_names=False)
            return {**made, "$ref": reference_to(self.copies[key])}
        members = rest.get("allOf", [])
        if not isinstance(members, list):
            return None
        is_apart = not rest.keys() <= _DESCRIBING | _OWN
        self.copies[key] = child(at, "allOf", len(members)) if is_apart else at
        copy = self._copy(value, self.copies[key], target, bound)
        made = self._inside(rest, at, source, bound, has_names=False)
        if is_apart:
            return {**made, "allOf": [*made.get("allOf", []), copy]}
        return {**copy, **made}

    def _copy(self, value: dict[str, Any], at: str, source: str, bound: Bindings) -> dict[str, Any]:
        shown = {key: inner for key, inner in value.items() if key not in _OWN}
        self.copied += measure.size(shown)
        self.depth += 1
        if self.copied > MAX_VALUES or self.depth > MAX_DEPTH:
            raise self.diagnostics.fatal(
                "too-large",
                f"with each `$dynamicRef` filled in, there are more than {MAX_VALUES:,} values, or "
                f"they are nested more than {MAX_DEPTH} deep",
                fix="use fewer schemas that leave a part open",
                at=source,
            )
        within = _within(value, source, bound)
        made: dict[str, Any] = self.rewritten(shown, at, source, within)
        self.depth -= 1
        return made
