"""The type `DictRequestBody`."""

from __future__ import annotations

import builtins

from .._runtime.models import Model
from ..types import UNSET, UnsetType


class DictRequestBody(Model, kw_only=True):
    """A `DictRequestBody` object."""

    shelves: list[list[builtins.int]]

    by_author: dict[builtins.str, list[builtins.str]] | UnsetType = UNSET

    str: builtins.str | UnsetType = UNSET

    int: builtins.int | UnsetType = UNSET

    type: builtins.str | UnsetType = UNSET
