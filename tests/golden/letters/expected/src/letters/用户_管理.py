"""Users."""

from __future__ import annotations

from typing import Unpack

from . import components, errors
from ._runtime.client import Resource
from ._runtime.operation import Operation
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions

_LISTE_STÄDTE: Operation[components.城市] = Operation(
    "listeStädte",
    "GET",
    "/städte/{stadt}",
    query=("city名称", "Größe", "ﬁle", "file", "Å", "Å", "मूल्य", "السعر", "☃"),
    returns={200: lambda: components.城市},
    errors={"4XX": lambda: errors.ÜbelError},
)

_straße: Operation[None] = Operation(
    "straße",
    "GET",
    "/straße",
    returns={204: None},
)

_STRASSE: Operation[None] = Operation(
    "strasse",
    "PUT",
    "/straße",
    returns={204: None},
)


class 用户管理(Resource):
    """Users."""

    @property
    def with_raw_response(self) -> 用户管理WithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return 用户管理WithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> 用户管理WithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return 用户管理WithStreamingResponse(self._streamed())

    def liste_städte(
        self,
        *,
        stadt: str,
        city名称: str | None = None,
        größe: int | None = None,
        file: str | None = None,
        query_file: str | None = None,
        å: str | None = None,
        query_å: str | None = None,
        मूल्य: str | None = None,
        السعر: str | None = None,
        parameter: str | None = None,
        **options: Unpack[CallOptions],
    ) -> components.城市:
        """Call `GET /städte/{stadt}`.

        Args:
            stadt: The value of `stadt`.
            city名称: The value of `city名称`.
            größe: The value of `Größe`.
            file: The value of `ﬁle`.
            query_file: The value of `file`.
            å: The value of `Å`.
            query_å: The value of `Å`.
            मूल्य: The value of `मूल्य`.
            السعر: The value of `السعر`.
            parameter: The value of `☃`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The cities.

        Raises:
            errors.ÜbelError: What is wrong.
            errors.LettersDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _LISTE_STÄDTE,
            {
                "stadt": stadt,
                "city名称": city名称,
                "Größe": größe,
                "ﬁle": file,
                "file": query_file,
                "Å": å,
                "Å": query_å,
                "मूल्य": मूल्य,
                "السعر": السعر,
                "☃": parameter,
            },
            **options,
        )

    async def liste_städte_async(
        self,
        *,
        stadt: str,
        city名称: str | None = None,
        größe: int | None = None,
        file: str | None = None,
        query_file: str | None = None,
        å: str | None = None,
        query_å: str | None = None,
        मूल्य: str | None = None,
        السعر: str | None = None,
        parameter: str | None = None,
        **options: Unpack[CallOptions],
    ) -> components.城市:
        """Call `GET /städte/{stadt}`.

        Args:
            stadt: The value of `stadt`.
            city名称: The value of `city名称`.
            größe: The value of `Größe`.
            file: The value of `ﬁle`.
            query_file: The value of `file`.
            å: The value of `Å`.
            query_å: The value of `Å`.
            मूल्य: The value of `मूल्य`.
            السعر: The value of `السعر`.
            parameter: The value of `☃`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The cities.

        Raises:
            errors.ÜbelError: What is wrong.
            errors.LettersDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _LISTE_STÄDTE,
            {
                "stadt": stadt,
                "city名称": city名称,
                "Größe": größe,
                "ﬁle": file,
                "file": query_file,
                "Å": å,
                "Å": query_å,
                "मूल्य": मूल्य,
                "السعر": السعر,
                "☃": parameter,
            },
            **options,
        )

    def straße(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /straße`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The street.

        Raises:
            errors.LettersDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _straße,
            {},
            **options,
        )

    async def straße_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `GET /straße`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The street.

        Raises:
            errors.LettersDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _straße,
            {},
            **options,
        )

    def strasse(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `PUT /straße`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Another one.

        Raises:
            errors.LettersDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _STRASSE,
            {},
            **options,
        )

    async def strasse_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `PUT /straße`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Another one.

        Raises:
            errors.LettersDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _STRASSE,
            {},
            **options,
        )


class 用户管理WithRawResponse:
    """The methods of `用户管理`, returning a `types.RawResponse`."""

    def __init__(self, methods: 用户管理) -> None:
        self.liste_städte = raw(methods.liste_städte)
        self.liste_städte_async = raw_async(methods.liste_städte_async)
        self.straße = raw(methods.straße)
        self.straße_async = raw_async(methods.straße_async)
        self.strasse = raw(methods.strasse)
        self.strasse_async = raw_async(methods.strasse_async)


class 用户管理WithStreamingResponse:
    """The methods of `用户管理`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: 用户管理) -> None:
        self.liste_städte = streamed(methods.liste_städte)
        self.liste_städte_async = streamed_async(methods.liste_städte_async)
        self.straße = streamed(methods.straße)
        self.straße_async = streamed_async(methods.straße_async)
        self.strasse = streamed(methods.strasse)
        self.strasse_async = streamed_async(methods.strasse_async)
