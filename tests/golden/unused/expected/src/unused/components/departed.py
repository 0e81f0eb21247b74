"""The type `Departed`."""

from __future__ import annotations

from typing import TypeAlias

from .left import Left

__all__ = ["Departed"]

Departed: TypeAlias = Left
