"""The types `AddTuneRequestBody`, `AddTuneResponse`, `AddTuneRequestBodyBy` and
`AddTuneResponseBy`."""

from __future__ import annotations

from typing import TypeAlias

from .gettunes import GetTunesNextBy, Next

AddTuneRequestBody: TypeAlias = Next

AddTuneResponse: TypeAlias = Next
"""The tune."""

AddTuneRequestBodyBy: TypeAlias = GetTunesNextBy
AddTuneResponseBy: TypeAlias = GetTunesNextBy
