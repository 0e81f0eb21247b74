"""Text of a document never becomes code, markup or another file's syntax."""

from __future__ import annotations

import ast
import functools
import json
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pytest

from sdkwright import config
from sdkwright.diagnostics import Diagnostics, Fatal
from sdkwright.diff.render import as_json, as_markdown, as_terminal
from sdkwright.pipeline import compare
from tests.hostile.attacks.base import base
from tests.hostile.attacks.payloads import PAYLOADS, RULED_PAYLOADS
from tests.hostile.attacks.places import FREE, RULED
from tests.hostile.attacks.settings import OVERLAY, SETTINGS, overlay, settings
from tests.hostile.harness import packages, reading
from tests.hostile.harness.batches import Batch
from tests.hostile.harness.verdicts import Outcome
from tests.hostile.page import outcomes

HARMLESS: Final = "plain text"
LEAKED: Final = frozenset({"__import__", "system"})
"""Names that only the code in the texts has."""

NO_TEXT: Final = "surrogate"
"""Half a character: values that must be text are refused with their place."""

TEXTS: Final = [name for name in PAYLOADS if name != NO_TEXT]


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> packages.Made:
    folder = tmp_path_factory.mktemp("harmless") / "package"
    return packages.render_only(_attacked(HARMLESS), folder)


def _attacked(text: str) -> object:
    document = base()
    for put in FREE.values():
        put(document, text)
    return document


@functools.cache
def attacked(payload: str) -> packages.Made:
    """Render the package of a document that has a text at every place."""
    with TemporaryDirectory() as folder:
        return packages.render_only(_attacked(PAYLOADS[payload]), Path(folder) / "package")


def assert_harmless(made: packages.Made) -> None:
    """Whatever was refused or made: no name of the code in the texts, and no page that acts."""
    assert packages.complaints(made) == []
    assert made.files or any(": error[" in line for line in made.said)
    assert not LEAKED & packages.names(made)
    assert packages.active(made) == []


def assert_harmless_beside(made: packages.Made) -> None:
    """The same for what is wrong in another file than the document."""
    assert made.files or any("error[" in line for line in made.said)
    assert not any("internal-error" in line for line in made.said), made.said
    assert not LEAKED & packages.names(made)
    assert packages.active(made) == []


def assert_project_is_text(made: packages.Made) -> None:
    """The project file has the tables that it always has."""
    project = tomllib.loads(made.files["pyproject.toml"])
    assert project.keys() == {"build-system", "project", "tool"}
    assert "scripts" not in project["project"]


@pytest.mark.parametrize("payload", TEXTS)
def test_a_text_stays_text_at_every_place(harmless: packages.Made, payload: str) -> None:
    made = attacked(payload)
    assert [line for line in made.said if "note[" not in line] == []
    assert packages.shape(made) == packages.shape(harmless)
    assert_harmless(made)
    assert packages.active(made, in_all=True) == []
    project = tomllib.loads(made.files["pyproject.toml"])
    expected = tomllib.loads(harmless.files["pyproject.toml"])
    assert project["project"].pop("description") != expected["project"].pop("description")
    for item in (project, expected):  # a text that is no licence makes none
        item["project"].pop("license", None)
        item["project"].pop("license-files", None)
    assert project == expected


def test_an_import_does_nothing_but_that_whatever_the_text(tmp_path: Path) -> None:
    batch = Batch(tmp_path / "batch")
    for payload in TEXTS:
        batch.add(Outcome("library", attacked(payload).files))
    assert [(TEXTS[item.number], item.detail) for item in batch.imported()] == []


@pytest.mark.parametrize("payload", RULED_PAYLOADS[:6])
def test_formatting_and_writing_leave_a_text_as_it_is(
    tmp_path: Path, cache: Path, payload: str
) -> None:
    rendered = attacked(payload)
    made = packages.make(_attacked(PAYLOADS[payload]), tmp_path / "made", "library", cache)
    assert packages.shape(made) == packages.shape(rendered)
    assert packages.active(made, in_all=True) == []
    for path, text in packages.modules(rendered).items():
        assert _texts(made.files[path]) == _texts(text)
    files = made.files.keys() - {".sdkwright.json"}
    assert json.loads(made.files[".sdkwright.json"]).keys() == files == rendered.files.keys()


def _texts(code: str) -> Counter[str]:
    """Give the strings of a module, without the blanks that lay out docstrings."""
    return Counter(
        " ".join(node.value.split())
        for node in ast.walk(packages.tree(code))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def test_half_a_character_is_refused_with_its_place(tmp_path: Path, cache: Path) -> None:
    made = packages.make(_attacked(PAYLOADS[NO_TEXT]), tmp_path / "package", "library", cache)
    assert made.files == {}
    assert [line.partition(":")[0] for line in made.said] == ["openapi.json"] * len(made.said)


@pytest.mark.parametrize("payload", TEXTS)
def test_what_a_person_reads_is_the_text_of_the_document(tmp_path: Path, payload: str) -> None:
    document, places = reading.marked(PAYLOADS[payload])
    made = packages.render_only(document, tmp_path / "package")
    expected = reading.spellings(PAYLOADS[payload])
    size = 12 * len(PAYLOADS[payload]) + 200  # as an escape may be
    for found in reading.readings(made, places, size):
        assert any(found.words[: len(form)] == form for form in expected), found


def test_the_page_says_where_each_text_is_read(tmp_path: Path) -> None:
    document, places = reading.marked("")
    where = defaultdict(set)
    for found in reading.readings(packages.render_only(document, tmp_path / "package"), places, 0):
        where[found.place].add(found.where)
    for place in FREE:
        read = sorted(where[place]) or ["nowhere: it is not used"]
        outcomes.expect("Text", place, ", ".join(read))


@pytest.mark.parametrize("place", RULED)
def test_a_text_is_made_harmless_or_refused(tmp_path: Path, place: str) -> None:
    found = []
    for number, payload in enumerate(RULED_PAYLOADS):
        document = base()
        RULED[place](document, PAYLOADS[payload])
        found.append(packages.render_only(document, tmp_path / str(number)))
        assert_harmless(found[-1])
    outcomes.expect("Text", place, *outcomes.summary(found))


@pytest.mark.parametrize("payload", TEXTS)
def test_what_changed_is_told_in_text_only(tmp_path: Path, payload: str) -> None:
    """As a comment on a pull request, on a terminal, and for machines."""

    def compared(name: str, text: str) -> compare.Comparison:
        def state(label: str, text: str) -> Callable[[Diagnostics], config.Config]:
            path = packages.write(_attacked(text), tmp_path / f"{name}-{label}")
            return lambda found: config.from_options(path, "library", tmp_path / "out", found)

        return compare.of(state("old", "before"), state("new", text), Diagnostics())

    harmless, attacked = compared("harmless", "after"), compared("attacked", PAYLOADS[payload])
    assert len(attacked.changes) == len(harmless.changes) > 30
    markup = [
        {
            token.content if token.type.startswith("html") else token.type
            for token in packages.tokens(as_markdown(each))
            if token.type not in {"text", "inline", "code_inline"}
        }
        for each in (harmless, attacked)
    ]
    assert markup[0] == markup[1]
    assert all(line.isprintable() for line in as_terminal(attacked, colour=False).split("\n"))
    assert len(json.loads(as_json(attacked))["changes"]) == len(attacked.changes)


@pytest.mark.parametrize("place", SETTINGS)
def test_a_text_in_the_settings_is_text_or_refused(tmp_path: Path, place: str) -> None:
    found = []
    for number, payload in enumerate(RULED_PAYLOADS):
        text, folder = PAYLOADS[payload], tmp_path / str(number)
        packages.write(base(), folder)
        path = settings(folder, place, text)
        said = Diagnostics()
        try:
            files = packages.rendered(config.read(path, said), said)
        except Fatal:
            files = {}
        made = packages.Made(packages.said(said.items, path), files)
        found.append(made)
        assert_harmless_beside(made)
        if made.files:
            assert_project_is_text(made)
    outcomes.expect("Text", f"sdk.toml: {place}", *outcomes.summary(found))


@pytest.mark.parametrize("place", OVERLAY)
def test_a_text_in_an_overlay_is_text_or_refused(tmp_path: Path, place: str) -> None:
    found = []
    for number, payload in enumerate(RULED_PAYLOADS):
        text, folder = PAYLOADS[payload], tmp_path / str(number)
        path = overlay(folder, place, text)
        made = packages.render_only(base(), folder / "package", (path,))
        found.append(made)
        assert_harmless_beside(made)
    outcomes.expect("Text", f"overlay: {place}", *outcomes.summary(found))
