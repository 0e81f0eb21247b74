"""The type `GetLampResponse`."""

from __future__ import annotations

from .._runtime.models import Model


class GetLampResponse(Model, kw_only=True):
    """The state of the lamp."""

    lit: bool
