"""Multipart bodies whose parts have no names and need not be in memory together.

A list is encoded as a whole. Any other iterable is sent part by part, as it yields them, so that it
can be long or endless; it is read only once, so the request is not repeated.
"""

from __future__ import annotations

from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from ..json.plain import items_of
from ..operation import BodyEncoder
from .bodies import (
    BODIES,
    Boundary,
    Streamed,
    is_bytes,
    is_file,
    piece_of,
    properties_of,
    unnamed_part,
)

if TYPE_CHECKING:
    from ..operation import Operation
    from .requests import StreamedBody

__all__ = ["PARTS"]


def _encode(operation: Operation[Any, Any], body: Any) -> tuple[bytes | StreamedBody | None, bytes]:
    """Encode parts; see `BodyEncoder`."""
    if not _is_stream(body):
        return BODIES.encode(operation, body)
    boundary = Boundary(operation)
    if boundary.names_first:
        raise ValueError(
            "request_body must be a list: the media type of the body names that of the first part."
        )
    types = items_of(operation.body_type(""))
    given: Any = body
    if isinstance(body, AsyncIterable):
        pieces: Any = _async_pieces(operation, boundary, given, types)
    else:
        pieces = _pieces(operation, boundary, given, types)
    return Streamed([piece_of(pieces, "request_body")]), boundary.media_type("")


def _is_stream(body: Any) -> bool:
    """Return whether a body is an iterable of parts that is not a list, nor encoded already."""
    if isinstance(body, AsyncIterable) and not callable(getattr(body, "read", None)):
        return True
    if isinstance(body, (str, Sequence, AbstractSet, Mapping, Struct)) or is_bytes(body):
        return False
    return isinstance(body, Iterable) and (hasattr(body, "__next__") or not is_file(body))


def _pieces(
    operation: Operation[Any, Any], boundary: Boundary, body: Iterable[Any], types: Iterator[Any]
) -> Iterator[bytes]:
    index = -1
    for index, item in enumerate(body):
        part = unnamed_part(operation, index, item, next(types))
        yield from Streamed(boundary.pieces(part))
    yield boundary.end(is_empty=index < 0)


async def _async_pieces(
    operation: Operation[Any, Any],
    boundary: Boundary,
    body: AsyncIterable[Any],
    types: Iterator[Any],
) -> AsyncIterator[bytes]:
    index = 0
    async for item in body:
        part = unnamed_part(operation, index, item, next(types))
        async for piece in Streamed(boundary.pieces(part)).read_async():
            yield piece
        index += 1
    yield boundary.end(is_empty=not index)


PARTS: Final = BodyEncoder(_encode, is_file, properties_of)
"""What an operation is given whose body has parts without names."""
