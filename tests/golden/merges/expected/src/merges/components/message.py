"""The type `Message`."""

from __future__ import annotations

from typing import TypeAlias

from .. import components
from .._runtime.unions import OneOf

Message: TypeAlias = OneOf[components.MessageText, components.MessageLink]
"""A text or a link, with a number."""
