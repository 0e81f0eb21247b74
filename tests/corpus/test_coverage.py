"""What real documents come to is what `docs/coverage.md` says, for better or worse.

A number that gets worse is a fault; one that gets better is written with UPDATE_COVERAGE=1.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from sdkwright.workspace.own_files import RUNTIME
from tests.corpus.support import page
from tests.corpus.support.documents import (
    BATCHES,
    CORPUS,
    DOCUMENTS,
    LISTED,
    REPEATED,
    WITH_RUNTIME,
    module_of,
    without_corpus,
)
from tests.corpus.support.measuring import measure

MEASURED = BATCHES | REPEATED if page.UPDATE else BATCHES


@without_corpus
@pytest.mark.parametrize("batch", MEASURED)
def test_documents_come_to_what_the_page_says(batch: str, tmp_path: Path) -> None:
    known = None if batch == WITH_RUNTIME else RUNTIME
    documents = [CORPUS / name for name in MEASURED[batch]]
    measured = measure(documents, tmp_path, module_of, known)
    if page.UPDATE:
        page.update(measured)
    written = page.read()
    for name, one in measured.items():
        assert page.row_of(one) == written.rows.get(name), "UPDATE_COVERAGE=1 writes it again"
        assert page.section_of(one) == written.sections.get(name, "")


@without_corpus
def test_every_document_is_measured() -> None:
    found = {path.name for path in CORPUS.iterdir() if path.suffix in {".yaml", ".json"}}
    assert {*DOCUMENTS} == found


def test_page_has_a_row_for_every_document() -> None:
    if page.UPDATE:
        pytest.skip("the page is being written")
    assert [*page.read().rows] == [*LISTED]
