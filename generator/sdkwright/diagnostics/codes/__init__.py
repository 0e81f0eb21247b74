"""Codes of diagnostics: what each means, and what to do about it.

`sdkwright explain` prints these pages, and docs/diagnostics.md contains them. Tests compare the
table with the codes that the generator uses, and with their severities.
"""

from __future__ import annotations

import difflib
import textwrap
from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Final

from sdkwright.diagnostics.codes import command, operations, reading, schemas
from sdkwright.diagnostics.codes.page import Code

ROOMS: Final = (
    ("Commands, settings and output", command.CODES),
    ("Reading documents and overlays", reading.CODES),
    ("Operations", operations.CODES),
    ("Schemas", schemas.CODES),
)
"""The codes by subject, each list sorted."""

CODES: Final[Mapping[str, Code]] = MappingProxyType(
    {code.name: code for _, codes in ROOMS for code in codes}
)


def close_to(name: str, known: Collection[str]) -> list[str]:
    """Return the codes among those known that are spelled like a name, the closest first."""
    folded = name.lower().replace("_", "-")
    if folded in known:
        return [folded]
    inside = [code for code in known if len(folded) > 3 and folded in code]
    close = difflib.get_close_matches(folded, known, n=3, cutoff=0.7)
    return [*dict.fromkeys([*close, *inside])][:5]


def page(code: Code) -> str:
    """Return the page of a code as plain text; lines are not wrapped."""
    severities = " or ".join(code.severities)
    return f"{code.name} ({severities})\n\n{code.meaning}\n\nFix: {code.action}"


def markdown() -> str:
    """Return docs/diagnostics.md."""
    lines = [
        "<!-- Written by `make reference` from generator/sdkwright/diagnostics/codes. -->",
        "",
        "# Diagnostics",
        "",
        "`sdkwright explain CODE` prints what is below for one code. A message has the form",
        "`FILE:LINE:COLUMN: SEVERITY[CODE] PLACE: why. Fix: how.`",
        "",
        "| severity | what it means |",
        "|---|---|",
        "| error | nothing is written, and the exit status is 1 or 2 |",
        "| warning | the SDK differs from what the author of the document may expect |",
        "| note | good to know; nothing needs to be done |",
    ]
    for title, codes in ROOMS:
        lines += ["", f"## {title}"]
        for code in codes:
            severities = ", ".join(code.severities)
            lines += ["", f"### `{code.name}`", ""]
            lines += [*_wrapped(f"*{severities}* – {code.meaning}"), ""]
            lines += _wrapped(f"**Fix**: {code.action}")
    return "\n".join(lines) + "\n"


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, 100, break_long_words=False, break_on_hyphens=False)
