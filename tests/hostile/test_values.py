"""What a document says that is no text is code that runs as well: names, numbers, references."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.hostile.attacks import chains, taken
from tests.hostile.attacks.numbers import NUMBERS, document
from tests.hostile.harness.batches import Batch
from tests.hostile.harness.projects import Project
from tests.hostile.harness.verdicts import judge, render_project

TYPED = ("a security scheme", "a tag", "a webhook")
"""The places of which the packages are type-checked as well, which takes longer than the rest."""


def test_a_name_that_generated_code_uses_can_be_taken_nowhere(tmp_path: Path) -> None:
    batch, names = Batch(tmp_path / "batch"), taken.names()
    assert {"super", "self", "cls", "type", "Session", "SDK", "errors", "operations"} <= {*names}
    for place, made_of in taken.PLACES.items():
        project = Project({"openapi.json": json.dumps(made_of(names)).encode()})
        outcome = judge(project, tmp_path / place)
        assert outcome.files, place
        batch.add(outcome)
    places = [*taken.PLACES]
    found = [*batch.imported(), *batch.type_checked(map(places.index, TYPED))]
    assert [(places[item.number], item.detail) for item in found] == []


def test_a_number_is_code_that_runs(tmp_path: Path) -> None:
    batch = Batch(tmp_path / "batch")
    for name, number in NUMBERS.items():
        outcome = judge(Project({"openapi.yaml": document(number)}), tmp_path / name)
        assert outcome.files, name
        batch.add(outcome)
    found = [*batch.imported(), *batch.type_checked([0])]
    assert [(list(NUMBERS)[item.number], item.detail) for item in found] == []


@pytest.mark.parametrize("number", [".inf", "-.inf", ".nan", "1e400"])
def test_a_limit_that_is_none_is_told_at_its_line(tmp_path: Path, number: str) -> None:
    text = f"""\
openapi: 3.1.0
info: {{title: T, version: '1'}}
servers: [{{url: 'https://a.example'}}]
paths:
  /x:
    get:
      parameters:
      - name: a
        in: query
        schema:
          type: number
          maximum: {number}
      responses: {{'204': {{description: Done}}}}
"""
    _, said = render_project(Project({"openapi.yaml": text.encode()}), tmp_path / "x")
    places = [(item.code, item.place.line) for item in said if item.place is not None]
    assert places == [("weak-type", 12)]


@pytest.fixture
def deep() -> Iterator[None]:
    """Calls may be nested as deeply as in a command."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(20_000)
    yield
    sys.setrecursionlimit(before)


@pytest.mark.usefixtures("deep")
def test_a_chain_of_references_is_code_that_runs(tmp_path: Path) -> None:
    documents = {what: chains.of_schemas(step) for what, step in chains.SCHEMAS.items()}
    documents |= {kind: chains.of_components(kind) for kind in chains.COMPONENTS}
    assert _faults(documents, tmp_path) == []


@pytest.mark.usefixtures("deep")
def test_a_circle_of_references_is_code_that_runs(tmp_path: Path) -> None:
    documents = {
        what: chains.of_schemas(step, is_circle=True) for what, step in chains.CIRCLES.items()
    }
    assert _faults(documents, tmp_path) == []


def _faults(documents: Mapping[str, Any], tmp_path: Path) -> list[tuple[str, str]]:
    """Return what is wrong with the packages that are made of documents."""
    batch = Batch(tmp_path / "batch")
    for number, data in enumerate(documents.values()):
        project = Project({"openapi.json": json.dumps(data).encode()})
        outcome = judge(project, tmp_path / str(number))
        assert outcome.files
        batch.add(outcome)
    return [([*documents][item.number], item.detail) for item in batch.imported()]
