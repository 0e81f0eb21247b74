"""The type `WithRawResponseResponse`."""

from __future__ import annotations

from .._runtime.models import Model


class WithRawResponseResponse(Model, kw_only=True):
    """Some pages."""

    found: list[str]
