"""The type `ParcelSent`."""

from __future__ import annotations

from .. import components
from .._runtime.models import Model


class ParcelSent(Model, kw_only=True):
    """A `ParcelSent` object."""

    type: components.Type

    parcel: components.Parcel
