"""Draws `generation.svg` from `generation.json`; runs in an environment with matplotlib.

The same results yield the same bytes: no date, no random ids, letters drawn as outlines.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import matplotlib as mpl  # type: ignore[import-not-found] # installed where this runs
from matplotlib.figure import Figure  # type: ignore[import-not-found] # as above

from benchmarks.plot import FAINT, OTHERS, STYLE, TEXT

from .generators import OURS
from .measuring import Row
from .results import Generation, read

COLORS: Final = {OURS: "#1f6feb", "opc": "#bf8700", "java": "#8250df"}
MARKS: Final = {OURS: "o", "opc": "s", "java": "^"}


def draw(results: Generation, path: Path) -> None:
    """Draw time and memory over the number of operations, with a line for each generator.

    Args:
        results: The figures.
        path: The file to write: SVG, or the format of its suffix.
    """
    mpl.rcParams.update(STYLE)
    figure = Figure(figsize=(11, 4.2))
    seconds, memory = figure.subplots(1, 2)
    _draw_panel(seconds, results, "seconds from nothing", lambda row: row.cold)
    _draw_panel(memory, results, "memory at its highest, MB", lambda row: row.peak)
    seconds.legend(frameon=False, loc="upper left")
    figure.text(
        0.5,
        0.01,
        "Synthetic documents. Dotted: if it went on as between the two smallest.",
        ha="center",
        color=FAINT,
        fontsize=8,
    )
    figure.tight_layout(rect=(0, 0.04, 1, 1), w_pad=3)
    metadata = {"Date": None, "Creator": None} if path.suffix == ".svg" else {}
    figure.savefig(path, metadata=metadata, facecolor="white")


def _draw_panel(
    panel: Any, results: Generation, title: str, figure_of: Callable[[Row], float | None]
) -> None:
    highest = 0.0
    for name, (label, _) in results.generators.items():
        points = [
            (row.operations, figure)
            for row in results.growth(name)
            if (figure := figure_of(row)) is not None
        ]
        if not points:
            continue
        xs, ys = zip(*points, strict=True)
        color = COLORS.get(name, OTHERS)
        panel.plot(xs, ys, color=color, marker=MARKS.get(name, "o"), markersize=4, label=label)
        if len(points) > 1:
            slope = (ys[1] - ys[0]) / (xs[1] - xs[0])
            panel.plot(
                (xs[0], xs[-1]),
                (ys[0], ys[0] + slope * (xs[-1] - xs[0])),
                color=color,
                linestyle=":",
                linewidth=0.8,
            )
        highest = max(highest, *ys)
    panel.set_ylim(0, highest * 1.1 or 1)
    panel.set_xlim(0)
    panel.set_xlabel("operations", color=FAINT)
    panel.set_title(title, loc="left", fontsize=9.5, fontweight="bold", color=TEXT)
    panel.grid(color="#eaeef2", linewidth=0.6)
    for side in ("top", "right"):
        panel.spines[side].set_visible(False)


if __name__ == "__main__":
    draw(read(Path(sys.argv[1])), Path(sys.argv[2]))
