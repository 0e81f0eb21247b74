"""Decodes JSON to typed values, leniently if the API has changed since the SDK was generated.

A body is first decoded by msgspec. Only if that fails is it decoded place by place: values that fit
are typed, missing ones become `UNSET`, and others are kept as they are.
"""

from __future__ import annotations

import json
import math
import types
import typing
from typing import TYPE_CHECKING, Any, ClassVar, Final, NamedTuple

import msgspec
from msgspec import UNSET, Struct, UnsetType

from .. import display
from ..masking import SecretMark
from .shapes import OTHERS, is_array, is_object, whole_number
from .structs import choice_of, fields_of, is_choice, is_struct, make
from .typed import decoder_of, learned

if TYPE_CHECKING:
    import httpx2

__all__ = [
    "NOT_TEXT",
    "Misfit",
    "Misfits",
    "TypedDecoder",
    "UndecodableError",
    "convert",
    "decoder_for",
    "listed",
    "parse",
]

NOT_TEXT: Final = "not text in its encoding"
"""The problem of text with bytes that its encoding does not have."""

_NOT_FINITE: Final = "expected a number that is finite and fits a float"

MOST_PROBLEMS: Final = 10
"""Maximum number of problems listed in a message."""
MOST_MISFITS: Final = 10_000
"""Maximum number of misfits after which the rest of a body is kept as it came.

Each takes some ten microseconds, and a kilobyte of gzip can hold a million of them.
"""


class UndecodableError(ValueError):
    """A body is not JSON, or is nested too deeply."""


class Misfit(NamedTuple):
    """A place at which a value does not match the document.

    Attributes:
        path: The place, such as `$.data[3].name`.
        place: The same for all elements of a list and all keys of a map: `$.data[].name`.
        problem: The problem, without the value.
    """

    path: str
    place: str
    problem: str


class Misfits(list[Misfit]):
    """The misfits of a body, limited to the first few per place, since a body can have millions.

    Attributes:
        total: Total number of misfits.
    """

    def __init__(self) -> None:
        super().__init__()
        self.total = 0
        self._is_full = False
        self._counts: dict[object, int] = {}
        self._refused: dict[tuple[int, Any], Any] = {}

    def hook(self, type_: Any, value: Any) -> Any:
        """Convert a union, unless it was already found to match no variant.

        A value nested a thousand deep is tried from each of its levels, and each attempt would
        descend to the last one.
        """
        key = id(value), type_
        if key in self._refused:
            raise ValueError("already tried")
        try:
            return choice_of(type_).convert(type_, value, self.hook)
        except (ValueError, msgspec.MsgspecError):
            self._refused[key] = value  # kept alive so that its id is not reused
            raise

    def stop_at(self, path: str, place: str) -> bool:
        """Return whether so many values do not match that the one at a path is not looked at."""
        if self.total < MOST_MISFITS:
            return False
        if not self._is_full:
            self._is_full = True
            problem = f"{self.total:,} values do not match; this one and the rest are not checked"
            super().append(Misfit(path, place, problem))
        return True

    def append(self, misfit: Misfit) -> None:
        """Add a misfit."""
        if self._counts_in(misfit.place):
            super().append(misfit)

    def miss(self, path: str, place: str, key: str) -> None:
        """Add a missing property; no text is created for misfits that are not kept."""
        if self._counts_in((place, key)):
            super().append(Misfit(f"{path}.{key}", f"{place}.{key}", "missing"))

    def _counts_in(self, place: object) -> bool:
        self.total += 1
        count = self._counts.get(place, 0)
        self._counts[place] = count + 1
        return count < MOST_PROBLEMS


def listed(misfits: Misfits) -> str:
    """Format misfits for a message; only the first ones are listed."""
    problems = "; ".join(f"{misfit.path}: {misfit.problem}" for misfit in misfits[:MOST_PROBLEMS])
    more = misfits.total - MOST_PROBLEMS
    return f"{problems}; and {more} more" if more > 0 else problems


class TypedDecoder:
    """Decodes bodies of one type: JSON here, another representation in a class that extends this.

    Args:
        type_: The documented type.

    Attributes:
        type: The type.
    """

    __slots__ = ("decode", "type")

    slowness: ClassVar[int] = 1
    """How many times as long as JSON a body takes."""

    def __init__(self, type_: Any) -> None:
        self.type = type_
        decoder = _decoder_of(type_)
        self.decode: typing.Callable[[bytes], Any] = decoder.decode
        """Decodes JSON that matches the document; otherwise raises ValueError or RecursionError.

        `decode_leniently` accepts such JSON, or reports what is wrong.
        """

    def decode_leniently(self, content: bytes) -> tuple[Any, Misfits]:
        """Decode JSON of any shape.

        Returns:
            The value, and the places at which it does not match the document. If the type is an
            object, an empty body or another kind of JSON becomes an object without fields.

        Raises:
            UndecodableError: The body is not JSON.
        """
        misfits = Misfits()
        if not content.strip():
            value = _fit({}, self.type, "$", "$", Misfits())
            misfits.append(Misfit("$", "$", "missing"))
            return (value if isinstance(value, Struct) else None), misfits
        try:
            plain = self.parsed(content, misfits)
            value = _fit(plain, self.type, "$", "$", misfits)
            _report_infinite(plain, misfits)
        except RecursionError:
            raise UndecodableError("it is nested too deeply") from None
        if is_struct(self.type) and not isinstance(value, Struct):
            # Callers read attributes; the actual body is in the raw response.
            value = _fit({}, self.type, "$", "$", Misfits())
        return value, misfits

    def content_of(self, response: httpx2.Response) -> bytes:
        """Return the body of a response, in an encoding that `decode` recognizes."""
        return response.content

    def parsed(self, content: bytes, misfits: Misfits) -> Any:  # JSON shows all
        """Parse a body of any shape to plain values.

        Args:
            content: The body.
            misfits: Collects what the plain values do not show.

        Raises:
            UndecodableError: The body is not of this representation.
        """
        return parse(content)

    def is_own(self, content: bytes) -> bool:  # JSON has no names of types
        """Return whether a body names itself as one of this type, whatever it contains."""
        return False

    def holds_secret(self) -> bool:
        """Return whether the JSON contains a value that must not be displayed."""
        return _holds_secret(self.type)


def decoder_for(type_: Any) -> TypedDecoder:
    """Return the decoder of a type; one of another representation than JSON is a decoder itself."""
    return type_ if isinstance(type_, TypedDecoder) else TypedDecoder(type_)


def _decoder_of(type_: Any) -> msgspec.json.Decoder[Any]:
    """Create a decoder, even if the caller's stack is almost full.

    msgspec reads types recursively, up to 200 levels deep in generated code (see
    `sdkwright.emit.deferral`); a new thread has room for 1,000.
    """
    try:
        return decoder_of(type_, decode_choice)
    except RecursionError:
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor(1) as pool:
            return pool.submit(decoder_of, type_, decode_choice).result()


def parse(content: bytes) -> Any:
    """Decode JSON to plain Python values.

    Accepts what servers send although the standard (RFC 8259) forbids it: NaN, infinities, numbers
    that exceed a float, halves of surrogate pairs, a byte order mark.

    Raises:
        UndecodableError: The body is not JSON.
    """
    try:
        return msgspec.json.decode(content)
    except (ValueError, RecursionError):
        pass
    try:
        return json.loads(content, parse_int=_integer)
    except RecursionError:
        raise UndecodableError("it is nested too deeply") from None
    except ValueError:
        raise UndecodableError("it is not JSON") from None


def _integer(digits: str) -> int | float:
    try:
        return int(digits)
    except ValueError:  # Python's limit is 4300 digits
        return float(digits)


def decode_choice(type_: Any, value: Any) -> Any:
    """Decode a type unknown to msgspec: a union of several objects or lists."""
    return choice_of(type_).convert(type_, value)


def convert(value: object, type_: Any) -> tuple[Any, Misfits]:
    """Convert plain Python values to a type, as leniently as a response is decoded."""
    misfits = Misfits()
    return _fit(value, type_, "$", "$", misfits), misfits


def _fit(value: Any, type_: Any, path: str, place: str, misfits: Misfits) -> Any:
    if misfits.stop_at(path, place):
        return value
    try:
        return msgspec.convert(value, learned(type_), dec_hook=misfits.hook)
    except msgspec.ValidationError as error:
        problem = _problem(str(error))
    if isinstance(value, float) and (whole := whole_number(value)) is not None:
        try:
            return msgspec.convert(whole, learned(type_), dec_hook=misfits.hook)
        except msgspec.ValidationError:
            pass
    type_ = _best_variant(value, type_)
    if is_choice(type_):
        return _fit_choice(value, type_, path, place, misfits)
    arguments = typing.get_args(type_)
    if is_object(value) and is_struct(type_):
        return _fit_struct(value, type_, path, place, misfits)
    if is_object(value) and typing.get_origin(type_) is dict:
        return _fit_map(value, arguments[1], path, place, misfits)
    if is_array(value) and typing.get_origin(type_) is list:
        return _fit_list(value, arguments[0], path, place, misfits)
    if is_array(value) and typing.get_origin(type_) is tuple:
        return _fit_tuple(value, arguments, path, place, misfits)
    misfits.append(Misfit(path, place, problem))
    return value


def _report_infinite(value: Any, misfits: Misfits) -> None:
    """Add the numbers that JSON cannot mean, or that were too large to be read.

    They are kept as infinities and NaN, which a type of numbers accepts.
    """
    known = {misfit.path for misfit in misfits}
    waiting: list[tuple[Any, str, str]] = [([value], "", "")]
    while waiting:
        item, path, place = waiting.pop()
        for key, inner in item.items() if is_object(item) else enumerate(item):
            is_whole = is_object(inner) or is_array(inner)
            if not is_whole and not (isinstance(inner, float) and not math.isfinite(inner)):
                continue  # most values: no text is created for them
            step = f".{display.key(str(key))}" if is_object(item) else f"[{key}]" if path else "$"
            at = f"{path}{step}"
            if misfits.stop_at(at, place):
                return
            where = f"{place}[]" if path and is_array(item) else f"{place}{step}"
            if is_whole:
                waiting.append((inner, at, where))
            elif at not in known:
                misfits.append(Misfit(at, where, _NOT_FINITE))


def _fit_list(value: list[Any], type_: Any, path: str, place: str, misfits: Misfits) -> list[Any]:
    fitted = list(value)
    for index, item in enumerate(value):
        if misfits.stop_at(f"{path}[{index}]", f"{place}[]"):
            break
        fitted[index] = _fit(item, type_, f"{path}[{index}]", f"{place}[]", misfits)
    return fitted


def _fit_tuple(
    value: list[Any], types_: tuple[Any, ...], path: str, place: str, misfits: Misfits
) -> tuple[Any, ...]:
    """Convert a list with a type for each place; what is too much stays as it is."""
    if len(value) != len(types_):
        problem = f"expected array of length {len(types_)}, got {len(value)}"
        misfits.append(Misfit(path, place, problem))
    fitted = list(value)
    for index, (item, type_) in enumerate(zip(value, types_, strict=False)):
        inside = f"[{index}]"
        fitted[index] = _fit(item, type_, f"{path}{inside}", f"{place}{inside}", misfits)
    return tuple(fitted)


def _fit_map(
    value: dict[str, Any], type_: Any, path: str, place: str, misfits: Misfits
) -> dict[str, Any]:
    fitted = dict(value)
    for key, item in value.items():
        inside = f"{path}.{display.key(key)}"
        if misfits.stop_at(inside, f"{place}.*"):
            break
        fitted[key] = _fit(item, type_, inside, f"{place}.*", misfits)
    return fitted


def _fit_choice(value: Any, type_: Any, path: str, place: str, misfits: Misfits) -> Any:
    choice = choice_of(type_)
    chosen = choice.choose(type_, value)
    if chosen is not None:
        return _fit(value, chosen.type, path, place, misfits)
    misfits.append(Misfit(path, place, choice.unfit(type_, value)))
    return value


def _fit_struct(
    value: dict[str, Any], type_: type[Struct], path: str, place: str, misfits: Misfits
) -> Any:
    fitted: dict[str, Any] = {}
    for field in fields_of(type_):
        key = field.encode_name
        if key == OTHERS:
            known = {item.encode_name for item in fields_of(type_)}
            others = {name: item for name, item in value.items() if name not in known}
            fitted[field.name] = _fit(others, field.type, path, place, misfits)
        elif key in value:
            fitted[field.name] = _fit(
                value[key], field.type, f"{path}.{key}", f"{place}.{key}", misfits
            )
        elif field.required:
            misfits.miss(path, place, key)
            fitted[field.name] = UNSET
    return make(type_, fitted)


def _best_variant(value: Any, type_: Any) -> Any:
    """Return the variant of a union that matches the value's shape; other types as they are."""
    if typing.get_origin(type_) is typing.Annotated:
        return _best_variant(value, typing.get_args(type_)[0])
    if typing.get_origin(type_) not in {typing.Union, types.UnionType}:
        return type_
    variants = [v for v in typing.get_args(type_) if v not in {type(None), UnsetType}]
    if any(is_choice(variant) for variant in variants):
        wanted = variants  # msgspec allows no other variant beside one
    elif is_object(value):
        wanted = [v for v in variants if is_struct(v) and _has_tag_of(value, v)]
        wanted += [v for v in variants if typing.get_origin(v) is dict]
    elif isinstance(value, list):
        wanted = [v for v in variants if typing.get_origin(v) in {list, tuple}]
    else:
        wanted = variants
    return _best_variant(value, wanted[0]) if wanted else type_


def _holds_secret(type_: Any) -> bool:
    seen: set[Any] = set()
    waiting = [type_]
    while waiting:  # a call for each type would exceed Python's limit in a long chain of models
        current = waiting.pop()
        if isinstance(current, SecretMark):
            return True
        if not is_struct(current) and not is_choice(current):
            waiting += typing.get_args(current)
        elif current not in seen:
            seen.add(current)
            waiting += _inside(current)
    return False


def _inside(type_: Any) -> typing.Iterable[Any]:
    """Return the types of a model's fields, or the variants of a union."""
    if is_choice(type_):
        return choice_of(type_).variants(type_)
    return [field.type for field in fields_of(type_)]


def _has_tag_of(value: dict[str, Any], type_: type[Struct]) -> bool:
    config = type_.__struct_config__
    return config.tag_field is None or value.get(config.tag_field) == config.tag


def _problem(message: str) -> str:
    """Return the problem in msgspec's message, without its place and without a value."""
    if message.startswith(("Invalid enum value", "Invalid value")):
        return "not one of the known values"
    problem = message.partition(" - at `")[0].replace("`", "")
    return problem[:1].lower() + problem[1:]
