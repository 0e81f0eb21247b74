"""The type `DeleteKeysResponse`."""

from __future__ import annotations

from .._runtime.constants import OnlyTrue
from ..types import BaseModel


class DeleteKeysResponse(BaseModel, kw_only=True):
    """The key is gone."""

    deleted: OnlyTrue
    """Always true; a key that cannot be deleted is an error."""
