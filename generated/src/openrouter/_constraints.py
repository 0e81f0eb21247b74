"""Constraints on requests, imported only by clients with `validate_requests=True`."""

from __future__ import annotations

from . import operations
from ._runtime.validation import Constraints, Rules

CONSTRAINTS = Constraints(
    rules={
        "list": {"offset": Rules(minimum=0)},
    },
    types={
        "createKeys": {"$": lambda: operations.CreateKeysRequestBody},
    },
    fields={
        "operations.CreateKeysRequestBody": {"name": Rules(min_length=1)},
    },
)
