"""From JSON to what a method of a generated package takes, by the types that it is declared with.

The types are read from the signature, as a type checker reads them, and not from the IR: a method
whose annotation does not take what the document allows is found out here.
"""

from __future__ import annotations

import ast
import functools
import inspect
import sys
import types
import typing
from collections.abc import Callable
from typing import Any

import msgspec

from tests.corpus.support.contract import Json


class UnfitError(Exception):
    """A value that the document allows is not one that the signature allows."""


@functools.cache
def _names_in(module: str) -> dict[str, Any]:
    """Give the names of a module, with those that only a type checker imports."""
    found = sys.modules[module]
    names = dict(vars(found))
    for statement in ast.parse(inspect.getsource(found)).body:
        if isinstance(statement, ast.If) and ast.unparse(statement.test) == "TYPE_CHECKING":
            block = ast.Module(statement.body, [])
            exec(compile(block, module, "exec"), names)
    return names


@functools.cache
def types_of(method: Callable[..., Any]) -> dict[str, Any]:
    """Give the type of each argument of a generated method."""
    names = _names_in(method.__module__)
    return {
        name: eval(text, dict(names))
        for name, text in inspect.get_annotations(method).items()
        if name not in {"return", "options"}
    }


def as_argument(value: Json, type_: Any, convert: Callable[[Any, Any], tuple[Any, Any]]) -> Any:
    """Turn JSON into a value of a type.

    Args:
        value: What shall be sent.
        type_: What an argument is declared as.
        convert: The package's own function from plain values to its models.

    Raises:
        UnfitError: If the type has no such value.
    """
    if _has_bytes(value):
        return value
    why = "no variant takes it"
    for variant in sorted(variants_of(type_), key=_rank):
        try:
            made, misfits = convert(value, variant)
        except (TypeError, NotImplementedError) as error:  # a file is no JSON
            why = f"{type(error).__name__}: {error}"
            continue
        if not misfits:
            return made
        why = f"{misfits[0].place}: {misfits[0].problem}"
    raise UnfitError(why)


def _has_bytes(value: Json) -> bool:
    if isinstance(value, (dict, list)):
        return any(map(_has_bytes, value.values() if isinstance(value, dict) else value))
    return isinstance(value, bytes)


def variants_of(type_: Any) -> tuple[Any, ...]:
    """Give the types that a union stands for; absence is none of them."""
    if typing.get_origin(type_) in {typing.Union, types.UnionType}:
        return tuple(item for item in typing.get_args(type_) if item is not msgspec.UnsetType)
    return (type_,)


def _rank(type_: Any) -> int:
    """Prefer what says most: a model to a dict, a date to text."""
    if type_ in {str, Any, object}:
        return 2
    return int(typing.get_origin(type_) is dict)
