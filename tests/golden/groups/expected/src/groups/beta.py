"""What may still change."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Unpack

from ._runtime.client import Attributes, Resource
from ._runtime.operation import Operation
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions

if TYPE_CHECKING:
    from .beta_loans import BetaLoans

_LOANS_: Operation[None] = Operation(
    "loans",
    "GET",
    "/beta",
    returns={204: None},
)


class Beta(Resource):
    """What may still change."""

    loans: BetaLoans
    """Another name of loans, until they are settled."""

    _resources: ClassVar[Attributes] = {
        "loans": (".beta_loans", "BetaLoans"),
    }

    @property
    def with_raw_response(self) -> BetaWithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return BetaWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> BetaWithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return BetaWithStreamingResponse(self._streamed())

    def loans_(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /beta`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            None.

        Raises:
            errors.GroupsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _LOANS_,
            {},
            **options,
        )

    async def loans__async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /beta`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            None.

        Raises:
            errors.GroupsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _LOANS_,
            {},
            **options,
        )


class BetaWithRawResponse:
    """The methods of `Beta`, returning a `types.RawResponse`."""

    def __init__(self, methods: Beta) -> None:
        self.loans_ = raw(methods.loans_)
        self.loans__async = raw_async(methods.loans__async)


class BetaWithStreamingResponse:
    """The methods of `Beta`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: Beta) -> None:
        self.loans_ = streamed(methods.loans_)
        self.loans__async = streamed_async(methods.loans__async)
