"""What the tests of this folder share: both SDKs, each made once a run."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.official.support import environment


@pytest.fixture(scope="session")
def official() -> str:
    """The Python of an environment that has the official SDK."""
    if not environment.DOCUMENT.is_file():
        pytest.skip(f"there is no {environment.DOCUMENT.name} in ../shared/corpus")
    return environment.official()


@pytest.fixture(scope="session")
def ours(official: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that has our SDK of the same document."""
    del official  # without it, there is nothing to compare ours with
    folder = tmp_path_factory.mktemp("ours")
    return environment.ours(folder / "sdk", folder / "cache")
