"""Tells which statements of a Python text black could change: most it could not.

The templates write what black would. Whether they did is seen line by line, in a twentieth of the
time that black takes; what is not plain to see is for black to judge. So the rules here may be as
narrow as they like, and must never be too wide: `tests/unit/formatting` holds them against black.

This module knows the style of black (26.1), and nothing of what the text is about. Empty lines it
takes as they are, since they do not depend on the document.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

LINE_LENGTH: Final = 100

_STEP: Final = 4
_PLAIN: Final = re.compile(
    r"""(?: [A-Za-z_0-9.@]+ | "[^"\\]*" | \("[^"\\]*",\) | [()\[\]{}=:] | [ ](?![ )\]}])
            | ,(?=[ ]|$) | \*\*? | \| | -> | \+= )++
        (?: [ ]{2}\#[ ][^"'\n]+ )?
    """,
    re.VERBOSE | re.ASCII,
)
_ATOM: Final = re.compile(r'"[^"\\]*",', re.ASCII)
"""What can't be split, however long it is."""

_STRING: Final = re.compile(r'"(?:[^"\\]|\\.)*"' + r"|'(?:[^'\\]|\\.)*'")
_OPENING: Final = frozenset("([{")
_CLOSING: Final = {")": "(", "]": "[", "}": "{"}
_TAIL: Final = re.compile(r"(?: -> [^=]+)?:(?: \.\.\.)?")
_HEADER: Final = ("class ", "def ", "async def ", "if ", "else:", "try:", "except ", "with ")
_QUOTES: Final = '"""'


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement, or the header of a compound one, that black has to look at: the lines from
    `start` up to `end`, counted from 0."""

    start: int
    end: int
    text: str
    indent: int

    @property
    def is_header(self) -> bool:
        """Whether a block follows."""
        return self.text.startswith(_HEADER) and self.text.endswith(":")


def unsettled(lines: list[str]) -> list[Statement] | None:
    """Find the statements that black could change.

    Args:
        lines: A text that Python can parse. Empty ones lose their spaces.

    Returns:
        Them, in order; None where black has to look at the whole text.
    """
    found: list[Statement] = []
    at = 0
    opens_block = True  # a string that comes next is a docstring
    while at < len(lines):
        line = lines[at]
        text = line.lstrip(" ")
        if not text:
            lines[at] = ""
            at += 1
            continue
        if text.startswith(_QUOTES):
            after = _end_of_string(lines, at)
            if opens_block and not _is_settled_docstring(lines[at:after]):
                return None
            at, opens_block = after, False
            continue
        settled = _end_if_settled(lines, at)
        end = settled or _end_of_statement(lines, at)
        if end is None:
            return None
        if settled is None:
            indent = len(line) - len(text)
            whole = "\n".join(item[indent:] for item in lines[at:end])
            found.append(Statement(at, end, whole, indent))
        opens_block = lines[end - 1].endswith(":")
        at = end
    return found


def _is_plain(line: str) -> bool:
    """Whether black would leave a line as it is, if it is not about to join or split it."""
    return len(line) <= LINE_LENGTH and _PLAIN.fullmatch(line.lstrip(" ")) is not None


def _end_if_settled(lines: list[str], at: int) -> int | None:
    """Give the line after a statement that stays as it is; None for any other."""
    line = lines[at]
    if not _is_plain(line):
        return None
    if line[-1] not in _OPENING:
        is_whole = _depth(line) == 0 and line[-1] != ","
        return at + 1 if is_whole else None
    if _depth(line[:-1]) != 0:
        return None
    indent = len(line) - len(line.lstrip(" "))
    return _end_of_lines(lines, at, indent)


@dataclass(slots=True)
class _Bracket:
    """A bracket at the end of a line: how many items follow, and how long they would be in it."""

    opening: str
    width: int
    items: int = 0

    def keeps_its_comma(self, *, is_import: bool) -> bool:
        """Whether the comma after the last item keeps the items on lines of their own."""
        if self.items == 1 and self.opening == "(" and not is_import:
            return self.width > LINE_LENGTH
        return self.items > 1 or (self.items == 1 and self.opening != "[")


def _end_of_lines(lines: list[str], at: int, indent: int) -> int | None:
    """Follow a statement in brackets that has each item on a line of its own, with a comma."""
    is_import = lines[at].lstrip(" ").startswith("from ")
    brackets = [_Bracket(lines[at][-1], len(lines[at]))]
    for number in range(at + 1, len(lines)):
        line = lines[number]
        text = line.lstrip(" ")
        if not _is_plain(line) and not _ATOM.fullmatch(text):
            return None
        depth, margin = len(brackets), len(line) - len(text)
        if text[0] in _CLOSING:
            bracket = brackets.pop()
            bracket.width += len(text)
            is_there = margin == indent + (depth - 1) * _STEP
            if not is_there or _CLOSING[text[0]] != bracket.opening:
                return None
            if not bracket.keeps_its_comma(is_import=is_import):
                return None
            if not brackets:
                return number + 1 if text[1:] == "" or _is_tail(text[1:]) else None
            if text[1:] != ",":
                return None
            continue
        opens = text[-1] in _OPENING
        is_item = _depth(text[:-1]) == 0 and not _has_comma(text[:-1])
        if margin != indent + depth * _STEP or not is_item or not (opens or text[-1] == ","):
            return None
        brackets[-1].items += 1
        brackets[-1].width += len(text)
        if opens:
            brackets.append(_Bracket(text[-1], len(line)))
    return None


def _is_tail(rest: str) -> bool:
    return _TAIL.fullmatch(rest) is not None and _depth(rest) == 0


def _depth(text: str) -> int:
    """Count how many brackets are open at the end of a text."""
    if '"' in text or "'" in text:
        text = _STRING.sub("", text)
    opened = text.count("(") + text.count("[") + text.count("{")
    return opened - text.count(")") - text.count("]") - text.count("}")


def _has_comma(text: str) -> bool:
    """Whether there is a comma outside of brackets, so that this is more than one item."""
    if "," not in text:
        return False
    depth = 0
    for character in _STRING.sub("", text):
        if character in _OPENING:
            depth += 1
        elif character in _CLOSING:
            depth -= 1
        elif character == "," and not depth:
            return True
    return False


def _end_of_statement(lines: list[str], at: int) -> int | None:
    depth = 0
    for number in range(at, len(lines)):
        line = lines[number]
        if _QUOTES in line or line.endswith("\\"):
            return None
        if line.lstrip(" ").startswith("#"):
            return None
        depth += _depth(line)
        if depth <= 0:
            return number + 1
    return None


def _end_of_string(lines: list[str], at: int) -> int:
    """Find the line after a string in three quotes; those inside are escaped."""
    if _QUOTES in lines[at].lstrip(" ")[len(_QUOTES) :]:
        return at + 1
    return next(
        (n + 1 for n in range(at + 1, len(lines)) if _QUOTES in lines[n]),
        len(lines),
    )


def _is_settled_docstring(lines: list[str]) -> bool:
    """Whether black would neither move the lines of a docstring nor its quotes."""
    first = lines[0].lstrip(" ")[len(_QUOTES) :]
    if not lines[-1].endswith(_QUOTES) or len(lines[-1]) > LINE_LENGTH or not first:
        return False
    indent = lines[0][: len(lines[0]) - len(lines[0].lstrip(" "))]
    margins = [len(line) - len(line.lstrip(" ")) for line in lines[1:] if line]
    whole = "\n".join(lines).strip(" ")[len(_QUOTES) : -len(_QUOTES)]
    is_alone = lines[-1].strip(" ") == _QUOTES and len(lines) > 1
    if is_alone:
        whole = whole.rstrip(" ").removesuffix("\n")
    return (
        bool(whole)
        and whole[0] not in ' "'
        and whole[-1] not in ' "\\\n'
        and "\t" not in whole
        and (not margins or min(margins) == len(indent))
        and all(line == line.rstrip() and not line.endswith("\\") for line in lines)
    )
