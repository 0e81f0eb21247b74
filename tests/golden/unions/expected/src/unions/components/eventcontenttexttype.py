"""The type `EventContentTextType`."""

from __future__ import annotations

from typing import Literal, TypeAlias

EventContentTextType: TypeAlias = Literal["text"]
