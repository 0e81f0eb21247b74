"""The type `Event`."""

from __future__ import annotations

from typing import TypeAlias

from .. import components
from .._runtime.unions import OneOf

Event: TypeAlias = OneOf[components.EventMessage, components.Failure]
