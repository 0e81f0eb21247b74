"""Formats of diagnostics for programs: lines of JSON, and the annotations of GitHub Actions."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sdkwright.diagnostics import Diagnostic

_LEVELS: Final = {"error": "error", "warning": "warning", "note": "notice"}


def as_json(item: Diagnostic) -> str:
    """Return a diagnostic as a JSON object in one line; what is unknown is null or ""."""
    place = item.place
    return json.dumps(
        {
            "severity": item.severity,
            "code": item.code,
            "message": item.message,
            "fix": item.fix,
            "subject": item.subject,
            "file": place.file if place else None,
            "line": (place.line or None) if place else None,
            "column": (place.column or None) if place else None,
            "pointer": item.pointer,
        },
        ensure_ascii=True,
    )


def as_annotation(item: Diagnostic) -> str:
    """Return a diagnostic as a workflow command, which GitHub shows beside the line of the file."""
    place = item.place
    properties = {"title": f"{item.code}{f' {item.subject}' if item.subject else ''}"}
    if place is not None:
        numbers = {"line": place.line, "col": place.column}
        known = {name: str(number) for name, number in numbers.items() if number}
        properties = {"file": place.file, **known, **properties}
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    fix = f"\nFix: {item.fix}" if item.fix else ""
    return f"::{_LEVELS[item.severity]} {listed}::{_data(f'{item.message}{fix}')}"


FORMATS: Final[Mapping[str, Callable[[Diagnostic], str]]] = MappingProxyType(
    {"json": as_json, "github": as_annotation}
)
"""The formats by name; each diagnostic is one line."""


def _data(text: str) -> str:
    from sdkwright.diagnostics import one_line

    # Percent signs are escapes, and a line would end the command.
    lines = text.replace("%", "%25").splitlines() or [""]
    return "%0A".join(map(one_line, lines))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
