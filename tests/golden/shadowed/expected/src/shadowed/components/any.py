"""The type `Any`."""

from __future__ import annotations

from typing import Any as _Any

from .._runtime.models import Model


class Any(Model, kw_only=True):
    """A `Any` object."""

    any: _Any
