"""The `Papers` operations."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal, Unpack, overload

from . import components, errors, operations
from ._runtime.client import Resource
from ._runtime.operation import BYTES, TEXT, BodyReader, Operation
from ._runtime.responses.forms import read_form, read_parts
from ._runtime.responses.raw import (
    DOWNLOAD,
    AsyncStreamedResponse,
    StreamedResponse,
    raw,
    raw_async,
    streamed,
    streamed_async,
)
from ._runtime.responses.scalars import read_scalar
from ._runtime.values import CallOptions
from ._xml import XML
from .types import Number

_LIST_PAPERS: Operation[list[components.Paper]] = Operation(
    "listPapers",
    "GET",
    "/papers",
    returns={200: lambda: list[components.Paper]},
    header_forms={
        "X-Quota": "pairs",
        "X-Newest": "json",
    },
)

_ORDER_PAPER: Operation[components.Paper | operations.OrderPaperResponse | None] = Operation(
    "orderPaper",
    "POST",
    "/papers",
    returns={
        201: lambda: components.Paper,
        202: lambda: operations.OrderPaperResponse,
        204: None,
    },
)

_CLEAR: Operation[None] = Operation(
    "clear",
    "DELETE",
    "/papers",
    returns={204: None},
)

_COUNT: Operation[int] = Operation(
    "count",
    "GET",
    "/papers/count",
    returns={"2XX": lambda: int},
)

_PRICES: Operation[dict[str, Number]] = Operation(
    "prices",
    "GET",
    "/papers/prices",
    returns={"default": lambda: dict[str, Number]},
    accept="application/vnd.kiosk+json",
)

_OPENED: Operation[datetime] = Operation(
    "opened",
    "GET",
    "/papers/opened",
    returns={200: lambda: datetime},
)

_NOTICE: Operation[str | None] = Operation(
    "notice",
    "GET",
    "/papers/notice",
    returns={200: lambda: str | None},
)

_DUMP: Operation[Any] = Operation(
    "dump",
    "GET",
    "/papers/raw",
    returns={200: lambda: Any},
)

_GET_COVER: Operation[components.Paper | bytes | str] = Operation(
    "getCover",
    "GET",
    "/papers/cover",
    headers=("Accept",),
    returns={200: lambda: components.Paper},
    others={
        "image/png": BYTES,
        "text/plain": TEXT,
        "image/*": BYTES,
        "application/xml": lambda: XML.decoder("/components/schemas/Paper", components.Paper),
    },
)

_GET_SCAN: Operation[StreamedResponse[bytes], AsyncStreamedResponse[bytes]] = Operation(
    "getScan",
    "GET",
    "/papers/scan",
    headers=("Accept",),
    returns={200: BYTES},
    into=DOWNLOAD,
    accept="image/png",
)

_COUNT_SOLD: Operation[int] = Operation(
    "countSold",
    "GET",
    "/papers/sold",
    returns={200: BodyReader(lambda: int, read_scalar)},
    accept="text/plain",
)

_GET_TICKET: Operation[components.Ticket] = Operation(
    "getTicket",
    "GET",
    "/papers/ticket",
    returns={200: BodyReader(lambda: components.Ticket, read_form)},
    accept="application/x-www-form-urlencoded",
    errors={
        409: lambda: errors.GetTicketConflictError,
        "default": lambda: errors.GetTicketDefaultError,
    },
    error_readers={
        409: read_form,
        "default": read_parts,
    },
)

_GET_FIRST: Operation[components.Ticket] = Operation(
    "getFirst",
    "GET",
    "/papers/ticket/first",
    returns={200: lambda: components.Ticket},
    others={
        "application/x-www-form-urlencoded": BodyReader(lambda: components.Ticket, read_form),
    },
)

_GET_WORD: Operation[str] = Operation(
    "getWord",
    "GET",
    "/papers/ticket/word",
    returns={200: lambda: str},
    others={
        "text/plain": TEXT,
    },
)

_GET_TICKETS: Operation[list[components.Ticket]] = Operation(
    "getTickets",
    "GET",
    "/papers/tickets",
    returns={200: BodyReader(lambda: list[components.Ticket], read_parts)},
    accept="multipart/mixed; boundary=b",
)


class Papers(Resource):
    """The `Papers` operations."""

    @property
    def with_raw_response(self) -> PapersWithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return PapersWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> PapersWithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return PapersWithStreamingResponse(self._streamed())

    def list_papers(
        self,
        **options: Unpack[CallOptions],
    ) -> list[components.Paper]:
        """Call `GET /papers`.

        The documented headers are available as
        `headers_as(operations.ListPapersResponseHeaders)` of the raw response.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            All papers.

        Raises:
            errors.ResponsesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _LIST_PAPERS,
            {},
            **options,
        )

    async def list_papers_async(
        self,
        **options: Unpack[CallOptions],
    ) -> list[components.Paper]:
        """Call `GET /papers`.

        The documented headers are available as
        `headers_as(operations.ListPapersResponseHeaders)` of the raw response.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            All papers.

        Raises:
            errors.ResponsesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _LIST_PAPERS,
            {},
            **options,
        )

    def order_paper(
        self,
        **options: Unpack[CallOptions],
    ) -> components.Paper | operations.OrderPaperResponse | None:
        """Order a paper.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The paper, if it is in stock.
            A ticket, if it has to be printed.
            There is no such paper.

        Raises:
            errors.ResponsesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _ORDER_PAPER,
            {},
            **options,
        )

    async def order_paper_async(
        self,
        **options: Unpack[CallOptions],
    ) -> components.Paper | operations.OrderPaperResponse | None:
        """Order a paper.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The paper, if it is in stock.
            A ticket, if it has to be printed.
            There is no such paper.

        Raises:
            errors.ResponsesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _ORDER_PAPER,
            {},
            **options,
        )

    def clear(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `DELETE /papers`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The shelf is empty.

        Raises:
            errors.ResponsesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _CLEAR,
            {},
            **options,
        )

    async def clear_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `DELETE /papers`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The shelf is empty.

        Raises:
            errors.ResponsesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _CLEAR,
            {},
            **options,
        )

    def count(
        self,
        **options: Unpack[CallOptions],
    ) -> int:
        """Call `GET /papers/count`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            How many there are.

        Raises:
            errors.ResponsesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _COUNT,
            {},
            **options,
        )

    async def count_async(
        self,
        **options: Unpack[CallOptions],
    ) -> int:
        """Call `GET /papers/count`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            How many there are.

        Raises:
            errors.ResponsesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _COUNT,
            {},
            **options,
        )

    def prices(
        self,
        **options: Unpack[CallOptions],
    ) -> dict[str, Number]:
        """Call `GET /papers/prices`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Prices by title.

        Raises:
            errors.ResponsesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _PRICES,
            {},
            **options,
        )

    async def prices_async(
        self,
        **options: Unpack[CallOptions],
    ) -> dict[str, Number]:
        """Call `GET /papers/prices`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Prices by title.

        Raises:
            errors.ResponsesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _PRICES,
            {},
            **options,
        )

    def opened(
        self,
        **options: Unpack[CallOptions],
    ) -> datetime:
        """Call `GET /papers/opened`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            When the kiosk opened.

        Raises:
            errors.ResponsesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _OPENED,
            {},
            **options,
        )

    async def opened_async(
        self,
        **options: Unpack[CallOptions],
    ) -> datetime:
        """Call `GET /papers/opened`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            When the kiosk opened.

        Raises:
            errors.ResponsesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _OPENED,
            {},
            **options,
        )

    def notice(
        self,
        **options: Unpack[CallOptions],
    ) -> str | None:
        """Call `GET /papers/notice`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            What hangs in the window, if anything does.

        Raises:
            errors.ResponsesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _NOTICE,
            {},
            **options,
        )

    async def notice_async(
        self,
        **options: Unpack[CallOptions],
    ) -> str | None:
        """Call `GET /papers/notice`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            What hangs in the window, if anything does.

        Raises:
            errors.ResponsesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _NOTICE,
            {},
            **options,
        )

    def dump(
        self,
        **options: Unpack[CallOptions],
    ) -> Any:
        """Call `GET /papers/raw`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Whatever the till says.

        Raises:
            errors.ResponsesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _DUMP,
            {},
            **options,
        )

    async def dump_async(
        self,
        **options: Unpack[CallOptions],
    ) -> Any:
        """Call `GET /papers/raw`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Whatever the till says.

        Raises:
            errors.ResponsesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _DUMP,
            {},
            **options,
        )

    @overload
    def get_cover(
        self,
        *,
        accept: Literal["image/png", "image/*"],
        **options: Unpack[CallOptions],
    ) -> bytes: ...

    @overload
    def get_cover(
        self,
        *,
        accept: Literal["text/plain"],
        **options: Unpack[CallOptions],
    ) -> str: ...

    @overload
    def get_cover(
        self,
        *,
        accept: Literal["application/json"] | None = None,
        **options: Unpack[CallOptions],
    ) -> components.Paper: ...

    @overload
    def get_cover(
        self,
        *,
        accept: Literal["application/json", "image/png", "text/plain", "image/*"] | None = None,
        **options: Unpack[CallOptions],
    ) -> components.Paper | bytes | str: ...

    def get_cover(
        self,
        *,
        accept: Literal["application/json", "image/png", "text/plain", "image/*"] | None = None,
        **options: Unpack[CallOptions],
    ) -> components.Paper | bytes | str:
        """Call `GET /papers/cover`.

        Args:
            accept: Media type of the response. Default: `application/json`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The cover, as a picture or described.

        Raises:
            errors.ResponsesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _GET_COVER,
            {
                "Accept": accept,
            },
            **options,
        )

    @overload
    async def get_cover_async(
        self,
        *,
        accept: Literal["image/png", "image/*"],
        **options: Unpack[CallOptions],
    ) -> bytes: ...

    @overload
    async def get_cover_async(
        self,
        *,
        accept: Literal["text/plain"],
        **options: Unpack[CallOptions],
    ) -> str: ...

    @overload
    async def get_cover_async(
        self,
        *,
        accept: Literal["application/json"] | None = None,
        **options: Unpack[CallOptions],
    ) -> components.Paper: ...

    @overload
    async def get_cover_async(
        self,
        *,
        accept: Literal["application/json", "image/png", "text/plain", "image/*"] | None = None,
        **options: Unpack[CallOptions],
    ) -> components.Paper | bytes | str: ...

    async def get_cover_async(
        self,
        *,
        accept: Literal["application/json", "image/png", "text/plain", "image/*"] | None = None,
        **options: Unpack[CallOptions],
    ) -> components.Paper | bytes | str:
        """Call `GET /papers/cover`.

        Args:
            accept: Media type of the response. Default: `application/json`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The cover, as a picture or described.

        Raises:
            errors.ResponsesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _GET_COVER,
            {
                "Accept": accept,
            },
            **options,
        )

    def get_scan(
        self,
        *,
        accept: Literal["image/png", "image/jpeg"] | None = None,
        **options: Unpack[CallOptions],
    ) -> StreamedResponse[bytes]:
        """Call `GET /papers/scan`.

        Args:
            accept: Media type of the response. Default: `image/png`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            A scan.

        Raises:
            errors.ResponsesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _GET_SCAN,
            {
                "Accept": accept,
            },
            **options,
        )

    async def get_scan_async(
        self,
        *,
        accept: Literal["image/png", "image/jpeg"] | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncStreamedResponse[bytes]:
        """Call `GET /papers/scan`.

        Args:
            accept: Media type of the response. Default: `image/png`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            A scan.

        Raises:
            errors.ResponsesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _GET_SCAN,
            {
                "Accept": accept,
            },
            **options,
        )

    def count_sold(
        self,
        **options: Unpack[CallOptions],
    ) -> int:
        """Call `GET /papers/sold`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            How many were sold.

        Raises:
            errors.ResponsesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _COUNT_SOLD,
            {},
            **options,
        )

    async def count_sold_async(
        self,
        **options: Unpack[CallOptions],
    ) -> int:
        """Call `GET /papers/sold`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            How many were sold.

        Raises:
            errors.ResponsesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _COUNT_SOLD,
            {},
            **options,
        )

    def get_ticket(
        self,
        **options: Unpack[CallOptions],
    ) -> components.Ticket:
        """Call `GET /papers/ticket`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            A ticket, as a form.

        Raises:
            errors.GetTicketConflictError: There is none, as a form.
            errors.GetTicketDefaultError: Another fault, in parts.
            errors.ResponsesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _GET_TICKET,
            {},
            **options,
        )

    async def get_ticket_async(
        self,
        **options: Unpack[CallOptions],
    ) -> components.Ticket:
        """Call `GET /papers/ticket`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            A ticket, as a form.

        Raises:
            errors.GetTicketConflictError: There is none, as a form.
            errors.GetTicketDefaultError: Another fault, in parts.
            errors.ResponsesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _GET_TICKET,
            {},
            **options,
        )

    def get_first(
        self,
        **options: Unpack[CallOptions],
    ) -> components.Ticket:
        """Call `GET /papers/ticket/first`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            A ticket, in whichever form it comes.

        Raises:
            errors.ResponsesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _GET_FIRST,
            {},
            **options,
        )

    async def get_first_async(
        self,
        **options: Unpack[CallOptions],
    ) -> components.Ticket:
        """Call `GET /papers/ticket/first`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            A ticket, in whichever form it comes.

        Raises:
            errors.ResponsesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _GET_FIRST,
            {},
            **options,
        )

    def get_word(
        self,
        **options: Unpack[CallOptions],
    ) -> str:
        """Call `GET /papers/ticket/word`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            A word, in whichever form it comes.

        Raises:
            errors.ResponsesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _GET_WORD,
            {},
            **options,
        )

    async def get_word_async(
        self,
        **options: Unpack[CallOptions],
    ) -> str:
        """Call `GET /papers/ticket/word`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            A word, in whichever form it comes.

        Raises:
            errors.ResponsesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _GET_WORD,
            {},
            **options,
        )

    def get_tickets(
        self,
        **options: Unpack[CallOptions],
    ) -> list[components.Ticket]:
        """Call `GET /papers/tickets`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Tickets, each in a part.

        Raises:
            errors.ResponsesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _GET_TICKETS,
            {},
            **options,
        )

    async def get_tickets_async(
        self,
        **options: Unpack[CallOptions],
    ) -> list[components.Ticket]:
        """Call `GET /papers/tickets`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Tickets, each in a part.

        Raises:
            errors.ResponsesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _GET_TICKETS,
            {},
            **options,
        )


class PapersWithRawResponse:
    """The methods of `Papers`, returning a `types.RawResponse`."""

    def __init__(self, methods: Papers) -> None:
        self.list_papers = raw(methods.list_papers)
        self.list_papers_async = raw_async(methods.list_papers_async)
        self.order_paper = raw(methods.order_paper)
        self.order_paper_async = raw_async(methods.order_paper_async)
        self.clear = raw(methods.clear)
        self.clear_async = raw_async(methods.clear_async)
        self.count = raw(methods.count)
        self.count_async = raw_async(methods.count_async)
        self.prices = raw(methods.prices)
        self.prices_async = raw_async(methods.prices_async)
        self.opened = raw(methods.opened)
        self.opened_async = raw_async(methods.opened_async)
        self.notice = raw(methods.notice)
        self.notice_async = raw_async(methods.notice_async)
        self.dump = raw(methods.dump)
        self.dump_async = raw_async(methods.dump_async)
        self.get_cover = raw(methods.get_cover)
        self.get_cover_async = raw_async(methods.get_cover_async)
        self.get_scan = raw(methods.get_scan)
        self.get_scan_async = raw_async(methods.get_scan_async)
        self.count_sold = raw(methods.count_sold)
        self.count_sold_async = raw_async(methods.count_sold_async)
        self.get_ticket = raw(methods.get_ticket)
        self.get_ticket_async = raw_async(methods.get_ticket_async)
        self.get_first = raw(methods.get_first)
        self.get_first_async = raw_async(methods.get_first_async)
        self.get_word = raw(methods.get_word)
        self.get_word_async = raw_async(methods.get_word_async)
        self.get_tickets = raw(methods.get_tickets)
        self.get_tickets_async = raw_async(methods.get_tickets_async)


class PapersWithStreamingResponse:
    """The methods of `Papers`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: Papers) -> None:
        self.list_papers = streamed(methods.list_papers)
        self.list_papers_async = streamed_async(methods.list_papers_async)
        self.order_paper = streamed(methods.order_paper)
        self.order_paper_async = streamed_async(methods.order_paper_async)
        self.clear = streamed(methods.clear)
        self.clear_async = streamed_async(methods.clear_async)
        self.count = streamed(methods.count)
        self.count_async = streamed_async(methods.count_async)
        self.prices = streamed(methods.prices)
        self.prices_async = streamed_async(methods.prices_async)
        self.opened = streamed(methods.opened)
        self.opened_async = streamed_async(methods.opened_async)
        self.notice = streamed(methods.notice)
        self.notice_async = streamed_async(methods.notice_async)
        self.dump = streamed(methods.dump)
        self.dump_async = streamed_async(methods.dump_async)
        self.get_cover = streamed(methods.get_cover)
        self.get_cover_async = streamed_async(methods.get_cover_async)
        self.get_scan = streamed(methods.get_scan)
        self.get_scan_async = streamed_async(methods.get_scan_async)
        self.count_sold = streamed(methods.count_sold)
        self.count_sold_async = streamed_async(methods.count_sold_async)
        self.get_ticket = streamed(methods.get_ticket)
        self.get_ticket_async = streamed_async(methods.get_ticket_async)
        self.get_first = streamed(methods.get_first)
        self.get_first_async = streamed_async(methods.get_first_async)
        self.get_word = streamed(methods.get_word)
        self.get_word_async = streamed_async(methods.get_word_async)
        self.get_tickets = streamed(methods.get_tickets)
        self.get_tickets_async = streamed_async(methods.get_tickets_async)
