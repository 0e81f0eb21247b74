#!/usr/bin/env python3
"""Looks the locked packages up among the known vulnerabilities: of Python by pip-audit, of Node by
npm audit, which leaves out what is only for development.

Exits with 1 if one is found. Where the lists can't be reached, it says what was not looked up, and
that is no failure: whoever works without a network would learn to skip the check.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

KNOWN: Final[dict[str, str]] = {}
"""Vulnerabilities that do us no harm: their ids, and why."""

PYTHON: Final = (
    *(sys.executable, "-m", "pip_audit", "--disable-pip", "--require-hashes"),
    *("--requirement", "requirements.lock", "--format", "json", "--progress-spinner", "off"),
    *("--timeout", "20"),
)
NODE: Final = ("npm", "audit", "--omit", "dev", "--json")


def main() -> int:
    """Look both up; give the exit status."""
    found = [*_of_python(_asked(PYTHON)), *_of_node(_asked(NODE))]
    bad = [line for line in found if not line.startswith("not looked up: ")]
    for line in found:
        sys.stdout.write(f"{line}\n")
    return 1 if bad else 0


def _asked(command: tuple[str, ...]) -> Any:
    """Give what a tool answers, as data; None where it can't."""
    root = Path(__file__).parents[2]
    try:
        done = subprocess.run(  # noqa: S603  the commands are the two above
            command, cwd=root, capture_output=True, text=True, check=False, timeout=120
        )
        return json.loads(done.stdout)
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return None


def _of_python(answer: Any) -> list[str]:
    packages = answer["dependencies"] if answer else []
    skipped = sum("skip_reason" in package for package in packages)
    lines = [
        f"{package['name']} {package['version']}: {item['id']}, mended in {item['fix_versions']}"
        for package in packages
        for item in package.get("vulns", ())
        if item["id"] not in KNOWN
    ]
    if answer is None:
        lines.append("not looked up: the Python packages, since the list can't be reached")
    elif skipped:
        lines.append(f"not looked up: {skipped} of {len(packages)} Python packages")
    return lines


def _of_node(answer: Any) -> list[str]:
    if not answer or "vulnerabilities" not in answer:
        return ["not looked up: the Node packages, since the list can't be reached"]
    return [
        f"{name}: {item['severity']}, in {item['range']}"
        for name, item in answer["vulnerabilities"].items()
    ]


if __name__ == "__main__":
    sys.exit(main())
