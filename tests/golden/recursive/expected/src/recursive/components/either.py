"""The type `Either`."""

from __future__ import annotations

from typing import TypeAlias

Either: TypeAlias = int | str
