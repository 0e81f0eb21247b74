"""Extensions: the `x-speakeasy-*` keys of a document.

Supports the extensions of https://www.speakeasy.com/docs/speakeasy-reference/extensions that are
in the table `model.extensions`, and their equivalents of other generators. Other keys of
Speakeasy's are reported in a note, invalid values in a warning.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from pydantic import BaseModel

from sdkwright.frontend import engine
from sdkwright.frontend.context import Context
from sdkwright.frontend.engine import Schema
from sdkwright.model import ir
from sdkwright.model.extensions import aliases_of, keys_in
from sdkwright.model.json_pointer import child
from sdkwright.workspace import bounded_regex
from sdkwright.workspace.bounded_regex import Searches, TooSlowError

_PREFIX: Final = "x-speakeasy-"
_OF_ROOT: Final = keys_in("root")
_OF_OPERATION: Final = keys_in("operation")
_NAMES: Final = aliases_of("x-speakeasy-enums")
_DESCRIPTIONS: Final = aliases_of("x-speakeasy-enum-descriptions")


@dataclass(frozen=True, slots=True)
class _Range:
    """The range and the default of a setting of `backoff`."""

    minimum: int
    maximum: int
    default: float
    whole: bool = True

    def allow(self, value: Any) -> bool:
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        if not is_number or not self.minimum <= value <= self.maximum:  # NaN is in no range
            return False
        return not self.whole or value == int(value)

    def __str__(self) -> str:
        number = "a whole number of milliseconds" if self.whole else "a number"
        return f"{number} from {self.minimum} to {self.maximum:,}"


_BACKOFF: Final = {
    "initialInterval": _Range(1, 2**31 - 1, 500),
    "maxInterval": _Range(1, 2**31 - 1, 60_000),
    "maxElapsedTime": _Range(0, 2**31 - 1, 3_600_000),
    "exponent": _Range(1, 100, 1.5, whole=False),
}
"""The ranges are those of the runtime's `BackoffStrategy`, which rejects other values; the defaults
are those of Speakeasy's reference."""


def name_override(item: BaseModel) -> str:
    """Return the name that the document requests in the SDK, or ""."""
    return engine.text(engine.extras(item).get("x-speakeasy-name-override"))


def max_parameters(context: Context, item: BaseModel, at: str) -> int | None:
    """Return how many parameters a method may have; more are passed as one object."""
    key = f"{_PREFIX}max-method-params"
    value = engine.extras(item).get(key)
    if value is None or _is_count(value):
        return value
    _invalid(context, key, "a whole number, 0 or more", child(at, key))
    return None


@dataclass(slots=True)
class MethodNames:
    """The method names in the root of the document, each with a pattern of operationIds.

    Args:
        context: Receives a warning if matching takes too long.
        entries: Pattern, name, and the pointer of the pattern.
    """

    context: Context
    entries: list[tuple[str, str, str]]
    _searches: Searches = field(default_factory=Searches)

    def of(self, operation_id: str) -> str:
        """Return the name of the first pattern that matches an operationId, or ""."""
        patterns = [pattern for pattern, _, _ in self.entries]
        if not patterns:
            return ""
        try:
            found = self._searches.first(patterns, operation_id)
        except TooSlowError:
            expected = "simpler regular expressions: matching takes too long"
            _invalid(self.context, f"{_PREFIX}name-override", expected, self.entries[0][2])
            self.entries.clear()
            return ""
        return "" if found is None else self.entries[found][1]

    def close(self) -> None:
        """Release the process that runs the searches."""
        self._searches.close()


def method_names(context: Context, root: BaseModel) -> MethodNames:
    """Read the names that the root has for methods without a name of their own."""
    key = f"{_PREFIX}name-override"
    at = child("", key)
    found = MethodNames(context, [])
    match engine.extras(root).get(key):
        case None:
            pass
        case [*entries]:
            for index, entry in enumerate(entries):
                match entry:
                    case {"operationId": str(pattern), "methodNameOverride": str(name)} if name:
                        place = child(at, index, "operationId")
                        error = bounded_regex.problem(pattern)
                        if error:
                            _invalid(context, key, f"a valid regular expression: {error}", place)
                        else:
                            found.entries.append((pattern, name, place))
                    case _:
                        expected = "`operationId` (a regular expression) and `methodNameOverride`"
                        _invalid(context, key, expected, child(at, index))
        case _:
            _invalid(context, key, "a list", at)
    return found


def is_ignored(item: BaseModel) -> bool:
    """Return whether the document excludes a thing from the SDK (`x-speakeasy-ignore`)."""
    return engine.extras(item).get("x-speakeasy-ignore") is True


def is_open(item: BaseModel) -> bool:
    """Return whether an enum is open, which means that it may get further values."""
    return engine.extras(item).get("x-speakeasy-unknown-values") == "allow"


def deprecation(item: BaseModel, deprecated: bool) -> str | None:  # noqa: FBT001  one fact of two
    """Return the advice for a deprecated thing, "" without one; None if it is not deprecated."""
    if not deprecated:
        return None
    return engine.text(engine.extras(item).get(f"{_PREFIX}deprecation-message"))


def replacement(item: BaseModel) -> str:
    """Return the name of the replacement of a deprecated thing, or ""."""
    return engine.text(engine.extras(item).get(f"{_PREFIX}deprecation-replacement"))


def meanings(context: Context, schema: Schema, at: str) -> dict[str | int, str]:
    """Return descriptions of an enum's values, or their names if these differ from the values.

    Args:
        context: Receives a warning if their number differs from that of the values.
        schema: The schema of the enum.
        at: Its JSON pointer.
    """
    found: dict[str | int, str] = {}
    for key in (*_NAMES, *_DESCRIPTIONS):  # a description overrides a name
        texts = engine.extras(schema).get(key)
        values = schema.enum or []
        pairs: list[tuple[Any, Any]] = []
        match texts:
            case None:
                continue
            case list() if len(texts) == len(values):
                pairs = [*zip(values, texts, strict=True)]
            case dict():
                pairs = [(value, texts[str(value)]) for value in values if str(value) in texts]
            case _:
                what = "a list with one string per value, or an object with a string for each value"
                _invalid(context, key, what, child(at, key))
        for value, text in pairs:
            is_helpful = isinstance(text, str) and _letters(text) not in {"", _letters(str(value))}
            if isinstance(value, str | int) and is_helpful:
                found[value] = text.strip()
    return found


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).lower()


def note_unknown(context: Context, item: BaseModel, at: str, *, of_root: bool = False) -> None:
    """Note the unsupported extensions of the root or of an operation."""
    known = _OF_ROOT if of_root else _OF_OPERATION
    for key in engine.extras(item):
        if key.startswith(_PREFIX) and key not in known:
            context.diagnostics.note(
                "unsupported-extension",
                f"`{key}` is not supported and is ignored",
                at=child(at, key),
                subject=context.subject,
            )


def retries(context: Context, item: BaseModel, at: str) -> ir.RetryPolicy | None:
    """Lower `x-speakeasy-retries` of the root or of an operation.

    Returns:
        The policy, or None if there is none. The strategy `none` is a policy that never retries.
    """
    key = f"{_PREFIX}retries"
    at = child(at, key)
    match engine.extras(item).get(key):
        case None:
            return None
        case {"strategy": "none"}:
            return ir.RetryPolicy((), False, 1, 1, 1.0, 0)  # noqa: FBT003  fields in their order
        case {"strategy": "backoff"} as settings:
            return _backoff(context, key, settings, at)
    _invalid(context, key, "strategy `backoff` with intervals in milliseconds, or `none`", at)
    return None


def _backoff(
    context: Context, key: str, settings: Mapping[str, Any], at: str
) -> ir.RetryPolicy | None:
    backoff = settings.get("backoff") or {}
    codes = settings.get("statusCodes") or []
    if not isinstance(backoff, dict) or not isinstance(codes, list):
        _invalid(context, key, "an object for `backoff` and a list for `statusCodes`", at)
        return None
    invalid: list[tuple[str, str]] = []
    for name, numbers in _BACKOFF.items():
        if name in backoff and not numbers.allow(backoff[name]):
            place = child(at, "backoff", name)
            invalid.append((f"{numbers} for `{name}`", place))
    for index, code in enumerate(codes):
        if not re.fullmatch(r"[1-5](?:[0-9]{2}|[Xx]{2})", str(code)):
            place = child(at, "statusCodes", index)
            invalid.append(("status codes such as `429` and `5XX`", place))
    for expected, place in invalid:
        _invalid(context, key, expected, place)
    if invalid:
        return None
    value = {name: backoff.get(name, numbers.default) for name, numbers in _BACKOFF.items()}
    return ir.RetryPolicy(
        status_codes=tuple(str(code).upper() for code in codes),
        connection_errors=settings.get("retryConnectionErrors") is True,
        initial_interval=int(value["initialInterval"]),
        max_interval=int(value["maxInterval"]),
        exponent=float(value["exponent"]),
        max_elapsed_time=int(value["maxElapsedTime"]),
    )


def _invalid(context: Context, key: str, expected: str, at: str) -> None:
    context.diagnostics.warning(
        "invalid-extension",
        f"`{key}` is invalid and is ignored",
        fix=f"use {expected}",
        at=at,
        subject=context.subject,
    )


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0
