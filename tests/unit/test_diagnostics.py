"""Findings: how they are collected, placed, ordered and written as one line."""

from __future__ import annotations

import pytest

from sdkwright.diagnostics import (
    Diagnostic,
    Diagnostics,
    Fatal,
    Place,
    UsageError,
    in_order,
    render,
)
from sdkwright.model.ir import SourcePointer


def locate(pointer: str) -> Place:
    lines = {"/paths/~1x/post": Place("spec/openapi.yaml", 412, 7), "/info": Place("a.yaml", 2, 1)}
    return lines[pointer]


def test_a_finding_reads_like_a_compilers() -> None:
    found = Diagnostics()
    found.error(
        "dropped-operation",
        "its body is text/csv",
        fix="allow it by name",
        at="/paths/~1x/post",
        subject="POST /x",
    )
    assert render(found.items[0], locate) == (
        "spec/openapi.yaml:412:7: error[dropped-operation] POST /x: its body is text/csv. "
        "Fix: allow it by name."
    )


def test_what_is_not_known_is_left_out() -> None:
    assert render(Diagnostic("note", "kept", "nothing was lost")) == (
        "note[kept]: nothing was lost."
    )


def test_a_place_without_a_line_is_just_the_file() -> None:
    found = Diagnostic("error", "missing-file", "there is none", place=Place("a.yaml"))
    assert render(found) == "a.yaml: error[missing-file]: there is none."


def test_without_a_document_the_pointer_is_shown() -> None:
    found = Diagnostic("warning", "odd", "odd", pointer="/info")
    assert render(found) == "#/info: warning[odd]: odd."


def test_a_source_pointer_serves_as_well_as_its_text() -> None:
    found = Diagnostics()
    found.warning("odd", "odd", at=SourcePointer("/info"))
    assert found.items == [Diagnostic("warning", "odd", "odd", pointer="/info")]


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("a\nb", r"a\nb."),
        ("\x1b[31mred", r"\x1b[31mred."),
        ("\u202egnp", r"\u202egnp."),
        ("two\u2028lines", r"two\u2028lines."),
        ("Größe 键", "Größe 键."),
    ],
)
def test_text_of_the_document_cannot_break_the_line(hostile: str, shown: str) -> None:
    assert render(Diagnostic("note", "x", hostile)) == f"note[x]: {shown}"


def test_a_message_that_ends_a_sentence_gets_no_second_full_stop() -> None:
    assert render(Diagnostic("note", "x", "really?")) == "note[x]: really?"


def test_the_same_finding_counts_once() -> None:
    found = Diagnostics()
    found.note("x", "y", at="/info")
    found.note("x", "y", at="/info")
    found.note("x", "y", at="/paths")
    assert [item.pointer for item in found.items] == ["/info", "/paths"]


def test_only_errors_are_errors() -> None:
    found = Diagnostics()
    found.note("x", "y")
    found.warning("x", "y")
    assert not found.has_errors
    found.error("x", "y")
    assert found.has_errors


def test_findings_are_sorted_by_place_and_those_without_one_come_first() -> None:
    items = [
        Diagnostic("error", "third", "", pointer="/paths/~1x/post"),
        Diagnostic("error", "second", "", place=Place("spec/openapi.yaml", 5, 9)),
        Diagnostic("error", "first", ""),
        Diagnostic("error", "also-third", "", pointer="/paths/~1x/post"),
    ]
    assert [item.code for item in in_order(items, locate)] == [
        "first",
        "second",
        "third",
        "also-third",
    ]


def test_fatal_collects_the_reason_and_returns_what_to_raise() -> None:
    found = Diagnostics()
    raised = found.fatal("invalid-yaml", "a tab", at=Place("a.yaml", 3, 1))
    assert type(raised) is Fatal
    assert found.items == [
        Diagnostic("error", "invalid-yaml", "a tab", place=Place("a.yaml", 3, 1))
    ]


def test_usage_is_the_fault_of_the_command() -> None:
    found = Diagnostics()
    assert type(found.usage("missing-file", "none")) is UsageError
    assert found.has_errors
