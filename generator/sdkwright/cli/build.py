"""`sdkwright build`: build the package that users will install, and check it."""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sdkwright.cli import configs
from sdkwright.cli.terminal import FAILED, WRONG_USE, answer, nearest_config, print_diagnostics, say

if TYPE_CHECKING:
    from sdkwright.config import Config
    from sdkwright.diagnostics import Diagnostics

_EXAMPLES: Final = """\
examples:
  sdkwright build
      Build the SDK described by spec/sdk.toml, here or in the nearest parent folder, into dist.
  sdkwright build --output /tmp/dist
      Write the two files to another folder.
  SOURCE_DATE_EPOCH=1700000000 sdkwright build
      Use another date than that of the commit. The same date and sources build the same bytes.

Requires `pip install 'sdkwright[ship]'`. Files of other versions are kept.

exit status:
  0  the source distribution and the wheel were built and pass all checks
  1  a check failed, a tool is missing, or the SDK is out of date
  2  the command is wrong: an unknown option, or a missing file
"""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "build",
        help="build and check the package that users install",
        description=(
            "Build a source distribution and a wheel of the SDK reproducibly, and check them."
        ),
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    add_options(parser)
    parser.set_defaults(parser=parser, run=run)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that building and publishing share."""
    configs.add(parser)
    parser.add_argument(
        "--output",
        type=Path,
        metavar="DIR",
        help="folder for the built files (default: `dist` beside the generated folder)",
    )
    parser.add_argument(
        "--max-wheel",
        type=_positive,
        metavar="KB",
        help="maximum size of the wheel in kilobytes (default: no limit)",
    )


def run(options: argparse.Namespace) -> int:
    """Build the package, and return the exit status."""
    from sdkwright.diagnostics import Diagnostics, Fatal, UsageError
    from sdkwright.shipping import building

    began = time.perf_counter()
    diagnostics = Diagnostics()
    try:
        config = settings(options, diagnostics)
        folder = options.output or building.default_folder(config)
        built = building.build(config, folder, diagnostics, say, options.max_wheel)
    except UsageError:
        print_diagnostics(diagnostics.items)
        return WRONG_USE
    except Fatal:
        print_diagnostics(diagnostics.items)
        return FAILED
    print_diagnostics(diagnostics.items)
    for path in built.paths:
        answer(str(path))
    say(f"{config.distribution} {config.version}, {time.perf_counter() - began:.1f} s")
    return 0


def settings(options: argparse.Namespace, diagnostics: Diagnostics) -> Config:
    """Read the settings of the SDK.

    Raises:
        UsageError: There is no settings file.
        Fatal: The settings are invalid.
    """
    from sdkwright import config

    return config.read(options.config or nearest_config(), diagnostics)


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number
