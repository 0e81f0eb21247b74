"""No name of a document leads a file out of its folder, or onto another file."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from sdkwright import output
from sdkwright.diagnostics import Diagnostics, Fatal
from sdkwright.workspace.cache import Cache
from tests.hostile.attacks.base import base
from tests.hostile.attacks.paths import NAMES, TWINS
from tests.hostile.harness import packages
from tests.hostile.harness.verdicts import assert_own_files


def named(*names: str) -> dict[str, Any]:
    """Make a document that uses each name for a tag, an operation, a schema and an inline type."""
    document = base()
    for number, name in enumerate(names):
        schema = {"type": "object", "properties": {"inner": {"enum": ["a", "b"]}, f"p{number}": {}}}
        document["components"]["schemas"][name] = schema
        answer = {"schema": {"$ref": f"#/components/schemas/{_escaped(name)}"}}
        inline = {"schema": {"type": "object", "properties": {"a": {"type": "string"}}}}
        document["paths"][f"/n{number}"] = {
            "get": {
                "operationId": name,
                "tags": [name],
                "responses": {
                    "200": {"description": "Fine", "content": {"application/json": answer}},
                    "400": {"description": "Bad", "content": {"application/json": inline}},
                },
            }
        }
    return document


def _escaped(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1").replace("%", "%25")


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_a_file_of_its_own_folder(tmp_path: Path, name: str) -> None:
    assert_own_files(packages.render_only(named(NAMES[name]), tmp_path / "x"))


@pytest.mark.parametrize("twins", TWINS)
def test_names_that_look_alike_do_not_overwrite_each_other(tmp_path: Path, twins: str) -> None:
    made = packages.render_only(named(*TWINS[twins]), tmp_path / "x")
    assert_own_files(made)
    text = "\n".join(made.files.values())
    assert all(f'"/n{number}"' in text for number in range(len(TWINS[twins])))
    assert all(re.search(rf"\bp{number}: ", text) for number in range(len(TWINS[twins])))


def test_nothing_is_written_through_a_symlink(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    folder = tmp_path / "x" / "out"
    folder.mkdir(parents=True)
    (folder / "src").symlink_to(elsewhere)
    found = Diagnostics()
    with pytest.raises(Fatal):
        output.write({"src/a.md": "a\n"}, folder, found, Cache(None), force=True)
    assert [item.code for item in found.items] == ["file-in-way"]
    assert [*elsewhere.iterdir()] == []


def test_a_file_of_somebody_else_is_kept(tmp_path: Path) -> None:
    folder = tmp_path / "x" / "out"
    folder.mkdir(parents=True)
    (folder / "README.md").write_text("mine\n")
    found = Diagnostics()
    with pytest.raises(Fatal):
        output.write({"README.md": "a\n"}, folder, found, Cache(None))
    assert (folder / "README.md").read_text() == "mine\n"
