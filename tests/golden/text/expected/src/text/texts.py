"""Ends with a backslash: \\"""

# pyright: reportDeprecated=false
# The views below have the deprecated methods, too.

from __future__ import annotations

from typing import Any, Unpack

from . import components, errors, operations
from ._runtime.client import Resource
from ._runtime.deprecation import deprecated
from ._runtime.operation import AllBut, Operation
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions

_SEND_TEXT: Operation[components.Answer] = Operation(
    "sendText",
    "POST",
    "/texts/{id}",
    query=('quo"te', "new\nline"),
    body="properties",
    body_required=False,
    returns={200: lambda: components.Answer},
    errors={400: lambda: errors.FailureError},
)

_QUOTE_TEXT: Operation[None] = Operation(
    "quoteText",
    "PUT",
    "/texts/{id}",
    body="properties",
    nullable=AllBut("plain"),
    returns={204: None},
)


class Texts(Resource):
    """Ends with a backslash: \\"""

    @property
    def with_raw_response(self) -> TextsWithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return TextsWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> TextsWithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return TextsWithStreamingResponse(self._streamed())

    @deprecated(
        'send_text is deprecated. Write "letters" instead. They are slower, but they reach people '
        "who do not read texts."
    )
    def send_text(
        self,
        *,
        id: str,
        quo_te: str | None = None,
        new_line: str | None = None,
        na_ïve: operations.NaÏve | None = None,
        größe: int | None = None,
        名前: str | None = None,
        **options: Unpack[CallOptions],
    ) -> components.Answer:
        """\"\"\".

        Code:

        ```python
        print(\"\"\"a\\n\"\"\")
        ```

        1. first
        2. second

        > quoted

        Regular expression `\\d+\\s*\\\\`, a tab    and {{ braces }} {% raw %} {# none #}.

        Deprecated. Write "letters" instead. They are slower, but they reach people who do not
        read texts.

        Args:
            id: https://text.example/a/very/long/address/that/cannot/be/wrapped/because/it/has/no/spaces/at/all/in/it
            quo_te: Right-to-left  mark, bell , no-break space, emoji 😀, line separator.
            new_line: Two lines that belong together.

                A second paragraph.
            na_ïve: Größe. One of 'Straße', '\"\"\"', 'line\\nbreak', '\\\\N', '\\u202e'.
            größe: | a | table |
                |---|---|
                | 1 | 2 |
            名前: 名前を入力してください。
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Returns: nothing special. \"

        Raises:
            errors.FailureError: A failure whose description is so long that it must be wrapped:
                it says at length what is wrong, and then, as if that was not enough, says it
                again.
            errors.TextDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _SEND_TEXT,
            {
                "id": id,
                'quo"te': quo_te,
                "new\nline": new_line,
            },
            {
                "na'ïve": na_ïve,
                "größe": größe,
                "名前": 名前,
            },
            **options,
        )

    @deprecated(
        'send_text is deprecated. Write "letters" instead. They are slower, but they reach people '
        "who do not read texts."
    )
    async def send_text_async(
        self,
        *,
        id: str,
        quo_te: str | None = None,
        new_line: str | None = None,
        na_ïve: operations.NaÏve | None = None,
        größe: int | None = None,
        名前: str | None = None,
        **options: Unpack[CallOptions],
    ) -> components.Answer:
        """\"\"\".

        Code:

        ```python
        print(\"\"\"a\\n\"\"\")
        ```

        1. first
        2. second

        > quoted

        Regular expression `\\d+\\s*\\\\`, a tab    and {{ braces }} {% raw %} {# none #}.

        Deprecated. Write "letters" instead. They are slower, but they reach people who do not
        read texts.

        Args:
            id: https://text.example/a/very/long/address/that/cannot/be/wrapped/because/it/has/no/spaces/at/all/in/it
            quo_te: Right-to-left  mark, bell , no-break space, emoji 😀, line separator.
            new_line: Two lines that belong together.

                A second paragraph.
            na_ïve: Größe. One of 'Straße', '\"\"\"', 'line\\nbreak', '\\\\N', '\\u202e'.
            größe: | a | table |
                |---|---|
                | 1 | 2 |
            名前: 名前を入力してください。
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Returns: nothing special. \"

        Raises:
            errors.FailureError: A failure whose description is so long that it must be wrapped:
                it says at length what is wrong, and then, as if that was not enough, says it
                again.
            errors.TextDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _SEND_TEXT,
            {
                "id": id,
                'quo"te': quo_te,
                "new\nline": new_line,
            },
            {
                "na'ïve": na_ïve,
                "größe": größe,
                "名前": 名前,
            },
            **options,
        )

    def quote_text(
        self,
        *,
        id: str,
        plain: str | None = None,
        additional_properties: dict[str, Any] | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `PUT /texts/{id}`.

        Args:
            id: The value of `id`.
            plain: The value of `plain`.
            additional_properties: All other properties of the body, by name.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Quoted.

        Raises:
            errors.TextDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _QUOTE_TEXT,
            {
                "id": id,
            },
            {
                **(additional_properties or {}),
                "plain": plain,
            },
            **options,
        )

    async def quote_text_async(
        self,
        *,
        id: str,
        plain: str | None = None,
        additional_properties: dict[str, Any] | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Call `PUT /texts/{id}`.

        Args:
            id: The value of `id`.
            plain: The value of `plain`.
            additional_properties: All other properties of the body, by name.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Quoted.

        Raises:
            errors.TextDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _QUOTE_TEXT,
            {
                "id": id,
            },
            {
                **(additional_properties or {}),
                "plain": plain,
            },
            **options,
        )


class TextsWithRawResponse:
    """The methods of `Texts`, returning a `types.RawResponse`."""

    def __init__(self, methods: Texts) -> None:
        self.send_text = raw(methods.send_text)
        self.send_text_async = raw_async(methods.send_text_async)
        self.quote_text = raw(methods.quote_text)
        self.quote_text_async = raw_async(methods.quote_text_async)


class TextsWithStreamingResponse:
    """The methods of `Texts`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: Texts) -> None:
        self.send_text = streamed(methods.send_text)
        self.send_text_async = streamed_async(methods.send_text_async)
        self.quote_text = streamed(methods.quote_text)
        self.quote_text_async = streamed_async(methods.quote_text_async)
