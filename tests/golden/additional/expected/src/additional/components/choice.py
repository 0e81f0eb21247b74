"""The type `Choice`."""

from __future__ import annotations

from typing import Any, TypeAlias

from .. import components
from .._runtime.unions import OneOf

Choice: TypeAlias = OneOf[Any, components.Free]
