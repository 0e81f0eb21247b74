"""The type `Answer`."""

from __future__ import annotations

from .._runtime.models import Model
from ..types import UNSET, UnsetType


class Answer(Model, kw_only=True):
    """\\"""

    a: str | UnsetType = UNSET
    """indented"""
