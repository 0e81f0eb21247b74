"""Recognizes errors that a server sends as a success."""

from __future__ import annotations

import typing
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from ..json.decoding import UndecodableError, convert, parse
from ..json.shapes import OTHERS, is_object
from ..json.structs import choice_of, fields_of, is_choice, is_struct

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import TypeAlias

    from ..errors import ResponseError
    from ..json.decoding import Misfits

    Exceptions: TypeAlias = Iterable[Callable[[], type[ResponseError]]]


def is_error(content: bytes | str, types: Sequence[Any], errors: Exceptions) -> bool:
    """Return whether JSON that was received as a success is an error; see `is_error_value`."""
    return is_error_value(_parsed(content), types, errors)


def is_error_value(data: object, types: Sequence[Any], errors: Exceptions) -> bool:
    """Return whether a value that was received as a success is an error.

    It is one if it is none of the documented successes, since it lacks what these require, and has
    properties of a documented error, or an undocumented `error` that is not empty.

    Args:
        data: The value, as plain data.
        types: The types that it may have.
        errors: Functions that return the documented exceptions of the operation.
    """
    if not is_object(data) or not types or any(_is_like(data, each) for each in types):
        return False
    known = frozenset[str]().union(*map(_names_of, types))
    return _has_error(data, known) or any(
        _is_documented(data, kind().data_type, known) for kind in errors
    )


def is_documented_error(content: bytes, errors: Exceptions) -> bool:
    """Return whether JSON is a documented error: it has all that one of them requires.

    Args:
        content: The JSON.
        errors: Functions that return the documented exceptions of the operation.
    """
    data = _parsed(content)
    types = [kind().data_type for kind in errors]
    return is_object(data) and any(
        _requires_property(type_) and _is_documented(data, type_, frozenset()) for type_ in types
    )


def _parsed(content: bytes | str) -> Any:
    try:
        return parse(content.encode() if isinstance(content, str) else content)
    except UndecodableError:
        return None


def data_types(type_: Any) -> list[Any]:
    """Return the types of the data of events whose own fields are documented."""
    return [
        field.type
        for struct in _structs_of(type_)
        for field in fields_of(struct)
        if field.encode_name == "data"
    ]


def _is_like(data: Any, type_: Any) -> bool:
    """Return whether an object has the type, whatever the values of its properties are."""
    try:
        _, misfits = convert(data, type_)
    except RecursionError:
        return True
    return not _lacks_property(misfits)


def _lacks_property(misfits: Misfits) -> bool:
    return any(
        item.path == "$" or (item.problem == "missing" and item.path.count(".") == 1)
        for item in misfits
        if "[" not in item.path
    )


def _has_error(data: dict[str, Any], known: frozenset[str]) -> bool:
    error = None if "error" in known else data.get("error")
    return bool(error) and (isinstance(error, str) or is_object(error))


def _is_documented(data: dict[str, Any], type_: Any, known: frozenset[str]) -> bool:
    """Return whether an object is a documented error, by a property that no success has."""
    if type_ is None or not (_names_of(type_) - known) & data.keys():
        return False
    return not convert(data, type_)[1]


def _requires_property(type_: Any) -> bool:
    return any(field.required for struct in _structs_of(type_) for field in fields_of(struct))


def _names_of(type_: Any) -> frozenset[str]:
    """Return the properties that a type documents for an object."""
    return frozenset(
        field.encode_name
        for struct in _structs_of(type_)
        for field in fields_of(struct)
        if field.encode_name != OTHERS
    )


def _structs_of(type_: Any) -> list[type[Struct]]:
    """Return the models that an object of a type may be."""
    if is_struct(type_):
        return [type_]
    if is_choice(type_):
        variants = choice_of(type_).variants(type_)
    elif typing.get_origin(type_) in {list, tuple, dict}:
        variants = ()
    else:
        variants = typing.get_args(type_)
    return [struct for variant in variants for struct in _structs_of(variant)]
