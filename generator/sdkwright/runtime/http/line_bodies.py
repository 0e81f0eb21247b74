"""Bodies of JSON values, each on its own line or after a record separator (RFC 7464).

A list is encoded as a whole. Any other iterable is sent value by value, as it yields them, so that
it can be long or endless; it is read only once, so the request is not repeated. Text, bytes and
files are sent as they are.
"""

from __future__ import annotations

from collections.abc import AsyncIterable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from os import PathLike
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from msgspec import Struct

from ..json.plain import encode, items_of
from ..operation import BodyEncoder
from .bodies import BODIES, File, Streamed, is_bytes, is_file, piece_of, properties_of
from .wire import is_sent

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from ..operation import Operation
    from .requests import StreamedBody

    ItemEncoder: TypeAlias = Callable[[Any, Any, str], bytes]
    _Item: TypeAlias = Callable[[int, Any], bytes]

__all__ = ["LINES", "RECORDS", "encode_items"]

_SEPARATOR: Final = b"\x1e"


def _encode_lines(
    operation: Operation[Any, Any], body: Any
) -> tuple[bytes | StreamedBody | None, bytes]:
    """Encode values as lines; see `BodyEncoder`."""
    return _encoded(operation, body, b"")


def _encode_records(
    operation: Operation[Any, Any], body: Any
) -> tuple[bytes | StreamedBody | None, bytes]:
    """Encode values as records; see `BodyEncoder`."""
    return _encoded(operation, body, _SEPARATOR)


def _encoded(
    operation: Operation[Any, Any], body: Any, before: bytes
) -> tuple[bytes | StreamedBody | None, bytes]:
    def line(value: Any, type_: Any, place: str) -> bytes:
        return before + encode(value, type_, place) + b"\n"

    return encode_items(operation, body, line)


def encode_items(
    operation: Operation[Any, Any], body: Any, encode_item: ItemEncoder
) -> tuple[bytes | StreamedBody | None, bytes]:
    """Encode values one after the other; see `BodyEncoder`.

    Args:
        operation: The operation.
        body: The values, or all of them encoded already.
        encode_item: Encodes a value, of which it gets the type and the place.
    """
    if not is_sent(operation, body):
        return None, b""
    if _is_encoded(body):
        return BODIES.encode(operation, body)
    types = items_of(operation.body_type(""))

    def item(index: int, value: Any) -> bytes:
        return encode_item(value, next(types), f"request_body[{index}]")

    values: Any = body  # of any types
    if isinstance(body, (Sequence, AbstractSet)):
        items = (item(index, value) for index, value in enumerate(values))
        return b"".join(items), operation.content_type
    if isinstance(body, AsyncIterable):
        pieces: Any = _async_items(values, item)
    elif isinstance(body, Iterable) and not isinstance(body, (Mapping, Struct)):
        pieces = _items(values, item)
    else:
        name = type(values).__name__
        raise TypeError(f"request_body must be a list or another iterable of values, not {name}.")
    return Streamed([piece_of(pieces, "request_body")]), operation.content_type


def _is_encoded(body: Any) -> bool:
    if isinstance(body, (str, File, PathLike)) or is_bytes(body):
        return True
    return callable(getattr(body, "read", None))


def _items(body: Iterable[Any], item: _Item) -> Iterator[bytes]:
    for index, value in enumerate(body):
        yield item(index, value)


async def _async_items(body: AsyncIterable[Any], item: _Item) -> AsyncIterator[bytes]:
    index = 0
    async for value in body:
        yield item(index, value)
        index += 1


LINES: Final = BodyEncoder(_encode_lines, is_file, properties_of, is_sequence=True)
"""What an operation is given whose body has a JSON value on each line."""

RECORDS: Final = BodyEncoder(_encode_records, is_file, properties_of, is_sequence=True)
"""What an operation is given whose body has a record separator before each JSON value."""
