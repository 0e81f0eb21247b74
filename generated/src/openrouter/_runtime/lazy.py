"""Packages that import a module only when one of its names is used (PEP 562)."""

from __future__ import annotations

import functools
import importlib
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def lazy_exports(
    package: str, modules: Mapping[str, tuple[str, ...]]
) -> tuple[Callable[[str], object], Callable[[], list[str]], list[str]]:
    """Return the `__getattr__`, the `__dir__` and the `__all__` of a package.

    Args:
        package: The `__name__` of the package.
        modules: Public names by the relative module that defines them, such as `".createkeys"`.
            Names that are modules of the package themselves belong to `"."`.

    Returns:
        The two functions, and the sorted names. Each name becomes an attribute of the package once
        it is used.

    Example:
        `__getattr__, __dir__, __all__ = lazy_exports(__name__, {".pet": ("Pet", "Tag")})`
    """

    @functools.cache
    def table() -> dict[str, str]:
        return {name: module for module, names in modules.items() for name in names}

    def getattr_(name: str) -> object:
        module = table().get(name)
        if module is None:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        if module == ".":
            value: object = importlib.import_module(f".{name}", package)
        else:
            value = getattr(importlib.import_module(module, package), name)
        setattr(sys.modules[package], name, value)
        return value

    def dir_() -> list[str]:
        # What the package imports itself is of no use to callers.
        own = (name for name in vars(sys.modules[package]) if name.startswith("__"))
        return sorted({*own, *table()})

    return getattr_, dir_, sorted(name for names in modules.values() for name in names)
