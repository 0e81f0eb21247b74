"""How a comparison is shown: in a terminal, on a pull request, to programs."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt

from sdkwright.config import Config
from sdkwright.diagnostics import Place
from sdkwright.diff.changes import Change, Level, Rule
from sdkwright.diff.redocly import DocumentChange, DocumentDiff
from sdkwright.diff.render import as_json, as_markdown, as_terminal, summary
from sdkwright.diff.render.markdown import LIMIT
from sdkwright.model.ir import SourcePointer
from sdkwright.pipeline.compare import Comparison

if TYPE_CHECKING:
    from markdown_it.token import Token

HOSTILE = "</details><script>`@evil` [x](https://x.example) #1\n# H\x1b[31m"

CONFIG = Config(
    document=Path("spec/openapi.yaml"), output=Path("generated"), module="shop",
    distribution="shop", version="0.1.0", description="", license="MIT", urls=(),
    client_class="Shop", env_prefix="SHOP", allow_dropped=(),
)  # fmt: skip

DOCUMENT = DocumentDiff(
    (
        DocumentChange(
            "major", "modified", "#/paths/~1keys/get/parameters/1", "GET /keys, parameters/1",
            "`x` query parameter became required.",
            Place("origin/main:spec/openapi.yaml", 7, 9), Place("spec/openapi.yaml", 8, 9),
        ),
        DocumentChange("patch", "modified", "#/paths/~1keys/get", "GET /keys: summary", "", None,
                       Place("spec/openapi.yaml", 5, 3)),
    )
)  # fmt: skip


def change(level: Level, subject: str, message: str, **others: str) -> Change:
    rule = Rule(
        others.pop("code", "some-rule"), level, "what", "why", who=others.pop("who", ""),
    )  # fmt: skip
    old, new = others.pop("old", None), others.pop("new", None)
    made = Change(
        rule, subject, message, others.pop("fix", ""), others.pop("symbol", ""),
        others.pop("member", ""), SourcePointer(old) if old else None,
        SourcePointer(new) if new else None,
    )  # fmt: skip
    assert not others
    return made


REQUIRED = change(
    "breaking", "shop.keys.update()", "parameter `name` is now required",
    who="code that omits `name`", fix="pass `name`", code="parameter-required",
    symbol="shop.keys.Keys.update", member="name", old="/7", new="/8",
)  # fmt: skip
REMOVED = change("breaking", "shop.keys.list()", "the method is gone", who="everyone", old="/3")
ADDED = change("compatible", "shop.keys.list()", "parameter `offset` added", new="/4")
DOCS = change("docs", "components.Key", "other words", new="/5")


def compared(*changes: Change, document: DocumentDiff | None = None) -> Comparison:
    return Comparison(
        changes, CONFIG, CONFIG, "origin/main", "the work tree",
        lambda pointer: Place("origin/main:spec/openapi.yaml", int(pointer[1:]), 1),
        lambda pointer: Place("spec/openapi.yaml", int(pointer[1:]), 1),
        document,
    )  # fmt: skip


def released(version: str, *changes: Change) -> Comparison:
    return replace(compared(*changes), new=replace(CONFIG, version=version))


# Terminal


def test_a_terminal_shows_each_change_with_its_place_and_the_counts_last() -> None:
    assert as_terminal(compared(REQUIRED, REMOVED, ADDED, DOCS), colour=False) == """\
origin/main -> the work tree

Breaking

  shop.keys.update(): parameter `name` is now required.
    Breaks: code that omits `name`.
    To migrate: pass `name`.
    spec/openapi.yaml:8:1

  shop.keys.list(): the method is gone.
    Breaks: everyone.
    origin/main:spec/openapi.yaml:3:1

Compatible

  shop.keys.list(): parameter `offset` added.
    spec/openapi.yaml:4:1

Docs only

  components.Key: other words.
    spec/openapi.yaml:5:1

The document itself was not compared: --document-diff REDOCLY does that.

2 breaking, 1 compatible, 1 docs only: next version 0.2.0 (now 0.1.0)"""


def test_a_terminal_shows_the_change_of_the_document() -> None:
    assert as_terminal(compared(document=DOCUMENT), colour=False) == """\
origin/main -> the work tree

The document itself, according to Redocly

  major modified GET /keys, parameters/1: `x` query parameter became required.
    spec/openapi.yaml:8:9
  patch modified GET /keys: summary
    spec/openapi.yaml:5:3

Nothing changes for users."""


def test_colour_adds_nothing_but_colour() -> None:
    both = compared(REQUIRED, ADDED, document=DOCUMENT)
    coloured = as_terminal(both, colour=True)
    assert "\x1b[1;31mBreaking\x1b[0m" in coloured
    for code in ("1;31", "1;32", "1;36", "31", "32", "36", "1", "2", "0"):
        coloured = coloured.replace(f"\x1b[{code}m", "")
    assert coloured == as_terminal(both, colour=False)


def test_text_of_the_document_cannot_steer_a_terminal() -> None:
    shown = as_terminal(
        compared(
            change("breaking", f"a{HOSTILE}", HOSTILE, who=HOSTILE, fix=HOSTILE),
            document=replace(
                DOCUMENT, changes=(replace(DOCUMENT.changes[0], what=HOSTILE, message=HOSTILE),)
            ),
        ),
        colour=False,
    )
    assert "\x1b" not in shown
    assert not [line for line in shown.split("\n") if line.startswith("# H")]
    assert shown.count(r"\x1b[31m") == 6


@pytest.mark.parametrize(
    ("comparison", "line"),
    [
        (compared(), "Nothing changes for users."),
        (released("0.2.0"), "Nothing changes for users."),
        (compared(DOCS), "0 breaking, 0 compatible, 1 docs only: next version 0.1.1 (now 0.1.0)"),
        (
            released("0.2.0", REMOVED),
            "(was 0.1.0; the settings say 0.2.0, which is enough)",
        ),
        (
            released("0.1.1", REMOVED),
            "(was 0.1.0; the settings say 0.1.1, which is too low)",
        ),
    ],
)
def test_the_summary_says_what_version_follows(comparison: Comparison, line: str) -> None:
    assert summary(comparison).endswith(line)


# Markdown


def parse(text: str) -> list[Token]:
    """Read Markdown as GitHub does: with HTML, and with addresses that become links."""
    return (
        MarkdownIt("gfm-like", {"html": True, "linkify": False}).enable("strikethrough").parse(text)
    )


def inline(tokens: list[Token]) -> list[Token]:
    return [child for token in tokens for child in token.children or []]


def html(tokens: list[Token]) -> list[str]:
    """Give all HTML that a browser would see, line by line."""
    raw = [token for token in [*tokens, *inline(tokens)] if token.type.startswith("html_")]
    return [line for token in raw for line in token.content.splitlines() if line]


def test_a_comment_says_what_breaks_first_and_folds_the_rest() -> None:
    assert as_markdown(compared(REQUIRED, REMOVED, ADDED, DOCS, document=DOCUMENT)) == """\
<!-- sdkwright diff -->
**2 breaking**, 1 compatible, 1 docs only: next version **0.2.0** (now 0.1.0)

The Python SDK, from origin/main to the work tree:

### Breaking

- `shop.keys.update()`: parameter `name` is now required.<br>\
**Breaks:** code that omits `name`.<br>\
**To migrate:** pass `name`.<br>\
`spec/openapi.yaml:8:1`
- `shop.keys.list()`: the method is gone.<br>\
**Breaks:** everyone.<br>\
`origin/main:spec/openapi.yaml:3:1`

<details>
<summary>1 compatible change</summary>

- `shop.keys.list()`: parameter `offset` added.<br>`spec/openapi.yaml:4:1`

</details>

<details>
<summary>1 docs-only change</summary>

- `components.Key`: other words.<br>`spec/openapi.yaml:5:1`

</details>

<details>
<summary>The document itself: 1 major, 0 minor, 1 patch, according to Redocly</summary>

- major: `GET /keys, parameters/1` modified. `x` query parameter became required.<br>\
`spec/openapi.yaml:8:9`
- patch: `GET /keys: summary` modified.<br>`spec/openapi.yaml:5:3`

</details>
"""


def test_a_comment_about_nothing_says_so() -> None:
    assert as_markdown(compared(document=DocumentDiff())) == """\
<!-- sdkwright diff -->
**Nothing changes for users.**

The Python SDK, from origin/main to the work tree.

<details>
<summary>The document itself: 0 major, 0 minor, 0 patch, according to Redocly</summary>

No change.

</details>
"""


def test_a_comment_is_read_as_lists_in_details() -> None:
    tokens = parse(as_markdown(compared(REQUIRED, REMOVED, ADDED, DOCS, document=DOCUMENT)))
    assert [token.content.strip() for token in tokens if token.type == "html_block"] == [
        "<!-- sdkwright diff -->",
        "<details>\n<summary>1 compatible change</summary>",
        "</details>",
        "<details>\n<summary>1 docs-only change</summary>",
        "</details>",
        (
            "<details>\n<summary>The document itself: 1 major, 0 minor, 1 patch, according "
            "to Redocly</summary>"
        ),
        "</details>",
    ]
    assert {token.content for token in inline(tokens) if token.type == "html_inline"} == {"<br>"}
    assert sum(token.type == "list_item_open" for token in tokens) == 6


def text_outside_code(text: str) -> str:
    return "".join(token.content for token in inline(parse(text)) if token.type == "text")


@pytest.mark.parametrize(
    "hostile",
    [
        HOSTILE,
        "<b>",
        "<!-- -->",
        "&lt;b&gt; &#64;evil",
        "`</details>",
        "``</details>` @evil",
        "\\`@evil`",
        "`a``b`@evil",
        "![x](y.png) [x]: https://x.example",
        "https://x.example www.x.example x@x.example mailto:x@x.example",
        '(@evil) "@evil" ,@evil @evil/team',
        "#1 x/y#1 GH-1 0123456789abcdef",
        "*x* **x** _x_ ~~x~~ $x$ :tada:",
        "\n\n# x\n\n- x\n\n```\n</details>\n```\n",
        "\u202e\u200b\0\ud800",
        "| x | </details>",
    ],
)
def test_text_of_the_document_is_only_text_in_a_comment(hostile: str) -> None:
    tame = change("breaking", "x", "x", who="x", fix="x")
    item = replace(DOCUMENT.changes[0], what="x", message="x", kind="x")
    made = change("breaking", hostile, hostile, who=hostile, fix=hostile)
    changed = replace(item, what=hostile, message=hostile, kind=hostile)
    text = as_markdown(compared(made, document=DocumentDiff((changed,))))
    quiet = parse(as_markdown(compared(tame, document=DocumentDiff((item,)))))
    assert html(parse(text)) == html(quiet)
    assert [token.type for token in parse(text)] == [token.type for token in quiet]
    assert {token.type for token in inline(parse(text))} == {
        "text", "strong_open", "strong_close", "code_inline", "html_inline",
    }  # fmt: skip
    for mark in "@#<>&$":
        assert mark not in text_outside_code(text)
    assert not re.search(r"https?:|www\.|GH-|[0-9a-f]{7}|:tada:", text_outside_code(text))


def test_words_and_code_of_a_message_stay_as_they_are() -> None:
    message = 'default of `limit` is now `"a"` (it was `10`), a/b = 50 %: isn\'t it?'
    assert f"`x`: {message}\n" in as_markdown(compared(change("docs", "x", message)))


def test_a_comment_that_is_too_long_keeps_what_breaks_and_counts_the_rest() -> None:
    breaking = [change("breaking", f"shop.a{n}()", "gone", old="/1") for n in range(700)]
    added = [change("compatible", f"shop.b{n}()", "é" * 100, new="/1") for n in range(700)]
    text = as_markdown(compared(*breaking, *added, document=DOCUMENT))
    assert LIMIT - 400 < len(text.encode()) <= LIMIT
    assert "`shop.a699()`" in text
    kept = text.count("`shop.b")
    assert f"- … and {700 - kept} more, which do not fit here." in text
    assert "- … and 2 more, which do not fit here." in text
    assert text.startswith("<!-- sdkwright diff -->\n**700 breaking**, 700 compatible")
    assert text.endswith("</details>\n")


def test_a_very_long_text_is_cut() -> None:
    text = as_markdown(compared(change("breaking", "x" * 9000, "`" * 90_000, fix="y " * 90_000)))
    assert "x" * 599 + "…" in text
    assert len(text) < 4000


def test_the_failure_of_the_document_diff_is_a_line() -> None:
    failed = compared(REMOVED, document=DocumentDiff(failure="no `redocly` <here>"))
    assert "\nThe document itself was not compared: no `redocly` `<here>`\n" in as_markdown(failed)
    assert "\nThe document itself was not compared: no `redocly` <here>.\n" in as_terminal(
        failed, colour=False
    )


def test_a_document_diff_that_may_lack_something_says_so_first() -> None:
    doubted = compared(document=replace(DOCUMENT, caveat="a.yaml:1:2 leads to <nowhere>"))
    assert (
        "</summary>\n\nThis list may be incomplete: a.yaml:1:2 leads to `<nowhere>`.\n\n- major: "
    ) in as_markdown(doubted)
    assert "\n  This list may be incomplete: a.yaml:1:2 leads to <nowhere>.\n" in as_terminal(
        doubted, colour=False
    )


# JSON


def test_json_has_all_there_is_to_know() -> None:
    assert json.loads(as_json(compared(REQUIRED, document=DOCUMENT))) == {
        "format": 1,
        "old": {"label": "origin/main", "version": "0.1.0"},
        "new": {"label": "the work tree", "version": "0.1.0"},
        "level": "breaking",
        "counts": {"breaking": 1, "compatible": 0, "docs": 0},
        "next_version": "0.2.0",
        "changes": [
            {
                "level": "breaking",
                "code": "parameter-required",
                "subject": "shop.keys.update()",
                "message": "parameter `name` is now required",
                "fix": "pass `name`",
                "who": "code that omits `name`",
                "symbol": "shop.keys.Keys.update",
                "member": "name",
                "old": {"file": "origin/main:spec/openapi.yaml", "line": 7, "column": 1},
                "new": {"file": "spec/openapi.yaml", "line": 8, "column": 1},
            }
        ],
        "document": {
            "failure": "",
            "caveat": "",
            "counts": {"major": 1, "minor": 0, "patch": 1},
            "changes": [
                {
                    "impact": "major",
                    "kind": "modified",
                    "pointer": "#/paths/~1keys/get/parameters/1",
                    "what": "GET /keys, parameters/1",
                    "message": "`x` query parameter became required.",
                    "old": {"file": "origin/main:spec/openapi.yaml", "line": 7, "column": 9},
                    "new": {"file": "spec/openapi.yaml", "line": 8, "column": 9},
                },
                {
                    "impact": "patch",
                    "kind": "modified",
                    "pointer": "#/paths/~1keys/get",
                    "what": "GET /keys: summary",
                    "message": "",
                    "old": None,
                    "new": {"file": "spec/openapi.yaml", "line": 5, "column": 3},
                },
            ],
        },
    }


def test_json_about_nothing_has_no_level_and_no_version() -> None:
    written = json.loads(as_json(compared()))
    assert (written["level"], written["next_version"], written["changes"]) == (None, None, [])
    assert written["counts"] == {"breaking": 0, "compatible": 0, "docs": 0}
    assert written["document"] is None
