"""Functions of the caller that are called for each request."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    import httpx2

    from .drivers import Driver

__all__ = ["HookContext", "Hooks"]


class HookContext(NamedTuple):
    """The call that a hook is called for.

    Attributes:
        operation_id: The operationId in the API's document.
        method: The HTTP method.
        path: The path template, such as `/keys/{hash}`.
        attempt: Number of the attempt; the first is 1.
    """

    operation_id: str
    method: str
    path: str
    attempt: int


class Hooks:
    """Functions that are called for each request.

    A hook may raise: the call then ends with that exception. For async calls it may be a coroutine
    function. It runs in the thread or task of the call.

    Args:
        before_request: Called with the context and the request before each attempt. It may change
            the request's headers, or return another request to send instead. With
            `transport="fast"`, requests and responses are not httpx2's, but have its attributes.
        after_success: Called with the context and the response after a success.
        after_error: Called with the context and the exception if the call fails and is not retried.

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


async def run(
    driver: Driver, hook: Callable[..., Any] | None, context: HookContext, subject: Any
) -> Any:
    """Run a hook, and return its result, or the subject if it returns None.

    Raises:
        TypeError: It is a coroutine function, which a sync call can't await.
    """
    if hook is None:
        return subject
    result = await driver.settle(hook(context, subject), "a hook")
    return subject if result is None else result
