"""Scalars of all formats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import components
from ._runtime.client import Resource
from ._runtime.operation import Operation
from ._runtime.raw import raw, raw_async, streamed, streamed_async

if TYPE_CHECKING:
    from datetime import date, datetime
    from typing import Unpack
    from uuid import UUID

    from ._runtime.values import CallOptions

_SET_VALUES: Operation[components.Values] = Operation(
    "setValues",
    "PUT",
    "/values",
    body="properties",
    returns={
        200: lambda: components.Values,
    },
)


class Values(Resource):
    """Scalars of all formats."""

    @property
    def with_raw_response(self) -> ValuesWithRawResponse:
        """The same methods, but each returns the whole response: a `types.RawResponse`."""
        return ValuesWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> ValuesWithStreamingResponse:
        """The same methods, but each returns before the body was read: for use in `with`."""
        return ValuesWithStreamingResponse(self._streamed())

    def set_values(
        self,
        *,
        moment: datetime | None = None,
        day: date | None = None,
        time: str | None = None,
        span: str | None = None,
        id: str | UUID | None = None,
        link: str | None = None,
        bytes_: str | None = None,
        price: str | None = None,
        small: int | None = None,
        large: int | None = None,
        ratio: float | None = None,
        exact: float | None = None,
        secret: str | None = None,
        odd: str | None = None,
        nothing: None = None,
        pair: list[components.PairItem] | None = None,
        dates: list[components.Date] | None = None,
        **options: Unpack[CallOptions],
    ) -> components.Values:
        """Set values.

        Args:
            moment: The value of `moment`.
            day: The value of `day`. Default: `'2030-01-01'`.
            time: The value of `time`. A time as in RFC 3339.
            span: The value of `span`. A duration as in ISO 8601.
            id: The value of `id`.
            link: The value of `link`. At most 200 characters.
            bytes_: The value of `bytes`. In base64.
            price: The value of `price`. A decimal number, of the pattern `^[0-9]+\\.[0-9]{2}$`.
            small: The value of `small`. At least 0, at most 10.
            large: The value of `large`.
            ratio: The value of `ratio`. More than 0.
            exact: The value of `exact`.
            secret: The value of `secret`.
            odd: The value of `odd`.
            nothing: The value of `nothing`.
            pair: The value of `pair`. At most 3 elements.
            dates: The value of `dates`.
            **options: `retries`, `server_url`, `timeout_ms` and `http_headers`, for this call.

        Returns:
            The values.

        Raises:
            errors.FormatsDefaultError: The server answered with another failure.
            errors.NoResponseError: The server did not answer, or not in time.
        """
        return self._call(
            _SET_VALUES,
            {},
            {
                "moment": moment,
                "day": day,
                "time": time,
                "span": span,
                "id": id,
                "link": link,
                "bytes": bytes_,
                "price": price,
                "small": small,
                "large": large,
                "ratio": ratio,
                "exact": exact,
                "secret": secret,
                "odd": odd,
                "nothing": nothing,
                "pair": pair,
                "dates": dates,
            },
            **options,
        )

    async def set_values_async(
        self,
        *,
        moment: datetime | None = None,
        day: date | None = None,
        time: str | None = None,
        span: str | None = None,
        id: str | UUID | None = None,
        link: str | None = None,
        bytes_: str | None = None,
        price: str | None = None,
        small: int | None = None,
        large: int | None = None,
        ratio: float | None = None,
        exact: float | None = None,
        secret: str | None = None,
        odd: str | None = None,
        nothing: None = None,
        pair: list[components.PairItem] | None = None,
        dates: list[components.Date] | None = None,
        **options: Unpack[CallOptions],
    ) -> components.Values:
        """Async form of `set_values`."""
        return await self._call_async(
            _SET_VALUES,
            {},
            {
                "moment": moment,
                "day": day,
                "time": time,
                "span": span,
                "id": id,
                "link": link,
                "bytes": bytes_,
                "price": price,
                "small": small,
                "large": large,
                "ratio": ratio,
                "exact": exact,
                "secret": secret,
                "odd": odd,
                "nothing": nothing,
                "pair": pair,
                "dates": dates,
            },
            **options,
        )


class ValuesWithRawResponse:
    """The methods of `Values`, each returning a `types.RawResponse`."""

    def __init__(self, methods: Values) -> None:
        self.set_values = raw(methods.set_values)
        self.set_values_async = raw_async(methods.set_values_async)


class ValuesWithStreamingResponse:
    """The methods of `Values`, each returning a `types.StreamedResponse`, or a
    `types.AsyncStreamedResponse`: a response whose body is read as it comes."""

    def __init__(self, methods: Values) -> None:
        self.set_values = streamed(methods.set_values)
        self.set_values_async = streamed_async(methods.set_values_async)
