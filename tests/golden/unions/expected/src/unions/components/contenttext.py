"""The type `ContentText`."""

from __future__ import annotations

from .. import components
from .._runtime.models import Model


class ContentText(Model, kw_only=True):
    """A `ContentText` object."""

    type: components.EventContentTextType

    text: str
