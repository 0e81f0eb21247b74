"""What the worker needs of a peer. Peers have these by shape; none imports this module."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Protocol


class Key(Protocol):
    """The part of a key that the checks look at."""

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
    """A peer's client, ready to call. Its constructor takes the URL of the server."""

    def list_one(self) -> Page: ...

    def list_one_in_threads(self) -> Page: ...

    def list_hundred(self) -> Page: ...

    def create(self) -> Created: ...

    async def list_one_async(self) -> Page: ...

    def decode(self, content: bytes) -> Page:
        """Decode the body of a response in the way that a call does."""

    def validate(self, content: bytes) -> Page:
        """Decode JSON in the way that users are told to."""

    def encode(self, page: Any) -> str | bytes:
        """Encode what `decode` gave."""
