"""The pages of our SDK spell the types that its code has."""

from __future__ import annotations

from tests.support.spelled import compared


def test_pages_spell_the_types_of_the_code(pages: dict[str, str]) -> None:
    found = [*compared("openrouter", pages)]
    assert [place for place, same in found if not same] == []
    assert len(found) > 150
