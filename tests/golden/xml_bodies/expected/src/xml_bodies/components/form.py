"""The type `Form`."""

from __future__ import annotations

from typing import TypeAlias

from .. import components
from .._runtime.json.unions import By, Tagged

__all__ = ["Form"]

Form: TypeAlias = Tagged[
    components.Paper | components.Audio,
    By("kind", {"paper": components.Paper, "audio": components.Audio}),
]
