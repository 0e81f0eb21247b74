"""Packages that import a module only when one of its names is asked for (PEP 562)."""

from __future__ import annotations

import functools
import importlib
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


def lazy_exports(
    package: str, names: Sequence[str], placed: Mapping[str, tuple[str, ...]]
) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """Make the `__getattr__` and `__dir__` of a package.

    Args:
        package: The package's `__name__`.
        names: Public names, each defined in the module that is called so in lower case.
        placed: The public names that other modules define, by relative module (`".createkeys"`).
            Names that are themselves modules of the package stand beside `"."`. What stands here
            need not be one of `names`; if it is, this holds.

    Returns:
        The two functions. A name that was found is kept, so that each is looked up once.

    Example:
        `__getattr__, __dir__ = lazy_exports(__name__, ["Pet"], {".": ("errors",)})`
    """

    @functools.cache
    def table() -> dict[str, str]:
        modules = {name: f".{name.lower()}" for name in names}
        return modules | {name: module for module, found in placed.items() for name in found}

    def getattr_(name: str) -> object:
        where = table().get(name)
        if where is None:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        if where == ".":
            value: object = importlib.import_module(f".{name}", package)
        else:
            value = getattr(importlib.import_module(where, package), name)
        setattr(sys.modules[package], name, value)
        return value

    def dir_() -> list[str]:
        return sorted({*vars(sys.modules[package]), *table()})

    return getattr_, dir_
