"""The generator as a library."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from fastapi import FastAPI

import sdkwright
from sdkwright import GenerationError, generate

DOCUMENT = """\
openapi: 3.1.0
info: {title: Shop, version: '1'}
servers: [{url: 'https://shop.example'}]
paths:
  /orders:
    get:
      operationId: orders.list
      responses: {'200': {description: All orders}}
"""


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "openapi.yaml"
    path.write_text(DOCUMENT, encoding="utf-8")
    return path


def test_a_document_becomes_a_package(document: Path, tmp_path: Path) -> None:
    stages: list[str] = []
    report = generate(
        document, module="shop", output=tmp_path / "out", cache=False, progress=stages.append
    )
    assert (report.operations, report.generated, report.written) == (1, 1, True)
    assert (tmp_path / "out/src/shop/__init__.py").is_file()
    assert stages[:2] == ["settings", "load"]


def test_paths_may_be_strings_and_a_settings_file_may_name_everything(
    document: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "spec"
    folder.mkdir()
    document.rename(folder / "openapi.yaml")
    (folder / "sdk.toml").write_text('[package]\nmodule = "shop"\n', encoding="utf-8")
    assert generate(config=str(folder / "sdk.toml"), cache=False).generated == 1
    assert (tmp_path / "generated/src/shop/__init__.py").is_file()


def test_the_document_may_be_that_of_an_app(tmp_path: Path) -> None:
    app = FastAPI()

    @app.get("/orders/{order_id}")
    def read_order(order_id: int) -> int:
        return order_id

    report = generate(app.openapi(), module="shop", output=tmp_path / "out", cache=False)
    assert report.generated == 1
    assert [item.code for item in report.diagnostics if item.severity != "note"] == []


def test_errors_are_raised_with_their_places(tmp_path: Path) -> None:
    document = {"openapi": "3.1.0", "info": {"title": "Shop", "version": "1"}, "paths": []}
    with pytest.raises(GenerationError) as raised:
        generate(document, module="shop", output=tmp_path / "out", cache=False)
    [error] = [item for item in raised.value.diagnostics if item.severity == "error"]
    assert str(raised.value).startswith("<document>:7:")
    assert error.place is not None
    assert error.place.line == 7
    assert not raised.value.report.written
    assert not (tmp_path / "out").exists()


def test_check_raises_if_the_output_is_out_of_date(document: Path, tmp_path: Path) -> None:
    with pytest.raises(GenerationError, match="out-of-date"):
        generate(document, module="shop", output=tmp_path / "out", check=True)
    generate(document, module="shop", output=tmp_path / "out", cache=False)
    assert generate(document, module="shop", output=tmp_path / "out", check=True).up_to_date


def test_a_missing_file_and_a_wrong_name_are_errors(document: Path, tmp_path: Path) -> None:
    with pytest.raises(GenerationError, match=r"absent\.yaml: error\[missing-file\]"):
        generate("absent.yaml", module="shop", output=tmp_path / "out", cache=False)
    with pytest.raises(GenerationError, match="the module must be a Python module"):
        generate(document, module="no name", output=tmp_path / "out", cache=False)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({}, "Pass either config, or document, module and output."),
        ({"document": "a.yaml", "module": "m"}, "Pass either config, or document, module"),
        ({"config": "sdk.toml", "module": "m"}, "config can't be combined with document"),
        ({"config": "sdk.toml", "overlays": ["o"]}, "config can't be combined with document"),
        ({"document": "a", "module": "m", "output": "o", "overlays": "x"}, "overlays must be a"),
        ({"document": {"a": {1}}, "module": "m", "output": "o"}, "not JSON serializable"),
    ],
)
def test_contradicting_arguments_are_refused(arguments: dict[str, object], message: str) -> None:
    with pytest.raises(TypeError, match=message):
        generate(**arguments)  # type: ignore[arg-type] # what a caller may get wrong


def test_the_depth_of_calls_is_restored(document: Path, tmp_path: Path) -> None:
    before = sys.getrecursionlimit()
    depths: list[int] = []
    generate(
        document,
        module="shop",
        output=tmp_path / "out",
        cache=False,
        progress=lambda _stage: depths.append(sys.getrecursionlimit()),
    )
    assert {*depths} == {20_000}
    assert sys.getrecursionlimit() == before


def test_importing_the_package_imports_nothing_else() -> None:
    code = "import sdkwright, sys; print([m for m in sys.modules if m.startswith('sdkwright.')])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"
    assert dir(sdkwright) == [*sorted(sdkwright.__all__)]
    with pytest.raises(AttributeError, match="has no attribute 'generat'"):
        _ = sdkwright.generat
