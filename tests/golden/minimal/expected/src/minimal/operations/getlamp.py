"""The type `GetLampResponse`."""

from __future__ import annotations

from ..types import BaseModel


class GetLampResponse(BaseModel, kw_only=True):
    """The state of the lamp."""

    lit: bool
