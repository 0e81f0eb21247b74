"""Request and response of `default.get_lamp` (`GET /lamp`)."""

from __future__ import annotations

from ..types import BaseModel

__all__ = ["GetLampResponse"]


class GetLampResponse(BaseModel, kw_only=True):
    """The state of the lamp."""

    lit: bool
