"""A document reaches no file but those beside it, and nothing beyond the machine."""

from __future__ import annotations

import os
import socket
from pathlib import Path
from typing import Final

import pytest

from sdkwright import config
from sdkwright.diagnostics import Diagnostics, Fatal
from sdkwright.pipeline.run import Options, run
from sdkwright.workspace.cache import Cache
from tests.hostile.attacks.reach import OVERLAYS, REFERENCES

DOCUMENT: Final = """\
openapi: 3.1.0
info: {{title: T, version: '1'}}
paths:
  /x:
    get:
      operationId: getX
      responses:
        '200':
          description: Fine
          content: {{application/json: {{schema: {{$ref: "{reference}"}}}}}}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with what must not be read beside it, and links to that within."""
    folder = tmp_path / "spec"
    (folder / "below").mkdir(parents=True)
    (tmp_path / "outside.yaml").write_text("type: string\n")
    (folder / "link.yaml").symlink_to(tmp_path / "outside.yaml")
    (folder / "linked").symlink_to(tmp_path)
    os.mkfifo(folder / "fifo")
    return folder


def _codes(folder: Path, settings: str, reference: str, overlays: str) -> list[str]:
    """Run the generator, beside a server that nobody may connect to."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        server.setblocking(False)
        (folder / "openapi.yaml").write_text(
            DOCUMENT.format(reference=reference.format(port=port)), "utf-8"
        )
        (folder / "sdk.toml").write_text(settings + overlays.format(port=port), "utf-8")
        _, report = run(
            lambda found: config.read(folder / "sdk.toml", found),
            Options(cache=Cache(None), check=True),
        )
        with pytest.raises(BlockingIOError):
            server.accept()
    return [item.code for item in report.diagnostics if item.severity == "error"]


@pytest.mark.parametrize(("name", "reference", "code"), REFERENCES)
def test_a_reference_leads_nowhere_else(folder: Path, name: str, reference: str, code: str) -> None:
    assert name
    found = _codes(folder, '[package]\nmodule = "library"\n', reference, "")
    assert set(found) == {code, "dropped-operation"}


@pytest.mark.parametrize(("name", "overlay", "code"), OVERLAYS)
def test_an_overlay_leads_nowhere_else(folder: Path, name: str, overlay: str, code: str) -> None:
    assert name
    settings = '[package]\nmodule = "library"\n[document]\n'
    found = _codes(folder, settings, "#/components/schemas/A", f'overlays = ["{overlay}"]\n')
    assert found == [code]


def test_an_overlay_beside_the_document_is_read(folder: Path) -> None:
    (folder / "below/sdk.toml").write_text(
        '[package]\nmodule = "a"\n[document]\npath = "../api.yaml"\noverlays = ["../o.yaml"]\n'
    )
    found = Diagnostics()
    try:
        made = config.read(folder / "below/sdk.toml", found)
    except Fatal:
        pytest.fail(str(found.items))
    assert made.overlays == (folder / "o.yaml",)
