"""`sdkwright init`: write the files that the owner of an API begins with."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sdkwright.cli.terminal import (
    FAILED,
    WRONG_USE,
    Progress,
    answer,
    print_diagnostics,
    say,
)

if TYPE_CHECKING:
    from sdkwright.diagnostics import Diagnostics
    from sdkwright.scaffold.survey import Survey


_EXAMPLES: Final = """\
examples:
  sdkwright init openapi.yaml
      Ask for names, and write spec/sdk.toml with all settings explained, a first overlay, and a
      workflow for GitHub Actions that checks that the SDK is up to date.
  sdkwright init openapi.yaml --module my_api --class MyAPI --license MIT --yes
      The same without questions.
  sdkwright init api/openapi.json --config api/sdk.toml --output api/python --ci none
      Use other places, and write no workflow.

Questions are asked on a terminal only; elsewhere, the options and their defaults count. Nothing is
overwritten without --force, and an existing .gitignore never is.

exit status:
  0  the files were written
  1  the document has errors, or a file cannot be written
  2  the command is wrong: a missing document, an invalid name, or a file that exists already
"""


@dataclass(frozen=True, slots=True)
class _Question:
    """A setting that is asked for: its key, its option, and the question."""

    key: str
    option: str
    text: str


_QUESTIONS: Final = (
    _Question("package.module", "module", "Module (what users import)"),
    _Question("package.name", "name", "Distribution (what users install)"),
    _Question("client.class", "class", "Client class"),
    _Question("client.server_url", "server_url", "URL of the API (empty: callers pass it)"),
    _Question("package.license", "license", "Licence (SPDX, empty for none yet)"),
)


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "init",
        help="write settings, a first overlay and a CI workflow for a document",
        description="Write the files that the owner of an API begins with, and say what was found.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("document", type=Path, metavar="DOCUMENT", help="OpenAPI document")
    parser.add_argument(
        "--config",
        type=Path,
        metavar="FILE",
        default=Path("spec", "sdk.toml"),
        help="settings file to write (default: spec/sdk.toml)",
    )
    parser.add_argument(
        "--output",
        type=Path,
        metavar="DIR",
        default=Path("generated"),
        help="folder of the SDK (default: generated)",
    )
    parser.add_argument(
        "--module", metavar="NAME", help="name that users import (default: from the title)"
    )
    parser.add_argument(
        "--name", metavar="NAME", help="name that users install (default: like the module)"
    )
    parser.add_argument(
        "--class", metavar="NAME", help="name of the client class (default: like the module)"
    )
    parser.add_argument(
        "--server-url",
        metavar="URL",
        help="URL of the API, for a document without servers (default: callers pass it)",
    )
    parser.add_argument(
        "--license", metavar="SPDX", help="licence of the SDK (default: the document's, if any)"
    )
    parser.add_argument(
        "--ci",
        choices=("github", "none"),
        default="github",
        help="workflow that checks that the SDK is up to date (default: github)",
    )
    parser.add_argument("--yes", action="store_true", help="ask nothing, also on a terminal")
    parser.add_argument("--force", action="store_true", help="overwrite files that exist")
    parser.set_defaults(parser=parser, run=run)


def run(options: argparse.Namespace) -> int:
    """Write the files, and return the exit status."""
    from sdkwright.diagnostics import Diagnostics, Fatal, UsageError

    diagnostics = Diagnostics()
    try:
        return _begin(options, diagnostics)
    except Fatal as error:
        print_diagnostics(diagnostics.items)
        return WRONG_USE if isinstance(error, UsageError) else FAILED


def _begin(options: argparse.Namespace, diagnostics: Diagnostics) -> int:
    from sdkwright import scaffold
    from sdkwright.scaffold import files, survey

    progress = Progress(time.perf_counter())
    try:
        found = survey.survey(options.document, diagnostics, progress)
    finally:
        progress.clear()
    for line in survey.told(found):
        answer(line)
    chosen = _chosen(options, found)
    if chosen is None:
        say("nothing was written")
        return FAILED
    places = files.Places(_root(options.config), options.config, options.document)
    texts = files.texts(places, chosen, found, workflow=options.ci == "github")
    written, kept = scaffold.write(texts, diagnostics, force=options.force)
    answer("")
    for path in written:
        answer(f"wrote {os.path.relpath(path)}")
    for path in kept:
        answer(f"kept  {os.path.relpath(path)}")
    command = "sdkwright gen"
    if options.config != options.parser.get_default("config"):
        command += f" --config {options.config}"
    answer(f"\nRun `{command}` to generate the SDK.")
    return 0


def _root(config: Path) -> Path:
    """Return the root of the repository, which has the workflows; else the current folder."""
    from sdkwright.workspace import git

    here = Path.cwd()
    try:
        root = git.root(here)
    except git.GitError:
        return here
    return root if (here / config).resolve().is_relative_to(root.resolve()) else here


def _chosen(options: argparse.Namespace, found: Survey) -> dict[str, object] | None:
    """Return the settings that were chosen, by key; None if the user ended the input."""
    folder = options.config.parent
    chosen: dict[str, object] = {
        "document.path": Path(os.path.relpath(options.document, folder)).as_posix(),
        "output.directory": Path(os.path.relpath(options.output, folder)).as_posix(),
    }
    asks = sys.stdin.isatty() and sys.stderr.isatty() and not options.yes
    for question in _QUESTIONS:
        given = getattr(options, question.option)
        default = _default(question.key, chosen, found)
        is_open = question.key != "client.server_url" or not found.has_server
        if given is None and asks and is_open:
            given = _asked(question, default)
            if given is None:
                return None
        value = default if given is None else given
        if value:
            chosen[question.key] = _valid(options, question, value)
        elif question.key == "package.module":
            options.parser.error("the title of the document is no name for a module: pass --module")
    return chosen


def _default(key: str, chosen: Mapping[str, object], found: Survey) -> str:
    from sdkwright.config import default_names
    from sdkwright.scaffold.names import module_for

    if key == "package.module":
        return module_for(found.api.title)
    names = default_names(str(chosen["package.module"]))
    defaults = {
        "package.name": names.distribution,
        "client.class": names.client_class,
        "package.license": found.api.license,
    }
    return defaults.get(key, "")


def _valid(options: argparse.Namespace, question: _Question, value: str) -> str:
    from sdkwright.config.settings import SETTINGS

    kind = SETTINGS[question.key].kind
    if not kind.accepts(value):
        options.parser.error(
            f"--{question.option.replace('_', '-')} must be {kind.takes}, not `{value[:60]}`"
        )
    return value


def _asked(question: _Question, default: str) -> str | None:
    """Ask until the answer is valid; return None at the end of the input."""
    from sdkwright.config.settings import SETTINGS

    kind = SETTINGS[question.key].kind
    while True:
        shown = f" [{default}]" if default else ""
        print(f"{question.text}{shown}: ", end="", file=sys.stderr, flush=True)  # noqa: T201
        line = sys.stdin.readline()
        if not line:
            say("")
            return None
        value = line.strip() or default
        if kind.accepts(value) or (not value and SETTINGS[question.key].default):
            return value
        say(f"It must be {kind.takes}.")
