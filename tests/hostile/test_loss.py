"""Whatever happens to a run, the output folder is the old tree or the new one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from tests.hostile.attacks.loss import LOSSES, Loss
from tests.hostile.harness import confined

ROOT: Final = Path(__file__).parents[2]


@pytest.mark.parametrize("loss", LOSSES, ids=lambda loss: loss.what)
def test_nothing_is_lost(
    loss: Loss, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path / "folder"
    (folder / "disk").mkdir(parents=True)
    program = [sys.executable, "-m", "tests.hostile.harness.losing", loss.attack, str(folder)]
    command = [*program, str(loss.cases)]
    if loss.where == "rights":
        command = confined.without_rights(command)
    elif loss.where is not None:
        reason = confined.disks_are_impossible(folder / "disk")
        if reason is not None:
            pytest.skip(f"no file system can be mounted here: {reason}")
        command = confined.on_disk(loss.where, folder / "disk", command)
    else:
        (folder / "disk").rmdir()
    cache = tmp_path_factory.getbasetemp().parent / "cache-of-losses"  # of all workers
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "XDG_CACHE_HOME": str(cache)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert done.stdout == f"{loss.cases}: {'; '.join(sorted(loss.left))}\n"
