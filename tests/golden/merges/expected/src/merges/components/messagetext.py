"""The type `MessageText`."""

from __future__ import annotations

from .._runtime.models import Model


class MessageText(Model, kw_only=True):
    """A `MessageText` object."""

    id: int
    """A number."""

    text: str
