"""The type `Signal`."""

from __future__ import annotations

from typing import TypeAlias

from .. import components
from .._runtime.json.unions import By, Tagged

__all__ = ["Signal"]

Signal: TypeAlias = Tagged[
    components.Running | components.Done | components.Failed,
    By("status", {"failed": components.Failed}),
]
