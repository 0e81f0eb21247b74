"""Import statements: grouped, joined and sorted as ruff's isort does."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from itertools import groupby
from typing import Any, Final, TypeAlias

from sdkwright.emit.expr import Import, Imports, Source
from sdkwright.emit.filters import LINE_LENGTH

_Key: TypeAlias = tuple[Any, ...]
_DIGIT: Final = ord("0")
_DIGITS: Final = frozenset("0123456789")


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
    ordered: list[tuple[int, _Key, _Key, bool, tuple[str, ...]]] = []
    for item in set(imports):
        module = item.module
        if not item.name:
            ordered.append((_group(module), (0, 0, *_natural(module)), (), False, (item.line,)))
        elif item.alias:
            ordered.append(
                (_group(module), module_order(module), _case(item.name), True, (item.line,))
            )
        else:
            joined.setdefault(module, set()).add(item.name)
    for module, found in joined.items():
        names = sorted(found, key=_case)
        lines = tuple(_from(module, names, indent))
        ordered.append((_group(module), module_order(module), _case(names[0]), False, lines))
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


def module_order(module: str) -> _Key:
    """Return a sort key that puts parents before siblings, as ruff's isort does."""
    dots = len(module) - len(module.lstrip("."))
    return (1, 9 - dots if dots else 0, *_natural(module.lstrip(".")))


def _case(name: str) -> _Key:
    """Return a sort key for constants, then classes, then the rest, as ruff's isort does."""
    return (_rank(name), *_natural(name))


def _rank(name: str) -> int:
    return 0 if name.isupper() and len(name) > 1 else 1 if name[:1].isupper() else 2


def _natural(name: str) -> _Key:
    """Return a sort key with which `a2` comes before `a10`; case only decides between equals."""
    return (_numbered(name.lower()), _numbered(name))


def _numbered(name: str) -> _Key:
    return tuple(
        (
            (_DIGIT, not run.startswith("0"), run if run.startswith("0") else "", int(run))
            if run[0] in _DIGITS
            else (ord(run), False, "", 0)
        )
        for run in re.findall(r"[0-9]+|.", name)
    )


def export_order(name: str) -> tuple[int, list[tuple[bool, int, str]]]:
    """Return a sort key for `__all__`, as ruff sorts it (RUF022).

    Constants come before classes, and these before the rest; `A2` comes before `A10`.
    """
    parts = [part for part in re.split(r"(\d+)", name) if part]
    numbered = [(not part.isdigit(), int(part) if part.isdigit() else 0, part) for part in parts]
    return _rank(name), numbered
