"""Lays out assignments of plain data, such as tables of schemas, as black does.

Data is made of dicts, lists, calls, names, numbers and strings. Black takes seconds for the table
of a large document, which is one statement of a hundred thousand lines. Everything that is not
certain is left to black.

This module knows the style of black (26.1), and nothing of what the text is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from sdkwright.output.format.lines import LINE_LENGTH

_STEP: Final = 4
_TARGET: Final = re.compile(r"[A-Z_][A-Z0-9_]* = ", re.ASCII)
_TOKEN: Final = re.compile(
    r"""\s*(?:
      (?P<atom>
          "(?:[^"\\\n]|\\[^\n"])*"
        | '(?=[^'\n]*")(?:[^'\\\n]|\\[^\n'"])*'
        | -?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:e[+-]?[0-9]+)?(?![\w.])
      )
    | (?P<name>[A-Za-z_]\w*)
    | (?P<sign>[][(){},:=])
    )""",
    re.VERBOSE | re.ASCII,
)
_CLOSING: Final = {"(": ")", "[": "]", "{": "}"}
_VALUES: Final = frozenset({"None", "True", "False"})


class _Unclear(Exception):  # noqa: N818  not an error: black does it
    """The text is not plain data."""


@dataclass(slots=True)
class _Bracket:
    """A dict, a list, or a call of `name`; each item has a prefix, such as `"key": `.

    `has_comma` means that a comma follows the last item, and `is_exploded` that one follows that of
    this bracket or of one inside: it is not joined.
    """

    name: str
    opening: str
    items: list[tuple[str, _Node]] = field(default_factory=list)
    has_comma: bool = False
    is_exploded: bool = False
    flat: str = ""


_Node: TypeAlias = _Bracket | str


def lay_out(text: str, indent: int) -> str | None:
    """Lay out an assignment of data.

    Args:
        text: A statement without its indentation.
        indent: Its indentation.

    Returns:
        The statement as black formats it, indented; None if it is not plain data.
    """
    target = _TARGET.match(text)
    if target is None:
        return None
    try:
        value = _Reader(text, target.end()).whole()
        if isinstance(value, _Bracket):
            return "\n".join(_lines(target[0], value, "", indent))
    except _Unclear:
        pass
    return None


class _Reader:
    """Reads the tokens of an expression."""

    def __init__(self, text: str, at: int) -> None:
        self._text = text
        self._at = at
        self._kind, self._ahead = self._next()

    def whole(self) -> _Node:
        value = self._value()
        if self._kind != "end":
            raise _Unclear
        return value

    def _next(self) -> tuple[str, str]:
        found = _TOKEN.match(self._text, self._at)
        if found is None:
            if self._text[self._at :].strip():
                raise _Unclear
            return "end", ""
        self._at = found.end()
        kind = found.lastgroup or ""
        token = found[kind]
        return kind, token if token[0] in "\"'" else token.replace("e+", "e")

    def _take(self) -> str:
        taken = self._ahead
        self._kind, self._ahead = self._next()
        return taken

    def _value(self) -> _Node:
        if self._kind == "atom":
            return self._take()
        if self._kind == "name":
            name = self._take()
            if self._ahead == "(":
                return self._bracket(name)
            if name not in _VALUES or self._ahead == "[":
                raise _Unclear
            return name
        if self._ahead in {"[", "{"}:
            return self._bracket("")
        raise _Unclear

    def _bracket(self, name: str) -> _Bracket:
        made = _Bracket(name, self._take())
        closing = _CLOSING[made.opening]
        while self._ahead != closing:
            made.items.append((self._prefix(made.opening), self._value()))
            made.has_comma = self._ahead == ","
            if made.has_comma:
                self._take()
            elif self._ahead != closing:
                raise _Unclear
        self._take()
        made.is_exploded = made.has_comma or any(
            isinstance(value, _Bracket) and value.is_exploded for _, value in made.items
        )
        made.flat = f"{name}{made.opening}{_joined(made)}{closing}"
        return made

    def _prefix(self, opening: str) -> str:
        if opening == "[":
            return ""
        wanted, kind = (":", "atom") if opening == "{" else ("=", "name")
        if self._kind != kind:
            raise _Unclear
        key = self._take()
        if self._ahead != wanted:
            raise _Unclear
        self._take()
        return f"{key}: " if opening == "{" else f"{key}="


def _flat(node: _Node) -> str:
    return node if isinstance(node, str) else node.flat


def _joined(bracket: _Bracket) -> str:
    return ", ".join(prefix + _flat(value) for prefix, value in bracket.items)


def _lines(prefix: str, node: _Node, suffix: str, indent: int) -> Iterator[str]:
    margin = " " * indent
    line = f"{margin}{prefix}{_flat(node)}{suffix}"
    if isinstance(node, str) or not node.items or (not node.is_exploded and _fits(line)):
        yield line
        return
    yield f"{margin}{prefix}{node.name}{node.opening}"
    yield from _inside(node, indent + _STEP)
    yield f"{margin}{_CLOSING[node.opening]}{suffix}"


def _inside(node: _Bracket, indent: int) -> Iterator[str]:
    joined = f"{' ' * indent}{_joined(node)}"
    may_join = node.name != "" or len(node.items) == 1
    if may_join and not node.is_exploded and _fits(joined):
        yield joined
        return
    comma = "," if len(node.items) > 1 or node.has_comma else ""
    for prefix, value in node.items:
        yield from _lines(prefix, value, comma, indent)


def _fits(line: str) -> bool:
    if line.isascii():
        return len(line) <= LINE_LENGTH
    if 2 * len(line) <= LINE_LENGTH:
        return True
    raise _Unclear
