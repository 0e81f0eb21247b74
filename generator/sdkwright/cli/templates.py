"""`sdkwright templates`: list the templates, and copy those that are to be changed."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sdkwright.cli import configs
from sdkwright.cli.terminal import (
    FAILED,
    WRONG_USE,
    answer,
    nearest_config,
    print_diagnostics,
    say,
)

if TYPE_CHECKING:
    from sdkwright.config import Config
    from sdkwright.diagnostics import Diagnostics

_DIRECTORY: Final = "templates"
"""The folder beside sdk.toml, if the settings name none."""

_EXAMPLES: Final = """\
examples:
  sdkwright templates list
      List the templates, with the class of what each is given; `*` marks those that are replaced.
  sdkwright templates copy docs/readme.md.jinja
      Copy a template to `templates.directory` of sdk.toml, to change it there.
  sdkwright templates copy python/client.jinja --output /tmp/ours
      Copy it to another folder, for example to compare it with a changed one.

A template in that folder replaces the one of the same name. They are Jinja templates, rendered in a
sandbox. What they are given may change with each version of the generator.

exit status:
  0  the templates were listed or copied
  1  the settings have errors, or a file cannot be written
  2  the command is wrong: no such template, or a file that exists already
"""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "templates",
        help="list the templates, or copy one to change it",
        description="List the templates that an SDK is rendered with, or copy one to change it.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("action", choices=("list", "copy"), help="what to do")
    parser.add_argument("name", nargs="?", metavar="NAME", help="with copy: name of the template")
    configs.add(parser)
    parser.add_argument(
        "--output",
        type=Path,
        metavar="DIR",
        help="with copy: folder (default: `templates.directory` of sdk.toml)",
    )
    parser.add_argument("--force", action="store_true", help="overwrite a file that exists")
    parser.set_defaults(parser=parser, run=run)


def run(options: argparse.Namespace) -> int:
    """List or copy templates, and return the exit status."""
    if options.action == "copy" and options.name is None:
        options.parser.error("copy needs the NAME of a template; `list` lists them")
    if options.action == "list" and options.name is not None:
        options.parser.error("list takes no NAME")
    from sdkwright.diagnostics import Diagnostics, Fatal, UsageError

    diagnostics = Diagnostics()
    try:
        if options.action == "list":
            return _list(_settings(options, diagnostics))
        return _copy(options, diagnostics)
    except Fatal as error:
        print_diagnostics(diagnostics.items)
        return WRONG_USE if isinstance(error, UsageError) else FAILED


def _settings(options: argparse.Namespace, diagnostics: Diagnostics) -> Config | None:
    """Read the settings; None if there is no settings file and none is named."""
    from sdkwright import config

    path = options.config or nearest_config()
    if options.config is None and not path.is_file():
        return None
    return config.read(path, diagnostics)


def _list(config: Config | None) -> int:
    from sdkwright.workspace.own_files import template_names, templates

    own = config.templates if config else None
    names = template_names()
    width = max(map(len, names)) + 2
    for name in names:
        head = (templates() / name).read_text(encoding="utf-8").partition("\n")[0]
        view = head.removeprefix("{# view: ").removesuffix(" #}") if head.startswith("{#") else ""
        mark = "*" if own is not None and (own / name).is_file() else " "
        answer(f"{mark} {name.ljust(width)}{view}".rstrip())
    return 0


def _copy(options: argparse.Namespace, diagnostics: Diagnostics) -> int:
    import difflib

    from sdkwright.diagnostics import one_line
    from sdkwright.workspace.atomic import write_whole
    from sdkwright.workspace.own_files import template_names, templates

    names = template_names()
    if options.name not in names:
        close = difflib.get_close_matches(options.name, names, n=3, cutoff=0.4)
        advice = f"; did you mean {' or '.join(f'`{name}`' for name in close)}?" if close else "."
        say(one_line(f"error[usage]: there is no template `{options.name}`{advice}"))
        return WRONG_USE
    config = None if options.output else _settings(options, diagnostics)
    beside = (options.config or nearest_config()).parent / _DIRECTORY
    folder = options.output or (config and config.templates) or beside
    path = Path(os.path.relpath(folder / options.name))
    if path.exists() and not options.force:
        say(f"{path}: error[existing-file]: the file exists already. Fix: pass --force.")
        return WRONG_USE
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, (templates() / options.name).read_bytes())
    except OSError as error:
        say(f"{path}: error[cannot-write]: {error.strerror or error}.")
        return FAILED
    answer(f"wrote {path}")
    if not options.output and (config is None or config.templates is None):
        answer(f'Set `directory = "{_DIRECTORY}"` in the table `templates` of sdk.toml to use it.')
    return 0
