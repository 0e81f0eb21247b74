"""Values that must not be displayed: credentials, and fields that the document marks as secret."""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING, Final, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable

MASK: Final = "**********"
"""Shown in place of a secret."""


class SecretBytes(bytes):
    """The value of a header that authenticates.

    The HTTP library keeps it with the request, and the request with its exceptions; so it masks
    itself wherever these are displayed, such as in a traceback with local variables.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        return MASK

    __str__ = __repr__

    def __reduce__(self) -> NoReturn:
        raise TypeError("A secret can't be pickled.")


class SecretText(str):
    """Text that contains a secret, such as a response body; it can be read but is not displayed."""

    __slots__ = ()

    def __repr__(self) -> str:
        return MASK

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        return str, (MASK,)


class SecretMark:
    """Marks a model's field as secret, in `Annotated[str, SecretMark()]`."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "SecretMark()"


def forget_locals(error: BaseException) -> None:
    """Clear the frames that an error of the HTTP library passed through.

    Their local variables hold the bytes that were sent and received, secrets included; error
    reporters that collect local variables would send them along.
    """
    seen: BaseException | None = error
    while seen is not None:
        traceback.clear_frames(seen.__traceback__)
        seen = seen.__cause__ or seen.__context__
