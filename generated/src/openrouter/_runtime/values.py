"""The small types used in generated signatures and models."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, TypeAlias, TypedDict, TypeVar, Union

from msgspec import UNSET, UnsetType

from .masking import SecretMark

if TYPE_CHECKING:
    from collections.abc import Mapping

    from typing_extensions import TypeIs

    from .retries import RetryConfig
    from .timeouts import Timeout

__all__ = [
    "UNSET",
    "CallOptions",
    "Nullable",
    "Number",
    "OptionalNullable",
    "SecretStr",
    "UnsetType",
    "is_set",
]

T = TypeVar("T")

Nullable: TypeAlias = Union[T, None]  # noqa: UP007 - a generic alias that 3.11 can evaluate
"""A value that may be null."""

OptionalNullable: TypeAlias = Union[T, UnsetType, None]  # noqa: UP007 - as above
"""A value that may be omitted (`UNSET`) or null (`None`)."""

if TYPE_CHECKING:
    Number: TypeAlias = float
    """A number, which type checkers see as float; one that is sent as an integer is an int.

    An identifier with more than 15 digits is the same when it is sent again.
    """
else:
    Number = int | float

if TYPE_CHECKING:
    SecretStr: TypeAlias = str  # pyright rejects `Annotated | None`
    """A plain string that is masked when its model is displayed, and not pickled."""
else:
    SecretStr = Annotated[str, SecretMark()]


def is_set(value: T | UnsetType) -> TypeIs[T]:
    """Return whether a field is present, which null is as well: whether it is not `UNSET`."""
    return value is not UNSET


class CallOptions(TypedDict, total=False):
    """Options of every operation besides its own parameters."""

    retries: RetryConfig | UnsetType | None
    """Retry policy of this call; `None` for a single attempt."""

    server_url: str | None
    """Base URL of this call."""

    timeout_ms: int | Timeout | None
    """Time to wait for a connection, and for each read and write, in milliseconds.

    A `Timeout` has one for each of these.
    """

    http_headers: Mapping[str, str | None] | None
    """Headers to add to the request, or to replace in it; `None` as a value removes one."""

    extra_query: Mapping[str, Any] | None
    """Parameters to add to the query: scalars, or lists of them, which are repeated."""

    extra_body: Mapping[str, Any] | None
    """Properties to add to a JSON body, or to replace in it."""

    max_retries: int | None
    """Maximum number of retries of this call, instead of the client's."""

    idempotency_header: str | UnsetType | None
    """Header for an idempotency key, for this call; `None` sends no key."""

    deadline_ms: int | None
    """Time for the whole call with all its attempts, in milliseconds."""
