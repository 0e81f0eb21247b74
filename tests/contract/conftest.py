"""What the contract tests share: Prism, and the SDK that talks to it."""

from __future__ import annotations

import importlib
from collections.abc import Generator, Iterator

import pytest

pytest.register_assert_rewrite("tests.contract.support.checks")

from tests.contract.support.checks import Mode, Subject  # noqa: E402 - after the line above
from tests.contract.support.contract import SPEC, contract  # noqa: E402
from tests.contract.support.prism import Prism  # noqa: E402

LOG_LINES = 40

_PRISM = pytest.StashKey[Prism]()


@pytest.fixture(scope="session")
def prism(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Iterator[Prism]:
    """Prism for the checked-in document: one for each process that runs tests."""
    with Prism(SPEC, tmp_path_factory.mktemp("prism") / "prism.log") as running:
        pytestconfig.stash[_PRISM] = running
        yield running


@pytest.fixture(
    scope="session", params=["httpx2", pytest.param("fast", marks=pytest.mark.extended)]
)
def sdk(prism: Prism, request: pytest.FixtureRequest) -> Subject:
    """The SDK that is checked in, with each of its transports."""
    package = importlib.import_module("openrouter")
    return Subject(package, "OpenRouter", prism.url, contract(), request.param)


@pytest.fixture(params=["sync", "async"])
def mode(request: pytest.FixtureRequest) -> Mode:
    return "sync" if request.param == "sync" else "async"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Show what Prism wrote, where a test that uses it fails."""
    report = yield
    if report.failed and "prism" in getattr(item, "fixturenames", ()):
        prism = item.config.stash.get(_PRISM, None)
        if prism is not None:
            report.sections.append(("Prism", _state(prism)))
    return report


def _state(prism: Prism) -> str:
    state = "still running" if prism.running else "it has ended"
    return "\n".join((f"({state})", *prism.output().splitlines()[-LOG_LINES:]))
