"""Makes the SDK of every case: the same stages as `sdkwright gen`, without pages and without black.

Each is a folder with the package `cinema`, and the program beside it.
"""

from __future__ import annotations

import copy
import hashlib
import json
import re
import shutil
from collections.abc import Iterator, Sequence
from contextlib import chdir
from dataclasses import dataclass, replace
from pathlib import Path

import yaml
from jinja2 import Environment

from sdkwright import config, emit, frontend, passes
from sdkwright.config import Config
from sdkwright.diagnostics import Diagnostics, render
from sdkwright.emit.environment import make_environment
from sdkwright.emit.index import Index
from sdkwright.model import ir
from sdkwright.source import document, normalize
from sdkwright.workspace import own_files
from tests.compatibility.support.case import Case
from tests.support.sharing import with_runtime

HERE = Path(__file__).parents[1]
RUNTIME = "sdk_runtime"

_DOCSTRING = re.compile(r'""".*?"""', re.DOTALL)


@dataclass(frozen=True)
class Package:
    """The SDK of a case.

    Args:
        case: What was changed.
        api: What the SDK was made of.
        config: With which settings.
        folder: What to import it from; the program is there too.
        code: Equal for two SDKs that differ in their docstrings at most.
    """

    case: Case
    api: ir.Api
    config: Config
    folder: Path
    code: str


def make_all(cases: Sequence[Case], parent: Path) -> list[Package]:
    """Make the SDKs of some cases.

    Args:
        cases: What to change.
        parent: Gets one folder for each, numbered in their order.
    """
    shutil.copytree(
        own_files.RUNTIME, parent / RUNTIME, ignore=shutil.ignore_patterns("__pycache__")
    )
    environment = make_environment()
    data = yaml.safe_load((HERE / "openapi.yaml").read_text(encoding="utf-8"))
    program = (HERE / "program.txt").read_text(encoding="utf-8")
    made = []
    for number, case in enumerate(cases):
        folder = parent / f"{number:03}"
        folder.mkdir(parents=True)
        (folder / "program.py").write_text(program, encoding="utf-8")
        made.append(_make(case, copy.deepcopy(data), folder, environment))
    return made


def _make(case: Case, data: dict[str, object], folder: Path, environment: Environment) -> Package:
    for edit in case.edits:
        edit(data)
    (folder / "openapi.yaml").write_text(json.dumps(data), encoding="utf-8")
    found = Diagnostics()
    with chdir(folder):
        settings = config.from_options(Path("openapi.yaml"), "cinema", Path("generated"), found)
        settings = replace(settings, **case.settings)
        read = normalize.normalize(document.load(settings.document, found), found)
        api = passes.run(frontend.lower(read.data, settings, found), settings, found)
    said = [render(item) for item in found.items if item.severity in {"error", "warning"}]
    assert said == [], f"{case.id}: {said}"
    code = hashlib.sha256()
    for path, text in _code(api, settings, environment):
        file = folder / Path(path).relative_to("src")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        code.update(f"{path}\n{_DOCSTRING.sub('', text)}\n".encode())
    return Package(case, api, settings, folder, code.hexdigest())


def _code(api: ir.Api, settings: Config, environment: Environment) -> Iterator[tuple[str, str]]:
    """Render the package alone: its pages take twice as long, and nobody imports them. All packages
    have the runtime from one place."""
    for path, text in emit._code(Index(api), settings, environment, set()):
        yield path, with_runtime(RUNTIME, text)
