"""Types of single operations: their requests and responses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .addtune import *
    from .by import *
    from .gettunes import *
else:
    __getattr__, __dir__, __all__ = lazy_exports(
        __name__,
        {
            ".addtune": (
                "AddTuneRequestBody",
                "AddTuneRequestBodyBy",
                "AddTuneResponse",
                "AddTuneResponseBy",
            ),
            ".by": ("By",),
            ".gettunes": ("GetTunesNextBy", "GetTunesNowBy", "GetTunesResponse", "Next", "Now"),
        },
    )
