"""Bodies of server-sent events (HTML, section 9.2).

As for lines, a list is encoded as a whole, and any other iterable is sent event by event, as it
yields them. Text, bytes and files are sent as they are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from ..json.plain import plain, spelled
from ..json.shapes import is_object
from ..operation import BodyEncoder
from .bodies import is_file, properties_of
from .line_bodies import encode_items
from .serialize import json_text

if TYPE_CHECKING:
    from ..operation import Operation
    from .requests import StreamedBody

__all__ = ["EVENTS", "WHOLE_EVENTS"]

_LINE_END: Final = re.compile(r"\r\n|\r|\n")
_NOT_IN_FIELDS: Final = re.compile(r"[\r\n\0]")


def _encode(operation: Operation[Any, Any], body: Any) -> tuple[bytes | StreamedBody | None, bytes]:
    """Encode values as the data of events; see `BodyEncoder`."""
    return encode_items(operation, body, _data)


def _encode_whole(
    operation: Operation[Any, Any], body: Any
) -> tuple[bytes | StreamedBody | None, bytes]:
    """Encode objects with the fields of events; see `BodyEncoder`."""
    return encode_items(operation, body, _event)


def _data(value: Any, type_: Any, place: str) -> bytes:
    return _encoded(_lines(plain(value, place, type_)))


def _event(value: Any, type_: Any, place: str) -> bytes:
    fields = plain(value, place, type_)
    if not is_object(fields):
        raise ValueError(f"{place} must be an object with the fields of an event.")
    unknown = sorted(fields.keys() - {"data", "event", "id", "retry"})
    if unknown:
        raise ValueError(f"{place} has {unknown[0]!r}, which is not a field of an event.")
    lines = [
        f"{name}: {_text(fields[name], f'{place}.{name}')}"
        for name in ("event", "id", "retry")
        if fields.get(name) is not None
    ]
    if "data" in fields:
        lines += _lines(fields["data"])
    return _encoded(lines)


def _lines(data: Any) -> list[str]:
    text = data if isinstance(data, str) else json_text(data)
    return [f"data: {line}" for line in _LINE_END.split(text)]


def _text(value: Any, place: str) -> str:
    """Return the text of a field other than `data`, which must fit on a line."""
    text = spelled(value)
    if _NOT_IN_FIELDS.search(text):
        raise ValueError(f"{place} contains a line end or a null character.")
    return text


def _encoded(lines: list[str]) -> bytes:
    return "".join(f"{line}\n" for line in [*lines, ""]).encode()


EVENTS: Final = BodyEncoder(_encode, is_file, properties_of, is_sequence=True)
"""What an operation is given whose body has a value as the data of each event."""

WHOLE_EVENTS: Final = BodyEncoder(_encode_whole, is_file, properties_of, is_sequence=True)
"""What an operation is given whose body has an object with the fields of each event."""
