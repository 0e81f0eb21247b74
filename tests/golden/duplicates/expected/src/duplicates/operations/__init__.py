"""Types of single operations: what they take and what they return."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .addtune import (
        AddTuneRequestBody,
        AddTuneRequestBodyBy,
        AddTuneResponse,
        AddTuneResponseBy,
    )
    from .gettunes import GetTunesNextBy, GetTunesNowBy, GetTunesResponse, Next, Now

__all__ = ["AddTuneRequestBody", "AddTuneRequestBodyBy", "AddTuneResponse", "AddTuneResponseBy"]
__all__ += ["GetTunesNextBy", "GetTunesNowBy", "GetTunesResponse", "Next", "Now"]

if not TYPE_CHECKING:  # type checkers see the names above, and no others
    __getattr__, __dir__ = lazy_exports(
        __name__,
        __all__,
        {
            ".addtune": (
                "AddTuneRequestBody",
                "AddTuneRequestBodyBy",
                "AddTuneResponse",
                "AddTuneResponseBy",
            ),
            ".gettunes": ("GetTunesNextBy", "GetTunesNowBy", "GetTunesResponse", "Next", "Now"),
        },
    )
