"""`sdkwright explain`: say what the code of a diagnostic means, and what to do about it."""

from __future__ import annotations

import argparse
import textwrap
from typing import TYPE_CHECKING, Final

from sdkwright.cli.terminal import WRONG_USE, answer, say

if TYPE_CHECKING:
    from sdkwright.diff.changes import Rule

_WIDTH: Final = 80

_EXAMPLES: Final = """\
examples:
  sdkwright explain weak-type
      Say what `warning[weak-type]` means, and what to do about it.
  sdkwright explain
      List all codes of diagnostics. docs/compatibility.md lists those of `sdkwright diff`.

exit status:
  0  the code was explained
  2  there is no such code; similar ones are suggested
"""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "explain",
        help="explain the code of a diagnostic",
        description="Say what the code of a diagnostic means, and what to do about it.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument(
        "code", nargs="?", metavar="CODE", help="code of a diagnostic (default: list all codes)"
    )
    parser.set_defaults(parser=parser, run=run)


def run(options: argparse.Namespace) -> int:
    """Explain a code, and return the exit status."""
    from sdkwright.diagnostics import codes, one_line
    from sdkwright.diff import RULES

    if options.code is None:
        answer(_listed())
        return 0
    pages = {rule.code: _page(rule) for rule in RULES}
    pages |= {code.name: codes.page(code) for code in codes.CODES.values()}
    page = pages.get(options.code)
    if page is None:
        close = codes.close_to(options.code, pages)
        advice = (
            f"did you mean {' or '.join(f'`{name}`' for name in close)}?"
            if close
            else "`sdkwright explain` lists all codes."
        )
        say(one_line(f"error[usage]: there is no code `{options.code}`; {advice}"))
        return WRONG_USE
    answer("\n\n".join(textwrap.fill(text, _WIDTH) for text in page.split("\n\n")))
    return 0


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
