"""JSON-Schema-Test-Suite, draft 2020-12, as bodies of operations of clients that check requests.

The suite is in the source distribution of jsonschema, which pip gets. What arrives is what a
transport is given: there is no network, since thousands of calls are made.
"""

from __future__ import annotations

import importlib
import json
import tarfile
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, Final, NamedTuple

import httpx2
import pytest

from tests.golden.support.schema_suite import Group, arguments, make, read
from tests.shipping.support.environments import fetch_or_skip
from tests.shipping.support.project import ROOT

pytestmark = [pytest.mark.extended, pytest.mark.xdist_group("schema suite")]

REPORTED: Final = {
    "defs": 1,
    "dynamicRef": 5,
    "ref": 1,
    "refRemote": 15,
    "vocabulary": 2,
}
"""How many schemas of each file refer to other files or have a metaschema of their own."""


class Result(NamedTuple):
    """What came of one instance."""

    way: str
    kind: str
    outcome: str
    what: str


@pytest.fixture(scope="module")
def suite(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Group]]:
    """The schemas of each file."""
    folder = tmp_path_factory.mktemp("suite")
    lines = (ROOT / "requirements/test.lock").read_text(encoding="utf-8").splitlines()
    (locked,) = (line.split()[0] for line in lines if line.startswith("jsonschema=="))
    fetch_or_skip(folder, "--no-deps", "--no-binary=jsonschema", locked)
    (archive,) = folder.glob("*.tar.gz")
    with tarfile.open(archive) as opened:
        opened.extractall(folder, filter="data")
    files = sorted(folder.glob("*/json/tests/draft2020-12/*.json"))
    return {file.stem: read(file) for file in files}


class Figures(NamedTuple):
    """What comes of the whole suite.

    Attributes:
        results: One for each instance and each way to send it.
        reported: The schemas of which generation says that requests are not held to them.
    """

    results: list[Result]
    reported: list[Group]


@pytest.fixture(scope="module")
def figures(
    suite: dict[str, list[Group]], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Figures]:
    folder = tmp_path_factory.mktemp("packages")
    found = Figures([], [])
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(folder)
        for number, groups in enumerate(suite.values()):
            module = f"suite_{number}"
            said = make(groups, module, folder)
            found.reported.extend(said)
            others = [group for group in groups if group not in said]
            if said and others:
                assert make(others, module, folder) == []
            if others:
                found.results.extend(called(importlib.import_module(module), others))
        yield found


def called(package: Any, groups: list[Group]) -> Iterator[Result]:
    """Call the operations of a document with all that the suite has for them."""
    received: list[Any] = []

    def handle(request: httpx2.Request) -> httpx2.Response:
        received.append(json.loads(request.content))
        return httpx2.Response(204)

    (client_class,) = (
        getattr(package, name) for name in package.__all__ if name.startswith("Suite")
    )
    transport = httpx2.Client(transport=httpx2.MockTransport(handle))
    with client_class(client=transport, validate_requests=True) as client:
        refusal = package.errors.RequestValidationError
        for index, group in enumerate(groups):
            for kind in ("valid", "invalid"):
                for instance in getattr(group, kind):
                    what = f"{group.name}: {json.dumps(instance)}"
                    whole = getattr(client.schemas, f"whole{index}")
                    given = arguments(whole, instance)
                    if given is not None:
                        outcome = outcome_of(whole, given, instance, received, refusal)
                        yield Result("whole", kind, outcome, what)
                    inside = getattr(client.schemas, f"inside{index}")
                    body = {"value": instance}
                    outcome = outcome_of(inside, body, body, received, refusal)
                    yield Result("inside", kind, outcome, what)


def outcome_of(
    method: Callable[..., object],
    given: dict[str, Any],
    body: Any,
    received: list[Any],
    refusal: type[Exception],
) -> str:
    """Say what a method does with its arguments."""
    received.clear()
    try:
        method(**given)
    except refusal:
        outcome = "refused"
    except (TypeError, ValueError) as error:
        # A required argument is missing, or None although null is not allowed.
        outcome = "refused by name" if "required" in str(error) else repr(error)
    else:
        (came,) = received
        # As text: 1, 1.0 and true are equal in Python.
        same = json.dumps(came, sort_keys=True) == json.dumps(body, sort_keys=True)
        return "sent" if same else f"sent as {came}"
    return f"{outcome}, but sent" if received else outcome


def counted(results: list[Result]) -> Counter[tuple[str, str]]:
    return Counter((one.way, one.outcome) for one in results)


def test_valid_values_are_sent_unchanged(figures: Figures) -> None:
    valid = [one for one in figures.results if one.kind == "valid"]
    assert [one for one in valid if one.outcome != "sent"] == []
    assert counted(valid) == {("whole", "sent"): 695, ("inside", "sent"): 715}


def test_invalid_values_are_refused(figures: Figures) -> None:
    invalid = [one for one in figures.results if one.kind == "invalid"]
    assert [one for one in invalid if one.outcome not in {"refused", "refused by name"}] == []
    assert counted(invalid) == {
        ("whole", "refused"): 452,
        ("whole", "refused by name"): 16,
        ("inside", "refused"): 480,
        ("inside", "refused by name"): 9,
    }


def test_what_is_not_checked_is_reported(figures: Figures) -> None:
    reported = figures.reported
    assert Counter(group.name.partition(":")[0] for group in reported) == REPORTED
    assert sum(len(group.valid) for group in reported) == 26
    assert sum(len(group.invalid) for group in reported) == 27
