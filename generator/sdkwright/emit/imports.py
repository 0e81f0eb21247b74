"""Import lines: grouped, joined and sorted as isort does."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import groupby

from sdkwright.emit.filters import LINE_LENGTH


def arrange(lines: Iterable[str], indent: int = 0) -> tuple[str, ...]:
    """Order import lines: standard library, other packages, this package; "" is a blank line.

    Args:
        lines: Lines such as `from a import b`, `from a import b as c` and `import a`, one name
            each.
        indent: Their indentation.

    Returns:
        Lines with the names of one module joined; a name with an alias keeps a separate line.
    """
    joined: dict[str, set[str]] = {}
    ordered: list[tuple[int, str, str, bool, str]] = []
    for line in set(lines):
        keyword, module, *rest = line.split(" ")
        if keyword == "import":
            ordered.append((_group(module), f" {module}", "", False, line))
        elif "as" in rest:
            ordered.append((_group(module), _depth(module), _case(rest[1]), True, line))
        else:
            joined.setdefault(module, set()).add(rest[1])
    for module, names in joined.items():
        first, *others = sorted(names, key=_case)
        line = f"from {module} import {', '.join((first, *others))}"
        ordered.append((_group(module), _depth(module), _case(first), False, line))
    arranged: list[str] = []
    for _, group in groupby(sorted(ordered), key=lambda entry: entry[0]):
        arranged.append("")
        for *_, line in group:
            arranged += _divided(line, indent)
    return tuple(arranged[1:])


def _divided(line: str, indent: int) -> Iterator[str]:
    """Yield the lines of an import, one name per line if they do not fit on one line."""
    head, imports, names = line.partition(" import ")
    if indent + len(line) <= LINE_LENGTH or not imports or " as " in names:
        yield line
        return
    yield f"{head} import ("
    yield from (f"    {name}," for name in names.split(", "))
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
