"""The type `SendFormRequestBody`."""

from __future__ import annotations

import builtins

from .. import components
from .._runtime.decimals import Decimal
from .._runtime.models import Model
from ..types import UNSET, UnsetType


class SendFormRequestBody(Model, kw_only=True):
    """A `SendFormRequestBody` object."""

    price: Decimal

    bytes: builtins.bytes

    file: str

    nested: components.Price | UnsetType = UNSET
    """Numbers that must not be rounded, with others by name."""
