"""The type `EventMessage`."""

from __future__ import annotations

from typing import Literal

from .. import components
from .._runtime.models import Model


class EventMessage(Model, kw_only=True):
    """A `EventMessage` object."""

    type: Literal["message"]

    content: components.Content
