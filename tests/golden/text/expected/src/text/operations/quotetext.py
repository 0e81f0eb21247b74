"""Request and response of `texts.quote_text` (`PUT /texts/{id}`)."""

from __future__ import annotations

from typing import Any

from msgspec import field

from .._runtime.json.models import OpenModel
from ..types import UNSET, UnsetType

__all__ = ["QuoteTextRequestBody"]


class QuoteTextRequestBody(OpenModel, kw_only=True):
    plain: str | UnsetType = UNSET

    additional_properties: dict[str, Any] = field(default_factory=dict[str, Any])
    """All other properties, by name."""
