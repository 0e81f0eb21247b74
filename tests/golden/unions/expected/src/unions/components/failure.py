"""The type `Failure`."""

from __future__ import annotations

from typing import Literal

from .._runtime.models import Model


class Failure(Model, kw_only=True):
    """A `Failure` object."""

    type: Literal["error"]

    code: int
