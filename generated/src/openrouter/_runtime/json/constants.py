"""Booleans with a constant value, for which msgspec has no type but type checkers do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias

__all__ = ["Only", "OnlyFalse", "OnlyTrue"]


class Only:
    """Marks a boolean with a constant value, in `Annotated[bool, Only(value=True)]`.

    The variants of a union are distinguished by it; responses are not validated against it.

    Attributes:
        value: The constant.
    """

    __slots__ = ("value",)

    def __init__(self, *, value: bool) -> None:
        self.value = value

    def __repr__(self) -> str:
        return f"Only(value={self.value})"


if TYPE_CHECKING:
    # Of one literal alone, pyright takes `OnlyTrue | None` for a bare `Literal` in an expression.
    OnlyTrue: TypeAlias = Literal[True] | Literal[True]  # noqa: PYI016, PYI030  see above
    OnlyFalse: TypeAlias = Literal[False] | Literal[False]  # noqa: PYI016, PYI030  see above
else:
    OnlyTrue = Annotated[bool, Only(value=True)]
    OnlyFalse = Annotated[bool, Only(value=False)]
