"""The type `Either`."""

from __future__ import annotations

from typing import TypeAlias

from .._runtime.decimals import DecimalText

Either: TypeAlias = DecimalText | float
"""Text is exact, a number is not."""
