"""Types that more than one operation uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .book import Book
    from .dateformat import DateFormat
    from .jsonformat import JSONFormat
    from .textline import TextLine

__all__ = ["Book", "DateFormat", "JSONFormat", "TextLine"]

if not TYPE_CHECKING:  # type checkers see the names above, and no others
    __getattr__, __dir__ = lazy_exports(
        __name__,
        __all__,
        {},
    )
