"""Whether what we call breaking breaks code, and whether what breaks code is called so.

Each case changes one thing in openapi.yaml. Our comparison must say exactly what the case expects.
griffe must agree on all that can be seen in the Python of the two SDKs. And the lines of
program.txt that pyright refuses must be those that the case lists.
"""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from sdkwright.diff import RULES
from tests.compatibility.cases import CASES
from tests.compatibility.support import matrix, program
from tests.compatibility.support.breakages import Thing
from tests.compatibility.support.case import Case
from tests.compatibility.support.matrix import Outcome, Told

each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.id.replace(" ", "-"))

TYPES = "griffe compares no annotations"
BLIND = {
    "request-enum-closed": TYPES,
    "request-enum-value-removed": TYPES,
    "request-field-not-nullable": TYPES,
    "request-type-narrowed": TYPES,
    "response-enum-opened": TYPES,
    "response-enum-value-added": TYPES,
    "response-field-nullable": TYPES,
    "response-field-optional": "griffe asks who makes an object, not who reads it",
    "response-type-widened": TYPES,
    "server-variable-value-removed": TYPES,
    "server-removed": "the names of servers are an annotation, and " + TYPES,
    "type-changed": TYPES,
    "module-renamed": "griffe is told which two modules to compare",
}
"""Our rules about breakages that a type checker sees and griffe does not, and why not."""

HARMLESS = {
    ("PARAMETER_ADDED_REQUIRED", "response-field-added"): "only the SDK makes what it returns",
    ("PARAMETER_CHANGED_REQUIRED", "response-field-required"): "only the SDK makes what it returns",
}
"""What griffe calls a breakage and we do not, by its kind and our rule, and why nobody breaks."""


@pytest.fixture(scope="session")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Outcome]:
    folder = tmp_path_factory.getbasetemp()
    is_worker = folder.name.startswith("popen-")
    return matrix.outcomes(CASES, folder.parent if is_worker else folder)


@each_case
def test_our_comparison_says_what_changed(case: Case, outcomes: dict[str, Outcome]) -> None:
    told = outcomes[case.id].changes
    assert sorted((item.rule, item.subject, item.member) for item in told) == sorted(case.changes)
    assert (told[0].level if told else "nothing") == case.level


@each_case
def test_what_griffe_sees_is_what_we_tell(case: Case, outcomes: dict[str, Outcome]) -> None:
    outcome = outcomes[case.id]
    unexplained = [
        (found.kind, found.path)
        for found in outcome.breakages
        if not any(
            _is_about(change, found.things)
            and (change.level == "breaking" or (found.kind, change.rule) in HARMLESS)
            for change in outcome.changes
        )
    ]
    assert unexplained == []


@each_case
def test_what_we_tell_of_names_is_what_griffe_sees(
    case: Case, outcomes: dict[str, Outcome]
) -> None:
    outcome = outcomes[case.id]
    unseen = [
        (change.rule, change.subject, change.member)
        for change in outcome.changes
        if change.level == "breaking" and change.in_types and change.rule not in BLIND
        if not any(_is_about(change, found.things) for found in outcome.breakages)
    ]
    assert unseen == []


@each_case
def test_a_program_breaks_where_we_say(case: Case, outcomes: dict[str, Outcome]) -> None:
    assert sorted(outcomes[case.id].refused) == sorted(case.breaks)


@each_case
def test_a_program_breaks_if_and_only_if_we_say(case: Case, outcomes: dict[str, Outcome]) -> None:
    outcome = outcomes[case.id]
    told = [item.rule for item in outcome.changes if item.level == "breaking" and item.in_types]
    assert bool(outcome.refused) == bool(told), (outcome.refused, told)


def test_the_program_is_right_as_long_as_nothing_changes(outcomes: dict[str, Outcome]) -> None:
    assert outcomes["the base"] == Outcome([], [], [])


def test_there_are_cases_enough_and_each_is_another() -> None:
    assert len({case.id for case in CASES}) == len(CASES) >= 60


def test_each_line_of_the_program_has_a_name_of_its_own() -> None:
    names = program.names()
    assert sorted({*names}) == sorted(names)
    assert {line for case in CASES for line in case.breaks} <= {*names}


def test_what_griffe_is_excused_for_happens(outcomes: dict[str, Outcome]) -> None:
    told = {change.rule for outcome in outcomes.values() for change in outcome.changes}
    seen = {item.kind for outcome in outcomes.values() for item in outcome.breakages}
    assert {*BLIND} <= told & {rule.code for rule in RULES}
    assert {rule for _, rule in HARMLESS} <= told
    assert {kind for kind, _ in HARMLESS} <= seen


def _is_about(change: Told, things: Iterable[Thing]) -> bool:
    """Whether a change is told of one of these things, of what it is in, or of what is in it."""
    for path, member in things:
        if change.symbol == path and change.member in {member, ""}:
            return True
        if not change.member and path.startswith(f"{change.symbol}."):
            return True
        if not member and change.symbol.startswith(f"{path}."):
            return True
    return False
