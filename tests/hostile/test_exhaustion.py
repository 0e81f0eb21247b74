"""Documents that cost more than they look end with a result, or with a diagnostic, and soon."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from tests.hostile.attacks.exhaustion import EXHAUSTION, MADE, Attack
from tests.hostile.attacks.graphs import WAYS

SECONDS: Final = 60
BYTES: Final = 1_000_000_000
LIMITED: Final = ("sh", "-c", f'ulimit -t {SECONDS}; exec "$@"', "sh")
"""What ends a command after as much CPU."""

ROOT: Final = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What all packages have in common is formatted once."""
    return tmp_path_factory.mktemp("cache")


@pytest.mark.parametrize("attack", EXHAUSTION, ids=lambda attack: attack.name)
def test_a_document_is_done_within_a_minute_and_a_gigabyte(
    tmp_path: Path, cache: Path, attack: Attack
) -> None:
    path = attack.write(tmp_path)
    command = [*LIMITED, sys.executable, "-m", "sdkwright", "gen", "--spec", str(path)]
    log = tmp_path / "log"
    with log.open("w") as output:
        process = subprocess.Popen(
            [*command, *attack.options, "--module", "library", "--output", str(tmp_path / "out")],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT / "generator"), "XDG_CACHE_HOME": str(cache)},
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
        found = next(line for line in said if attack.said in line)
        assert found.startswith(f"{attack.at or path}:")
        assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("ladder", [False, True])
def test_schemas_are_gone_through_and_not_the_ways_to_them(tmp_path: Path, *, ladder: bool) -> None:
    program = (
        "import json, sys; from pathlib import Path\n"
        "from tests.hostile.attacks import graphs\n"
        "from tests.hostile.harness import packages\n"
        "documents = graphs.documents(ladder=json.loads(sys.argv[2]))\n"
        "for number, (name, document) in enumerate(documents):\n"
        "    made = packages.render_only(document, Path(sys.argv[1], str(number)))\n"
        "    print(name, len(packages.complaints(made)), bool(made.files), flush=True)\n"
    )
    done = subprocess.run(
        [*LIMITED, sys.executable, "-c", program, str(tmp_path), json.dumps(ladder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout.splitlines(), done.stderr) == ([f"{name} 0 True" for name in WAYS], "")
