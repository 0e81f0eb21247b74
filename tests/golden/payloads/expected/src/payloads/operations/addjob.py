"""The types `AddJobRequestBody`, `AddJobMultipartRequestBody` and `Paper`."""

from __future__ import annotations

from ..types import UNSET, BaseModel, UnsetType


class AddJobRequestBody(BaseModel, kw_only=True):
    text: str


class AddJobMultipartRequestBody(BaseModel, kw_only=True):
    document: str
    """What is printed."""

    pages: list[str] | UnsetType = UNSET
    copies: int | UnsetType = UNSET
    paper: Paper | UnsetType = UNSET
    tags: list[str] | UnsetType = UNSET
    note: str | UnsetType | None = UNSET
    cover: str | UnsetType = UNSET
    meta: dict[str, int] | UnsetType = UNSET


class Paper(BaseModel, kw_only=True):
    size: str | UnsetType = UNSET
