"""`sdkwright schema`: print the JSON Schema of sdk.toml."""

from __future__ import annotations

import argparse
from typing import Final

from sdkwright.cli.terminal import answer

_EXAMPLES: Final = """\
examples:
  sdkwright schema > spec/sdk.schema.json
      Write the schema to a file. With `#:schema ./sdk.schema.json` in the first line of sdk.toml,
      editors with a TOML language server complete and check the settings.
"""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "schema",
        help="print the JSON Schema of sdk.toml, for editors",
        description="Print the JSON Schema of the settings in sdk.toml.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.set_defaults(parser=parser, run=run)


def run(_options: argparse.Namespace) -> int:
    """Print the schema, and return the exit status."""
    from sdkwright.config import reference

    answer(reference.schema_text().rstrip("\n"))
    return 0
