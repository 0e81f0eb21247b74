"""The command line: options in; diagnostics, a summary and an exit code out.

Each command has a module, which imports nothing but the parser until the command runs, so that
`--help` is instant.
"""

from __future__ import annotations

import argparse
import errno
import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Final, NoReturn

from sdkwright import __version__
from sdkwright.cli import (
    build,
    completion,
    diff,
    docs,
    explain,
    gen,
    init,
    publish,
    release,
    schema,
    templates,
)
from sdkwright.cli.terminal import FAILED, WRONG_USE, say
from sdkwright.pipeline.depth import deep

_INTERRUPTED: Final = 130

_REFUSED: Final = frozenset(
    {
        *(errno.EACCES, errno.EPERM, errno.EROFS),
        *(errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO),
        *(errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.EAGAIN),
    }
)
"""Errors for exhausted resources or missing permissions, which are not our fault."""

_COMMANDS: Final = (
    *(gen, init, diff, explain, schema, templates),
    *(docs, release, build, publish, completion),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: The arguments after the name of the program; None uses the process's own.

    Returns:
        The exit status: 0, 1 or 2 as `--help` explains, 130 after Ctrl-C. An internal error exits
        with 1 and one line that says how to see the traceback.

    Raises:
        SystemExit: The command line is wrong, or the system has asked the process to end.
    """
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.command is None:
        parser.print_help(sys.stderr)
        return WRONG_USE
    try:
        with _ended_in_order(), deep():
            status: int = options.run(options)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        _stop_answering()  # the reader is gone
        return FAILED
    except Exception as error:
        if os.environ.get("SDKWRIGHT_TRACEBACK"):
            raise
        if isinstance(error, OSError) and error.errno in _REFUSED:
            _stop_answering()  # stdout itself may be full
            where = f"{error.filename}: " if error.filename else ""
            say(f"{where}error[system]: {error.strerror}.")
            return FAILED
        reason = " ".join(f"{type(error).__name__}: {error}".split())
        say(
            f"internal error: {reason} (please report this; SDKWRIGHT_TRACEBACK=1 prints the "
            "traceback)"
        )
        return FAILED
    return status


def _stop_answering() -> None:
    """Discard all further output to stdout, also on exit."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextmanager
def _ended_in_order() -> Iterator[None]:
    """Clean up on SIGTERM and SIGHUP, as on Ctrl-C, instead of ending at once."""
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread may set signal handlers
        return
    before = {
        number: signal.signal(number, _end)
        for number in map(signal.Signals.__members__.get, ("SIGTERM", "SIGHUP"))
        if number is not None and signal.getsignal(number) == signal.SIG_DFL
    }
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _end(number: int, _frame: object) -> NoReturn:
    signal.signal(number, signal.SIG_IGN)  # cleaning up must not be interrupted
    raise SystemExit(128 + number)  # the status that shells use


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
    parser.set_defaults(whole=parser)
    return parser
