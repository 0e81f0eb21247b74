"""The type `Answer`."""

from __future__ import annotations

from .._runtime.models import Model


class Answer(Model, kw_only=True):
    """A `Answer` object."""

    text: str
