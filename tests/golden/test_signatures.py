"""Tools that read a function can read each of ours: its signature, and what it is a method of."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.golden.support.cases import made_cases

MODULES = sorted({case.config.module for case in made_cases()})

READ = """
import importlib, inspect, pkgutil, sys, typing

def functions(class_):
    for name, value in vars(class_).items():
        value = value.fget if isinstance(value, property) else value
        if inspect.isfunction(value) and (name == "__init__" or not name.startswith("_")):
            yield value

count = 0
for name in sys.argv[1:]:
    package = importlib.import_module(name)
    for module in pkgutil.iter_modules(package.__path__, f"{name}."):
        if module.ispkg or module.name.rpartition(".")[2] in {"types", "utils"}:
            continue
        for class_ in [*vars(importlib.import_module(module.name)).values()]:
            if not inspect.isclass(class_) or class_.__module__ != module.name:
                continue
            for function in functions(class_):
                inspect.signature(function, eval_str=True)
                hints = typing.get_type_hints(function)
                assert hints, function
                count += 1
print(count)
"""

MOCK = """
from unittest import mock
import unions

made = mock.create_autospec(unions.Unions, instance=True)
made.animals.add_animal.return_value = 1
print(made.animals.add_animal(request_body=None), made.mock_calls)
try:
    made.animals.add_animal(nothing=None)
except TypeError as error:
    print(error)
print(mock.MagicMock(spec=unions.Unions).animals.add_animal.return_value is not None)
print("animals" in dir(unions.Unions), unions.Unions.animals.__name__)
"""

VALIDATE = """
import pydantic, unions

method = unions.Unions(server_url="http://127.0.0.1:9").animals.add_animal
try:
    pydantic.validate_call(method)(timeout_ms="soon")
except pydantic.ValidationError as error:
    print(*[".".join(map(str, each["loc"])) for each in error.errors()])
"""


def run(program: str, *arguments: str, cwd: Path) -> str:
    command = [sys.executable, "-B", "-c", program, *arguments]
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_types_of_all_methods_can_be_read(sdks: Path) -> None:
    assert int(run(READ, *MODULES, cwd=sdks)) > 500


def test_a_mock_of_the_client_has_its_resources(sdks: Path) -> None:
    assert run(MOCK, cwd=sdks).splitlines() == [
        "1 [call.animals.add_animal(request_body=None)]",
        "missing a required argument: 'request_body'",
        "True",
        "True Animals",
    ]


@pytest.mark.skipif(
    sys.version_info < (3, 12), reason="pydantic reads no TypedDict of Python before 3.12"
)
def test_pydantic_checks_the_arguments_of_a_method(sdks: Path) -> None:
    assert run(VALIDATE, cwd=sdks).split() == ["request_body", "timeout_ms"]
