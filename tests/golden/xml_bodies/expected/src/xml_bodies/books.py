"""The `Books` operations."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal, Unpack, overload

from . import components, errors, operations
from ._runtime.client import Resource
from ._runtime.http.bodies import BODIES
from ._runtime.json.decimals import Decimal, DecimalText
from ._runtime.operation import TEXT, Operation, OtherError
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions
from ._xml import XML
from .types import UNSET, UnsetType

_REPLACE_BOOK: Operation[components.Book] = Operation(
    "replaceBook",
    "PUT",
    "/books/{id}",
    body="properties",
    content_type="application/xml",
    encoder=XML.encoder("/components/schemas/Book"),
    required_properties=("title", "lent", "words"),
    nullable=("rating",),
    body_types={
        "bought": lambda: date,
        "checked_at": lambda: datetime,
        "price": lambda: DecimalText,
        "sequel": lambda: components.Book,
    },
    returns={200: lambda: XML.decoder("/components/schemas/Book", components.Book)},
    accept="application/xml",
    errors={
        404: lambda: errors.ProblemError,
        "default": lambda: errors.ProblemError,
    },
    error_decoders={
        404: lambda: XML.decoder("/components/schemas/Problem", errors.ProblemErrorData)
    },
    other_errors={
        "default": {
            "application/xml": OtherError(
                raises=lambda: errors.ProblemError,
                decoder=lambda: XML.decoder("/components/schemas/Problem", errors.ProblemErrorData),
            ),
        }
    },
)

_ADD_BOOKS: Operation[list[components.Book]] = Operation(
    "addBooks",
    "POST",
    "/books",
    body="value",
    content_type="text/xml; charset=iso-8859-1",
    encoder=XML.encoder("/components/schemas/Books"),
    body_required=False,
    body_types={
        "": lambda: list[components.Book],
    },
    returns={200: lambda: XML.decoder("/components/schemas/Books", list[components.Book])},
    accept="application/atom+xml",
)

_COUNT_BOOKS: Operation[int] = Operation(
    "countBooks",
    "GET",
    "/books",
    returns={
        200: lambda: XML.decoder(
            "/paths/~1books/get/responses/200/content/application~1xml/schema", int
        )
    },
    accept="application/xml",
)

_REPORT: Operation[operations.ReportResponse | operations.ReportResponse2] = Operation(
    "report",
    "GET",
    "/report",
    headers=("Accept",),
    returns={200: lambda: operations.ReportResponse},
    others={
        "application/xml": lambda: XML.decoder(
            "/paths/~1report/get/responses/200/content/application~1xml/schema",
            operations.ReportResponse2,
        ),
    },
)

_SEND_REPORT: Operation[None] = Operation(
    "sendReport",
    "POST",
    "/report",
    body="properties",
    returns={204: None},
)

_SEND_REPORT_XML: Operation[None] = Operation(
    "sendReport_xml",
    "POST",
    "/report",
    body="properties",
    content_type="application/xml",
    encoder=XML.encoder("/paths/~1report/post/requestBody/content/application~1xml/schema"),
    returns={204: None},
)

_PUT_SAME: Operation[None] = Operation(
    "putSame",
    "PUT",
    "/same",
    body="properties",
    required_properties=("code",),
    returns={204: None},
)

_PUT_TEXT: Operation[str] = Operation(
    "putText",
    "PUT",
    "/text",
    body="value",
    content_type="application/xml",
    encoder=BODIES,
    returns={
        200: TEXT,
        201: TEXT,
        202: TEXT,
    },
    accept="application/xml",
)


class Books(Resource):
    """The `Books` operations."""

    @property
    def with_raw_response(self) -> BooksWithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return BooksWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> BooksWithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return BooksWithStreamingResponse(self._streamed())

    def replace_book(
        self,
        *,
        id: str,
        title: str,
        lent: bool,
        words: list[str],
        shelf: int | None = None,
        language: str | None = None,
        bought: date | None = None,
        checked_at: datetime | None = None,
        price: Decimal | None = None,
        weight: float | None = None,
        rating: float | UnsetType | None = UNSET,
        kind: components.Kind | None = None,
        authors: list[components.Author] | None = None,
        numbers: list[int] | None = None,
        publisher: components.Publisher | None = None,
        sequel: components.Book | None = None,
        notes: dict[str, str] | None = None,
        form: components.Form | None = None,
        **options: Unpack[CallOptions],
    ) -> components.Book:
        """Replace a book.

        Args:
            id: The value of `id`.
            title: The value of `title`.
            lent: The value of `lent`.
            words: The value of `words`.
            shelf: The value of `shelf`.
            language: The value of `language`.
            bought: The value of `bought`.
            checked_at: The value of `checked_at`.
            price: The value of `price`.
            weight: The value of `weight`.
            rating: The value of `rating`.
            kind: The value of `kind`. One of 'novel', 'poems'.
            authors: The value of `authors`.
            numbers: The value of `numbers`.
            publisher: The value of `publisher`.
            sequel: The value of `sequel`.
            notes: The value of `notes`.
            form: The value of `form`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The book.

        Raises:
            errors.ProblemError: There is no such book.
            errors.ProblemError: Something else.
            errors.XmlBodiesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _REPLACE_BOOK,
            {
                "id": id,
            },
            {
                "title": title,
                "lent": lent,
                "words": words,
                "shelf": shelf,
                "language": language,
                "bought": bought,
                "checked_at": checked_at,
                "price": price,
                "weight": weight,
                "rating": rating,
                "kind": kind,
                "authors": authors,
                "numbers": numbers,
                "publisher": publisher,
                "sequel": sequel,
                "notes": notes,
                "form": form,
            },
            **options,
        )

    async def replace_book_async(
        self,
        *,
        id: str,
        title: str,
        lent: bool,
        words: list[str],
        shelf: int | None = None,
        language: str | None = None,
        bought: date | None = None,
        checked_at: datetime | None = None,
        price: Decimal | None = None,
        weight: float | None = None,
        rating: float | UnsetType | None = UNSET,
        kind: components.Kind | None = None,
        authors: list[components.Author] | None = None,
        numbers: list[int] | None = None,
        publisher: components.Publisher | None = None,
        sequel: components.Book | None = None,
        notes: dict[str, str] | None = None,
        form: components.Form | None = None,
        **options: Unpack[CallOptions],
    ) -> components.Book:
        """Replace a book.

        Args:
            id: The value of `id`.
            title: The value of `title`.
            lent: The value of `lent`.
            words: The value of `words`.
            shelf: The value of `shelf`.
            language: The value of `language`.
            bought: The value of `bought`.
            checked_at: The value of `checked_at`.
            price: The value of `price`.
            weight: The value of `weight`.
            rating: The value of `rating`.
            kind: The value of `kind`. One of 'novel', 'poems'.
            authors: The value of `authors`.
            numbers: The value of `numbers`.
            publisher: The value of `publisher`.
            sequel: The value of `sequel`.
            notes: The value of `notes`.
            form: The value of `form`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The book.

        Raises:
            errors.ProblemError: There is no such book.
            errors.ProblemError: Something else.
            errors.XmlBodiesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _REPLACE_BOOK,
            {
                "id": id,
            },
            {
                "title": title,
                "lent": lent,
                "words": words,
                "shelf": shelf,
                "language": language,
                "bought": bought,
                "checked_at": checked_at,
                "price": price,
                "weight": weight,
                "rating": rating,
                "kind": kind,
                "authors": authors,
                "numbers": numbers,
                "publisher": publisher,
                "sequel": sequel,
                "notes": notes,
                "form": form,
            },
            **options,
        )

    def add_books(
        self,
        *,
        request_body: list[components.Book] | None = None,
        **options: Unpack[CallOptions],
    ) -> list[components.Book]:
        """Call `POST /books`.

        Args:
            request_body: All of them.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            What was added.

        Raises:
            errors.XmlBodiesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _ADD_BOOKS,
            {},
            request_body,
            **options,
        )

    async def add_books_async(
        self,
        *,
        request_body: list[components.Book] | None = None,
        **options: Unpack[CallOptions],
    ) -> list[components.Book]:
        """Call `POST /books`.

        Args:
            request_body: All of them.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            What was added.

        Raises:
            errors.XmlBodiesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _ADD_BOOKS,
            {},
            request_body,
            **options,
        )

    def count_books(
        self,
        **options: Unpack[CallOptions],
    ) -> int:
        """Call `GET /books`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            How many there are.

        Raises:
            errors.XmlBodiesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _COUNT_BOOKS,
            {},
            **options,
        )

    async def count_books_async(
        self,
        **options: Unpack[CallOptions],
    ) -> int:
        """Call `GET /books`.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            How many there are.

        Raises:
            errors.XmlBodiesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _COUNT_BOOKS,
            {},
            **options,
        )

    @overload
    def report(
        self,
        *,
        accept: Literal["application/xml"],
        **options: Unpack[CallOptions],
    ) -> operations.ReportResponse2: ...

    @overload
    def report(
        self,
        *,
        accept: Literal["application/json"] | None = None,
        **options: Unpack[CallOptions],
    ) -> operations.ReportResponse: ...

    @overload
    def report(
        self,
        *,
        accept: Literal["application/json", "application/xml"] | None = None,
        **options: Unpack[CallOptions],
    ) -> operations.ReportResponse | operations.ReportResponse2: ...

    def report(
        self,
        *,
        accept: Literal["application/json", "application/xml"] | None = None,
        **options: Unpack[CallOptions],
    ) -> operations.ReportResponse | operations.ReportResponse2:
        """Call `GET /report`.

        Args:
            accept: Media type of the response. Default: `application/json`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The year in numbers.

        Raises:
            errors.XmlBodiesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _REPORT,
            {
                "Accept": accept,
            },
            **options,
        )

    @overload
    async def report_async(
        self,
        *,
        accept: Literal["application/xml"],
        **options: Unpack[CallOptions],
    ) -> operations.ReportResponse2: ...

    @overload
    async def report_async(
        self,
        *,
        accept: Literal["application/json"] | None = None,
        **options: Unpack[CallOptions],
    ) -> operations.ReportResponse: ...

    @overload
    async def report_async(
        self,
        *,
        accept: Literal["application/json", "application/xml"] | None = None,
        **options: Unpack[CallOptions],
    ) -> operations.ReportResponse | operations.ReportResponse2: ...

    async def report_async(
        self,
        *,
        accept: Literal["application/json", "application/xml"] | None = None,
        **options: Unpack[CallOptions],
    ) -> operations.ReportResponse | operations.ReportResponse2:
        """Call `GET /report`.

        Args:
            accept: Media type of the response. Default: `application/json`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The year in numbers.

        Raises:
            errors.XmlBodiesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _REPORT,
            {
                "Accept": accept,
            },
            **options,
        )

    def send_report(
        self,
        *,
        lent: int | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /report`.

        Args:
            lent: The value of `lent`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Thank you.

        Raises:
            errors.XmlBodiesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _SEND_REPORT,
            {},
            {
                "lent": lent,
            },
            **options,
        )

    async def send_report_async(
        self,
        *,
        lent: int | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /report`.

        Args:
            lent: The value of `lent`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Thank you.

        Raises:
            errors.XmlBodiesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _SEND_REPORT,
            {},
            {
                "lent": lent,
            },
            **options,
        )

    def send_report_xml(
        self,
        *,
        lost: int | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /report`.

        Args:
            lost: The value of `lost`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Thank you.

        Raises:
            errors.XmlBodiesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _SEND_REPORT_XML,
            {},
            {
                "lost": lost,
            },
            **options,
        )

    async def send_report_xml_async(
        self,
        *,
        lost: int | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `POST /report`.

        Args:
            lost: The value of `lost`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Thank you.

        Raises:
            errors.XmlBodiesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _SEND_REPORT_XML,
            {},
            {
                "lost": lost,
            },
            **options,
        )

    def put_same(
        self,
        *,
        code: int,
        message: str | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """JSON and XML of one schema are the same, so JSON is used.

        Args:
            code: The value of `code`.
            message: The value of `message`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.XmlBodiesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _PUT_SAME,
            {},
            {
                "code": code,
                "message": message,
            },
            **options,
        )

    async def put_same_async(
        self,
        *,
        code: int,
        message: str | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """JSON and XML of one schema are the same, so JSON is used.

        Args:
            code: The value of `code`.
            message: The value of `message`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.XmlBodiesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _PUT_SAME,
            {},
            {
                "code": code,
                "message": message,
            },
            **options,
        )

    def put_text(
        self,
        *,
        request_body: str,
        **options: Unpack[CallOptions],
    ) -> str:
        """Each of these is text, since no type follows it.

        Args:
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The root has no name.
            Text does not tell them apart.
            It is text in the document.

        Raises:
            errors.XmlBodiesDefaultError: The prefix has no namespace.
            errors.XmlBodiesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _PUT_TEXT,
            {},
            request_body,
            **options,
        )

    async def put_text_async(
        self,
        *,
        request_body: str,
        **options: Unpack[CallOptions],
    ) -> str:
        """Each of these is text, since no type follows it.

        Args:
            request_body: The request body.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The root has no name.
            Text does not tell them apart.
            It is text in the document.

        Raises:
            errors.XmlBodiesDefaultError: The prefix has no namespace.
            errors.XmlBodiesDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _PUT_TEXT,
            {},
            request_body,
            **options,
        )


class BooksWithRawResponse:
    """The methods of `Books`, returning a `types.RawResponse`."""

    def __init__(self, methods: Books) -> None:
        self.replace_book = raw(methods.replace_book)
        self.replace_book_async = raw_async(methods.replace_book_async)
        self.add_books = raw(methods.add_books)
        self.add_books_async = raw_async(methods.add_books_async)
        self.count_books = raw(methods.count_books)
        self.count_books_async = raw_async(methods.count_books_async)
        self.report = raw(methods.report)
        self.report_async = raw_async(methods.report_async)
        self.send_report = raw(methods.send_report)
        self.send_report_async = raw_async(methods.send_report_async)
        self.send_report_xml = raw(methods.send_report_xml)
        self.send_report_xml_async = raw_async(methods.send_report_xml_async)
        self.put_same = raw(methods.put_same)
        self.put_same_async = raw_async(methods.put_same_async)
        self.put_text = raw(methods.put_text)
        self.put_text_async = raw_async(methods.put_text_async)


class BooksWithStreamingResponse:
    """The methods of `Books`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: Books) -> None:
        self.replace_book = streamed(methods.replace_book)
        self.replace_book_async = streamed_async(methods.replace_book_async)
        self.add_books = streamed(methods.add_books)
        self.add_books_async = streamed_async(methods.add_books_async)
        self.count_books = streamed(methods.count_books)
        self.count_books_async = streamed_async(methods.count_books_async)
        self.report = streamed(methods.report)
        self.report_async = streamed_async(methods.report_async)
        self.send_report = streamed(methods.send_report)
        self.send_report_async = streamed_async(methods.send_report_async)
        self.send_report_xml = streamed(methods.send_report_xml)
        self.send_report_xml_async = streamed_async(methods.send_report_xml_async)
        self.put_same = streamed(methods.put_same)
        self.put_same_async = streamed_async(methods.put_same_async)
        self.put_text = streamed(methods.put_text)
        self.put_text_async = streamed_async(methods.put_text_async)
