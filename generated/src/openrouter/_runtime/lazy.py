"""Packages that import a module only when one of its names is asked for (PEP 562)."""

from __future__ import annotations

import importlib
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def lazy_exports(
    package: str, table: Mapping[str, str]
) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """Make the `__getattr__` and `__dir__` of a package.

    Args:
        package: The package's `__name__`.
        table: For each public name, the relative module that defines it (`".createkeys"`). A name
            that is itself a module of the package stands beside `"."`.

    Returns:
        The two functions. A name that was found is kept, so that each is looked up once.

    Example:
        `__getattr__, __dir__ = lazy_exports(__name__, {"Pet": ".pet", "errors": "."})`
    """

    def getattr_(name: str) -> object:
        where = table.get(name)
        if where is None:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        if where == ".":
            value: object = importlib.import_module(f".{name}", package)
        else:
            value = getattr(importlib.import_module(where, package), name)
        setattr(sys.modules[package], name, value)
        return value

    def dir_() -> list[str]:
        return sorted({*vars(sys.modules[package]), *table})

    return getattr_, dir_
