"""The official SDK in an environment of its own, and ours beside it, made of the same document."""

from __future__ import annotations

import fcntl
import json
import subprocess
import sys
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pytest

from benchmarks.environments import BenchmarkError, prepare
from sdkwright import config
from sdkwright.config import Config
from sdkwright.diagnostics import Diagnostics
from sdkwright.pipeline import run as pipeline
from sdkwright.workspace.cache import Cache
from tests.corpus.support.documents import CORPUS, ROOT

HERE: Final = Path(__file__).parents[1]
DOCUMENT: Final = CORPUS / "openrouter.yaml"
VENVS: Final = HERE / ".venvs"
INTROSPECTION: Final = Path(__file__).with_name("introspection.py")


def official() -> str:
    """Give the Python of an environment that has the official SDK, which is made if it is missing.

    It is installed from the lock of the benchmarks. Test processes take turns.
    """
    VENVS.mkdir(exist_ok=True)
    with ExitStack() as stack:
        lock = stack.enter_context((VENVS / "lock").open("w"))
        fcntl.flock(lock, fcntl.LOCK_EX)
        try:
            return prepare("official", VENVS).python
        except BenchmarkError as error:
            pytest.skip(f"the official SDK can't be installed: {error}")


def ours(output: Path, cache: Path) -> Path:
    """Make our SDK of the same document, and give the folder to import it from."""

    def settings(found: Diagnostics) -> Config:
        made = config.from_options(DOCUMENT, "openrouter", output, found)
        return replace(made, client_class="OpenRouter", env_prefix="OPENROUTER")

    code, report = pipeline.run(settings, pipeline.Options(cache=Cache(cache)))
    assert code == 0, report.diagnostics
    return output / "src"


def run(python: str, program: Path, *arguments: str | Path) -> Any:
    """Run a program that prints JSON, and give what it says."""
    done = subprocess.run(
        [python, "-I", str(program), *map(str, arguments)],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def own_python() -> str:
    return sys.executable
