"""The type `Record`."""

from __future__ import annotations

import builtins
from datetime import date, datetime

from msgspec import field as _field

from .. import components as _components
from ..types import UNSET, BaseModel, UnsetType

__all__ = ["Record"]


class Record(BaseModel, kw_only=True):
    """Fields named after types, with types that are named so too."""

    list: builtins.list[builtins.str] | UnsetType = UNSET
    str: builtins.str | UnsetType = UNSET
    date_: date | UnsetType = _field(name="date", default=UNSET)
    datetime_: datetime | UnsetType = _field(name="datetime", default=UNSET)
    field: builtins.list[builtins.str] | UnsetType = UNSET
    more_lists: builtins.list[builtins.str] | UnsetType = _field(name="more-lists", default=UNSET)
    born: date | UnsetType = UNSET
    titles: builtins.list[builtins.str] | UnsetType = UNSET
    more: _components.List | UnsetType = UNSET

    components: _components.Model | UnsetType = UNSET
    """A class named after what all models derive from."""
