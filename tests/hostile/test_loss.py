"""Whatever happens to a run, the output folder is the old tree or the new one."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
DOCUMENTS: Final = [ROOT / f"tests/golden/{name}/openapi.yaml" for name in ("minimal", "enums")]


def test_a_run_that_is_killed_leaves_the_old_tree_or_the_new_one(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.hostile.killed", str(tmp_path), "100"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("100 moments, new and old\n", "")


def test_a_command_that_is_killed_leaves_the_old_tree(tmp_path: Path) -> None:
    folder = tmp_path / "generated"
    first, second = (_command(path, folder) for path in DOCUMENTS)
    assert subprocess.run(first, cwd=ROOT, check=False, capture_output=True).returncode == 0
    before = _tree(folder)
    for seconds in (random.Random(1).uniform(0.05, 0.6) for _ in range(5)):
        with subprocess.Popen(second, cwd=ROOT, stdout=subprocess.DEVNULL) as process:
            try:
                process.wait(seconds)
            except subprocess.TimeoutExpired:
                process.kill()
        left = _tree(folder)
        assert left == before or process.returncode == 0
        if process.returncode == 0:
            break
    assert subprocess.run(second, cwd=ROOT, check=False, capture_output=True).returncode == 0
    assert _tree(folder) != before
    assert [path.name for path in tmp_path.iterdir()] == ["generated"]


def _command(document: Path, folder: Path) -> list[str]:
    command = [sys.executable, "-m", "generator", "gen", "--no-cache", "--spec", str(document)]
    return [*command, "--module", "library", "--output", str(folder)]


def _tree(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def test_a_full_disk_leaves_the_old_tree(tmp_path: Path) -> None:
    """No file may have more than a kilobyte, so that a write fails as on a full disk."""
    folder = tmp_path / "generated"
    program = (
        "import resource, signal, sys; from pathlib import Path; from generator import output\n"
        "from generator.cache import Cache\n"
        "from generator.diagnostics import Diagnostics, Fatal, render\n"
        "folder, found = Path(sys.argv[1]), Diagnostics()\n"
        "output.write({'a.md': 'old', 'b.md': 'old'}, folder, found, Cache(None))\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try: output.write({'a.md': 'new', 'b.md': 'x' * 5000}, folder, found, Cache(None))\n"
        "except Fatal: print(*map(render, found.items))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert "error[cannot-write]: the output cannot be written: File too large" in done.stdout
    assert {path.name: path.read_text() for path in folder.glob("*.md")} == {
        "a.md": "old\n",
        "b.md": "old\n",
    }
    assert [path.name for path in tmp_path.iterdir()] == ["generated"]
