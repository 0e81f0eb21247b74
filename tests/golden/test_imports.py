"""A client loads the types of what it uses, and of nothing else, in whatever order."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.golden.support.cases import made_cases

MODULES = sorted({case.config.module for case in made_cases()})

USE = """
import sys
import unions

def loaded():
    package = "unions.components."
    return " ".join(sorted(name.removeprefix(package) for name in sys.modules if package in name))

unions.Unions(server_url="http://localhost").animals
print(loaded())
unions.components.Circle(radius=1.0)
print(loaded())
unions.components.Zoo
print(loaded())
unions.components.Animal
print(loaded())
"""

IMPORT_EACH_FIRST = """
import importlib, pkgutil, sys

for name in sys.argv[1:]:
    package = importlib.import_module(name)
    for module in [*pkgutil.walk_packages(package.__path__, f"{name}.")]:
        for known in [*sys.modules]:
            if known.partition(".")[0] == name and "_runtime" not in known:
                del sys.modules[known]
        importlib.import_module(module.name)
"""


def run(program: str, *arguments: str, cwd: Path) -> str:
    command = [sys.executable, "-B", "-c", program, *arguments]
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_types_are_loaded_when_they_are_used(sdks: Path) -> None:
    assert run(USE, cwd=sdks).splitlines() == [
        "",
        "circle",
        "box car circle lorry square zoo",
        "animal box car cat circle dog lorry square zoo",
    ]


def test_each_module_can_be_the_first_to_be_imported(sdks: Path) -> None:
    assert run(IMPORT_EACH_FIRST, *MODULES, cwd=sdks) == ""
