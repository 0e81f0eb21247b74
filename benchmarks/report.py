"""Renders `RESULTS.md` from the figures of a run; nothing here measures, or reads a clock."""

from __future__ import annotations

from collections.abc import Sequence

from .catalog import COSTS, GOALS, LAZY, MEASURES, OFFICIAL, OURS, PEERS, RATES, Goal, Measure
from .machine import Machine
from .results import Results

NONE = "–"

TITLES = {peer.id: peer.title for peer in PEERS}
MEASURE = {measure.id: measure for measure in MEASURES}


def render(results: Results) -> str:
    """Return the report, in Markdown."""
    parts = (
        HEAD,
        "## Goals",
        goals(results),
        "## Figures",
        LEGEND.format(rounds=results.rounds),
        table(results),
        "## Ratios",
        "How many times as much the peer needs as ours; below 1, it needs less.",
        ratios(results),
        "## Calls per second",
        RATES_LEGEND.format(rounds=results.rounds),
        table(results, RATES),
        "## The peers",
        "\n".join(f"- **{peer.title}**: {peer.note}" for peer in PEERS),
        versions(results),
        METHOD,
        "## The machine",
        machine(results),
    )
    return "\n\n".join(parts) + "\n"


HEAD = """\
# What a call costs

Written by `make bench`, which measures all of it again on your machine.

![Every measure as a panel with a bar for each peer](results.svg)"""

LEGEND = """\
Medians of {rounds} figures, with the smallest and the greatest. µs and ms are CPU time, of all \
threads together, except where it says "by the clock". Less is better."""

RATES_LEGEND = """\
![Calls per second of each peer, by how many are at once](concurrency.svg)

Async calls of one key by the clock, one event loop, one client: medians of {rounds} figures, with \
the smallest and the greatest. More is better. Each peer has the limits of connections that it \
comes with, except where "How it is measured" says otherwise. Client and server have a core each, \
so a figure is bounded by the slower of both."""

METHOD = """\
## How it is measured

- Every peer runs in its own virtual environment, installed from `requirements/*.lock`, and calls \
a server on the loopback interface that has a process and a core of its own. All get the same \
bytes: the examples of `spec/openapi.yaml`, with two nulls added to each key (`external_user`, \
`last_used_at`), since the models of the official SDK are newer than \
our document, and it raises without them.
- The peers take turns, so that what disturbs the machine disturbs all of them.
- With each figure, those of the warm-up included, the last answer is compared with what the \
server sent, and the server's count of calls with what was asked for. So nobody is timed doing \
nothing.
- A call lists one key, unless it says something else; connections are kept open. An async call \
is awaited on one event loop; 64 threads share one client.
- For the 64 threads, the two peers on httpx 0.28 share 20 connections that are never closed, and \
100 for async calls at once. With the default, up to 100 of which 20 are kept, httpcore 1.0.9 \
sometimes closes one that another call has just been given (encode/httpcore issue 1110), and the \
call fails or hangs. It makes their calls no dearer. httpx2 has mended that, so all others run as \
they are.
- "As in a call" decodes as the SDK does inside a call, "by hand" as its users do: \
`ListResponse.model_validate_json`, or the nearest that a peer has.
- A cold start is a new process until it has listed one key: the interpreter, imports, the \
client, the connection. Compiled modules are there. An import is timed in a new process as well.
- The floors have no package: their imports are those of their libraries and `msgspec`.
- Installed sizes leave out compiled modules and pip."""


def versions(results: Results) -> str:
    """Return the table of what the peers run on."""
    rows = ["| | runs on |", "|---|---|"]
    for peer, found in results.versions.items():
        names = ", ".join(f"{name} {version}" for name, version in sorted(found.items()))
        rows.append(f"| {TITLES[peer]} | {names} |")
    return "\n".join(rows)


def goals(results: Results) -> str:
    """Return the table of goals."""
    rows = ["| | of | measured | goal | reached |", "|---|---|---|---|---|"]
    for goal in GOALS:
        ratio = results.ratio(goal.measure, goal.of, goal.peer)
        measured = NONE if ratio is None else f"{ratio:.3f} ×"
        reached = NONE if ratio is None else "yes" if ratio <= goal.ratio else "no"
        rows.append(
            f"| {_goal(goal)} | {TITLES[goal.of]} | {measured} | ≤ {goal.ratio:.3f} × | {reached} |"
        )
    loaded = results.loaded[OURS]
    names = " and ".join(loaded) or "neither"
    rows.append(
        f"| `import openrouter` loads {' or '.join(LAZY)} | ours | {names} | neither "
        f"| {'no' if loaded else 'yes'} |"
    )
    return "\n".join(rows)


def _goal(goal: Goal) -> str:
    peer = "the official SDK" if goal.peer == OFFICIAL else f"the {TITLES[goal.peer]}"
    return f"{MEASURE[goal.measure].title}, to {peer}"


def table(results: Results, measures: Sequence[Measure] = COSTS) -> str:
    """Return the table of the figures of some measures."""
    rows = [
        f"| | {' | '.join(TITLES[peer.id] for peer in PEERS)} |",
        f"|---|{'---:|' * len(PEERS)}",
    ]
    for measure in measures:
        title = f"{measure.title}, {measure.unit}" if measure.unit else measure.title
        cells = " | ".join(_figure(results, measure, peer.id) for peer in PEERS)
        rows.append(f"| {title} | {cells} |")
    return "\n".join(rows)


def _figure(results: Results, measure: Measure, peer: str) -> str:
    median = results.median(measure.id, peer)
    if median is None:
        return NONE
    if measure.figure == "size":
        return number(median)
    low, high = results.spread(measure.id, peer)
    return f"{number(median)} ({number(low)}–{number(high)})"


def number(figure: float) -> str:
    """Return a figure with three significant digits, or as a whole number."""
    if figure >= 100:
        return f"{figure:,.0f}".replace(",", " ")
    return f"{figure:.1f}" if figure >= 10 else f"{figure:.2f}"


def ratios(results: Results) -> str:
    """Return the table of ratios."""
    others = [peer for peer in PEERS if peer.id != OURS]
    rows = [
        f"| | {' | '.join(peer.title for peer in others)} |",
        f"|---|{'---:|' * len(others)}",
    ]
    for measure in COSTS:
        cells = [results.ratio(measure.id, peer.id, OURS) for peer in others]
        texts = [NONE if ratio is None else f"{ratio:.2f}" for ratio in cells]
        rows.append(f"| {measure.title} | {' | '.join(texts)} |")
    return "\n".join(rows)


def machine(results: Results) -> str:
    """Return a description of where and when the figures were taken."""
    this = results.machine
    return describe(this, results.date, this.placing)


def describe(this: Machine, date: str, placing: str = "") -> str:
    """Return a description of a machine, and a day."""
    load = "" if this.load is None else f" Load average at the start: {this.load}."
    how = f"; {placing}" if placing else ""
    return f"{this.cpu}, {this.cores} cores, {this.system}, {this.python}, {date}{how}.{load}"
