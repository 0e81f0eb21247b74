r"""Translation of regular expressions from JSON Schema (ECMA-262, flag `u`) to Python's `re`.

The two look alike but differ: in Python `$` also matches before a final line end, `.` and `\s`
match other characters, and named groups have another syntax. Constructs without an equivalent are
rejected, and so are those that are valid in only one of the two. The result is for `re.search` with
the flag `re.ASCII`, since `\d` and `\w` are ASCII in ECMA-262.

Shared by the stages that read and write patterns; it knows nothing of documents.
"""

from __future__ import annotations

import re
import warnings
from functools import cache
from typing import Final

_SPACES: Final = r"\s\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
r"""The characters that `\s` matches in ECMA-262 (section 22.2.2.9), for use within a class."""

_TOKEN: Final = re.compile(
    r"""
      \\(?P<known>[dDwWbBtnrfv0](?![0-9]) | [\^$\\.*+?()\[\]{}|/\-])
    | \\(?P<code_unit>x[0-9A-Fa-f]{2} | u[0-9A-Fa-f]{4})
    | \\(?P<space>[sS])
    | \\u\{(?P<code>[0-9A-Fa-f]{1,6})\}
    | \\c(?P<control>[A-Za-z])
    | \\k<(?P<back>[A-Za-z_]\w*)>
    | \(\?<(?P<name>[A-Za-z_]\w*)>
    | (?P<group>\((?:\?(?:[:=!]|<[=!]))?(?!\?))
    | (?P<times>[*+?]\??|\{\d+(?:,\d*)?\}\??)(?![*+?])
    | (?P<class>\[\^?)
    | (?P<other>[^\\()*+?{}\[\]]) | (?P<brace>[{}\]]) | (?P<end>\))
    """,
    re.VERBOSE | re.ASCII,
)
_IN_CLASS: Final = re.compile(
    r"""
      \\(?P<known>[dDwWtnrfv0](?![0-9]) | [\^$\\.*+?()\[\]{}|/\-&~])
    | \\(?P<code_unit>x[0-9A-Fa-f]{2} | u[0-9A-Fa-f]{4})
    | \\(?P<space>s)
    | \\u\{(?P<code>[0-9A-Fa-f]{1,6})\}
    | \\c(?P<control>[A-Za-z])
    | (?P<back>\\b)
    | (?P<end>\])
    | (?P<marked>[\[&~|]|-(?=-))
    | (?P<other>[^\\])
    """,
    re.VERBOSE | re.ASCII,
)


@cache
def python_pattern(pattern: str) -> str | None:
    """Translate a pattern.

    Args:
        pattern: A regular expression of a document.

    Returns:
        The equivalent for Python; None if the pattern is invalid, or Python has no equivalent.
    """
    translated = _translated(pattern)
    if translated is None:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            re.compile(translated, re.ASCII)
    except (re.error, OverflowError, RecursionError, Warning):
        return None
    return translated


def _translated(pattern: str) -> str | None:
    parts: list[str] = []
    place = 0
    while place < len(pattern):
        token = _TOKEN.match(pattern, place)
        if token is None:
            return None
        place = token.end()
        if token["class"]:
            found = _class(pattern, place, token["class"])
            if found is None:
                return None
            text, place = found
        else:
            text = _written(token)
        parts.append(text)
    return "".join(parts)


def _written(token: re.Match[str]) -> str:
    match token.lastgroup:
        case "space":
            return f"[{'^' if token['space'] == 'S' else ''}{_SPACES}]"
        case "back":
            return f"(?P={token['back']})"
        case "name":
            return f"(?P<{token['name']}>"
        case "brace":
            return f"\\{token['brace']}"
        case "other" if token["other"] == "$":
            return r"\Z"
        case "other" if token["other"] == ".":
            return r"[^\n\r\u2028\u2029]"
    return _code(token)


def _class(pattern: str, place: int, start: str) -> tuple[str, int] | None:
    """Translate a character class, starting after its bracket; also return where it ends."""
    if pattern[place : place + 1] == "]":  # the class is empty
        return (r"[\s\S]" if start == "[^" else "(?!)"), place + 1
    parts = [start]
    while token := _IN_CLASS.match(pattern, place):
        place = token.end()
        match token.lastgroup:
            case "end":
                return "".join([*parts, "]"]), place
            case "space":
                parts.append(_SPACES)
            case "marked":
                parts.append(f"\\{token['marked']}")
            case _:
                parts.append(_code(token))
    return None


def _code(token: re.Match[str]) -> str:
    match token.lastgroup:
        case "code":
            return f"\\U{int(token['code'], 16):08x}"
        case "control":
            return f"\\x{ord(token['control']) % 32:02x}"
    return token[0]
