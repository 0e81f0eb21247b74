"""`python -m sdkwright gen` as a whole: same input, same bytes; and bad input changes nothing."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

import sdkwright
from tests.support.waiting import PATIENCE

ROOT = Path(sdkwright.__file__).parents[2]

SETTINGS = '[package]\nmodule = "pets"\n'
DOCUMENT = """\
openapi: 3.1.0
info: {title: Pets, version: '1'}
servers: [{url: https://example.com}]
tags: [{name: Pets}]
paths:
  /pets:
    get:
      operationId: list
      tags: [Pets]
      responses:
        '200':
          description: All pets.
          content:
            application/json:
              schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}
    post:
      operationId: create
      tags: [Pets]
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/Pet'}
      responses:
        '201': {description: It is made.}
components:
  schemas:
    Pet:
      type: object
      required: [name]
      properties:
        name: {type: string}
        kind: {type: string, enum: [cat, dog]}
"""


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache for the tests of this module, so that black formats each text once."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project")


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Path:
    """A project whose SDK has been made; not to be changed."""
    project = make_project(tmp_path_factory.mktemp("original") / "project")
    assert made(project, cache).startswith("2 of 2 operations, ")
    return project


@pytest.fixture
def finished(tmp_path: Path, original: Path) -> Path:
    """A project whose SDK has been made."""
    return shutil.copytree(original, tmp_path / "project")


def make_project(folder: Path, document: str = DOCUMENT) -> Path:
    (folder / "spec").mkdir(parents=True)
    (folder / "spec/sdk.toml").write_text(SETTINGS, encoding="utf-8")
    (folder / "spec/openapi.yaml").write_text(document, encoding="utf-8")
    return folder


def gen(
    folder: Path, cache: Path, *options: str, **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "sdkwright", "gen", *options],
        cwd=folder,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT / "generator"),
            "XDG_CACHE_HOME": str(cache),
            "NO_COLOR": "1",
            **environment,
        },
        check=False,
        capture_output=True,
        text=True,
    )


def made(folder: Path, cache: Path, *options: str, **environment: str) -> str:
    """Run the generator, which must succeed, and return its summary."""
    done = gen(folder, cache, *options, **environment)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def edit(project: Path, old: str, new: str) -> None:
    path = project / "spec/openapi.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


# Same input, same bytes


def test_hash_seed_folder_and_cache_make_no_difference(tmp_path: Path, cache: Path) -> None:
    one = make_project(tmp_path / "one")
    two = make_project(tmp_path / "two" / "deeper")
    made(one, cache, PYTHONHASHSEED="1")
    made(two, cache, "--no-cache", PYTHONHASHSEED="2", TZ="Asia/Kathmandu")
    assert tree(one / "generated") == tree(two / "generated")
    assert "src/pets/client.py" in tree(one / "generated")


def test_settings_and_options_make_the_same(tmp_path: Path, cache: Path) -> None:
    one = make_project(tmp_path / "one")
    made(one, cache)
    made(
        one,
        cache,
        "--spec",
        "spec/openapi.yaml",
        "--module",
        "pets",
        "--output",
        str(tmp_path / "b"),
    )
    assert tree(one / "generated") == tree(tmp_path / "b")


def test_yaml_and_json_make_the_same(project: Path, original: Path, cache: Path) -> None:
    data = yaml.safe_load(DOCUMENT)
    (project / "spec/openapi.yaml").write_text(json.dumps(data), encoding="utf-8")
    made(project, cache)
    assert tree(project / "generated") == tree(original / "generated")


def test_a_second_run_touches_nothing(finished: Path, cache: Path) -> None:
    paths = [finished / "generated", *(finished / "generated").rglob("*")]
    before = {path: path.stat().st_mtime_ns for path in paths}
    assert made(finished, cache).startswith("up to date: 2 of 2 operations, ")
    assert made(finished, cache, "--no-cache").startswith("up to date: 2 of 2 operations, ")
    assert made(finished, cache, "--check").startswith("up to date: 2 of 2 operations, ")
    paths = [finished / "generated", *(finished / "generated").rglob("*")]
    assert {path: path.stat().st_mtime_ns for path in paths} == before


def test_an_up_to_date_run_does_not_import_the_engine(finished: Path, cache: Path) -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            (
                "import sys; from sdkwright.cli import main; main(['gen'])\n"
                "print({'openapi_python_client', 'pydantic', 'jinja2', 'black', 'yaml'} & "
                "{*sys.modules})"
            ),
        ],
        cwd=finished,
        env={**os.environ, "PYTHONPATH": str(ROOT / "generator"), "XDG_CACHE_HOME": str(cache)},
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.stdout.splitlines()[-1] == "set()"


def test_warnings_are_told_again_when_up_to_date(project: Path, cache: Path) -> None:
    edit(project, "version: '1'", "x-none: 1")
    said = [gen(project, cache) for _ in range(2)]
    assert said[1].stdout.startswith("up to date: ")
    assert said[0].stderr == said[1].stderr
    assert said[1].stderr == (
        "spec/openapi.yaml:2:1: warning[missing-version]: `info` has no `version`; using "
        "`0.0.0`. Fix: add `version`.\n"
    )


# The output folder


def test_a_stale_file_is_removed(finished: Path, cache: Path) -> None:
    assert "src/pets/components/pet.py" in tree(finished / "generated")
    edit(finished, "Pet'", "Animal'")
    edit(finished, "    Pet:", "    Animal:")
    made(finished, cache)
    now = tree(finished / "generated")
    assert "src/pets/components/pet.py" not in now
    assert "src/pets/components/animal.py" in now


def test_an_edited_file_is_reported_and_kept_until_forced(finished: Path, cache: Path) -> None:
    client = finished / "generated/src/pets/client.py"
    before = client.read_bytes()
    client.write_text("# mine\n", encoding="utf-8")
    done = gen(finished, cache)
    assert done.returncode == 1
    assert done.stderr == (
        "generated/src/pets/client.py: error[edited-file]: this generated file was edited "
        "by hand; the edit would be lost. Fix: change the document, the settings or the "
        "templates, or pass --force to overwrite the file.\n"
    )
    assert client.read_text(encoding="utf-8") == "# mine\n"
    made(finished, cache, "--force")
    assert client.read_bytes() == before


def test_check_fails_after_a_change_of_the_document(finished: Path, cache: Path) -> None:
    before = tree(finished / "generated")
    edit(finished, "[cat, dog]", "[cat, dog, fish]")
    done = gen(finished, cache, "--check")
    assert done.returncode == 1
    assert "error[out-of-date]: the file is out of date." in done.stderr
    assert done.stdout.startswith("out of date: ")
    assert tree(finished / "generated") == before


# Bad input: one line, an exit code, and an output folder that nothing happened to


BAD = {
    "not YAML": (
        "openapi: [3.1.0\n",
        1,
        (
            "spec/openapi.yaml:2:1: error[invalid-yaml]: invalid YAML: while parsing a flow "
            "sequence, did not find expected ',' or ']'."
        ),
    ),
    "not a mapping": (
        "- openapi\n",
        1,
        (
            "spec/openapi.yaml:1:1: error[not-openapi]: the file contains a list; an OpenAPI "
            "document is an object with the key `openapi`."
        ),
    ),
    "empty": (
        "",
        1,
        (
            "spec/openapi.yaml:1:1: error[not-openapi]: the file is empty; an OpenAPI "
            "document is an object with the key `openapi`."
        ),
    ),
    "not OpenAPI": (
        "name: my-chart\n",
        1,
        (
            "spec/openapi.yaml:1:1: error[not-openapi]: the key `openapi` is missing, so "
            "this is not "
            "an OpenAPI document. Fix: if it is one, begin it with `openapi: 3.1.0`."
        ),
    ),
    "Swagger 2": (
        "# old\nswagger: '2.0'\n",
        1,
        (
            "spec/openapi.yaml:2:1: error[swagger-2]: Swagger 2.0 documents are not "
            "supported. Fix: convert it to OpenAPI 3."
        ),
    ),
    "a reference to nowhere": (
        DOCUMENT.replace(
            DOCUMENT[
                DOCUMENT.index("requestBody:") : DOCUMENT.index("      responses:\n        '201'")
            ],
            "requestBody: {$ref: '#/a/b'}\n",
        ),
        1,
        (
            "spec/openapi.yaml:19:21: error[dropped-operation] POST /pets: `#/a/b` does not "
            "exist in the "
            "document. Fix: correct the reference, or add its target."
        ),
    ),
    "a key twice": (
        f"{DOCUMENT}openapi: 3.0.0\n",
        1,
        (
            "spec/openapi.yaml:34:1: error[duplicate-key]: duplicate key `openapi`; first "
            "used in line 1. Fix: remove or rename one of the two."
        ),
    ),
    "a missing file": (
        None,
        2,
        "spec/openapi.yaml: error[missing-file]: file not found.",
    ),
}


@pytest.mark.parametrize("case", [*BAD])
def test_bad_input_gets_one_line_and_changes_nothing(
    finished: Path, cache: Path, case: str
) -> None:
    document, code, line = BAD[case]
    before = tree(finished / "generated")
    if document is None:
        (finished / "spec/openapi.yaml").unlink()
    else:
        (finished / "spec/openapi.yaml").write_text(document, encoding="utf-8")
    done = gen(finished, cache)
    assert done.stderr == f"{line}\n"
    hint = " (--keep-going writes the other operations)" if "[dropped-operation]" in line else ""
    assert (done.returncode, done.stdout) == (code, f"1 error; nothing was written{hint}\n")
    assert tree(finished / "generated") == before


def test_bad_input_makes_no_output_folder(project: Path, cache: Path) -> None:
    (project / "spec/openapi.yaml").write_text("- no\n", encoding="utf-8")
    assert gen(project, cache).returncode == 1
    assert sorted(path.name for path in project.iterdir()) == ["spec"]


def test_runs_at_the_same_time_do_not_disturb_each_other(
    project: Path, original: Path, cache: Path
) -> None:
    runs = [
        subprocess.Popen(
            [sys.executable, "-m", "sdkwright", "gen"],
            cwd=project,
            env={
                **os.environ,
                "PYTHONPATH": str(ROOT / "generator"),
                "XDG_CACHE_HOME": str(cache / "other"),
            },
            stdout=subprocess.DEVNULL,
        )
        for _ in range(3)
    ]
    assert [run.wait(PATIENCE) for run in runs] == [0, 0, 0]
    assert tree(project / "generated") == tree(original / "generated")
