"""Text of a document, escaped into Python and TOML."""

from __future__ import annotations

import ast
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdkwright.emit.filters import (
    WIDTH,
    comment,
    docstring,
    py_string,
    py_text,
    py_tuple,
    toml_string,
    visible,
)

HOSTILE = st.text(
    st.one_of(
        st.sampled_from(
            ['"', "\\", "\n", " ", "'", "{", "#", "-", "`", "\u202e", "\ud800", "\x00"]
        ),
        st.characters(),
    )
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\tb", "a    b"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\u2028b\u2029c", "a\nb\n\nc"),
        ("a\x00\x1b[31m\x7f\u0085b", "a[31m\nb"),
        ("a\u202eb\u2066c\u200f", "abc"),
        ("a\u200bb\ufeffc\u00add\U000e0041", "abcd"),
        ("\ud800", ""),
        ("👩\u200d🚀 é ß 名", "👩\u200d🚀 é ß 名"),
    ],
)
def test_what_cannot_be_seen_is_left_out(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize("text", ["it's", 'a "b"', "\\N{DASH}", "a\nb", "\u202e", "{x}", "\ud800"])
def test_a_string_comes_back_as_it_was(text: str) -> None:
    assert ast.literal_eval(py_string(text)) == text
    assert py_string(text).isprintable()


@pytest.mark.parametrize(("texts", "tuple_"), [([], ()), (["a"], ("a",)), (["a", "b"], ("a", "b"))])
def test_a_tuple_is_one_whatever_its_length(texts: list[str], tuple_: tuple[str, ...]) -> None:
    assert ast.literal_eval(py_tuple(texts)) == tuple_


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a\\", r"a\\"),
        (r"\d", r"\\d"),
        ('say "x"', r'say "x\"'),
        ('"""', r"\"\"\""),
        ('a""""b', r"a\"\"\"\"b"),
        ('a\\"', r"a\\\""),
        ("", ""),
        (" a\n b ", "a b"),
    ],
)
def test_nothing_ends_a_docstring_or_escapes_in_it(text: str, written: str) -> None:
    assert docstring(text, 0) == written


@given(HOSTILE)
def test_any_text_stays_inside_of_its_docstring(text: str) -> None:
    module = ast.parse(f'"""{docstring(text, 0, 3)}"""\nx = 1')
    assert len(module.body) == 2
    inside = ast.get_docstring(module, clean=False) or ""
    assert "".join(inside.split()) == "".join(visible(text).split())


def test_a_paragraph_is_wrapped_at_its_columns() -> None:
    written = docstring("word " * 40, indent=8, first=11)
    lines = written.split("\n")
    assert [len(line) for line in lines] == [84, 97, 32]
    assert [line.startswith("        word") for line in lines] == [False, True, True]


def test_a_word_that_is_too_long_is_not_broken() -> None:
    address = "https://example.com/" + "a" * 120
    assert docstring(f"See {address} for more.", 4) == f"See\n    {address}\n    for more."


def test_a_line_does_not_end_at_a_hyphen() -> None:
    assert docstring(f"{'word ' * 18}well-known", 0) == f"{'word ' * 17}word\nwell-known"


def test_paragraphs_stay_apart_and_lines_of_one_are_joined() -> None:
    assert docstring("a\nb\n\n\n\nc", 4) == "a b\n\n    c"


def test_a_long_item_of_a_list_is_wrapped_below_its_text() -> None:
    written = docstring("Either:\n- " + "word " * 20 + "\n- b\n  and b\n10. c", 4)
    assert written.split("\n") == [
        "Either:",
        f"    - {'word ' * 17}word",
        "      word word",
        "    - b and b",
        "    10. c",
    ]


def test_code_keeps_its_lines_also_after_an_empty_one() -> None:
    code = "```python\nfirst = 1\n\nsecond = 2\nthird = 3\n```"
    assert docstring(f"Like:\n{code}\nand so on", 2) == (
        "Like:\n"
        "  ```python\n"
        "  first = 1\n"
        "\n"
        "  second = 2\n"
        "  third = 3\n"
        "  ```\n"
        "  and so on"
    )


@pytest.mark.parametrize("text", ["| a | b |\n|---|---|\n| 1 | 2 |", "> a\n> b", "# a\n## b"])
def test_tables_quotations_and_headings_keep_their_lines(text: str) -> None:
    assert docstring(text, 0) == text


@given(HOSTILE)
def test_only_a_long_word_makes_a_long_line(text: str) -> None:
    paragraph = " ".join(text.replace("`", "").replace("~", "").split())
    for line in docstring(paragraph, 4).split("\n"):
        assert len(line) <= WIDTH or max(map(len, line.split())) > WIDTH // 2 or line[0] in "|>#"


@given(HOSTILE)
def test_a_comment_is_one_line(text: str) -> None:
    assert len(f"# {comment(text)}".splitlines()) == 1


@given(HOSTILE)
def test_toml_reads_what_was_written(text: str) -> None:
    assert tomllib.loads(f"x = {toml_string(text)}") == {"x": visible(text)}


def test_a_long_text_is_divided_at_spaces() -> None:
    text = "words " * 20 + 'and "quotes"'
    written = py_text(text, 8)
    assert ast.literal_eval(written) == text
    lines = written.splitlines()
    assert lines[0] == "("
    assert lines[-1] == "        )"
    assert max(map(len, lines)) <= 100
    assert py_text("short", 8) == '"short"'
    assert py_text(text, 8, enclosed=True) == written[1:-1]


@pytest.mark.parametrize("text", ["x" * 200, "a " + "x" * 200 + " b", " " * 150, "é\\ '\" " * 30])
def test_a_divided_text_is_the_same_text(text: str) -> None:
    assert ast.literal_eval(py_text(text, 4)) == text
