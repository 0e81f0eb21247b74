"""Types of single operations: their requests and responses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .findletters import *
    from .findseals import *
    from .listboxes import *
    from .listenvelopes import *
    from .listinks import *
    from .listletters import *
    from .listseals import *
    from .liststamps import *
    from .listtags import *
else:
    __getattr__, __dir__, __all__ = lazy_exports(
        __name__,
        {
            ".findletters": ("FindLettersRequestBody", "FindLettersResponse"),
            ".findseals": ("FindSealsRequestBody",),
            ".listboxes": ("ListBoxesResponse",),
            ".listenvelopes": ("ListEnvelopesResponse",),
            ".listinks": ("Links", "ListInksResponse", "ListInksResponse1", "ListInksResponse2"),
            ".listletters": ("Letter", "ListLettersResponse", "Page"),
            ".listseals": ("ListSealsResponse",),
            ".liststamps": ("ListStampsResponse",),
            ".listtags": ("ListTagsResponse",),
        },
    )
