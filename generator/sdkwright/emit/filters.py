"""How text of the document gets into a file: escaped, so that it stays text.

Every string of the document is hostile until it went through one of these. They know the target
language (Python source, Markdown, TOML), and nothing of what the text is about.
"""

from __future__ import annotations

import json
import re
import textwrap
import unicodedata
from collections.abc import Iterable

LINE_LENGTH = 100
"""The longest line of code."""

WIDTH = 97
"""The longest line of a docstring: it may have to end in three quotes."""

_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks that reorder what a reader sees, so that code can look like something else."""

_BLANKS = re.compile("[\u00ad\u200b\u2060-\u2064\ufeff\U000e0000-\U000e007f]")
"""Characters without a width, in which text can be hidden; those that join letters are not."""

_BREAKS = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028]")
"""Line ends besides the common one, as `str.splitlines` knows them."""

_VISIBLE = re.compile("[ -~\n]*")

_QUOTES = re.compile(r'"{3,}|"+$')
"""Quotes that would end a docstring."""

_FENCE = re.compile(r"\s*(```+|~~~+)")
_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+(?=\S)")
_KEPT = re.compile(r"\s*[|>#]|\s{4,}")
"""Lines of Markdown that can't be joined with their neighbours: of a table, a quotation, a heading
or code."""


def visible(text: str) -> str:
    """Leave out what can't be seen: control characters, half surrogates, reordering marks."""
    if _VISIBLE.fullmatch(text):  # as most texts are
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


def py_string(text: str) -> str:
    """Write text as a string literal of Python, in the quotes that black would give it."""
    written = repr(text)
    return written if '"' in text else f'"{written[1:-1]}"'


def py_list(texts: Iterable[str]) -> str:
    """Write texts as a list of string literals."""
    return f"[{', '.join(py_string(text) for text in texts)}]"


def py_tuple(texts: Iterable[str], indent: int = 0, first: int = 0) -> str:
    """Write texts as a tuple of string literals; the arguments are those of `tuple_of`."""
    return tuple_of(map(py_string, texts), indent, first)


def tuple_of(sources: Iterable[str], indent: int = 0, first: int = 0) -> str:
    """Join expressions, which are source text already, to a tuple.

    Args:
        sources: The expressions.
        indent: The column that the line begins at which the tuple is on.
        first: The column that the tuple begins at. Each expression gets a line where all have no
            room in one; 0 leaves that to black.
    """
    items = [*sources]
    joined = f"({', '.join(items)}{',' if len(items) == 1 else ''})"
    if not first or first + len(joined) < LINE_LENGTH:
        return joined
    margin = "\n" + " " * indent
    return f"({''.join(f'{margin}    {item},' for item in items)}{margin})"


def dict_of(entries: Iterable[tuple[str, str]], indent: int) -> str:
    """Join expressions, which are source text already, to a dict: several get a line each.

    Args:
        entries: Keys and values.
        indent: The column that the line begins at which the dict is on.
    """
    items = [f"{key}: {value}" for key, value in entries]
    if len(items) < 2:
        return f"{{{''.join(items)}}}"
    margin = "\n" + " " * indent
    return f"{{{''.join(f'{margin}    {item},' for item in items)}{margin}}}"


def docstring(text: str, indent: int, first: int | None = None) -> str:
    r"""Write text into a docstring: escaped, and wrapped.

    Args:
        text: Text, in Markdown; its paragraphs, lists, tables and code are kept.
        indent: The column that every line but the first begins at.
        first: The column that the first line begins at, if it is another one.
    """
    escaped = visible(text).strip().replace("\\", "\\\\")
    escaped = _QUOTES.sub(lambda run: r"\"" * len(run[0]), escaped)
    lines = _Lines(indent, indent if first is None else first)
    for line in escaped.split("\n"):
        lines.add(line)
    return lines.finish()


class _Lines:
    """Lays out Markdown line by line: wraps paragraphs and list items, and leaves the rest."""

    def __init__(self, indent: int, first: int) -> None:
        self._margin = " " * indent
        self._first = " " * first
        self._done: list[str] = []
        self._pending: list[str] = []  # a paragraph or a list item that may go on
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
    """Write text into a comment of one line."""
    return " ".join(visible(text).split())


def toml_string(text: str) -> str:
    """Write text as a string of TOML."""
    # JSON's escapes are TOML's as well, but for the pairs that JSON writes beyond U+FFFF.
    return json.dumps(visible(text), ensure_ascii=False)
