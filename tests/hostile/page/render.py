"""The attacks as a page, `docs/security.md`; the tests assert what each cell says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from sdkwright.model import limits
from tests.hostile.attacks import sent, servers
from tests.hostile.attacks.exhaustion import EXHAUSTION, MADE
from tests.hostile.attacks.graphs import AFTER, ALL, WAYS
from tests.hostile.attacks.loss import LOSSES
from tests.hostile.attacks.memory import EXPECTED
from tests.hostile.attacks.paths import NAMES, TWINS
from tests.hostile.attacks.payloads import PAYLOADS, RULED_PAYLOADS
from tests.hostile.attacks.places import FREE, RULED
from tests.hostile.attacks.reach import OVERLAYS, REFERENCES
from tests.hostile.attacks.settings import OVERLAY, SETTINGS
from tests.hostile.attacks.templates import DOCUMENTS, TEMPLATES
from tests.hostile.fuzz import sampling
from tests.hostile.page import outcomes

BEGIN: Final = "<!-- From here on, this page is written by the tests: UPDATE_SECURITY=1. -->\n"


def render() -> str:
    """Write the tables."""
    sections = (
        _text,
        _paths,
        _reach,
        _exhaustion,
        _limits,
        _loss,
        _templates,
        _servers,
        _arguments,
        _chance,
    )
    return "\n".join([BEGIN, *(part for section in sections for part in section())])


def _text() -> Iterable[str]:
    yield "## Text\n"
    yield (
        f"{len(PAYLOADS)} texts at {len(FREE)} places that take any text, all places at once: "
        f"{len(PAYLOADS) * len(FREE):,} cases. What happened to each: the package is Python of the "
        "same shape as a harmless one, with the text inside of strings only; it imports while an "
        "audit hook sees nothing but imports; its pages hold nothing that acts; wherever the text "
        "is read, it is the document's. A comparison with a harmless document tells of it in text "
        "only: in a comment, on a terminal, in JSON. One of the texts, half a character, can be "
        "written nowhere: the document is refused, with the place.\n"
    )
    rows = [[name, *outcomes.row("Text", name)] for name in FREE]
    yield _table(["place", "is read in"], rows)
    yield (
        f"{len(RULED_PAYLOADS)} of the texts at {len(RULED) + len(SETTINGS) + len(OVERLAY)} places "
        "that there are rules for, one by one. What is refused has its place, and of a text that "
        "is left out a warning tells.\n"
    )
    rows = [
        [name, *outcomes.row("Text", name)]
        for name in [
            *RULED,
            *(f"sdk.toml: {n}" for n in SETTINGS),
            *(f"overlay: {n}" for n in OVERLAY),
        ]
    ]
    yield _table(["place", "cases", "what happened", "told as"], rows)
    yield f"The texts: {', '.join(PAYLOADS)}.\n"
    yield f"The {len(RULED_PAYLOADS)}, which differ most: {', '.join(RULED_PAYLOADS)}.\n"


def _paths() -> Iterable[str]:
    yield "## Paths\n"
    yield (
        "Each name is given to a tag, an operation and a schema at once. What happened to each: "
        "every file has a name of letters, digits, `_`, `-` and `.` below the output folder, and "
        "no two have one name where case, width or accents do not count.\n"
    )
    yield _table(["name", "cases"], [[name, "3"] for name in NAMES])
    yield "Two names that look alike make two operations and two types:\n"
    yield _table(["names", "cases"], [[name, "3"] for name in TWINS])
    yield (
        "Nothing is written through a symlink in the output folder (2 cases), and a file that the "
        "generator did not write stays (1 case).\n"
    )


def _reach() -> Iterable[str]:
    yield "## Reach\n"
    yield (
        "What a reference or an overlay may not lead to: one case each, beside a server that must "
        "not be asked. Nothing is opened.\n"
    )
    rows = [["reference to", *attack] for attack in REFERENCES]
    rows += [["overlay:", *attack] for attack in OVERLAYS]
    yield _table(
        ["", "what", "told as"], [[kind, name, f"`{code}`"] for kind, name, _, code in rows]
    )


def _exhaustion() -> Iterable[str]:
    yield "## Exhaustion\n"
    yield "One case each, with less than 60 s of CPU and 1 GB.\n"
    rows = [
        [attack.name, "a package" if attack.said == MADE else f"`{attack.said.partition(']')[0]}`"]
        for attack in EXHAUSTION
    ]
    yield _table(["document", "what comes of it"], rows)
    yield (
        f"Schemas that lead to each other in two ways: {ALL}, each with all others, and {AFTER}, "
        "each with those after it. Through either there are more than a hundred million ways, and "
        "a package comes of each:\n"
    )
    yield _table(["led to by", "cases"], [[name, "2"] for name in WAYS])


def _limits() -> Iterable[str]:
    yield "## Limits\n"
    yield (
        "In the table `limits` of `sdk.toml`, or `--limit NAME=N`; each is tried at what a small "
        "document needs, and one below.\n"
    )
    about = {
        "bytes": "in one file; and characters of all texts, written wherever they are used",
        "values": "in one file, its aliases written out; and in the document that several make",
        "items": "in one list or object",
        "text": "characters of one text",
        "operations": "path × method",
        "types": "models, enums and unions",
        "fields": "of all models together",
        "steps": "from value to value, on all paths of all overlays",
    }
    rows = [
        [f"`{name}`", f"{getattr(limits.DEFAULT, name):,}", about[name]] for name in limits.NAMES
    ]
    yield _table(["limit", "at most", "what"], rows)


def _loss() -> Iterable[str]:
    yield "## Loss\n"
    yield "What is left of the folder that was there, in any of the cases.\n"
    rows = [[loss.what, str(loss.cases), " or ".join(loss.left)] for loss in LOSSES]
    yield _table(["what happens", "cases", "what is left"], rows)


def _templates() -> Iterable[str]:
    yield "## Templates\n"
    yield (
        "Templates are code, and come with the generator: there is no option to name others. What "
        "one may not reach, all the same, since each is rendered in a sandbox where what is not "
        "there is an error:\n"
    )
    yield _table(
        ["a template asks for", "what happens"],
        [[what, f"`{error.__name__}`"] for what, _, error in TEMPLATES],
    )
    yield "No document chooses a template, or is one. What stands in it stays text:\n"
    yield _table(["a document says", "cases"], [[what, str(len(FREE))] for what, _ in DOCUMENTS])


def _servers() -> Iterable[str]:
    yield "## Servers\n"
    yield (
        "What a server may answer to the generated client, sync and async; more is in "
        "[reliability.md](reliability.md).\n"
    )
    yield _table(
        ["attack", "cases", "what happens"],
        [[what, str(cases), said] for what, cases, said in servers.rows()],
    )
    yield (
        "10 GB for one answer, in a process that may have 600 MB: packed, packed twice, plain, as "
        f"a failure, as one event, as one line: {len(EXPECTED)} kinds. Each ends in an error.\n"
    )


def _arguments() -> Iterable[str]:
    yield "## Arguments\n"
    yield (
        "What a caller may pass on that came from somebody else, and what the server reads, byte "
        "by byte. No case makes another line, header or segment.\n"
    )
    yield _table(
        ["place", "cases", "what becomes of it"],
        [[what, str(cases), said] for what, cases, said in sent.rows()],
    )


def _chance() -> Iterable[str]:
    yield "## Chance\n"
    yield (
        f"{sampling.SAMPLE} projects in each run of the tests, the same ones each time. `make fuzz "
        "MINUTES=10` goes on with others; what it finds stays in `tests/hostile/found`.\n"
    )
    yield _table(["drawn", "what"], [list(row) for row in sampling.DRAWN])
    yield _table(["what comes of it", "held against"], [list(row) for row in sampling.OUTCOMES])


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)
