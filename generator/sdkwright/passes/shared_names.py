"""Names for classes that several schemas share: their title, or what their own names share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from sdkwright.model import ir, naming
from sdkwright.model.origin import Node, around, node_at

_LONGEST_TITLE: Final = 4
"""Maximum words of a title that is a name, and not a sentence."""

_FEWEST: Final = 2
"""Minimum of words that a name without a resource needs to make sense."""

_KINDS: Final = frozenset(
    {
        *("any", "array", "bool", "boolean", "dict", "enum", "float", "int", "integer", "list"),
        *("literal", "map", "model", "none", "null", "number", "object", "schema", "str", "string"),
        *("tuple", "type", "union", "value"),
    }
)
"""Titles that say what kind of type it is, as frameworks write them where there is no name."""

_ROOTS: Final = frozenset({"Request", "Body", "Response"})
"""Words that say where a type is used, and not what it is."""


class SharedNames:
    """Finds names for classes that several declarations share.

    Args:
        api: The API, before its classes have names.
    """

    def __init__(self, api: ir.Api) -> None:
        self._taken = Counter(
            (item.package, hint.lower()) for item in api.declarations for hint in set(item.hints)
        )
        self._resources: dict[Node, str] = {}
        for resource in api.resources:
            label = naming.class_name(resource.label, fallback="Resource")
            for operation in resource.operations:
                self._resources.setdefault(node_at(operation.source.pointer), label)

    def name(self, members: Sequence[ir.Declaration]) -> str:
        """Return a name that suits all members and that nothing else asks for; "" if none does."""
        package = members[0].package
        own = Counter(hint.lower() for item in members for hint in set(item.hints))
        for candidate in self._candidates(members):
            key = candidate.lower()
            if self._taken[package, key] == own[key]:
                self._taken[package, key] += 1  # another class can't have it too
                return candidate
        return ""

    def _candidates(self, members: Sequence[ir.Declaration]) -> Iterator[str]:
        resource = self._resource(members)
        title = _title(members)
        if title:
            yield title
            if resource:
                yield f"{resource}{title}"
        for hint in members[0].hints:
            if all(hint in item.hints for item in members):
                yield hint
        words = _common_end([naming.split_words(item.hints[-1]) for item in members])
        end = "".join(words)
        if resource and words:
            yield f"{resource}{end}"
        if sum(word not in _ROOTS for word in words) >= _FEWEST:
            yield end

    def _resource(self, members: Sequence[ir.Declaration]) -> str:
        """Return the class of the resource that all members belong to; "" if there is none."""
        found = {
            next(
                (self._resources[node] for node in around(item.id.node) if node in self._resources),
                "",
            )
            for item in members
        }
        return found.pop() if len(found) == 1 else ""


def _title(members: Sequence[ir.Declaration]) -> str:
    """Return the title that all members with a title have, as a class name."""
    titles = {item.title for item in members if item.title.strip().lower() not in _KINDS | {""}}
    words = naming.split_words(titles.pop()) if len(titles) == 1 else ()
    return naming.class_name(" ".join(words)) if 0 < len(words) <= _LONGEST_TITLE else ""


def _common_end(names: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """Return the last words that all names have."""
    first = names[0]
    length = 0
    while length < min(map(len, names)) and len({name[-1 - length] for name in names}) == 1:
        length += 1
    return first[len(first) - length :]
