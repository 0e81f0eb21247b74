"""A comparison as JSON, for programs.

The format is a promise, and this is all of it:

```
{
  "format": 1,                      another number if the format ever changes
  "old": {"label": "origin/main", "version": "0.1.0"},
  "new": {"label": "the work tree", "version": "0.1.0"},
  "level": "breaking",              the most severe; null if nothing changes for users
  "counts": {"breaking": 1, "compatible": 0, "docs": 0},
  "next_version": "0.2.0",          null if nothing changes
  "changes": [{
    "level": "breaking",            or "compatible" or "docs"
    "code": "parameter-required",   a row of the table in docs/compatibility.md
    "subject": "open_router.api_keys.update()",
    "message": "parameter `name` is now required",      Markdown, not escaped
    "fix": "pass `name`",           "" if nothing has to be done
    "who": "code that omits it",  "" if no code breaks
    "symbol": "openrouter.api_keys.APIKeys.update",
    "member": "name",               the parameter or field, or ""
    "old": {"file": "origin/main:spec/openapi.yaml", "line": 12, "column": 3},     or null
    "new": {"file": "spec/openapi.yaml", "line": 12, "column": 3}                  or null
  }],
  "document": {                     null if it was not compared
    "failure": "",                  why Redocly failed
    "caveat": "",                   why its changes may be incomplete
    "counts": {"major": 1, "minor": 0, "patch": 0},
    "changes": [{"impact": "major", "kind": "modified", "pointer": "#/paths/~1keys/get",
                 "what": "GET /keys: summary", "message": "", "old": ..., "new": ...}]
  }
}
```
"""

from __future__ import annotations

import json
from typing import Any, Final

from sdkwright.diagnostics import Place
from sdkwright.diff.changes import Change
from sdkwright.diff.redocly import IMPACTS, DocumentDiff
from sdkwright.diff.render.compared import Compared, counts, places, version_after

_FORMAT: Final = 1


def as_json(compared: Compared) -> str:
    """Return a comparison as JSON, without a newline at the end."""
    written = {
        "format": _FORMAT,
        "old": {"label": compared.old_label, "version": compared.old.version},
        "new": {"label": compared.new_label, "version": compared.new.version},
        "level": compared.level,
        "counts": counts(compared),
        "next_version": version_after(compared),
        "changes": [_change(compared, change) for change in compared.changes],
        "document": _document(compared.document),
    }
    return json.dumps(written, indent=2)


def _change(compared: Compared, change: Change) -> dict[str, Any]:
    old, new = places(compared, change)
    return {
        "level": change.level,
        "code": change.rule.code,
        "subject": change.subject,
        "message": change.message,
        "fix": change.fix,
        "who": change.rule.who,
        "symbol": change.symbol,
        "member": change.member,
        "old": _place(old),
        "new": _place(new),
    }


def _document(document: DocumentDiff | None) -> dict[str, Any] | None:
    if document is None:
        return None
    return {
        "failure": document.failure,
        "caveat": document.caveat,
        "counts": {
            impact: sum(change.impact == impact for change in document.changes)
            for impact in IMPACTS
        },
        "changes": [
            {
                "impact": change.impact,
                "kind": change.kind,
                "pointer": change.pointer,
                "what": change.what,
                "message": change.message,
                "old": _place(change.old),
                "new": _place(change.new),
            }
            for change in document.changes
        ],
    }


def _place(place: Place | None) -> dict[str, Any] | None:
    if place is None:
        return None
    return {"file": place.file, "line": place.line, "column": place.column}
