"""The `城市` operations."""

from __future__ import annotations

from typing import Unpack

from . import components
from ._runtime.client import Resource
from ._runtime.operation import Operation
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions

_创建城市: Operation[None] = Operation(
    "创建城市",
    "POST",
    "/städte/{stadt}",
    body="properties",
    required_properties=("名称",),
    returns={204: None},
)


class 城市(Resource):
    """The `城市` operations."""

    @property
    def with_raw_response(self) -> 城市WithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return 城市WithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> 城市WithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return 城市WithStreamingResponse(self._streamed())

    def 创建城市(
        self,
        *,
        stadt: str,
        名称: str,
        größe: int | None = None,
        art: components.Art | None = None,
        区: list[components.Straße] | None = None,
        strasse: components.Strasse | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /städte/{stadt}`.

        Args:
            stadt: The value of `stadt`.
            名称: The value of `名称`.
            größe: The value of `größe`.
            art: The value of `art`.
            区: The value of `区`.
            strasse: The value of `strasse`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Made.

        Raises:
            errors.LettersDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _创建城市,
            {
                "stadt": stadt,
            },
            {
                "名称": 名称,
                "größe": größe,
                "art": art,
                "区": 区,
                "strasse": strasse,
            },
            **options,
        )

    async def 创建城市_async(
        self,
        *,
        stadt: str,
        名称: str,
        größe: int | None = None,
        art: components.Art | None = None,
        区: list[components.Straße] | None = None,
        strasse: components.Strasse | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /städte/{stadt}`.

        Args:
            stadt: The value of `stadt`.
            名称: The value of `名称`.
            größe: The value of `größe`.
            art: The value of `art`.
            区: The value of `区`.
            strasse: The value of `strasse`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Made.

        Raises:
            errors.LettersDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _创建城市,
            {
                "stadt": stadt,
            },
            {
                "名称": 名称,
                "größe": größe,
                "art": art,
                "区": 区,
                "strasse": strasse,
            },
            **options,
        )


class 城市WithRawResponse:
    """The methods of `城市`, returning a `types.RawResponse`."""

    def __init__(self, methods: 城市) -> None:
        self.创建城市 = raw(methods.创建城市)
        self.创建城市_async = raw_async(methods.创建城市_async)


class 城市WithStreamingResponse:
    """The methods of `城市`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: 城市) -> None:
        self.创建城市 = streamed(methods.创建城市)
        self.创建城市_async = streamed_async(methods.创建城市_async)
