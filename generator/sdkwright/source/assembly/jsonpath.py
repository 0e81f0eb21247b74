"""JSONPath (RFC 9535), with an end: a path of a few characters can look at every pair of values.

Knows nothing of overlays, which have the paths, nor of what a document means.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Any, cast

from jsonpath import JSONPath, JSONPathEnvironment, JSONPathMatch
from jsonpath.filter import BaseExpression, FilterQuery
from jsonpath.function_extensions import ExpressionType, FilterFunction
from jsonpath.selectors import Filter

from sdkwright.model.limits import Limits
from sdkwright.source.measure import size
from sdkwright.workspace.bounded_regex import Searches, problem


class TooManyStepsError(Exception):
    """The paths go through more values than they may."""


class Paths:
    """Finds what paths name; close it when all are found.

    Args:
        most: How many steps all paths may take together; one may name a tenth as much.
    """

    def __init__(self, most: Limits) -> None:
        self._most_named = most.steps // 10 + 1  # each is kept, with all that it stands in
        self._searches = Searches()
        self._environment = _Environment(most.steps, self._searches)

    def find(self, path: str, root: dict[str, Any]) -> list[JSONPathMatch]:
        """Find all that a path names, in the order of the RFC.

        Raises:
            TooManyStepsError: The paths so far go through too much, or this one names too much.
            TooSlowError: Their patterns take too long.
            JSONPathError: It is no path.
            RecursionError: It, or what it looks at, nests too deeply.
        """
        # What is compiled is a path, and no join of several: the RFC has none.
        compiled = _counted(self._environment, cast("JSONPath", self._environment.compile(path)))
        found = [*islice(compiled.finditer(root), self._most_named + 1)]
        if len(found) > self._most_named:
            raise TooManyStepsError
        return found

    def close(self) -> None:
        """Say that no more is wanted."""
        self._searches.close()


class _Environment(JSONPathEnvironment):
    def __init__(self, steps: int, searches: Searches) -> None:
        super().__init__(strict=True)  # without what the library has beyond the RFC
        self._left = steps
        self.function_extensions["match"] = _Find(searches, whole=True)
        self.function_extensions["search"] = _Find(searches, whole=False)

    def take(self, steps: int) -> None:
        """Count steps."""
        self._left -= steps
        if self._left < 0:
            raise TooManyStepsError

    def compare(self, left: object, operator: str, right: object) -> bool:
        """Count what is compared, down to the last value."""
        if isinstance(left, dict | list) and isinstance(right, dict | list):
            self.take(size(left))
        return super().compare(left, operator, right)


def _counted(environment: _Environment, path: JSONPath) -> _Path:
    """Let a path count what it looks at, and those in its filters."""
    for segment in path.segments:
        for selector in segment.selectors:
            waiting: list[BaseExpression] = []
            if isinstance(selector, Filter):
                waiting.append(selector.expression)
            while waiting:
                expression = waiting.pop()
                if isinstance(expression, FilterQuery):
                    expression.path = _counted(environment, expression.path)
                else:
                    waiting += expression.children()
    return _Path(environment, path)


class _Path(JSONPath):
    def __init__(self, environment: _Environment, path: JSONPath) -> None:
        super().__init__(env=environment, segments=path.segments)
        self._environment = environment

    def finditer(self, data: Any, *, filter_context: Any = None) -> Iterable[JSONPathMatch]:
        """Begin with a step that counts those after it."""
        found: Iterable[JSONPathMatch] = [
            _Step(
                self._environment,
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


class _Step(JSONPathMatch):
    __slots__ = ("_environment",)

    def __init__(self, environment: _Environment, **keywords: Any) -> None:
        super().__init__(**keywords)
        self._environment = environment

    def new_child(self, obj: object, key: int | str) -> JSONPathMatch:
        """Go to a value in this one."""
        self._environment.take(1)
        return _Step(
            self._environment,
            filter_context=self.filter_context(),
            obj=obj,
            parent=self,
            path="",  # in text it is for people only, and grows with each step
            parts=(*self.parts, key),
            root=self.root,
        )

    def add_child(self, *children: JSONPathMatch) -> None:
        """Forget it: nobody asks what was looked at."""


class _Find(FilterFunction):
    """The functions `match` and `search` (sections 2.4.6 and 2.4.7)."""

    arg_types = [ExpressionType.VALUE, ExpressionType.VALUE]  # noqa: RUF012  the library's
    return_type = ExpressionType.LOGICAL

    def __init__(self, searches: Searches, *, whole: bool) -> None:
        self._searches = searches
        self._whole = whole

    def __call__(self, value: object, pattern: object) -> bool:
        if not isinstance(value, str) or not isinstance(pattern, str) or problem(pattern):
            return False
        return self._searches.first([pattern], value, whole=self._whole) is not None
