"""Types of single operations: what they take and what they return."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .findletters import FindLettersRequestBody, FindLettersResponse
    from .findseals import FindSealsRequestBody
    from .listboxes import ListBoxesResponse
    from .listenvelopes import ListEnvelopesResponse
    from .listinks import Links, ListInksResponse, ListInksResponse1, ListInksResponse2
    from .listletters import Letter, ListLettersResponse, Page
    from .listseals import ListSealsResponse
    from .liststamps import ListStampsResponse

__all__ = ["FindLettersRequestBody", "FindLettersResponse", "FindSealsRequestBody", "Letter"]
__all__ += ["Links", "ListBoxesResponse", "ListEnvelopesResponse", "ListInksResponse"]
__all__ += ["ListInksResponse1", "ListInksResponse2", "ListLettersResponse", "ListSealsResponse"]
__all__ += ["ListStampsResponse", "Page"]

if not TYPE_CHECKING:  # type checkers see the names above, and no others
    __getattr__, __dir__ = lazy_exports(
        __name__,
        __all__,
        {
            ".findletters": ("FindLettersRequestBody", "FindLettersResponse"),
            ".findseals": ("FindSealsRequestBody",),
            ".listboxes": ("ListBoxesResponse",),
            ".listenvelopes": ("ListEnvelopesResponse",),
            ".listinks": ("Links", "ListInksResponse", "ListInksResponse1", "ListInksResponse2"),
            ".listletters": ("Letter", "ListLettersResponse", "Page"),
            ".listseals": ("ListSealsResponse",),
            ".liststamps": ("ListStampsResponse",),
        },
    )
