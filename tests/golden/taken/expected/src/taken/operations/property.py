"""The type `PropertyRequestBody`."""

from __future__ import annotations

from msgspec import field

from .._runtime.models import Model
from ..types import UNSET, UnsetType


class PropertyRequestBody(Model, kw_only=True):
    """A `PropertyRequestBody` object."""

    options_: str | UnsetType = field(name="options", default=UNSET)

    self_: str | UnsetType | None = field(name="self", default=UNSET)

    hooks: str | UnsetType = UNSET
