"""The type `Happening`."""

from __future__ import annotations

from typing import TypeAlias

from .. import components
from .._runtime.json.unions import By, Tagged

__all__ = ["Happening"]

Happening: TypeAlias = Tagged[components.Began | components.Failed, By("event")]
