"""The type `Message`."""

from __future__ import annotations

from typing import TypeAlias

from .. import components
from .._runtime.json.unions import By, Tagged

__all__ = ["Message"]

Message: TypeAlias = Tagged[components.Docked | components.Left, By("kind")]
"""What the queue carries."""
