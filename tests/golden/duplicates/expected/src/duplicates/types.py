"""Types that are used in signatures and models."""

from __future__ import annotations

from ._runtime.json.models import Model as BaseModel
from ._runtime.responses.raw import AsyncStreamedResponse, RawResponse, StreamedResponse
from ._runtime.values import (
    UNSET,
    CallOptions,
    Nullable,
    Number,
    OptionalNullable,
    SecretStr,
    UnsetType,
    is_set,
)

__all__ = [
    "UNSET",
    "AsyncStreamedResponse",
    "BaseModel",
    "CallOptions",
    "Nullable",
    "Number",
    "OptionalNullable",
    "RawResponse",
    "SecretStr",
    "StreamedResponse",
    "UnsetType",
    "is_set",
]
