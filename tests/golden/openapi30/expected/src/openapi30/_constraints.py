"""Constraints on requests, imported only by clients with `validate_requests=True`."""

from __future__ import annotations

from . import components
from ._runtime.validation import Constraints, Rules

CONSTRAINTS = Constraints(
    rules={},
    types={
        "addStar": {"$": lambda: components.Star},
    },
    fields={
        "components.Star": {"magnitude": Rules(exclusive_minimum=-30)},
    },
)
