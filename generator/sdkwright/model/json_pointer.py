"""JSON pointers (RFC 6901): building, splitting and following them."""

from __future__ import annotations

from typing import Any


def child(pointer: str, *steps: str | int) -> str:
    """Extend a pointer by keys or indexes (section 3)."""
    for step in map(str, steps):
        escaped = step.replace("~", "~0").replace("/", "~1") if "~" in step or "/" in step else step
        pointer = f"{pointer}/{escaped}"
    return pointer


def steps(pointer: str) -> tuple[str, ...]:
    """Split a pointer into its keys and indexes (section 4)."""
    parts = pointer.split("/")[1:]
    return tuple(map(unescaped, parts) if "~" in pointer else parts)


def unescaped(step: str) -> str:
    """Return the key that one escaped step of a pointer stands for (section 4)."""
    return step.replace("~1", "/").replace("~0", "~")


def is_inside(pointer: str, outer: str) -> bool:
    """Return whether a pointer leads to a part of what another one refers to."""
    return pointer.startswith(f"{outer}/")


def follow(data: Any, pointer: str) -> Any:
    """Return the value that a pointer refers to.

    Args:
        data: Plain data: objects, lists and scalars.
        pointer: The pointer; "" refers to the data itself.

    Raises:
        LookupError: There is no such value, or the text is not a pointer.
    """
    if pointer and not pointer.startswith("/"):
        raise LookupError(pointer)
    for step in steps(pointer):
        if isinstance(data, dict) and step in data:
            data = data[step]
        elif isinstance(data, list) and step.isdecimal() and int(step) < len(data):
            data = data[int(step)]
        else:
            raise LookupError(pointer)
    return data
