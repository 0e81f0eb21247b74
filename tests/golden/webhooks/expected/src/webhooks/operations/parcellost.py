"""The type `ParcelLostPayload`."""

from __future__ import annotations

from typing import Literal

from .. import components
from .._runtime.models import Model
from ..types import UNSET, UnsetType


class ParcelLostPayload(Model, kw_only=True):
    """A `ParcelLostPayload` object."""

    type: Literal["parcel.lost"]

    parcel: components.Parcel

    reason: str | UnsetType = UNSET
    """Not empty."""
