"""Overlays: what they change, where that was written, and what is said of wrong ones."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sdkwright.diagnostics import Diagnostics, Fatal, UsageError, render
from sdkwright.model.limits import Limits
from sdkwright.source import document
from sdkwright.source.assembly import assemble
from sdkwright.source.document import Document

CORPUS = Path(__file__).parents[4] / "shared" / "corpus"

BASE = """\
openapi: 3.1.0
info: {title: T, version: '1'}
tags:
- name: a
paths:
  /x:
    get:
      parameters:
      - {name: first, in: query}
      - {name: second, in: query}
      - {name: third, in: query}
      responses: {}
"""


NEW = "overlay: 1.1.0"


def overlaid(
    folder: Path, *actions: str, base: str = BASE, head: str = "overlay: 1.0.0"
) -> tuple[Document, list[str]]:
    """Apply an overlay of these actions; give the document, and what was said."""
    (folder / "api.yaml").write_text(base, encoding="utf-8")
    text = "".join(f"- {action}\n" for action in actions)
    (folder / "o.yaml").write_text(f"{head}\nactions:\n{text}", encoding="utf-8")
    found = Diagnostics()
    path = folder / "api.yaml"
    made = assemble(document.load(path, found), path, [folder / "o.yaml"], found)
    return made, [render(item).replace(f"{folder}/", "") for item in found.items]


def get(made: Document) -> dict[str, Any]:
    operation: dict[str, Any] = made.data["paths"]["/x"]["get"]
    return operation


def test_an_update_is_merged_into_an_object(tmp_path: Path) -> None:
    made, said = overlaid(tmp_path, "{target: $.info, update: {title: U, x-a: {b: [1]}}}")
    assert said == []
    assert made.data["info"] == {"title": "U", "version": "1", "x-a": {"b": [1]}}


def test_objects_are_merged_all_the_way_down_and_lists_joined(tmp_path: Path) -> None:
    update = "{paths: {/x: {get: {summary: S, parameters: [{name: p}]}}}}"
    made, said = overlaid(tmp_path, f"{{target: $, update: {update}}}")
    assert said == []
    assert get(made)["summary"] == "S"
    names = [item["name"] for item in get(made)["parameters"]]
    assert names == ["first", "second", "third", "p"]


@pytest.mark.parametrize("update", ["{name: b}", "[{name: b}]"])
def test_a_list_gets_an_entry_or_a_list_of_them(tmp_path: Path, update: str) -> None:
    made, said = overlaid(tmp_path, f"{{target: $.tags, update: {update}}}")
    assert said == []
    assert made.data["tags"] == [{"name": "a"}, {"name": "b"}]


def test_every_match_is_removed(tmp_path: Path) -> None:
    made, said = overlaid(
        tmp_path, "{target: '$..parameters[?@.name != \"second\"]', remove: true}"
    )
    assert said == []
    assert get(made)["parameters"] == [{"name": "second", "in": "query"}]


@pytest.mark.parametrize("more", ["update: {a: 1}", "copy: $.tags", "update: {}, copy: $.tags"])
def test_what_is_removed_is_not_changed(tmp_path: Path, more: str) -> None:
    made, said = overlaid(tmp_path, f"{{target: $.tags, remove: true, {more}}}", head=NEW)
    assert said == []
    assert [*made.data] == ["openapi", "info", "paths"]


SPECIFIED: dict[str, tuple[str, str, dict[str, Any]]] = {
    "structured": (
        "$",
        "update: {info: {x-applied: structured}, paths: {/x: {summary: X, get: {x-limit: 100}}}}",
        {"summary": "X", "get": {"x-limit": 100}},
    ),
    "targeted": (
        "$.paths['/x'].get",
        "update: {description: New.}",
        {"get": {"description": "New."}},
    ),
    "wildcard": ("$.paths.*.get", "update: {x-safe: true}", {"get": {"x-safe": True}}),
    "filter": (
        "$.paths.*.get.parameters[?@.name=='second' && @.in=='query']",
        "update: {schema: {$ref: '#/a'}}",
        {},
    ),
}


@pytest.mark.parametrize(("target", "change", "found"), SPECIFIED.values(), ids=SPECIFIED)
def test_examples_like_those_of_the_specification_are_applied(
    tmp_path: Path, target: str, change: str, found: dict[str, Any]
) -> None:
    made, said = overlaid(tmp_path, f'{{target: "{target}", {change}}}', head=NEW)
    assert said == []
    item = made.data["paths"]["/x"]
    assert {key: item[key] for key in found if key != "get"} == {
        key: value for key, value in found.items() if key != "get"
    }
    assert found.get("get", {}).items() <= get(made).items()
    second = get(made)["parameters"][1]
    is_second = "second" in target
    assert second == {
        "name": "second",
        "in": "query",
        **({"schema": {"$ref": "#/a"}} if is_second else {}),
    }


def test_a_property_is_removed(tmp_path: Path) -> None:
    made, said = overlaid(tmp_path, "{target: '$.paths[\"/x\"].get.parameters', remove: true}")
    assert said == []
    assert get(made) == {"responses": {}}


@pytest.mark.parametrize(
    ("update", "found"), [("U", "U"), ("2", 2), ("true", True), ("null", None), ("1.50", 1.5)]
)
def test_a_primitive_is_replaced(tmp_path: Path, update: str, found: object) -> None:
    made, said = overlaid(tmp_path, f"{{target: $.info.title, update: {update}}}", head=NEW)
    assert said == []
    assert made.data["info"] == {"title": found, "version": "1"}
    assert str(made.place("/info/title")).endswith("o.yaml:3:26")


def test_each_primitive_of_a_list_is_replaced(tmp_path: Path) -> None:
    base = f"{BASE}x-names: [a, b, a]\n"
    action = '{target: \'$["x-names"][?@ == "a"]\', update: c}'
    made, said = overlaid(tmp_path, action, base=base, head=NEW)
    assert said == []
    assert made.data["x-names"] == ["c", "b", "c"]


@pytest.mark.parametrize(
    ("target", "source", "found"),
    [
        ("$.info", "$.tags[0]", {"title": "T", "version": "1", "name": "a"}),
        ("$.info.title", "$.info.version", {"title": "1", "version": "1"}),
        ("$.info", "$", None),
    ],
    ids=["an object", "a primitive", "an object around the target"],
)
def test_a_value_is_copied(
    tmp_path: Path, target: str, source: str, found: dict[str, Any] | None
) -> None:
    made, said = overlaid(tmp_path, f"{{target: {target}, copy: {source!r}}}", head=NEW)
    assert said == []
    before = document.load(tmp_path / "api.yaml", Diagnostics()).data
    assert made.data["info"] == (found or {**before["info"], **before})


@pytest.mark.parametrize(
    ("source", "names"),
    [("$.tags[0]", ["a", "a"]), ("$.tags", ["a", "a"])],
    ids=["an entry", "a list"],
)
def test_a_copy_is_appended_to_a_list(tmp_path: Path, source: str, names: list[str]) -> None:
    made, said = overlaid(tmp_path, f"{{target: $.tags, copy: {source!r}}}", head=NEW)
    assert said == []
    assert [tag["name"] for tag in made.data["tags"]] == names


def test_a_copy_may_be_changed_and_its_parts_have_their_places(tmp_path: Path) -> None:
    made, said = overlaid(
        tmp_path,
        "{target: '$.paths[\"/x\"].get', update: {summary: S}}",
        "{target: $.paths, update: {/y: {}}}",
        "{target: '$.paths[\"/y\"]', copy: '$.paths[\"/x\"]'}",
        "{target: '$.paths[\"/y\"].get.summary', update: Z}",
        "{target: '$.paths[\"/y\"].get.parameters[1]', remove: true}",
        head=NEW,
    )
    assert said == []
    assert get(made)["summary"] == "S"
    copied = made.data["paths"]["/y"]["get"]
    assert copied["summary"] == "Z"
    assert [item["name"] for item in copied["parameters"]] == ["first", "third"]
    assert [item["name"] for item in get(made)["parameters"]] == ["first", "second", "third"]
    shown = {
        pointer: str(made.place(pointer)).replace(f"{tmp_path}/", "")
        for pointer in (
            "/paths/~1x/get/summary",
            "/paths/~1y/get/summary",
            "/paths/~1y/get/parameters/1",
            "/paths/~1y/get/responses",
        )
    }
    assert shown == {
        "/paths/~1x/get/summary": "o.yaml:3:42",
        "/paths/~1y/get/summary": "o.yaml:6:41",
        "/paths/~1y/get/parameters/1": "api.yaml:11:9",
        "/paths/~1y/get/responses": "api.yaml:12:7",
    }


def test_a_place_is_moved_by_copying_and_removing(tmp_path: Path) -> None:
    made, said = overlaid(
        tmp_path,
        "{target: $.paths, update: {/y: {}}}",
        "{target: '$.paths[\"/y\"]', copy: '$.paths[\"/x\"]'}",
        "{target: '$.paths[\"/x\"]', remove: true}",
        head=NEW,
    )
    assert said == []
    assert [*made.data["paths"]] == ["/y"]
    assert [*made.data["paths"]["/y"]] == ["get"]


@pytest.mark.parametrize(
    ("action", "said"),
    [
        ("{target: $.info, copy: $.nothing}", "`copy` must select one value, and selects nothing"),
        ("{target: $.info, copy: $.info.*}", "`copy` must select one value, and selects 2 values"),
        ("{target: $.info, copy: 5}", "`copy` must be a JSONPath"),
        ("{target: $.info, copy: '$.a['}", "invalid JSONPath: unexpected end of query"),
        ("{target: $.info, copy: $, update: {}}", "an action has either `update` or `copy`"),
        (
            "{target: $.info, copy: $.tags}",
            "the target is an object, and a list does not merge with it",
        ),
        (
            "{target: $.info.title, copy: $.info}",
            "the target is a string, and an object does not merge with it",
        ),
    ],
)
def test_what_can_not_be_copied_is_told(tmp_path: Path, action: str, said: str) -> None:
    made, told = overlaid(tmp_path, action, head=NEW)
    assert [line.partition("error[bad-overlay]: ")[2] for line in told] == [f"{said}."]
    assert made.data["info"] == {"title": "T", "version": "1"}


def test_a_newer_version_is_told(tmp_path: Path) -> None:
    made, said = overlaid(tmp_path, "{target: $.info, copy: '$.tags[0]'}", head="overlay: 1.2.0")
    assert said == ["o.yaml:1:1: warning[overlay-version]: Overlay 1.2.0 is read as 1.1."]
    assert made.data["info"]["name"] == "a"


@pytest.mark.parametrize(
    ("extends", "said"),
    [
        ("./api.yaml", []),
        ("../here/api.yaml", []),
        ("https://example.com/other.yaml", []),
        (
            "other.yaml",
            [
                (
                    "o.yaml:2:1: warning[overlay-extends]: this overlay is for another document. "
                    "Fix: apply it to that one, or correct `extends`."
                )
            ],
        ),
        ("5", ["o.yaml:2:1: error[bad-overlay]: `extends` must be a URI."]),
        ("'http://[a'", ["o.yaml:2:1: error[bad-overlay]: `extends` must be a URI."]),
    ],
)
def test_the_document_that_an_overlay_is_for(tmp_path: Path, extends: str, said: list[str]) -> None:
    folder = tmp_path / "here"
    folder.mkdir()
    action = "{target: $.info, update: {title: U}}"
    made, told = overlaid(folder, action, head=f"overlay: 1.1.0\nextends: {extends}")
    assert told == said
    assert made.data["info"]["title"] == "U"


def test_actions_follow_one_another(tmp_path: Path) -> None:
    made, said = overlaid(
        tmp_path,
        "{target: $.tags, update: {name: b}}",
        "{target: '$.tags[?@.name == \"b\"]', update: {description: D}}",
    )
    assert said == []
    assert made.data["tags"][1] == {"name": "b", "description": "D"}


def test_what_an_alias_names_is_changed_in_one_place_only(tmp_path: Path) -> None:
    base = "openapi: 3.1.0\ninfo: &i {title: T, version: '1'}\nx-copy: *i\n"
    made, said = overlaid(tmp_path, "{target: $.info, update: {title: U}}", base=base)
    assert said == []
    assert made.data["x-copy"] == {"title": "T", "version": "1"}


def test_places_are_those_of_the_file_that_has_the_text(tmp_path: Path) -> None:
    made, _ = overlaid(
        tmp_path,
        "{target: '$.paths[\"/x\"].get.parameters[0]', remove: true}",
        "{target: '$.paths[\"/x\"].get.parameters', update: {name: last}}",
        "{target: $.info, update: {title: U}}",
    )
    shown = {
        pointer: str(made.place(pointer)).replace(f"{tmp_path}/", "")
        for pointer in (
            "/paths/~1x/get/parameters/0/name",
            "/paths/~1x/get/parameters/1",
            "/paths/~1x/get/parameters/2",
            "/info/title",
            "/info/version",
        )
    }
    assert shown == {
        "/paths/~1x/get/parameters/0/name": "api.yaml:10:10",
        "/paths/~1x/get/parameters/1": "api.yaml:11:9",
        "/paths/~1x/get/parameters/2": "o.yaml:4:44",
        "/info/title": "o.yaml:5:29",
        "/info/version": "api.yaml:2:18",
    }


def test_a_number_from_an_overlay_keeps_its_spelling(tmp_path: Path) -> None:
    made, _ = overlaid(tmp_path, "{target: $.info, update: {version: 2.10}}")
    assert made.spelling("/info/version") == "2.10"


@pytest.mark.parametrize(
    ("action", "said"),
    [
        (
            "{target: '$.a[', remove: true}",
            "o.yaml:3:4: error[bad-overlay]: invalid JSONPath: unexpected end of query.",
        ),
        (
            "{target: '', remove: true}",
            (
                "o.yaml:3:4: error[bad-overlay]: invalid JSONPath: "
                "expected 'TOKEN_ROOT', found 'TOKEN_EOF'."
            ),
        ),
        (
            "{remove: true}",
            "o.yaml:3:3: error[bad-overlay]: this action has no `target` (a JSONPath).",
        ),
        (
            "{target: $.info, updates: {}}",
            "o.yaml:3:20: error[bad-overlay]: unknown key `updates` in an action.",
        ),
        (
            "{target: $.info, remove: please}",
            "o.yaml:3:20: error[bad-overlay]: `remove` must be true or false.",
        ),
        (
            "{target: $, remove: true}",
            "o.yaml:3:4: error[bad-overlay]: the whole document cannot be removed.",
        ),
        (
            "{target: $.info, update: text}",
            (
                "o.yaml:3:20: error[bad-overlay]: the target is an object, and a string does not "
                "merge with it."
            ),
        ),
        (
            "{target: $.info.title, update: {a: b}}",
            (
                "o.yaml:3:26: error[bad-overlay]: the target is a string, and an object does not "
                "merge with it."
            ),
        ),
        (
            "{target: $.nothing, remove: true}",
            (
                "o.yaml:3:4: warning[unused-action]: this target matches nothing in the "
                "document. Fix: correct or remove the action."
            ),
        ),
        (
            "{target: $.info}",
            (
                "o.yaml:3:3: warning[unused-action]: this action has neither `update` nor `copy` "
                "nor `remove`, so it changes nothing. Fix: correct or remove the action."
            ),
        ),
        (
            "{target: $.info.title, update: U}",
            (
                "o.yaml:3:26: error[bad-overlay]: Overlay 1.0 does not change a string. "
                "Fix: begin the overlay with `overlay: 1.1.0`."
            ),
        ),
        (
            "{target: $.info, copy: $.paths}",
            (
                "o.yaml:3:20: error[bad-overlay]: `copy` is new in Overlay 1.1. "
                "Fix: begin the overlay with `overlay: 1.1.0`."
            ),
        ),
        (
            "{target: $, update: {info: [1]}}",
            (
                "o.yaml:3:24: error[bad-overlay]: `info` is an object, and a list does not merge "
                "with it. Fix: remove it with an action before this one."
            ),
        ),
        (
            "{target: $, update: {info: {title: {a: b}}}}",
            (
                "o.yaml:3:31: error[bad-overlay]: `title` is a string, and an object does not "
                "merge with it. Fix: remove it with an action before this one."
            ),
        ),
        (
            "{target: $, update: {info: }}",
            (
                "o.yaml:3:24: warning[unused-action]: `info` is an object, which null does not "
                "change. Fix: remove it with an action of its own, or leave it out here."
            ),
        ),
    ],
)
def test_an_action_that_does_nothing_is_told(tmp_path: Path, action: str, said: str) -> None:
    made, told = overlaid(tmp_path, action)
    assert told == [said]
    assert made.data["info"] == {"title": "T", "version": "1"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: 1\n", "not-overlay"),
        ("- 1\n", "not-overlay"),
        ("overlay: 2.0.0\nactions: []\n", "overlay-version"),
        ("overlay: 1\nactions: []\n", "overlay-version"),
        ("overlay: 1.x\nactions: []\n", "overlay-version"),
        ("overlay: 1.0.0\n", "not-overlay"),
        ("overlay: [\n", "invalid-yaml"),
    ],
)
def test_a_file_that_is_no_overlay_ends_the_run(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "api.yaml").write_text(BASE, encoding="utf-8")
    (tmp_path / "o.yaml").write_text(text, encoding="utf-8")
    found = Diagnostics()
    read = document.load(tmp_path / "api.yaml", found)
    with pytest.raises(Fatal):
        assemble(read, tmp_path / "api.yaml", [tmp_path / "o.yaml"], found)
    assert [item.code for item in found.items] == [said]


def test_updates_do_not_multiply_without_end(tmp_path: Path) -> None:
    """Each action doubles the objects below `x-a`."""
    action = "- {target: '$[\"x-a\"]..[?@.x]', update: {y: {x: {}}, z: {x: {}}}}\n"
    path, overlay = tmp_path / "api.yaml", tmp_path / "o.yaml"
    path.write_text(f"{BASE}x-a: {{b: {{x: {{}}}}}}\n", encoding="utf-8")
    overlay.write_text(f"overlay: 1.0.0\nactions:\n{action * 40}", encoding="utf-8")
    found = Diagnostics()
    most = Limits(values=2_000)
    with pytest.raises(Fatal):
        assemble(document.load(path, found), path, [overlay], found, most)
    assert [(item.code, item.message) for item in found.items] == [
        ("too-large", "with this update, the document has more than 2,000 values")
    ]


def test_a_missing_overlay_is_a_wrong_use(tmp_path: Path) -> None:
    (tmp_path / "api.yaml").write_text(BASE, encoding="utf-8")
    found = Diagnostics()
    read = document.load(tmp_path / "api.yaml", found)
    with pytest.raises(UsageError):
        assemble(read, tmp_path / "api.yaml", [tmp_path / "o.yaml"], found)
    assert [item.code for item in found.items] == ["missing-file"]


@pytest.mark.extended
@pytest.mark.skipif(not CORPUS.exists(), reason="needs ../shared/corpus, which is not here")
def test_the_overlays_of_openrouter_give_what_its_own_tools_give() -> None:
    names = (
        "open-enums",
        "remove-rss-responses",
        "add-headers",
        "allof-simplify",
        "boolean-query-params",
        "nullable-model-fields",
        "deprecated-beta-responses-alias",
    )
    overlays = [CORPUS / "openrouter-overlays" / f"{name}.overlay.yaml" for name in names]
    found = Diagnostics()
    path = CORPUS / "openrouter-in.yaml"
    made = assemble(document.load(path, found), path, overlays, found)
    assert made.data == document.load(CORPUS / "openrouter.yaml", found).data
    assert [item.code for item in found.items] == ["unused-action"]
    assert str(made.place("/paths/~1responses/post/tags/1")).endswith(
        "deprecated-beta-responses-alias.overlay.yaml:15:11"
    )
