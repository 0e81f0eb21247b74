"""The type `AddPictureRequestBody`."""

from __future__ import annotations

from .._runtime.models import Model
from ..types import UNSET, UnsetType


class AddPictureRequestBody(Model, kw_only=True):
    """A `AddPictureRequestBody` object."""

    picture: str
    """At least 1000 characters."""

    caption: str | UnsetType = UNSET
    """At most 5 characters."""

    sizes: list[int] | UnsetType = UNSET
