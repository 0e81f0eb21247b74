"""Damaged documents are made or refused: some by chance, the same ones each time, and those that
once were neither."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from tests.hostile.fuzz import FOUND, documents, judge, texts

SOME = settings(
    max_examples=80,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[*HealthCheck],
)


@SOME
@given(documents())
def test_a_damaged_document_is_made_or_refused(document: Any) -> None:
    with tempfile.TemporaryDirectory() as folder:
        assert judge(document, Path(folder) / "x") in {"made", "refused"}


@SOME
@given(texts())
def test_damaged_bytes_are_made_or_refused(text: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        assert judge(text, Path(folder) / "x") in {"made", "refused"}


@pytest.mark.parametrize("path", sorted(FOUND.glob("*.*")), ids=lambda path: path.stem)
def test_what_was_found_is_mended(tmp_path: Path, path: Path) -> None:
    content = path.read_bytes()
    document = content if path.suffix == ".bin" else json.loads(content)
    assert judge(document, tmp_path / "x") in {"made", "refused"}
