"""Recursion: what is being lowered, what has been, and how far it goes.

A schema may contain itself, by a reference or as a part of a merge, and two that do also contain
their merge. What can be met again is lowered once. Knows nothing of schemas.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from sdkwright.model import ir

DEEPEST: Final = 100
"""Maximum nesting of lists, maps and wrappers; no hand-written document comes near."""

MOST_MERGES: Final = 50
"""Maximum nesting of merges; two schemas that refer back to each other stop long before."""

Key: TypeAlias = str | tuple[str, ...]
"""What identifies a thing that is lowered once.

The target of a reference has its pointer; a merge has its package, and the pointers of its schemas.
"""


@dataclass(slots=True)
class Nesting:
    """How deeply schemas are nested; a context manager, entered for each of them.

    It is a class, because one made by `contextmanager` would take 3 % of the time of lowering.
    """

    depth: int = 0

    def __enter__(self) -> None:
        self.depth += 1

    def __exit__(self, *_: object) -> None:
        self.depth -= 1

    @property
    def is_too_deep(self) -> bool:
        """Whether the next schema is too deep to be lowered."""
        return self.depth > DEEPEST


@dataclass(slots=True)
class Recursion:
    """The state of lowering a document's schemas.

    `ways` is how many times the current schema is lowered, once for each combination of the choices
    around it; `merges` is how deeply merges are nested. Both begin anew in the target of a
    reference.
    """

    ways: int = 1
    merges: int = 0
    nesting: Nesting = field(default_factory=Nesting)
    _lowered: dict[Key, ir.Type] = field(default_factory=dict)
    _in_hand: dict[Key, str] = field(default_factory=dict)
    _recursive: set[str] = field(default_factory=set)
    _spread: set[str] = field(default_factory=set)
    _outermost: dict[Key, str] = field(default_factory=dict)

    # What contains itself

    def once(
        self, key: Key, at: str, lower: Callable[[], ir.Type], name: Callable[[str], ir.Type]
    ) -> ir.Type:
        """Return a type that is lowered the first time that it is met.

        Args:
            key: What identifies it.
            at: The pointer that it is declared at if it contains itself.
            lower: Lowers it.
            name: Returns the type inside of itself: a reference to what is declared at the pointer.
        """
        if key in self._in_hand:
            at = self._in_hand[key]
            self._recursive.add(at)
            return name(at)
        if key not in self._lowered:
            self._in_hand[key] = at
            try:
                made = lower()
            finally:
                del self._in_hand[key]
            self._lowered[key] = made
        return self._lowered[key]

    def is_in_hand(self, key: Key) -> bool:
        """Return whether something is being lowered."""
        return key in self._in_hand

    def is_new(self, key: Key) -> bool:
        """Return whether something is neither lowered nor being lowered."""
        return key not in self._in_hand and key not in self._lowered

    def is_recursive(self, at: str) -> bool:
        """Return whether what is declared at a pointer was found to contain itself."""
        return at in self._recursive

    def outermost(self, merge: Key, at: str) -> str:
        """Return the pointer at which a merged model was met first: here, if it is new."""
        return self._outermost.setdefault(merge, at)

    # How far it goes

    @contextmanager
    def of_target(self) -> Iterator[None]:
        """Lower the target of a reference, which is the same wherever the reference is."""
        before = self.ways, self.merges
        self.ways, self.merges = 1, 0
        try:
            yield
        finally:
            self.ways, self.merges = before

    @contextmanager
    def merged(self, merges: int) -> Iterator[None]:
        """Lower something that is inside of as many merges."""
        before, self.merges = self.merges, merges
        try:
            yield
        finally:
            self.merges = before

    @contextmanager
    def multiplied(self, combinations: int) -> Iterator[None]:
        """Lower something once for each combination of choices."""
        before, self.ways = self.ways, self.ways * combinations
        try:
            yield
        finally:
            self.ways = before

    @contextmanager
    def spread(self, places: Iterable[str]) -> Iterator[None]:
        """Replace schemas by their variants: none is a variant of itself, nor of its contents."""
        new = {*places} - self._spread
        self._spread |= new
        try:
            yield
        finally:
            self._spread -= new

    def is_spread(self, at: str) -> bool:
        """Return whether a schema was replaced by its variants."""
        return at in self._spread
