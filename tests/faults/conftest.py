"""Fixtures of the tests of faults, and the check that nothing they print holds a secret."""

from __future__ import annotations

import logging
import os
from collections.abc import Generator, Iterator

import pytest

from tests.faults.support.harness import CREATED, KEY, FakeClock, KeyServer
from tests.faults.support.shown import Shown


@pytest.fixture
def server() -> Iterator[KeyServer]:
    with KeyServer() as server:
        yield server


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture(params=["sync", "async"])
def mode(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=["httpx2", pytest.param("fast", marks=pytest.mark.extended)], autouse=True)
def transport(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """The transport of all clients, here and in processes that a test starts."""
    for name in os.environ:
        if name.startswith("OPENROUTER_") or name.upper().endswith("_PROXY"):
            monkeypatch.delenv(name)
    for variable in ("OPENROUTER_TRANSPORT", "PETSTORE_TRANSPORT"):
        monkeypatch.setenv(variable, str(request.param))
    return str(request.param)


@pytest.fixture(autouse=True)
def shown() -> Iterator[Shown]:
    """What a person could get to see: all logs at DEBUG, and what a test adds to it."""
    shown = Shown()
    root = logging.getLogger()
    level = root.level
    root.setLevel(logging.DEBUG)
    root.addHandler(shown)
    yield shown
    root.removeHandler(shown)
    root.setLevel(level)
    shown.check()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Fail a test whose captured output, or whose failure, shows a secret; and mask it there."""
    report = yield
    printed = "\n".join(text for _, text in report.get_sections("Captured"))
    for secret in (KEY, CREATED):
        if secret in printed or secret in report.longreprtext:
            report.outcome = "failed"
            seen = f"{printed}\n{report.longreprtext}".replace(secret, "<the secret>")
            report.longrepr = f"{report.nodeid} printed a secret:\n{seen}"
            report.sections.clear()
    return report
