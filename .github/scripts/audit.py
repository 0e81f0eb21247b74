#!/usr/bin/env python3
"""Checks the locked packages against the lists of known vulnerabilities.

`audit.py pip-audit` checks the packages for Python, `audit.py npm-audit` those for Node. The exit
code is 0 if no vulnerability is known, 1 if one is, or if a tool fails, and 75 if the list of
vulnerabilities can't be reached; the output says why. That is not a failure, since people without a
network would learn to skip the check, and not a success either.

The list for Python is the package index's, unless `OSV_URL` names another one with the API of OSV.
The list for Node is that of the registry that npm is configured for.
"""

from __future__ import annotations

import importlib.metadata
import itertools
import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

OK: Final = 0
FAILED: Final = 1
SKIPPED: Final = 75  # EX_TEMPFAIL of sysexits.h

KNOWN: Final[Mapping[str, str]] = {}
"""Vulnerabilities that do no harm here: their ids, and why.

An entry that no package has any more must be removed.
"""

ROOT: Final = Path(__file__).parents[2]

_UNREACHABLE: Final = re.compile(
    r"ConnectionError|ConnectTimeout|ReadTimeout|ProxyError|SSLError|TooManyRedirects|HTTPError"
    r"|ServiceError|Could not connect|network may be blocking|JSONDecodeError"
)
"""Messages of pip-audit if it gets no answer, or none that it understands."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result: an exit status, and lines for people."""

    status: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """The output of a tool."""

    data: Any
    error: str


def main(arguments: list[str]) -> int:
    """Audit one kind of packages, and return the exit status."""
    match arguments:
        case ["pip-audit"]:
            outcome = of_python(_ask(_pip_audit()), _needs(), KNOWN)
        case ["npm-audit"]:
            lock = json.loads((Path.cwd() / "package-lock.json").read_bytes())
            outcome = of_node(_ask(_NPM_AUDIT), lock["packages"], KNOWN)
        case _:
            outcome = Outcome(2, ("Say pip-audit or npm-audit.",))
    sys.stdout.write("".join(f"{line}\n" for line in outcome.lines))
    return outcome.status


_NPM_AUDIT: Final = ("npm", "audit", "--json", "--fetch-retries=0", "--fetch-timeout=20000")


def _pip_audit() -> tuple[str, ...]:
    where = os.environ.get("OSV_URL")
    return (
        *(sys.executable, "-P", "-m", "pip_audit", "--disable-pip", "--require-hashes"),
        *("--requirement", "requirements/all.lock", "--format", "json", "--desc", "off"),
        *("--progress-spinner", "off", "--timeout", "20"),
        *(("--vulnerability-service", "osv", "--osv-url", where) if where else ()),
    )


def _ask(command: tuple[str, ...]) -> Answer:
    try:
        done = subprocess.run(  # noqa: S603  the commands are the two above
            command, capture_output=True, text=True, check=False, timeout=300
        )
    except subprocess.TimeoutExpired:
        return Answer(None, "ConnectTimeout: no answer within five minutes")
    try:
        return Answer(json.loads(done.stdout), done.stderr)
    except ValueError:
        return Answer(None, done.stderr or done.stdout or f"exit status {done.returncode}")


def of_python(
    answer: Answer, needs: Mapping[str, Iterable[str]], known: Mapping[str, str]
) -> Outcome:
    """Evaluate the output of pip-audit.

    Args:
        answer: Its JSON, and its other output.
        needs: What each package is needed for.
        known: Ids of vulnerabilities that do no harm, and why.
    """
    if answer.data is None:
        last = answer.error.strip().splitlines()[-1]
        if _UNREACHABLE.search(answer.error):
            return Outcome(
                SKIPPED, (f"the list of vulnerabilities can't be reached ({last:.120})",)
            )
        return Outcome(FAILED, ("pip-audit does not work:", *answer.error.splitlines()))
    packages = answer.data["dependencies"]
    skipped = [package["name"] for package in packages if "skip_reason" in package]
    found = []
    for package in packages:
        for item in package.get("vulns", ()):
            whose = f"{package['name']} {package['version']}, {_whose(needs, package['name'])}"
            line = f"{whose}: {item['id']}, {_mended(item['fix_versions'])}"
            found.append(({item["id"], *item.get("aliases", ())}, line))
    lines = _judged(found, known, complete=not skipped)
    if lines:
        return Outcome(FAILED, lines)
    if skipped:
        what = f"the package index has no list for {len(skipped)} of {len(packages)} packages"
        named = f": {', '.join(skipped)}" if len(skipped) < min(9, len(packages)) else ""
        return Outcome(SKIPPED, (what + named,))
    what = "nothing else" if found else "nothing"
    return Outcome(OK, (f"{what} known of {len(packages)} packages",))


def of_node(answer: Answer, lock: Mapping[str, Any], known: Mapping[str, str]) -> Outcome:
    """Evaluate npm's output for all packages.

    Packages that users or the generator need at run time (`--omit dev`) must have no vulnerability.
    The tools of the tests and checks run only here, on our documents, and their vulnerabilities are
    only reported.

    Args:
        answer: Its JSON, and its other output.
        lock: The packages of package-lock.json.
        known: Ids of vulnerabilities that do no harm, and why.
    """
    needed = sum(1 for path, entry in lock.items() if path and not entry.get("dev"))
    tools = sum(1 for entry in lock.values() if entry.get("dev"))
    if answer.data is None or "vulnerabilities" not in answer.data:
        said = (answer.data or {}).get("message") or answer.error.strip()
        if answer.data is None:
            return Outcome(FAILED, ("npm audit does not work:", *said.splitlines()))
        return Outcome(
            SKIPPED,
            (f"the list of vulnerabilities can't be reached ({_without_address(said):.120})",),
        )
    found: list[tuple[set[str], str]] = []
    told: list[tuple[set[str], str]] = []
    for package in answer.data["vulnerabilities"].values():
        is_tool = all(lock.get(node, {}).get("dev") for node in package["nodes"])
        for item in package["via"]:
            if isinstance(item, dict):  # otherwise it is the name of the vulnerable package
                line = f"{item['name']} {item['range']} ({item['severity']}): {item['url']}"
                (told if is_tool else found).append(({item["url"].rpartition("/")[2]}, line))
    lines = _judged(found, known, complete=True)
    users = f"nothing known of {needed} packages that users need" if needed else "users need none"
    what = f"{len(told)} known" if told else "nothing known"
    summary = f"{users} (--omit dev); {what} of {tools} packages of our own tools"
    return Outcome(FAILED if lines else OK, lines or (summary, *sorted(line for _, line in told)))


def _judged(
    found: Iterable[tuple[set[str], str]], known: Mapping[str, str], *, complete: bool
) -> tuple[str, ...]:
    """Omit vulnerabilities that are known to do no harm; report those that were not found."""
    found = list(found)
    lines = [line for ids, line in found if ids.isdisjoint(known)]
    if complete:
        met = set(itertools.chain.from_iterable(ids for ids, _ in found))
        lines += [f"{known_id} is explained in KNOWN, and not found" for known_id in {*known} - met]
    return tuple(sorted(lines))


def _mended(versions: Iterable[str]) -> str:
    return f"mended in {', '.join(versions)}" if versions else "not mended yet"


def _whose(needs: Mapping[str, Iterable[str]], name: str) -> str:
    return " and ".join(needs.get(canonicalize_name(name), ())) or "locked for another system"


def _without_address(said: str) -> str:
    return re.sub(r"\S+://\S+", "…", said).replace("\n", " ")


def _needs() -> dict[str, list[str]]:
    """Return what each installed package is needed for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    wanted = {"the generator": project["project"]["dependencies"]}
    wanted |= project["project"]["optional-dependencies"] | project["dependency-groups"]
    needs: dict[str, list[str]] = {}
    for purpose, requirements in wanted.items():
        for name in _with_dependencies(requirements):
            needs.setdefault(name, []).append(purpose)
    return needs


def _with_dependencies(requirements: Iterable[str]) -> set[str]:
    found: set[str] = set()
    waiting = [(text, "") for text in requirements]
    while waiting:
        text, extra = waiting.pop()
        requirement = Requirement(text)
        if requirement.marker and not requirement.marker.evaluate({"extra": extra}):
            continue
        name = canonicalize_name(requirement.name)
        for wanted in {"", *requirement.extras} if name not in found else requirement.extras:
            waiting += [(item, wanted) for item in _requires(name)]
        found.add(name)
    return found


def _requires(name: str) -> list[str]:
    try:
        return importlib.metadata.requires(name) or []
    except importlib.metadata.PackageNotFoundError:
        return []


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
