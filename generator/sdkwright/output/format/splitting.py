"""Splits the statements that are too long in the simplest way, as black does.

Most of what is too long in generated code is an assignment whose value is a name, a call with plain
arguments or a `Literal`, or a field whose type is a union. Black takes a millisecond for each, and
large documents have thousands of them. Everything else is left to black.

This module knows the style of black (26.1), and nothing of what the text is about.
"""

from __future__ import annotations

import re
from typing import Final

from sdkwright.output.format.lines import LINE_LENGTH

_STEP: Final = 4
_TARGET: Final = r"[A-Za-z_][\w.]*(?:: [A-Za-z_]\w*)? = "
_ITEM: Final = r"(?:\"[^\"\\]*\"|[A-Za-z_][\w.]*|\d+)"
_NAMED: Final = re.compile(rf"({_TARGET})([A-Za-z_][\w.]*)", re.ASCII)
_BRACKETED: Final = re.compile(
    rf"({_TARGET}[A-Za-z_][\w.]*)([(\[])({_ITEM}(?:, {_ITEM})*)([)\]])", re.ASCII
)
_ITEMS: Final = re.compile(_ITEM, re.ASCII)
_FIELD: Final = re.compile(
    r"([A-Za-z_]\w*: )([A-Za-z_][\w.]*(?: \| [A-Za-z_][\w.]*)+) = ([A-Za-z_]\w*)", re.ASCII
)


def split(text: str, indent: int) -> str | None:
    """Split an assignment that is too long for one line.

    Args:
        text: A statement without its indentation.
        indent: Its indentation.

    Returns:
        The statement as black formats it, indented; None if it is for black to say.
    """
    if indent + len(text) <= LINE_LENGTH:
        return None
    if named := _NAMED.fullmatch(text):
        target, name = named.groups()
        return _in_lines(f"{target}(", [name], ")", indent)
    if field := _FIELD.fullmatch(text):
        name, union, value = field.groups()
        return _in_lines(f"{name}{union} = (", [value], ")", indent) or _in_lines(
            f"{name}(", [union], f") = {value}", indent
        )
    if bracketed := _BRACKETED.fullmatch(text):
        head, opening, inside, closing = bracketed.groups()
        whole = _in_lines(head + opening, [inside], closing, indent)
        items = _ITEMS.findall(inside)
        if whole is None and len(items) > 1:
            return _in_lines(head + opening, [f"{item}," for item in items], closing, indent)
        return whole
    return None


def _in_lines(head: str, inside: list[str], closing: str, indent: int) -> str | None:
    """Return the lines of a split statement; None if one of them is too long."""
    margin = " " * indent
    lines = [f"{margin}{head}", *(f"{margin}{' ' * _STEP}{line}" for line in inside)]
    if max(map(len, lines)) > LINE_LENGTH:
        return None
    return "\n".join([*lines, f"{margin}{closing}"])
