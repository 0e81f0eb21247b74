"""The command line: options in; diagnostics, a summary and an exit code out.

It imports nothing but the parser until it knows what is asked for, so that `--help` is instant.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final, TextIO

from generator import __version__

if TYPE_CHECKING:
    from generator.config import Config
    from generator.diagnostics import Diagnostic, Diagnostics
    from generator.pipeline import Report

_FAILED: Final = 1
_WRONG_USE: Final = 2
_INTERRUPTED: Final = 130

_DEFAULT_CONFIG: Final = Path("spec", "sdk.toml")
_PATIENCE: Final = 1.0
"""After so many seconds a terminal is told what is going on."""

_RECURSION: Final = 20_000
"""A document may nest 200 levels deep, and lowering takes several calls for a level."""

_COLOURS: Final = {"error": "\x1b[1;31m", "warning": "\x1b[1;33m", "note": "\x1b[1;36m"}

_EXAMPLES: Final = """\
examples:
  sdkwright gen
      Make the SDK that spec/sdk.toml describes, here or in a folder above.
  sdkwright gen --spec petstore.yaml --module petstore --output build/petstore
      Make an SDK of any document, without a file of settings.
  sdkwright gen --check
      Write nothing; fail if the output is not what the document makes today. For CI.
  sdkwright gen --force
      Overwrite generated files that were edited by hand.

exit status:
  0  every operation is in the SDK
  1  something is wrong with the document, the settings or the output; nothing was written
  2  the command itself is wrong: an unknown option, a missing file
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: What follows the name of the command; None takes the process's own.

    Returns:
        The exit status: 0, 1 or 2 as `--help` explains, 130 after Ctrl-C. A fault of the
        generator's own is 1, with one line that says how to see the traceback.
    """
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.command is None:
        parser.print_help(sys.stderr)
        return _WRONG_USE
    try:
        return _generate(options)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        with suppress(OSError):  # the reader is gone; say nothing more, not even on exit
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _FAILED
    except Exception as error:
        if os.environ.get("SDKWRIGHT_TRACEBACK"):
            raise
        reason = " ".join(f"{type(error).__name__}: {error}".split())
        _say(f"internal error: {reason} (SDKWRIGHT_TRACEBACK=1 shows where; please report it)")
        return _FAILED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="sdkwright",
        description="Turn an OpenAPI document into a Python SDK: client, models and docs.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"sdkwright {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    gen = commands.add_parser(
        "gen",
        help="make the SDK, or check that it is up to date",
        description="Make an SDK of an OpenAPI document, 3.0 or 3.1, YAML or JSON.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    gen.add_argument(
        "--config",
        type=Path,
        metavar="FILE",
        help="the settings (default: spec/sdk.toml, here or in the nearest folder above)",
    )
    gen.add_argument("--spec", type=Path, metavar="FILE", help="the document, instead of settings")
    gen.add_argument("--module", metavar="NAME", help="with --spec: what users will import")
    gen.add_argument("--output", type=Path, metavar="DIR", help="with --spec: the folder to write")
    gen.add_argument(
        "--check", action="store_true", help="write nothing; exit 1 if anything would change"
    )
    gen.add_argument(
        "--force", action="store_true", help="overwrite files that were edited by hand"
    )
    gen.add_argument(
        "--report", type=Path, metavar="FILE", help="write what was done to FILE, as JSON"
    )
    gen.add_argument(
        "--no-cache", action="store_true", help="make everything again; keep nothing for next time"
    )
    gen.set_defaults(parser=gen)
    return parser


def _generate(options: argparse.Namespace) -> int:
    began = time.perf_counter()
    settings = _settings(options)
    from generator import pipeline  # noqa: PLC0415  see the module's docstring
    from generator.cache import Cache, default_folder  # noqa: PLC0415

    sys.setrecursionlimit(max(_RECURSION, sys.getrecursionlimit()))
    progress = _Progress(began)
    try:
        code, report = pipeline.run(
            settings,
            pipeline.Options(
                check=options.check,
                force=options.force,
                cache=Cache(None if options.no_cache else default_folder()),
                progress=progress,
            ),
        )
    finally:
        progress.clear()
    for item in report.diagnostics:
        _say(_coloured(item, sys.stderr))
    if options.report is not None:
        try:
            options.report.write_text(report.as_json(), encoding="utf-8", newline="\n")
        except OSError as error:
            _say(f"{options.report}: error[cannot-write]: {error.strerror or error}.")
            return _WRONG_USE
    print(_summary(code, report, time.perf_counter() - began), flush=True)  # noqa: T201
    return code


def _settings(options: argparse.Namespace) -> Callable[[Diagnostics], Config]:
    """Say where the settings come from; exit with 2 where the options contradict each other."""
    from generator import config  # noqa: PLC0415  see the module's docstring

    document, module, output = options.spec, options.module, options.output
    if document is None and module is None and output is None:
        path = options.config or _nearest_config()
        return lambda diagnostics: config.read(path, diagnostics)
    if options.config is not None:
        options.parser.error("--config says what --spec, --module and --output say; use either")
    if document is None or module is None or output is None:
        options.parser.error("--spec, --module and --output go together")
    return lambda diagnostics: config.from_options(document, module, output, diagnostics)


def _nearest_config() -> Path:
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / _DEFAULT_CONFIG).is_file():
            return Path(os.path.relpath(folder / _DEFAULT_CONFIG))
    return _DEFAULT_CONFIG


def _summary(code: int, report: Report, seconds: float) -> str:
    differing = sum(item.code == "out-of-date" for item in report.diagnostics)
    if differing:
        return f"out of date: {_count(differing, 'file')} to change"
    errors = sum(item.severity == "error" for item in report.diagnostics)
    if code:
        return f"{_count(errors, 'error')}, nothing was written"
    done = (
        f"{report.generated} of {_count(report.operations, 'operation')}, "
        f"{_count(report.files, 'file')}, {seconds:.1f} s"
    )
    return f"up to date: {done}" if report.up_to_date else done


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)  # noqa: T201  a command line prints


def _coloured(item: Diagnostic, stream: TextIO) -> str:
    from generator.diagnostics import render  # noqa: PLC0415  see the module's docstring

    line = render(item)
    if not stream.isatty() or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return line
    head = f"{item.severity}[{item.code}]"
    return line.replace(head, f"{_COLOURS[item.severity]}{head}\x1b[0m", 1)


class _Progress:
    """Tells a terminal which stage is running, once the run takes long."""

    def __init__(self, began: float) -> None:
        self._began = began
        self._shown = False

    def __call__(self, stage: str) -> None:
        if sys.stderr.isatty() and time.perf_counter() - self._began > _PATIENCE:
            self._shown = True
            print(f"\r\x1b[K{stage} ...", end="", file=sys.stderr, flush=True)  # noqa: T201

    def clear(self) -> None:
        if self._shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)  # noqa: T201
