"""Support for models in pydantic. Imported only at pydantic's request, so it is no dependency."""

from __future__ import annotations

import types
import typing
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct, UnsetType

from .decoding import decode_choice
from .dumping import to_plain
from .shapes import OTHERS
from .structs import choice_of, fields_of, is_choice, is_struct
from .typed import learned

if TYPE_CHECKING:
    from .models import Model


def core_schema_of(model: type[Model]) -> Any:
    """Return the schema that pydantic validates and serializes a model with."""
    from pydantic_core import core_schema

    def dump(value: Model, info: Any) -> dict[str, Any]:
        return value.model_dump(mode="json" if info.mode == "json" else "python")

    return core_schema.no_info_plain_validator_function(
        model.model_validate,
        serialization=core_schema.plain_serializer_function_ser_schema(dump, info_arg=True),
    )


def core_schema_of_choice(choice: Any) -> Any:
    """Return the schema that pydantic validates and serializes a union with."""
    from pydantic_core import core_schema

    def validate(value: object) -> object:
        return msgspec.convert(value, learned(choice), dec_hook=decode_choice)

    def dump(value: Any, info: Any) -> Any:
        return to_plain(value, json=info.mode == "json")

    def describe(_schema: object, _handler: object) -> dict[str, Any]:
        return json_schema_of(choice)

    return core_schema.no_info_plain_validator_function(
        validate,
        serialization=core_schema.plain_serializer_function_ser_schema(dump, info_arg=True),
        metadata={"pydantic_js_functions": [describe]},
    )


def json_schema_of(type_: Any) -> dict[str, Any]:
    """Return the JSON Schema of a type, with nested models inlined."""
    return _described(type_, ())


def _described(type_: Any, within: tuple[Any, ...]) -> dict[str, Any]:
    origin, arguments = typing.get_origin(type_), typing.get_args(type_)
    if {int, float} <= {*arguments}:  # a number, which is an int if it was sent as one
        arguments = tuple(part for part in arguments if part is not int)
    if type_ in within:  # recursive: once is enough
        name = getattr(type_, "__name__", "") if is_struct(type_) else ""
        return {"type": "object", "title": name} if name else {}
    if is_choice(type_) or origin in {typing.Union, types.UnionType}:
        parts = choice_of(type_).variants(type_) if is_choice(type_) else arguments
        inside = (*within, type_) if is_choice(type_) else within
        some = [_described(part, inside) for part in parts if part is not UnsetType]
        return some[0] if len(some) == 1 else {"anyOf": some}
    if type_ is Decimal:
        return {"type": "number"}
    if origin is typing.Annotated:
        is_text = arguments[0] is Decimal
        made: dict[str, Any] = {"type": "string", "format": "decimal"}
        return made if is_text else _described(arguments[0], within)
    if origin is list:
        return {"type": "array", "items": _described(arguments[0], within)}
    if origin is tuple:
        places = [_described(part, within) for part in arguments]
        length = {"minItems": len(places), "maxItems": len(places)}
        return {"type": "array", "prefixItems": places, **length}
    if origin is dict:
        return {"type": "object", "additionalProperties": _described(arguments[1], within)}
    if is_struct(type_):
        return _described_object(type_, (*within, type_))
    return msgspec.json.schema(type_)


def _described_object(model: type[Struct], within: tuple[Any, ...]) -> dict[str, Any]:
    made: dict[str, Any] = {"title": model.__name__, "type": "object"}
    if model.__doc__:
        made["description"] = model.__doc__
    fields = {field.encode_name: field for field in fields_of(model)}
    others = fields.pop(OTHERS, None)
    made["properties"] = {name: _described(field.type, within) for name, field in fields.items()}
    made["required"] = [name for name, field in fields.items() if field.required]
    if others is not None:
        made |= _described(others.type, within)
    return made
