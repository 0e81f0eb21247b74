"""Archive.

Example:
    ```python
    from logins import Logins

    with Logins() as client:
        ...
    ```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.lazy import lazy_exports
from ._version import __version__

if TYPE_CHECKING:
    from . import components, errors, operations, types, utils
    from .client import Logins

__all__ = [
    "Logins",
    "__version__",
    "components",
    "errors",
    "operations",
    "types",
    "utils",
]

if not TYPE_CHECKING:  # type checkers see only the names above
    __getattr__, __dir__, _ = lazy_exports(
        __name__,
        {
            ".": (
                "components",
                "errors",
                "operations",
                "types",
                "utils",
            ),
            ".client": ("Logins",),
        },
    )
