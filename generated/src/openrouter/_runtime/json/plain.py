"""Decides what a Python value is on the wire: JSON, URLs, headers and forms are all made from this.

A value becomes plain: text, numbers, booleans, None, lists, and dicts with text as keys. What has
no agreed form raises an error that names its place (docs/decisions/0016-values.md).
"""

from __future__ import annotations

import datetime
import decimal
import functools
import itertools
import numbers
import re
import typing
import uuid
from collections.abc import ItemsView, Iterator, KeysView, Mapping, Sequence, ValuesView
from collections.abc import Set as AbstractSet
from enum import Enum
from math import isfinite
from types import NoneType
from typing import TYPE_CHECKING, Any, Final, NamedTuple, NoReturn, TypeAlias

import msgspec
from msgspec import UNSET, Struct, UnsetType
from msgspec.structs import astuple

from .dates import duration_text
from .encoding import ENCODER
from .shapes import OTHERS, TextMark, digits, is_array, is_object
from .structs import choice_of, fields_of, is_choice, is_struct

if TYPE_CHECKING:
    from collections.abc import Callable

    Converter: TypeAlias = "Callable[[Any, str, Any], Any]"

HALF: Final = re.compile("[\ud800-\udfff]")
"""Half of a surrogate pair, which can't be encoded. `UnicodeEncodeError` would keep the text."""

_SAME: Final = frozenset({str, int, bool, NoneType})
"""Types that msgspec writes as they are, or refuses by itself."""

_SAME_IN_STRUCTS: Final = _SAME | {UnsetType}

_MOST_BITS: Final = 8192
"""Integers beyond this may have more digits than Python converts to text (4,300 by default)."""


def is_plain(value: object) -> bool:
    """Return whether msgspec alone writes a value as `plain` would, so that it needs no copy."""
    kind = type(value)
    content: Any = value
    if kind in _SAME:
        return True
    if kind is float:
        return isfinite(content)
    if kind is dict:
        for key, item in content.items():
            if type(key) is not str or (type(item) not in _SAME and not is_plain(item)):
                return False
        return True
    if kind is list or kind is tuple:
        for item in content:  # twice as fast as `all`
            if type(item) not in _SAME and not is_plain(item):
                return False
        return True
    return isinstance(value, Struct) and _is_plain_struct(value)


def _is_plain_struct(value: Struct) -> bool:
    others, has_days = _traits_of(type(value))
    if others is not None and getattr(value, others):  # which are merged with the others
        return False
    for item in astuple(value):
        kind = type(item)  # pyright: ignore[reportUnknownVariableType] - any
        if kind in _SAME_IN_STRUCTS:
            continue
        if kind is float:
            if not isfinite(item):
                return False
        elif kind is datetime.datetime:
            if has_days or item.tzinfo is not datetime.UTC:
                return False
        elif not is_plain(item):
            return False
    return True


@functools.cache
def _traits_of(model: type[Struct]) -> tuple[str | None, bool]:
    """Return the field of a model for additional properties, and whether a field is a date."""
    fields = fields_of(model)
    others = next((field.name for field in fields if field.encode_name == OTHERS), None)
    return others, any(_known(field.type).times == _DATE for field in fields)


def encode(value: Any, type_: Any = None, place: str = "") -> bytes:
    """Encode a value as JSON.

    Args:
        value: The value.
        type_: As for `plain`.
        place: As for `plain`.

    Raises:
        ValueError: The value, or one inside of it, can't be represented in JSON.
    """
    try:
        if is_plain(value):
            return ENCODER.encode(value)
    except (RecursionError, ValueError):  # of which `plain` finds the place
        pass
    return ENCODER.encode(plain(value, place, type_))


def encode_object(properties: Mapping[str, Any], types: Mapping[str, Callable[[], Any]]) -> bytes:
    """Encode an object as JSON, with functions that return the types of some properties."""
    if is_plain(properties):
        return encode(properties)
    return encode(
        {
            name: plain(value, name, type_() if type_ else None)
            for name, value in properties.items()
            for type_ in [types.get(name) or types.get("")]
        }
    )


def plain(value: Any, place: str = "", type_: Any = None) -> Any:
    """Convert a value to plain ones: str, int, float, bool, None, Decimal, list and dict.

    Args:
        value: The value.
        place: The name of the argument, for errors; "" for a whole body.
        type_: The type that the document defines, if its text depends on it: a date, a date and
            time, a decimal number that is text, or a type that contains one of these.

    Raises:
        ValueError: The value, or one inside of it, can't be represented in JSON.
    """
    try:
        return _plain(value, place, type_)
    except RecursionError:
        raise ValueError(
            f"{place or 'The body'} is nested too deeply, or contains itself."
        ) from None


def spelled(value: str | float | decimal.Decimal) -> str:
    """Return a plain scalar as text, as in URLs and headers; a bool is also an int."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, decimal.Decimal):
        return digits(value)
    return ENCODER.encode(value).decode()


def _plain(value: object, place: str, type_: Any) -> Any:
    kind: Any = type(value)
    return _converter(kind)(value, place, type_)


def _refuse(value: Any, place: str, _type: Any = None) -> NoReturn:
    name = type(value).__name__
    raise ValueError(f"{_named(place)} is of type {name}, which can't be represented in JSON.")


def _named(place: str) -> str:
    return place.removeprefix(".") or "The body"


# Scalars


def _same(value: Any, _place: str, _type: Any) -> Any:
    return value


def _text(value: str, place: str, _type: Any) -> str:
    if not value.isascii() and HALF.search(value):
        raise ValueError(f"{_named(place)} can't be encoded as UTF-8.")
    return str.__str__(value)


def _integer(value: Any, place: str, _type: Any) -> int:
    whole = int.__index__(value)
    if whole.bit_length() > _MOST_BITS:
        try:
            str(whole)
        except ValueError:
            raise ValueError(f"{_named(place)} has too many digits.") from None
    return whole


def _float(value: Any, place: str, _type: Any) -> float:
    number = float.__float__(value)
    if not isfinite(number):
        raise ValueError(f"{_named(place)} is {number}, which can't be represented in JSON.")
    return number


def _decimal(value: decimal.Decimal, place: str, type_: Any) -> Any:
    number = decimal.Decimal(value)
    if not number.is_finite():
        raise ValueError(f"{_named(place)} is {number}, which can't be represented in JSON.")
    return digits(number) if _known(type_).is_text else number


def _integral(value: Any, place: str, type_: Any) -> int:
    if _kind_in_numpy(value) == "m":  # a duration, which numpy takes for an integer
        _refuse(value, place)
    return _integer(int(value), place, type_)


def _real(value: Any, place: str, type_: Any) -> float:
    number = _float(float(value), place, type_)
    if number != value:  # such as a fraction, or more digits than a float has
        _refuse(value, place)
    return number


def _enum(value: Enum, place: str, type_: Any) -> Any:
    return _plain(value.value, place, type_)


def _uuid(value: uuid.UUID, _place: str, _type: Any) -> str:
    return str(uuid.UUID(int=value.int))


def _bytes(value: Any, _place: str, _type: Any) -> str:
    text: str = msgspec.to_builtins(bytes(memoryview(value)))
    return text


def _datetime(value: datetime.datetime, place: str, type_: Any) -> str:
    if _known(type_).times == _DATE:
        raise ValueError(
            f"{_named(place)} must be a date, not a {type(value).__name__}: pass its date()."
        )
    try:
        time = datetime.time(
            *(value.hour, value.minute, value.second, value.microsecond),
            tzinfo=value.tzinfo,
            fold=value.fold,
        )
        day = datetime.date(value.year, value.month, value.day)
        exact = datetime.datetime.combine(day, time)
        offset = exact.utcoffset()
        if offset is not None and offset % datetime.timedelta(minutes=1):
            exact = exact.astimezone(datetime.UTC)  # RFC 3339 has no seconds in offsets
    except (OverflowError, TypeError, ValueError):  # such as pandas.NaT
        _refuse(value, place)
    if getattr(value, "nanosecond", 0):
        raise ValueError(f"{_named(place)} is more precise than microseconds: round it.")
    text: str = msgspec.to_builtins(exact)
    return text


def _date(value: datetime.date, place: str, type_: Any) -> str:
    if _known(type_).times == _DATETIME:
        raise ValueError(f"{_named(place)} must be a datetime, not a {type(value).__name__}.")
    return datetime.date(value.year, value.month, value.day).isoformat()


def _time(value: datetime.time, _place: str, _type: Any) -> str:
    exact = datetime.time(
        *(value.hour, value.minute, value.second, value.microsecond), tzinfo=value.tzinfo
    )
    text: str = msgspec.to_builtins(exact)
    return text


def _duration(value: datetime.timedelta, place: str, _type: Any) -> str:
    if getattr(value, "nanoseconds", 0):
        raise ValueError(f"{_named(place)} is more precise than microseconds: round it.")
    return duration_text(datetime.timedelta(value.days, value.seconds, value.microseconds))


# Lists


def _list(value: Any, place: str, type_: Any) -> list[Any]:
    pairs = zip(value, items_of(type_), strict=False)
    return [_plain(item, f"{place}[{index}]", inner) for index, (item, inner) in enumerate(pairs)]


def _set(value: Any, place: str, type_: Any) -> list[Any]:
    inner = _known(type_).items
    items = [_plain(item, f"{place}[]", inner) for item in value]
    try:
        return sorted(items)  # the same in every process, unlike the order of a set
    except TypeError:
        raise ValueError(
            f"{_named(place)} is a set whose elements can't be sorted: pass a list."
        ) from None


def _iterator(value: Any, place: str, _type: Any) -> NoReturn:
    name = type(value).__name__
    raise ValueError(
        f"{_named(place)} is of type {name}, which can be read only once: pass a list."
    )


# Objects


def _mapping(value: Mapping[Any, Any], place: str, type_: Any) -> dict[str, Any]:
    known = _known(type_)
    types = {} if known.model is None else _types(known.model)
    made: dict[str, Any] = {}
    for key, item in value.items():
        name = _key(key, place)
        if name in made:
            raise ValueError(f"{_named(place)} has the key {name!r} twice.")
        if item is not UNSET:
            made[name] = _plain(item, f"{place}.{name}", types.get(name, known.values))
    return made


def _key(key: Any, place: str) -> str:
    name = _plain(key, place, None) if key is not UNSET else None
    if name is None or is_array(name) or is_object(name):
        raise ValueError(f"{_named(place)} has a key of type {type(key).__name__}, not str.")
    return spelled(name)


def _attributes(value: Any, names: Sequence[str], place: str) -> dict[str, Any]:
    given = ((name, getattr(value, name)) for name in names)
    return {
        name: _plain(item, f"{place}.{name}", None) for name, item in given if item is not UNSET
    }


def _dataclass(value: Any, place: str, _type: Any) -> dict[str, Any]:
    import dataclasses

    return _attributes(value, [field.name for field in dataclasses.fields(value)], place)


def _attrs(value: Any, place: str, _type: Any) -> dict[str, Any]:
    fields: Sequence[Any] = value.__attrs_attrs__
    return _attributes(value, [field.name for field in fields], place)


def _pydantic(value: Any, place: str, type_: Any) -> Any:
    return _plain(value.model_dump(mode="json", by_alias=True), place, type_)


def _struct(value: Struct, place: str, _type: Any) -> Any:
    config = value.__struct_config__
    made: dict[str, Any] = {}
    others: dict[str, Any] = {}
    if config.tag_field is not None and not config.array_like:
        made[config.tag_field] = config.tag
    for field in fields_of(type(value)):
        item = getattr(value, field.name)
        if item is UNSET or (config.omit_defaults and _is_default(item, field)):
            continue
        if field.encode_name == OTHERS:
            others = _plain(item, place, field.type)
        else:
            made[field.encode_name] = _plain(item, f"{place}.{field.name}", field.type)
    if config.array_like:
        tag = [] if config.tag_field is None else [config.tag]
        return [*tag, *made.values()]
    return made | others | made


def _is_default(item: Any, field: msgspec.structs.FieldInfo) -> bool:
    """Return whether msgspec omits a value, if a class says `omit_defaults`."""
    factory = field.default_factory
    return item is field.default or (
        factory in {list, dict, set} and type(item) is factory and not item
    )


# Which converter a class has

_CONVERTERS: Final[Sequence[tuple[Any, Converter]]] = (
    (NoneType, _same),
    (bool, _same),
    (Enum, _enum),
    (str, _text),
    (int, _integer),
    (float, _float),
    (decimal.Decimal, _decimal),
    (uuid.UUID, _uuid),
    (datetime.datetime, _datetime),
    (datetime.date, _date),
    (datetime.time, _time),
    (datetime.timedelta, _duration),
    ((bytes, bytearray, memoryview), _bytes),
    (Struct, _struct),
    (Mapping, _mapping),
    ((Sequence, KeysView, ValuesView, ItemsView), _list),
    (AbstractSet, _set),
    (Iterator, _iterator),
    (numbers.Integral, _integral),
)
"""The first class that a value is an instance of decides; a datetime is also a date."""


@functools.lru_cache(maxsize=512)
def _converter(kind: Any) -> Converter:
    for bases, convert in _CONVERTERS:
        if issubclass(kind, bases):
            return convert
    if hasattr(kind, "__pydantic_serializer__") and hasattr(kind, "model_dump"):
        return _pydantic
    if hasattr(kind, "__dataclass_fields__"):
        return _dataclass
    if hasattr(kind, "__attrs_attrs__"):
        return _attrs
    if issubclass(kind, numbers.Real) and not issubclass(kind, numbers.Rational):
        return _real
    return _other


def _other(value: Any, place: str, _type: Any) -> Any:
    # numpy's booleans are in no class of `numbers`; its dates have no time zone that is known.
    if _kind_in_numpy(value) == "b" and value.shape == ():
        return bool(value)
    return _refuse(value, place)


def _kind_in_numpy(value: Any) -> str:
    kind: str = getattr(getattr(value, "dtype", None), "kind", "")
    return kind


# What the document says


class _Known(NamedTuple):
    """What a type says about the text of a value.

    Attributes:
        times: The classes of times, if no other text is allowed.
        is_text: Whether decimal numbers are text.
        items: The type of the elements of a list.
        places: The types of the elements of a tuple.
        values: The type of the values of a map.
        model: The model that a dict stands for.
    """

    times: frozenset[Any] = frozenset()
    is_text: bool = False
    items: Any = None
    places: tuple[Any, ...] = ()
    values: Any = None
    model: type[Struct] | None = None


_NOTHING: Final = _Known()
_DATE: Final[frozenset[Any]] = frozenset({datetime.date})
_DATETIME: Final[frozenset[Any]] = frozenset({datetime.datetime})


def items_of(type_: Any) -> Iterator[Any]:
    """Yield the types of the elements of a list of any length; None if nothing depends on it."""
    known = _known(type_)
    return itertools.chain(known.places, itertools.repeat(known.items))


def _known(type_: Any) -> _Known:
    return _NOTHING if type_ is None else _knowledge(type_)


@functools.cache
def _knowledge(type_: Any) -> _Known:
    parts = list(alternatives(type_))
    lists = [part for part in parts if typing.get_origin(part) is list]
    tuples = [part for part in parts if typing.get_origin(part) is tuple]
    maps = [part for part in parts if typing.get_origin(part) is dict]
    models = [part for part in parts if is_struct(part)]
    times = frozenset(part for part in parts if part in {datetime.date, datetime.datetime})
    return _Known(
        times=frozenset() if str in parts or Any in parts else times,
        is_text=any(_is_text(part) for part in parts),
        items=typing.get_args(lists[0])[0] if len(lists) == 1 and not tuples else None,
        places=typing.get_args(tuples[0]) if len(tuples) == 1 and not lists else (),
        values=typing.get_args(maps[0])[1] if len(maps) == 1 and not models else None,
        model=models[0] if len(models) == 1 and not maps else None,
    )


def alternatives(type_: Any) -> Iterator[Any]:
    """Yield the variants of a type; marks of decimal numbers stay."""
    if is_choice(type_):
        for part in choice_of(type_).variants(type_):
            yield from alternatives(part)
        return
    origin = typing.get_origin(type_)
    if origin is typing.Annotated and not _is_text(type_):
        yield from alternatives(typing.get_args(type_)[0])
    elif origin in _UNIONS:
        for part in typing.get_args(type_):
            yield from alternatives(part)
    else:
        yield type_


_UNIONS: Final = frozenset({typing.Union, type(int | str)})


def _is_text(type_: Any) -> bool:
    """Return whether a type is that of decimal numbers which are text."""
    return any(isinstance(mark, TextMark) for mark in getattr(type_, "__metadata__", ()))


@functools.cache
def _types(model: type[Struct]) -> dict[str, Any]:
    return {field.encode_name: field.type for field in fields_of(model)}
