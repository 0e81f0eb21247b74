"""`sdkwright gen --watch`, in a process of its own as users run it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sdkwright import cli
from sdkwright.shipping import tools

DOCUMENT = """\
openapi: 3.1.0
info: {title: Shop, version: '1'}
servers: [{url: 'https://shop.example'}]
paths:
  /orders:
    get:
      operationId: list
      tags: [orders]
      responses: {'200': {description: All orders}}
"""


class Watching:
    """A running command; its lines are waited for."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "sdkwright", "gen", "--watch", "--no-cache", *arguments],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            bufsize=1,
            # What runs in the background may ignore it, and so would its children.
            preexec_fn=lambda: signal.signal(  # noqa: PLW1509  no thread is started here
                signal.SIGINT, signal.default_int_handler
            ),
        )

    def until_it_waits(self) -> list[str]:
        """Return the lines up to the one that says what is watched."""
        assert self._process.stdout is not None
        lines = []
        for line in self._process.stdout:
            lines.append(line.rstrip("\n"))
            if line.startswith("watching "):
                return lines
        raise AssertionError(f"it has ended: {lines}")

    def interrupted(self) -> int:
        self._process.send_signal(signal.SIGINT)
        return self._process.wait(30)

    def end(self) -> None:
        self._process.kill()
        self._process.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "spec"
    folder.mkdir()
    (folder / "openapi.yaml").write_text(DOCUMENT, encoding="utf-8")
    (folder / "sdk.toml").write_text('[package]\nmodule = "shop"\n', encoding="utf-8")
    return tmp_path


@pytest.fixture
def watching(project: Path) -> Iterator[Watching]:
    running = Watching(project, "--report", "spec/report.json")
    yield running
    running.end()


@pytest.mark.extended
def test_each_change_is_generated_until_ctrl_c(project: Path, watching: Watching) -> None:
    spec, methods = project / "spec", project / "generated/src/shop/orders.py"
    first = watching.until_it_waits()
    assert first[-2].startswith("1 of 1 operation, ")
    assert first[-1] == f"watching {spec.resolve()} (Ctrl-C ends)"
    assert "def remove(" not in methods.read_text()

    added = "    delete: {operationId: remove, tags: [orders], responses: {'204': {}}}\n"
    (spec / "openapi.yaml").write_text(DOCUMENT + added, encoding="utf-8")
    second = watching.until_it_waits()
    assert second[0] == "changed: openapi.yaml"
    assert second[-2].startswith("2 of 2 operations, ")
    assert "def remove(" in methods.read_text()

    (spec / "openapi.yaml").write_text("openapi: [", encoding="utf-8")
    third = watching.until_it_waits()
    assert any(line.startswith("spec/openapi.yaml:2:1: error[invalid-yaml]") for line in third)
    assert third[-2] == "1 error; nothing was written"

    (spec / "openapi.yaml").write_text(DOCUMENT, encoding="utf-8")
    assert watching.until_it_waits()[-2].startswith("1 of 1 operation, ")
    assert watching.interrupted() == 130


@pytest.mark.extended
def test_folders_that_the_settings_name_later_are_watched(
    project: Path, watching: Watching
) -> None:
    watching.until_it_waits()
    settings = project / "spec/sdk.toml"
    other = project / "other"
    other.mkdir()
    (project / "spec/openapi.yaml").rename(other / "openapi.yaml")
    settings.write_text(
        '[document]\npath = "../other/openapi.yaml"\n[package]\nmodule = "shop"\n', encoding="utf-8"
    )
    lines = watching.until_it_waits()
    while str(other.resolve()) not in lines[-1]:  # the two changes may be seen one by one
        lines = watching.until_it_waits()
    (other / "openapi.yaml").write_text(DOCUMENT.replace("operationId: list", "operationId: all"))
    assert watching.until_it_waits()[0] == "changed: openapi.yaml"
    assert "def all(" in (project / "generated/src/shop/orders.py").read_text()


@pytest.mark.parametrize("arguments", [["--check"], ["--spec", "-", "--module", "m"]])
def test_what_cannot_be_watched_is_a_wrong_use(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    more = ["--output", "o"] if "--spec" in arguments else []
    with pytest.raises(SystemExit) as ended:
        cli.main(["gen", "--watch", *arguments, *more])
    assert ended.value.code == 2
    assert "--watch cannot be combined with --check or --spec -" in capsys.readouterr().err


def test_without_watchfiles_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(tools, "_is_installed", lambda _name: False)
    assert cli.main(["gen", "--watch"]) == 1
    assert capsys.readouterr().err == (
        "error[missing-tool]: `watchfiles` is not installed here. Fix: run `pip install "
        "'sdkwright[watch]'`; in the generator's own repository, `make test` installs them.\n"
    )
