"""Marks methods that the API's document deprecates (PEP 702).

Only packages with such a method carry this. Type checkers see the decorator of
`typing_extensions`, which a package need not have at run time.
"""

from __future__ import annotations

import functools
import inspect
import warnings
from typing import TYPE_CHECKING, Any

__all__ = ["deprecated"]

if TYPE_CHECKING:
    from collections.abc import Callable

    from typing_extensions import deprecated
else:

    def deprecated(message: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
        """Return a decorator of methods: the first call of each warns with a `DeprecationWarning`.

        Args:
            message: What to use instead.
        """

        def mark(method: Callable[..., Any]) -> Callable[..., Any]:
            warned = False

            def warn() -> None:
                nonlocal warned
                if not warned:
                    warned = True
                    warnings.warn(message, DeprecationWarning, stacklevel=3)

            if inspect.iscoroutinefunction(method):

                @functools.wraps(method)
                async def made(*args: Any, **kwargs: Any) -> Any:
                    warn()
                    return await method(*args, **kwargs)

            else:

                @functools.wraps(method)
                def made(*args: Any, **kwargs: Any) -> Any:
                    warn()
                    return method(*args, **kwargs)

            made.__deprecated__ = message
            return made

        return mark
