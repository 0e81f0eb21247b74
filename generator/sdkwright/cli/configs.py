"""The option `--config`, shared by the commands that work on an existing SDK."""

from __future__ import annotations

import argparse
from pathlib import Path


def add(parser: argparse.ArgumentParser) -> None:
    """Add the option to a command; without it, the value is None."""
    parser.add_argument(
        "--config",
        type=Path,
        metavar="FILE",
        help="settings file (default: spec/sdk.toml here or in the nearest parent folder)",
    )
