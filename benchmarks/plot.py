"""Draws `results.svg` and `concurrency.svg` from `results.json`; runs where matplotlib is.

The same results yield the same bytes: no date, no random ids, letters drawn as outlines.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, Final

import matplotlib as mpl  # type: ignore[import-not-found] # installed where this runs
from matplotlib.figure import Figure  # type: ignore[import-not-found] # as above

from .catalog import COSTS, FAST, FAST_FLOOR, FLOOR, OURS, PEERS, RATES, Measure
from .report import number
from .results import Results, read

COLUMNS: Final = 4
COLORS: Final = {OURS: "#1f6feb", FAST: "#8250df"}
LINES: Final = {FLOOR: (COLORS[OURS], "--"), FAST_FLOOR: (COLORS[FAST], "--")}
"""A floor is drawn in the colour of the peer that it is the floor of."""
MARKS: Final = ("o", "s", "D", "^", "v", "P", "X")
OTHERS: Final = "#b1bac4"
TEXT: Final = "#24292f"
FAINT: Final = "#57606a"

STYLE: Final = {
    "font.size": 9,
    "svg.hashsalt": "benchmarks",
    "text.color": TEXT,
    "ytick.color": TEXT,
}


def draw(results: Results, path: Path) -> None:
    """Draw a panel for each measure, with a bar for each peer.

    Args:
        results: The figures.
        path: The file to write: SVG, or the format of its suffix.
    """
    mpl.rcParams.update(STYLE)
    rows = -(-(len(COSTS) + 1) // COLUMNS)
    figure = Figure(figsize=(14, 1.62 * rows))
    panels = figure.subplots(rows, COLUMNS, squeeze=False)
    for index, panel in enumerate(panels.flat):
        if index < len(COSTS):
            _draw_panel(panel, results, COSTS[index], names=index % COLUMNS == 0)
        else:
            panel.axis("off")
    _explain(panels.flat[len(COSTS)])
    figure.tight_layout(h_pad=1.6, w_pad=1.4)
    _save(figure, path)


def draw_rates(results: Results, path: Path) -> None:
    """Draw calls per second over the number of calls at once, with a line for each peer.

    Args:
        results: The figures.
        path: The file to write: SVG, or the format of its suffix.
    """
    mpl.rcParams.update(STYLE)
    figure = Figure(figsize=(8.5, 4.6))
    panel = figure.subplots()
    places = [measure.at_once for measure in RATES]
    for peer, mark in zip(PEERS, MARKS, strict=True):
        color, line = LINES.get(peer.id, (COLORS.get(peer.id, OTHERS), "-"))
        medians = [results.median(measure.id, peer.id) for measure in RATES]
        panel.plot(places, medians, marker=mark, color=color, linestyle=line, label=peer.title)
    panel.set_xscale("log")
    panel.set_yscale("log")
    panel.set_xticks(places, [str(place) for place in places])
    panel.minorticks_off()
    panel.yaxis.set_major_formatter(lambda figure, _: number(figure))
    panel.set_xlabel("calls at once", color=FAINT)
    panel.set_title("Async calls per second, by the clock", loc="left", fontsize=9.5)
    panel.grid(visible=True, which="both", axis="y", color=OTHERS, alpha=0.35)
    panel.spines[["top", "right"]].set_visible(False)
    panel.legend(frameon=False, loc="center left", bbox_to_anchor=(1.0, 0.5))
    figure.tight_layout()
    _save(figure, path)


def _save(figure: Any, path: Path) -> None:
    metadata = {"Date": None, "Creator": None} if path.suffix == ".svg" else {}
    figure.savefig(path, metadata=metadata, facecolor="white")


def _draw_panel(panel: Any, results: Results, measure: Measure, *, names: bool) -> None:
    medians = [results.median(measure.id, peer.id) for peer in PEERS]
    places = range(len(PEERS) - 1, -1, -1)
    longest = max((median for median in medians if median is not None), default=1.0)
    for place, peer, median in zip(places, PEERS, medians, strict=True):
        if median is None:
            panel.text(0, place, " none", va="center", color=FAINT, fontsize=8)
            continue
        low, high = results.spread(measure.id, peer.id)
        panel.barh(
            place,
            median,
            height=0.66,
            color=COLORS.get(peer.id, OTHERS),
            xerr=[[median - low], [min(high, longest * 1.3) - median]],
            error_kw={"ecolor": FAINT, "elinewidth": 0.8},
        )
        ratio = results.ratio(measure.id, peer.id, OURS)
        label = (
            number(median)
            if peer.id == OURS or ratio is None
            else (f"{number(median)}  ({ratio:.2f}×)")
        )
        panel.text(
            max(median, min(high, longest * 1.3)) + longest * 0.03,
            place,
            label,
            va="center",
            fontsize=8,
            fontweight="bold" if peer.id == OURS else "normal",
        )
    panel.set_xlim(0, longest * 1.75)
    panel.set_ylim(-0.6, len(PEERS) - 0.4)
    panel.set_yticks(list(places), [peer.title for peer in PEERS] if names else [""] * len(PEERS))
    panel.tick_params(length=0)
    panel.set_xticks([])
    panel.set_title(
        f"{measure.title}, {measure.unit}" if measure.unit else measure.title,
        loc="left",
        fontsize=9.5,
        fontweight="bold",
    )
    for side in ("top", "right", "bottom"):
        panel.spines[side].set_visible(False)
    panel.spines["left"].set_color(OTHERS)


def _explain(panel: Any) -> None:
    panel.text(
        0,
        0.9,
        "Less is better. Bars: medians; lines: from the\n"
        "smallest to the greatest figure. In brackets:\n"
        "how many times as much as ours.\n"
        "µs and ms are CPU time, except where it\n"
        "says otherwise.",
        va="top",
        transform=panel.transAxes,
        color=FAINT,
    )


if __name__ == "__main__":
    _results = read(Path(sys.argv[1]))
    draw(_results, Path(sys.argv[2], "results.svg"))
    draw_rates(_results, Path(sys.argv[2], "concurrency.svg"))
