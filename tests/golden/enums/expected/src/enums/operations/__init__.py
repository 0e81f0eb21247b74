"""Types of single operations: what they take and what they return."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .startwash import (
        Door,
        Grade,
        Level,
        Mode,
        Old,
        Only,
        Result,
        Result1,
        Result2,
        Scent,
        Spin,
        Start,
        StartValue,
        StartWashRequestBody,
        StartWashResponse,
        Temperature,
    )

__all__ = ["Door", "Grade", "Level", "Mode", "Old", "Only", "Result", "Result1", "Result2"]
__all__ += ["Scent", "Spin", "Start", "StartValue", "StartWashRequestBody", "StartWashResponse"]
__all__ += ["Temperature"]

if not TYPE_CHECKING:  # type checkers see the names above, and no others
    __getattr__, __dir__ = lazy_exports(
        __name__,
        __all__,
        {
            ".startwash": (
                "Door",
                "Grade",
                "Level",
                "Mode",
                "Old",
                "Only",
                "Result",
                "Result1",
                "Result2",
                "Scent",
                "Spin",
                "Start",
                "StartValue",
                "StartWashRequestBody",
                "StartWashResponse",
                "Temperature",
            ),
        },
    )
