"""Recursion: what is being lowered, what has been lowered, and how deeply it is nested.

A schema may contain itself, through a reference or a merge, and two that do also contain their
merge. Whatever can occur again is lowered once. Knows nothing of schemas.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from sdkwright.model import ir

MAX_DEPTH: Final = 100
"""Maximum nesting of lists, maps and wrappers, far beyond any real document."""

MAX_MERGES: Final = 50
"""Maximum nesting of merges; two schemas that refer to each other need far less."""

Key: TypeAlias = str | tuple[str, ...]
"""Identifies a thing that is lowered once.

The target of a reference has its pointer; a merge has its package, and the pointers of its schemas.
"""


@dataclass(slots=True)
class Nesting:
    """How deeply schemas are nested; a context manager, entered for each of them.

    A class, because `contextmanager` would take 3 % of the time of lowering.
    """

    depth: int = 0

    def __enter__(self) -> None:
        self.depth += 1

    def __exit__(self, *_: object) -> None:
        self.depth -= 1

    @property
    def is_too_deep(self) -> bool:
        """Whether the next schema is too deep to be lowered."""
        return self.depth > MAX_DEPTH


@dataclass(slots=True)
class Recursion:
    """The state of lowering a document's schemas.

    `multiplicity` is how many times the current schema is lowered, once for each combination of the
    choices around it; `merges` is how deeply merges are nested. Both are reset in the target of a
    reference.
    """

    multiplicity: int = 1
    merges: int = 0
    nesting: Nesting = field(default_factory=Nesting)
    _lowered: dict[Key, ir.Type] = field(default_factory=dict)
    _in_progress: dict[Key, str] = field(default_factory=dict)
    _recursive: set[str] = field(default_factory=set)
    _expanded: set[str] = field(default_factory=set)
    _outermost: dict[Key, str] = field(default_factory=dict)

    # What contains itself

    def once(
        self, key: Key, at: str, lower: Callable[[], ir.Type], name: Callable[[str], ir.Type]
    ) -> ir.Type:
        """Return a type, lowering it when it first occurs.

        Args:
            key: What identifies it.
            at: The pointer that it is declared at if it contains itself.
            lower: Lowers it.
            name: Returns a reference to what is declared at a pointer, for use inside of itself.
        """
        if key in self._in_progress:
            at = self._in_progress[key]
            self._recursive.add(at)
            return name(at)
        if key not in self._lowered:
            self._in_progress[key] = at
            try:
                result = lower()
            finally:
                del self._in_progress[key]
            self._lowered[key] = result
        return self._lowered[key]

    def is_in_progress(self, key: Key) -> bool:
        """Return whether something is being lowered."""
        return key in self._in_progress

    def is_new(self, key: Key) -> bool:
        """Return whether something is neither lowered nor being lowered."""
        return key not in self._in_progress and key not in self._lowered

    def is_recursive(self, at: str) -> bool:
        """Return whether what is declared at a pointer was found to contain itself."""
        return at in self._recursive

    def outermost(self, merge: Key, at: str) -> str:
        """Return the pointer at which a merged model first occurred: this one, if it is new."""
        return self._outermost.setdefault(merge, at)

    # Limits

    @contextmanager
    def of_target(self) -> Iterator[None]:
        """Reset the counters while the target of a reference is lowered."""
        before = self.multiplicity, self.merges
        self.multiplicity, self.merges = 1, 0
        try:
            yield
        finally:
            self.multiplicity, self.merges = before

    @contextmanager
    def merged(self, merges: int) -> Iterator[None]:
        """Set the nesting of merges while something is lowered."""
        before, self.merges = self.merges, merges
        try:
            yield
        finally:
            self.merges = before

    @contextmanager
    def multiplied(self, combinations: int) -> Iterator[None]:
        """Multiply the count while something is lowered once for each combination of choices."""
        before, self.multiplicity = self.multiplicity, self.multiplicity * combinations
        try:
            yield
        finally:
            self.multiplicity = before

    @contextmanager
    def expanding(self, places: Iterable[str]) -> Iterator[None]:
        """Mark schemas as being replaced by their variants, which may contain them."""
        new = {*places} - self._expanded
        self._expanded |= new
        try:
            yield
        finally:
            self._expanded -= new

    def is_expanded(self, at: str) -> bool:
        """Return whether a schema is being replaced by its variants."""
        return at in self._expanded
