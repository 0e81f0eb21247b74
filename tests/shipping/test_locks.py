"""What the locks hold can be installed on every Python and platform that we name.

uv resolves each lock again for one Python and one platform at a time, as a dry run and from wheels
alone, so no interpreter but the one that runs this is needed.
"""

from __future__ import annotations

import importlib.util
import shutil
import sys
from pathlib import Path
from types import ModuleType
from typing import Final

import pytest

from tests.contract.support.prism import ROOT


def _locking() -> ModuleType:
    """Import requirements/lock.py, which is a program and in no package."""
    spec = importlib.util.spec_from_file_location("locking", ROOT / "requirements" / "lock.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # its dataclasses look their module up
    spec.loader.exec_module(module)
    return module


locking: Final = _locking()
ALL: Final = [*sorted(locking.LOCKS.glob("*.lock")), *sorted(locking.PEERS.glob("*.lock"))]


@pytest.fixture(scope="session")
def uv() -> Path:
    found = shutil.which("uv", path=str(Path(sys.executable).parent))
    assert found is not None
    return Path(found)


@pytest.mark.parametrize("platform", locking.PLATFORMS, ids=lambda platform: platform.name)
@pytest.mark.parametrize("python", locking.pythons())
def test_every_locked_package_has_a_wheel(python: str, platform: object, uv: Path) -> None:
    assert missing_wheels(uv, ALL, python, platform) == ""


def test_a_package_without_a_wheel_is_found(tmp_path: Path, uv: Path) -> None:
    lock = tmp_path / "old.lock"
    lock.write_text("pydantic-core==2.0.0\n", encoding="utf-8")  # of 2023
    complaint = missing_wheels(uv, [lock], "3.15", locking.PLATFORMS[0])
    assert "pydantic-core==2.0.0 has no usable wheels" in complaint


def missing_wheels(uv: Path, locks: list[Path], python: str, platform: object) -> str:
    complaint: str = locking.missing_wheels(uv, locks, python, platform)
    if "error sending request" in complaint or "Failed to fetch" in complaint:
        pytest.skip(f"needs the package index, which uv can't reach: {complaint.splitlines()[-1]}")
    return complaint


def test_every_lock_is_for_what_pyproject_says() -> None:
    assert {path.stem for path in locking.LOCKS.glob("*.lock")} == set(locking.GROUPS)
