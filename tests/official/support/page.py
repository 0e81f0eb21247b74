"""`docs/compatibility-official.md`: what code for the official SDK finds in ours, and what not.

UPDATE_OFFICIAL=1 writes the page; else it must be what the comparison says.
"""

from __future__ import annotations

import os
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from tests.corpus.support.documents import ROOT
from tests.official.support.comparing import OPTION, REASONS, TWIN, Comparison

PAGE: Final = ROOT / "docs" / "compatibility-official.md"
UPDATE: Final = bool(os.environ.get("UPDATE_OFFICIAL"))

_LISTED: Final = 400
"""How many names of a kind stand under a reason, and of what follows from another name, how many
stand for the rest."""
_OPEN: Final = 10
"""Longer lists are folded up."""
_EXAMPLES: Final[Mapping[str, int]] = {TWIN: 10, OPTION: 5}

_HEAD: Final = """\
# Beside the official SDK

<!-- Written by the tests: UPDATE_OFFICIAL=1 pytest tests/official -->

What the official `openrouter` {version} offers its callers, held against what we make of the
document `openrouter.yaml` of the collection: both are imported, and asked what they have. The
release is newer than that document. What the document lacks is listed, and not counted.

| The official SDK's | that the document has | in ours | share |
| --- | ---: | ---: | ---: |
"""

_REASONS: Final = """
That code for the one runs on the other is another matter than names: `tests/official` also calls
both alike, and compares the requests.

## Why things differ

| Reason | How many | |
| --- | ---: | --- |
"""


def render(made: Comparison, version: str) -> str:
    """Write the page."""
    return "".join(_parts(made, version)).rstrip("\n") + "\n"


def _parts(made: Comparison, version: str) -> Iterator[str]:
    yield _HEAD.format(version=version)
    for kind, tally in made.tallies.items():
        yield f"| {kind} | {tally.there} | {tally.here} | {100 * tally.share:.1f} % |\n"
    yield _REASONS
    reasons = made.by_reason()
    for reason, kinds in reasons.items():
        count = sum(map(len, kinds.values()))
        yield f"| [{reason}](#{reason.replace(' ', '-')}) | {count} | {REASONS[reason]} |\n"
    for reason, kinds in reasons.items():
        yield f"\n## {reason.capitalize()}\n\n{REASONS[reason]}\n"
        for kind, names in kinds.items():
            yield f"\n{listed(kind, names, _EXAMPLES.get(reason, _LISTED))}\n"


def listed(kind: str, names: Iterable[str], most: int) -> str:
    """List the names of a kind; a long list is folded up.

    Args:
        kind: What the names are.
        names: The names, in any order.
        most: How many are shown.
    """
    found = sorted(names)
    shown = found[:most]
    more = f", and {len(found) - len(shown)} more" if len(found) > len(shown) else ""
    text = f"{', '.join(f'`{name}`' for name in shown)}{more}."
    title = f"{kind.capitalize()} ({len(found)})"
    if len(shown) <= _OPEN:
        return _wrapped(f"{title}: {text}")
    summary = f"<summary>{title}</summary>"
    return f"<details>\n{summary}\n\n{_wrapped(text)}\n\n</details>"


def _wrapped(text: str) -> str:
    return textwrap.fill(text, 100, break_long_words=False, break_on_hyphens=False)


def read() -> str:
    """Give the page as it stands."""
    return PAGE.read_text(encoding="utf-8") if PAGE.is_file() else ""


def write(text: str) -> None:
    Path(PAGE).write_text(text, encoding="utf-8", newline="\n")
