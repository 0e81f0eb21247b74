"""A caller's own functions, called on the way of each request. Without any, nothing is paid."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    import httpx2

__all__ = ["HookContext", "Hooks"]


class HookContext(NamedTuple):
    """What a hook is told of the call.

    Attributes:
        operation_id: The operationId of the API's document.
        method: The HTTP method.
        path: The path template, such as `/keys/{hash}`.
        attempt: Which try this is; the first is 1.
    """

    operation_id: str
    method: str
    path: str
    attempt: int


class Hooks:
    """Functions that are called on the way of each request.

    A hook may raise: the call then ends with that exception. For async calls it may be a coroutine
    function. It runs where the call runs, in no thread of its own.

    Args:
        before_request: Called with the context and the request before each try. It may change the
            request's headers, or return another request to be sent instead.
        after_success: Called with the context and the response when a success has come.
        after_error: Called with the context and the exception when no success has come, and no
            further try is made.

    Example:
        ```python
        def trace(context, request):
            request.headers["traceparent"] = new_trace()

        OpenRouter(hooks=Hooks(before_request=trace))
        ```
    """

    __slots__ = ("after_error", "after_success", "before_request")

    def __init__(
        self,
        *,
        before_request: (
            Callable[
                [HookContext, httpx2.Request],
                httpx2.Request | Awaitable[httpx2.Request | None] | None,
            ]
            | None
        ) = None,
        after_success: (
            Callable[[HookContext, httpx2.Response], Awaitable[None] | None] | None
        ) = None,
        after_error: Callable[[HookContext, Exception], Awaitable[None] | None] | None = None,
    ) -> None:
        self.before_request = before_request
        self.after_success = after_success
        self.after_error = after_error


def run(hook: Callable[..., Any] | None, context: HookContext, subject: Any) -> Any:
    """Call a hook in a sync call; what it returns, or else its subject, goes on.

    Raises:
        TypeError: If it is a coroutine function, which nothing here can wait for.
    """
    if hook is None:
        return subject
    result = hook(context, subject)
    if inspect.isawaitable(result):
        if inspect.iscoroutine(result):
            result.close()
        raise TypeError("A hook that is a coroutine function works for async calls only.")
    return subject if result is None else result


async def run_async(hook: Callable[..., Any] | None, context: HookContext, subject: Any) -> Any:
    """Call a hook in an async call, and wait for it if it is a coroutine function."""
    if hook is None:
        return subject
    result = hook(context, subject)
    if inspect.isawaitable(result):
        result = await result
    return subject if result is None else result
