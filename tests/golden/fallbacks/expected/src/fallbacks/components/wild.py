"""The type `Wild`."""

from __future__ import annotations

from typing import TypeAlias

from .. import components
from .._runtime.json.unions import By, Tagged

__all__ = ["Wild"]

Wild: TypeAlias = Tagged[
    components.Lion | components.Unknown | components.WildBase,
    By(
        "kind", {"Lion": components.Lion, "Unknown": components.Unknown}, default=components.Unknown
    ),
]
