"""The type `Began`."""

from __future__ import annotations

from typing import Literal

from .. import components
from .._runtime.json.models import tag
from ..types import BaseModel

__all__ = ["Began"]


class Began(BaseModel, kw_only=True):
    event: Literal["began"] = tag(default="began", required=True)
    data: components.Word
