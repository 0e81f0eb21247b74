"""The figures of a run: the contents of `generation.json`."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from benchmarks.machine import Machine

from .measuring import Row


@dataclass(frozen=True, slots=True)
class Generation:
    """All figures of a run.

    Attributes:
        date: The date of the run (ISO 8601).
        machine: The machine of the run.
        generators: For each generator, by its id, its title and its description.
        rows: The figures.
    """

    date: str
    machine: Machine
    generators: dict[str, tuple[str, str]]
    rows: tuple[Row, ...]

    def row(self, document: str, generator: str) -> Row | None:
        """Return the figures of a generator for a document, if they were measured."""
        found = (r for r in self.rows if (r.document, r.generator) == (document, generator))
        return next(found, None)

    def growth(self, generator: str) -> list[Row]:
        """Return the rows of the synthetic documents that have figures, smaller documents first."""
        rows = (row for row in self.rows if row.generator == generator and row.cold is not None)
        found = [row for row in rows if row.document.startswith("synthetic")]
        return sorted(found, key=lambda row: row.operations)


def write(results: Generation, path: Path) -> None:
    """Write results as JSON, one line for each row."""
    fields = asdict(results)
    rows = ",\n".join(f"  {json.dumps(_rounded(row))}" for row in fields.pop("rows"))
    head = json.dumps(fields, indent=1, ensure_ascii=False)
    path.write_text(f'{head[:-2]},\n "rows": [\n{rows}\n ]\n}}\n', encoding="utf-8")


def read(path: Path) -> Generation:
    """Read what `write` wrote."""
    fields: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return Generation(
        date=fields["date"],
        machine=Machine(**fields["machine"]),
        generators={key: (title, note) for key, (title, note) in fields["generators"].items()},
        rows=tuple(Row(**row) for row in fields["rows"]),
    )


def _rounded(row: dict[str, Any]) -> dict[str, Any]:
    return {key: round(item, 2) if isinstance(item, float) else item for key, item in row.items()}
