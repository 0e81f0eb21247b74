"""JSONPath (RFC 9535), with an end: a short path can ask for more than anybody can wait for.

Knows nothing of overlays, which have the paths, nor of what a document means.
"""

from __future__ import annotations

from itertools import islice
from typing import Any

from jsonpath import JSONPathEnvironment, JSONPathMatch
from jsonpath.function_extensions import ExpressionType, FilterFunction

from generator.limits import Limits
from generator.searches import Searches, problem


class TooManyStepsError(Exception):
    """The paths go through more values than they may."""


class Paths:
    """Finds what paths name; close it when all are found.

    Args:
        most: How many steps all paths may take together; one may name a tenth as much.
    """

    def __init__(self, most: Limits) -> None:
        self._most_named = most.steps // 10  # each is kept, with all that it stands in
        self._searches = Searches()
        # `strict` leaves out what the library has beyond the RFC.
        self._environment = JSONPathEnvironment(strict=True)
        self._environment.match_class = _counted(most.steps)
        for name, whole in (("match", True), ("search", False)):
            self._environment.function_extensions[name] = _Find(self._searches, whole=whole)

    def find(self, path: str, root: dict[str, Any]) -> list[JSONPathMatch]:
        """Find all that a path names, in the order of the RFC.

        Raises:
            TooManyStepsError: The paths so far go through too much, or this one names too much.
            TooSlowError: Their patterns take too long.
            JSONPathError: It is no path.
        """
        found = [*islice(self._environment.finditer(path, root), self._most_named + 1)]
        if len(found) > self._most_named:
            raise TooManyStepsError
        return found

    def close(self) -> None:
        """Say that no more is wanted."""
        self._searches.close()


def _counted(steps: int) -> type[JSONPathMatch]:
    """Make the class of what is found on the way: it counts, and leaves out what nobody asks."""
    left = steps

    class Step(JSONPathMatch):
        def new_child(self, obj: object, key: int | str) -> JSONPathMatch:
            nonlocal left
            left -= 1
            if left < 0:
                raise TooManyStepsError
            return Step(
                filter_context=self.filter_context(),
                obj=obj,
                parent=self,
                parts=(*self.parts, key),
                path="",
                root=self.root,
            )

        def add_child(self, *children: JSONPathMatch) -> None:
            pass  # the library would keep all that it looked at

    return Step


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
