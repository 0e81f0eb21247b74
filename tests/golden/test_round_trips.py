"""Each kind of schema takes its own values: decoded without a misfit, and encoded as they came.

What belongs together is in one place here, as OpenAPI spells it; `test_random` mixes it.
"""

from __future__ import annotations

import base64
import importlib
import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final, TypeAlias

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.golden.support.packages import document, imported

Json: TypeAlias = Any
Values: TypeAlias = st.SearchStrategy[Json]

_texts = st.text(max_size=5)
_ints = st.integers(-(2**63), 2**63 - 1)
_floats = st.floats(allow_nan=False, allow_infinity=False)
_bits = st.booleans()
_json = st.recursive(
    st.none() | _bits | _texts | _floats,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_texts, inner, max_size=3),
    max_leaves=5,
)
_days = st.dates().map(lambda day: day.isoformat())
_decimals = st.decimals(allow_nan=False, allow_infinity=False, places=3).map(
    lambda number: format(number, "f")
)


def _object(required: dict[str, Values], optional: dict[str, Values] | None = None) -> Values:
    return st.fixed_dictionaries(required, optional=optional or {})


def _tree(leaves: Values) -> Values:
    return st.recursive(leaves, lambda inner: st.lists(inner, max_size=2), max_leaves=6)


_cat = _object({"kind": st.just("cat")}, {"lives": _ints})
_dog = _object({"kind": st.sampled_from(["dog", "wolf"])}, {"tricks": st.lists(_texts)})
_others = st.dictionaries(st.sampled_from(["x-1", "other", "name2"]), _ints, max_size=2)
_pair: Values = st.deferred(lambda: st.tuples(_ints, _pair | st.none()).map(list))
_node: Values = st.deferred(lambda: _object({"value": _ints}, {"next": _node | st.none()}))

SHARED: Final = """
Cat: {type: object, required: [kind], properties: {kind: {const: cat}, lives: {type: integer}}}
Dog:
  type: object
  required: [kind]
  properties: {kind: {enum: [dog, wolf]}, tricks: {type: array, items: {type: string}}}
Pet:
  oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
  discriminator: {propertyName: kind}
Node:
  type: object
  required: [value]
  properties:
    value: {type: integer}
    next: {oneOf: [{$ref: '#/components/schemas/Node'}, {type: 'null'}]}
Pair:
  prefixItems:
  - {type: integer}
  - {oneOf: [{$ref: '#/components/schemas/Pair'}, {type: 'null'}]}
  minItems: 2
  maxItems: 2
Nested: {type: array, items: {$ref: '#/components/schemas/Nested'}}
Value:
  oneOf:
  - type: [string, number, boolean, 'null']
  - {type: array, items: {$ref: '#/components/schemas/Value'}}
  - {type: object, additionalProperties: {$ref: '#/components/schemas/Value'}}
Parent:
  type: object
  required: [kind]
  properties: {kind: {type: string}}
  discriminator: {propertyName: kind, mapping: {child: '#/components/schemas/Child'}}
Child:
  allOf:
  - $ref: '#/components/schemas/Parent'
  - {type: object, required: [size], properties: {size: {type: integer}}}
"""


def ref(name: str) -> str:
    return f"{{$ref: '#/components/schemas/{name}'}}"


KINDS: Final[dict[str, tuple[str, Values]]] = {
    "string": ("{type: string}", _texts),
    "integer": ("{type: integer, format: int64}", _ints),
    "large_integer": ("{type: integer}", st.integers()),
    "number": ("{type: number}", _floats),
    "boolean": ("{type: boolean}", _bits),
    "null": ("{type: 'null'}", st.none()),
    "anything": ("{}", _json),
    "true": ("true", _json),
    "date": ("{type: string, format: date}", _days),
    "date_time": ("{type: string, format: date-time}", _days.map("{}T01:02:03Z".format)),
    "time": ("{type: string, format: time}", st.just("10:30:00Z") | st.just("10:30")),
    "duration": ("{type: string, format: duration}", st.sampled_from(["P1M", "PT90S", "P1Y2D"])),
    "uuid": ("{type: string, format: uuid}", st.uuids().map(str)),
    "uri": ("{type: string, format: uri}", _texts),
    "byte": (
        "{type: string, format: byte}",
        st.binary(max_size=9).map(lambda content: base64.b64encode(content).decode()),
    ),
    "decimal_text": ("{type: string, format: decimal}", _decimals),
    "decimal_number": ("{type: number, format: decimal}", st.integers(-999, 999)),
    "password": ("{type: string, format: password}", _texts),
    "enum": ("{enum: [a, A, '', \"it's\"]}", st.sampled_from(["a", "A", "", "it's"])),
    "open_enum": ("{enum: [a], x-speakeasy-unknown-values: allow}", st.just("a") | _texts),
    "integer_enum": ("{type: integer, enum: [1, -2]}", st.sampled_from([1, -2])),
    "float_enum": ("{enum: [0.5, 2]}", st.sampled_from([0.5, 2.0])),
    "boolean_enum": ("{type: boolean, enum: [true]}", st.just(True)),
    "mixed_enum": ("{enum: [a, 1, true, null]}", st.sampled_from(["a", 1, True, None])),
    "enum_of_objects": ("{enum: [{a: 1}, {b: [2]}]}", st.sampled_from([{"a": 1}, {"b": [2]}])),
    "const": ("{const: a}", st.just("a")),
    "const_null": ("{const: null}", st.none()),
    "const_object": ("{const: {a: [1]}}", st.just({"a": [1]})),
    "nullable": ("{type: [string, 'null']}", st.none() | _texts),
    "list": ("{type: array, items: {type: integer}}", st.lists(_ints)),
    "list_of_anything": ("{type: array}", st.lists(_json, max_size=3)),
    "places": (
        "{prefixItems: [{type: string}, {type: integer}], items: false}",
        st.tuples(_texts, _ints).map(list) | st.tuples(_texts).map(list) | st.just([]),
    ),
    "tuple": (
        f"{{prefixItems: [{{type: number}}, {ref('Node')}, {{}}], minItems: 3, maxItems: 3}}",
        st.tuples(_ints, _node, _json).map(list),
    ),
    "tuple_of_formats": (
        """
        {prefixItems: [{type: string, format: date}, {type: string, format: decimal}],
         items: false, minItems: 2}
        """,
        st.tuples(_days, _decimals).map(list),
    ),
    "tuple_in_object": (
        "{additionalProperties: {prefixItems: [{type: integer}], items: false, minItems: 1}}",
        st.dictionaries(_texts, st.tuples(_ints).map(list)),
    ),
    "tuples_and_lists": (
        """
        oneOf:
        - {prefixItems: [{type: string}, {type: integer}], items: false, minItems: 2}
        - {prefixItems: [{type: integer}], minItems: 1, maxItems: 1}
        - {type: array, items: {type: boolean}}
        """,
        st.tuples(_texts, _ints).map(list) | st.tuples(_ints).map(list) | st.lists(_bits),
    ),
    "recursive_tuple": (ref("Pair"), _pair),
    "map": ("{additionalProperties: {type: integer}}", st.dictionaries(_texts, _ints)),
    "object": (
        "{properties: {a: {type: string}, b-c: {type: integer}}, required: [a]}",
        _object({"a": _texts}, {"b-c": _ints}),
    ),
    "free_object": (
        "{properties: {name: {type: string}}, additionalProperties: {type: integer}}",
        st.builds(lambda a, b: {**a, **b}, _object({}, {"name": _texts}), _others),
    ),
    "patterns": (
        "{patternProperties: {'^n': {type: integer}, '^s': {type: string}}}",
        _object({}, {"n1": _ints, "s1": _texts}),
    ),
    "conditional": (
        "{properties: {a: {type: string}}, if: {}, then: {properties: {b: {type: integer}}}}",
        _object({}, {"a": _texts, "b": _ints}),
    ),
    "types": ("{type: [string, integer, boolean, 'null']}", st.none() | _texts | _ints | _bits),
    "scalars_and_lists": (
        "{anyOf: [{type: string}, {type: array, items: {type: string}}, {type: 'null'}]}",
        st.none() | _texts | st.lists(_texts),
    ),
    "lists_of_two_kinds": (
        "{oneOf: [{type: array, items: {type: string}}, {type: array, items: {type: integer}}]}",
        st.lists(_texts) | st.lists(_ints),
    ),
    "formats": (
        "{oneOf: [{type: string, format: date}, {type: integer}, {enum: [never]}]}",
        _days | _ints | st.just("never"),
    ),
    "tagged": (ref("Pet"), _cat | _dog),
    "untagged": (f"{{anyOf: [{ref('Cat')}, {ref('Dog')}]}}", _cat | _dog),
    "untagged_by_flag": (
        """
        oneOf:
        - {required: [ok], properties: {ok: {const: true}, v: {type: integer}}}
        - {required: [ok], properties: {ok: {const: false}, v: {type: integer}}}
        """,
        _object({"ok": _bits}, {"v": _ints}),
    ),
    "nested_unions": (
        f"{{oneOf: [{ref('Pet')}, {{type: string}}, {{type: array, items: {ref('Pet')}}}]}}",
        _cat | _texts | st.lists(_dog | _cat, max_size=2),
    ),
    "model_or_map": (
        f"{{oneOf: [{ref('Cat')}, {{type: object, additionalProperties: {{type: integer}}}}]}}",
        _cat | st.dictionaries(st.sampled_from(["a", "lives"]), _ints),
    ),
    "merge": (
        f"{{allOf: [{ref('Cat')}, {{properties: {{name: {{type: string}}}}, required: [name]}}]}}",
        _object({"kind": st.just("cat"), "name": _texts}, {"lives": _ints}),
    ),
    "merged_choice": (
        f"""
        properties: {{id: {{type: integer}}}}
        required: [id]
        oneOf: [{ref('Cat')}, {ref('Dog')}]
        """,
        st.builds(lambda pet, id_: {**pet, "id": id_}, _cat | _dog, _ints),
    ),
    "nullable_reference": (f"{{nullable: true, allOf: [{ref('Cat')}]}}", st.none() | _cat),
    "parent": (
        ref("Parent"),
        _object({"kind": st.just("child"), "size": _ints}) | _object({"kind": st.just("other")}),
    ),
    "child": (ref("Child"), _object({"kind": st.just("child"), "size": _ints})),
    "recursive": (ref("Node"), _node),
    "recursive_list": (ref("Nested"), _tree(st.just([]))),
    "any_json": (ref("Value"), _json),
}


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    schemas = {name: yaml.safe_load(schema) for name, (schema, _) in KINDS.items()}
    data = document(schemas)
    data["components"]["schemas"] |= yaml.safe_load(SHARED)
    with imported(data, tmp_path_factory.mktemp("kinds")) as made:
        yield made


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=25)
@given(data=st.data())
def test_a_value_of_each_kind_is_encoded_as_it_came(
    package: Any, kind: str, data: st.DataObject
) -> None:
    value = {kind: data.draw(KINDS[kind][1])}
    decoding = importlib.import_module(f"{package.__name__}._runtime.json.decoding")
    decoder = decoding.TypedDecoder(package.components.Whole)
    made, misfits = decoder.decode_leniently(json.dumps(value).encode())
    assert misfits == []
    assert type(made).__name__ == "Whole"
    assert made.model_dump(mode="json") == value
    assert json.loads(made.model_dump_json()) == value
    assert type(made).model_validate(value) == made
    assert type(made).model_validate_json(made.model_dump_json()) == made


def test_a_decimal_is_exact(package: Any) -> None:
    text = '{"decimal_text":"0.10","decimal_number":12345678901234567890.10}'
    made = package.components.Whole.model_validate_json(text)
    assert made.decimal_number == Decimal("12345678901234567890.10")
    assert made.model_dump_json() == text
