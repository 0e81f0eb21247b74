"""`sdkwright release`: prepare a release of the SDK, up to the commit."""

from __future__ import annotations

import argparse
import os
import re
import shlex
import time
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sdkwright.cli import configs
from sdkwright.cli.terminal import (
    FAILED,
    WRONG_USE,
    Progress,
    answer,
    count,
    nearest_config,
    print_diagnostics,
)

if TYPE_CHECKING:
    from sdkwright.release import Plan

EXAMPLES: Final = """\
examples:
  sdkwright release auto --dry-run
      Print the version that the changes since the last tag call for, and the changelog section.
      Write nothing.
  sdkwright release auto
      Add the section to the changelog, set the version in sdk.toml, and generate the SDK.
  sdkwright release 1.0.0
      The same with a version of your choice. It is rejected if the changes call for a higher one.
  sdkwright release auto --since v1.2.0
      Compare with another tag or commit than the last release.

Nothing is committed, tagged or uploaded; the commands for that are printed at the end. Entries in
the changelog under `## Unreleased` move into the new section. If anything fails, no file changes.

This is the version of the SDK, with tags such as v1.2.3. The generator has its own version, in
generator/sdkwright/__init__.py, with tags such as sdkwright-v1.2.3.

exit status:
  0  the release was prepared (with --dry-run: it can be)
  1  there is nothing to release, the version does not fit the changes, there are uncommitted
     changes, or the SDK is out of date; no file was changed
  2  the command is wrong: an invalid version, an unknown ref, or no git repository
"""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    release = commands.add_parser(
        "release",
        help="prepare a release of the SDK: version, changelog, generated files",
        description=(
            "Prepare a release of the SDK: derive its version from the changes since the last "
            "tag, update the changelog, and generate the files."
        ),
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    release.add_argument(
        "version",
        metavar="VERSION|auto",
        help="version to release, or `auto` for the smallest one that the changes allow",
    )
    configs.add(release)
    release.add_argument(
        "--since", metavar="REF", help="tag or commit to compare with (default: the last tag)"
    )
    release.add_argument(
        "--date",
        type=_date,
        metavar="YYYY-MM-DD",
        help="release date (default: SOURCE_DATE_EPOCH if set, else today in UTC)",
    )
    release.add_argument(
        "--dry-run",
        action="store_true",
        help="write nothing; print the version and the changelog section",
    )
    release.set_defaults(parser=release, run=run)


def run(options: argparse.Namespace) -> int:
    """Prepare the release, and return the exit status."""
    when = options.date or _today(options.parser)
    from sdkwright import release
    from sdkwright.diagnostics import Diagnostics, Fatal, UsageError
    from sdkwright.workspace.cache import Cache, default_folder

    diagnostics = Diagnostics()
    progress = Progress(time.perf_counter())
    request = release.Request(
        config=options.config or nearest_config(),
        version=options.version,
        date=when,
        since=options.since,
        cache=Cache(default_folder()),
        progress=progress,
    )
    try:
        plan = release.plan(request, diagnostics)
        if not options.dry_run:
            release.carry_out(plan, request, diagnostics)
    except Fatal as error:
        progress.clear()
        print_diagnostics(diagnostics.items)
        return WRONG_USE if isinstance(error, UsageError) else FAILED
    finally:
        progress.clear()
    answer(_shown(plan) if options.dry_run else _done(plan, request.config))
    return 0


def _date(text: str) -> str:
    # `fromisoformat` also accepts weeks, and days without hyphens; a changelog does not.
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        raise argparse.ArgumentTypeError(f"{text!r} is not a date such as 2026-11-23")
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a valid date: {error}") from None


def _today(parser: argparse.ArgumentParser) -> str:
    """Return the date of the build (https://reproducible-builds.org/specs/source-date-epoch)."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        moment = datetime.fromtimestamp(int(given), UTC) if given else datetime.now(UTC)
    except (ValueError, OverflowError, OSError):
        parser.error(f"SOURCE_DATE_EPOCH must be a number of seconds, not {given!r}")
    return moment.date().isoformat()


def _shown(plan: Plan) -> str:
    return f"{_summary(plan)}\n\n{plan.section.rstrip()}"


def _done(plan: Plan, settings: Path) -> str:
    """Return the message that says what was written, and what is left to do."""
    paths = [str(path) for path in (plan.changelog, settings, plan.config.output)]
    width = max(len(path) for path in paths)
    changelog, toml, output = (path.ljust(width) for path in paths)
    build, publish = _commands(plan)
    return f"""\
{_summary(plan)}

  {changelog}  new section
  {toml}  version = "{plan.version}"
  {output}  generated and checked

Review the section, then run:

  git add -- {shlex.join(paths)}
  git commit -m "Release {plan.version}"
  git tag -a {plan.tag} -m "{plan.config.distribution} {plan.version}"
  git push --atomic origin HEAD {plan.tag}
  {build}
  {publish}

If the main branch accepts pull requests only, tag the commit after the merge."""


def _commands(plan: Plan) -> tuple[str, str]:
    """Return the next commands to run, as this repository calls them."""
    try:
        text = (plan.repository / "Makefile").read_text(encoding="utf-8")
    except (OSError, ValueError):
        text = ""
    if re.search(r"^publish:", text, re.MULTILINE):
        return "make build", "make publish REPOSITORY=pypi"
    return "sdkwright build", "sdkwright publish --repository pypi"


def _summary(plan: Plan) -> str:
    head = f"{plan.config.distribution} {plan.version}"
    if plan.since is None:
        return f"{head}: the first release"
    numbers = {
        level: sum(change.level == level for change in plan.changes)
        for level in ("breaking", "compatible", "docs")
    }
    counts = [
        count(number, f"{level} change") if level != "docs" else f"{number} in the docs"
        for level, number in numbers.items()
        if number
    ]
    return f"{head}: {', '.join(counts) or 'no changes for users'} since {plan.since}"
