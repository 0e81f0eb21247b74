"""The type `ContentImage`."""

from __future__ import annotations

from .. import components
from .._runtime.models import Model


class ContentImage(Model, kw_only=True):
    """A `ContentImage` object."""

    type: components.EventContentImageType

    url: str
