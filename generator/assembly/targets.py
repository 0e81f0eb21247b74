"""The targets of overlays: JSONPaths (RFC 9535), evaluated with a limit to what that may cost.

A path of a few characters can look at every pair of values, and a regular expression in it can go
on for ever. This module knows nothing of what is done with the values that a path names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from jsonpath import JSONPath, JSONPathEnvironment, JSONPathError, JSONPathMatch
from jsonpath.filter import BaseExpression, FilterQuery
from jsonpath.function_extensions import Match, Search
from jsonpath.selectors import Filter

from generator import limits

STEPS: Final = 5
"""How often each value of the largest document may be looked at, for all paths of an overlay."""

_STEPS_OF_A_PATTERN: Final = 50
"""Of a regular expression, as many take as long as looking at a value."""

_ONE_OF: Final = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]", re.DOTALL)
"""What stands for one character, whatever is in it."""


class TooCostly(Exception):  # noqa: N818  it says what a path is
    """A path takes more steps than it may."""


class Paths(JSONPathEnvironment):
    """Evaluates paths on one document.

    Args:
        most: How many values a document may have.
    """

    def __init__(self, most: int = limits.DEFAULT.values) -> None:
        self._most = most
        self.left = STEPS * most
        super().__init__(strict=True)  # leaves out what the library has beyond RFC 9535

    def setup_function_extensions(self) -> None:
        """Count what regular expressions cost, too."""
        super().setup_function_extensions()
        self.function_extensions["match"] = _CountedMatching(self)
        self.function_extensions["search"] = _CountedSearching(self)

    def compare(self, left: object, operator: str, right: object) -> bool:
        """Count what is compared, down to the last value."""
        if isinstance(left, dict | list) and isinstance(right, dict | list):
            for _ in _values(left):
                self.spend(1)
        return super().compare(left, operator, right)

    def spend(self, steps: int) -> None:
        """Count steps.

        Raises:
            TooCostly: There were too many.
        """
        self.left -= steps
        if self.left < 0:
            raise TooCostly

    def named(self, path: str, root: dict[str, Any]) -> list[JSONPathMatch]:
        """Give what a path names.

        Raises:
            JSONPathError: It is no path.
            RecursionError: It, or what it looks at, nests too deeply.
            TooCostly: It, with those before, takes too many steps.
        """
        compiled = self.compile(path)
        assert isinstance(compiled, JSONPath), path  # noqa: S101  others are not in the RFC
        return [*self._counted(compiled).finditer(root)]

    def _counted(self, path: JSONPath) -> _CountedPath:
        """Let a path, and those in its filters, count what they look at."""
        for segment in path.segments:
            for selector in segment.selectors:
                waiting: list[BaseExpression] = []
                if isinstance(selector, Filter):
                    waiting.append(selector.expression)
                while waiting:
                    expression = waiting.pop()
                    if isinstance(expression, FilterQuery):
                        expression.path = self._counted(expression.path)
                    else:
                        waiting += expression.children()
        return _CountedPath(self, path)


class _CountedPath(JSONPath):
    def __init__(self, paths: Paths, path: JSONPath) -> None:
        super().__init__(env=paths, segments=path.segments)
        self._paths = paths

    def finditer(self, data: Any, *, filter_context: Any = None) -> Iterable[JSONPathMatch]:
        """Look for what the path names, beginning with a match that counts its children."""
        found: Iterable[JSONPathMatch] = [
            _CountedMatch(
                self._paths,
                filter_context=filter_context or {},
                obj=data,
                parent=None,
                path="$",
                parts=(),
                root=data,
            )
        ]
        for segment in self.segments:
            found = segment.resolve(found)
        return found


class _CountedMatch(JSONPathMatch):
    __slots__ = ("_paths",)

    def __init__(self, paths: Paths, **keywords: Any) -> None:
        super().__init__(**keywords)
        self._paths = paths

    def new_child(self, obj: object, key: int | str) -> JSONPathMatch:
        """Go to a value in this one."""
        self._paths.spend(1)
        return _CountedMatch(
            self._paths,
            filter_context=self.filter_context(),
            obj=obj,
            parent=self,
            path="",  # in text it is for people only, and grows with each step
            parts=(*self.parts, key),
            root=self.root,
        )


class _CountedMatching(Match):
    def __init__(self, paths: Paths) -> None:
        super().__init__()
        self._paths = paths

    def __call__(self, value: object, pattern: object) -> bool:
        """Match a text as a whole."""
        self._paths.spend(_cost(value, pattern, 0))
        return super().__call__(value, pattern)


class _CountedSearching(Search):
    def __init__(self, paths: Paths) -> None:
        super().__init__()
        self._paths = paths

    def __call__(self, value: object, pattern: object) -> bool:
        """Look for a match in a text."""
        self._paths.spend(_cost(value, pattern, 1))
        return super().__call__(value, pattern)


def _cost(value: object, pattern: object, starts: int) -> int:
    """Say how many steps a regular expression takes at the worst.

    Each repetition is tried with every length, for each length of those before; alternatives and
    what may be missing are tried both ways. A repetition of a group has no such bound.
    """
    if not isinstance(value, str) or not isinstance(pattern, str):
        return 1
    plain = _ONE_OF.sub("x", pattern)
    if re.search(r"\)[*+?{]", plain):
        raise JSONPathError("a group in a regular expression cannot be repeated", token=None)
    repeated = len(re.findall(r"[*+{]", plain))
    either_way = len(re.findall(r"[|?]", plain))
    steps: int = (len(value) + 2) ** min(repeated + starts, 50) * 2 ** min(either_way, 50)
    return 1 + steps // _STEPS_OF_A_PATTERN


def _values(value: object) -> Iterator[object]:
    waiting = [value]
    while waiting:
        item = waiting.pop()
        yield item
        waiting += item.values() if isinstance(item, dict) else ()
        waiting += item if isinstance(item, list) else ()


def size(value: object) -> int:
    """Count the values in one, itself included."""
    return sum(1 for _ in _values(value))


__all__ = ["JSONPathError", "JSONPathMatch", "Paths", "TooCostly", "size"]
