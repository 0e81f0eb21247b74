"""The type `Failed`."""

from __future__ import annotations

from typing import TypeAlias

from .. import components
from .._runtime.json.unions import By, Tagged

__all__ = ["Failed"]

Failed: TypeAlias = Tagged[components.Late | components.Refused, By("why")]
