"""The type `OldItem`."""

from __future__ import annotations

from typing import TypeAlias

OldItem: TypeAlias = str | int
