"""The type `Word`."""

from __future__ import annotations

from .._runtime.models import Model


class Word(Model, kw_only=True):
    """A `Word` object."""

    word: str
