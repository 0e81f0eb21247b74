"""JSONPath (RFC 9535) with a limit on steps: even a short path can visit every pair of values.

Knows nothing of overlays, which contain the paths, nor of what a document means.
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
    """The paths visit more values than allowed."""


class Paths:
    """Finds the values that paths select; must be closed after use.

    Args:
        bounds: The limits; `steps` is for all paths together, and one path may select up to a
            tenth as many values.
    """

    def __init__(self, bounds: Limits) -> None:
        self._max_matches = bounds.steps // 10 + 1  # each is kept, with all its ancestors
        self._searches = Searches()
        self._environment = _Environment(bounds.steps, self._searches)

    def find(self, path: str, root: dict[str, Any]) -> list[JSONPathMatch]:
        """Return all matches of a path, in the order of the RFC.

        Raises:
            TooManyStepsError: The paths so far visit too many values, or this one selects too many.
            TooSlowError: Their patterns take too long.
            JSONPathError: The text is not a valid path.
            RecursionError: The path, or the data that it visits, nests too deeply.
        """
        # The result of compiling is a single path, never a compound of several: the RFC has none.
        compiled = _counted(self._environment, cast("JSONPath", self._environment.compile(path)))
        found = [*islice(compiled.finditer(root), self._max_matches + 1)]
        if len(found) > self._max_matches:
            raise TooManyStepsError
        return found

    def close(self) -> None:
        """Release the process that runs searches."""
        self._searches.close()


class _Environment(JSONPathEnvironment):
    def __init__(self, steps: int, searches: Searches) -> None:
        super().__init__(strict=True)  # without the library's extensions of the RFC
        self._left = steps
        self.function_extensions["match"] = _Find(searches, whole=True)
        self.function_extensions["search"] = _Find(searches, whole=False)

    def take(self, steps: int) -> None:
        """Count steps against the limit."""
        self._left -= steps
        if self._left < 0:
            raise TooManyStepsError

    def compare(self, left: object, operator: str, right: object) -> bool:
        """Count the values that a comparison visits, nested ones included."""
        if isinstance(left, dict | list) and isinstance(right, dict | list):
            self.take(size(left))
        return super().compare(left, operator, right)


def _counted(environment: _Environment, path: JSONPath) -> _Path:
    """Return a path that counts the values it visits, those visited by its filters included."""
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
        """Start with a match that counts its descendants."""
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
        """Return the match of a child of this one, and count the step."""
        self._environment.take(1)
        return _Step(
            self._environment,
            filter_context=self.filter_context(),
            obj=obj,
            parent=self,
            path="",  # only for display, and grows with each step
            parts=(*self.parts, key),
            root=self.root,
        )

    def add_child(self, *children: JSONPathMatch) -> None:
        """Ignore the children: visited values are not needed later."""


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
