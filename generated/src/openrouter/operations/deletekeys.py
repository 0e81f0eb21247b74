"""The type `DeleteKeysResponse`."""

from __future__ import annotations

from .._runtime.constants import OnlyTrue
from .._runtime.models import Model


class DeleteKeysResponse(Model, kw_only=True):
    """The key is gone."""

    deleted: OnlyTrue
    """Always true; a key that cannot be deleted is an error."""
