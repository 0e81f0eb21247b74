"""Request and response of `papers.find_papers` (`QUERY /papers`)."""

from __future__ import annotations

from ..types import BaseModel

__all__ = ["FindPapersRequestBody"]


class FindPapersRequestBody(BaseModel, kw_only=True):
    title: str
