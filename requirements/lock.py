"""Resolve the lock files again: `make lock`, or `python3 requirements/lock.py`.

Each lock is one resolution for every Python that we support and every platform, by uv; environment
markers in it decide what is installed where. It names hashes and no hosts, so that it works behind
a mirror as it is.
"""

from __future__ import annotations

import argparse
import functools
import os
import subprocess
import sys
import tempfile
import tomllib
import venv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parents[1]
LOCKS: Final = Path(__file__).resolve().parent
PEERS: Final = ROOT / "benchmarks" / "requirements"
HEADER: Final = "make lock"

GROUPS: Final[Mapping[str, tuple[str, ...]]] = {
    "gen": (),
    "build": ("ship",),
    "test": ("sdk", "fast", "test", "watch", "completion"),
    "all": ("ship", "docs", "watch", "completion", "sdk", "fast", "test", "lint", "lock"),
    "docs": ("docs",),
}
"""What each lock has besides the dependencies of the generator: extras and dependency groups."""


@dataclass(frozen=True, slots=True)
class Platform:
    """A platform that every lock has wheels for.

    Attributes:
        name: As people call it.
        target: As uv calls it.
    """

    name: str
    target: str


PLATFORMS: Final = (
    Platform("Linux x86-64", "x86_64-manylinux_2_28"),
    Platform("Linux aarch64", "aarch64-manylinux_2_28"),
    Platform("macOS arm64", "aarch64-apple-darwin"),
    Platform("Windows", "x86_64-pc-windows-msvc"),
)


def main(arguments: Sequence[str]) -> int:
    """Write all lock files, and return the exit status."""
    parser = argparse.ArgumentParser(prog="lock.py", description=(__doc__ or "").split("\n")[0])
    parser.add_argument(
        "--upgrade",
        nargs="*",
        metavar="NAME",
        help="take newer versions of these packages; of all, if none is named",
    )
    names = parser.parse_args(arguments).upgrade
    upgrade = [] if names is None else [f"--upgrade-package={n}" for n in names] or ["--upgrade"]
    uv = install_uv(ROOT / ".venv-lock")
    # No package has two versions: the other locks keep to this one.
    resolve(uv, requirements("all"), LOCKS / "all.lock", *upgrade)
    common = ("--constraints", str(LOCKS / "all.lock"))
    for name in GROUPS.keys() - {"all"}:
        resolve(uv, requirements(name), LOCKS / f"{name}.lock", *common, *upgrade)
    for file in sorted(PEERS.glob("*.in")):
        resolve(uv, [f"-r {file}"], file.with_suffix(".lock"), *common, *upgrade)
    return 0


def requirements(name: str) -> list[str]:
    """Return the direct requirements of one lock, from pyproject.toml."""
    project = _pyproject()
    groups = project["dependency-groups"] | project["project"]["optional-dependencies"]
    found = [*project["project"]["dependencies"]]
    for group in GROUPS[name]:
        found += groups[group]
    return found


def resolve(uv: Path, wanted: Iterable[str], lock: Path, *options: str) -> None:
    """Resolve requirements for all Pythons and platforms at once, into a lock file.

    Versions that the file has already are kept where they fit, unless `--upgrade` is given.
    """
    with tempfile.NamedTemporaryFile("w", suffix=".in", encoding="utf-8") as file:
        file.write("".join(f"{line}\n" for line in wanted))
        file.flush()
        _run(
            *(str(uv), "pip", "compile", "--quiet", "--no-config", "--universal"),
            *("--python-version", oldest_python(), "--custom-compile-command", HEADER),
            *(
                "--generate-hashes",
                "--no-annotate",
                *options,
                "--output-file",
                str(lock),
                file.name,
            ),
        )


def missing_wheels(uv: Path, locks: Iterable[Path], python: str, platform: Platform) -> str:
    """Resolve locks for one Python and platform, from wheels alone, without installing them.

    Returns:
        What uv complained of; nothing if each entry has a wheel.
    """
    done = subprocess.run(
        [
            *(str(uv), "pip", "compile", "--quiet", "--no-config"),
            *("--no-deps", "--only-binary", ":all:"),
            *("--python-version", python, "--python-platform", platform.target),
            *("--output-file", os.devnull, *map(str, locks)),
        ],
        env=_environment(),
        check=False,
        capture_output=True,
        text=True,
    )
    return done.stderr.strip() if done.returncode else ""


def pythons() -> list[str]:
    """Return the versions of Python that we support, oldest first, as pyproject.toml has them."""
    prefix = "Programming Language :: Python :: 3."
    classifiers = _pyproject()["project"]["classifiers"]
    return [f"3.{c.removeprefix(prefix)}" for c in classifiers if c.removeprefix(prefix).isdigit()]


def oldest_python() -> str:
    """Return the oldest version of Python that we support."""
    return pythons()[0]


def install_uv(folder: Path) -> Path:
    """Install uv into an environment of its own, so that a broken lock can be made again."""
    (wanted,) = _pyproject()["dependency-groups"]["lock"]
    uv = folder / "bin" / "uv"
    version = f"uv {wanted.partition('==')[2]}"
    if not uv.exists() or not _output(uv, "--version").startswith(version):
        venv.create(folder, clear=True, with_pip=True)
        pip = (folder / "bin" / "python", "-m", "pip", "install", "-qq")
        _run(*pip, "--disable-pip-version-check", wanted)
    return uv


def _pyproject() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


@functools.cache
def _environment() -> dict[str, str]:
    """Return an environment in which uv asks the index that pip asks, and no other."""
    inherited = {key: value for key, value in os.environ.items() if not key.startswith("UV_")}
    index = os.environ.get("PIP_INDEX_URL") or _output(
        *(sys.executable, "-m", "pip", "config", "get", "global.index-url")
    )
    return {
        **inherited,
        "UV_PYTHON_DOWNLOADS": "never",
        **({"UV_DEFAULT_INDEX": index.strip()} if index.strip() else {}),
    }


def _output(*command: str | Path) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def _run(*command: str | Path) -> None:
    subprocess.run(command, env=_environment(), cwd=ROOT, check=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
