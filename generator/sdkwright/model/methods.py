"""The operations of a path item, as plain data, and the methods that they are called with.

A fixed field is a method in lower case, which is sent in capitals. Any other method is a key of
`additionalOperations`, spelled as it is sent (OpenAPI 3.2, section 4.9). A fixed field in capitals
is read as well: documents that people write have it, and it can mean nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

HTTP_METHODS: Final = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
"""The methods that are fixed fields, in the order of OpenAPI 3.2, section 4.9."""

ADDITIONAL: Final = "additionalOperations"
"""The key of a path item for all other methods."""

_TOKEN: Final = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")


class InItem(NamedTuple):
    """An operation in a path item: its method, the keys that lead to it, and its value."""

    method: str
    steps: tuple[str, ...]
    value: Any


def operations_in(item: Mapping[str, Any]) -> Iterator[InItem]:
    """Yield the operations of a path item, in the order of its keys."""
    read: set[str] = set()
    for key, value in item.items():
        if key in HTTP_METHODS:
            yield InItem(key, (key,), value)
        elif is_in_capitals(key) and key.lower() not in (item.keys() | read):
            read.add(key.lower())
            yield InItem(key.lower(), (key,), value)
        elif key == ADDITIONAL and isinstance(value, dict):
            for method, operation in value.items():
                if is_additional(method):
                    yield InItem(method, (ADDITIONAL, method), operation)


def is_additional(method: str) -> bool:
    """Return whether a method is a token (RFC 9110, section 9.1), and not a fixed field."""
    return _TOKEN.fullmatch(method) is not None and method.lower() not in HTTP_METHODS


def is_in_capitals(key: str) -> bool:
    """Return whether a key of a path item is a method in capitals, as it is spelled on the wire."""
    return key not in HTTP_METHODS and key.lower() in HTTP_METHODS


def repeated_in(item: Mapping[str, Any]) -> list[str]:
    """List the keys of a path item that are methods which it has under another key, too."""
    read = {found.steps[0] for found in operations_in(item)}
    return [key for key in item if is_in_capitals(key) and key not in read]


def sent(method: str) -> str:
    """Return a method as it is sent."""
    return method.upper() if method in HTTP_METHODS else method
