"""Values that must not be shown: credentials, and what the document calls secret."""

from __future__ import annotations

from typing import Final, NoReturn

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


class SecretMark:
    """Marks a model's field as secret, in `Annotated[str, SecretMark()]`."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "SecretMark()"
