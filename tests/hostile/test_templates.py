"""Templates see what they are given, and a document chooses none."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import jinja2.meta
import pytest
from jinja2 import FileSystemLoader

from sdkwright import cli, emit
from sdkwright.config import from_options
from sdkwright.diagnostics import Diagnostics
from sdkwright.emit import environment
from sdkwright.pipeline.run import surface
from tests.hostile.attacks.templates import DOCUMENTS, TEMPLATES

FOLDER: Final = Path(__file__).parents[2] / "templates"


@dataclass(frozen=True)
class View:
    """What a template is given."""

    names: list[str] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)

    def method(self) -> str:
        return ""


def function() -> None:
    pass


@pytest.mark.parametrize(
    ("what", "template", "error"), TEMPLATES, ids=[row[0] for row in TEMPLATES]
)
def test_a_template_cannot_reach(what: str, template: str, error: type[Exception]) -> None:
    made = environment.make_environment().from_string(template)
    with pytest.raises(error) as caught:
        made.render(view=View(), function=function)
    assert caught.type is error, what


def test_a_template_can_see_a_field() -> None:
    made = environment.make_environment().from_string("{{ view.names[0] }}")
    assert made.render(view=View(["name"])) == "name"


def loaded_for(text: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[set[str], str]:
    """Make a package of a document that says a text everywhere; give the templates and files."""
    folder.mkdir()
    (folder / "openapi.json").write_text(json.dumps(document(text)))
    found = Diagnostics()
    settings = from_options(folder / "openapi.json", "library", folder / "out", found)
    loaded = set()
    load = FileSystemLoader.get_source

    def recorded(self: FileSystemLoader, environment: Any, name: str) -> Any:
        loaded.add(name)
        return load(self, environment, name)

    monkeypatch.setattr(FileSystemLoader, "get_source", recorded)
    environment._environment.cache_clear()
    files = emit.emit(surface(settings, found)[0], settings)
    environment._environment.cache_clear()
    return loaded, "\n".join(files.values())


def document(text: str) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "object", "title": text, "description": text}
    schema["properties"] = {"a": {"type": "string", "default": text, "enum": [text]}}
    content = {"application/json": {"schema": schema}}
    operation = {"operationId": text, "summary": text, "description": text, "tags": [text]}
    answers = {"200": {"description": text, "content": content}}
    return {
        "openapi": "3.1.0",
        "info": {"title": text, "version": text, "description": text, "x-template": text},
        "servers": [{"url": "https://example.com", "description": text}],
        "tags": [{"name": text, "description": text, "x-template": text}],
        "paths": {"/a": {"get": {**operation, "x-template": text, "responses": answers}}},
    }


@pytest.mark.parametrize(("what", "text"), DOCUMENTS, ids=[what for what, _ in DOCUMENTS])
def test_a_document_chooses_no_template(
    what: str, text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    harmless, _ = loaded_for("something harmless", tmp_path / "harmless", monkeypatch)
    loaded, files = loaded_for(text, tmp_path / "hostile", monkeypatch)
    assert loaded == harmless, what
    assert {name for name in loaded if not (FOLDER / name).is_file()} <= {"licenses/MIT.txt"}
    assert text in files  # as text


def test_templates_include_by_names_that_they_have_themselves() -> None:
    """The one that stands in a view is one of three that the view is made with."""
    parser = environment.make_environment()
    chosen = {
        path.relative_to(FOLDER).as_posix()
        for path in FOLDER.rglob("*.jinja")
        if None in jinja2.meta.find_referenced_templates(parser.parse(path.read_text()))
    }
    assert chosen == {"python/module.jinja"}
    assert "{% include declaration.template %}" in (FOLDER / "python/module.jinja").read_text()
    views = (Path(emit.__file__).parent / "models.py").read_text()
    assert set(re.findall(r'"python/\w+\.jinja"', views)) == {
        '"python/model.jinja"',
        '"python/error.jinja"',
        '"python/alias.jinja"',
    }


def test_no_setting_and_no_option_names_templates(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever wants others changes those of the generator: then it is plain that they are code."""
    settings = tmp_path / "sdk.toml"
    for text in ('templates = "x"\n', '[package]\nmodule = "m"\ntemplates = "x"\n'):
        settings.write_text(text)
        assert cli.main(["gen", "--config", str(settings)]) == 1
        assert "unknown-setting" in capsys.readouterr().err
    with pytest.raises(SystemExit, match="2"):
        cli.main(["gen", "--templates", "x"])
