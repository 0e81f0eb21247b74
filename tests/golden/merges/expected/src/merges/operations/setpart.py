"""Request and response of `parts.set_part` (`PUT /parts`)."""

from __future__ import annotations

from ..types import UNSET, BaseModel, Number, UnsetType

__all__ = ["SetPartRequestBody"]


class SetPartRequestBody(BaseModel, kw_only=True):
    id: int
    """A number."""

    size: Number | None
    """How large it is, in metres."""

    note: str | UnsetType | None = UNSET
    """What there is to say."""
