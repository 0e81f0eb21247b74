"""Documents that cost more than they look end with a result, or with a diagnostic, and soon."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from tests.hostile.harm import EXHAUSTION, MADE, Attack

SECONDS: Final = 60
BYTES: Final = 1_000_000_000
ROOT: Final = Path(__file__).parents[2]


@pytest.mark.parametrize("attack", EXHAUSTION, ids=lambda attack: attack.name)
def test_a_document_is_done_within_a_minute_and_a_gigabyte(tmp_path: Path, attack: Attack) -> None:
    path = attack.write(tmp_path)
    command = [sys.executable, "-m", "generator", "gen", "--spec", str(path)]
    log = tmp_path / "log"
    with log.open("w") as output:
        process = subprocess.Popen(
            [*command, "--module", "library", "--output", str(tmp_path / "out")],
            cwd=ROOT,
            env={**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache")},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    said = log.read_text().splitlines()
    assert "Traceback" not in log.read_text()
    assert usage.ru_utime + usage.ru_stime < SECONDS
    assert usage.ru_maxrss * 1024 < BYTES
    if attack.said == MADE:
        assert process.returncode == 0
        assert said[-1].startswith(MADE)
    else:
        assert process.returncode == 1
        assert attack.said in said[-2]
        assert said[-2].startswith(f"{path}:")
        assert not (tmp_path / "out").exists()
