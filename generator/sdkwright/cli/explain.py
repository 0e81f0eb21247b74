"""`sdkwright explain`: say what a code of diagnostics, a setting or an extension means."""

from __future__ import annotations

import argparse
import textwrap
from typing import TYPE_CHECKING, Final

from sdkwright.cli.terminal import WRONG_USE, answer, say

if TYPE_CHECKING:
    from sdkwright.config.settings import Setting
    from sdkwright.diff.changes import Rule
    from sdkwright.model.extensions import Extension

_WIDTH: Final = 80

_EXAMPLES: Final = """\
examples:
  sdkwright explain weak-type
      Say what `warning[weak-type]` means, and what to do about it.
  sdkwright explain package.module
  sdkwright explain x-speakeasy-pagination
      Explain a setting of sdk.toml, and an extension of the document.
  sdkwright explain
      List all codes of diagnostics. docs/compatibility.md lists those of `sdkwright diff`.

exit status:
  0  the name was explained
  2  there is no such name; similar ones are suggested
"""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "explain",
        help="explain a code of diagnostics, a setting or an extension",
        description="Say what a code of diagnostics, a setting or an extension means.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument(
        "code",
        nargs="?",
        metavar="NAME",
        help="code, setting or extension (default: list all codes)",
    )
    parser.set_defaults(parser=parser, run=run)


def run(options: argparse.Namespace) -> int:
    """Explain a code, and return the exit status."""
    from sdkwright.config.settings import SETTINGS
    from sdkwright.diagnostics import codes, one_line
    from sdkwright.diff import RULES
    from sdkwright.model.extensions import EXTENSIONS

    if options.code is None:
        answer(_listed())
        return 0
    pages = {rule.code: _page(rule) for rule in RULES}
    pages |= {row.key: _setting(row) for row in SETTINGS.values()}
    pages |= {key: _extension(item) for item in EXTENSIONS for key in (item.key, *item.aliases)}
    pages |= {code.name: codes.page(code) for code in codes.CODES.values()}
    page = pages.get(options.code)
    if page is None:
        close = codes.close_to(options.code, pages)
        advice = (
            f"did you mean {' or '.join(f'`{name}`' for name in close)}?"
            if close
            else "`sdkwright explain` lists all codes."
        )
        say(one_line(f"error[usage]: nothing is called `{options.code}`; {advice}"))
        return WRONG_USE
    answer("\n\n".join(map(_filled, page.split("\n\n"))))
    return 0


def _filled(paragraph: str) -> str:
    is_code = paragraph.startswith("  ")
    return paragraph if is_code else textwrap.fill(paragraph, _WIDTH, break_on_hyphens=False)


def _setting(row: Setting) -> str:
    default = f"Default: {row.default}." if row.default else "The setting is required."
    return (
        f"{row.key} (a setting in sdk.toml)\n\n{row.meaning}\n\nMust be {row.kind.takes}. "
        f"{default}\n\n  [{row.table}]\n  {row.name} = {row.example}"
    )


def _extension(item: Extension) -> str:
    aliases = f" The same: {', '.join(item.aliases)}." if item.aliases else ""
    example = textwrap.indent(item.example, "  ")
    places = ", ".join(item.places)
    return f"{item.key} (an extension)\n\n{item.meaning}\n\nIn: {places}.{aliases}\n\n{example}"


def _page(rule: Rule) -> str:
    kind = "a change of the docs" if rule.level == "docs" else f"a {rule.level} change"
    who = f"\n\nAffected: {rule.who}." if rule.who else ""
    what = f"{rule.what[0].upper()}{rule.what[1:]}."
    return f"{rule.code} ({kind}, found by `sdkwright diff`)\n\n{what}\n\n{rule.why}{who}"


def _listed() -> str:
    from sdkwright.diagnostics import codes

    width = max(map(len, codes.CODES)) + 2
    lines: list[str] = []
    for title, room in codes.ROOMS:
        lines += ["", title] if lines else [title]
        lines += [f"  {code.name.ljust(width)}{' or '.join(code.severities)}" for code in room]
    return "\n".join(lines)
