"""The transport of openai-python: its `get` and `post` on our server, with models of pydantic.

The package has no methods for this API. What it does for a call is the same for any path.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from openai import AsyncOpenAI, OpenAI  # type: ignore[import-not-found] # in its own environment
from openai._models import (  # type: ignore[import-not-found] # as above
    BaseModel,
    construct_type,
)

from .request import BODY, KEY


class Key(BaseModel):  # type: ignore[misc] # Any, as above
    """A key, as in the document."""

    byok_usage: float
    byok_usage_daily: float
    byok_usage_monthly: float
    byok_usage_weekly: float
    created_at: str
    creator_user_id: str | None
    disabled: bool
    expires_at: datetime | None = None
    hash: str
    include_byok_in_limit: bool
    label: str
    limit: float | None
    limit_remaining: float | None
    limit_reset: str | None
    name: str
    updated_at: str | None
    usage: float
    usage_daily: float
    usage_monthly: float
    usage_weekly: float
    workspace_id: str


class Page(BaseModel):  # type: ignore[misc] # Any, as above
    """The response of a list."""

    data: list[Key]


class Created(BaseModel):  # type: ignore[misc] # Any, as above
    """The response of a creation."""

    data: Key
    key: str


def first_answer(url: str) -> int:
    """Create a client, list keys, and return their number."""
    return len(OpenAI(api_key=KEY, base_url=f"{url}/1").get("/keys", cast_to=Page).data)


class Caller:
    """Calls by path, as the README of openai-python shows for undocumented endpoints."""

    def __init__(self, url: str) -> None:
        self._one = OpenAI(api_key=KEY, base_url=f"{url}/1")
        self._hundred = OpenAI(api_key=KEY, base_url=f"{url}/100")
        self._async = AsyncOpenAI(api_key=KEY, base_url=f"{url}/1")

    def list_one(self) -> Page:
        page: Page = self._one.get("/keys", cast_to=Page)
        return page

    def list_one_in_threads(self) -> Page:
        return self.list_one()

    def list_hundred(self) -> Page:
        page: Page = self._hundred.get("/keys", cast_to=Page)
        return page

    def create(self) -> Created:
        created: Created = self._one.post("/keys", cast_to=Created, body=BODY)
        return created

    async def list_one_async(self) -> Page:
        page: Page = await self._async.get("/keys", cast_to=Page)
        return page

    async def list_one_of_many_async(self) -> Page:
        return await self.list_one_async()

    def decode(self, content: bytes) -> Page:
        page: Page = construct_type(type_=Page, value=json.loads(content))
        return page

    def validate(self, content: bytes) -> Page:
        page: Page = Page.model_validate_json(content)
        return page

    def encode(self, page: Any) -> str:
        text: str = page.model_dump_json()
        return text
