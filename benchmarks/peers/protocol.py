"""The interface of a peer for the worker; peers match it structurally, and none imports it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Protocol


class Key(Protocol):
    """The part of a key that the checks use."""

    @property
    def name(self) -> str: ...
    @property
    def usage(self) -> float: ...
    @property
    def expires_at(self) -> datetime | Any: ...


class Page(Protocol):
    """A page of keys."""

    @property
    def data(self) -> Sequence[Key]: ...


class Created(Protocol):
    """A new key."""

    @property
    def key(self) -> str: ...


class Caller(Protocol):
    """A peer's client, ready to call; its constructor takes the URL of the server."""

    def list_one(self) -> Page: ...

    def list_one_in_threads(self) -> Page: ...

    def list_hundred(self) -> Page: ...

    def create(self) -> Created: ...

    async def list_one_async(self) -> Page: ...

    async def list_one_of_many_async(self) -> Page: ...

    def decode(self, content: bytes) -> Page:
        """Decode the body of a response in the same way as a call does."""

    def validate(self, content: bytes) -> Page:
        """Decode JSON in the way that is documented for users."""

    def encode(self, page: Any) -> str | bytes:
        """Encode the result of `decode`."""
