"""Reports keys of a document that have no effect, although their author meant something by them.

OpenAPI allows only the keys that it names, and JSON Schema ignores those that it does not know: a
misspelled `requred` makes a property optional without a word. Only what looks like a known key is
reported; tools have keys of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from sdkwright.diagnostics import Diagnostics
from sdkwright.model import methods
from sdkwright.model.json_pointer import child
from sdkwright.model.versions import minor
from sdkwright.source.grammar import OBJECTS

_EXCLUSIVE: Final = {
    "Parameter": (("content", "schema"), ("example", "examples")),
    "Header": (("content", "schema"), ("example", "examples")),
    "Media Type": (("example", "examples"),),
    "Link": (("operationId", "operationRef"),),
    "Example": (("value", "externalValue"), ("value", "dataValue")),
}
"""Keys of which an object may have one; if it has both, the first is used."""

_SHORT: Final = 4
"""The fewest characters of a key that is taken for another one with a character less or more."""

_LONG: Final = 7
"""The fewest characters of one that is taken for another with two differences."""


def review(data: Mapping[str, Any], diagnostics: Diagnostics) -> None:
    """Report misspelled keys, keys that exclude each other, and keys without an effect.

    Args:
        data: A document.
        diagnostics: Gets a warning for each key that looks misspelled, and notes for the others.
    """
    is_older = minor(data) < 2
    seen: set[tuple[int, str]] = set()
    waiting: list[tuple[Any, str, str]] = [(data, "OpenAPI", "")]
    while waiting:
        item, kind, at = waiting.pop()
        if not isinstance(item, dict) or (id(item), kind) in seen:
            continue
        seen.add((id(item), kind))
        if kind == "Callback":
            waiting += [(value, "Path Item", child(at, str(key))) for key, value in item.items()]
            continue
        if "$ref" not in item or kind == "Schema":
            _review(item, kind, at, diagnostics, is_older=is_older)
        waiting += _below(item, OBJECTS[kind], at)


def _below(
    item: Mapping[Any, Any], keys: Mapping[str, str], at: str
) -> Iterator[tuple[Any, str, str]]:
    """Yield the objects in an object, each with its kind and its pointer."""
    for key, value in item.items():
        kind = keys.get(key, "")
        if not kind and isinstance(key, str) and methods.is_in_capitals(key):
            kind = "Operation" if keys is OBJECTS["Path Item"] else ""
        if not kind:
            continue
        place = child(at, key)
        if kind.startswith("{}"):
            named = value.items() if isinstance(value, dict) else ()
            yield from ((inner, kind[2:], child(place, str(name))) for name, inner in named)
        elif kind.startswith("[]"):
            listed = enumerate(value) if isinstance(value, list) else ()
            yield from ((inner, kind[2:], f"{place}/{index}") for index, inner in listed)
        else:
            yield value, kind, place


def _review(
    item: Mapping[Any, Any], kind: str, at: str, diagnostics: Diagnostics, *, is_older: bool
) -> None:
    known = OBJECTS[kind]
    for key in _in_capitals(item) if kind == "Path Item" else ():
        diagnostics.warning(
            "method-in-capitals",
            f"`{key}` is read as `{key.lower()}`",
            fix=f"write `{key.lower()}`",
            at=child(at, key),
        )
    for key in item:
        if kind == "Path Item" and isinstance(key, str) and methods.is_in_capitals(key):
            continue
        meant = _meant(key, known, item) if isinstance(key, str) and key not in known else ""
        if meant:
            diagnostics.warning(
                "misspelled-key",
                f"`{key}` is not a key of a {kind} Object and has no effect; `{meant}` may be "
                "meant",
                fix=f"write `{meant}`, or `x-{key}`",
                at=child(at, key),
            )
    for used, ignored in _EXCLUSIVE.get(kind, ()):
        if used in item and ignored in item:
            diagnostics.note(
                "exclusive-keys",
                f"`{used}` and `{ignored}` exclude each other; `{used}` is used",
                fix="remove one of them",
                at=child(at, ignored),
            )
    if item.get("allowReserved") and _is_never_reserved(item, kind, is_older=is_older):
        diagnostics.note(
            "ignored-key",
            "`allowReserved` has no effect here",
            fix="remove it",
            at=child(at, "allowReserved"),
        )
    if kind == "Link" and "requestBody" in item:
        diagnostics.note(
            "ignored-key",
            "the SDK does not follow links; the body that this one describes is not sent",
            at=child(at, "requestBody"),
        )


def _in_capitals(item: Mapping[Any, Any]) -> Iterator[str]:
    for found in methods.operations_in({key: item[key] for key in item if isinstance(key, str)}):
        if methods.is_in_capitals(found.steps[0]):
            yield found.steps[0]


def _is_never_reserved(item: Mapping[str, Any], kind: str, *, is_older: bool) -> bool:
    """Return whether `allowReserved` has no effect: until OpenAPI 3.1 it is for queries and forms.

    Since then, it is for whatever is percent-encoded (OpenAPI 3.2, section 4.12.2.2).
    """
    if kind != "Parameter":
        return kind == "Header"
    return item.get("in") == "header" or (is_older and item.get("in") != "query")


def _meant(key: str, known: Mapping[str, str], item: Mapping[str, Any]) -> str:
    """Return the only known key that another one looks like, if the object lacks it; else ""."""
    if key.startswith("x-"):
        return ""
    plain = _plain(key)
    near = [other for other in known if other not in item and _is_near(plain, _plain(other))]
    exact = [other for other in near if _plain(other) == plain]
    chosen = exact or near
    return chosen[0] if len(chosen) == 1 else ""


def _plain(key: str) -> str:
    return "".join(char for char in key.casefold() if char.isalnum())


def _is_near(one: str, other: str) -> bool:
    if one == other:
        return one != ""
    shorter = min(len(one), len(other))
    most = 2 if shorter >= _LONG else 1 if shorter >= _SHORT else 0
    return abs(len(one) - len(other)) <= most and _distance(one, other) <= most


def _distance(one: str, other: str) -> int:
    """Return how many characters must be added, removed, changed or swapped with the next one."""
    before: list[int] = []
    last: list[int] = []
    row: list[int] = [*range(len(other) + 1)]
    for at, char in enumerate(one, 1):
        before, last, row = row, before, [at]
        for column, wanted in enumerate(other, 1):
            cost = min(
                before[column] + 1, row[column - 1] + 1, before[column - 1] + (char != wanted)
            )
            is_swapped = (
                at > 1 and column > 1 and char == other[column - 2] and one[at - 2] == wanted
            )
            row.append(min(cost, last[column - 2] + 1) if is_swapped else cost)
    return row[-1]
