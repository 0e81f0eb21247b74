"""The figures of a run: the contents of `results.json`, from which reports are rendered."""

from __future__ import annotations

import json
import statistics
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from .machine import Machine


@dataclass(frozen=True, slots=True)
class Results:
    """All figures of a run.

    Attributes:
        date: The date of the run (ISO 8601).
        rounds: Number of figures of each measure and peer.
        machine: The machine of the run.
        versions: For each peer, the versions of what it runs on.
        loaded: For each peer, which libraries are loaded by importing its package alone.
        samples: For each measure and peer, its figures, in the order they were taken.
    """

    date: str
    rounds: int
    machine: Machine
    versions: dict[str, dict[str, str]]
    loaded: dict[str, list[str]]
    samples: dict[str, dict[str, list[float]]]

    def median(self, measure: str, peer: str) -> float | None:
        """Return the median figure, or None if the peer has none."""
        figures = self.samples.get(measure, {}).get(peer)
        return statistics.median(figures) if figures else None

    def spread(self, measure: str, peer: str) -> tuple[float, float]:
        """Return the smallest and the largest figure."""
        figures = self.samples[measure][peer]
        return min(figures), max(figures)

    def ratio(self, measure: str, peer: str, other: str) -> float | None:
        """Return the median of one peer as a multiple of another's."""
        one = self.median(measure, peer)
        two = self.median(measure, other)
        return one / two if one is not None and two else None


def write(results: Results, path: Path) -> None:
    """Write results as JSON, one line for each series, so that diffs are readable."""
    fields = asdict(results)
    samples = fields.pop("samples")
    head = json.dumps(fields, indent=1, ensure_ascii=False)
    series = ",\n".join(
        f"  {json.dumps(measure)}: {{\n"
        + ",\n".join(
            f"   {json.dumps(peer)}: {json.dumps(figures)}" for peer, figures in peers.items()
        )
        + "\n  }"
        for measure, peers in samples.items()
    )
    path.write_text(f'{head[:-2]},\n "samples": {{\n{series}\n }}\n}}\n', encoding="utf-8")


def read(path: Path) -> Results:
    """Read what `write` wrote."""
    fields: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    fields["machine"] = Machine(**fields["machine"])
    return Results(**fields)
