"""References: resolves a `$ref` to its target and the target's pointer.

Works on the plain data of the document, since a reference may have any part of it as its target.
Knows nothing of the kinds of targets.
"""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from sdkwright.model.json_pointer import follow


@dataclass(frozen=True, slots=True)
class Target:
    """The final target of a reference: its JSON pointer, and its value as plain data."""

    pointer: str
    value: Any


@dataclass(frozen=True, slots=True)
class Unresolved:
    """Why a reference has no target, as a sentence about it."""

    reason: str


def resolve(
    data: Mapping[str, Any],
    ref: str,
    beside: frozenset[str],
    known: MutableMapping[str, Target | Unresolved],
) -> Target | Unresolved:
    """Resolve a reference, and further references that it leads to (OpenAPI 3.1, section 4.8.23).

    Args:
        data: The document.
        ref: The text of the `$ref`.
        beside: The keys with which a reference is more than that, and is the target itself.
        known: What references with the same `beside` lead to. Gets those on the way, or each of a
            long chain would be followed to its end.

    Returns:
        The first target that is not itself a reference, with the pointer of its declaration; or why
        there is none.
    """
    passed: dict[str, None] = {}
    while (found := known.get(ref)) is None:
        if ref in passed:
            found = Unresolved(f"`{ref}` is a circular reference")
            break
        passed[ref] = None
        step = _step(data, ref, beside)
        if not isinstance(step, str):
            found = step
            break
        ref = step
    known.update(dict.fromkeys(passed, found))
    return found


def _step(data: Mapping[str, Any], ref: str, beside: frozenset[str]) -> Target | Unresolved | str:
    """Follow one reference; return the text of the next one if it leads to one."""
    if not ref.startswith("#"):
        return Unresolved(f"`{ref}` refers to another file, which is not supported here")
    pointer = unquote(ref[1:])
    found = _follow(data, pointer)
    if found is None:
        return Unresolved(f"`{ref}` does not exist in the document")
    match found.value:
        case {"$ref": str(further), **others} if beside.isdisjoint(others):
            return further
        case _:
            return found


def _follow(data: Mapping[str, Any], pointer: str) -> Target | None:
    try:
        return Target(pointer, follow(data, pointer))
    except LookupError:
        return None
