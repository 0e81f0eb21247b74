"""The pages of SDKs for real documents spell the types that their code has."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.corpus.support.documents import CORPUS, without_corpus
from tests.corpus.support.making import make
from tests.support.spelled import compared


@without_corpus
@pytest.mark.parametrize(
    ("document", "least"),
    [("adyen_checkout_v71.json", 1000), ("openrouter.yaml", 4000), ("spotify.yaml", 1000)],
)
def test_pages_spell_the_types_of_the_code(
    document: str, least: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = f"spelled_{document.partition('.')[0]}"
    made = make(CORPUS / document, module, tmp_path / "scratch")
    made.write(tmp_path / "packages")
    monkeypatch.syspath_prepend(tmp_path / "packages")
    found = [*compared(module, made.files)]
    assert [place for place, same in found if not same] == []
    assert len(found) > least
