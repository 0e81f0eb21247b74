"""The type `PairItem`."""

from __future__ import annotations

from typing import TypeAlias

PairItem: TypeAlias = str | int | bool
