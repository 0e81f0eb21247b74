"""The type `ListSealsResponse`."""

from __future__ import annotations

from .. import components
from .._runtime.models import Model


class ListSealsResponse(Model, kw_only=True):
    """Some seals."""

    data: list[components.Seal]
