"""Lets only one thread at a time teach msgspec a type.

msgspec stores what it knows of a class in the class, before it knows all of it. Another thread that
uses the class at that moment reads unfinished memory, and the process ends.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeVar

import msgspec

from ..locks import ProcessLock

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

_lock: Final = ProcessLock()
_known: Final[set[Any]] = set()


def decoder_of(
    type_: Any, hook: Callable[[type, Any], Any] | None = None
) -> msgspec.json.Decoder[Any]:
    """Return a decoder of JSON.

    Args:
        type_: The type.
        hook: See `msgspec.json.Decoder`.

    Raises:
        RecursionError: The type is nested deeper than the rest of the stack.
    """
    with _lock.held():
        made = msgspec.json.Decoder(type_, dec_hook=hook)
        _known.add(type_)
        return made


def learned(type_: T) -> T:
    """Return a type that `msgspec.convert` can be given: one that msgspec has read.

    Raises:
        RecursionError: The type is nested deeper than the rest of the stack.
    """
    if type_ not in _known:
        decoder_of(type_)
    return type_
