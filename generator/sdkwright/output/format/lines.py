"""The lines of a statement: whether black would leave them unchanged, and where they end.

This module knows the style of black, and nothing of what the text is about.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

LINE_LENGTH: Final = 100
QUOTES: Final = '"""'

_STEP: Final = 4
_PLAIN: Final = re.compile(
    r"""
    @?
    (?: (?!from\.|(?:and|assert|await|del|if|in|is|lambda|not|or|print|return|yield)\()
        [A-Za-z_][A-Za-z_0-9]*
      | (?<![\w.])\d+(?:\.\d+)?(?![\w.])
      | \.+
      | (?<![\w"])"[^"\\]*"
      | \((?<=[\w(=:,\[{ ]\()"[^"\\]*",\)
      | [(\[{)\]}]
      | (?<=[=,:|])[ ](?![ )\]},:]|$) | (?<=import)[ ](?=\($)
      | (?<![(\[{])[ ](?![ (\[{)\]},:]|$)
      | ,(?=[ ]|$)
      | :(?=[ ]|$)
      | (?<=[ ])=(?=[ ]) | (?<![ =])=(?![ =])
      | (?<=[ ])(?:\||->|\+=)(?=[ ])
      | (?<![\w)\]}])\*\*?(?=[A-Za-z_,])
      | (?<=import[ ])\*$
    )++
    (?:[ ]{2}\#[ ][^"'\n]*[^"'\s])?
    """,
    re.VERBOSE | re.ASCII,
)
_REDUNDANT: Final = re.compile(
    r"(?:^| )(?:=|\+=|assert|await|del|in|not|return|yield) \(|^from .*\(.|^class [^(]*\(\)"
)
_ATOM: Final = re.compile(r'"[^"\\]*",', re.ASCII)
"""Lines that can't be split, however long they are."""

_STRING: Final = re.compile(r'"(?:[^"\\]|\\.)*"' + r"|'(?:[^'\\]|\\.)*'")
_ESCAPE: Final = re.compile(r"\\.")
_OPENING: Final = frozenset("([{")
_CLOSING: Final = {")": "(", "]": "[", "}": "{"}
_TAIL: Final = re.compile(r"(?: -> [^=]+)?:(?: \.\.\.)?")
_COMPOUND: Final = re.compile(r"(?:async |class|else|except|finally|for|if|try|while|with)\b")
_FUNCTION: Final = re.compile(r"(?:async )?def ")


def margin_of(line: str) -> int:
    """Return the indentation of a line."""
    return len(line) - len(line.lstrip(" "))


def end_if_settled(lines: list[str], at: int) -> int | None:
    """Return the line after a statement that black leaves unchanged; None for any other."""
    line = lines[at]
    text = line.lstrip(" ")
    if not _is_plain(line) or _REDUNDANT.search(text) or _is_tight(text):
        return None
    if line[-1] in _OPENING:
        return _end_of_lines(lines, at) if depth_of(line[:-1]) == 0 else None
    if depth_of(line) != 0 or line[-1] == ",":
        return None
    if _FUNCTION.match(text):
        is_whole = text.endswith((":", ": ..."))
    else:
        is_whole = not _COMPOUND.match(text) or text.partition("  #")[0].endswith(":")
    return at + 1 if is_whole else None


def _is_plain(line: str) -> bool:
    """Return whether black leaves a line unchanged, unless it joins or splits it."""
    return len(line) <= LINE_LENGTH and _PLAIN.fullmatch(line.lstrip(" ")) is not None


def _is_tight(text: str) -> bool:
    """Return whether an assignment lacks its spaces, or a keyword argument has some."""
    at = text.find("=")
    if at > 0 and text[at - 1] not in " +" and depth_of(text[:at]) == 0:
        return True
    at = text.rfind(" = ")
    return at > 0 and ": " not in text[:at] and depth_of(text[:at]) > 0


@dataclass(slots=True)
class _Bracket:
    """A bracket at the end of a line: its items so far, and the width if they were joined to it."""

    opening: str
    width: int
    items: int = 0

    def keeps_its_comma(self, *, is_import: bool) -> bool:
        """Return whether the comma after the last item keeps each item on a separate line."""
        if self.items == 1 and self.opening == "(" and not is_import:
            return self.width > LINE_LENGTH
        return self.items > 1 or (self.items == 1 and self.opening != "[")


def _end_of_lines(lines: list[str], at: int) -> int | None:
    """Return the line after a bracketed statement with one item per line, each with a comma."""
    indent = margin_of(lines[at])
    is_import = lines[at].startswith("from ", indent)
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
        is_item = depth_of(text[:-1]) == 0 and not _has_comma(text[:-1])
        is_item = is_item and (" = " not in text or ": " in text)
        if margin != indent + depth * _STEP or not is_item or not (opens or text[-1] == ","):
            return None
        brackets[-1].items += 1
        brackets[-1].width += len(text)
        if opens:
            brackets.append(_Bracket(text[-1], len(line)))
    return None


def _is_tail(rest: str) -> bool:
    return _TAIL.fullmatch(rest) is not None and depth_of(rest) == 0


def depth_of(text: str) -> int:
    """Return how many brackets are open at the end of a text."""
    if '"' in text or "'" in text:
        text = _STRING.sub("", text)
    opened = text.count("(") + text.count("[") + text.count("{")
    return opened - text.count(")") - text.count("]") - text.count("}")


def _has_comma(text: str) -> bool:
    """Return whether a text has a comma outside of brackets, which makes it more than one item."""
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


def end_of_statement(lines: list[str], at: int) -> int | None:
    """Return the line after any statement; None if that is hard to determine."""
    depth = 0
    for number in range(at, len(lines)):
        line = lines[number]
        if QUOTES in line or "'''" in line or "#" in line or line.endswith("\\"):
            return None
        depth += depth_of(line)
        if depth <= 0:
            return number + 1
    return None


def end_of_string(lines: list[str], at: int) -> int | None:
    """Return the line after a triple-quoted string, if nothing follows it."""
    for number in range(at, len(lines)):
        line = lines[number]
        inside = line.lstrip(" ").removeprefix(QUOTES) if number == at else line
        end = _ESCAPE.sub("..", inside).find(QUOTES)
        if end != -1:
            return number + 1 if end == len(inside) - len(QUOTES) else None
    return None


def is_settled_docstring(lines: list[str]) -> bool:
    """Return whether black would move neither the lines of a docstring nor its quotes."""
    indent = margin_of(lines[0])
    inside = "\n".join(lines)[indent + len(QUOTES) : -len(QUOTES)]
    text = inside.rstrip(" ").removesuffix("\n") if lines[-1].strip(" ") == QUOTES else inside
    margins = [margin_of(line) for line in lines[1:] if line and line.strip(" ") != QUOTES]
    return (
        (len(lines) == 1 or len(lines[-1]) <= LINE_LENGTH)
        and text != ""
        and text[0] not in ' "\n'
        and text[-1] not in ' "\\\n'
        and "\t" not in text
        and (not margins or min(margins) == indent)
        and margin_of(lines[-1]) >= indent
        and all(line == line.rstrip() and not line.endswith("\\") for line in lines)
    )
