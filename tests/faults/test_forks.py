"""A process that is forked while another of its threads is at work waits for nothing, and neither
does its child, which can call as well."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.faults.support.forks import FORKED, Forked
from tests.faults.support.harness import ROOT
from tests.support.server import Answer, Request, Server, reply
from tests.support.waiting import PATIENCE

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")

TOKEN = {"access_token": "t", "expires_in": 3600}


def forks_of(row: Forked, every: int) -> int:
    """Run the program, and return how often it forked."""

    def answer(request: Request) -> Answer:
        return reply(200, TOKEN) if request.target == "/token" else reply(204)

    program = ["-m", "tests.faults.support.forking", row.phase, row.mode, str(every)]
    with Server() as server:
        server.answers(answer)
        done = subprocess.run(
            [sys.executable, *program, server.url],
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
    assert (done.returncode, done.stderr) == (0, "")
    count, what = done.stdout.split()
    assert what == "forks"
    return int(count)


@pytest.mark.parametrize("row", FORKED, ids=lambda row: row.name)
def test_a_fork_and_its_child_wait_for_nothing(row: Forked, transport: str) -> None:
    assert forks_of(row, row.every) >= steps(row, transport) // 15


@pytest.mark.extended
@pytest.mark.parametrize("row", FORKED, ids=lambda row: row.name)
def test_a_fork_at_any_step_waits_for_nothing(row: Forked, transport: str) -> None:
    assert forks_of(row, row.often) >= steps(row, transport)


def steps(row: Forked, transport: str) -> int:
    """How many steps there are at least; those of the fast transport are about half as many."""
    return row.forks // 2 if transport == "fast" else row.forks


def test_there_are_more_than_200_forks() -> None:
    assert sum(row.forks for row in FORKED) == 440
