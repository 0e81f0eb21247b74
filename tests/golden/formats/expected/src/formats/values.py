"""Scalars of all formats."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Unpack
from uuid import UUID

from . import components
from ._runtime.client import Resource
from ._runtime.http.bodies import BODIES
from ._runtime.json.decimals import Decimal, DecimalText
from ._runtime.operation import Encoding, Operation
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions
from .types import UNSET, FileInput, UnsetType

_SET_VALUES: Operation[components.Values] = Operation(
    "setValues",
    "PUT",
    "/values",
    body="properties",
    nullable=("nothing",),
    body_types={
        "moment": lambda: datetime,
        "day": lambda: date,
        "price": lambda: DecimalText,
        "prices": lambda: list[DecimalText],
        "either": lambda: components.Either,
    },
    returns={200: lambda: components.Values},
)

_SEND_PRICES: Operation[list[components.Price]] = Operation(
    "sendPrices",
    "POST",
    "/prices/{price}",
    query=("at", "within", "key", "least"),
    headers=("X-Price",),
    types={
        "price": lambda: DecimalText,
        "X-Price": lambda: DecimalText,
    },
    body="value",
    body_types={
        "": lambda: list[components.Price],
    },
    returns={200: lambda: list[components.Price]},
)

_SEND_FORM: Operation[None] = Operation(
    "sendForm",
    "POST",
    "/form",
    body="properties",
    content_type="multipart/form-data",
    encoder=BODIES,
    encodings={
        "bytes": Encoding("", base64=True),
        "file": Encoding(is_file=True),
    },
    required_properties=("price", "bytes", "file"),
    body_types={
        "nested": lambda: components.Price,
    },
    returns={204: None},
)


class Values(Resource):
    """Scalars of all formats."""

    @property
    def with_raw_response(self) -> ValuesWithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return ValuesWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> ValuesWithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return ValuesWithStreamingResponse(self._streamed())

    def set_values(
        self,
        *,
        moment: datetime | None = None,
        day: date | None = None,
        time: str | time | None = None,
        span: str | timedelta | None = None,
        id: str | UUID | None = None,
        link: str | None = None,
        bytes_: bytes | None = None,
        price: Decimal | None = None,
        small: int | None = None,
        large: int | None = None,
        ratio: float | None = None,
        exact: Decimal | None = None,
        secret: str | None = None,
        encoded: bytes | None = None,
        prices: list[DecimalText] | None = None,
        amounts: dict[str, Decimal] | None = None,
        either: components.Either | None = None,
        odd: str | None = None,
        nothing: UnsetType | None = UNSET,
        pair: list[components.PairItem] | None = None,
        dates: list[components.Date] | None = None,
        **options: Unpack[CallOptions],
    ) -> components.Values:
        """Set values.

        Args:
            moment: The value of `moment`.
            day: The value of `day`. Default: `'2030-01-01'`.
            time: The value of `time`. An RFC 3339 time.
            span: The value of `span`. An ISO 8601 duration.
            id: The value of `id`.
            link: The value of `link`. At most 200 characters.
            bytes_: The value of `bytes`.
            price: The value of `price`. Must match `^[0-9]+\\.[0-9]{2}$`.
            small: The value of `small`. At least 0, at most 10.
            large: The value of `large`.
            ratio: The value of `ratio`. More than 0.
            exact: The value of `exact`.
            secret: The value of `secret`.
            encoded: The value of `encoded`.
            prices: The value of `prices`.
            amounts: The value of `amounts`.
            either: Text is exact, a number is not.
            odd: The value of `odd`.
            nothing: The value of `nothing`.
            pair: The value of `pair`. At most 3 elements.
            dates: The value of `dates`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The values.

        Raises:
            errors.FormatsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
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
                "encoded": encoded,
                "prices": prices,
                "amounts": amounts,
                "either": either,
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
        time: str | time | None = None,
        span: str | timedelta | None = None,
        id: str | UUID | None = None,
        link: str | None = None,
        bytes_: bytes | None = None,
        price: Decimal | None = None,
        small: int | None = None,
        large: int | None = None,
        ratio: float | None = None,
        exact: Decimal | None = None,
        secret: str | None = None,
        encoded: bytes | None = None,
        prices: list[DecimalText] | None = None,
        amounts: dict[str, Decimal] | None = None,
        either: components.Either | None = None,
        odd: str | None = None,
        nothing: UnsetType | None = UNSET,
        pair: list[components.PairItem] | None = None,
        dates: list[components.Date] | None = None,
        **options: Unpack[CallOptions],
    ) -> components.Values:
        """Set values.

        Args:
            moment: The value of `moment`.
            day: The value of `day`. Default: `'2030-01-01'`.
            time: The value of `time`. An RFC 3339 time.
            span: The value of `span`. An ISO 8601 duration.
            id: The value of `id`.
            link: The value of `link`. At most 200 characters.
            bytes_: The value of `bytes`.
            price: The value of `price`. Must match `^[0-9]+\\.[0-9]{2}$`.
            small: The value of `small`. At least 0, at most 10.
            large: The value of `large`.
            ratio: The value of `ratio`. More than 0.
            exact: The value of `exact`.
            secret: The value of `secret`.
            encoded: The value of `encoded`.
            prices: The value of `prices`.
            amounts: The value of `amounts`.
            either: Text is exact, a number is not.
            odd: The value of `odd`.
            nothing: The value of `nothing`.
            pair: The value of `pair`. At most 3 elements.
            dates: The value of `dates`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The values.

        Raises:
            errors.FormatsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
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
                "encoded": encoded,
                "prices": prices,
                "amounts": amounts,
                "either": either,
                "odd": odd,
                "nothing": nothing,
                "pair": pair,
                "dates": dates,
            },
            **options,
        )

    def send_prices(
        self,
        *,
        price: Decimal,
        request_body: list[components.Price],
        at: str | time | None = None,
        within: str | timedelta | None = None,
        key: bytes | None = None,
        least: Decimal | None = None,
        x_price: Decimal | None = None,
        **options: Unpack[CallOptions],
    ) -> list[components.Price]:
        """Send formats in all places.

        Args:
            price: The value of `price`.
            request_body: The request body.
            at: The value of `at`. An RFC 3339 time.
            within: The value of `within`. An ISO 8601 duration.
            key: The value of `key`.
            least: The value of `least`. Default: `0.5`.
            x_price: The value of `X-Price`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The prices.

        Raises:
            errors.FormatsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _SEND_PRICES,
            {
                "price": price,
                "at": at,
                "within": within,
                "key": key,
                "least": least,
                "X-Price": x_price,
            },
            request_body,
            **options,
        )

    async def send_prices_async(
        self,
        *,
        price: Decimal,
        request_body: list[components.Price],
        at: str | time | None = None,
        within: str | timedelta | None = None,
        key: bytes | None = None,
        least: Decimal | None = None,
        x_price: Decimal | None = None,
        **options: Unpack[CallOptions],
    ) -> list[components.Price]:
        """Send formats in all places.

        Args:
            price: The value of `price`.
            request_body: The request body.
            at: The value of `at`. An RFC 3339 time.
            within: The value of `within`. An ISO 8601 duration.
            key: The value of `key`.
            least: The value of `least`. Default: `0.5`.
            x_price: The value of `X-Price`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The prices.

        Raises:
            errors.FormatsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _SEND_PRICES,
            {
                "price": price,
                "at": at,
                "within": within,
                "key": key,
                "least": least,
                "X-Price": x_price,
            },
            request_body,
            **options,
        )

    def send_form(
        self,
        *,
        price: Decimal,
        bytes_: bytes,
        file: FileInput,
        nested: components.Price | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Send a form.

        Args:
            price: The value of `price`.
            bytes_: The value of `bytes`.
            file: The value of `file`.
            nested: Numbers that must not be rounded, with others by name.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.FormatsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _SEND_FORM,
            {},
            {
                "price": price,
                "bytes": bytes_,
                "file": file,
                "nested": nested,
            },
            **options,
        )

    async def send_form_async(
        self,
        *,
        price: Decimal,
        bytes_: bytes,
        file: FileInput,
        nested: components.Price | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Send a form.

        Args:
            price: The value of `price`.
            bytes_: The value of `bytes`.
            file: The value of `file`.
            nested: Numbers that must not be rounded, with others by name.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.FormatsDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _SEND_FORM,
            {},
            {
                "price": price,
                "bytes": bytes_,
                "file": file,
                "nested": nested,
            },
            **options,
        )


class ValuesWithRawResponse:
    """The methods of `Values`, returning a `types.RawResponse`."""

    def __init__(self, methods: Values) -> None:
        self.set_values = raw(methods.set_values)
        self.set_values_async = raw_async(methods.set_values_async)
        self.send_prices = raw(methods.send_prices)
        self.send_prices_async = raw_async(methods.send_prices_async)
        self.send_form = raw(methods.send_form)
        self.send_form_async = raw_async(methods.send_form_async)


class ValuesWithStreamingResponse:
    """The methods of `Values`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: Values) -> None:
        self.set_values = streamed(methods.set_values)
        self.set_values_async = streamed_async(methods.set_values_async)
        self.send_prices = streamed(methods.send_prices)
        self.send_prices_async = streamed_async(methods.send_prices_async)
        self.send_form = streamed(methods.send_form)
        self.send_form_async = streamed_async(methods.send_form_async)
