"""Chooses the runtime modules that a package carries: those that it imports, and what they import.

An import counts wherever it is, also in a function or below `if TYPE_CHECKING:`, since type
checkers follow it. So a module that every package needs must not import one that only some need:
it is given values instead, which generated code makes, such as the rule of a paginated operation.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final

from sdkwright.emit.expr import Import
from sdkwright.workspace.own_files import RUNTIME

IN_TEMPLATES: Final = frozenset(
    {
        "auth.credential_text",
        "errors",
        "hooks",
        "json.dates",
        "lazy",
        "retries",
        "session",
        "timeouts",
    }
)
"""What the templates import themselves, in every package."""

_PREFIX: Final = "_runtime."


def carried(imports: Iterable[Import]) -> Mapping[str, str]:
    """Return the runtime modules that a package carries.

    Args:
        imports: All imports of the package, besides those that its templates name themselves.

    Returns:
        The text of each module by its path in the runtime, sorted by path.
    """
    graph = import_graph()
    waiting = [*IN_TEMPLATES, *filter(None, map(_module_of, imports))]
    found: set[str] = set()
    while waiting:
        module = waiting.pop()
        if module not in found:
            found.add(module)
            waiting += graph[module]
    return dict(sorted((_path(module), _text(module)) for module in found))


def _module_of(item: Import) -> str:
    """Return the runtime module that an import names; "" for any other import."""
    module = item.module.lstrip(".")
    is_relative = len(module) < len(item.module)
    return module.removeprefix(_PREFIX) if is_relative and module.startswith(_PREFIX) else ""


@cache
def import_graph() -> Mapping[str, frozenset[str]]:
    """Return the runtime modules that each runtime module imports, and the packages it is in.

    The name of a module is relative to the runtime, whose own name is "".
    """
    packages = {*map(_name, RUNTIME.rglob("__init__.py"))}
    modules = {*map(_name, RUNTIME.rglob("*.py"))}
    return {
        module: frozenset({*_imported(module, modules, packages), *_parents(module)})
        for module in modules
    }


def _name(path: Path) -> str:
    parts = path.relative_to(RUNTIME).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def _path(module: str) -> str:
    inside = RUNTIME.joinpath(*module.split(".")) if module else RUNTIME
    file = inside / "__init__.py" if inside.is_dir() else inside.with_suffix(".py")
    return file.relative_to(RUNTIME).as_posix()


@cache
def _text(module: str) -> str:
    return (RUNTIME / _path(module)).read_text(encoding="utf-8")


def _parents(module: str) -> Iterator[str]:
    while module:
        module = module.rpartition(".")[0]
        yield module


def _imported(module: str, modules: set[str], packages: set[str]) -> Iterator[str]:
    package = module.split(".") if module in packages else module.split(".")[:-1]
    for node in ast.walk(ast.parse(_text(module))):
        if isinstance(node, ast.ImportFrom) and node.level:
            above = [*filter(None, package)][: len(package) - node.level + 1]
            source = ".".join([*above, *filter(None, [node.module])])
            yield source
            inside = (".".join(filter(None, [source, alias.name])) for alias in node.names)
            yield from modules.intersection(inside)
