"""Request and response of `api_keys.delete` (`DELETE /keys/{hash}`)."""

from __future__ import annotations

from .._runtime.json.constants import OnlyTrue
from ..types import BaseModel

__all__ = ["DeleteKeysResponse"]


class DeleteKeysResponse(BaseModel, kw_only=True):
    """The key was deleted."""

    deleted: OnlyTrue
    """Always true; failures are reported as errors."""
