"""How the README of the repository becomes that of the package index."""

from __future__ import annotations

import pytest

from sdkwright.shipping import readme

BASE = "https://example.com/us/sdk/blob/v1.0.0/generated"


@pytest.mark.parametrize(
    ("text", "linked", "plain"),
    [
        ("[a](docs/b.md)", f"[a]({BASE}/docs/b.md)", "a"),
        ("[a](./b.md#c)", f"[a]({BASE}/b.md#c)", "a"),
        ("| [a\\_b](c.md) | d |", f"| [a\\_b]({BASE}/c.md) | d |", "| a\\_b | d |"),
        ("[a](b.md), [c](d.md).", f"[a]({BASE}/b.md), [c]({BASE}/d.md).", "a, c."),
    ],
)
def test_a_relative_link_leads_to_the_repository_or_is_plain_text(
    text: str, linked: str, plain: str
) -> None:
    assert readme.for_index(text, BASE) == linked
    assert readme.for_index(text, None) == plain
    assert readme.has_relative_links(text)


@pytest.mark.parametrize(
    "text",
    [
        "[a](https://example.com/b)",
        "[a](mailto:us@example.com)",
        "[a](#b)",
        "`[a](b.md)`",
        "``[a](b.md) ` ``",
        "\\[a](b.md)",
        "```python\n[a](b.md)\n```\n",
        "a[0](1, 2)",
    ],
)
def test_everything_else_stays_as_it_is(text: str) -> None:
    assert readme.for_index(text, BASE) == text
    assert not readme.has_relative_links(text)


def test_text_after_code_is_read_again() -> None:
    assert readme.for_index("```\n[a](b)\n```\n[a](b)\n", None) == "```\n[a](b)\n```\na\n"


@pytest.mark.parametrize("label", ["Repository", "repository", "Source", "Source Code", "GitHub"])
def test_the_repository_is_known_by_its_label(label: str) -> None:
    urls = (("Documentation", "https://example.com/docs"), (label, "https://example.com/a.git"))
    assert readme.repository_of(urls) == "https://example.com/a"


def test_other_labels_are_no_repository() -> None:
    assert readme.repository_of((("Documentation", "https://example.com/docs"),)) is None
