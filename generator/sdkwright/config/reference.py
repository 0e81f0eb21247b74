"""The settings as a page, docs/settings.md, and as a JSON Schema for editors."""

from __future__ import annotations

import json
import textwrap
import tomllib
from typing import Any, Final

from sdkwright.config.settings import SETTINGS, TABLES

_INTRODUCTION: Final = """\
<!-- Written by `make reference` from generator/sdkwright/config/settings.py. -->

# Settings

The settings of an SDK are in `sdk.toml`, by default in the folder `spec`. Paths are relative to the
file. Only `package.module` is required. `sdkwright init` writes a file with all settings.

For completion and checks in editors with a TOML language server, write the schema to a file and
name it in the first line of sdk.toml:

```sh
sdkwright schema > spec/sdk.schema.json
```

```toml
#:schema ./sdk.schema.json
```
"""


def markdown() -> str:
    """Return docs/settings.md."""
    lines = [_INTRODUCTION]
    for table, subject in TABLES.items():
        lines += [f"## `[{table}]`", "", subject, ""]
        for row in SETTINGS.values():
            if row.table != table:
                continue
            kind = row.kind
            lines += [f"### `{row.key}`", "", *_wrapped(row.meaning), ""]
            lines += _wrapped(f"- type: {kind.type}; must be {kind.takes}")
            lines += [f"- default: {row.default or 'none; the setting is required'}"]
            lines += [f"- example: `{row.name} = {row.example}`", ""]
    return "\n".join(lines).rstrip() + "\n"


def schema() -> dict[str, Any]:
    """Return the JSON Schema of sdk.toml. It rejects unknown keys, as reading does."""
    tables: dict[str, Any] = {
        table: {
            "type": "object",
            "description": subject,
            "additionalProperties": False,
            "properties": {},
        }
        for table, subject in TABLES.items()
    }
    for row in SETTINGS.values():
        described = row.meaning + (f" Default: {row.default}." if row.default else "")
        example = tomllib.loads(f"value = {row.example}")["value"]
        properties = tables[row.table]["properties"]
        properties[row.name] = {**row.kind.schema, "description": described, "examples": [example]}
        if not row.default:
            tables[row.table].setdefault("required", []).append(row.name)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",  # what TOML language servers read
        "title": "sdk.toml",
        "description": "Settings of an SDK that sdkwright generates.",
        "type": "object",
        "additionalProperties": False,
        "required": [name for name, table in tables.items() if "required" in table],
        "properties": tables,
    }


def schema_text() -> str:
    """Return the JSON Schema as text."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def _wrapped(text: str) -> list[str]:
    indent = "  " if text.startswith("- ") else ""
    return textwrap.wrap(
        text, 100, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
