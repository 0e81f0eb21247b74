"""From an app to a program that calls it: its document, `init`, `gen`, `build`, installation.

One test for each framework, since each step stands on the one before.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.shipping.support.environments import Venv, install_or_skip, make_venv
from tests.shipping.support.project import Project

APPS = Path(__file__).with_name("apps")
SDK_NEEDS = ("httpx2", "msgspec")

FRAMEWORKS = {
    "fastapi": ("fastapi", "uvicorn", "python-multipart"),
    "drf": ("django", "djangorestframework", "drf-spectacular"),
}


@contextmanager
def serving(venv: Venv, app: Path) -> Iterator[str]:
    """Run an app; gives its URL."""
    command = [str(venv.python), str(app), "serve"]
    with subprocess.Popen(command, cwd=app.parent, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield f"http://127.0.0.1:{int(process.stdout.readline())}"
        finally:
            process.terminate()


def accept(overlay: Path) -> None:
    """Move all that `init` proposes below `actions`, as the file says."""
    text = overlay.read_text(encoding="utf-8")
    proposed = text.partition("move it below `actions`:\n#\n")[2].splitlines()
    actions = "".join(f"{line[1:]}\n" for line in proposed if line.startswith("#   "))
    assert "x-speakeasy-pagination" in actions
    overlay.write_text(text.replace("actions: []\n", f"actions:\n{actions}"), encoding="utf-8")


@pytest.mark.extended
@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_an_app_gets_an_sdk_that_its_users_install(framework: str, tmp_path: Path) -> None:
    venv = make_venv(tmp_path / "venv")
    install_or_skip(venv, *FRAMEWORKS[framework], *SDK_NEEDS)
    app = tmp_path / "app" / "app.py"
    app.parent.mkdir()
    app.write_text((APPS / f"{framework}_app.txt").read_text(encoding="utf-8"), encoding="utf-8")
    project = Project(tmp_path / "project")
    project.folder.mkdir()
    document = project.folder / "openapi.json"
    subprocess.run([venv.python, app, "document", document], cwd=app.parent, check=True)

    project.make("init", "openapi.json", "--module", "shop", "--yes")
    accept(project.folder / "spec" / "overlay.yaml")
    project.make("gen")
    project.make("build")
    (wheel,) = (project.folder / "dist").glob("*.whl")
    venv.pip("install", "--no-index", wheel)

    program = tmp_path / "program.py"
    said = (APPS / f"{framework}_program.txt").read_text(encoding="utf-8")
    program.write_text(said, encoding="utf-8")
    with serving(venv, app) as url:
        status, output, errors = venv.run(tmp_path, "python", program, url)
    assert status == 0, errors
    assert errors == ""
    expected = (APPS / f"{framework}_said.txt").read_text(encoding="utf-8")
    assert output.replace(url, "URL").splitlines() == expected.splitlines()
