"""Lets many packages have one runtime.

Every SDK has a copy of the runtime, and a type checker reads each copy anew: for small packages,
that takes longer than all the rest. Where they import the same one instead, it is read once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

_IMPORT = re.compile(r"^(\s*from )\.+_runtime\b([\w.]*)", re.MULTILINE)


def with_runtime(name: str, text: str) -> str:
    """Return the text of a module, which then imports the runtime from a package of this name."""
    return _IMPORT.sub(rf"\g<1>{name}\g<2>", text)


def share_runtimes(parent: Path, packages: Iterable[str], folder: Path) -> dict[str, str]:
    """Copy packages, without their runtimes, to where they share them.

    Each package carries the modules of the runtime that it needs. Together they are one runtime,
    unless a module differs; that a package has the modules that it imports is seen here.

    Args:
        parent: The folder that the packages are in.
        packages: Their paths in that folder.
        folder: Gets them, and packages with the runtimes.

    Returns:
        The names of the runtimes, each with the path of the first package that has it.
    """
    shared: list[dict[str, bytes]] = []
    owners: dict[str, str] = {}
    for own in packages:
        package = parent / own
        runtime = package / "_runtime"
        files = {p.relative_to(runtime).as_posix(): p.read_bytes() for p in runtime.rglob("*.py")}
        agree = (n for n, other in enumerate(shared) if _agree(files, other))
        number = next(agree, len(shared))
        if number == len(shared):
            shared.append({})
        shared[number] |= files
        name = f"runtime{number}"
        owners.setdefault(name, own)
        for path in package.rglob("*.py"):
            place = path.relative_to(package)
            if place.parts[0] != "_runtime":
                target = folder / own / place
                target.parent.mkdir(parents=True, exist_ok=True)
                text = path.read_text(encoding="utf-8")
                assert _missing(text, files) == [], target
                target.write_text(with_runtime(name, text), encoding="utf-8", newline="\n")
    for number, files in enumerate(shared):
        for file, content in files.items():
            target = folder / f"runtime{number}" / file
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
    return owners


def _agree(files: Mapping[str, bytes], others: Mapping[str, bytes]) -> bool:
    return all(others.get(file, content) == content for file, content in files.items())


def _missing(text: str, files: Mapping[str, bytes]) -> list[str]:
    """List the modules of the runtime that a module imports, and that are not among these files."""
    paths = (found[2].strip(".").replace(".", "/") for found in _IMPORT.finditer(text))
    return [
        path
        for path in filter(None, paths)
        if f"{path}.py" not in files and f"{path}/__init__.py" not in files
    ]
