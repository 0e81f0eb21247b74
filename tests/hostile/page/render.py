"""The attacks as a page, `docs/security.md`; the tests assert what each cell says."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from typing import Final

from sdkwright.model import limits
from tests.hostile.attacks import chains, rejections, sent, servers
from tests.hostile.attacks.destinations import DESTINATIONS
from tests.hostile.attacks.exhaustion import EXHAUSTION, MADE
from tests.hostile.attacks.graphs import AFTER, ALL, WAYS
from tests.hostile.attacks.loss import LOSSES
from tests.hostile.attacks.memory import EXPECTED
from tests.hostile.attacks.numbers import ELSEWHERE, KEYWORDS, NUMBERS, TYPES
from tests.hostile.attacks.paths import NAMES, TWINS
from tests.hostile.attacks.payloads import PAYLOADS, RULED_PAYLOADS
from tests.hostile.attacks.places import FREE, RULED
from tests.hostile.attacks.reach import OVERLAYS, REFERENCES
from tests.hostile.attacks.settings import OVERLAY, SETTINGS
from tests.hostile.attacks.taken import PLACES
from tests.hostile.attacks.templates import DOCUMENTS, TEMPLATES
from tests.hostile.fuzz import sampling
from tests.hostile.page import outcomes

BEGIN: Final = "<!-- From here on, this page is written by the tests: UPDATE_SECURITY=1. -->\n"

SHOWN_BY: Final = {
    "Text": (
        "test_text.py::test_a_text_stays_text_at_every_place",
        "test_text.py::test_an_import_does_nothing_but_that_whatever_the_text",
        "test_text.py::test_what_a_person_reads_is_the_text_of_the_document",
        "test_text.py::test_what_changed_is_told_in_text_only",
        "test_text.py::test_half_a_character_is_refused_with_its_place",
        "test_text.py::test_a_text_is_made_harmless_or_refused",
        "test_text.py::test_a_text_in_the_settings_is_text_or_refused",
        "test_text.py::test_a_text_in_an_overlay_is_text_or_refused",
    ),
    "Names": ("test_values.py::test_a_name_that_generated_code_uses_can_be_taken_nowhere",),
    "Numbers": (
        "test_values.py::test_a_number_is_code_that_runs",
        "test_values.py::test_a_limit_that_is_none_is_told_at_its_line",
    ),
    "Paths": (
        "test_paths.py::test_a_name_is_a_file_of_its_own_folder",
        "test_paths.py::test_names_that_look_alike_do_not_overwrite_each_other",
        "test_paths.py::test_nothing_is_written_through_a_symlink",
        "test_paths.py::test_a_file_of_somebody_else_is_kept",
    ),
    "Reach": (
        "test_reach.py::test_a_reference_leads_nowhere_else",
        "test_reach.py::test_an_overlay_leads_nowhere_else",
    ),
    "Exhaustion": (
        "test_exhaustion.py::test_a_document_is_done_within_a_minute_and_a_gigabyte",
        "test_exhaustion.py::test_schemas_are_gone_through_and_not_the_ways_to_them",
        "test_values.py::test_a_chain_of_references_is_code_that_runs",
        "test_values.py::test_a_circle_of_references_is_code_that_runs",
    ),
    "Limits": ("test_limits.py::test_a_limit_is_reached_and_raised",),
    "Loss": ("test_loss.py::test_nothing_is_lost",),
    "Templates": (
        "test_templates.py::test_a_template_cannot_reach",
        "test_templates.py::test_a_document_chooses_no_template",
        "test_templates.py::test_no_setting_and_no_option_names_templates",
    ),
    "Servers": (
        "test_servers.py",
        "test_memory.py::test_10_gb_end_in_an_error_and_not_in_the_memory",
    ),
    "Arguments": ("test_sent.py::test_a_text_stays_in_its_place",),
    "Credentials": (
        "test_rejections.py::test_a_rejected_credential_is_not_shown",
        "test_destinations.py::test_credentials_go_where_they_are_meant_to",
    ),
    "Fuzzing": (
        "test_fuzz.py::test_a_project_is_made_or_refused_and_what_is_made_imports_and_type_checks",
        "test_fuzz.py::test_damaged_bytes_are_made_or_refused",
    ),
}
"""The tests that assert what a section says, by its title."""


def render() -> str:
    """Write the tables."""
    sections = (
        _text,
        _names,
        _numbers,
        _paths,
        _reach,
        _exhaustion,
        _limits,
        _loss,
        _templates,
        _servers,
        _arguments,
        _credentials,
        _chance,
    )
    return "\n".join(
        [BEGIN, *(_wrapped(part) for section in sections for part in _cited(section()))]
    )


def _cited(section: Iterable[str]) -> Iterable[str]:
    """Name the tests of a section at its end."""
    title, *parts = section
    tests = SHOWN_BY[title.removeprefix("## ").rstrip()]
    return [title, *parts, f"Tests: {', '.join(f'`{test}`' for test in tests)}.\n"]


def _wrapped(part: str) -> str:
    """Wrap a paragraph; headings and tables stay as they are."""
    if part.startswith(("#", "|")):
        return part
    return f"{textwrap.fill(part, 100, break_long_words=False, break_on_hyphens=False)}\n"


def _text() -> Iterable[str]:
    yield "## Text\n"
    yield (
        f"{len(PAYLOADS)} texts in {len(FREE)} places that accept any text, all places at "
        f"once: {len(PAYLOADS) * len(FREE):,} cases. In each case, the package is Python of "
        "the same shape as a harmless one, with the text inside of strings only; it "
        "imports while an audit hook sees nothing but imports; its pages contain nothing "
        "active; and wherever the text is shown, it is the document's. A comparison with a "
        "harmless document shows it as text only: in a comment, on a terminal, in JSON. "
        "One of the texts, half of a surrogate pair, can't be encoded: the document is "
        "rejected, with the place.\n"
    )
    rows = [[name, *outcomes.row("Text", name)] for name in FREE]
    yield _table(["place", "appears in"], rows)
    yield (
        f"{len(RULED_PAYLOADS)} of the texts in {len(RULED) + len(SETTINGS) + len(OVERLAY)} "
        "places that have rules, one by one. Each rejection has its place, and a warning "
        "reports each text that is left out.\n"
    )
    rows = [
        [name, *outcomes.row("Text", name)]
        for name in [
            *RULED,
            *(f"sdk.toml: {n}" for n in SETTINGS),
            *(f"overlay: {n}" for n in OVERLAY),
        ]
    ]
    yield _table(["place", "cases", "result", "reported as"], rows)
    yield f"The texts: {', '.join(PAYLOADS)}.\n"
    yield f"The {len(RULED_PAYLOADS)} most different ones: {', '.join(RULED_PAYLOADS)}.\n"


def _names() -> Iterable[str]:
    yield "## Names\n"
    yield (
        "All builtins and keywords of Python and all names in the code of an SDK (`super`, "
        "`self`, `Session`, `operations`) are used at once for one kind of thing. Each package "
        "imports; its decoders are built, its client is created, and all its methods are called.\n"
    )
    yield _table(["name of", "result"], [[what, "a package"] for what in PLACES])


def _numbers() -> Iterable[str]:
    places = len(KEYWORDS) * len(TYPES) + len(ELSEWHERE)
    yield "## Numbers\n"
    yield (
        f"Each number is used in {places} places at once: for {', '.join(KEYWORDS)} in schemas of "
        f"four types, and for {', '.join(ELSEWHERE)}. Each package is used as above; a number that "
        "is ignored is reported with its line.\n"
    )
    yield _table(["number", "result"], [[what, "a package"] for what in NUMBERS])


def _paths() -> Iterable[str]:
    yield "## Paths\n"
    yield (
        "Each name is used for a tag, an operation and a schema at once. In each case, all file "
        "names below the output folder consist of letters, digits, `_`, `-` and `.`, and no two "
        "are equal when case and width are ignored.\n"
    )
    yield _table(["name", "cases"], [[name, "3"] for name in NAMES])
    yield "Two names that look alike yield two operations and two types:\n"
    yield _table(["names", "cases"], [[name, "3"] for name in TWINS])
    yield (
        "Nothing is written through a symlink in the output folder (2 cases), and a file that the "
        "generator did not write is kept (1 case).\n"
    )


def _reach() -> Iterable[str]:
    yield "## Reach\n"
    yield (
        "Targets that a reference or an overlay must not reach: one case each, beside a server "
        "that must not be contacted. Nothing is opened.\n"
    )
    rows = [["reference to", *attack] for attack in REFERENCES]
    rows += [["overlay:", *attack] for attack in OVERLAYS]
    yield _table(
        ["", "target", "reported as"], [[kind, name, f"`{code}`"] for kind, name, _, code in rows]
    )


def _exhaustion() -> Iterable[str]:
    yield "## Exhaustion\n"
    yield "One case each, with less than 60 s of CPU time and 1 GB of memory.\n"
    rows = [
        [attack.name, "a package" if attack.said == MADE else f"`{attack.said.partition(']')[0]}`"]
        for attack in EXHAUSTION
    ]
    yield _table(["document", "result"], rows)
    yield (
        f"Schemas that refer to each other in two ways: {ALL}, each to all others, and {AFTER}, "
        "each to those after it. Both have more than a hundred million paths, and both yield a "
        "package:\n"
    )
    yield _table(["reference by", "cases"], [[name, "2"] for name in WAYS])
    yield f"A chain of {chains.LENGTH} references, each through the next; the package is used:\n"
    through = [*chains.SCHEMAS, *(f"`components.{kind}`" for kind in chains.COMPONENTS)]
    yield _table(["through", "result"], [[what, "a package"] for what in through])
    yield (
        "The same as a circle, from the last to the first, whose types msgspec could not read at "
        "once:\n"
    )
    yield _table(["through", "result"], [[what, "a package"] for what in chains.CIRCLES])


def _limits() -> Iterable[str]:
    yield "## Limits\n"
    yield (
        "Set in the table `limits` of `sdk.toml`, or with `--limit NAME=N`. Each is tested with "
        "the value that a small document needs, and with one less.\n"
    )
    about = {
        "bytes": "in one file; also characters of all texts, counted wherever they are used",
        "values": "in one file, with aliases expanded; also in a document assembled from files",
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
    yield _table(["limit", "default", "what it limits"], rows)


def _loss() -> Iterable[str]:
    yield "## Loss\n"
    yield "What remains of an existing output folder, in each of the cases.\n"
    rows = [[loss.what, str(loss.cases), " or ".join(loss.left)] for loss in LOSSES]
    yield _table(["event", "cases", "what remains"], rows)


def _templates() -> Iterable[str]:
    yield "## Templates\n"
    yield (
        "Templates are code, and part of the generator: no option names others. They are rendered "
        "in a sandbox nevertheless, where undefined names are errors. What a template can't "
        "reach:\n"
    )
    yield _table(
        ["a template uses", "result"],
        [[what, f"`{error.__name__}`"] for what, _, error in TEMPLATES],
    )
    yield "A document can't choose a template or be one. Its contents stay text:\n"
    yield _table(
        ["a document contains", "cases"], [[what, str(len(FREE))] for what, _ in DOCUMENTS]
    )


def _servers() -> Iterable[str]:
    yield "## Servers\n"
    yield (
        "Responses of a server to the generated client, sync and async; see also "
        "[reliability.md](reliability.md).\n"
    )
    yield _table(
        ["attack", "cases", "result"],
        [[what, str(cases), said] for what, cases, said in servers.rows()],
    )
    yield (
        "10 GB for one response, in a process limited to 600 MB: compressed, compressed twice, "
        f"plain, as a failure, as one event, as one line: {len(EXPECTED)} kinds. Each ends in an "
        "error.\n"
    )


def _arguments() -> Iterable[str]:
    yield "## Arguments\n"
    yield (
        "Untrusted values that a caller passes on, and what the server receives, byte by byte. No "
        "case adds a line, a header or a segment.\n"
    )
    yield _table(
        ["place", "cases", "result"],
        [[what, str(cases), said] for what, cases, said in sent.rows()],
    )


def _credentials() -> Iterable[str]:
    yield "## Credentials\n"
    yield (
        "Credentials that the client rejects before they are sent, or that a server rejects, sync "
        "and async. Neither the credential nor its base64 form is in the message, the `args` or "
        "the `__dict__` of an exception, nor in those of its causes and its hidden context; in the "
        "local variables of any frame, or in a report of them; in the client and its parts; or in "
        "the log at level DEBUG.\n"
    )
    yield _table(
        ["rejected", "cases", "exception"],
        [[what, str(cases), exception] for what, cases, exception in rejections.rows()],
    )
    yield (
        "Where the credentials of a client are sent if an operation has a server of its own; each "
        "case sync and async, and with the next page of a list.\n"
    )
    yield _table(
        ["the client", "the operation", "calls", "with credentials"],
        [[row.client, row.operation, row.called, row.sent] for row in DESTINATIONS],
    )


def _chance() -> Iterable[str]:
    yield "## Fuzzing\n"
    yield (
        f"{sampling.SAMPLE} projects in each run of the tests, always the same ones. `make fuzz "
        "MINUTES=10` tries others; failures are kept in `tests/hostile/found`.\n"
    )
    yield _table(["kind", "contents"], [list(row) for row in sampling.DRAWN])
    yield _table(["result", "what is checked"], [list(row) for row in sampling.OUTCOMES])


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)
