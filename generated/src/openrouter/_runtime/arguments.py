"""Refuses arguments in the words of the caller."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet
    from types import UnionType


def expect(name: str, value: object, kind: type | UnionType, what: str) -> None:
    """Refuse a value that is of no use, whatever it is used for later.

    Args:
        name: Its argument.
        value: The value, which is not shown: it may be secret.
        kind: What it must be.
        what: The same, in words.

    Raises:
        TypeError: It is something else.
    """
    if not isinstance(value, kind):
        raise TypeError(f"{name} must be {what}, not {type(value).__name__}.")


def unexpected(options: AbstractSet[str], known: AbstractSet[str]) -> TypeError:
    """Return the exception for keyword arguments that the public method above does not have.

    Args:
        options: The arguments that are not among its parameters.
        known: Those of them that all methods have.
    """
    import difflib
    import inspect

    frame = inspect.currentframe()
    while frame is not None and (frame.f_code is _CODE or frame.f_code.co_name.startswith("_")):
        frame = frame.f_back
    name = min(options - known)
    if frame is None:
        return TypeError(f"unexpected keyword argument {name!r}")
    code = frame.f_code
    own = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]
    close = difflib.get_close_matches(name, [*own[1:], *sorted(known)], 1)
    hint = f". Did you mean {close[0]!r}?" if close else ""
    return TypeError(f"{code.co_qualname}() got an unexpected keyword argument {name!r}{hint}")


_CODE: Final = unexpected.__code__
