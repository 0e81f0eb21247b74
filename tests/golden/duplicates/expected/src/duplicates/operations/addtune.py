"""Request and response of `tunes.add_tune` (`POST /tunes`)."""

from __future__ import annotations

from typing import TypeAlias

from ..types import UNSET, BaseModel, UnsetType
from .by import By
from .gettunes import Next

__all__ = ["AddTuneRequestBody", "AddTuneRequestBodyBy", "AddTuneResponse", "AddTuneResponseBy"]


class AddTuneResponse(BaseModel, kw_only=True):
    """The tune."""

    title: str
    by: AddTuneResponseBy | UnsetType = UNSET


AddTuneRequestBody: TypeAlias = Next
AddTuneRequestBodyBy: TypeAlias = By
AddTuneResponseBy: TypeAlias = By
