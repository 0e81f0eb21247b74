r"""Text of the document as Markdown that is confined to its place: a line, a cell, some paragraphs.

There are two kinds of input. Names, examples and values are plain text, in which all special
characters are escaped. Descriptions are Markdown themselves (OpenAPI 3.1, section 4.3): their
emphasis, code, lists and links are kept, while HTML, headings, images and links other than to the
web become text.

Markdown is recognized only where a renderer (CommonMark 0.31, tables of GFM) would recognize the
same: a backtick or bracket that does not fit these rules is escaped, so that it has no effect.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from sdkwright.emit.filters import visible

WIDTH: Final = 100
"""Maximum line length of text in the source of a page."""

_KEPT: Final = 1 << 12
"""Number of cached texts: each page is rendered twice, and names and examples are frequent."""

_INLINE: Final = re.compile(
    r"""
      (?P<escape> \\[!-/:-@\[-`{-~] )
    | (?P<code> (?<!`)(?P<run>`+)(?!`)(?P<inside>[^\n]*?[^`\n])(?P=run)(?!`) )
    | (?P<address> <(?:https?://|mailto:)[^\s<>`\\|]*> )
    | (?P<break> <br[ ]*/?> )
    | \[(?P<label>[^\W\d_][^\[\]`\\<>!|]*)\]\((?!\w+:)[^\s()<>`\\]*\)
    | (?P<target> \]\((?:https?://|mailto:)[^\s()<>`\\"|]*(?:[ ]"[^"<>`\\|]*")?\) )
    | (?P<bracket> \](?=[(:]) )
    | (?P<mark> [`<\\] | !(?=\[) )
    | (?P<pipe> \| )
    """,
    re.VERBOSE,
)
_PLAIN: Final = re.compile(r"[\\`*_\[\]<>|~]|&(?=#?\w+;)")
_START: Final = re.compile(r"(?=(?:#{1,6}|[+-])(?:\s|$)|=+$|-+$)|\d{1,9}(?=[.)](?:\s|$))")
_CONTAINERS: Final = r"(?:\s*(?:>|[-*+](?=\s)|\d{1,9}[.)](?=\s)))*\s*"
_HEADING: Final = re.compile(rf"^({_CONTAINERS})(?=#{{1,6}}(?:\s|$)|=+\s*$|-+\s*$)")
_FENCE: Final = re.compile(r"\s*(?P<run>`{3,}(?!.*`)|~{3,})[ ]*(?P<language>[\w+#.-]*).*")
_ITEM: Final = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s")


@lru_cache(maxsize=_KEPT)
def md_text(text: str) -> str:
    """Return plain text, such as a name or an example, as Markdown on one line."""
    escaped = _PLAIN.sub(r"\\\g<0>", " ".join(visible(text).split()))
    block = _START.match(escaped)
    return escaped if block is None else f"{escaped[:block.end()]}\\{escaped[block.end():]}"


@lru_cache(maxsize=_KEPT)
def md_code(text: str) -> str:
    """Return plain text as a code span in a table cell."""
    if "|" in text and "\\" in text:
        return md_text(text)  # no code span in a cell can express this
    return md_span(text).replace("|", r"\|")


@lru_cache(maxsize=_KEPT)
def md_span(text: str) -> str:
    """Return plain text as a code span on one line, outside of tables."""
    plain = " ".join(visible(text).split())
    if not plain:
        return ""
    run = "`" * (1 + max((len(found) for found in re.findall("`+", plain)), default=0))
    space = " " if plain[0] == "`" or plain[-1] == "`" else ""
    return f"{run}{space}{plain}{space}{run}"


def md_line(text: str) -> str:
    """Return Markdown on one line."""
    return _HEADING.sub(r"\1\\", _inline(" ".join(_lines(text))), count=1)


@lru_cache(maxsize=_KEPT)
def md_cell(text: str) -> str:
    """Return Markdown as the cell of a table, with line breaks between blocks."""
    written = ""
    gap = ""
    for line in visible(text).strip().split("\n"):
        if not line.strip() or _FENCE.fullmatch(line):
            gap = "<br /><br />" if written else ""
            continue
        if not gap and written:
            gap = "<br />" if _ITEM.match(line) else " "
        written += gap + _inline(line.strip(), in_cell=True)
        gap = ""
    return written


def md_block(text: str) -> str:
    """Return Markdown with any number of paragraphs, for a place without indentation."""
    return "\n".join(_blocks(visible(text).strip("\n").split("\n"))).strip("\n")


def _blocks(lines: list[str]) -> Iterator[str]:
    fence = ""
    was_blank = False
    for line in lines:
        opening = None if fence else _FENCE.fullmatch(line)
        if fence and re.fullmatch(rf"{re.escape(fence[0])}{{{len(fence)},}}", line.strip()):
            yield fence
            fence = ""
        elif fence:
            yield line
        elif opening is not None:
            # Without indentation, which could give it another meaning.
            fence = opening["run"]
            yield fence + opening["language"]
        elif line.strip() or not was_blank:
            yield _HEADING.sub(r"\1\\", _inline(line.rstrip()), count=1)
        was_blank = not fence and not line.strip()
    if fence:
        yield fence


def _lines(text: str) -> list[str]:
    lines = visible(text).split("\n")
    return [" ".join(line.split()) for line in lines if line.strip() and not _FENCE.fullmatch(line)]


def _inline(line: str, *, in_cell: bool = False) -> str:
    return _INLINE.sub(_written_in_cell if in_cell else _written, line)


def _written(match: re.Match[str]) -> str:
    match match.lastgroup:
        case "label":
            return match["label"]  # it was a relative link, which has no target here
        case "break":
            # At the start of a line `<br />` would begin a block of HTML, and a plain space could
            # turn what follows into a heading or a fence.
            return "&nbsp;"
        case "bracket" | "mark":
            return rf"\{match[0]}" if match[0] != "]" else "]\\"
        case _:
            return match[0]


def _written_in_cell(match: re.Match[str]) -> str:
    match match.lastgroup:
        case "break":
            return "<br />"
        case "pipe":
            return r"\|"
        case "code" if "|" in match["inside"]:
            return md_code(match["inside"].strip())
        case _:
            return _written(match)


@dataclass(frozen=True, slots=True)
class TableView:
    """A table; its cells are Markdown without line breaks."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> TableView:
    """Return a table, without the columns after the first that are empty in all rows."""
    kept = [
        column for column in range(len(header)) if column == 0 or any(row[column] for row in rows)
    ]
    return TableView(
        tuple(header[column] for column in kept),
        tuple(tuple(row[column] for column in kept) for row in rows),
    )


def md_table(view: TableView) -> str:
    """Return a table as Markdown, with aligned columns."""
    widths = [
        max(len(row[column]) for row in (view.header, *view.rows))
        for column in range(len(view.header))
    ]
    ruler = tuple("-" * width for width in widths)
    return "\n".join(
        f"| {' | '.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))} |"
        for row in (view.header, ruler, *view.rows)
    )


def md_align(text: str) -> str:
    """Align the columns of a table in a template; its first line is the header."""
    header, *rows = (
        tuple(cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip()[1:-1]))
        for line in text.strip().split("\n")
    )
    return md_table(TableView(header, tuple(rows))) + "\n"


def md_wrap(text: str) -> str:
    """Wrap the paragraphs of a template, which contain names of any length, at 100 columns."""
    paragraphs = [" ".join(part.split()) for part in re.split(r"\n\s*\n", text.strip())]
    wrapped = [
        textwrap.fill(part, WIDTH, break_long_words=False, break_on_hyphens=False)
        for part in paragraphs
    ]
    return "\n\n".join(wrapped) + "\n"


def anchor(heading: str) -> str:
    """Return the anchor of a heading: lower case, with hyphens for spaces, without other signs."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


FILTERS: Final[Mapping[str, Callable[..., str]]] = {
    "md_text": md_text,
    "md_code": md_code,
    "md_line": md_line,
    "md_cell": md_cell,
    "md_block": md_block,
    "md_table": md_table,
    "md_align": md_align,
    "md_wrap": md_wrap,
}
