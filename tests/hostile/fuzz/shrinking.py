"""Makes a project smaller that shows a fault: takes parts away for as long as it still does.

Whoever asks says what the fault is, and how long it may take.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from itertools import islice
from typing import Any, TypeAlias

import yaml

from tests.hostile.harness.projects import Project

Make: TypeAlias = Callable[[], bytes]


def shrink(
    project: Project,
    shown_by: Callable[[Sequence[Project]], int | None],
    seconds: float,
    at_once: int = 1,
) -> Project:
    """Make a project smaller.

    Args:
        project: One that shows a fault.
        shown_by: Says which of several projects shows it too, the first if several do.
        seconds: How long it may take.
        at_once: How many are tried together.

    Returns:
        The smallest that was found; the same one if none was.
    """
    ends = time.monotonic() + seconds
    passed, became_smaller = 0, False
    while time.monotonic() < ends:
        chosen = [make() for make in islice(_smaller(project), passed, passed + at_once)]
        if not chosen:
            if not became_smaller:
                break
            passed, became_smaller = 0, False  # what was needed may be in nobody's way any more
            continue
        found = shown_by(chosen)
        if found is None:
            passed += len(chosen)
        else:
            project, passed, became_smaller = chosen[found], passed + found, True
    return project


def _smaller(project: Project) -> Iterator[Callable[[], Project]]:
    """Give ways to leave out a part of a project, the largest parts first."""
    for name, content in project.files.items():
        if not name.startswith("openapi."):
            rest = {other: item for other, item in project.files.items() if other != name}
            yield partial(Project, rest)
        for make in _without_a_part(content):
            yield partial(_with_file, project, name, make)


def _with_file(project: Project, name: str, make: Make) -> Project:
    return project.with_file(name, make())


def _without_a_part(content: bytes) -> Iterator[Make]:
    try:
        value = json.loads(content)
    except (ValueError, RecursionError):
        yield from _of_text(content)
        return
    for path in sorted(_paths(value, ()), key=lambda path: -len(json.dumps(_at(value, path)))):
        yield partial(_written_without, value, path)


def _of_text(content: bytes) -> Iterator[Make]:
    yield from (partial(bytes, text) for text in _as_json(content))
    lines = content.splitlines(keepends=True)
    for begin, end in _runs(len(lines)):
        yield partial(b"".join, [*lines[:begin], *lines[end:]])
    for begin, end in _runs(len(content) if len(content) < 300 else 0):
        yield partial(bytes, content[:begin] + content[end:])


def _as_json(content: bytes) -> Iterator[bytes]:
    with suppress(yaml.YAMLError, ValueError, TypeError, RecursionError):
        value = yaml.safe_load(content)
        if isinstance(value, dict | list):
            yield json.dumps(value, indent=1).encode()


def _runs(length: int) -> Iterator[tuple[int, int]]:
    size = length // 2
    while size:
        yield from ((begin, begin + size) for begin in range(0, length, size))
        size //= 2


def _paths(value: Any, path: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    items = value.items() if isinstance(value, dict) else ()
    for key, child in [*items, *(enumerate(value) if isinstance(value, list) else ())]:
        yield (*path, key)
        yield from _paths(child, (*path, key))


def _at(value: Any, path: tuple[Any, ...]) -> Any:
    for key in path:
        value = value[key]
    return value


def _written_without(value: Any, path: tuple[Any, ...]) -> bytes:
    return json.dumps(_without(value, path), indent=1).encode()


def _without(value: Any, path: tuple[Any, ...]) -> Any:
    """Copy a value but for what is at a path."""
    key, *rest = path
    copied = value.copy()
    if rest:
        copied[key] = _without(value[key], tuple(rest))
    else:
        del copied[key]
    return copied
