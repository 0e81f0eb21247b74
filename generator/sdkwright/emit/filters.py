"""Escaping filters: text of the document becomes text in a file, and nothing else.

Every string of the document is hostile until it has passed one of these. They know the target
language (Python source, Markdown, TOML), and nothing of what the text is about.
"""

from __future__ import annotations

import json
import re
import textwrap
import unicodedata
from collections.abc import Iterable

LINE_LENGTH = 100
"""Maximum line length of code."""

WIDTH = 97
"""Maximum line length of a docstring, which may have to end with three quotes."""

_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks that reorder text for the reader, so that code can look like something else."""

_BLANKS = re.compile("[\u00ad\u200b\u2060-\u2064\ufeff\U000e0000-\U000e007f]")
"""Characters without a width, which can hide text; those that join letters are not among them."""

_BREAKS = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028]")
"""Line breaks besides `\n`, as `str.splitlines` knows them."""

_VISIBLE = re.compile("[ -~\n]*")

_QUOTES = re.compile(r'"{3,}|"+$')
"""Quotes that would end a docstring."""

_FENCE = re.compile(r"\s*(```+|~~~+)")
_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+(?=\S)")
_KEPT = re.compile(r"\s*[|>#]|\s{4,}")
"""Lines of Markdown that can't be joined with others: of a table, a quote, a heading or code."""


def visible(text: str) -> str:
    """Remove invisible characters: control characters, lone surrogates, reordering marks."""
    if _VISIBLE.fullmatch(text):  # the most frequent case
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _BREAKS.sub("\n", text).replace("\u2029", "\n\n").replace("\t", "    ")
    text = _BLANKS.sub("", text)
    return "".join(
        character
        for character in text
        if character == "\n"
        or (unicodedata.category(character) not in {"Cc", "Cs", "Cn"} and character not in _BIDI)
    )


def also(argument: str) -> str:
    """Return an argument as it follows others in a call; "" stays empty."""
    return f", {argument}" if argument else ""


def py_string(text: str) -> str:
    """Return text as a Python string literal, in the quotes that black uses."""
    written = repr(text)
    return written if '"' in text else f'"{written[1:-1]}"'


def py_text(text: str, indent: int, *, enclosed: bool = False) -> str:
    """Return text as a string literal, which is divided at spaces if it does not fit in a line.

    Args:
        text: The text.
        indent: The indentation of the line that contains the literal.
        enclosed: Whether the literal is the only argument of a call, whose parentheses enclose it.
    """
    whole = py_string(text)
    if indent + len(whole) < LINE_LENGTH:
        return whole
    room = LINE_LENGTH - indent - 4
    pieces: list[str] = []
    for word in re.findall(r"\S*\s?", text)[:-1]:
        if pieces and len(repr(pieces[-1] + word)) <= room:
            pieces[-1] += word
        else:
            pieces.append(word)
    margin = "\n" + " " * indent
    divided = f"{''.join(f'{margin}    {py_string(piece)}' for piece in pieces)}{margin}"
    return divided if enclosed else f"({divided})"


def py_list(texts: Iterable[str], first: int = 0) -> str:
    """Return texts as a list of string literals.

    Args:
        texts: The texts.
        first: The column that the list begins at, in a line without indentation. If the list does
            not fit in that line, each literal gets a line; 0 leaves that to black.
    """
    items = [py_string(text) for text in texts]
    joined = f"[{', '.join(items)}]"
    if not first or first + len(joined) <= LINE_LENGTH:
        return joined
    return "[\n" + "".join(f"    {item},\n" for item in items) + "]"


def py_tuple(texts: Iterable[str], indent: int = 0, first: int = 0) -> str:
    """Return texts as a tuple of string literals; the arguments are those of `tuple_of`."""
    return tuple_of(map(py_string, texts), indent, first)


def tuple_of(sources: Iterable[str], indent: int = 0, first: int = 0) -> str:
    """Join expressions, which are already source text, to a tuple.

    Args:
        sources: The expressions.
        indent: The indentation of the line that contains the tuple.
        first: The column that the tuple begins at. If the tuple does not fit in one line, each
            expression gets a line; 0 leaves that to black.
    """
    items = [*sources]
    joined = f"({', '.join(items)}{',' if len(items) == 1 else ''})"
    if not first or first + len(joined) < LINE_LENGTH:
        return joined
    margin = "\n" + " " * indent
    return f"({''.join(f'{margin}    {item},' for item in items)}{margin})"


def dict_of(entries: Iterable[str], indent: int) -> str:
    """Join entries, such as `1: x` or `**others`, to a dict; several get a line each.

    Args:
        entries: The entries, which are already source text.
        indent: The indentation of the line that contains the dict.
    """
    items = [*entries]
    if len(items) < 2:
        return f"{{{''.join(items)}}}"
    margin = "\n" + " " * indent
    return f"{{{''.join(f'{margin}    {item},' for item in items)}{margin}}}"


def docstring(text: str, indent: int, first: int | None = None) -> str:
    r"""Return text for a docstring: escaped, and wrapped.

    Args:
        text: Text, in Markdown; its paragraphs, lists, tables and code are kept.
        indent: The indentation of every line but the first.
        first: The column of the first line, if it differs.
    """
    escaped = visible(text).strip().replace("\\", "\\\\")
    escaped = _QUOTES.sub(lambda run: r"\"" * len(run[0]), escaped)
    lines = _Lines(indent, indent if first is None else first)
    for line in escaped.split("\n"):
        lines.add(line)
    return lines.finish()


class _Lines:
    """Lays out Markdown line by line: wraps paragraphs and list items, and keeps the rest."""

    def __init__(self, indent: int, first: int) -> None:
        self._margin = " " * indent
        self._first = " " * first
        self._done: list[str] = []
        self._pending: list[str] = []  # a paragraph or a list item that may continue
        self._hang = ""
        self._fence = ""

    def add(self, line: str) -> None:
        fence = _FENCE.match(line)
        if self._fence:
            self._keep(line)
            if line.strip().startswith(self._fence):
                self._fence = ""
        elif fence:
            self._fence = fence[1]
            self._keep(line)
        elif not line.strip():
            self._flush()
            if self._done and self._done[-1]:
                self._done.append("")
        elif item := _ITEM.match(line):
            self._flush()
            self._hang = " " * len(item[0])
            self._pending.append(line.rstrip())
        elif _KEPT.match(line) and not (self._pending and self._hang):
            self._keep(line)
        else:
            self._pending.append(line.strip())

    def finish(self) -> str:
        self._flush()
        return "\n".join(self._done).strip()

    def _keep(self, line: str) -> None:
        self._flush()
        self._done.append(f"{self._margin}{line}".rstrip())

    def _flush(self) -> None:
        if self._pending:
            filled = textwrap.fill(
                " ".join(self._pending),
                WIDTH,
                initial_indent=self._margin if self._done else self._first,
                subsequent_indent=self._margin + self._hang,
                break_long_words=False,
                break_on_hyphens=False,
            )
            self._done += filled.split("\n")
        self._pending, self._hang = [], ""


def comment(text: str) -> str:
    """Return text for a comment of one line."""
    return " ".join(visible(text).split())


def toml_string(text: str) -> str:
    """Return text as a TOML string."""
    # JSON's escapes are also valid in TOML, except for the surrogate pairs that JSON uses above
    # U+FFFF.
    return json.dumps(visible(text), ensure_ascii=False)
