"""Holds the types that the pages of an SDK name against the annotations of its code.

Both are evaluated: those of the code where they are written, those of a page where its reader would
write them.
"""

from __future__ import annotations

import ast
import importlib.util
import inspect
import re
import typing
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import cache, reduce
from operator import or_
from pathlib import Path
from types import ModuleType
from typing import Any, Literal, Optional
from uuid import UUID

from tests.unit.support.pages import tables

Names = Mapping[str, Any]

_PACKAGES = ("components", "operations", "errors")
_STANDARD: tuple[Any, ...] = (
    Any,
    Decimal,
    Literal,
    Mapping,
    Optional,
    Sequence,
    UUID,
    date,
    datetime,
    time,
    timedelta,
)
_FOR_TYPE_CHECKERS: Names = {
    "DecimalText": Decimal,
    "Number": float,
    "OnlyFalse": Literal[False],
    "OnlyTrue": Literal[True],
}
"""These are something else at run time."""

_LINKED = re.compile(r"\[(.*)\]\([^()]*\)")
_REMARK = re.compile(r"Python type: (`.+?`)\.$")
_METHOD = re.compile(r"^## (?!Overview)(.+)\n", re.MULTILINE)
_RETURNED = re.compile(r"^\*\*(.+?)(?: with `.+`)?\*\*$", re.MULTILINE)


def compared(module: str, pages: Mapping[str, str]) -> Iterator[tuple[str, bool]]:
    """Yield each place where a page names a type, and whether the code has the same.

    Args:
        module: The package, which can be imported.
        pages: The text of each page, by its path.
    """
    reader = _names_of_readers(module)
    for path, text in pages.items():
        match path.split("/"):
            case ["docs", "sdks", _, _]:
                yield from _methods(module, reader, path, text)
            case ["docs", package, _] if package in _PACKAGES:
                yield from _fields(f"{module}.{package}", reader, path, text)
            case ["docs", "models", "utils", _]:
                yield from _arguments(f"{module}.utils", reader, path, text)


def _fields(package: str, reader: Names, path: str, text: str) -> Iterator[tuple[str, bool]]:
    table = next((table for table in tables(text) if table[0][0] == "Field"), None)
    if table is None:
        return
    name = _plain(text.partition("\n")[0]).removeprefix("# ")
    class_ = getattr(importlib.import_module(package), name)
    class_ = getattr(class_, "data_type", None) or class_  # of an exception
    home = _names_of(_homes(package)[class_.__name__])
    for field, type_, *_ in table[1:]:
        said, meant = _plain(type_), class_.__annotations__[_plain(field)]
        yield f"{path}: {field}", _evaluated(said, reader) == _evaluated(meant, home)


def _methods(module: str, reader: Names, path: str, text: str) -> Iterator[tuple[str, bool]]:
    title = _plain(text.partition("\n")[0])
    name = title.removeprefix("# ").removesuffix(" - Python SDK")
    class_ = getattr(importlib.import_module(_homes(module)[name]), name)
    _, *sections = _METHOD.split(text)
    for heading, section in zip(sections[::2], sections[1::2], strict=True):
        function = getattr(class_, _plain(heading))
        home = _names_of(inspect.unwrap(function).__globals__["__name__"])
        meant = {
            argument: _evaluated(parameter.annotation, home)
            for argument, parameter in inspect.signature(function).parameters.items()
            if parameter.kind is parameter.KEYWORD_ONLY
        }
        options = home["CallOptions"]  # of all methods
        meant["retries"] = _evaluated(
            options.__annotations__["retries"].__forward_arg__, _names_of(options.__module__)
        )
        table = next(table for table in tables(section) if table[0][0] == "Parameter")
        for argument, type_, _, about, *_ in table[1:]:
            remark = _REMARK.search(about)
            said = _plain(remark[1] if remark else type_)
            same = _evaluated(said, reader) == meant[_plain(argument)]
            yield f"{path}: {heading}({argument})", same
        response = section.partition("### Response\n")[2]
        found = [_evaluated(_plain(type_), reader) for type_ in _RETURNED.findall(response)]
        result = reduce(or_, found) if found else None
        same = result == _evaluated(inspect.signature(function).return_annotation, home)
        yield f"{path}: {heading}() -> ...", same


def _arguments(module: str, reader: Names, path: str, text: str) -> Iterator[tuple[str, bool]]:
    name = _plain(text.partition("\n")[0]).removeprefix("# ")
    class_ = getattr(importlib.import_module(module), name)
    home = _names_of(class_.__module__)
    # Those of a named tuple are not text.
    annotations = typing.get_type_hints(class_) if issubclass(class_, tuple) else {}
    parameters = inspect.signature(class_).parameters
    table = next(table for table in tables(text) if table[0][0] == "Argument")
    assert [_plain(row[0]) for row in table[1:]] == [*parameters]
    for argument, type_, required, *_ in table[1:]:
        meant = parameters[_plain(argument)]
        is_required = meant.default is meant.empty
        said = _evaluated(_plain(type_), reader)
        same = said == (annotations.get(meant.name) or _evaluated(meant.annotation, home))
        yield f"{path}: {argument}", same and is_required == (required == "yes")


def _plain(cell: str) -> str:
    """Return the text of a cell: without its link, its emphasis, its code marks and escapes."""
    linked = _LINKED.fullmatch(cell)
    text = linked[1] if linked else cell
    if text.startswith("`"):
        return text.strip("`").strip().replace(r"\|", "|")
    return re.sub(r"\\(.)", r"\1", text.strip("*"))


def _evaluated(annotation: str, names: Names) -> Any:
    return eval(annotation, {**names})


def _names_of_readers(module: str) -> Names:
    """Return what the types on pages are made of."""
    types = importlib.import_module(f"{module}.types")
    names: dict[str, Any] = {item.__name__: item for item in _STANDARD}
    names |= {"Nullable": types.Nullable, "OptionalNullable": types.OptionalNullable}
    for name in ("types", "utils", *_PACKAGES):
        if (_folder(module) / name).exists() or (_folder(module) / f"{name}.py").exists():
            names[name] = importlib.import_module(f"{module}.{name}")
    return names


def _folder(package: str) -> Path:
    return Path(str(importlib.import_module(package).__file__)).parent


@cache
def _homes(package: str) -> Mapping[str, str]:
    """Return the module of each class of a package, by its name."""
    return {
        node.name: f"{package}.{path.stem}"
        for path in sorted(_folder(package).glob("*.py"))
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef)
    }


@cache
def _names_of(module: str) -> Names:
    """Return the names of a module, with those that only type checkers import."""
    found: ModuleType = importlib.import_module(module)
    names: dict[str, Any] = {}
    for node in ast.walk(ast.parse(Path(str(found.__file__)).read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            origin = importlib.util.resolve_name(
                "." * node.level + (node.module or ""), str(found.__package__)
            )
            for item in node.names:
                names[item.asname or item.name] = _imported(origin, item.name)
        elif isinstance(node, ast.Import):
            for item in node.names:
                names[item.asname or item.name] = importlib.import_module(item.name)
    return {**names, **vars(found), **_FOR_TYPE_CHECKERS}


def _imported(module: str, name: str) -> Any:
    home = importlib.import_module(module)
    return (
        getattr(home, name) if hasattr(home, name) else importlib.import_module(f"{module}.{name}")
    )
