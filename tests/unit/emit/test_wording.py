"""Limits and defaults in sentences."""

from __future__ import annotations

import pytest

from sdkwright.emit.wording import as_sentence, with_rules
from sdkwright.model import ir


@pytest.mark.parametrize(
    ("doc", "text"),
    [
        (ir.Doc("", "How many"), "How many"),
        (ir.Doc("", "How many", limits=("at least 1",)), "How many. At least 1."),
        (ir.Doc("", "How many.", default=ir.JsonText("20")), "How many. Default: `20`."),
        (ir.Doc("", "", default=ir.JsonText('"asc"')), "Default: `'asc'`."),
        (ir.Doc("", "Not empty!", limits=("not empty", "at most 3")), "Not empty! At most 3."),
        (ir.Doc("", "Left out: the default.", default=ir.JsonText("1")), "Left out: the default."),
        (ir.Doc("", "One of\n* a", limits=("no b", "no c")), "One of\n* a\n\nNo b, no c."),
        (ir.Doc("", "", default=ir.JsonText(f'"{"x" * 80}"')), ""),
    ],
)
def test_a_description_gets_what_it_does_not_say(doc: ir.Doc, text: str) -> None:
    assert with_rules(doc.description, doc) == text


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("List API keys", "List API keys."),
        ("List API keys. ", "List API keys."),
        ("Really?", "Really?"),
        ("Call `GET /keys`", "Call `GET /keys`."),
        ("Keys (all)", "Keys (all)."),
        ("* a\n* b:", "* a\n* b:"),
        ("", ""),
    ],
)
def test_the_first_line_of_a_docstring_ends_with_a_full_stop(text: str, sentence: str) -> None:
    assert as_sentence(text) == sentence
