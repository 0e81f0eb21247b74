"""The command line: options in; diagnostics, a summary and an exit code out.

Each command is a module of its own. They import nothing but the parser until it is known what is
asked for, so that `--help` is instant.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Final

from generator import __version__
from generator.cli import build, diff, gen, publish, release
from generator.cli.terminal import FAILED, WRONG_USE, say

_INTERRUPTED: Final = 130

_COMMANDS: Final = (gen, diff, release, build, publish)


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
        return WRONG_USE
    try:
        status: int = options.run(options)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        with suppress(OSError):  # the reader is gone; say nothing more, not even on exit
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except Exception as error:
        if os.environ.get("SDKWRIGHT_TRACEBACK"):
            raise
        reason = " ".join(f"{type(error).__name__}: {error}".split())
        say(f"internal error: {reason} (SDKWRIGHT_TRACEBACK=1 shows where; please report it)")
        return FAILED
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="sdkwright",
        description="Turn an OpenAPI document into a Python SDK: client, models and docs.",
        epilog=gen.EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"sdkwright {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    for command in _COMMANDS:
        command.add(commands)
    return parser
