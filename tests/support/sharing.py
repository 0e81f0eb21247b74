"""Lets many packages have one runtime.

Every SDK has a copy of the runtime, and a type checker reads each copy anew: for small packages,
that takes longer than all the rest. Where they import the same one instead, it is read once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

_IMPORT = re.compile(r"^(\s*from )\.+_runtime\b", re.MULTILINE)


def with_runtime(name: str, text: str) -> str:
    """Return the text of a module, which then imports the runtime from a package of this name."""
    return _IMPORT.sub(rf"\g<1>{name}", text)


def share_runtimes(parent: Path, packages: Iterable[str], folder: Path) -> dict[str, str]:
    """Copy packages, without their runtimes, to where they share them.

    Args:
        parent: The folder that the packages are in.
        packages: Their paths in that folder.
        folder: Gets them, and packages with the runtimes: one for those that have the same files.

    Returns:
        The names of the runtimes, each with the path of the first package that has it.
    """
    names: dict[frozenset[tuple[str, bytes]], str] = {}
    owners: dict[str, str] = {}
    for own in packages:
        package = parent / own
        runtime = package / "_runtime"
        files = {str(p.relative_to(runtime)): p.read_bytes() for p in runtime.rglob("*.py")}
        name = names.setdefault(frozenset(files.items()), f"runtime{len(names)}")
        if name not in owners:
            owners[name] = own
            for file, content in files.items():
                target = folder / name / file
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content)
        for path in package.rglob("*.py"):
            place = path.relative_to(package)
            if place.parts[0] != "_runtime":
                target = folder / own / place
                target.parent.mkdir(parents=True, exist_ok=True)
                text = path.read_text(encoding="utf-8")
                target.write_text(with_runtime(name, text), encoding="utf-8", newline="\n")
    return owners
