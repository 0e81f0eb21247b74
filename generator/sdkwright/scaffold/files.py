"""Files: the texts of sdk.toml, a first overlay, a workflow and .gitignore."""

from __future__ import annotations

import json
import os
import shlex
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import tomlkit

from sdkwright import __version__
from sdkwright.config.settings import SETTINGS, TABLES
from sdkwright.scaffold import Texts
from sdkwright.scaffold.proposals import pages, prefixes
from sdkwright.scaffold.survey import Survey

_WIDTH: Final = 100

_SETTINGS_HEAD: Final = """\
# How to make the SDK of the document. Paths are relative to this file. A setting behind `#` has its
# default; what stands there is an example. `sdkwright schema` prints a JSON Schema for editors.
"""

_OVERLAY_HEAD: Final = """\
# Changes to the document that do not edit it (https://spec.openapis.org/overlay/v1.1.0.html).
# `sdkwright explain x-speakeasy-name-override` explains an extension. For example:
#
# actions:
#   - target: $.paths['{path}'].{method}
#     update: {{x-speakeasy-name-override: {name}}}
"""

_PAGES: Final = """\
#
# These operations look like lists with pages. To get methods that step through
# the pages, check what is proposed, and move it below `actions`:
#
"""

_PREFIX: Final = """\
#
# Callers must write this prefix before each token. To let the SDK do that, move it below `actions`:
#
"""

_WORKFLOW: Final = """\
# Fails if the SDK is not what its document and settings make of it.
name: sdk

on:
  pull_request:
  push:
    branches: [main]

permissions: {{}}

concurrency:
  group: sdk-${{{{ github.ref }}}}
  cancel-in-progress: ${{{{ github.event_name == 'pull_request' }}}}

jobs:
  up-to-date:
    name: Up to date
    runs-on: ubuntu-24.04
    timeout-minutes: 15
    permissions:
      contents: read # to check out
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          persist-credentials: false
      - uses: actions/setup-python@5fda3b95a4ea91299a34e894583c3862153e4b97 # v7.0.0
        with:
          python-version: "3.13"
      - run: pip install sdkwright=={version}
      - run: {command}
"""

_IGNORED: Final = """\
__pycache__/
.venv/
dist/
site/
"""


@dataclass(frozen=True, slots=True)
class Places:
    """Where the files are written to.

    Args:
        root: The folder of the repository.
        config: The settings.
        document: The document.
    """

    root: Path
    config: Path
    document: Path


def texts(places: Places, chosen: Mapping[str, object], found: Survey, *, workflow: bool) -> Texts:
    """Return the files to write.

    Args:
        places: Where they are.
        chosen: Settings by key; all others are written as comments.
        found: What the document has.
        workflow: Whether to write a workflow for GitHub Actions.
    """
    overlay = places.config.parent / "overlay.yaml"
    values = {**chosen, "document.overlays": [overlay.name]}
    own = {places.config: settings(values), overlay: first_overlay(found)}
    if workflow:
        command = ["sdkwright", "gen", "--check", "--format", "github"]
        config = Path(os.path.relpath(places.config, places.root))
        if config != Path("spec", "sdk.toml"):
            command += ["--config", config.as_posix()]
        text = _WORKFLOW.format(version=__version__, command=shlex.join(command))
        own[places.root / ".github" / "workflows" / "sdk.yml"] = text
    return Texts(own, {places.root / ".gitignore": _IGNORED})


def settings(chosen: Mapping[str, object]) -> str:
    """Return sdk.toml: every setting, explained; those that are not chosen as comments."""
    lines = [_SETTINGS_HEAD]
    for table, subject in TABLES.items():
        lines += [f"[{table}] # {subject}"]
        for row in SETTINGS.values():
            if row.table != table:
                continue
            default = f" Default: {row.default}." if row.default else " Required."
            lines += _comment(f"{row.meaning}{default}")
            if row.key in chosen:
                lines += [f"{row.name} = {tomlkit.item(chosen[row.key]).as_string()}", ""]
            else:
                lines += [f"# {row.name} = {row.example}", ""]
    return "\n".join(lines).rstrip() + "\n"


def first_overlay(found: Survey) -> str:
    """Return an overlay without effect, with proposals for the document as comments."""
    first = next(iter(found.operations), None)
    path, method = (first.path, first.method.lower()) if first else ("/things", "get")
    name = first.name.python if first else "list"
    shown = path.replace("\\", "\\\\").replace("'", "\\'")
    lines = [_OVERLAY_HEAD.format(path=_plain(shown), method=method, name=name)]
    for introduction, proposed in ((_PAGES, [*pages(found)]), (_PREFIX, [*prefixes(found)])):
        if proposed:
            lines[0] += introduction
            lines[0] += "".join(f"# {line}\n" for line in proposed)
    title = json.dumps(f"Changes to {found.api.title}", ensure_ascii=False)
    lines += ["overlay: 1.0.0", f"info: {{title: {_plain(title)}, version: 1.0.0}}", "actions: []"]
    return "\n".join(lines) + "\n"


def _comment(text: str) -> Iterator[str]:
    for line in textwrap.wrap(text, _WIDTH - 2, break_long_words=False, break_on_hyphens=False):
        yield f"# {line}"


def _plain(text: str) -> str:
    """Return a text of the document as one line."""
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text)
