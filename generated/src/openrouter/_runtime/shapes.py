"""What kind of JSON a decoded value is: `isinstance`, in words that type checkers understand."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, TypeGuard


def is_object(value: object) -> TypeGuard[dict[str, Any]]:
    """Say whether a value is a JSON object."""
    return isinstance(value, dict)


def is_array(value: object) -> TypeGuard[list[Any]]:
    """Say whether a value is a JSON array."""
    return isinstance(value, list)


def is_collection(value: object) -> TypeGuard[Collection[Any]]:
    """Say whether a caller's value stands for a JSON array."""
    return isinstance(value, (list, tuple, set, frozenset))
