"""The option `--limit`, shared by the commands that read documents."""

from __future__ import annotations

import argparse
import re

from sdkwright.model import limits


def add(parser: argparse.ArgumentParser, *, what: str) -> None:
    """Add the option to a command.

    Args:
        parser: The parser of the command. The option's value is a list of pairs of name and number.
        what: Which documents the limits apply to, for the help.
    """
    parser.add_argument(
        "--limit",
        metavar="NAME=N",
        type=_limit,
        action="append",
        default=[],
        help=f"raise a limit on the size of {what} (repeatable): {', '.join(limits.NAMES)}",
    )


def _limit(text: str) -> tuple[str, int]:
    """Parse one value of the option."""
    name, _, number = text.partition("=")
    number = number.replace("_", "")
    if name not in limits.NAMES or not re.fullmatch(r"0*[1-9][0-9]{0,17}", number):
        raise argparse.ArgumentTypeError(f"{text[:60]!r} is not a limit such as operations=20000")
    return name, int(number)
