"""The command line: `python -m benchmarks`, which `make bench` runs."""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path
from typing import Final

from . import environments, report, run
from .environments import ROOT, BenchmarkError
from .generation import command as generation
from .results import Results, read, write

FOLDER: Final = Path(__file__).parent
SCRATCH: Final = ROOT / "build" / "benchmarks"

EPILOG: Final = """\
The first run installs the peers into benchmarks/.venvs, which takes a minute; then a whole run
takes about twenty-five minutes, ten of them for calls, and a quick one takes two. Close other
programs before a whole run: a busy machine makes all of it longer.

  python -m benchmarks                        measure, and write RESULTS.md and GENERATION.md
  python -m benchmarks --calls                only what calls cost: RESULTS.md
  python -m benchmarks --generation           only what generation costs: GENERATION.md
  python -m benchmarks --quick                only see that everything runs
  python -m benchmarks --report               write the pages and plots from the figures again
"""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks",
        description="Measure what a call of the SDK costs, and what it costs to generate one, "
        "beside peers.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--quick",
        action="store_true",
        help="take few figures, which say nothing; results go to build/benchmarks",
    )
    part = parser.add_mutually_exclusive_group()
    part.add_argument("--calls", action="store_true", help="only what calls cost")
    part.add_argument("--generation", action="store_true", help="only what generation costs")
    parser.add_argument(
        "--report", action="store_true", help="measure nothing; report on the figures again"
    )
    parser.add_argument(
        "--output", type=Path, metavar="DIR", help="where to write (default: benchmarks)"
    )
    return parser


def main(arguments: list[str] | None = None) -> int:
    """Run the command, and return its exit code."""
    options = _parser().parse_args(arguments)
    folder: Path = options.output or (SCRATCH if options.quick else FOLDER)
    folder.mkdir(parents=True, exist_ok=True)
    started = time.monotonic()

    def progress(what: str) -> None:
        sys.stderr.write(f"{time.monotonic() - started:5.0f} s  {what}\n")

    parts = []
    try:
        if not options.generation:
            parts.append(_calls(options, folder, progress))
        if not options.calls:
            told = generation.main(
                folder, progress, is_quick=options.quick, only_report=options.report
            )
            parts.append(told)
    except (BenchmarkError, OSError) as error:
        sys.stderr.write(f"benchmarks: {error}\n")
        return 1
    sys.stdout.write("\n\n".join(parts) + "\n")
    if options.quick:
        progress("a quick run: everything works, but its figures say nothing")
    progress(f"written to {os.path.relpath(folder)}")
    return 0


def _calls(options: argparse.Namespace, folder: Path, progress: run.Progress) -> str:
    progress("preparing matplotlib")
    plot = environments.prepare("plot")
    if not options.report:
        results = _measure(run.QUICK if options.quick else run.WHOLE, progress)
        write(results, folder / "results.json")
    results = read(folder / "results.json")
    (folder / "RESULTS.md").write_text(report.render(results), encoding="utf-8")
    progress("drawing")
    command = [plot.python, "-m", "benchmarks.plot", str(folder / "results.json")]
    environments.run([*command, str(folder)], variables=plot.variables())
    return f"{report.table(results)}\n\n{report.goals(results)}"


def _measure(effort: run.Effort, progress: run.Progress) -> Results:
    return run.measure_all(run.prepare(progress), effort, progress)


if __name__ == "__main__":
    sys.exit(main())
