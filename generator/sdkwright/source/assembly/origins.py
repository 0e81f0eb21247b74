"""Where each part of a document assembled from several files was written.

A document that was changed by overlays, or that includes parts of other files, is no longer the
text of any one file. Only the parts that moved are recorded here: the place of any other part
follows from its nearest ancestor that moved.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sdkwright.diagnostics import Place
from sdkwright.model.json_pointer import child, steps
from sdkwright.source.document import Positions


@dataclass(frozen=True)
class Source:
    """A file: its path as shown to people, and the positions in its text."""

    path: str
    nodes: Positions


@dataclass(frozen=True, slots=True)
class Origin:
    """A place in a file, as a JSON pointer."""

    source: Source
    pointer: str

    def down(self, step: str) -> Origin:
        """Return the place of a property or an item of the value at this place."""
        return Origin(self.source, child(self.pointer, step))

    @property
    def place(self) -> Place:
        """The line and column of this place, for a diagnostic."""
        return Place(self.source.path, *self.source.nodes.locate(self.pointer))


@dataclass
class Origins:
    """The origins of one document, which is changed in place while it is assembled.

    Args:
        root: The document as plain data.
        source: The file that it was read from.
    """

    root: dict[str, Any]
    source: Source
    _moved: dict[tuple[int, str], Origin] = field(default_factory=dict)
    _kept: list[Any] = field(default_factory=list)

    def note(self, container: object, step: str, origin: Origin) -> None:
        """Record where a property or an item of a container was written."""
        self._moved[id(container), step] = origin

    def removed(self, container: list[Any], indices: Iterable[int], pointer: str) -> None:
        """Remove items of a list, and record where those after them were written.

        Args:
            container: The list.
            indices: The indexes of the items to remove.
            pointer: The pointer of the list in the current document.
        """
        before, gone = self.origin(pointer), {*indices}
        first = min(gone)
        left = [at for at in range(first, len(container)) if at not in gone]
        places = [self._moved.get((id(container), str(at)), before.down(str(at))) for at in left]
        self._kept += (container[at] for at in gone)  # so that no `id` is reused
        container[first:] = [container[at] for at in left]
        for at, origin in enumerate(places, first):
            self._moved[id(container), str(at)] = origin

    def below(self, container: object, step: str, origin: Origin) -> Origin:
        """Return where a property or an item of a container was written.

        Args:
            container: An object or a list.
            step: The key or the index.
            origin: Where the container was written.
        """
        return self._moved.get((id(container), step), origin.down(step))

    def copied(self, value: Any) -> Any:
        """Return a deep copy in which no value is shared, and whose parts have the same origins."""
        if isinstance(value, dict):
            made: Any = {key: self.copied(item) for key, item in value.items()}
            steps_: Iterable[str] = value
        elif isinstance(value, list):
            made = [self.copied(item) for item in value]
            steps_ = map(str, range(len(value)))
        else:
            return value
        for step in steps_:
            if (origin := self._moved.get((id(value), step))) is not None:
                self._moved[id(made), step] = origin
                self._kept.append(made)  # so that no `id` is reused
        return made

    def forget(self, container: dict[str, Any], step: str) -> None:
        """Remove a property."""
        self._kept.append(container.pop(step))
        self._moved.pop((id(container), step), None)

    def origin(self, pointer: str) -> Origin:
        """Return where the value at a pointer of the current document was written."""
        value: Any = self.root
        origin = Origin(self.source, "")
        for step in steps(pointer):
            origin = self._moved.get((id(value), step), origin.down(step))
            if isinstance(value, dict):
                value = value.get(step)
            elif isinstance(value, list) and step.isdecimal() and int(step) < len(value):
                value = value[int(step)]
            else:
                value = None
        return origin

    def place(self, pointer: str) -> Place:
        """Return the place of a pointer's target, for a diagnostic."""
        return self.origin(pointer).place

    def locate(self, pointer: str) -> tuple[int, int]:
        """Return the line and column of a pointer's target."""
        place = self.place(pointer)
        return place.line, place.column

    def spelling(self, pointer: str) -> str | None:
        """Return the text of a scalar as it is written."""
        origin = self.origin(pointer)
        return origin.source.nodes.spelling(origin.pointer)


def unshared(value: Any) -> Any:
    """Return a deep copy in which no value is shared, as those behind YAML aliases are."""
    if isinstance(value, dict):
        return {key: unshared(item) for key, item in value.items()}
    if isinstance(value, list):
        return [unshared(item) for item in value]
    return value
