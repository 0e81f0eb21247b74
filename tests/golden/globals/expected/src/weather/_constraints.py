"""Constraints on requests, imported only by clients with `validate_requests=True`."""

from __future__ import annotations

from . import operations
from ._runtime.validation import Constraints

CONSTRAINTS = Constraints(
    rules={},
    types={
        "summarize": {"units": lambda: operations.Units},
    },
    fields={},
)
