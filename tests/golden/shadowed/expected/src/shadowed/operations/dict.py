"""Request and response of `books.dict` (`PUT /books`)."""

from __future__ import annotations

import builtins

from ..types import UNSET, BaseModel, UnsetType

__all__ = ["DictRequestBody"]


class DictRequestBody(BaseModel, kw_only=True):
    shelves: list[list[builtins.int]]
    by_author: dict[builtins.str, list[builtins.str]] | UnsetType = UNSET
    str: builtins.str | UnsetType = UNSET
    int: builtins.int | UnsetType = UNSET
    type: builtins.str | UnsetType = UNSET
