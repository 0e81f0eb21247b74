"""From JSON to typed values, without losing a response because the API has moved on.

A body is decoded by msgspec first. Only where that fails is it walked place by place: what fits is
typed, what is missing becomes `UNSET`, what does not fit stays as it came.
"""

from __future__ import annotations

import functools
import json
import types
import typing
from typing import Any, Final, NamedTuple

import msgspec
from msgspec import UNSET, Struct, UnsetType

from .masking import SecretMark
from .shapes import OTHERS, is_array, is_object

__all__ = [
    "Misfit",
    "Misfits",
    "TypedDecoder",
    "UndecodableError",
    "convert",
    "listed",
    "make",
    "parse",
]

LONGEST_EXACT_INTEGER: Final = 2**53
"""Beyond this, a float no longer stands for one integer."""
MOST_PROBLEMS: Final = 10
"""How many problems one message lists."""


class UndecodableError(ValueError):
    """A body is not JSON at all, or is nested too deep to be read."""


class Misfit(NamedTuple):
    """A place where a value is not what the document says.

    Attributes:
        path: The place, such as `$.data[3].name`.
        place: The same for all elements of a list, and all keys of a map: `$.data[].name`.
        problem: What is wrong there; no value is in it.
    """

    path: str
    place: str
    problem: str


class Misfits(list[Misfit]):
    """The misfits of a body: of each place the first ones, since a body can have millions.

    Attributes:
        total: How many there are.
    """

    def __init__(self) -> None:
        super().__init__()
        self.total = 0
        self._counts: dict[object, int] = {}
        self._refused: dict[tuple[int, Any], Any] = {}

    def hook(self, type_: Any, value: Any) -> Any:
        """Convert a union, unless it was found not to be one: a value that is nested a thousand
        deep is tried from each of its levels, and each of them would go down to the last."""
        key = id(value), type_
        if key in self._refused:
            raise ValueError("it was tried before")
        try:
            return _choice_decoder()(type_, value, self.hook)
        except (ValueError, msgspec.MsgspecError):
            self._refused[key] = value  # kept, so that no other gets its id
            raise

    def append(self, misfit: Misfit) -> None:
        """Take one more."""
        if self._counts_in(misfit.place):
            super().append(misfit)

    def miss(self, path: str, place: str, key: str) -> None:
        """Take a property that is missing: nothing is written of one that is not kept."""
        if self._counts_in((place, key)):
            super().append(Misfit(f"{path}.{key}", f"{place}.{key}", "missing"))

    def _counts_in(self, place: object) -> bool:
        self.total += 1
        count = self._counts.get(place, 0)
        self._counts[place] = count + 1
        return count < MOST_PROBLEMS


def listed(misfits: Misfits) -> str:
    """Write misfits for a message, the first of them alone where there are many."""
    problems = "; ".join(f"{misfit.path}: {misfit.problem}" for misfit in misfits[:MOST_PROBLEMS])
    more = misfits.total - MOST_PROBLEMS
    return f"{problems}; and {more} more" if more > 0 else problems


class TypedDecoder:
    """Decodes JSON of one type.

    Args:
        type_: What the document says the JSON is.
    """

    __slots__ = ("_type", "decode")

    def __init__(self, type_: Any) -> None:
        self._type = type_
        self.decode: typing.Callable[[bytes], Any] = msgspec.json.Decoder(
            type_, dec_hook=decode_choice
        ).decode
        """Decodes JSON that is as the document says; anything else is a ValueError, or a
        RecursionError. `decode_leniently` takes it, or says what is wrong."""

    def decode_leniently(self, content: bytes) -> tuple[Any, Misfits]:
        """Decode JSON of any shape.

        Returns:
            The value, and the places where it is not what the document says. Where the type is an
            object, no content at all, and anything but an object, is one without its fields.

        Raises:
            UndecodableError: If it is not JSON.
        """
        misfits = Misfits()
        if not content.strip():
            value = _fit({}, self._type, "$", "$", Misfits())
            misfits.append(Misfit("$", "$", "missing"))
            return (value if isinstance(value, Struct) else None), misfits
        try:
            value = _fit(parse(content), self._type, "$", "$", misfits)
        except RecursionError:
            raise UndecodableError("it is nested too deep") from None
        if is_struct(self._type) and not isinstance(value, Struct):
            # Callers read attributes; what came instead is in the raw response.
            value = _fit({}, self._type, "$", "$", Misfits())
        return value, misfits

    def holds_secret(self) -> bool:
        """Say whether the JSON has a value that must not be shown."""
        return _holds_secret(self._type, set())


def parse(content: bytes) -> Any:
    """Decode JSON to plain Python values.

    Takes what servers send though the standard (RFC 8259) does not allow it: NaN, infinities,
    numbers too big for a float, halves of surrogate pairs, a byte order mark.

    Raises:
        UndecodableError: If it is not JSON.
    """
    try:
        return msgspec.json.decode(content)
    except (ValueError, RecursionError):
        pass
    try:
        return json.loads(content, parse_int=_integer)
    except RecursionError:
        raise UndecodableError("it is nested too deep") from None
    except ValueError:
        raise UndecodableError("it is not JSON") from None


def _integer(digits: str) -> int | float:
    try:
        return int(digits)
    except ValueError:  # Python reads no more than 4300 digits
        return float(digits)


def decode_choice(type_: Any, value: Any) -> Any:
    """Decode a type that msgspec doesn't know, which is a union of several objects or lists."""
    return _choice_decoder()(type_, value)


@functools.cache
def _choice_decoder() -> typing.Callable[..., Any]:
    from .unions import convert_variant

    return convert_variant


def convert(value: object, type_: Any) -> tuple[Any, Misfits]:
    """Turn plain Python values into a type, as leniently as a response is decoded."""
    misfits = Misfits()
    return _fit(value, type_, "$", "$", misfits), misfits


def make(type_: type[Struct], values: dict[str, Any]) -> Any:
    """Make a model of these values as they are; its own constructor would convert some."""
    return msgspec.StructMeta.__call__(type_, **values)


def _fit(value: Any, type_: Any, path: str, place: str, misfits: Misfits) -> Any:
    try:
        return msgspec.convert(value, type_, dec_hook=misfits.hook)
    except msgspec.ValidationError as error:
        problem = _problem(str(error))
    type_ = _best_variant(value, type_)
    if is_choice(type_):
        return _fit_choice(value, type_, path, place, misfits)
    arguments = typing.get_args(type_)
    if is_object(value) and is_struct(type_):
        return _fit_struct(value, type_, path, place, misfits)
    if is_object(value) and typing.get_origin(type_) is dict:
        return {
            key: _fit(item, arguments[1], f"{path}.{key}", f"{place}.*", misfits)
            for key, item in value.items()
        }
    if is_array(value) and typing.get_origin(type_) is list:
        return [
            _fit(item, arguments[0], f"{path}[{index}]", f"{place}[]", misfits)
            for index, item in enumerate(value)
        ]
    if type_ is int and isinstance(value, float) and _is_integer(value):
        return int(value)  # JSON has one kind of number: 1.0 is an integer (JSON Schema, 6.1.1)
    misfits.append(Misfit(path, place, problem))
    return value


def _fit_choice(value: Any, type_: Any, path: str, place: str, misfits: Misfits) -> Any:
    from .unions import choose, unfit

    chosen = choose(type_, value)
    if chosen is not None:
        return _fit(value, chosen.type, path, place, misfits)
    misfits.append(Misfit(path, place, unfit(type_, value)))
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


@functools.cache
def fields_of(type_: type[Struct]) -> tuple[msgspec.structs.FieldInfo, ...]:
    """List the fields of a model; finding out their types takes long, so it is done once."""
    return msgspec.structs.fields(type_)


def _best_variant(value: Any, type_: Any) -> Any:
    """Of a union, take the variant that has the value's shape; of anything else, itself."""
    if typing.get_origin(type_) is typing.Annotated:
        return _best_variant(value, typing.get_args(type_)[0])
    if typing.get_origin(type_) not in {typing.Union, types.UnionType}:
        return type_
    variants = [v for v in typing.get_args(type_) if v not in {type(None), UnsetType}]
    if any(is_choice(variant) for variant in variants):
        wanted = variants  # msgspec allows nothing else beside one
    elif is_object(value):
        wanted = [v for v in variants if is_struct(v) and _has_tag_of(value, v)]
        wanted += [v for v in variants if typing.get_origin(v) is dict]
    elif isinstance(value, list):
        wanted = [v for v in variants if typing.get_origin(v) is list]
    else:
        wanted = variants
    return _best_variant(value, wanted[0]) if wanted else type_


def _holds_secret(type_: Any, seen: set[type]) -> bool:
    if isinstance(type_, SecretMark):
        return True
    if not is_struct(type_) and not is_choice(type_):
        return any(_holds_secret(argument, seen) for argument in typing.get_args(type_))
    if type_ in seen:
        return False
    seen.add(type_)
    if is_choice(type_):
        from .unions import variants

        return any(_holds_secret(variant, seen) for variant in variants(type_))
    return any(_holds_secret(field.type, seen) for field in fields_of(type_))


def is_struct(type_: Any) -> bool:
    """Say whether a type is a model."""
    return isinstance(type_, type) and issubclass(type_, Struct)


def is_choice(type_: Any) -> bool:
    """Say whether a type is a `OneOf` or a `Tagged`."""
    # Nothing else has an origin that is neither of the standard library nor of msgspec; the module
    # is not imported before one is seen.
    origin = typing.get_origin(type_)
    return isinstance(origin, type) and origin.__module__ == f"{__package__}.unions"


def _has_tag_of(value: dict[str, Any], type_: type[Struct]) -> bool:
    config = type_.__struct_config__
    return config.tag_field is None or value.get(config.tag_field) == config.tag


def _problem(message: str) -> str:
    """Take what is wrong from msgspec's message, without the place and without a value."""
    if message.startswith(("Invalid enum value", "Invalid value")):
        return "not one of the known values"
    problem = message.partition(" - at `")[0].replace("`", "")
    return problem[:1].lower() + problem[1:]


def _is_integer(value: float) -> bool:
    return value.is_integer() and abs(value) <= LONGEST_EXACT_INTEGER
