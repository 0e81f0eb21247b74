"""The base class of all models."""

from __future__ import annotations

import copy
import functools
import typing
from types import NoneType
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeVar

import msgspec
from msgspec import UNSET, Struct, UnsetType

from ..masking import MASK, SecretMark
from .decoding import convert, decode_choice, parse
from .dumping import OPEN_MODELS, to_plain, without_none
from .plain import encode
from .shapes import OTHERS
from .structs import fields_of, make
from .typed import learned

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Self


class Tag(NamedTuple):
    """See `tag`."""

    default: str
    name: str | None
    required: bool


def tag(*, default: str, name: str | None = None, required: bool = False) -> Any:
    """Return a field with the value by which unions recognize the model.

    A new object has the value unless it is created with another one. Objects of a response have it
    only if the server sent it.

    Args:
        default: The value.
        name: The name in the API, if it is not the attribute's.
        required: Whether the document requires the property.
    """
    return Tag(default, name, required)


class ModelMeta(msgspec.StructMeta):
    """Creates models from arguments: dicts become models, and None `UNSET` if null is invalid.

    Decoding a response does not use this.
    """

    def __new__(
        mcls, name: str, bases: tuple[type, ...], namespace: dict[str, Any], **config: Any
    ) -> type:
        config.setdefault("kw_only", True)  # msgspec does not inherit it
        tags = {key: item for key, item in namespace.items() if isinstance(item, Tag)}
        for key, item in tags.items():
            absent = {} if item.required else {"default": UNSET}
            namespace[key] = msgspec.field(name=item.name, **absent)
        if tags:
            inherited = {key: item for base in bases for key, item in _tags_of(base).items()}
            namespace["__tags__"] = inherited | {key: tags[key].default for key in tags}
        return super().__new__(mcls, name, bases, namespace, **config)

    if not TYPE_CHECKING:  # type checkers see the signature of the Struct

        def __call__(cls, *args: object, **values: object) -> object:
            if tags := _tags_of(cls):
                values = {**tags, **values}
            _convert_arguments(cls, values)
            return super().__call__(*args, **values)


@typing.dataclass_transform(kw_only_default=True, field_specifiers=(msgspec.field, tag))
class Model(Struct, metaclass=ModelMeta):
    """An object of the API.

    An absent field is `UNSET`, and a null field is `None`. Two models are equal if their fields
    are. Fields that hold a model also accept a dict with its fields.
    """

    def model_dump(
        self,
        *,
        mode: Literal["python", "json"] = "python",
        by_alias: bool = True,
        exclude_none: bool = False,
    ) -> dict[str, Any]:
        """Convert the model to a dict; absent fields are omitted.

        Args:
            mode: `"python"` keeps dates and similar types; `"json"` returns JSON types only.
            by_alias: Whether keys are the names in the API (True) or the attribute names (False).
            exclude_none: Whether to omit null fields and entries as well, at any depth.

        Returns:
            A new dict, in which nested models are dicts as well.
        """
        dumped: dict[str, Any] = to_plain(self, json=mode == "json", by_alias=by_alias)
        return without_none(dumped) if exclude_none else dumped

    def model_dump_json(self, *, indent: int | None = None, exclude_none: bool = False) -> str:
        """Convert the model to JSON; absent fields are omitted.

        Args:
            indent: Number of spaces per level; None for a single line.
            exclude_none: Whether to omit null fields and entries as well, at any depth.

        Returns:
            The JSON text.

        Raises:
            ValueError: A value can't be represented in JSON, such as NaN.
        """
        encoded = encode(without_none(to_plain(self, json=False)) if exclude_none else self)
        if indent is not None:
            encoded = msgspec.json.format(encoded, indent=indent)
        return encoded.decode()

    @classmethod
    def model_validate(cls, obj: object) -> Self:
        """Create a model from a dict, or validate one.

        Args:
            obj: A dict with the names in the API, or a model of this class.

        Returns:
            The model.

        Raises:
            ValueError: The dict does not match the document; the message contains the place.
        """
        try:
            return msgspec.convert(obj, learned(cls), dec_hook=decode_choice)
        except msgspec.ValidationError as error:
            return _validated(obj, cls, error)

    @classmethod
    def model_validate_json(cls, json_data: str | bytes) -> Self:
        """Create a model from JSON.

        Args:
            json_data: The JSON text.

        Returns:
            The model.

        Raises:
            ValueError: The JSON does not match the document; the message contains the place.
        """
        try:
            return msgspec.json.decode(json_data, type=cls, dec_hook=decode_choice)
        except msgspec.ValidationError as error:
            text = json_data.encode() if isinstance(json_data, str) else json_data
            return _validated(parse(text), cls, error)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Copy the model.

        Args:
            update: New values by attribute name. None and dicts are treated as when a model is
                created; other values are not checked.
            deep: Whether to copy nested models, lists and dicts as well.

        Returns:
            The copy.

        Raises:
            TypeError: There is no such field.
        """
        values = {**(update or {})}
        _refuse_unknown(type(self), values)
        _convert_arguments(type(self), values)
        made = copy.deepcopy(self) if deep else copy.copy(self)
        for name, value in values.items():
            setattr(made, name, value)
        return made

    @classmethod
    def model_construct(cls, **values: Any) -> Self:
        """Create a model without its required fields, for example in tests.

        Args:
            **values: Values by attribute name, which are kept as they are.

        Returns:
            The model; fields without a value are absent (`UNSET`).

        Raises:
            TypeError: There is no such field.
        """
        _refuse_unknown(cls, values)
        absent = {name: UNSET for name in cls.__struct_fields__ if name != "additional_properties"}
        return _rebuild(cls, {**absent, **values})

    @property
    def model_fields_set(self) -> set[str]:
        """The names of the attributes that are not absent."""
        return {name for name, _ in _present(self)}

    def __repr__(self) -> str:
        secrets = _secret_fields(type(self))
        fields = ", ".join(
            f"{name}={MASK if name in secrets else repr(value)}" for name, value in _present(self)
        )
        return f"{type(self).__name__}({fields})"

    def __rich_repr__(self) -> list[tuple[str, object]]:
        secrets = _secret_fields(type(self))
        return [(name, MASK if name in secrets else value) for name, value in _present(self)]

    def __deepcopy__(self, memo: dict[int, object]) -> Self:
        return _rebuild(type(self), copy.deepcopy(dict(_fields(self)), memo))

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        values = dict(_fields(self))
        values.update(dict.fromkeys(_secret_fields(type(self)), UNSET))
        return _rebuild, (type(self), values)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: object) -> Any:
        """Let pydantic models have fields of this type."""
        from .pydantic import core_schema_of

        return core_schema_of(cls)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: object, handler: object) -> dict[str, Any]:
        """Describe the model in the JSON Schema of pydantic and FastAPI."""
        from .pydantic import json_schema_of

        return json_schema_of(cls)


def _convert_arguments(cls: type[Struct], values: dict[str, Any]) -> None:
    """Make models of dicts, and `UNSET` of None where null is invalid."""
    absent, nested = _argument_rules(cls)
    for name, value in values.items():
        if value is None and name in absent:
            values[name] = UNSET
        elif name in nested and type(value) in {dict, list, tuple}:
            values[name], _ = convert(value, nested[name])


def _refuse_unknown(cls: type[Struct], values: Mapping[str, Any]) -> None:
    if unknown := values.keys() - {*cls.__struct_fields__}:
        raise TypeError(f"{cls.__name__} has no field {min(unknown)!r}.")


def _tags_of(cls: type) -> dict[str, str]:
    """Return the values that new objects of a model get, by field."""
    return getattr(cls, "__tags__", {})


class _OpenModelMeta(ModelMeta):
    def __new__(
        mcls, name: str, bases: tuple[type, ...], namespace: dict[str, Any], **config: Any
    ) -> type:
        if "additional_properties" in namespace:
            # msgspec omits empty values created by `dict`, but not those by `dict[str, int]`.
            namespace["additional_properties"] = msgspec.field(default_factory=dict)
        if any(isinstance(base, _OpenModelMeta) for base in bases):
            OPEN_MODELS.add(name)
        return super().__new__(mcls, name, bases, namespace, **config)


class OpenModel(
    Model,
    metaclass=_OpenModelMeta,
    rename={"additional_properties": OTHERS},
    forbid_unknown_fields=True,
    omit_defaults=True,
):
    """An object that may have properties besides its fields, in `additional_properties`.

    msgspec rejects them, so JSON with such properties is decoded place by place, which collects
    them. In JSON and in dicts they stand beside the fields.
    """


M = TypeVar("M", bound=Model)


def _validated(value: object, cls: type[M], error: msgspec.ValidationError) -> M:
    """Validate again what msgspec rejected: it may be valid, or the message may lack its place."""
    made, misfits = convert(value, cls)
    if not misfits and isinstance(made, cls):
        return made
    named = " - at `" not in str(error) or any(f"`{m.path}`" in str(error) for m in misfits)
    if not misfits or named:
        raise error
    raise msgspec.ValidationError(f"{misfits[0].problem} - at `{misfits[0].path}`") from None


def _rebuild(cls: type[M], values: dict[str, Any]) -> M:
    made: M = make(cls, values)
    return made


def _fields(model: Model) -> list[tuple[str, Any]]:
    return [(name, getattr(model, name)) for name in model.__struct_fields__]


def _present(model: Model) -> list[tuple[str, Any]]:
    return [(name, value) for name, value in _fields(model) if value is not UNSET]


@functools.cache
def _secret_fields(cls: type[Model]) -> frozenset[str]:
    return frozenset(field.name for field in fields_of(cls) if _mentions(field.type, SecretMark))


@functools.cache
def _argument_rules(cls: type[Struct]) -> tuple[frozenset[str], dict[str, Any]]:
    """Return the fields that can be omitted but not null, and the types of those with models."""
    absent: set[str] = set()
    nested: dict[str, Any] = {}
    for field in fields_of(cls):
        variants = typing.get_args(field.type)
        if UnsetType in variants and NoneType not in variants and Any not in variants:
            absent.add(field.name)
        if _mentions(field.type, Struct):
            nested[field.name] = field.type
    return frozenset(absent), nested


def _mentions(type_: Any, wanted: type) -> bool:
    if isinstance(type_, wanted) or (isinstance(type_, type) and issubclass(type_, wanted)):
        return True
    return any(_mentions(argument, wanted) for argument in typing.get_args(type_))
