"""Types that several operations share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .strasse import *
    from .城市_ import *
else:
    __getattr__, __dir__, __all__ = lazy_exports(
        __name__,
        {
            ".strasse": ("Strasse", "Straße"),
            ".城市_": ("Art", "Вид", "城市"),
        },
    )
