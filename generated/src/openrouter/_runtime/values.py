"""The small types that generated signatures and models are written with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeAlias, TypedDict, TypeVar, Union

from msgspec import UNSET, UnsetType

from .masking import SecretMark

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .retries import RetryConfig

__all__ = [
    "UNSET",
    "CallOptions",
    "Nullable",
    "OptionalNullable",
    "SecretStr",
    "UnsetType",
]

T = TypeVar("T")

Nullable: TypeAlias = Union[T, None]  # noqa: UP007 - a generic alias that 3.11 can evaluate
"""A value that may be null."""

OptionalNullable: TypeAlias = Union[T, UnsetType, None]  # noqa: UP007 - as above
"""A value that may be left out (`UNSET`), and may be null (`None`)."""

if TYPE_CHECKING:
    SecretStr: TypeAlias = str  # for pyright, `Annotated | None` is no expression
    """A plain string that is masked when the model that holds it is shown, and not pickled."""
else:
    SecretStr = Annotated[str, SecretMark()]


class CallOptions(TypedDict, total=False):
    """What every operation takes besides its own parameters."""

    retries: RetryConfig | UnsetType | None
    """When and how to try again, for this call; `None` means once only."""

    server_url: str | None
    """The base URL to use for this call."""

    timeout_ms: int | None
    """How long to wait for a connection, and for each read and write, in milliseconds."""

    http_headers: Mapping[str, str] | None
    """Headers to add to the request, or to replace in it."""

    max_retries: int | None
    """How often to try again at most, for this call, instead of what holds for the client."""

    idempotency_header: str | UnsetType | None
    """The header that takes an idempotency key, for this call; `None` sends no key."""
