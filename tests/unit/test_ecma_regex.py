"""Regular expressions of JSON Schema in Python: what they find is what ECMA-262 says."""

from __future__ import annotations

import re

import pytest

from sdkwright.model.ecma_regex import python_pattern


@pytest.mark.parametrize(
    ("pattern", "found", "not_found"),
    [
        ("^a+$", ["a", "aa"], ["", "a\n", "ab"]),
        ("a", ["bab"], ["b"]),
        (r"^\d{2,}$", ["12", "123"], ["1", "٣٤"]),
        (r"^\w+$", ["a_1"], ["ä", "-"]),
        (r"^\s$", [" ", "\u00a0", "\ufeff", "\n"], ["a", "\x1f"]),
        (r"^\S$", ["a", "\x1f"], [" ", "\u00a0"]),
        (r"^[\s,]+$", [" ,\u2003"], ["a"]),
        ("^.$", ["a", "\x0b"], ["\n", "\r", "\u2028", ""]),
        (r"^https:\/\/x\.y\/$", ["https://x.y/"], ["https://xzy/"]),
        (r"^\u0041\x42\u{1F600}\cI$", ["AB\U0001f600\t"], ["AB"]),
        ("^(?<a>x)-\\k<a>$", ["x-x"], ["x-y"]),
        ("^(?:a|b)(?=c)c(?!d)(?<=c)$", ["ac", "bc"], ["acd"]),
        ("^a{2}$", ["aa"], ["a", "a{2}"]),
        ("^a{,3}$", ["a{,3}"], ["", "aaa"]),
        ("^{}]$", ["{}]"], ["x"]),
        ("^[]$", [], ["", "a", "]"]),
        ("^[^]$", ["a", "\n", "]"], ["", "ab"]),
        ("^[[a&&b--c~~d||e]+$", ["[a&b-c~d|e"], ["f"]),
        ("^[a-c]+?$", ["abc"], ["-", "d"]),
        (r"^[\]\\\-^]+$", ["]\\-^"], ["a"]),
        (r"^[\b]$", ["\x08"], ["b"]),
        (r"\bsk\b", ["a sk b"], ["ask", "sky"]),
        ("^$", [""], ["a", "\n"]),
        ("^ä[ö-ü]$", ["äö"], ["äa"]),
    ],
)
def test_a_pattern_finds_what_it_does_elsewhere(
    pattern: str, found: list[str], not_found: list[str]
) -> None:
    made = python_pattern(pattern)
    assert made is not None
    assert [text for text in found if not re.search(made, text, re.ASCII)] == []
    assert [text for text in not_found if re.search(made, text, re.ASCII)] == []


@pytest.mark.parametrize(
    "pattern",
    [
        r"\p{L}",
        r"[\p{L}]",
        r"[\S]",
        r"(a)\1",
        r"\a",
        r"\Z",
        r"\A",
        "(?i)a",
        "(?P<a>b)",
        "(?<=a+)b",
        "(",
        ")",
        "[a",
        "a++",
        "a**",
        "*",
        "[b-a]",
        "\\",
        "a{99999999999}",
        "(?<a>x)(?<a>y)",
    ],
)
def test_a_pattern_that_means_something_else_in_python_is_none(pattern: str) -> None:
    assert python_pattern(pattern) is None
