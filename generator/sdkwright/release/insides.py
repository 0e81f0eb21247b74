"""Changes of a release that are not in its surface: its requirements, and internal code.

Compares the generated package as of the last release with the current one, by its own manifest and
project file.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from packaging.requirements import InvalidRequirement, Requirement
from packaging.utils import canonicalize_name

from sdkwright.config import Config
from sdkwright.emit.docs.markdown import md_code
from sdkwright.output import MANIFEST

_MOST: Final = 6
"""Maximum number of files that are named."""


@dataclass(frozen=True, slots=True)
class Insides:
    """The internal changes.

    Args:
        needs: The requirements that were added, removed or changed; each a line of Markdown.
        code: The files of the package that differ, relative to it, without `_version.py`.
    """

    needs: tuple[str, ...]
    code: tuple[str, ...]

    def in_a_sentence(self) -> str:
        """Return a sentence of Markdown that names the changed files; "" if there are none."""
        if not self.code:
            return ""
        named = ", ".join(md_code(path) for path in self.code[:_MOST])
        more = f" and {len(self.code) - _MOST} more" if len(self.code) > _MOST else ""
        return f"Internal changes: {named}{more}."


def compare(old: Path, config: Config) -> Insides:
    """Compare the package in a folder with the current one."""
    source = f"src/{config.module}/"
    before, now = _manifest(old), _manifest(config.output)
    code = (
        path.removeprefix(source)
        for path in sorted({*before, *now})
        if path.startswith(source)
        and path != f"{source}_version.py"
        and before.get(path) != now.get(path)
    )
    return Insides(tuple(_needs(_project(old), _project(config.output))), tuple(code))


def _needs(old: dict[str, Any], new: dict[str, Any]) -> Iterator[str]:
    if not old or not new:
        return
    before, now = _requirements(old), _requirements(new)
    for name in sorted({*before, *now}):
        if name not in before:
            yield f"Requires {md_code(now[name])}."
        elif name not in now:
            yield f"No longer requires {md_code(name)}."
        elif before[name] != now[name]:
            yield f"Requires {md_code(now[name])} instead of {md_code(before[name])}."


def _requirements(project: dict[str, Any]) -> dict[str, str]:
    found = {"python": f"Python {project.get('requires-python', '')}".strip()}
    for text in project.get("dependencies", ()):
        try:
            found[canonicalize_name(Requirement(text).name)] = text
        except InvalidRequirement:
            continue
    return found


def _manifest(folder: Path) -> dict[str, str]:
    try:
        read: object = json.loads((folder / MANIFEST).read_bytes())
    except (OSError, ValueError):
        return {}
    return read if isinstance(read, dict) else {}


def _project(folder: Path) -> dict[str, Any]:
    try:
        text = (folder / "pyproject.toml").read_text(encoding="utf-8")
        read: object = tomllib.loads(text).get("project")
    except (OSError, ValueError):
        return {}
    return read if isinstance(read, dict) else {}
