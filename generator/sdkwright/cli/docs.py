"""`sdkwright docs`: build a documentation site from the generated pages."""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import Final

from sdkwright.cli import build, configs
from sdkwright.cli.terminal import FAILED, WRONG_USE, answer, count, print_diagnostics, say

PORT: Final = 8000

_PORTS: Final = 1 << 16
_EXAMPLES: Final = """\
examples:
  sdkwright docs
      Build the site of the SDK described by spec/sdk.toml, here or in the nearest parent folder,
      into `site` beside the generated folder.
  sdkwright docs --strict --output public
      Build it into another folder, and fail if a link leads nowhere.
  sdkwright docs --serve
      Build it, and show it at http://127.0.0.1:8000 until Ctrl-C.

Requires `pip install 'sdkwright[docs]'`. The site can be served from any folder of any web server;
it loads nothing from other hosts.

exit status:
  0  the site was built
  1  Sphinx is missing, the SDK is out of date, or with --strict a link leads nowhere
  2  the command is wrong: an unknown option, a missing file, or a port that is taken
"""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "docs",
        help="build a documentation site from the generated pages",
        description=(
            "Build a static site from the generated Markdown: navigation by resource, search, "
            "light and dark."
        ),
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    configs.add(parser)
    parser.add_argument(
        "--output",
        type=Path,
        metavar="DIR",
        help="folder for the site (default: `site` beside the generated folder)",
    )
    parser.add_argument(
        "--strict", action="store_true", help="treat links that lead nowhere as errors"
    )
    parser.add_argument(
        "--serve",
        type=_port,
        nargs="?",
        const=PORT,
        metavar="PORT",
        help=f"show the site on this machine until Ctrl-C (default port: {PORT})",
    )
    parser.set_defaults(parser=parser, run=run)


def run(options: argparse.Namespace) -> int:
    """Build the site, and return the exit status."""
    from sdkwright.diagnostics import Diagnostics, Fatal, UsageError
    from sdkwright.shipping.site import building, serving

    began = time.perf_counter()
    diagnostics = Diagnostics()
    try:
        config = build.settings(options, diagnostics)
        folder = options.output or building.default_folder(config)
        number = building.build(config, folder, diagnostics, say, strict=options.strict)
        print_diagnostics(diagnostics.items)
        diagnostics.items.clear()
        answer(str(folder / "index.html"))
        say(f"{count(number, 'page')}, {time.perf_counter() - began:.1f} s")
        if options.serve is not None:
            with serving.server(folder, options.serve, diagnostics) as server:
                answer(f"http://127.0.0.1:{server.server_port}/")
                server.serve_forever()
    except UsageError:
        print_diagnostics(diagnostics.items)
        return WRONG_USE
    except Fatal:
        print_diagnostics(diagnostics.items)
        return FAILED
    return 0


def _port(text: str) -> int:
    number = int(text)
    if not 0 <= number < _PORTS:
        raise ValueError(text)
    return number
