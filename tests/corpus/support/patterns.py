"""A text that a regular expression matches: the shortest that is easy to find."""

from __future__ import annotations

import functools
import re
from re import _constants, _parser  # type: ignore[attr-defined]  # the only reader of patterns
from typing import Any

_OF_CATEGORY = {
    _constants.CATEGORY_DIGIT: "1",
    _constants.CATEGORY_WORD: "a",
    _constants.CATEGORY_SPACE: " ",
    _constants.CATEGORY_NOT_DIGIT: "a",
    _constants.CATEGORY_NOT_SPACE: "a",
    _constants.CATEGORY_NOT_WORD: "-",
}
_READABLE = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_."


def matching(pattern: str, shortest: int = 0) -> str | None:
    """Write a text that a pattern matches.

    Args:
        pattern: A pattern of a JSON schema, of which Python must read the same.
        shortest: How long the text shall be at least, where the pattern leaves it open.

    Returns:
        The text, or None where none was found.
    """
    try:
        parsed = _parser.parse(pattern)
        for times in (1, shortest):
            text = _text(parsed, times)
            if len(text) >= shortest and re.search(pattern, text):
                return text
    except (re.error, NotImplementedError):
        pass
    return None


def _text(parsed: Any, times: int) -> str:
    return "".join(_piece(kind, argument, times) for kind, argument in parsed)


def _piece(kind: Any, argument: Any, times: int) -> str:
    match str(kind):
        case "LITERAL":
            return str(chr(argument))
        case "ANY":
            return "a"
        case "NOT_LITERAL":
            return next(char for char in _READABLE if ord(char) != argument)
        case "IN":
            return next(filter(functools.partial(_is_in, argument), _candidates(argument)))
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            least, most, inner = argument
            count: int = max(least, min(times, most))
            return _text(inner, times) * count
        case "SUBPATTERN":
            return _text(argument[-1], times)
        case "BRANCH":
            return _text(argument[1][0], times)
        case "AT" | "ASSERT" | "ASSERT_NOT":
            return ""
    raise NotImplementedError(str(kind))


def _candidates(members: Any) -> list[str]:
    found = list(_READABLE)
    for kind, argument in members:
        if str(kind) == "LITERAL":
            found.append(chr(argument))
        elif str(kind) == "RANGE":
            found.append(chr(argument[0]))
        elif str(kind) == "CATEGORY":
            found.append(_OF_CATEGORY.get(argument, "a"))
    return [*found, " ", "~"]


def _is_in(members: Any, char: str) -> bool:
    inside = False
    for kind, argument in members:
        match str(kind):
            case "NEGATE":
                return not _is_in([item for item in members if str(item[0]) != "NEGATE"], char)
            case "LITERAL":
                inside |= ord(char) == argument
            case "RANGE":
                inside |= argument[0] <= ord(char) <= argument[1]
            case "CATEGORY":
                inside |= _of_category(argument, char)
    return inside


def _of_category(category: Any, char: str) -> bool:
    if category == _constants.CATEGORY_DIGIT:
        return char.isdigit()
    if category == _constants.CATEGORY_WORD:
        return char.isalnum() or char == "_"
    if category == _constants.CATEGORY_SPACE:
        return char.isspace()
    return _OF_CATEGORY.get(category) == char
