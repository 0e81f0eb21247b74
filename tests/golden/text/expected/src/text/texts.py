"""Ends with a backslash: \\"""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import components, errors
from ._runtime.client import Resource
from ._runtime.operation import Operation

if TYPE_CHECKING:
    from typing import Unpack

    from . import operations
    from ._runtime.values import CallOptions

_SEND_TEXT: Operation[components.Answer] = Operation(
    "sendText",
    "POST",
    "/texts/{id}",
    query=('quo"te', "new\nline"),
    body="properties",
    returns={
        200: lambda: components.Answer,
    },
    errors={
        400: lambda: errors.FailureError,
    },
    authenticated=False,
)


class Texts(Resource):
    """Ends with a backslash: \\"""

    def send_text(
        self,
        *,
        id: str,
        quo_te: str | None = None,
        new_line: str | None = None,
        na_ive: operations.NaIve | None = None,
        grosse: int | None = None,
        u21517_u21069: str | None = None,
        **options: Unpack[CallOptions],
    ) -> components.Answer:
        """\"\"\"

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
            na_ive: Größe. One of 'Straße', '\"\"\"', 'line\\nbreak', '\\\\N', '\\u202e'.
            grosse: | a | table |
                |---|---|
                | 1 | 2 |
            u21517_u21069: 名前を入力してください。
            **options: `retries`, `server_url`, `timeout_ms` and `http_headers`, for this call.

        Returns:
            Returns: nothing special. \"

        Raises:
            errors.FailureError: A failure whose description is so long that it must be wrapped:
                it says at length what is wrong, and then, as if that was not enough, says it
                again.
            errors.TextDefaultError: The server answered with another failure.
            errors.NoResponseError: The server did not answer, or not in time.
        """
        return self._call(
            _SEND_TEXT,
            {
                "id": id,
                'quo"te': quo_te,
                "new\nline": new_line,
            },
            {
                "na'ïve": na_ive,
                "größe": grosse,
                "名前": u21517_u21069,
            },
            **options,
        )

    async def send_text_async(
        self,
        *,
        id: str,
        quo_te: str | None = None,
        new_line: str | None = None,
        na_ive: operations.NaIve | None = None,
        grosse: int | None = None,
        u21517_u21069: str | None = None,
        **options: Unpack[CallOptions],
    ) -> components.Answer:
        """Async form of `send_text`."""
        return await self._call_async(
            _SEND_TEXT,
            {
                "id": id,
                'quo"te': quo_te,
                "new\nline": new_line,
            },
            {
                "na'ïve": na_ive,
                "größe": grosse,
                "名前": u21517_u21069,
            },
            **options,
        )
