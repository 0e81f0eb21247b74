"""Types of `tunes.add_tune` (`POST /tunes`)."""

from __future__ import annotations

from typing import TypeAlias

from .gettunes import GetTunesNextBy, Next

__all__ = ["AddTuneRequestBody", "AddTuneRequestBodyBy", "AddTuneResponse", "AddTuneResponseBy"]

AddTuneRequestBody: TypeAlias = Next

AddTuneResponse: TypeAlias = Next
"""The tune."""

AddTuneRequestBodyBy: TypeAlias = GetTunesNextBy
AddTuneResponseBy: TypeAlias = GetTunesNextBy
