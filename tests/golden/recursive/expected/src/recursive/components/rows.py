"""The type `Rows`."""

from __future__ import annotations

from typing import Never, TypeAlias

from .._runtime.json.unions import OneOf

__all__ = ["Rows"]

Rows: TypeAlias = OneOf["list[Rows]", Never]
