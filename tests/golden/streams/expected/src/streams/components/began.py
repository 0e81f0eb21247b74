"""The type `Began`."""

from __future__ import annotations

from typing import Literal

from .. import components
from ..types import BaseModel

__all__ = ["Began"]


class Began(BaseModel, kw_only=True):
    event: Literal["began"]
    data: components.Word
