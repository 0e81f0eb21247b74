"""What a type checker says of the program: which of its lines it refuses, for each SDK.

A line has the name that its comment gives it (see program.txt).
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.compatibility.support.packages import HERE, Package

ROOT = Path(__file__).parents[3]

_NAME = re.compile(r"#> (.*)$")


def names() -> list[str]:
    """Give the names of all lines that have one."""
    return [name for name in _names_by_line() if name]


def refused(packages: Sequence[Package], parent: Path) -> dict[str, list[str]]:
    """Run pyright once, over the program and every SDK whose code is not that of another.

    Args:
        packages: The SDKs.
        parent: The folder that all of their folders are in; gets the settings of pyright.

    Returns:
        For each case, the names of the lines that have an error, in their order; a line without
        a name as its number and what pyright said of it.
    """
    first: dict[str, str] = {}
    for package in packages:
        first.setdefault(package.code, package.folder.name)
    settings = {
        "include": [f"{folder}/program.py" for folder in first.values()],
        "extraPaths": ["."],
        "executionEnvironments": [{"root": folder} for folder in first.values()],
        # As most people run it; `strict` tells of one unknown type in every line that it reaches.
        "typeCheckingMode": "standard",
        "pythonVersion": "3.11",
    }
    (parent / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    pyright = ROOT / "node_modules" / ".bin" / "pyright"
    run = subprocess.run(
        [pyright, "--outputjson", "--pythonpath", sys.executable, "-p", parent],
        cwd=ROOT,
        env={**os.environ, "NO_COLOR": "1"},
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    report = json.loads(run.stdout)
    assert report["summary"]["filesAnalyzed"] == len(first)
    lines = _names_by_line()
    found: dict[str, dict[int, str]] = {folder: {} for folder in first.values()}
    for item in report["generalDiagnostics"]:
        if item["severity"] == "error":
            number = item["range"]["start"]["line"]
            said = lines[number] or f"{number + 1}: {item['message']}"
            found[Path(item["file"]).parent.name].setdefault(number, said)
    return {
        package.case.id: [said for _, said in sorted(found[first[package.code]].items())]
        for package in packages
    }


def _names_by_line() -> list[str]:
    text = (HERE / "program.txt").read_text(encoding="utf-8")
    matches = [_NAME.search(line) for line in text.splitlines()]
    return [match[1] if match else "" for match in matches]
