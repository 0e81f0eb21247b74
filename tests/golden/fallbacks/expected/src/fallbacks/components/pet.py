"""The type `Pet`."""

from __future__ import annotations

from typing import TypeAlias

from .. import components
from .._runtime.json.unions import By, Tagged

__all__ = ["Pet"]

Pet: TypeAlias = Tagged[
    components.Cat | components.Dog | components.Other,
    By(
        "kind",
        {"cat": components.Cat, "Dog": components.Dog, "Other": components.Other},
        default=components.Other,
    ),
]
