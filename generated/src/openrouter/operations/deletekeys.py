"""The type `DeleteKeysResponse`."""

from __future__ import annotations

from ..types import BaseModel


class DeleteKeysResponse(BaseModel, kw_only=True):
    """The key is gone."""

    deleted: bool
    """Always true; a key that cannot be deleted is an error."""
