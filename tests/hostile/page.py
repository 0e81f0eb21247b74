"""The attacks as a page, `docs/security.md`; the tests assert what each cell says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from generator import limits
from tests.hostile.harm import EXHAUSTION, MADE
from tests.hostile.payloads import PAYLOADS, RULED_PAYLOADS
from tests.hostile.places import FREE, RULED
from tests.hostile.test_fuzz import SOME
from tests.hostile.test_paths import NAMES, TWINS
from tests.hostile.test_reach import OVERLAYS, REFERENCES

PAGE: Final = Path(__file__).parents[2] / "docs/security.md"
BEGIN: Final = "<!-- From here on, this page is written by the tests: UPDATE_SECURITY=1. -->\n"


def render() -> str:
    """Write the tables."""
    return "\n".join([BEGIN, *_text(), *_paths(), *_reach(), *_exhaustion(), *_loss(), *_limits()])


def _text() -> Iterable[str]:
    yield "## Text\n"
    yield (
        f"{len(PAYLOADS)} texts at {len(FREE)} places that take any text, all places at once: "
        f"{len(PAYLOADS) * len(FREE):,} cases. The package is Python of the same shape as a "
        "harmless one, imports while an audit hook sees nothing but imports, and its pages hold "
        "nothing that acts. Half a character (a lone surrogate) is refused with its place.\n"
    )
    yield _table(["place"], [[name] for name in FREE])
    yield (
        f"{len(RULED_PAYLOADS)} texts at {len(RULED)} places that OpenAPI or HTTP have rules for, "
        f"one by one: {len(RULED_PAYLOADS) * len(RULED):,} cases. Each is made "
        "harmless, or refused with its place.\n"
    )
    yield _table(["place"], [[name] for name in RULED])
    yield "The texts:\n"
    yield _table(["text"], [[name] for name in PAYLOADS])


def _paths() -> Iterable[str]:
    yield "## Paths\n"
    yield (
        "Each name is given to a tag, an operation and a schema at once. Every file has a name of "
        "letters, digits, `_`, `-` and `.` below the output folder, and no two have one name "
        "where case, width or accents do not count.\n"
    )
    yield _table(["name"], [[name] for name in NAMES])
    yield "Two names that look alike make two operations and two types:\n"
    yield _table(["names"], [[name] for name in TWINS])


def _reach() -> Iterable[str]:
    yield "## Reach\n"
    yield "What a reference or an overlay may not lead to; nothing of it is opened.\n"
    rows = [["reference to", *attack] for attack in REFERENCES]
    rows += [["overlay:", *attack] for attack in OVERLAYS]
    yield _table(
        ["", "what", "answer"], [[kind, name, f"`{code}`"] for kind, name, _, code in rows]
    )


def _exhaustion() -> Iterable[str]:
    yield "## Exhaustion\n"
    yield "Each ends with less than 60 s of CPU and 1 GB, with a package or a diagnostic.\n"
    rows = [
        [attack.name, "a package" if attack.said == MADE else f"`{attack.said.partition(']')[0]}`"]
        for attack in EXHAUSTION
    ]
    yield _table(["document", "answer"], rows)


def _loss() -> Iterable[str]:
    yield "## Loss\n"
    rows = [
        ["writing is killed at 100 moments", "the old tree or the new one; the next run tidies up"],
        ["the command is killed, up to 5 times", "the old tree"],
        ["a file cannot be written whole, as on a full disk", "the old tree, and a diagnostic"],
        ["two runs at once, 20 times", "take turns: all files are of one of them"],
        ["no permission to write (not tried as root)", "the old tree, and a diagnostic"],
    ]
    yield _table(["what happens", "what is left"], rows)
    yield "## Chance\n"
    yield (
        f"{2 * SOME.max_examples} damaged documents in each run of the tests, the same ones each "
        "time: a package that parses, or a diagnostic with a place. `make fuzz MINUTES=10` goes "
        "on with others; what it finds stays in `tests/hostile/found`.\n"
    )


def _limits() -> Iterable[str]:
    yield "## Limits\n"
    yield "In the table `limits` of `sdk.toml`, or `--limit NAME=N`.\n"
    about = {
        "bytes": "in one file",
        "values": "in one file, its aliases written out",
        "items": "in one list or object",
        "text": "characters of one text",
        "operations": "path × method",
        "types": "models, enums and unions",
    }
    rows = [
        [f"`{name}`", f"{getattr(limits.DEFAULT, name):,}", about[name]] for name in limits.NAMES
    ]
    yield _table(["limit", "at most", "what"], rows)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)
