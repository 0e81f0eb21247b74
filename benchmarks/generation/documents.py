"""The documents to generate from: ours, real ones if available, and synthetic ones."""

from __future__ import annotations

import json
import shutil
import subprocess
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from benchmarks.environments import ROOT

from .synthetic import document

SIZES: Final = (100, 200, 400, 800, 1600)
GITHUB: Final = "@octokit/openapi@23.0.2"

_OPENROUTER: Final = ROOT.parent / "shared" / "corpus" / "openrouter.yaml"
_GITHUB_FILE: Final = "api.github.com.json"
_METHODS: Final = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


class Document(NamedTuple):
    """A document to generate from.

    Attributes:
        title: Its name for people.
        path: The file; None if it is not available.
        missing: Why it is not available.
    """

    title: str
    path: Path | None
    missing: str = ""


def synthetic(size: int, folder: Path) -> Document:
    """Create a synthetic document."""
    path = folder / f"synthetic-{size}.json"
    path.write_text(json.dumps(document(size), indent=1), encoding="utf-8")
    return Document(f"synthetic, {size}", path)


def every(folder: Path) -> Iterator[Document]:
    """Yield all documents, smaller ones first.

    Args:
        folder: The folder for documents that have to be created or fetched.
    """
    yield Document("OpenRouter's API keys", ROOT / "spec" / "openapi.yaml")
    yield from (synthetic(size, folder) for size in SIZES)
    if _OPENROUTER.is_file():
        yield Document("OpenRouter", _OPENROUTER)
    else:
        yield Document("OpenRouter", None, "it is no part of this repository")
    yield _github(folder)


def few(folder: Path) -> Iterator[Document]:
    """Yield documents that take only seconds to generate from."""
    yield Document("OpenRouter's API keys", ROOT / "spec" / "openapi.yaml")
    yield synthetic(24, folder)


def operations_in(path: Path) -> int:
    """Return the number of operations (path × method)."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".json":
        paths = json.loads(text)["paths"]
    else:
        import yaml  # noqa: PLC0415  two of the documents are YAML

        paths = yaml.load(text, Loader=yaml.CSafeLoader)["paths"]
    return sum(method in item for item in paths.values() for method in _METHODS)


def _github(folder: Path) -> Document:
    npm = shutil.which("npm")
    if npm is None:
        return Document("GitHub", None, "there is no npm to fetch it with")
    command = (npm, "pack", GITHUB, "--silent", "--pack-destination", str(folder))
    made = subprocess.run(  # noqa: S603  our own command
        command, cwd=folder, capture_output=True, text=True, check=False
    )
    if made.returncode:
        return Document("GitHub", None, "npm could not fetch it")
    with tarfile.open(folder / made.stdout.split()[-1]) as archive:
        member = archive.extractfile(f"package/generated/{_GITHUB_FILE}")
        if member is None:
            return Document("GitHub", None, "it is not in the package")
        (folder / _GITHUB_FILE).write_bytes(member.read())
    return Document("GitHub", folder / _GITHUB_FILE)
