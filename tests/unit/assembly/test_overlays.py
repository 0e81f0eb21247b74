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


def overlaid(folder: Path, *actions: str, base: str = BASE) -> tuple[Document, list[str]]:
    """Apply an overlay of these actions; give the document, and what was said."""
    (folder / "api.yaml").write_text(base, encoding="utf-8")
    text = "".join(f"- {action}\n" for action in actions)
    (folder / "o.yaml").write_text(f"overlay: 1.0.0\nactions:\n{text}", encoding="utf-8")
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


def test_a_property_is_removed(tmp_path: Path) -> None:
    made, said = overlaid(tmp_path, "{target: '$.paths[\"/x\"].get.parameters', remove: true}")
    assert said == []
    assert get(made) == {"responses": {}}


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
                "o.yaml:3:20: error[bad-overlay]: the target is an object, so this update "
                "does not apply to it."
            ),
        ),
        (
            "{target: $.info.title, update: {a: b}}",
            (
                "o.yaml:3:26: error[bad-overlay]: the target is neither an object nor a "
                "list, so this update does not apply to it."
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
                "o.yaml:3:3: warning[unused-action]: this action has neither `update` nor "
                "`remove`, so it changes nothing. Fix: correct or remove the action."
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
