"""`sdkwright completion`: print a script that completes commands and options in a shell."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from sdkwright.cli import extras
from sdkwright.cli.terminal import FAILED, answer

SHELLS: Final = ("bash", "zsh", "fish", "tcsh", "powershell")

_EXAMPLES: Final = """\
examples:
  sdkwright completion bash > ~/.local/share/bash-completion/completions/sdkwright
      For bash, with the package bash-completion.
  sdkwright completion zsh > ~/.zfunc/_sdkwright
      For zsh, where ~/.zfunc is in `fpath`.
  sdkwright completion fish > ~/.config/fish/completions/sdkwright.fish
      For fish.

The script is made for this version: print it again after an update.
Requires `pip install 'sdkwright[completion]'`.
"""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "completion",
        help="print a script that completes commands and options in your shell",
        description="Print a script that completes commands, options and files in a shell.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("shell", choices=SHELLS, help="the shell")
    parser.set_defaults(parser=parser, run=run)


def run(options: argparse.Namespace) -> int:
    """Print the script, and return the exit status."""
    if not extras.is_there("shtab", "completion"):
        return FAILED
    import shtab

    for action in _actions(options.whole):
        if action.type is Path:
            kind = shtab.DIRECTORY if action.metavar == "DIR" else shtab.FILE
            action.complete = kind  # type: ignore[attr-defined] # what shtab looks for
    answer(shtab.complete(options.whole, options.shell).rstrip("\n"))
    return 0


def _actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """Yield the options and arguments of a parser and of its commands."""
    for action in parser._actions:  # noqa: SLF001  argparse has no public list of them
        yield action
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001  nor of commands
            for command in action.choices.values():
                yield from _actions(command)
