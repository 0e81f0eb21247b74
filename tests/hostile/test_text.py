"""Text of a document never becomes code, markup or another file's syntax."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Final

import pytest

from tests.hostile import packages
from tests.hostile.places import FREE, PAYLOADS, RULED, RULED_PAYLOADS, base

HARMLESS: Final = "plain text"
LEAKED: Final = frozenset({"__import__", "system"})
"""Names that only the code in the texts has."""

IMPORTS: Final = Path(__file__).with_name("imports.py")

NO_TEXT: Final = "surrogate"
"""Half a character: values that must be text are refused with their place."""


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> packages.Made:
    folder = tmp_path_factory.mktemp("harmless") / "package"
    return packages.make(_attacked(HARMLESS), folder, "library", cache)


def _attacked(text: str) -> object:
    document = base()
    for put in FREE.values():
        put(document, text)
    return document


@pytest.mark.parametrize("payload", [name for name in PAYLOADS if name != NO_TEXT])
def test_a_text_stays_text_at_every_place(
    tmp_path: Path, cache: Path, harmless: packages.Made, payload: str
) -> None:
    folder = tmp_path / "package"
    made = packages.make(_attacked(PAYLOADS[payload]), folder, "library", cache)
    assert [line for line in made.said if "note[" not in line] == []
    assert packages.shape(made) == packages.shape(harmless)
    assert not LEAKED & packages.names(made)
    assert packages.active(made) == []
    project = tomllib.loads(made.files["pyproject.toml"])
    expected = tomllib.loads(harmless.files["pyproject.toml"])
    assert project["project"].pop("description") != expected["project"].pop("description")
    assert project == expected
    assert json.loads(made.files[".sdkwright.json"]).keys() == made.files.keys() - {
        ".sdkwright.json"
    }
    _import_alone(folder / "out" / "src")


def _import_alone(source: Path) -> None:
    """Import all modules of a package in a process that may do nothing but that."""
    done = subprocess.run(
        [sys.executable, "-I", str(IMPORTS), str(source)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("", "")


def test_half_a_character_is_refused_with_its_place(tmp_path: Path, cache: Path) -> None:
    made = packages.make(_attacked(PAYLOADS[NO_TEXT]), tmp_path / "package", "library", cache)
    assert made.files == {}
    assert [line.partition(":")[0] for line in made.said] == ["openapi.json"] * len(made.said)


@pytest.mark.parametrize("place", RULED)
def test_a_text_is_made_harmless_or_refused(tmp_path: Path, place: str) -> None:
    for number, payload in enumerate(RULED_PAYLOADS):
        document = base()
        RULED[place](document, PAYLOADS[payload])
        made = packages.render_only(document, tmp_path / str(number))
        assert packages.complaints(made) == []
        assert made.files or any(": error[" in line for line in made.said)
        assert not LEAKED & packages.names(made)
        assert packages.active(made) == []
