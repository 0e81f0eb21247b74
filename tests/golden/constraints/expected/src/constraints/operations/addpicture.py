"""Request and response of `plants.add_picture` (`POST /plants/{id}/picture`)."""

from __future__ import annotations

from ..types import UNSET, BaseModel, UnsetType

__all__ = ["AddPictureRequestBody"]


class AddPictureRequestBody(BaseModel, kw_only=True):
    picture: str
    """At least 1000 characters."""

    caption: str | UnsetType = UNSET
    """At most 5 characters."""

    sizes: list[int] | UnsetType = UNSET
