"""Documents made at random: what comes of them imports, type-checks, and takes its own values.

For the values, each schema is drawn along with a strategy for its own; for the rest, see `grammar`.
"""

from __future__ import annotations

import base64
import importlib
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from hypothesis import Phase, given, seed, settings
from hypothesis import strategies as st

from tests.golden.support import grammar
from tests.golden.support.packages import document, imported, make
from tests.golden.test_code import IMPORT_ALL, pyright, run

Json: TypeAlias = Any
Drawn: TypeAlias = tuple[dict[str, Json], st.SearchStrategy[Json]]
"""A schema, and its values."""

_names = st.sampled_from(["a", "b", "type", "class", "items", "Model", "model_dump", "x-y", "$z"])
_words = st.text("abcd é", max_size=4)
_coded = st.binary(max_size=4).map(lambda content: base64.b64encode(content).decode())
_decimals = st.decimals(-99, 99, places=2).map(str)


def _scalars() -> st.SearchStrategy[Drawn]:
    dates = st.dates().map(lambda day: day.isoformat())
    moments = dates.map(lambda day: f"{day}T01:02:03Z")
    return st.sampled_from(
        [
            ({"type": "string"}, _words),
            ({"type": "string", "format": "date"}, dates),
            ({"type": "string", "format": "date-time"}, moments),
            ({"type": "string", "format": "uuid"}, st.uuids().map(str)),
            ({"type": "string", "format": "byte"}, _coded),
            ({"type": "string", "format": "decimal"}, _decimals),
            ({"type": "integer"}, st.integers(-9, 9)),
            ({"type": "number"}, st.floats(-9, 9)),
            ({"type": "boolean"}, st.booleans()),
            ({"type": ["string", "null"]}, st.none() | _words),
            ({"type": ["integer", "string"]}, st.integers(-9, 9) | _words),
            ({"enum": ["x", "y z", ""]}, st.sampled_from(["x", "y z", ""])),
            ({"enum": [1, "one", None]}, st.sampled_from([1, "one", None])),
            ({"enum": [True, "auto"]}, st.sampled_from([True, "auto"])),
            ({"const": "only"}, st.just("only")),
            ({"const": True}, st.just(True)),
            ({"enum": [0.5, "half"]}, st.sampled_from([0.5, "half"])),
            (True, st.none() | _words),
            ({}, st.none() | _words | st.integers(-9, 9)),
        ]
    )


@st.composite
def _objects(draw: st.DrawFn, inner: st.SearchStrategy[Drawn]) -> Drawn:
    properties = draw(st.dictionaries(_names, inner, min_size=1, max_size=3))
    required = [name for name in properties if draw(st.booleans())]
    schema: dict[str, Json] = {
        "type": "object",
        "properties": {name: item for name, (item, _) in properties.items()},
    }
    if required:
        schema["required"] = required
    values = {name: value for name, (_, value) in properties.items()}
    made = st.fixed_dictionaries(
        {name: values[name] for name in required},
        optional={name: value for name, value in values.items() if name not in required},
    )
    if draw(st.booleans()):
        others, of_others = draw(inner)
        schema["additionalProperties"] = others
        more = st.dictionaries(st.sampled_from(["other", "more"]), of_others, max_size=2)
        made = st.builds(lambda some, extra: {**extra, **some}, made, more)
    return schema, made


def _tag(made: dict[str, Json], tag: str) -> dict[str, Json]:
    return {**made, "kind": tag}


@st.composite
def _tagged(draw: st.DrawFn, inner: st.SearchStrategy[Drawn]) -> Drawn:
    """Draw objects that a constant tells apart, with and without a discriminator."""
    schemas, values = [], []
    for tag in draw(st.lists(st.sampled_from(["cat", "dog", "cow"]), min_size=2, unique=True)):
        schema, value = draw(_objects(inner))
        properties = {**schema["properties"], "kind": {"const": tag}}
        required = [*schema.get("required", ()), "kind"]
        schemas.append({**schema, "properties": properties, "required": required})
        values.append(st.builds(_tag, value, st.just(tag)))
    whole: dict[str, Json] = {"oneOf": schemas}
    if draw(st.booleans()):
        whole["discriminator"] = {"propertyName": "kind"}
    return whole, st.one_of(values)


@st.composite
def _choices(draw: st.DrawFn, inner: st.SearchStrategy[Drawn]) -> Drawn:
    drawn = draw(st.lists(inner, min_size=1, max_size=3))
    keyword = draw(st.sampled_from(["oneOf", "anyOf"]))
    schema = {keyword: [item for item, _ in drawn]}
    values = [value for _, value in drawn]
    if draw(st.booleans()):
        schema[keyword].append({"type": "null"})
        values.append(st.none())
    return schema, st.one_of(values)


@st.composite
def _merges(draw: st.DrawFn, inner: st.SearchStrategy[Drawn]) -> Drawn:
    """Draw objects whose properties have names of their own, so that they do not exclude each
    other."""
    schemas, values = [], []
    for number in range(draw(st.integers(1, 3))):
        item, value = draw(inner)
        schemas.append({"type": "object", "properties": {f"p{number}": item}})
        values.append(st.fixed_dictionaries({}, optional={f"p{number}": value}))
    return {"allOf": schemas}, st.tuples(*values).map(
        lambda parts: {name: value for part in parts for name, value in part.items()}
    )


def _holders(inner: st.SearchStrategy[Drawn]) -> st.SearchStrategy[Drawn]:
    lists = inner.map(
        lambda drawn: ({"type": "array", "items": drawn[0]}, st.lists(drawn[1], max_size=2))
    )
    maps = inner.map(
        lambda drawn: (
            {"type": "object", "additionalProperties": drawn[0]},
            st.dictionaries(_words, drawn[1], max_size=2),
        )
    )
    described = inner.map(lambda d: ({"allOf": [d[0], {"description": 'It\'s "this".'}]}, d[1]))
    return st.one_of(
        lists, maps, described, _objects(inner), _tagged(inner), _choices(inner), _merges(inner)
    )


@st.composite
def documents(draw: st.DrawFn) -> tuple[dict[str, Json], dict[str, st.SearchStrategy[Json]]]:
    """Draw the schemas of some components, which refer to those before, and their values."""
    schemas: dict[str, Json] = {}
    values: dict[str, st.SearchStrategy[Json]] = {}
    for name in draw(st.lists(st.sampled_from(["One", "two", "Three"]), min_size=1, unique=True)):
        leaves = _scalars()
        if values:
            references = [
                ({"$ref": f"#/components/schemas/{other}"}, value)
                for other, value in values.items()
            ]
            leaves |= st.sampled_from(references)
        schemas[name], values[name] = draw(st.recursive(leaves, _holders, max_leaves=6))
    return schemas, values


EXAMPLES = int(os.environ.get("RANDOM_DOCUMENTS", "12"))
"""How many documents are drawn: a few, always the same; or as many as one has the patience for,
such as `RANDOM_DOCUMENTS=1000 RANDOM_SEED=7`."""

SEED = os.environ.get("RANDOM_SEED")


def drawn(test: Callable[..., None]) -> Callable[..., None]:
    """Let hypothesis draw documents for a test."""
    test = settings(
        max_examples=EXAMPLES,
        derandomize=SEED is None,
        phases=[Phase.generate],  # making it smaller takes minutes
    )(test)
    return test if SEED is None else seed(int(SEED))(test)


@drawn
@given(data=st.data())
def test_what_is_made_of_a_random_document_takes_its_values(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    schemas, values = data.draw(documents())
    with imported(document(schemas), tmp_path_factory.mktemp("random")) as package:
        decoding = importlib.import_module(f"{package.__name__}._runtime.json.decoding")
        decoder = decoding.TypedDecoder(package.components.Whole)
        for _ in range(5):
            value = {name: data.draw(strategy) for name, strategy in values.items()}
            made, misfits = decoder.decode_leniently(json.dumps(value).encode())
            assert misfits == []
            assert made.model_dump(mode="json") == value
            assert json.loads(made.model_dump_json()) == value


def _as_xml(schemas: dict[str, Json]) -> dict[str, Json]:
    """Make a document in which each schema is a property in an element of its own."""
    paths: dict[str, Json] = {}
    for name in schemas:
        schema = {
            "type": "object",
            "xml": {"name": "whole"},
            "properties": {"it": {"$ref": f"#/components/schemas/{name}"}},
        }
        answer = {"description": "It.", "content": {"application/xml": {"schema": schema}}}
        paths[f"/{name}"] = {"get": {"operationId": f"get {name}", "responses": {"200": answer}}}
    return {**document(schemas), "paths": paths}


def _kept(value: Json) -> Json:
    """Give what XML keeps of a value: no empty list and no null of an object."""
    if isinstance(value, dict):
        return {name: _kept(item) for name, item in value.items() if item not in ([], None)}
    return [_kept(item) for item in value] if isinstance(value, list) else value


@drawn
@given(data=st.data())
def test_a_value_of_a_random_schema_comes_back_from_xml(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    schemas, values = data.draw(documents())
    with imported(_as_xml(schemas), tmp_path_factory.mktemp("random")) as package:
        operations = vars(importlib.import_module(f"{package.__name__}.default"))
        for name, strategy in values.items():
            decoder = operations[f"_GET_{name.upper()}"].decoder(200)
            if decoder is None or "kind='any'" in str((decoder.root, decoder.contents)):
                continue  # text does not tell its values apart
            writing = importlib.import_module(f"{package.__name__}._runtime.xml.writing")
            for _ in range(5):
                value = {"it": data.draw(strategy)}
                try:
                    content = writing.Writer(decoder.contents).document(decoder.root, value)
                except ValueError:  # a key that is not the name of an element
                    continue
                made, misfits = decoder.decode_leniently(content)
                assert [item.problem for item in misfits if item.problem != "missing"] == []
                assert _kept(made.model_dump(mode="json")) == _kept(value)


def test_packages_of_random_documents_import_and_type_check(tmp_path: Path) -> None:
    modules: list[str] = []

    @drawn
    @given(data=grammar.documents())
    def draw(data: dict[str, Json]) -> None:
        (tmp_path / f"{len(modules)}.json").write_text(json.dumps(data, indent=1))
        module, said = make(data, tmp_path)
        assert [item.message for item in said if item.severity == "error"] == []
        (tmp_path / f"{len(modules)}.json").rename(tmp_path / f"{module}.json")
        modules.append(module)

    draw()
    code, said = run(sys.executable, "-W", "error", "-B", "-c", IMPORT_ALL, *modules, cwd=tmp_path)
    assert code == 0, said
    assert {f"{name}.client" for name in modules} <= {*said.split()}
    assert pyright(tmp_path, modules, tmp_path / "shared") == []
