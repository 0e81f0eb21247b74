"""What the golden tests share: the SDKs of all cases, complete, in one folder."""

from __future__ import annotations

import compileall
import shutil
from importlib.util import cache_from_source
from pathlib import Path
from py_compile import PycInvalidationMode
from tempfile import TemporaryDirectory

import pytest

from sdkwright.workspace.own_files import RUNTIME
from tests.golden.support.cases import UPDATE, all_cases, made_cases


def pytest_sessionstart() -> None:
    """Bring all cases up to date before anything looks at them, if that is asked for."""
    if UPDATE:
        with TemporaryDirectory() as folder:
            for case in all_cases():
                case.accept(case.generate(Path(folder, case.name), Path(folder, "cache")))


@pytest.fixture(scope="session")
def sdks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one package for each case: what is expected, which `test_output` compares with
    what is generated, and the modules of the runtime that it carries. They are compiled once,
    with warnings as errors."""
    folder = tmp_path_factory.mktemp("sdks")
    runtime = tmp_path_factory.mktemp("runtime") / "_runtime"
    shutil.copytree(RUNTIME, runtime, ignore=shutil.ignore_patterns("__pycache__"))
    assert compileall.compile_dir(
        runtime, quiet=1, invalidation_mode=PycInvalidationMode.UNCHECKED_HASH
    )
    for case in made_cases():
        shutil.copytree(case.expected / "src", folder, dirs_exist_ok=True)
        for path in case.runtime:
            source, target = runtime / path, folder / case.config.module / "_runtime" / path
            for original in (source, Path(cache_from_source(str(source)))):
                copy = target.parent / original.relative_to(source.parent)
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(original, copy)
    return folder
