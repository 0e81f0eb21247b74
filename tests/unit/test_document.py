"""Reading a document: values by the rules of YAML 1.2, places, and what is said of bad input."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import pytest

from sdkwright.diagnostics import Diagnostics, Fatal, UsageError, render
from sdkwright.source.document import Document, load

HEAD = "openapi: 3.1.0\n"


def read(folder: Path, text: str, name: str = "api.yaml") -> Document:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    found = Diagnostics()
    document = load(path, found)
    assert found.items == []
    return document


def complaints(folder: Path, content: str | bytes, name: str = "api.yaml") -> list[str]:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    found = Diagnostics()
    with pytest.raises(Fatal):
        load(path, found)
    return [render(item).removeprefix(f"{folder}/") for item in found.items]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2024-01-01", "2024-01-01"),
        ("2024-01-01T12:00:00Z", "2024-01-01T12:00:00Z"),
        ("on", "on"),
        ("no", "no"),
        ("Yes", "Yes"),
        ("12:30", "12:30"),
        ("1_000", "1_000"),
        ("017", 17),
        ("0o17", 15),
        ("0x1F", 31),
        ("-12", -12),
        ("0b11", "0b11"),
        ("1.0", 1.0),
        ("1e3", 1000.0),
        (".5", 0.5),
        ("-.inf", -math.inf),
        ("1.2.3", "1.2.3"),
        ("true", True),
        ("FALSE", False),
        ("~", None),
        ("", None),
        ("Null", None),
        ("nil", "nil"),
        ("'true'", "true"),
        ('"12"', "12"),
        ("!!str 12", "12"),
        ('!!int "12"', 12),
        ("=", "="),
        ("'<<'", "<<"),
    ],
)
def test_a_scalar_has_the_type_of_yaml_1_2(tmp_path: Path, written: str, value: object) -> None:
    read_value = read(tmp_path, f"{HEAD}x: {written}\n").data["x"]
    assert read_value == value
    assert type(read_value) is type(value)


def test_nan_is_a_number(tmp_path: Path) -> None:
    assert math.isnan(read(tmp_path, f"{HEAD}x: .nan\n").data["x"])


def test_every_key_is_text_as_it_is_spelled(tmp_path: Path) -> None:
    text = f"{HEAD}x:\n  200: a\n  017: b\n  true: c\n  on: d\n  2024-01-01: e\n  4.0: f\n"
    assert read(tmp_path, text).data["x"] == {
        "200": "a",
        "017": "b",
        "true": "c",
        "on": "d",
        "2024-01-01": "e",
        "4.0": "f",
    }


def test_an_alias_is_the_value_that_it_names(tmp_path: Path) -> None:
    data = read(tmp_path, f"{HEAD}a: &a {{type: string}}\nb: *a\n").data
    assert data["b"] == {"type": "string"}


def test_merge_keys_add_what_is_missing(tmp_path: Path) -> None:
    text = f"{HEAD}a: &a {{x: 1, y: 1}}\nb: &b {{y: 2, z: 2}}\nc:\n  <<: [*a, *b]\n  x: 3\n"
    assert read(tmp_path, text).data["c"] == {"x": 3, "y": 1, "z": 2}


def test_json_is_read_as_json(tmp_path: Path) -> None:
    text = '{"openapi": "3.0.3", "x": "\\ud83d\\ude00", "y": 1.0}'
    assert read(tmp_path, text, "api.json").data == {"openapi": "3.0.3", "x": "😀", "y": 1.0}


def test_yaml_that_begins_like_json_is_yaml(tmp_path: Path) -> None:
    assert read(tmp_path, "{openapi: 3.1.0, x: [1, 2,]}").data["x"] == [1, 2]


@pytest.mark.parametrize(("name", "text"), [("a.yaml", HEAD), ("a.json", '{"openapi": "3.1.0"}')])
def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path, name: str, text: str) -> None:
    assert read(tmp_path, f"\ufeff{text}", name).data == {"openapi": "3.1.0"}


# Places

PLACES = """\
openapi: 3.1.0
base: &base
  shared: 1
paths:
  /a/{b}:
    get:
      <<: *base
      tags: [x, y]
      parameters:
        - name: b
          in: path
        - in: query
"""


@pytest.mark.parametrize(
    ("pointer", "place"),
    [
        ("", (1, 1)),
        ("/paths", (4, 1)),
        ("/paths/~1a~1{b}/get", (6, 5)),
        ("/paths/~1a~1{b}/get/tags/1", (8, 17)),
        ("/paths/~1a~1{b}/get/parameters/1", (12, 11)),
        ("/paths/~1a~1{b}/get/parameters/0/in", (11, 11)),
        ("/paths/~1a~1{b}/get/shared", (3, 3)),
        ("/paths/~1a~1{b}/get/responses/200", (6, 5)),
        ("/paths/~1a~1{b}/get/parameters/7", (9, 7)),
        ("/nothing", (1, 1)),
    ],
)
def test_a_pointer_is_located(tmp_path: Path, pointer: str, place: tuple[int, int]) -> None:
    assert read(tmp_path, PLACES).locate(pointer) == place


def test_places_in_json_are_found(tmp_path: Path) -> None:
    text = '{\n\t"x\\/": "\\ud83d\\ude00\\\\u",\n\t"openapi": "3.1.0", "paths": {\n "/a": {}}}\n'
    document = read(tmp_path, text, "api.json")
    assert document.locate("/paths/~1a") == (4, 2)
    assert document.locate("/paths") == (3, 22)


def test_a_place_names_the_file_as_it_was_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "api.yaml").write_text(PLACES, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert str(load(Path("api.yaml"), Diagnostics()).place("/paths")) == "api.yaml:4:1"


def test_the_spelling_of_a_number_is_kept(tmp_path: Path) -> None:
    document = read(tmp_path, f"{HEAD}info:\n  version: 1.10\n")
    assert document.data["info"]["version"] == 1.1
    assert document.spelling("/info/version") == "1.10"
    assert document.spelling("/info") is None


# Versions


@pytest.mark.parametrize("version", ["3.0", "3.1", "3.0.4", "'3.1'", "3.1.0-rc1", "3.2.0", "3.2.7"])
def test_versions_that_we_read(tmp_path: Path, version: str) -> None:
    read(tmp_path, f"openapi: {version}\n")


def test_what_comes_after_openapi_3_2_is_read_with_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "api.yaml"
    path.write_text("info: {}\nopenapi: 3.3.0\n", encoding="utf-8")
    found = Diagnostics()
    document = load(path, found)
    assert [render(item, document.place) for item in found.items] == [
        (
            f"{path}:2:1: warning[openapi-version]: OpenAPI 3.3.0 is read as 3.2; features added "
            "since are not known."
        )
    ]


# Bad input: one line each, with its place

BOMB = "YAML aliases expand to more than 1,000,000 values."
MORE = (
    "Fix: if this is intended, raise the limit: set `values` in the table `limits`, or pass "
    "`--limit values=N`."
)
ALIAS_BOMB = (
    HEAD
    + "a0: &a0 [1,1,1,1,1,1,1,1,1,1]\n"
    + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 9))
)


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (
            "a: [1\nb: 2\n",
            (
                "api.yaml:2:2: error[invalid-yaml]: invalid YAML: while parsing a flow "
                "sequence, "
                "did not find expected ',' or ']'."
            ),
        ),
        (
            "openapi: 3.1.0\n\tx: 1\n",
            (
                "api.yaml:2:1: error[invalid-yaml]: invalid YAML: while scanning a plain "
                "scalar, found a tab character that violates indentation."
            ),
        ),
        (
            "openapi: 3.1.0\nx: *nowhere\n",
            "api.yaml:2:4: error[invalid-yaml]: invalid YAML: found undefined alias.",
        ),
        (
            "a: 1\n---\nb: 2\n",
            (
                "api.yaml:2:1: error[invalid-yaml]: invalid YAML: expected a single "
                "document in "
                "the stream, but found another document."
            ),
        ),
        (
            "openapi: 3.1.0\nx: \x00\n",
            (
                "api.yaml:2:4: error[invalid-yaml]: invalid YAML: control characters are not "
                "allowed."
            ),
        ),
        (
            b"openapi: 3.1.0\nx: \xff\n",
            (
                "api.yaml:2:4: error[not-utf-8]: the file is not valid UTF-8: unexpected "
                "byte 0xff. Fix: save the file as UTF-8."
            ),
        ),
        (
            "",
            (
                "api.yaml:1:1: error[not-openapi]: the file is empty; an OpenAPI document "
                "is an object with the key `openapi`."
            ),
        ),
        (
            "- a\n",
            (
                "api.yaml:1:1: error[not-openapi]: the file contains a list; an OpenAPI "
                "document is an object with the key `openapi`."
            ),
        ),
        (
            "just text\n",
            (
                "api.yaml:1:1: error[not-openapi]: the file contains text; an OpenAPI "
                "document is an object with the key `openapi`."
            ),
        ),
        (
            "info:\n  title: x\n",
            (
                "api.yaml:1:1: error[not-openapi]: the key `openapi` is missing, so this is not an "
                "OpenAPI document. Fix: if it is one, begin it with `openapi: 3.1.0`."
            ),
        ),
        (
            "info: {}\nswagger: '2.0'\n",
            (
                "api.yaml:2:1: error[swagger-2]: Swagger 2.0 documents are not supported. "
                "Fix: convert it to OpenAPI 3."
            ),
        ),
        (
            "openapi: 4.0.0\n",
            (
                "api.yaml:1:1: error[openapi-version]: OpenAPI 4.0.0 is not supported; use "
                "3.0, 3.1 or 3.2."
            ),
        ),
        (
            "openapi: [3, 1]\n",
            (
                "api.yaml:1:1: error[openapi-version]: OpenAPI list is not supported; use "
                "3.0, 3.1 or 3.2."
            ),
        ),
        (
            f"{HEAD}x: {'[' * 900}\n",
            "api.yaml:2:202: error[too-deep]: the document is nested more than 200 levels deep.",
        ),
        (
            f"{HEAD}x: &a [*a]\n",
            (
                "api.yaml:2:4: error[recursive-alias]: a YAML alias refers to a value that "
                "contains it."
            ),
        ),
        (
            ALIAS_BOMB,
            f"api.yaml:1:1: error[alias-bomb]: {BOMB} {MORE}",
        ),
        (
            f"{HEAD}x: !!python/object:os.system {{}}\n",
            (
                "api.yaml:2:4: error[unknown-tag]: unsupported YAML tag "
                "`tag:yaml.org,2002:python/object:os.system`."
            ),
        ),
        (
            f"{HEAD}x: !!int one\n",
            (
                "api.yaml:2:4: error[unknown-tag]: the YAML tag `tag:yaml.org,2002:int` does "
                "not match this value."
            ),
        ),
        (
            f"{HEAD}? [a]\n: b\n",
            "api.yaml:2:3: error[bad-key]: a key must be a scalar, not a collection.",
        ),
        (
            f"{HEAD}x:\n  <<: text\n",
            "api.yaml:3:7: error[bad-merge]: `<<` must be a mapping or a list of mappings.",
        ),
        (
            f"{HEAD}x: {'9' * 5000}\n",
            "api.yaml:2:4: error[invalid-yaml]: this number has too many digits.",
        ),
    ],
)
def test_bad_yaml_gets_one_line(tmp_path: Path, content: str | bytes, line: str) -> None:
    assert complaints(tmp_path, content) == [line]


@pytest.mark.parametrize("nested", ["[" * 100_000, "{a: " * 100_000], ids=["lists", "mappings"])
def test_text_that_nests_deeper_than_libyaml_reads_gets_the_same_line(
    tmp_path: Path, nested: str
) -> None:
    # Where it stops depends on the version of libyaml.
    (line,) = complaints(tmp_path, f"{HEAD}x: {nested}\n")
    assert line.endswith("error[too-deep]: the document is nested more than 200 levels deep.")


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (
            '{"openapi": "3.1.0",\n "x": }',
            "api.json:2:7: error[invalid-json]: invalid JSON: expecting value.",
        ),
        ("", "api.json:1:1: error[invalid-json]: invalid JSON: expecting value."),
        (
            '{"openapi": "3.1.0", "x": ' + "[" * 300 + "]" * 300 + "}",
            "api.json: error[too-deep]: the document is nested more than 200 levels deep.",
        ),
        (
            '{"openapi": "3.1.0", "x": ' + "[" * 200_000,
            "api.json: error[too-deep]: the document is nested more than 200 levels deep.",
        ),
        (
            '{"openapi": "3.1.0", "x": ' + "9" * 5000 + "}",
            "api.json: error[invalid-json]: this number has too many digits.",
        ),
        (
            "[]",
            (
                "api.json:1:1: error[not-openapi]: the file contains a list; an OpenAPI "
                "document is an object with the key `openapi`."
            ),
        ),
    ],
)
def test_bad_json_gets_one_line(tmp_path: Path, content: str, line: str) -> None:
    assert complaints(tmp_path, content, "api.json") == [line]


@pytest.mark.parametrize(
    ("name", "content", "place"),
    [
        ("api.yaml", f"{HEAD}x:\n  200: a\n  '200': b\n", "api.yaml:4:3"),
        ("api.json", '{"openapi": "3.1.0",\n"x": {"200": 1,\n "200": 2}}', "api.json:3:2"),
    ],
)
def test_a_key_that_is_given_twice_is_an_error(
    tmp_path: Path, name: str, content: str, place: str
) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    found = Diagnostics()
    load(path, found)
    first = int(place.split(":")[1]) - 1
    assert [render(item).removeprefix(f"{tmp_path}/") for item in found.items] == [
        (
            f"{place}: error[duplicate-key]: duplicate key `200`; first used in line "
            f"{first}. Fix: remove or rename one of the two."
        )
    ]


def test_a_missing_file_is_a_wrong_use(tmp_path: Path) -> None:
    found = Diagnostics()
    with pytest.raises(UsageError):
        load(tmp_path / "api.yaml", found)
    assert [render(item) for item in found.items] == [
        f"{tmp_path}/api.yaml: error[missing-file]: file not found."
    ]


def test_a_folder_is_a_wrong_use(tmp_path: Path) -> None:
    found = Diagnostics()
    with pytest.raises(UsageError):
        load(tmp_path, found)
    assert [render(item) for item in found.items] == [
        (
            f"{tmp_path}: error[unreadable-file]: this is a folder, not a file. Fix: pass the "
            "path of a file in it."
        )
    ]


def test_values_are_shared_and_not_copied(tmp_path: Path) -> None:
    data: dict[str, Any] = read(tmp_path, f"{HEAD}a: &a {{x: 1}}\nb: *a\n").data
    assert data["a"] is data["b"]
