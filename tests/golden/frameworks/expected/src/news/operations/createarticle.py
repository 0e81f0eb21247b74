"""Request and response of `articles.create` (`POST /articles/`)."""

from __future__ import annotations

from ..types import BaseModel

__all__ = ["CreateArticleResponse"]


class CreateArticleResponse(BaseModel, kw_only=True):
    """Successful Response"""

    status: str
