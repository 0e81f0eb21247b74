"""Types of single operations: what they take and what they return."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .findletters import FindLettersRequestBody, FindLettersResponse
    from .listletters import Letter, ListLettersResponse, Page
    from .liststamps import ListStampsResponse

__all__ = ["FindLettersRequestBody", "FindLettersResponse", "Letter", "ListLettersResponse"]
__all__ += ["ListStampsResponse", "Page"]

if not TYPE_CHECKING:  # type checkers see the names above, and no others
    __getattr__, __dir__ = lazy_exports(
        __name__,
        __all__,
        {
            ".findletters": ("FindLettersRequestBody", "FindLettersResponse"),
            ".listletters": ("Letter", "ListLettersResponse", "Page"),
            ".liststamps": ("ListStampsResponse",),
        },
    )
