"""Constraints on requests, imported only by clients with `validate_requests=True`."""

from __future__ import annotations

from . import components, operations
from ._runtime.validation import Constraints, Rules

CONSTRAINTS = Constraints(
    rules={},
    types={
        "setValues": {"$": lambda: components.Values},
        "sendPrices": {"$": lambda: list[components.Price]},
        "sendForm": {"$": lambda: operations.SendFormRequestBody},
    },
    fields={
        "components.Price": {"number": Rules(minimum=0)},
        "components.Values": {
            "link": Rules(max_length=200),
            "price": Rules(patterns=("^[0-9]+\\.[0-9]{2}\\Z",)),
            "small": Rules(minimum=0, maximum=10),
            "ratio": Rules(exclusive_minimum=0),
            "pair": Rules(max_items=3),
        },
    },
)
