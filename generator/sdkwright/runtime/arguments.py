"""Errors for arguments that a method does not have, in the words of its caller."""

from __future__ import annotations

import difflib
import inspect
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet


def unexpected(options: AbstractSet[str], known: AbstractSet[str]) -> TypeError:
    """Return the exception for keyword arguments that the public method above does not have.

    Args:
        options: The arguments that are not among its parameters.
        known: Those of them that all methods have.
    """
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
