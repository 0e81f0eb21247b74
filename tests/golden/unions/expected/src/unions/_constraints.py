"""Constraints on requests, imported only by clients with `validate_requests=True`."""

from __future__ import annotations

from . import components, operations
from ._runtime.validation import Constraints

CONSTRAINTS = Constraints(
    rules={},
    types={
        "addAnimal": {"$": lambda: components.Animal},
        "setSettings": {"$": lambda: operations.SetSettingsRequestBody},
        "sendSignal": {"$": lambda: components.Signal},
    },
    fields={},
)
