"""Finds the statements of a Python text that black could change, which are few.

The templates already follow black's style. Whether they did is checked line by line, in a twentieth
of the time that black takes; all statements that are not clear-cut are left to black. So the rules
here may be as narrow as they like, but must never be too wide: the tests compare them with black.

This module knows the style of black (26.1), and nothing of what the text is about.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

from sdkwright.output.format.lines import (
    QUOTES,
    end_if_settled,
    end_of_statement,
    end_of_string,
    is_settled_docstring,
    margin_of,
)

_STEP: Final = 4
_DEFINITIONS: Final = ("class ", "def ", "async def ", "@")
_DOCUMENTED: Final = ("class ", "def ", "async def ")
_IMPORTS: Final = ("import ", "from ")
_HEADERS: Final = ("class ", "def ", "async def ", "if ", "else:", "try:", "except ", "with ")


class Piece(NamedTuple):
    """A statement without its indentation; `is_header` means that a block has to follow it.

    The text of a docstring includes the indentation, which its lines need not have in common.
    """

    text: str
    indent: int
    is_header: bool = False
    is_docstring: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement, or the header of a compound one, that black has to format.

    It spans the lines from `start` up to `end`, which is excluded, counted from 0.
    """

    start: int
    end: int
    piece: Piece

    @property
    def text(self) -> str:
        """The statement, as it is written."""
        return self.piece.text


@dataclass(frozen=True, slots=True)
class _Above:
    """The statement above another one.

    `head` is its text, and `opens` says whether a block follows it.
    """

    head: str
    indent: int
    opens: bool
    is_docstring: bool = False


def unsettled(lines: list[str]) -> list[Statement] | None:
    """Return the statements that black could change.

    Args:
        lines: A text that Python can parse. Blank lines are emptied in place.

    Returns:
        The statements, in order; None if black has to format the whole text.
    """
    found: list[Statement] = []
    above = _Above("", -_STEP, opens=True)
    open_: list[_Above] = []  # the headers of the enclosing blocks
    at = blank = 0
    while at < len(lines):
        text = lines[at].lstrip(" ")
        if not text:
            lines[at] = ""
            at, blank = at + 1, blank + 1
            continue
        indent = margin_of(lines[at])
        if above.opens:
            open_.append(above)
        left = ""
        while open_ and open_[-1].indent >= indent:
            left = open_.pop().head
        if not _is_spaced(blank, text, indent, above, left):
            return None
        is_docstring = text.startswith(QUOTES) and above.opens
        end = _end_of_settled(lines, at, is_docstring=is_docstring)
        if end is None:
            is_documented = is_docstring and (at == 0 or above.head.startswith(_DOCUMENTED))
            read = _read_docstring if is_documented else _read_statement
            statement = read(lines, at, indent)
            if statement is None:
                return None
            found.append(statement)
            end = statement.end
        opens = not text.startswith(QUOTES) and lines[end - 1].partition("  #")[0].endswith(":")
        above = _Above(above.head if is_docstring else text, indent, opens, is_docstring)
        at, blank = end, 0
    return found if blank <= 1 else None  # the blank line is the one after the last newline


def _end_of_settled(lines: list[str], at: int, *, is_docstring: bool) -> int | None:
    if not lines[at].lstrip(" ").startswith(QUOTES):
        return end_if_settled(lines, at)
    end = end_of_string(lines, at)
    is_settled = not is_docstring or is_settled_docstring(lines[at:end])
    return end if is_settled else None


def _read_docstring(lines: list[str], at: int, indent: int) -> Statement | None:
    end = end_of_string(lines, at)
    if end is None:
        return None
    return Statement(at, end, Piece("\n".join(lines[at:end]), indent, is_docstring=True))


def _read_statement(lines: list[str], at: int, indent: int) -> Statement | None:
    end = None if lines[at].lstrip(" ").startswith(QUOTES) else end_of_statement(lines, at)
    if end is None:
        return None
    if any(line[:indent].strip(" ") for line in lines[at:end]):
        return None  # within brackets, a line may be indented less
    text = "\n".join(line[indent:] for line in lines[at:end])
    is_header = text.startswith(_HEADERS) and text.endswith(":")
    return Statement(at, end, Piece(text, indent, is_header))


def _is_spaced(blank: int, text: str, indent: int, above: _Above, left: str) -> bool:
    """Return whether black would leave this number of blank lines above a statement.

    Args:
        blank: The number of blank lines.
        text: The statement.
        indent: Its indentation.
        above: The statement above it.
        left: The header of the outermost block that ended above it; "" if none did.
    """
    if above.opens:  # the first statement of a block, or of the text
        return blank == 0 and indent == above.indent + _STEP
    if indent > above.indent or indent % _STEP:
        return False
    apart = 1 if indent else 2
    if above.head.startswith("@"):
        return blank == 0
    if above.is_docstring and indent == above.indent:
        of_function = above.head.startswith(("def ", "async def "))
        is_plain = of_function or (not indent and not text.startswith(_DEFINITIONS))
        return blank == 1 or (of_function and blank == 0) if is_plain or indent else False
    if text.startswith(_DEFINITIONS) or left.startswith(_DEFINITIONS):
        return blank == apart
    if indent == above.indent and above.head.startswith(_IMPORTS):
        return blank == 1 or (blank <= apart and text.startswith(_IMPORTS))
    return blank <= apart
