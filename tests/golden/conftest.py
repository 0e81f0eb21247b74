"""What the golden tests share: the SDKs of all cases, complete, in one folder."""

from __future__ import annotations

import compileall
import shutil
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
    what is generated, and the runtime, which every SDK has a copy of. It is compiled once, with
    warnings as errors."""
    folder = tmp_path_factory.mktemp("sdks")
    runtime = tmp_path_factory.mktemp("runtime") / "_runtime"
    shutil.copytree(RUNTIME, runtime, ignore=shutil.ignore_patterns("__pycache__"))
    assert compileall.compile_dir(
        runtime, quiet=1, invalidation_mode=PycInvalidationMode.UNCHECKED_HASH
    )
    for case in made_cases():
        shutil.copytree(case.expected / "src", folder, dirs_exist_ok=True)
        shutil.copytree(runtime, folder / case.config.module / "_runtime")
    return folder
