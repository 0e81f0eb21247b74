"""Import statements: grouped, joined and sorted as ruff's isort does."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from itertools import groupby

from sdkwright.emit.expr import Import, Imports, Source
from sdkwright.emit.filters import LINE_LENGTH


def arrange(imports: Iterable[Import], indent: int = 0) -> tuple[str, ...]:
    """Return the lines of imports: standard library, other packages, this package.

    Args:
        imports: The imports, in any order.
        indent: Their indentation.

    Returns:
        The lines. The names of one module are joined; a name with an alias keeps a separate line,
        and "" is the blank line between two groups.
    """
    joined: dict[str, set[str]] = {}
    ordered: list[tuple[int, str, str, bool, tuple[str, ...]]] = []
    for item in set(imports):
        module = item.module
        if not item.name:
            ordered.append((_group(module), f" {module}", "", False, (item.line,)))
        elif item.alias:
            ordered.append((_group(module), _depth(module), _case(item.name), True, (item.line,)))
        else:
            joined.setdefault(module, set()).add(item.name)
    for module, found in joined.items():
        names = sorted(found, key=_case)
        lines = tuple(_from(module, names, indent))
        ordered.append((_group(module), _depth(module), _case(names[0]), False, lines))
    arranged: list[str] = []
    for _, group in groupby(sorted(ordered), key=lambda entry: entry[0]):
        arranged.append("")
        for *_, lines in group:
            arranged += lines
    return tuple(arranged[1:])


class ImportLines(tuple[str, ...]):  # noqa: SLOT001 - a tuple can't have slots with values
    """The lines of imports, as templates print them, and what they import.

    Attributes:
        imports: The imports.
    """

    imports: Imports

    @classmethod
    def of(cls, imports: Iterable[Import], indent: int = 0) -> ImportLines:
        """Arrange imports; see `arrange`."""
        found = frozenset(imports)
        made = cls(arrange(found, indent))
        made.imports = found
        return made


class ModuleImports:
    """Collects the imports of one module while its source is written."""

    def __init__(self) -> None:
        self._needed: set[Import] = set()
        self._for_types: set[Import] = set()

    def use(self, source: Source) -> str:
        """Return the text of a source that is evaluated when the module runs.

        That goes for what the signatures of functions name too, which tools evaluate.
        """
        self._needed |= source.imports
        return source.text

    def annotate(self, source: Source) -> str:
        """Return the text of an annotation that only type checkers evaluate.

        What it names is imported when it is first used, or not at all.
        """
        self._for_types |= source.imports
        return source.text

    def needed(self) -> ImportLines:
        """Return the lines of the imports that the module needs to run."""
        return ImportLines.of(self._needed)

    def for_types(self) -> ImportLines:
        """Return the lines below `if TYPE_CHECKING:`, without those that `needed` has."""
        return ImportLines.of(self._for_types - self._needed, indent=4)


def imports_of(view: object) -> Iterator[Import]:
    """Yield what the `ImportLines` of a view import."""
    for field in fields(view) if is_dataclass(view) else ():
        lines = getattr(view, field.name)
        if isinstance(lines, ImportLines):
            yield from lines.imports


def _from(module: str, names: list[str], indent: int) -> Iterator[str]:
    """Yield the lines that import names of a module, one name per line if one line is too short."""
    line = f"from {module} import {', '.join(names)}"
    if indent + len(line) <= LINE_LENGTH:
        yield line
        return
    yield f"from {module} import ("
    yield from (f"    {name}," for name in names)
    yield ")"


def _group(module: str) -> int:
    if module.startswith("."):
        return 2
    return 0 if module.partition(".")[0] in sys.stdlib_module_names else 1


def _depth(module: str) -> str:
    """Return a sort key that puts parents before siblings, as ruff's isort does."""
    dots = len(module) - len(module.lstrip("."))
    return f"{9 - dots}{module}" if dots else module


def _case(name: str) -> str:
    """Return a sort key for constants, then classes, then the rest, as ruff's isort does."""
    rank = 0 if name.isupper() else 1 if name[:1].isupper() else 2
    return f"{rank}{name.lower()}"


def export_order(name: str) -> tuple[int, list[tuple[bool, int, str]]]:
    """Return a sort key for `__all__`, as ruff sorts it (RUF022).

    Constants come before classes, and these before the rest; `A2` comes before `A10`.
    """
    parts = [part for part in re.split(r"(\d+)", name) if part]
    numbered = [(not part.isdigit(), int(part) if part.isdigit() else 0, part) for part in parts]
    rank = 0 if name.isupper() and len(name) > 1 else 1 if name[:1].isupper() else 2
    return rank, numbered
