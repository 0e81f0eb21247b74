"""The type `ListEnvelopesResponse`."""

from __future__ import annotations

from msgspec import field

from .._runtime.models import Model
from ..types import UNSET, UnsetType


class ListEnvelopesResponse(Model, kw_only=True):
    """Some envelopes."""

    envelopes: list[str] | UnsetType = UNSET

    page_count: int | UnsetType = field(name="page-count", default=UNSET)
