"""References to other files: what becomes of them, and which are not followed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sdkwright.diagnostics import Diagnostics, render
from sdkwright.source import document
from sdkwright.source.assembly import assemble
from sdkwright.source.document import Document

HEAD = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n"


def assembled(folder: Path, **files: str) -> tuple[Document, list[str]]:
    """Assemble `api.yaml` of some files, whose names have `__` for a slash."""
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(HEAD + text if name == "api" else text, encoding="utf-8")
    found = Diagnostics()
    path = folder / "api.yaml"
    made = assemble(document.load(path, found), path, [], found)
    return made, [render(item).replace(f"{folder}/", "") for item in found.items]


def test_a_document_in_one_file_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "api.yaml"
    path.write_text(HEAD + "paths: {/x: {$ref: '#/x'}}\n", encoding="utf-8")
    read = document.load(path, Diagnostics())
    assert assemble(read, path, [], Diagnostics()) is read


def test_a_schema_of_another_file_becomes_a_component(tmp_path: Path) -> None:
    made, said = assembled(
        tmp_path,
        api="components: {schemas: {A: {items: {$ref: 'more/b.yaml#/components/schemas/B'}}}}\n",
        more__b="components: {schemas: {B: {type: string}}}\n",
    )
    assert said == []
    assert made.data["components"]["schemas"] == {
        "A": {"items": {"$ref": "#/components/schemas/B"}},
        "B": {"type": "string"},
    }
    assert str(made.place("/components/schemas/B/type")) == f"{tmp_path}/more/b.yaml:1:28"
    assert made.files == (tmp_path / "more/b.yaml",)


def test_a_whole_file_is_named_after_it(tmp_path: Path) -> None:
    made, said = assembled(
        tmp_path,
        api="components: {schemas: {A: {properties: {p: {$ref: pet.yaml}}}}}\n",
        pet="type: string\n",
    )
    assert said == []
    assert made.data["components"]["schemas"]["pet"] == {"type": "string"}


def test_a_reference_inside_of_another_file_starts_there(tmp_path: Path) -> None:
    made, said = assembled(
        tmp_path,
        api="components: {schemas: {A: {items: {$ref: 'more/b.yaml#/$defs/B'}}}}\n",
        more__b=(
            "$defs:\n"
            "  B: {properties: {c: {$ref: '#/$defs/C'}, d: {$ref: d.yaml},"
            " a: {$ref: '../api.yaml#/components/schemas/A'}}}\n"
            "  C: {type: integer}\n"
        ),
        more__d="type: number\n",
    )
    assert said == []
    assert made.data["components"]["schemas"] == {
        "A": {"items": {"$ref": "#/components/schemas/B"}},
        "B": {
            "properties": {
                "c": {"$ref": "#/components/schemas/C"},
                "d": {"$ref": "#/components/schemas/d"},
                "a": {"$ref": "#/components/schemas/A"},
            }
        },
        "C": {"type": "integer"},
        "d": {"type": "number"},
    }


def test_an_operation_of_another_file_is_no_schema(tmp_path: Path) -> None:
    made, said = assembled(
        tmp_path,
        api=(
            "paths: {/a: {get: {$ref: get.yaml}, put: {$ref: 'more.yaml#/put'}}}\n"
            "components: {schemas: {A: {properties: {get: {$ref: b.yaml}}}}}\n"
        ),
        get="operationId: getA\nresponses: {'200': {$ref: r.yaml}}\n",
        more="put: {operationId: putA}\n",
        r="description: R\n",
        b="type: string\n",
    )
    assert said == []
    assert made.data["paths"] == {
        "/a": {
            "get": {"$ref": "#/components/x-operations/get"},
            "put": {"$ref": "#/components/x-operations/put"},
        }
    }
    assert made.data["components"] == {
        "schemas": {
            "A": {"properties": {"get": {"$ref": "#/components/schemas/b"}}},
            "b": {"type": "string"},
        },
        "x-operations": {
            "put": {"operationId": "putA"},
            "get": {
                "operationId": "getA",
                "responses": {"200": {"$ref": "#/components/responses/r"}},
            },
        },
        "responses": {"r": {"description": "R"}},
    }


def test_a_reference_to_an_anchor_of_another_file_leads_to_its_schema(tmp_path: Path) -> None:
    made, said = assembled(
        tmp_path,
        api=(
            "components: {schemas: {A: {items: {$ref: 'b.yaml#pet'}}, P: {$ref: 'b.yaml#owner'},"
            " C: {$anchor: pet, type: number}, D: {$ref: '#pet'}}}\n"
        ),
        b=(
            "$defs:\n"
            "  Pet: {$anchor: pet, properties: {o: {$ref: '#owner'}, $anchor: {type: 'null'}}}\n"
            "  Owner: {$anchor: owner, items: {$ref: 'api.yaml#pet'}}\n"
        ),
    )
    assert said == []
    assert made.data["components"]["schemas"] == {
        "A": {"items": {"$ref": "#/components/schemas/Pet"}},
        "P": {"items": {"$ref": "#pet"}},  # of the document itself
        "C": {"$anchor": "pet", "type": "number"},
        "D": {"$ref": "#pet"},
        "Pet": {
            "properties": {
                "o": {"$ref": "#/components/schemas/P"},
                "$anchor": {"type": "null"},
            }
        },
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "$defs: {A: {$anchor: other}}\n",
            "warning[unresolved-reference]: `b.yaml#pet` does not exist; typed as `Any`",
        ),
        (
            "$defs: {A: {$anchor: pet}, B: {$dynamicAnchor: pet}}\n",
            "error[ambiguous-reference]: `b.yaml#pet` is the anchor of 2 schemas",
        ),
        (
            "example: {$anchor: pet}\n",
            "warning[unresolved-reference]: `b.yaml#pet` does not exist; typed as `Any`",
        ),
    ],
)
@pytest.mark.parametrize("place", ["{A: {items: %s}}", "{A: %s}"])
def test_an_anchor_that_is_not_there_once_is_an_error(
    tmp_path: Path, place: str, text: str, expected: str
) -> None:
    ref = place % "{$ref: 'b.yaml#pet'}"
    _, said = assembled(tmp_path, api=f"components: {{schemas: {ref}}}\n", b=text)
    assert len(said) == 1
    assert f": {expected}. Fix: " in said[0]
    assert said[0].startswith("api.yaml:3:")


def test_files_may_refer_to_each_other(tmp_path: Path) -> None:
    made, said = assembled(
        tmp_path,
        api="components: {schemas: {A: {items: {$ref: b.yaml}}}}\n",
        b="properties: {c: {$ref: c.yaml}}\n",
        c="properties: {b: {$ref: b.yaml}}\n",
    )
    assert said == []
    assert made.data["components"]["schemas"] == {
        "A": {"items": {"$ref": "#/components/schemas/b"}},
        "b": {"properties": {"c": {"$ref": "#/components/schemas/c"}}},
        "c": {"properties": {"b": {"$ref": "#/components/schemas/b"}}},
    }


def test_each_part_goes_into_its_section(tmp_path: Path) -> None:
    made, said = assembled(
        tmp_path,
        api=(
            "paths:\n"
            "  /x: {$ref: 'parts.yaml#/item'}\n"
            "  /y:\n"
            "    post:\n"
            "      parameters: [{$ref: 'parts.yaml#/parameter'}]\n"
            "      requestBody: {$ref: 'parts.yaml#/body'}\n"
            "      responses:\n"
            "        '200': {$ref: 'parts.yaml#/response'}\n"
            "        '201': {description: D, headers: {h: {$ref: 'parts.yaml#/header'}},"
            " content: {application/json: {schema: {$ref: 'parts.yaml#/schema'}}}}\n"
        ),
        parts="{item: {}, parameter: {}, body: {}, response: {}, header: {}, schema: {}}\n",
    )
    assert said == []
    assert made.data["components"] == {
        "pathItems": {"item": {}},
        "parameters": {"parameter": {}},
        "requestBodies": {"body": {}},
        "responses": {"response": {}},
        "headers": {"header": {}},
        "schemas": {"schema": {}},
    }


def test_two_parts_of_one_name_are_two_components(tmp_path: Path) -> None:
    made, said = assembled(
        tmp_path,
        api="components: {schemas: {A: {type: string}, B: {items: {$ref: 'b.yaml#/A'}}}}\n",
        b="{A: {type: integer}}\n",
    )
    assert said == [
        (
            "b.yaml:1:2: note[renamed-component]: `components.schemas` already has `A`; "
            "this one is renamed to `A_b`."
        )
    ]
    assert made.data["components"]["schemas"] == {
        "A": {"type": "string"},
        "B": {"items": {"$ref": "#/components/schemas/A_b"}},
        "A_b": {"type": "integer"},
    }


def test_a_discriminator_maps_to_components(tmp_path: Path) -> None:
    made, said = assembled(
        tmp_path,
        api="components: {schemas: {A: {discriminator: {propertyName: k, mapping: "
        "{x: 'b.yaml#/X', y: A}}}}}\n",
        b="{X: {type: object}}\n",
    )
    assert said == []
    mapping = made.data["components"]["schemas"]["A"]["discriminator"]["mapping"]
    assert mapping == {"x": "#/components/schemas/X", "y": "A"}


def test_a_discriminator_may_map_to_a_file_that_is_missing(tmp_path: Path) -> None:
    tags = "{x: 'gone.yaml#/X', y: 'b.yaml#/Gone'}"
    schemas = f"{{A: {{discriminator: {{propertyName: k, mapping: {tags}}}}}}}"
    made, said = assembled(tmp_path, api=f"components: {{schemas: {schemas}}}\n", b="{X: {}}\n")
    assert said == []  # lowering warns
    mapping = made.data["components"]["schemas"]["A"]["discriminator"]["mapping"]
    assert mapping == {"x": "gone.yaml#/X", "y": "b.yaml#/Gone"}


def test_what_looks_like_a_reference_in_an_example_is_none(tmp_path: Path) -> None:
    schema = "{example: {$ref: b.yaml}, properties: {$ref: {type: string}}}"
    api = f"components: {{schemas: {{A: {schema}}}}}\n"
    made, said = assembled(tmp_path, api=api)
    assert said == []
    assert made.files == ()


@pytest.mark.parametrize(
    ("ref", "code", "message"),
    [
        ("gone.yaml", "unresolved-reference", "cannot read `gone.yaml`"),
        ("more", "unresolved-reference", "`more` is not a file"),
        ("fifo", "unresolved-reference", "`fifo` is not a file"),
        ("../outside.yaml", "outside-reference", "`../outside.yaml` is outside"),
        ("link.yaml", "outside-reference", "`link.yaml` is outside"),
        ("/etc/passwd", "outside-reference", "`/etc/passwd` is outside"),
        ("%2e%2e/outside.yaml", "outside-reference", "`../outside.yaml` is outside"),
        ("https://example.com/a.yaml", "remote-reference", "nothing is fetched"),
        ("//example.com/a.yaml", "remote-reference", "nothing is fetched"),
        ("file:///etc/passwd", "remote-reference", "nothing is fetched"),
        ("\\\\\\\\host\\\\share", "remote-reference", "nothing is fetched"),
        ("a%00b.yaml", "unresolved-reference", "invalid path"),
    ],
)
def test_a_reference_that_is_not_followed_is_an_error(
    tmp_path: Path, ref: str, code: str, message: str
) -> None:
    folder = tmp_path / "spec"
    (folder / "more").mkdir(parents=True)
    (tmp_path / "outside.yaml").write_text("type: string\n", encoding="utf-8")
    (folder / "link.yaml").symlink_to(tmp_path / "outside.yaml")
    os.mkfifo(folder / "fifo")
    made, said = assembled(
        folder, api=f'components: {{schemas: {{A: {{$ref: "{ref}"}}}}}}\n', b="{A: {}}\n"
    )
    assert len(said) == 1
    assert said[0].startswith(f"api.yaml:3:28: error[{code}]: ")
    assert message in said[0]
    assert made.data["components"]["schemas"].keys() == {"A"}


@pytest.mark.parametrize("ref", ["b.yaml#/Gone", "b.yaml#anchor"])
@pytest.mark.parametrize(
    ("section", "loss"), [("schemas", "typed as `Any`"), ("headers", "the header is text")]
)
def test_a_part_of_a_file_that_is_not_there_is_lost_alone(
    tmp_path: Path, ref: str, section: str, loss: str
) -> None:
    api = f"components: {{{section}: {{A: {{$ref: '{ref}'}}}}}}\n"
    made, said = assembled(tmp_path, api=api, b="{A: {}}\n")
    assert made.data["components"] == {section: {"A": {}}}
    assert [line.partition(": ")[2] for line in said] == [
        (
            f"warning[unresolved-reference]: `{ref}` does not exist; {loss}. "
            "Fix: correct the reference, or add its target."
        )
    ]


def test_a_parameter_of_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    api = "components: {parameters: {A: {$ref: 'b.yaml#/Gone'}}}\n"
    made, said = assembled(tmp_path, api=api, b="{A: {}}\n")
    assert made.data["components"]["parameters"] == {"A": {"$ref": "b.yaml#/Gone"}}
    assert "error[unresolved-reference]: `b.yaml#/Gone` does not exist. Fix: " in said[0]


def test_a_file_that_cannot_be_read_names_both_places(tmp_path: Path) -> None:
    _, said = assembled(tmp_path, api="components: {schemas: {A: {$ref: b.yaml}}}\n", b="{A: [\n")
    assert [line.split(": ", 2)[:2] for line in said] == [
        ["b.yaml:2:1", "error[invalid-yaml]"],
        ["api.yaml:3:28", "note[included-here]"],
    ]


def test_component_that_is_in_another_file_keeps_its_name(tmp_path: Path) -> None:
    made, said = assembled(
        tmp_path,
        api=(
            "paths: {/x: {get: {responses: {'200': {content: {application/json: {schema: "
            "{$ref: b.yaml}}}}}}}}\n"
            "components: {schemas: {Pet: {$ref: b.yaml}, Dog: {$ref: 'b.yaml#/properties/dog'}}}\n"
        ),
        b="{properties: {dog: {type: object}, self: {$ref: b.yaml}}}\n",
    )
    assert said == []
    assert made.data["components"]["schemas"] == {
        "Pet": {
            "properties": {
                "dog": {"type": "object"},
                "self": {"$ref": "#/components/schemas/Pet"},
            }
        },
        "Dog": {"type": "object"},
    }
    answer = made.data["paths"]["/x"]["get"]["responses"]["200"]["content"]["application/json"]
    assert answer == {"schema": {"$ref": "#/components/schemas/Pet"}}


def test_second_name_for_a_part_of_another_file_refers_to_the_first(tmp_path: Path) -> None:
    made, said = assembled(
        tmp_path,
        api="components: {schemas: {A: {$ref: b.yaml}, B: {$ref: b.yaml}}}\n",
        b="{type: integer}\n",
    )
    assert said == []
    assert made.data["components"]["schemas"] == {
        "A": {"type": "integer"},
        "B": {"$ref": "#/components/schemas/A"},
    }


def test_component_whose_file_is_missing_is_reported_once(tmp_path: Path) -> None:
    _, said = assembled(tmp_path, api="components: {schemas: {A: {$ref: gone.yaml}}}\n")
    assert said == [
        (
            "api.yaml:3:28: error[unresolved-reference]: cannot read `gone.yaml`: No such file or "
            "directory. Fix: correct the reference, or add its target."
        )
    ]


# The URI of a document (OpenAPI 3.2)

OWN = "components: {{schemas: {{A: {{items: {{$ref: '{}#/components/schemas/B'}}}}, B: {{}}}}}}\n"


@pytest.mark.parametrize(
    ("own", "ref"),
    [
        ("https://api.example/v1/openapi.yaml", "https://api.example/v1/openapi.yaml"),
        ("https://api.example/v1/openapi.yaml", "openapi.yaml"),
        ("https://api.example/v1/openapi.yaml", "../v1/openapi.yaml"),
        ("https://api.example/v1/openapi.yaml#x", "/v1/openapi.yaml"),
        ("/v1/openapi.yaml", "openapi.yaml"),
        ("/v1/openapi.yaml", "/v1/openapi.yaml"),
        ("openapi.yaml", "openapi.yaml"),
    ],
)
def test_a_document_is_known_by_its_own_uri(tmp_path: Path, own: str, ref: str) -> None:
    made, said = assembled(tmp_path, api=f"$self: {own}\n{OWN.format(ref)}")
    assert said == []
    assert made.data["components"]["schemas"]["A"] == {"items": {"$ref": "#/components/schemas/B"}}


@pytest.mark.parametrize(
    "ref", ["https://api.example/v1/more/b.yaml", "more/b.yaml", "/v1/more/b.yaml"]
)
def test_what_is_beside_the_uri_is_beside_the_file(tmp_path: Path, ref: str) -> None:
    made, said = assembled(
        tmp_path,
        api=(
            "$self: https://api.example/v1/openapi.yaml\n"
            f"components: {{schemas: {{A: {{items: {{$ref: '{ref}#/B'}}}}}}}}\n"
        ),
        more__b="B: {type: string}\n",
    )
    assert said == []
    assert made.data["components"]["schemas"]["B"] == {"type": "string"}


def test_another_file_may_have_a_uri_of_its_own(tmp_path: Path) -> None:
    made, said = assembled(
        tmp_path,
        api="components: {schemas: {A: {items: {$ref: 'b.yaml#/B'}}}}\n",
        b=(
            "$self: https://b.example/x/own.yaml\n"
            "B: {items: {$ref: 'own.yaml#/C'}}\nC: {items: {$ref: 'https://b.example/x/c.yaml'}}\n"
        ),
        c="type: string\n",
    )
    assert said == []
    assert made.data["components"]["schemas"] == {
        "A": {"items": {"$ref": "#/components/schemas/B"}},
        "B": {"items": {"$ref": "#/components/schemas/C"}},
        "C": {"items": {"$ref": "#/components/schemas/c"}},
        "c": {"type": "string"},
    }


@pytest.mark.parametrize(
    ("ref", "problem"),
    [
        ("https://other.example/v1/b.yaml", "error[remote-reference]: `https://other.example/v1/b"),
        ("https://api.example/b.yaml", "error[outside-reference]: `../b.yaml` is outside the"),
        ("c.yaml", "error[unresolved-reference]: cannot read `c.yaml`: No such file"),
    ],
)
def test_what_is_elsewhere_is_not_fetched(tmp_path: Path, ref: str, problem: str) -> None:
    own = "$self: https://api.example/v1/openapi.yaml\n"
    (tmp_path / "b.yaml").write_text("{}\n", encoding="utf-8")
    (tmp_path / "in").mkdir()
    _, said = assembled(tmp_path / "in", api=own + OWN.format(ref))
    assert len(said) == 1
    assert problem in said[0]


def test_media_types_and_other_methods_of_another_file(tmp_path: Path) -> None:
    made, said = assembled(
        tmp_path,
        api=(
            "paths: {/x: {additionalOperations: {COPY: {$ref: 'o.yaml#/op'}}, get: {responses: "
            "{'200': {description: A, content: {a/b: {$ref: 'o.yaml#/media'}}}}}}}\n"
        ),
        o="op: {summary: Copies.}\nmedia: {schema: {type: string}}\n",
    )
    assert said == []
    assert made.data["components"] == {
        "x-operations": {"op": {"summary": "Copies."}},
        "mediaTypes": {"media": {"schema": {"type": "string"}}},
    }
