"""Types that are used in signatures and models."""

from __future__ import annotations

from ._runtime.json.models import Model as BaseModel
from ._runtime.paging.page import IterablePage, Page
from ._runtime.paging.pages import AsyncPages, Pages
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
    "AsyncPages",
    "AsyncStreamedResponse",
    "BaseModel",
    "CallOptions",
    "IterablePage",
    "Nullable",
    "Number",
    "OptionalNullable",
    "Page",
    "Pages",
    "RawResponse",
    "SecretStr",
    "StreamedResponse",
    "UnsetType",
    "is_set",
]
