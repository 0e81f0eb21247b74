"""The type `Mixed`."""

from __future__ import annotations

from typing import TypeAlias

Mixed: TypeAlias = int | str
