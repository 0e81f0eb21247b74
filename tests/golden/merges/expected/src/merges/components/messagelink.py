"""The type `MessageLink`."""

from __future__ import annotations

from .._runtime.models import Model


class MessageLink(Model, kw_only=True):
    """A `MessageLink` object."""

    id: int
    """A number."""

    url: str
