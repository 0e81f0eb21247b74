"""The type `EventContentImageType`."""

from __future__ import annotations

from typing import Literal, TypeAlias

EventContentImageType: TypeAlias = Literal["image"]
