"""The type `Animal`."""

from __future__ import annotations

from typing import TypeAlias

from .. import components
from .._runtime.json.unions import By, Tagged

__all__ = ["Animal"]

Animal: TypeAlias = Tagged[components.Cat | components.Dog, By("kind")]
"""A cat or a dog, as `kind` says."""
