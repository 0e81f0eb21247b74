"""Types of single operations: their requests and responses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .createarticle import *
else:
    __getattr__, __dir__, __all__ = lazy_exports(
        __name__,
        {
            ".createarticle": ("CreateArticleResponse",),
        },
    )
