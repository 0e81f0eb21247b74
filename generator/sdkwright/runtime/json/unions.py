"""Unions whose variants msgspec alone can't distinguish.

msgspec decodes a union whose variants are different kinds of JSON. If several are objects, lists or
text, it has to be told which one a value is; generated code writes such a union as
`OneOf[Cat, Dog]`, or as `Tagged[Cat | Dog, By("kind")]` if a property determines the variant. Type
checkers see these as `Union` and `Annotated`, so as plain unions.

A variant is chosen by the contents of the value, never because it is the first that accepts it: by
the discriminator, then by properties with constant values, then by the number of missing, invalid,
present and unknown properties. Ties are broken by the document's order.
"""

from __future__ import annotations

import functools
import sys
import types
import typing
from decimal import Decimal
from types import GenericAlias
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, Never, cast

import msgspec
from msgspec import Struct, UnsetType

from .constants import Only
from .shapes import is_array, is_object, whole_number
from .structs import Choice, Variant, choice_of, fields_of, is_choice
from .typed import learned

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import Annotated as Tagged
    from typing import Union as OneOf

__all__ = ["By", "OneOf", "Tagged", "Variant", "choose", "convert_variant", "unfit", "variants"]

_DEEPEST: Final = 3
"""Maximum depth to which a value is inspected to choose a variant."""

_NONE: Final[frozenset[Any]] = frozenset()

_MOST: Final = 16
"""Maximum number of elements of a list or a map that are inspected."""


class By:
    """The discriminator of a `Tagged` union.

    Args:
        name: The property, by its name in JSON.
        mapping: The variants by the values of the property, for values that are not in the
            `Literal` field of that variant alone.
        default: The variant of a value without the property, or with another value of it; None if
            its other properties decide.
    """

    __slots__ = ("default", "mapping", "name")

    def __init__(
        self, name: str, mapping: Mapping[str, Any] | None = None, *, default: Any = None
    ) -> None:
        self.name = name
        self.mapping = mapping or {}
        self.default = default

    def __repr__(self) -> str:
        return f"By({self.name!r})"


class Later(NamedTuple):
    """A type that contains itself: its text, and the module to resolve its names in."""

    text: str
    module: str

    def __repr__(self) -> str:
        return repr(self.text)

    def read(self, text: str | None = None) -> Any:
        """Resolve the type, or another text in the same module, like `typing` does."""
        written = types.SimpleNamespace(__annotations__={"it": text or self.text})
        names = vars(sys.modules[self.module])
        return typing.get_type_hints(written, names, include_extras=True)["it"]


def convert_variant(type_: Any, value: Any, hook: Callable[[Any, Any], Any] | None = None) -> Any:
    """Convert a value to its variant; msgspec's hook for types unknown to it.

    Args:
        type_: A `OneOf` or a `Tagged`.
        value: Plain values, as decoded from JSON.
        hook: The hook for nested values; None for this one.

    Raises:
        ValueError: The value matches no variant exactly.
    """
    choice = _choice(type_)
    chosen: Variant | None = None
    if choice.by_tag is not None and type(value) is dict:
        tag = cast("dict[str, Any]", value).get(choice.tag)
        if type(tag) is str:  # the common case
            chosen = choice.by_tag.get(tag)
    if chosen is None:
        chosen = choose(type_, value)
    if chosen is None:
        raise ValueError(unfit(type_, value))
    return msgspec.convert(value, learned(chosen.type), dec_hook=hook or convert_variant)


def choose(type_: Any, value: Any) -> Variant | None:
    """Choose the variant that a value is, or is most like; None if it is none of them.

    Args:
        type_: A `OneOf` or a `Tagged`.
        value: Plain values, as decoded from JSON.
    """
    choice = _choice(type_)
    if isinstance(value, Struct):  # already created by the caller
        return next((item for item in choice.variants if item.type is type(value)), None)
    candidates = choice.of_object if is_object(value) else choice.variants
    if is_object(value):
        candidates = choice.tagged(value, candidates)
        if len(candidates) == 1:
            return candidates[0]
        score: Any = _object_score
    elif is_array(value):
        candidates = [item for item in candidates if _kind(item.type) in {list, tuple, Any}]
        score = _score
    else:
        candidates = [item for item in candidates if not _problems(value, item.type, 1)]
        score = _score
    # `max` returns the first of equals, which is the first in the document.
    return max(candidates, key=lambda item: score(value, item.type), default=None)


def unfit(type_: Any, value: Any) -> str:
    """Return why no variant was chosen, without the value."""
    names = _choice(type_).names if is_object(value) else ()
    known = [name for name in names if name in value]
    return f"no variant has this {known[0]}" if known else "it matches none of the variants"


@functools.cache
def variants(type_: Any) -> tuple[Any, ...]:
    """Return the types of a `OneOf` or a `Tagged`, nested ones included."""
    return tuple(item.type for item in _choice(type_).variants)


class _Choice:
    """What is known of a union independently of values."""

    __slots__ = ("by_tag", "names", "of_object", "tag", "variants")

    def __init__(self, type_: Any) -> None:
        found = list(_flat(type_, {}, set()))
        self.variants = found
        self.of_object = [item for item in found if _kind(item.type) in {dict, Struct, Any}]
        self.names = dict.fromkeys(name for item in found for name in item.tags)
        for name in _telling(self.of_object):
            self.names[name] = None
            for item in self.of_object:
                if name not in item.tags and _kind(item.type) is Struct:
                    item.tags[name] = _literals(item.type)[name]
        self.tag = next(iter(self.names), "")
        self.by_tag = self._table() if len(self.names) == 1 else None

    def _table(self) -> dict[Any, Variant] | None:
        """Return the objects by their tag, if each has its own."""
        found = {value: item for item in self.of_object for value in item.tags.get(self.tag, ())}
        count = sum(len(item.tags.get(self.tag, ())) for item in self.of_object)
        return found if len(found) == count else None

    def tagged(self, value: dict[str, Any], candidates: list[Variant]) -> list[Variant]:
        """Return the variants whose tags the value has; without any, those without a tag there."""
        for name in self.names:
            tag = _exact(value.get(name))
            is_tag = isinstance(tag, (str, int))
            known: set[Any] = {tag, _spelled(tag)} if is_tag else set()
            matching = [item for item in candidates if known & item.tags.get(name, _NONE)]
            if not matching:
                defaults = [item for item in candidates if None in item.tags.get(name, _NONE)]
                if not defaults and not is_tag:
                    continue
                matching = [
                    item for item in candidates if item in defaults or name not in item.tags
                ]
            candidates = matching
        return candidates


def _spelled(tag: str | int) -> str:
    """Return a value as a key of a mapping, which is text (OpenAPI 3.1, section 4.8.25)."""
    return tag if isinstance(tag, str) else str(tag).lower()


@functools.cache
def _choice(type_: Any) -> _Choice:
    choice_of(type_)  # raises if it is none
    return _Choice(type_)


def _flat(type_: Any, tags: dict[str, frozenset[Any]], seen: set[Any]) -> Iterator[Variant]:
    """Return the variants of a union and of nested unions; `tags` apply to all of them."""
    if isinstance(type_, Later):
        type_ = type_.read()
    arguments = typing.get_args(type_)
    if is_choice(type_):
        if type_ in seen:
            return
        seen.add(type_)
        if typing.get_origin(type_) is Tagged:
            yield from _tagged(arguments[0], arguments[1], tags, seen)
            return
    elif typing.get_origin(type_) not in {typing.Union, types.UnionType}:
        yield Variant(type_, dict(tags))
        return
    for item in arguments:
        if item is not UnsetType and item is not Never:
            yield from _flat(item, tags, seen)


def _tagged(
    inner: Any, by: By, tags: dict[str, frozenset[Any]], seen: set[Any]
) -> Iterator[Variant]:
    mapping, default = {**by.mapping}, by.default
    if isinstance(inner, Later):
        later, inner = inner, inner.read()
        mapping = {
            value: later.read(item) if isinstance(item, str) else item
            for value, item in mapping.items()
        }
        default = later.read(default) if isinstance(default, str) else default
    inherited = _literals(default).get(by.name, _NONE) if default is not None else _NONE
    is_union = typing.get_origin(inner) in {typing.Union, types.UnionType}
    for item in typing.get_args(inner) if is_union else (inner,):
        values = frozenset(value for value, mapped in mapping.items() if mapped == item)
        if _kind(item) is Struct:
            literals = _literals(item).get(by.name, _NONE)
            others = inherited if item in mapping.values() else _NONE
            values |= {v for v in literals - others if mapping.get(_spelled(v), item) == item}
        if default is not None and item == default:
            values |= tags.get(by.name, frozenset({None}))
        is_told = values or default is not None
        yield from _flat(item, {**tags, by.name: values} if is_told else tags, seen)


def _telling(found: list[Variant]) -> Iterator[str]:
    """Return the properties whose constant values differ between the objects."""
    structs = [item.type for item in found if _kind(item.type) is Struct]
    if len(structs) < 2 or len(structs) < len(found):
        return
    literals = [_literals(item) for item in structs]
    for name in literals[0]:
        values = [value for each in literals for value in each.get(name, ())]
        if all(name in each for each in literals) and len(set(values)) == len(values):
            yield name


@functools.cache
def _literals(struct: type[Struct]) -> dict[str, frozenset[Any]]:
    """Return the properties of an object that have constant values, and these values."""
    return {
        field.encode_name: frozenset(values)
        for field in fields_of(struct)
        if (values := _constants(field.type))
    }


def _constants(type_: Any) -> tuple[Any, ...]:
    values: tuple[Any, ...] = ()
    is_union = typing.get_origin(type_) in {typing.Union, types.UnionType}
    for item in typing.get_args(type_) if is_union else (type_,):
        if item is UnsetType:
            continue
        if typing.get_origin(item) is Literal:
            values += typing.get_args(item)
        elif (only := _only(item)) is not None:
            values += (only.value,)
        else:
            return ()
    return values


def _only(type_: Any) -> Only | None:
    """Return the mark of a boolean with a constant value."""
    found = (mark for mark in typing.get_args(type_)[1:] if isinstance(mark, Only))
    return next(found, None) if typing.get_origin(type_) is typing.Annotated else None


def _kind(type_: Any) -> Any:
    """Return the kind of JSON of a type: list, dict, Struct, or the type itself."""
    if typing.get_origin(type_) is typing.Annotated:
        type_ = typing.get_args(type_)[0]
    if isinstance(type_, type) and issubclass(type_, Struct):
        return Struct
    return typing.get_origin(type_) or cast("Any", type_)


# How well a value fits, as tuples; greater is better


def _object_score(value: dict[str, Any], type_: Any) -> tuple[int, ...]:
    if _kind(type_) is not Struct:
        # A map accepts all properties and defines none; `Any` is the last resort.
        rank = 0 if _kind(type_) is dict else -1
        return (0, 0, -_problems(value, type_, _DEEPEST), rank, 0, 0)
    literals = _literals(type_)
    contradicted = confirmed = wrong = required = optional = known = 0
    for field in fields_of(type_):
        name = field.encode_name
        if name not in value:
            wrong += field.required
            continue
        known += 1
        if name in literals:
            is_one = _is_one_of(value[name], literals[name])
            confirmed += is_one
            contradicted += not is_one
        elif _problems(value[name], field.type, _DEEPEST - 1):
            wrong += 1
        elif field.required:
            required += 1
        else:
            optional += 1
    # A model that forbids unknown fields has its own place for them.
    unknown = 0 if type_.__struct_config__.forbid_unknown_fields else len(value) - known
    return (-contradicted, confirmed, -wrong, required, -unknown, optional)


def _score(value: Any, type_: Any) -> tuple[int, ...]:
    """Rank how well a value fits: constants, then formatted text, text, integers, other numbers."""
    kind = _kind(type_)
    rank = {Literal: 4, str: 2, float: 2, Any: 0}.get(kind, 3)
    if kind is int and isinstance(value, float):
        rank = 1  # 1.0 is an integer, but where a float is allowed, it stays one
    return (-_problems(value, type_, _DEEPEST), rank)


def _problems(value: Any, type_: Any, depth: int) -> int:
    """Count the mismatches of a value and a type; beyond the depth, only kinds of JSON count."""
    if type_ in _PLAIN:
        return _problems_of_scalar(value, type_)
    kind = _kind(type_)
    if is_choice(type_) or kind in {typing.Union, types.UnionType}:
        types_ = variants(type_) if is_choice(type_) else typing.get_args(type_)
        return min(_problems(value, item, depth) for item in types_)
    if kind is Struct:
        if isinstance(value, Struct):
            return int(type(value) is not type_)
        return _problems_of_object(value, type_, depth) if is_object(value) else 1
    if kind is dict:
        if not is_object(value):
            return 1
        item = typing.get_args(type_)[1]
        return _sum([*value.values()], item, depth)
    if kind in {list, tuple}:
        return _problems_of_array(value, type_, depth) if is_array(value) else 1
    if kind is Any or kind is UnsetType:
        return int(kind is UnsetType)
    if kind is Literal:
        return int(not _is_one_of(value, typing.get_args(type_)))
    return _problems_of_scalar(value, type_)


def _problems_of_object(value: dict[str, Any], type_: type[Struct], depth: int) -> int:
    if depth <= 0:
        return 0
    return sum(
        (
            min(_problems(value[field.encode_name], field.type, depth - 1), 1)
            if field.encode_name in value
            else field.required
        )
        for field in fields_of(type_)
    )


def _sum(values: list[Any], type_: Any, depth: int) -> int:
    if depth <= 0:
        return 0
    return sum(min(_problems(item, type_, depth - 1), 1) for item in values[:_MOST])


def _problems_of_array(value: list[Any], type_: Any, depth: int) -> int:
    types_ = typing.get_args(type_)
    if _kind(type_) is list:
        return _sum(value, types_[0], depth)
    if depth <= 0:
        return 0
    pairs = zip(value, types_, strict=False)
    wrong = sum(min(_problems(item, type_, depth - 1), 1) for item, type_ in pairs)
    return wrong + abs(len(value) - len(types_))


_PLAIN: Final[dict[Any, tuple[type, ...]]] = {
    str: (str,),
    bool: (bool,),
    int: (int,),
    float: (int, float),
    type(None): (type(None),),
}
"""The types that JSON has itself, and the Python types of their values."""


def _problems_of_scalar(value: Any, type_: Any) -> int:
    kind = _kind(type_)
    if kind is int and isinstance(value, float):
        return int(whole_number(value) is None)
    if kind in _PLAIN:
        only = _only(type_)
        return int(type(value) not in _PLAIN[kind] or not (only is None or value is only.value))
    if kind is Decimal and type(value) not in ((int, float) if type_ is Decimal else (str,)):
        return 1  # msgspec would accept text as a number, and vice versa
    try:
        msgspec.convert(value, learned(kind))
    except msgspec.ValidationError:
        return 1
    return 0


def _exact(value: Any) -> Any:
    """Return a float that is an integer as one; other values as they are."""
    whole = whole_number(value) if isinstance(value, float) else None
    return value if whole is None else whole


def _is_one_of(value: Any, constants: Any) -> bool:
    value = _exact(value)
    return isinstance(value, (str, int)) and any(
        type(known) is type(value) and known == value for known in constants
    )


if not TYPE_CHECKING:

    class _Anything(type):
        """Accepts any result of the hook, a variant or the original value, which msgspec checks."""

        def __instancecheck__(cls, value: object) -> bool:
            return True

    class OneOf(Choice, metaclass=_Anything):
        """`OneOf[A, B]`: an A or a B. `OneOf["A | list[B]"]` is resolved on first use."""

        __slots__ = ()

        def __class_getitem__(cls, arguments: object) -> GenericAlias:
            names = sys._getframe(1).f_globals  # as typing does it
            module = names.get("__name__", "")
            given = arguments if isinstance(arguments, tuple) else (arguments,)
            return GenericAlias(
                cls, tuple(Later(item, module) if isinstance(item, str) else item for item in given)
            )

        convert = staticmethod(convert_variant)
        choose = staticmethod(choose)
        unfit = staticmethod(unfit)
        variants = staticmethod(variants)

        @classmethod
        def __get_pydantic_core_schema__(cls, source: object, handler: object) -> Any:
            """Let pydantic models have fields of this type."""
            from .pydantic import core_schema_of_choice

            return core_schema_of_choice(source)

    class Tagged(OneOf):
        """`Tagged[A | B, By("kind")]`: an A or a B, depending on the property `kind`."""

        __slots__ = ()

        __class_getitem__ = OneOf.__dict__["__class_getitem__"]
