"""Values that must not be shown: credentials, and what the document calls secret."""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING, Final, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable

MASK: Final = "**********"
"""What stands in for a secret wherever a person could read it."""


class SecretBytes(bytes):
    """The value of a header that authenticates.

    The HTTP library keeps it with the request, and the request with its exceptions; so it must mask
    itself wherever these are shown, such as in a traceback with local variables.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        return MASK

    __str__ = __repr__

    def __reduce__(self) -> NoReturn:
        raise TypeError("A secret can't be pickled.")


class SecretText(str):
    """Text with a secret in it, such as the body of a response: to be read, but not to be shown."""

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
    """Empty the frames that an error of the HTTP library passed through.

    They hold the bytes that were sent and received, and so the secrets among them; tools that
    report errors with the local variables of all frames would send these along.
    """
    seen: BaseException | None = error
    while seen is not None:
        traceback.clear_frames(seen.__traceback__)
        seen = seen.__cause__ or seen.__context__
