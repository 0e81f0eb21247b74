"""Types of single operations: their requests and responses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .sendsignal import *
    from .setsettings import *
else:
    __getattr__, __dir__, __all__ = lazy_exports(
        __name__,
        {
            ".sendsignal": ("SendSignalResponse", "Vessel"),
            ".setsettings": (
                "Choice",
                "ChoiceEnum",
                "ChoiceFunction",
                "ChoiceSearch",
                "Extra",
                "Input",
                "Limits",
                "SetSettingsRequestBody",
                "Size",
                "Stop",
                "When",
            ),
        },
    )
