"""Whether two values say the same: numbers by value, times by instant, all else as it is."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Any, Final

import msgspec

from tests.corpus.support.contract import Json

_UUID: Final = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


def differences(found: Json, expected: Json, place: str = "$") -> list[str]:
    """List the places where a value is not what is expected."""
    match found, expected:
        case dict(), dict():
            return [
                *(f"{place}.{key} is lost" for key in expected if key not in found),
                *(f"{place}.{key} is made up" for key in found if key not in expected),
                *(
                    difference
                    for key in expected
                    if key in found
                    for difference in differences(found[key], expected[key], f"{place}.{key}")
                ),
            ]
        case list(), list() if len(found) == len(expected):
            return [
                difference
                for index, (one, other) in enumerate(zip(found, expected, strict=True))
                for difference in differences(one, other, f"{place}[{index}]")
            ]
        case _:
            same = is_same(found, expected)
    return [] if same else [f"{place}: {_kind(found)} instead of {_kind(expected)}"]


def is_same(found: Json, expected: Json) -> bool:
    """Say whether two scalars mean the same."""
    if isinstance(found, bool) or isinstance(expected, bool):
        return found is expected
    if isinstance(found, str) and isinstance(expected, str):
        if _UUID.fullmatch(expected):
            return found.lower() == expected.lower()
        return found == expected or (
            _moment(found) is not None and _moment(found) == _moment(expected)
        )
    return bool(found == expected)


def denotes(text: str, expected: Json) -> bool:
    """Say whether a text in a URL, a header or a form means a scalar."""
    match expected:
        case None:
            return text in {"", "null"}
        case bool():
            return text == ("true" if expected else "false")
        case int() | float():
            try:
                return float(text) == expected
            except ValueError:
                return False
        case bytes():
            return text.encode() == expected
        case _:
            return is_same(text, expected)


def _moment(text: str) -> Any:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        pass
    try:
        return msgspec.convert(text, timedelta)
    except msgspec.ValidationError:
        return None


def _kind(value: Json) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:40]}…"
