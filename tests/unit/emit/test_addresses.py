"""What an SDK shows of an API that does not say where it is."""

from __future__ import annotations

import re

import pytest

from sdkwright.emit import emit
from tests.golden.support.cases import GOLDEN, Case

CASE = Case(GOLDEN / "unlocated")
_CREATED = r"(?:with |[=,] |^    )Unlocated\(((?:[^()]|\([^()]*\))*)\)"
ARGUMENT = 'server_url="https://api.example.com"'


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    return dict(emit(CASE.index.api, CASE.config))


def test_every_example_that_creates_a_client_passes_its_url(texts: dict[str, str]) -> None:
    created = [call for text in texts.values() for call in re.findall(_CREATED, text, re.MULTILINE)]
    assert len(created) > 20
    assert [call for call in created if ARGUMENT not in call] == []


def test_the_readme_says_that_it_is_needed(texts: dict[str, str]) -> None:
    assert "\n## Server\n\nThe API's document does not say where the API is" in texts["README.md"]
    assert "## Servers" not in texts["README.md"]


def test_the_client_requires_it(texts: dict[str, str]) -> None:
    client = texts["src/unlocated/client.py"]
    assert "        server_url: str,\n" in client
    assert "        server: " not in client
