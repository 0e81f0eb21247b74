"""Constraints on requests, imported only by clients with `validate_requests=True`."""

from __future__ import annotations

from typing import Literal

from ._runtime.validation import Constraints

CONSTRAINTS = Constraints(
    rules={},
    types={
        "getCover": {
            "Accept": lambda: Literal["application/json", "image/png", "text/plain", "image/*"]
        },
        "getScan": {"Accept": lambda: Literal["image/png", "image/jpeg"]},
    },
    fields={},
)
