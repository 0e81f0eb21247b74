"""Request and response of `values.send_form` (`POST /form`)."""

from __future__ import annotations

from msgspec import field

from .. import components
from .._runtime.json.decimals import Decimal
from ..types import UNSET, BaseModel, UnsetType

__all__ = ["SendFormRequestBody"]


class SendFormRequestBody(BaseModel, kw_only=True):
    price: Decimal
    bytes_: bytes = field(name="bytes")
    file: str

    nested: components.Price | UnsetType = UNSET
    """Numbers that must not be rounded, with others by name."""
