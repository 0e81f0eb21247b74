"""A plugin of pytest for runs in a fresh environment: what is tested must be what was installed."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

import pytest


def pytest_sessionstart() -> None:
    """Stop before the first test where a package comes from elsewhere."""
    environment = Path(sys.prefix).resolve()
    for name in ("openrouter", "httpx2", "msgspec"):
        file = importlib.import_module(name).__file__
        if file is None or not Path(file).resolve().is_relative_to(environment):
            raise pytest.UsageError(f"{name} is not the installed one: {file}")
