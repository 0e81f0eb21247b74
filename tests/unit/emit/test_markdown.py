from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from sdkwright.emit.docs.markdown import (
    anchor,
    md_align,
    md_block,
    md_cell,
    md_code,
    md_line,
    md_table,
    md_text,
    md_wrap,
    table,
)

READER = MarkdownIt("commonmark").enable("table")

PIECES = [
    "a",
    "b c",
    " ",
    "    ",
    "\n",
    "\n\n",
    "`",
    "``",
    "```",
    "~~~",
    "\\",
    "|",
    "[",
    "]",
    "(",
    ")",
    "](javascript:alert(1))",
    "(javascript:alert(1))",
    "[](/x)",
    "[# b](/x)",
    "[1.](/x)",
    "](/docs/x)",
    "](https://a.example)",
    "]: https://a.example",
    "<script>",
    "<https://a.example>",
    "<br>",
    "<!--",
    "&lt;",
    "!",
    "#",
    "# ",
    "=",
    "-",
    "- ",
    "> ",
    "1. ",
    "*",
    "_",
    "|-|\n",
    '"',
    ":",
]
HOSTILE = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


def tokens(text: str) -> Iterator[Any]:
    for token in READER.parse(text):
        yield token
        yield from token.children or []


def assert_harmless(text: str) -> None:
    for token in tokens(text):
        assert token.type not in {"heading_open", "image"}
        if token.type.startswith("html"):
            assert token.content == "<br />"
        if token.type == "link_open":
            assert str(token.attrs["href"]).startswith(("https://", "mailto:"))


@settings(max_examples=300)
@given(HOSTILE)
def test_a_description_stays_text_and_ends_where_it_ends(text: str) -> None:
    written = md_block(text)
    assert_harmless(written)
    assert "\n\n\n" not in written or "```" in written or "~~~" in written
    last = READER.parse(f"{written}\n\n## End\n")[-1]
    assert (last.type, last.level) == ("heading_close", 0)


@settings(max_examples=300)
@given(HOSTILE)
def test_a_cell_stays_a_cell(text: str) -> None:
    for written in (md_cell(text), md_text(text), md_code(text)):
        page = f"| A | B |\n| --- | --- |\n| {written} | end |\n"
        assert_harmless(page)
        cells = [token for token in READER.parse(page) if token.type == "td_open"]
        inlines = [token.content for token in READER.parse(page) if token.type == "inline"]
        assert len(cells) == 2
        assert inlines[-1] == "end"


@settings(max_examples=300)
@given(HOSTILE)
def test_a_line_stays_in_its_line(text: str) -> None:
    for written in (md_line(text), md_text(text)):
        assert_harmless(written)
        assert "\n" not in written


@settings(max_examples=300)
@given(HOSTILE)
def test_plain_text_reads_as_it_was(text: str) -> None:
    (paragraph,) = READER.parse(f"x{md_text(text)}x")[1:2]
    read = "".join(child.content for child in paragraph.children or ())
    assert read == f"x{' '.join(text.split())}x"


@settings(max_examples=300)
@given(HOSTILE.filter(lambda text: text.strip() and "|" not in text))
def test_code_reads_as_it_was(text: str) -> None:
    (paragraph,) = READER.parse(f"x {md_code(text)} x")[1:2]
    (code,) = (child for child in paragraph.children or () if child.type == "code_inline")
    assert code.content == " ".join(text.split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("user_2dHF", r"user\_2dHF"),
        ("*/*", r"\*/\*"),
        ("a|b", r"a\|b"),
        ("`x`", r"\`x\`"),
        ("two\nlines", "two lines"),
        ("<script>", r"\<script\>"),
        ("[x](javascript:alert(1))", r"\[x\](javascript:alert(1))"),
        ("# no heading", r"\# no heading"),
        ("- no item", r"\- no item"),
        ("1. no item", r"1\. no item"),
        ("-1", "-1"),
        ("2027-12-31T23:59:59Z", "2027-12-31T23:59:59Z"),
        ("&lt;", r"\&lt;"),
        ("a & b", "a & b"),
    ],
)
def test_marks_of_plain_text_are_escaped(text: str, expected: str) -> None:
    assert md_text(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", "`plain`"),
        ("with `ticks`", "`` with `ticks` ``"),
        ("a|b", r"`a\|b`"),
        (r"a\|b", r"a\\\|b"),
        ("", ""),
    ],
)
def test_code_is_quoted_by_enough_backticks(text: str, expected: str) -> None:
    assert md_code(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Code `a_b`, *stress*, <https://a.example>.",
            "Code `a_b`, *stress*, <https://a.example>.",
        ),
        ("See [here](https://a.example/x).", "See [here](https://a.example/x)."),
        ("[Management key](/docs/keys) required.", "Management key required."),
        ("[x](javascript:alert(1))", r"[x]\(javascript:alert(1))"),
        ("[x][](/y)(javascript:alert(1))", r"[x][]\(/y)(javascript:alert(1))"),
        ("[# x](/y)", r"[# x]\(/y)"),
        ("![pixel](https://a.example/x.png)", r"\![pixel](https://a.example/x.png)"),
        ("a <b>c</b>", r"a \<b>c\</b>"),
        ("one<br>two", "one&nbsp;two"),
        ("<br>~~~", "&nbsp;~~~"),
        ("`<kept>` and <not>", r"`<kept>` and \<not>"),
        (r"\`<script>`", r"\`\<script>\`"),
        ("a ` b\nc ` <script> ` d", "a \\` b\nc ` <script> ` d"),
        ("[a](https://x`y) <script> `", r"[a]\(https://x`y) <script> `"),
        ("# Title\ntext", "\\# Title\ntext"),
        ("> # Title", r"> \# Title"),
        ("C # and a --", "C # and a --"),
        ("Title\n===", "Title\n\\==="),
        ("Title\n---", "Title\n\\---"),
        ("[x]: javascript:alert(1)", r"[x]\: javascript:alert(1)"),
        ("- one\n- two", "- one\n- two"),
        ("a\n\n\n\nb", "a\n\nb"),
        ("```json\n{}\n", "```json\n{}\n```"),
        ("  ~~~\n<kept>\n  ~~~\n<not>", "~~~\n<kept>\n~~~\n\\<not>"),
    ],
)
def test_markdown_of_a_description_is_kept_as_far_as_it_is_harmless(
    text: str, expected: str
) -> None:
    assert md_block(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one\ntwo", "one two"),
        ("one\n\ntwo", "one<br /><br />two"),
        ("list:\n- a\n- b", "list:<br />- a<br />- b"),
        ("a | b", r"a \| b"),
        ("`a | b`", r"`a \| b`"),
        (r"`a \| b`", r"a \\\| b"),
        ("one<br>two", "one<br />two"),
        ("```\ncode\n```", "code"),
    ],
)
def test_a_cell_has_no_line_ends(text: str, expected: str) -> None:
    assert md_cell(text) == expected


def test_a_line_joins_paragraphs() -> None:
    assert md_line("one\n\n  two `x`\n") == "one two `x`"


def test_characters_that_hide_or_reorder_text_are_dropped() -> None:
    assert md_text("a\u202eb\x00c") == "abc"
    assert md_block("a\u202eb\x00c") == "abc"


def test_columns_are_aligned() -> None:
    view = table(("A", "Long header"), [("value", "x"), ("y", "z")])
    assert md_table(view) == (
        "| A     | Long header |\n"
        "| ----- | ----------- |\n"
        "| value | x           |\n"
        "| y     | z           |"
    )


def test_a_column_that_is_empty_in_all_rows_is_left_out() -> None:
    assert table(("A", "B", "C"), [("1", "", "2")]).header == ("A", "C")


def test_a_table_of_a_template_is_aligned() -> None:
    written = md_align("| Name | B |\n| x\\|y | value |\n")
    assert written == "| Name | B     |\n| ---- | ----- |\n| x\\|y | value |\n"


def test_paragraphs_of_a_template_are_wrapped() -> None:
    assert md_wrap(f"{'a' * 60}\n{'b' * 30} c\n{'d' * 9}\n\nnext\n") == (
        f"{'a' * 60} {'b' * 30} c\n{'d' * 9}\n\nnext\n"
    )


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("get_current_key_metadata", "get_current_key_metadata"),
        ("Time-outs", "time-outs"),
        ("Threads, event loops, closing", "threads-event-loops-closing"),
    ],
)
def test_an_anchor_is_the_heading_as_a_browser_spells_it(heading: str, expected: str) -> None:
    assert anchor(heading) == expected
