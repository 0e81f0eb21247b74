"""`sdkwright diff`: report what changes for the users of the SDK."""

from __future__ import annotations

import argparse
import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sdkwright.cli import sizes
from sdkwright.cli.terminal import (
    FAILED,
    WRONG_USE,
    Progress,
    answer,
    has_colour,
    nearest_config,
    print_diagnostics,
    say,
)

if TYPE_CHECKING:
    from sdkwright.diagnostics import Diagnostics
    from sdkwright.diff.changes import Level
    from sdkwright.pipeline.compare import CompareDocuments, Comparison, How, Settings

_LEVELS: Final[tuple[Level, ...]] = ("breaking", "compatible", "docs")
"""The same as `diff.changes.LEVELS`, without an import that would slow down `--help`."""

EXAMPLES: Final = """\
examples:
  sdkwright diff --base origin/main
      Compare the work tree with the commit at which it branched off origin/main.
  sdkwright diff --base v1.2.0 --fail-on breaking
      Compare with a release; exit with 1 if there are breaking changes.
  sdkwright diff --base origin/main --document-diff node_modules/.bin/redocly
      Also list the changes of the document itself, by Redocly's rules.
  sdkwright diff --base origin/main --format markdown --output comment.md
      Write a comment for the pull request; the counts still go to stdout.
  sdkwright diff old.yaml new.yaml
      Compare two documents. Two sdk.toml files work as well.

what is compared:
  With --base, spec/sdk.toml and its document are compared as of the newest common ancestor of the
  base and HEAD, and as they are in the work tree, committed or not. Commits that others added to
  the base since then do not count. This generator reads both states, so changes of the generator
  itself are not part of the result.

  A change is breaking (code that worked may stop working), compatible, or in the docs only. The
  next version follows from the most severe change and the version in the old settings.

exit status:
  0  no change is as severe as --fail-on
  1  a change is as severe as --fail-on, or the SDK of one of the states cannot be generated
  2  the command is wrong: an unknown option, commit or file
"""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    diff = commands.add_parser(
        "diff",
        help="report what changes for users of the SDK",
        description="Compare two states of an SDK: operations, parameters, models, errors, docs.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    diff.add_argument("old", nargs="?", type=Path, metavar="OLD", help="old document or sdk.toml")
    diff.add_argument("new", nargs="?", type=Path, metavar="NEW", help="new one of the same kind")
    diff.add_argument(
        "--base", metavar="REF", help="branch, tag or commit to compare the work tree with"
    )
    diff.add_argument(
        "--config",
        type=Path,
        metavar="FILE",
        help=(
            "with --base: settings file (default: spec/sdk.toml here or in the nearest parent "
            "folder)"
        ),
    )
    diff.add_argument(
        "--module", metavar="NAME", help="with two documents: name that users import (default: sdk)"
    )
    diff.add_argument(
        "--format",
        choices=("terminal", "markdown", "json"),
        default="terminal",
        help="output for people, for a pull request, or for programs (default: terminal)",
    )
    diff.add_argument(
        "--output",
        type=Path,
        metavar="FILE",
        help="write the result to FILE, and the counts to stdout",
    )
    diff.add_argument(
        "--fail-on",
        choices=(*_LEVELS, "never"),
        default="never",
        help=(
            "exit with 1 if there is a change of this level or a more severe one (default: "
            "never)"
        ),
    )
    diff.add_argument(
        "--document-diff",
        metavar="REDOCLY",
        help=(
            "path of @redocly/cli, which adds the changes of the document itself. If it fails, "
            "a warning says so, and the exit status stays the same"
        ),
    )
    sizes.add(diff, what="each of the two documents")
    diff.set_defaults(parser=diff, run=run)


def run(options: argparse.Namespace) -> int:
    """Compare the two states, and return the exit status."""
    began = time.perf_counter()
    _check(options)
    from sdkwright.diagnostics import (
        Diagnostics,
        Fatal,
        UsageError,
        in_order,
        one_line,
    )
    from sdkwright.pipeline.compare import How

    diagnostics = Diagnostics()
    progress = Progress(began)
    try:
        how = How(_documents(options), progress, dict(options.limit))
        compared = _compared(options, diagnostics, how)
    except Fatal as error:
        progress.clear()
        print_diagnostics(in_order(diagnostics.items, None))
        return WRONG_USE if isinstance(error, UsageError) else FAILED
    finally:
        progress.clear()
    if compared.document is not None and compared.document.failure:
        say(one_line(f"warning: {options.document_diff} failed: {compared.document.failure}"))
    if not _deliver(options, compared):
        return WRONG_USE
    if _is_too_grave(compared, options.fail_on):
        say(f"failed: found changes that --fail-on {options.fail_on} forbids")
        return FAILED
    return 0


def _check(options: argparse.Namespace) -> None:
    """Exit with 2 if the options contradict each other."""
    error = options.parser.error
    files = (options.old, options.new)
    if options.base is None and None in files:
        error("nothing to compare: pass --base REF, or two files")
    if options.base is not None and files != (None, None):
        error("--base cannot be combined with OLD and NEW")
    if options.base is not None and options.module is not None:
        error("--module needs two documents; with --base, the settings name the module")
    if options.base is None and options.config is not None:
        error("--config needs --base; to compare two sdk.toml, pass them as OLD and NEW")
    if options.base is None:
        tomls = [file.suffix == ".toml" for file in files]
        if any(tomls) and (options.module is not None or not all(tomls)):
            error(
                "OLD and NEW must be two sdk.toml files, or two documents with an optional "
                "--module"
            )


def _compared(options: argparse.Namespace, diagnostics: Diagnostics, how: How) -> Comparison:
    from sdkwright.pipeline import compare

    if options.base is not None:
        config = options.config or nearest_config()
        return compare.with_ref(config, options.base, diagnostics, how)
    old, new = (_settings(file, options.module) for file in (options.old, options.new))
    return compare.of(old, new, diagnostics, how)


def _settings(file: Path, module: str | None) -> Settings:
    from sdkwright import config

    if file.suffix == ".toml":
        return partial(config.read, file)
    return lambda found: config.from_options(file, module or "sdk", Path("generated"), found)


def _documents(options: argparse.Namespace) -> CompareDocuments | None:
    if options.document_diff is None:
        return None
    from sdkwright.diff.redocly import compare_documents

    return partial(compare_documents, options.document_diff)


def _deliver(options: argparse.Namespace, compared: Comparison) -> bool:
    """Write the result to where it was requested; return False if that fails."""
    from sdkwright.diff import render
    from sdkwright.workspace.atomic import write_whole

    to_file = options.output is not None
    match options.format:
        case "markdown":
            text = render.as_markdown(compared).removesuffix("\n")
        case "json":
            text = render.as_json(compared)
        case _:
            text = render.as_terminal(compared, colour=not to_file and has_colour(sys.stdout))
    if not to_file:
        answer(text)
        return True
    try:
        write_whole(options.output, f"{text}\n".encode())
    except OSError as error:
        say(f"{options.output}: error[cannot-write]: {error.strerror or error}.")
        return False
    answer(render.summary(compared))
    return True


def _is_too_grave(compared: Comparison, limit: str) -> bool:
    level = compared.level
    return level is not None and limit != "never" and _LEVELS.index(level) <= _LEVELS.index(limit)
