"""`sdkwright init`: what it writes, asks and says."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

import sdkwright as package
from sdkwright import cli, config
from sdkwright.config.settings import SETTINGS
from sdkwright.diagnostics import Diagnostics
from sdkwright.scaffold.names import module_for

ROOT: Final = Path(package.__file__).parents[2]

DOCUMENT: Final = """\
openapi: 3.1.0
info: {title: Pet Store API v1, version: '2.0'}
servers: [{url: https://pets.example}]
paths:
  /pets:
    get:
      tags: [pets]
      operationId: listPets
      parameters:
        - {name: offset, in: query, schema: {type: integer}}
      responses:
        '200':
          description: fine
          content:
            application/json:
              schema:
                type: object
                properties:
                  data: {type: array, items: {type: string}}
                  total: {type: integer}
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "api").mkdir()
    (tmp_path / "api/pets.yaml").write_text(DOCUMENT, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def settings(project: Path, path: str = "spec/sdk.toml") -> dict[str, Any]:
    content = tomllib.loads((project / path).read_text("utf-8"))
    return {table: keys for table, keys in content.items() if keys}


def test_files_are_written_and_findings_told(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["init", "api/pets.yaml"]) == 0
    assert capsys.readouterr().out == (
        "Pet Store API v1 2.0: 1 operation in 1 resource\n"
        "  servers      https://pets.example\n"
        "  credentials  none\n"
        "  diagnostics  none\n"
        "\n"
        "wrote spec/sdk.toml\n"
        "wrote spec/overlay.yaml\n"
        "wrote .github/workflows/sdk.yml\n"
        "wrote .gitignore\n"
        "\n"
        "Run `sdkwright gen` to generate the SDK.\n"
    )
    assert (project / ".gitignore").read_text() == "__pycache__/\n.venv/\ndist/\nsite/\n"


def test_names_come_from_the_title(project: Path) -> None:
    cli.main(["init", "api/pets.yaml"])
    assert settings(project) == {
        "document": {"path": "../api/pets.yaml", "overlays": ["overlay.yaml"]},
        "output": {"directory": "../generated"},
        "package": {"module": "pet_store", "name": "pet-store"},
        "client": {"class": "PetStore"},
    }


def test_the_licence_comes_from_the_document(project: Path) -> None:
    text = DOCUMENT.replace("version: '2.0'", "version: '2.0', license: {name: MIT}")
    (project / "api/pets.yaml").write_text(text, "utf-8")
    cli.main(["init", "api/pets.yaml"])
    assert settings(project)["package"]["license"] == "MIT"


def test_options_choose_names_and_places(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--config", "api/sdk.toml", "--output", "api/python", "--module", "pets"]
    options += ["--name", "pets-client", "--class", "Pets", "--license", "MIT", "--ci", "none"]
    assert cli.main(["init", "api/pets.yaml", *options]) == 0
    assert settings(project, "api/sdk.toml") == {
        "document": {"path": "pets.yaml", "overlays": ["overlay.yaml"]},
        "output": {"directory": "python"},
        "package": {"module": "pets", "name": "pets-client", "license": "MIT"},
        "client": {"class": "Pets"},
    }
    assert not (project / ".github").exists()
    assert capsys.readouterr().out.endswith(
        "Run `sdkwright gen --config api/sdk.toml` to generate the SDK.\n"
    )


def test_a_document_without_servers_is_told_and_asked_for_one(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = DOCUMENT.replace("servers: [{url: https://pets.example}]\n", "")
    (project / "api/pets.yaml").write_text(text, "utf-8")
    options = ["--server-url", "https://pets.example/v1"]
    assert cli.main(["init", "api/pets.yaml", *options]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[1] == "  servers      none: set `server_url`, or callers must pass it"
    assert settings(project)["client"] == {
        "class": "PetStore",
        "server_url": "https://pets.example/v1",
    }
    status, asked = on_terminal(project, "\n\n\nhttp://localhost:8000\n\n", "--force")
    assert (status, "URL of the API" in asked) == (0, True)
    assert settings(project)["client"]["server_url"] == "http://localhost:8000"


def test_what_is_written_generates(project: Path) -> None:
    cli.main(["init", "api/pets.yaml"])
    assert cli.main(["gen", "--no-cache"]) == 0
    assert cli.main(["gen", "--check"]) == 0
    assert (project / "generated/src/pet_store/pets.py").is_file()


def test_every_setting_is_explained(project: Path) -> None:
    cli.main(["init", "api/pets.yaml"])
    text = (project / "spec/sdk.toml").read_text("utf-8")
    words = " ".join(line.removeprefix("# ") for line in text.splitlines())
    assert [row.key for row in SETTINGS.values() if row.meaning not in words] == []


def test_every_comment_that_sets_something_is_valid(project: Path) -> None:
    cli.main(["init", "api/pets.yaml"])
    path = project / "spec/sdk.toml"
    lines = path.read_text("utf-8").splitlines()
    path.write_text("\n".join(re.sub(r"^# ([a-z_]+ = )", r"\1", line) for line in lines), "utf-8")
    content = settings(project)
    assert {f"{table}.{key}" for table in content for key in content[table]} == SETTINGS.keys()
    found = Diagnostics()
    config.read(path, found)
    assert found.items == []


def test_an_existing_file_is_not_overwritten(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "spec").mkdir()
    (project / "spec/overlay.yaml").write_text("mine", "utf-8")
    assert cli.main(["init", "api/pets.yaml"]) == 2
    assert capsys.readouterr().err == (
        "spec/overlay.yaml: error[existing-file]: the file exists already. "
        "Fix: pass --force to overwrite it, or --config with another path.\n"
    )
    assert (project / "spec/overlay.yaml").read_text() == "mine"
    assert not (project / "spec/sdk.toml").exists()


def test_force_overwrites_all_but_gitignore(project: Path) -> None:
    (project / "spec").mkdir()
    (project / "spec/overlay.yaml").write_text("mine", "utf-8")
    (project / ".gitignore").write_text("mine", "utf-8")
    assert cli.main(["init", "api/pets.yaml", "--force"]) == 0
    assert (project / "spec/overlay.yaml").read_text().endswith("actions: []\n")
    assert (project / ".gitignore").read_text() == "mine"


def proposed(project: Path) -> Any:
    """Return what the overlay of `init` proposes."""
    text = (project / "spec/overlay.yaml").read_text("utf-8")
    assert yaml.safe_load(text)["actions"] == []
    lines = [
        line.removeprefix("# ")
        for line in text.partition("below `actions`:\n#\n")[2].splitlines()
        if line.startswith("#")
    ]
    return yaml.safe_load("\n".join(["actions:", *lines]))


@pytest.mark.parametrize("name", ["next", "next_url", "nextLink", "nextPage"])
def test_a_url_of_the_next_page_is_proposed_where_there_is_one(project: Path, name: str) -> None:
    field = f"\n                  {name}: {{type: [string, 'null'], format: uri}}\n"
    (project / "api/pets.yaml").write_text(DOCUMENT.rstrip("\n") + field)
    cli.main(["init", "api/pets.yaml"])
    assert proposed(project)["actions"][0]["update"] == {
        "x-speakeasy-pagination": {
            "type": "url",
            "outputs": {"results": "$.data", "nextUrl": f"$.{name}"},
        }
    }


@pytest.mark.parametrize(
    ("scheme", "word"),
    [
        (
            "{type: apiKey, in: header, name: Authorization, description: 'with prefix \"Token\"'}",
            "Token",
        ),
        (
            "{type: apiKey, in: header, name: authorization, description: 'prefix `Key`'}",
            "Key",
        ),
        ("{type: apiKey, in: header, name: Authorization, description: 'A token'}", ""),
        ("{type: apiKey, in: header, name: X-Key, description: 'with prefix \"Token\"'}", ""),
    ],
)
def test_the_prefix_of_a_token_is_proposed(project: Path, scheme: str, word: str) -> None:
    (project / "api/pets.yaml").write_text(
        f"{DOCUMENT}security: [{{tokenAuth: []}}]\n"
        f"components: {{securitySchemes: {{tokenAuth: {scheme}}}}}\n"
    )
    cli.main(["init", "api/pets.yaml"])
    overlay = project / "spec/overlay.yaml"
    assert ("Callers must write" in overlay.read_text("utf-8")) == bool(word)
    if not word:
        return
    proposed = overlay.read_text("utf-8").rpartition("move it below `actions`:\n#\n")[2]
    lines = [line.removeprefix("# ") for line in proposed.splitlines() if line.startswith("#")]
    overlay.write_text(
        "overlay: 1.0.0\ninfo: {title: T, version: '1'}\nactions:\n" + "\n".join(lines), "utf-8"
    )
    assert cli.main(["gen", "--no-cache"]) == 0
    assert f'"{word}")' in (project / "generated/src/pet_store/_sdk.py").read_text()


def test_pagination_is_proposed_and_not_applied(project: Path) -> None:
    cli.main(["init", "api/pets.yaml"])
    assert proposed(project) == {
        "actions": [
            {
                "target": "$.paths['/pets'].get",
                "update": {
                    "x-speakeasy-pagination": {
                        "type": "offsetLimit",
                        "inputs": [{"name": "offset", "in": "parameters", "type": "offset"}],
                        "outputs": {"results": "$.data"},
                    }
                },
            }
        ]
    }


def test_what_is_proposed_works(project: Path) -> None:
    cli.main(["init", "api/pets.yaml"])
    path = project / "spec/overlay.yaml"
    _, _, proposed = path.read_text("utf-8").partition("below `actions`:\n#\n")
    lines = [line.removeprefix("# ") for line in proposed.splitlines() if line.startswith("#")]
    path.write_text(
        "overlay: 1.0.0\ninfo: {title: T, version: '1'}\nactions:\n" + "\n".join(lines), "utf-8"
    )
    assert cli.main(["gen", "--no-cache"]) == 0
    assert "def list_pets_iter(" in (project / "generated/src/pet_store/pets.py").read_text()


def test_an_operation_that_cannot_be_generated_is_told(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "api/pets.yaml").write_text(
        DOCUMENT + "  /x:\n    get: {responses: {'200': {$ref: '#/components/responses/no'}}}\n"
    )
    assert cli.main(["init", "api/pets.yaml"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[3:5] == ["  diagnostics  1 error, 1 note", "  cannot be generated: GET /x"]


def test_a_document_that_is_none_is_an_error(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "api/pets.yaml").write_text("[]")
    assert cli.main(["init", "api/pets.yaml"]) == 1
    assert "error[not-openapi]" in capsys.readouterr().err
    assert cli.main(["init", "nothing.yaml"]) == 2
    assert sorted(path.name for path in project.iterdir()) == ["api"]


@pytest.mark.parametrize(
    ("option", "value"), [("module", "a-b"), ("class", "None"), ("name", "-"), ("license", "?")]
)
def test_an_invalid_name_is_a_wrong_use(
    project: Path, option: str, value: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        cli.main(["init", "api/pets.yaml", f"--{option}={value}"])
    assert f"--{option} must be " in capsys.readouterr().err
    assert sorted(path.name for path in project.iterdir()) == ["api"]


@pytest.mark.parametrize(
    ("title", "module"),
    [
        ("Pet Store API v1", "pet_store"),
        ("OpenAPI 3.0", "openapi"),
        ("API", "api"),
        ("Email", "email_client"),
        ("Größe", ""),
        ("3D Printing", "d_printing"),
        ("寿司", ""),
        ("", ""),
    ],
)
def test_a_title_becomes_a_module(title: str, module: str) -> None:
    assert module_for(title) == module


def test_a_title_without_a_name_needs_an_option(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "api/pets.yaml").write_text(DOCUMENT.replace("Pet Store API v1", "寿司"), "utf-8")
    with pytest.raises(SystemExit, match="2"):
        cli.main(["init", "api/pets.yaml"])
    assert "pass --module" in capsys.readouterr().err


# The workflow


def test_the_workflow_pins_the_actions_that_ours_pin(project: Path) -> None:
    cli.main(["init", "api/pets.yaml"])
    text = (project / ".github/workflows/sdk.yml").read_text("utf-8")
    pins = re.findall(r"uses: (\S+@\S+ # \S+)", text)
    ours = (ROOT / ".github/workflows/ci.yml").read_text("utf-8")
    assert len(pins) == 2
    assert [pin for pin in pins if pin not in ours] == []


def test_the_workflow_runs_the_check_with_this_version(project: Path) -> None:
    cli.main(["init", "api/pets.yaml", "--config", "api/my sdk.toml"])
    content = yaml.safe_load((project / ".github/workflows/sdk.yml").read_text("utf-8"))
    steps = content["jobs"]["up-to-date"]["steps"]
    assert [step["run"] for step in steps if "run" in step] == [
        f"pip install sdkwright=={package.__version__}",
        "sdkwright gen --check --format github --config 'api/my sdk.toml'",
    ]


def test_the_workflow_is_in_the_root_of_the_repository(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    subprocess.run(["git", "init", "-q"], check=True)
    monkeypatch.chdir(project / "api")
    assert cli.main(["init", "pets.yaml"]) == 0
    content = (project / ".github/workflows/sdk.yml").read_text("utf-8")
    assert "gen --check --format github --config api/spec/sdk.toml\n" in content
    assert (project / "api/spec/sdk.toml").is_file()


# On a terminal


def on_terminal(project: Path, typed: str, *options: str) -> tuple[int, str]:
    """Run `init` on a terminal, on which something is typed."""
    owner, terminal = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "sdkwright", "init", "api/pets.yaml", *options],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(ROOT / "generator")},
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
    )
    os.close(terminal)
    os.write(owner, typed.encode())
    told = b""
    while True:
        try:
            some = os.read(owner, 4096)
        except OSError:  # the terminal is closed
            break
        if not some:
            break
        told += some
    os.close(owner)
    return process.wait(), told.decode().replace("\r\n", "\n")


def test_a_terminal_is_asked_for_names(project: Path) -> None:
    status, told = on_terminal(project, "pets-\npets\n\nPets\n\n")
    assert status == 0
    assert "Module (what users import) [pet_store]: " in told
    assert "It must be a Python module name" in told
    content = settings(project)
    assert content["package"] == {"module": "pets", "name": "pets"}
    assert content["client"] == {"class": "Pets"}


def test_what_an_option_says_is_not_asked(project: Path) -> None:
    status, told = on_terminal(project, "\n\n\n", "--module", "pets")
    assert status == 0
    assert "Module" not in told
    assert settings(project)["package"] == {"module": "pets", "name": "pets"}


def test_yes_asks_nothing(project: Path) -> None:
    status, told = on_terminal(project, "", "--yes")
    assert (status, "Module" in told) == (0, False)


def test_the_end_of_the_input_writes_nothing(project: Path) -> None:
    status, told = on_terminal(project, "\x04")
    assert status == 1
    assert told.endswith("nothing was written\n")
    assert sorted(path.name for path in project.iterdir()) == ["api"]


# Text of the document


@pytest.mark.parametrize(
    "text", ["\nactions: [{target: $, remove: true}]\n", '"}\n', "\u2028x: y", "a: 'b' # c", "\\"]
)
def test_text_of_the_document_stays_text(project: Path, text: str) -> None:
    content = yaml.safe_load(DOCUMENT)
    content["info"]["title"] = f"T{text}"
    content["paths"] = {f"/pets{text}": content["paths"]["/pets"]}
    (project / "api/pets.yaml").write_text(yaml.safe_dump(content), "utf-8")
    assert cli.main(["init", "api/pets.yaml", "--module", "pets"]) == 0
    overlay = yaml.safe_load((project / "spec/overlay.yaml").read_text("utf-8"))
    assert overlay.keys() == {"overlay", "info", "actions"}
    assert overlay["info"].keys() == {"title", "version"}
    assert overlay["actions"] == []
    assert settings(project)["package"] == {"module": "pets", "name": "pets"}
