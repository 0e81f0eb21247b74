"""`sdkwright gen`: generate the SDK, or check that it is up to date."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sdkwright.cli import configs, extras, sizes
from sdkwright.cli.terminal import (
    FAILED,
    MOST,
    WRONG_USE,
    Progress,
    answer,
    count,
    nearest_config,
    print_diagnostics,
    say,
)
from sdkwright.model import limits

if TYPE_CHECKING:
    from sdkwright.config import Config
    from sdkwright.diagnostics import Diagnostics
    from sdkwright.pipeline.report import Report

_STANDARD: Final = Path("-")
"""The option's value for standard input or output."""

EXAMPLES: Final = """\
examples:
  sdkwright gen
      Generate the SDK described by spec/sdk.toml, here or in the nearest parent folder.
  sdkwright gen --spec petstore.yaml --module petstore --output build/petstore
      Generate an SDK from any document, without a settings file.
  sdkwright gen --check
      Write nothing; fail if the output is out of date. For CI.
  curl https://api.example.com/openapi.json | sdkwright gen --spec - --module m --output build/m
      Read the document from standard input.
  sdkwright gen --check --quiet --format github
      The same for GitHub Actions: errors are shown beside the lines of the document.
  sdkwright gen --watch
      Generate, and again after each change of the document, the settings or a template.
  sdkwright gen --force
      Overwrite generated files that were edited by hand.
  sdkwright gen --keep-going --report report.json
      Write the SDK without the operations that cannot be generated, and list them.

exit status:
  0  every operation is in the SDK, besides those that `allow_dropped` in sdk.toml lists
  1  the document, the settings or the output have errors; nothing was written, or, with
     --keep-going, only the operations without errors
  2  the command is wrong: an unknown option, or a missing file
"""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    gen = commands.add_parser(
        "gen",
        help="generate the SDK, or check that it is up to date",
        description="Generate a Python SDK from an OpenAPI 3.0, 3.1 or 3.2 document, YAML or JSON.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    configs.add(gen)
    gen.add_argument(
        "--spec",
        type=Path,
        metavar="FILE",
        help="OpenAPI document, instead of a settings file; `-` is standard input",
    )
    gen.add_argument(
        "--overlay",
        type=Path,
        metavar="FILE",
        action="append",
        default=[],
        help="with --spec: overlay to apply first (Overlay 1.0 or 1.1; repeatable)",
    )
    gen.add_argument("--module", metavar="NAME", help="with --spec: name that users import")
    gen.add_argument("--output", type=Path, metavar="DIR", help="with --spec: output folder")
    sizes.add(gen, what="the document")
    gen.add_argument(
        "--check",
        action="store_true",
        help="write nothing, use no cache; exit 1 if anything would change",
    )
    gen.add_argument(
        "--force", action="store_true", help="overwrite files that were edited by hand"
    )
    gen.add_argument(
        "--keep-going",
        action="store_true",
        help="if operations cannot be generated, write the others; the exit status is still 1 "
        "(to accept it, list them in sdk.toml: `allow_dropped` in the table `operations`)",
    )
    gen.add_argument(
        "--verbose",
        action="store_true",
        help=f"show each diagnostic, even if more than {MOST} have the same code",
    )
    gen.add_argument(
        "--report",
        type=Path,
        metavar="FILE",
        help="write a report of the run to FILE, as JSON; `-` is standard output, and the summary "
        "then goes to standard error",
    )
    gen.add_argument(
        "--quiet", action="store_true", help="print errors only, and the summary if there are any"
    )
    gen.add_argument(
        "--format",
        choices=("text", "json", "github"),
        default="text",
        help="diagnostics for people, as lines of JSON, or as annotations of GitHub Actions "
        "(default: text)",
    )
    gen.add_argument(
        "--watch",
        action="store_true",
        help="generate again whenever the document, the settings or a template changes, until "
        "Ctrl-C (requires `pip install 'sdkwright[watch]'`)",
    )
    gen.add_argument("--no-cache", action="store_true", help="neither read nor write the cache")
    gen.set_defaults(parser=gen, run=run)


def run(options: argparse.Namespace) -> int:
    """Generate the SDK, and return the exit status."""
    settings = _limited(_settings(options), dict(options.limit))
    if options.watch:
        return _watch(options, settings)
    return _generate(options, settings)


def _watch(options: argparse.Namespace, settings: Callable[[Diagnostics], Config]) -> int:
    if options.check or options.spec == _STANDARD:
        options.parser.error("--watch cannot be combined with --check or --spec -")
    if not extras.is_there("watchfiles", "watch"):
        return FAILED
    from sdkwright.cli.watch import watch
    from sdkwright.diagnostics import Diagnostics, Fatal

    def known() -> Config | None:
        try:
            return settings(Diagnostics())
        except Fatal:
            return None  # generating says why

    file = None if options.spec is not None else options.config or nearest_config()
    report = None if options.report == _STANDARD else options.report
    return watch(lambda: _generate(options, settings), known, file, report)


def _generate(options: argparse.Namespace, settings: Callable[[Diagnostics], Config]) -> int:
    began = time.perf_counter()
    from sdkwright.pipeline import run as pipeline
    from sdkwright.workspace.atomic import write_whole
    from sdkwright.workspace.cache import Cache, default_folder

    progress = Progress(began)
    try:
        code, report = pipeline.run(
            settings,
            pipeline.Options(
                check=options.check,
                force=options.force,
                keep_going=options.keep_going,
                content=sys.stdin.buffer.read() if options.spec == _STANDARD else None,
                cache=Cache(None if options.no_cache else default_folder()),
                progress=progress,
            ),
        )
    finally:
        progress.clear()
    _tell(options, report)
    done = summary(code, report, time.perf_counter() - began)
    if options.report == _STANDARD:
        answer(report.as_json().rstrip("\n"))
    elif options.report is not None:
        try:
            write_whole(options.report, report.as_json().encode())
        except OSError as error:
            say(f"{options.report}: error[cannot-write]: {error.strerror or error}.")
            return WRONG_USE
    if code or not options.quiet:
        (say if options.report == _STANDARD else answer)(done)
    return code


def _tell(options: argparse.Namespace, report: Report) -> None:
    """Print the diagnostics as the options want them."""
    from sdkwright.cli.formats import FORMATS

    shown = [item for item in report.diagnostics if item.severity == "error" or not options.quiet]
    written = FORMATS.get(options.format)
    if written is None:
        print_diagnostics(shown, most=None if options.verbose else MOST)
        return
    for item in shown:
        say(written(item))


def _settings(options: argparse.Namespace) -> Callable[[Diagnostics], Config]:
    """Return a reader of the settings; exit with 2 if the options contradict each other."""
    from sdkwright import config

    document, module, output = options.spec, options.module, options.output
    if document is None and module is None and output is None and not options.overlay:
        path = options.config or nearest_config()
        return lambda diagnostics: config.read(path, diagnostics)
    if options.config is not None:
        options.parser.error(
            "--config cannot be combined with --spec, --overlay, --module or --output"
        )
    if document is None or module is None or output is None:
        options.parser.error("--spec, --module and --output must be given together")
    overlays = tuple(options.overlay)
    if document == _STANDARD:
        document = Path("<stdin>")  # references to other files start from the current folder
    return lambda diagnostics: config.from_options(document, module, output, diagnostics, overlays)


def _limited(
    settings: Callable[[Diagnostics], Config], chosen: dict[str, int]
) -> Callable[[Diagnostics], Config]:
    """Override limits in the settings with those of the command line."""
    if not chosen:
        return settings

    def read(diagnostics: Diagnostics) -> Config:
        config = settings(diagnostics)
        return replace(config, limits=limits.changed(config.limits, chosen))

    return read


def summary(code: int, report: Report, seconds: float) -> str:
    """Return one line that says what was done."""
    from sdkwright.config import is_dropped

    differing = sum(item.code == "out-of-date" for item in report.diagnostics)
    if differing:
        return f"out of date: {count(differing, 'file')} to change"
    errors = [item for item in report.diagnostics if item.severity == "error"]
    failed = count(len(errors), "error")
    if code and not report.written:
        has_rest = report.generated > 0 and all(map(is_dropped, errors))
        hint = " (--keep-going writes the other operations)" if has_rest else ""
        return f"{failed}; nothing was written{hint}"
    called = f"{report.webhooks_generated} of {count(report.webhooks, 'webhook')}, "
    done = (
        f"{report.generated} of {count(report.operations, 'operation')}, "
        f"{called if report.webhooks else ''}{count(report.files, 'file')}, {seconds:.1f} s"
    )
    done = f"{failed}; {done}" if errors else done
    return f"up to date: {done}" if report.up_to_date else done
