"""How pydantic sees a model. Imported by pydantic's request only, so this needs no dependency."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from .shapes import is_array, is_object

if TYPE_CHECKING:
    from .models import Model

_REFERENCE = "#/$defs/"


def core_schema_of(model: type[Model]) -> Any:
    """Make the schema that pydantic validates and serializes by."""
    from pydantic_core import core_schema

    def dump(value: Model, info: Any) -> dict[str, Any]:
        return value.model_dump(mode="json" if info.mode == "json" else "python")

    return core_schema.no_info_plain_validator_function(
        model.model_validate,
        serialization=core_schema.plain_serializer_function_ser_schema(dump, info_arg=True),
    )


def json_schema_of(model: type[Model]) -> dict[str, Any]:
    """Make the JSON Schema, models within written out where they stand."""
    schema = msgspec.json.schema(model)
    written: dict[str, Any] = _written_out(schema, schema.get("$defs", {}), ())
    return written


def _written_out(schema: Any, definitions: dict[str, Any], within: tuple[str, ...]) -> Any:
    if is_array(schema):
        return [_written_out(item, definitions, within) for item in schema]
    if not is_object(schema):
        return schema
    name = str(schema.get("$ref", "")).removeprefix(_REFERENCE)
    if not name:
        return {
            key: _written_out(value, definitions, within)
            for key, value in schema.items()
            if key != "$defs"
        }
    if name in within:  # it contains itself: once is enough
        return {"type": "object", "title": name}
    return _written_out(definitions[name], definitions, (*within, name))
