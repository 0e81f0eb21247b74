"""The pages of two documents: ours, and a small one that has what ours has not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.support.pages import LIBRARY, openrouter_pages, render_text


@pytest.fixture(scope="session")
def pages() -> dict[str, str]:
    return openrouter_pages()


@pytest.fixture
def library(tmp_path: Path) -> dict[str, str]:
    return render_text(LIBRARY, tmp_path)
