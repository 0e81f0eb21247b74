"""What a style cannot represent: OpenAPI leaves open how values inside of others are written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from sdkwright.frontend import keywords, merging
from sdkwright.frontend.context import Context
from sdkwright.frontend.engine import DataType, Reference, Schema
from sdkwright.frontend.keywords import Part
from sdkwright.frontend.merging import Leaf
from sdkwright.model import ir
from sdkwright.model.json_pointer import child

_FLAT: Final = frozenset(
    {"form", "simple", "label", "matrix", "spaceDelimited", "pipeDelimited", "cookie"}
)
"""Styles that have no form for a value inside of another."""


class Written(NamedTuple):
    """How a parameter is written; `explode` is whether its elements may be pairs of their own."""

    location: ir.Location
    style: ir.Style
    explode: bool


def warn_nested(
    context: Context, parts: Iterable[Part], written: Written, name: str, at: str
) -> None:
    """Warn if OpenAPI does not say how to write what is inside of a parameter.

    Args:
        context: Resolves references, and collects warnings.
        parts: The schemas of the parameter.
        written: How it is written.
        name: Its name.
        at: Its JSON pointer.
    """
    if written.style not in _FLAT:
        return
    repeats = written.explode and written.location in {"query", "cookie"}
    if any(_is_nested(context, part, repeats=repeats) for part in parts):
        context.diagnostics.warning(
            "nested-parameter",
            f"`{name}` has lists or objects inside, which style `{written.style}` does not "
            "define; each is sent as JSON",
            fix="describe the parameter by `content` with application/json",
            at=at,
            subject=context.subject,
        )


def _is_nested(context: Context, part: Part, *, repeats: bool) -> bool:
    """Return whether a value is a list or an object with lists or objects in it.

    Args:
        context: Resolves references.
        part: Its schema.
        repeats: Whether a list in an object is written as a pair for each of its elements.
    """
    for inner, is_property in _inside(context, part):
        for leaf in _leaves(context, inner):
            kinds = keywords.kinds(leaf.schema)
            if DataType.OBJECT in kinds:
                return True
            if DataType.ARRAY not in kinds:
                continue
            if not (repeats and is_property) or any(
                _is_compound(context, item) for item in _items(leaf)
            ):
                return True
    return False


def _is_compound(context: Context, part: Part) -> bool:
    kinds = {kind for leaf in _leaves(context, part) for kind in keywords.kinds(leaf.schema)}
    return not kinds.isdisjoint({DataType.OBJECT, DataType.ARRAY})


def _inside(context: Context, part: Part) -> Iterator[tuple[Part, bool]]:
    """Yield what is in a value: its schema, and whether it is a property of an object."""
    for leaf in _leaves(context, part):
        for item in _items(leaf):
            yield item, False
        for found in merging.properties([leaf]):
            for _, each in found.parts:
                yield each, True
        others = keywords.others_of(leaf.schema)
        if isinstance(others, Schema | Reference):
            yield Part(others, child(leaf.at, "additionalProperties")), True


def _items(leaf: Leaf) -> Iterator[Part]:
    if leaf.schema.items is not None:
        yield Part(leaf.schema.items, child(leaf.at, "items"))


def _leaves(context: Context, part: Part) -> Iterator[Leaf]:
    """Yield the schemas of a value, and those of its choices, each once."""
    seen: set[str] = set()
    pending = [part]
    while pending:
        for leaf in merging.leaves_of(context, pending.pop()):
            if leaf.at not in seen:
                seen.add(leaf.at)
                yield leaf
                for group in keywords.choices(leaf.schema, leaf.at):
                    pending += group
