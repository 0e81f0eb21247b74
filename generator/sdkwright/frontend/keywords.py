"""The shape of a value as its schema describes it, in OpenAPI 3.0 and 3.1 alike.

Reads the engine's `Schema`, and undoes its rewriting of `nullable`, so that pointers stay valid.
Creates no types.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from sdkwright.frontend import engine, media_names
from sdkwright.frontend.engine import DataType, Reference, Schema, SchemaOrReference
from sdkwright.model import ir
from sdkwright.model.json_pointer import child

COMBINING: Final = frozenset({"allOf", "anyOf", "oneOf"})
"""The keywords whose schemas are combined into one."""

STRUCTURE: Final = frozenset(
    {
        "additionalProperties",
        "allOf",
        "anyOf",
        "const",
        "enum",
        "items",
        "oneOf",
        "patternProperties",
        "prefixItems",
        "properties",
    }
)
"""The keywords that determine the shape of a value; all others describe or constrain it.

A component that has them beside a `$ref` is a schema of its own.
"""


_KINDS: Final[dict[type, DataType]] = {
    str: DataType.STRING,
    bool: DataType.BOOLEAN,
    int: DataType.INTEGER,
    float: DataType.NUMBER,
    list: DataType.ARRAY,
    dict: DataType.OBJECT,
}


@dataclass(frozen=True, slots=True)
class Part:
    """A schema inside of a schema, and its pointer."""

    item: SchemaOrReference
    at: str


def all_of(schema: Schema, at: str) -> list[Part]:
    """Return the members of `allOf`."""
    members = schema.allOf
    if _nullable_was_rewritten(schema):
        _, rewritten, *_ = schema.oneOf  # a schema that is read twice has another null there
        members = rewritten.allOf if isinstance(rewritten, Schema) else []
    return _parts(members, at, "allOf")


def choices(schema: Schema, at: str) -> list[list[Part]]:
    """Return the members of `oneOf` and those of `anyOf` that determine the shape.

    Members that only allow null are omitted, and, if the schema itself has a type, so are those
    that only constrain it.
    """
    one_of = [] if _nullable_was_rewritten(schema) else schema.oneOf
    has_type = bool(kinds(schema))
    groups = [
        [
            part
            for part in parts
            if not is_null(part.item) and (is_structural(part.item) or not has_type)
        ]
        for parts in (_parts(one_of, at, "oneOf"), _parts(schema.anyOf, at, "anyOf"))
    ]
    return [group for group in groups if group]


def has_null_variant(schema: Schema) -> bool:
    """Return whether `oneOf` or `anyOf` allow null."""
    return any(is_null(item) for item in [*schema.oneOf, *schema.anyOf])


def is_nullable(schema: Schema) -> bool:
    """Return whether null is allowed, in any of the ways of OpenAPI 3.0 and 3.1."""
    if schema.nullable or DataType.NULL in types(schema):
        return True
    return has_null_variant(schema) or (schema.enum is not None and None in schema.enum)


def is_null(item: SchemaOrReference) -> bool:
    """Return whether null is the only value allowed."""
    if isinstance(item, Reference):
        return False
    if "const" in item.model_fields_set:
        return item.const is None
    return types(item) == [DataType.NULL] or item.enum == [None]


def types(schema: Schema) -> list[DataType]:
    """Return the allowed types, always as a list."""
    if schema.type is None:
        return []
    return schema.type if isinstance(schema.type, list) else [schema.type]


def kinds(schema: Schema) -> list[DataType]:
    """Return the allowed types other than null; without `type`, they are inferred."""
    named: list[DataType] = [kind for kind in types(schema) if kind is not DataType.NULL]
    if len(named) > 1:  # rarely, and the hash of an enum is slow
        named = list(dict.fromkeys(named))
        if {*named} == {DataType.INTEGER, DataType.NUMBER}:
            return [DataType.NUMBER]
    if named:
        return named
    if {"properties", "additionalProperties", "patternProperties"} & present_in(schema):
        return [DataType.OBJECT]
    if {"items", "prefixItems"} & present_in(schema):
        return [DataType.ARRAY]
    return [] if has_values(schema) else kinds_of(values_of(schema))


def kinds_of(values: list[Any]) -> list[DataType]:
    """Return the types of values other than null."""
    found = {_KINDS[type(value)] for value in values if type(value) in _KINDS}
    if DataType.NUMBER in found:
        found.discard(DataType.INTEGER)
    return [kind for kind in DataType if kind in found]


def scalar(schema: Schema) -> ir.Primitive | None:
    """Return the only scalar type other than null, with its format; None if there is none."""
    match kinds(schema):
        case [DataType.OBJECT | DataType.ARRAY]:
            return None
        case [kind]:
            return primitive(kind, format_of(schema))
    return None


_EQUAL: Final = {"decimal128": "decimal"}
"""Formats of the registry that have the Python type of another one."""


def format_of(schema: Schema) -> str:
    """Return the format, or its equivalent in the words of JSON Schema (validation, section 8).

    `contentEncoding: base64` is `byte`; a `contentMediaType` that is no text, without an encoding,
    is `binary` (OpenAPI 3.1, section 4.8.14.1).
    """
    form = engine.text(schema.schema_format)
    form = _EQUAL.get(form, form)
    more = engine.extras(schema)
    if form or "contentEncoding" in more:
        return form or ("byte" if more["contentEncoding"] == "base64" else "")
    given = more.get("contentMediaType")
    name = media_names.essence_of(given) if isinstance(given, str) else ""
    is_file = name and not media_names.is_json(name) and not media_names.is_text(name)
    return "binary" if is_file else ""


def primitive(kind: DataType, form: str) -> ir.Primitive:
    """Return the type of a scalar."""
    match kind:
        case DataType.STRING:
            return ir.Primitive("string", form)
        case DataType.INTEGER:
            return ir.Primitive("integer", form)
        case DataType.NUMBER:
            return ir.Primitive("number", form)
    return ir.Primitive("boolean", form)


def nullability(item: SchemaOrReference, followed: Schema | None) -> bool | None:
    """Return whether a schema allows null; None if it only describes or constrains the value."""
    if followed is None:
        return None
    if isinstance(item, Reference):
        return is_nullable(followed) or engine.extras(item).get("nullable") is True
    if is_nullable(item):
        return True
    return False if types(item) or structure(item) else None


def has_values(schema: Schema) -> bool:
    """Return whether a schema lists its values, and a type can list them too."""
    listed = values_of(schema)
    return bool(listed) and all(value is None or can_be_listed(value) for value in listed)


def can_be_listed(value: object) -> bool:
    """Return whether a type can list a value: msgspec takes integers of 64 bits and a sign."""
    if isinstance(value, int):
        return -(2**63) <= value < 2**63
    return isinstance(value, str)


def values_of(schema: Schema) -> list[Any]:
    """Return the values that a schema lists."""
    return [schema.const] if "const" in schema.model_fields_set else schema.enum or []


def is_composed(schema: Schema) -> bool:
    """Return whether a schema is composed of others."""
    return bool(structure(schema) & {"allOf", "anyOf", "oneOf"})


def allows_others(schema: Schema) -> bool:
    """Return whether an object may have properties other than the named ones."""
    others = others_of(schema)
    return bool(engine.extras(schema).get("patternProperties")) or not (
        others is None or others is False
    )


def others_of(schema: Schema) -> object:
    """Return what describes the properties that neither have a name nor match a pattern.

    That is a schema, possibly as plain data, or whether there are any; None if the schema does not
    specify it. Properties that apply only under a condition are included: no type can express them,
    and no data may be lost.
    """
    more = engine.extras(schema)
    if any(_has_properties(more.get(key)) for key in ("then", "else")):
        return True
    dependent = more.get("dependentSchemas")
    if isinstance(dependent, dict) and any(map(_has_properties, dependent.values())):
        return True
    others = schema.additionalProperties
    return more.get("unevaluatedProperties") if others is None else others


def _has_properties(schema: object) -> bool:
    return isinstance(schema, dict) and bool({"properties", "allOf", "$ref"} & schema.keys())


def present_in(schema: Schema) -> set[str]:
    """Return the keywords that are present in the schema."""
    return {
        name
        for name in schema.model_fields_set
        if name == "const" or getattr(schema, name, None) is not None
    }


def is_structural(item: SchemaOrReference) -> bool:
    """Return whether a member of `allOf` adds to the shape, unlike annotations or constraints."""
    if isinstance(item, Reference):
        return True
    return bool(structure(item)) or any(kind is not DataType.OBJECT for kind in types(item))


def structure(item: SchemaOrReference) -> set[str]:
    """Return the keywords of a schema, or beside a `$ref`, that determine a value's shape."""
    if isinstance(item, Reference):
        return {key for key in engine.extras(item) if key in STRUCTURE}
    unlisted = set() if has_values(item) else {"const", "enum"}
    keys = (present_in(item) & STRUCTURE) - unlisted
    return {key for key in keys if key == "const" or getattr(item, key, None) not in ([], {})}


def _parts(items: list[SchemaOrReference], at: str, keyword: str) -> list[Part]:
    return [Part(item, child(at, keyword, index)) for index, item in enumerate(items)]


def _nullable_was_rewritten(schema: Schema) -> bool:
    # The engine turns {nullable, allOf: x} into {oneOf: [null, {allOf: x}]}.
    return schema.nullable and "allOf" in schema.model_fields_set and not schema.allOf
