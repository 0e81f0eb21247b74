"""Generates a package from a document, though operations may be missing from it.

The command line writes nothing where an operation is dropped. What is measured here is all the
rest, so a dropped operation counts as such and stops nobody.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sdkwright import config, emit, frontend, passes
from sdkwright.config import Config
from sdkwright.diagnostics import Diagnostics
from sdkwright.emit.index import Index
from sdkwright.model import ir
from sdkwright.model.formatted import Formatted
from sdkwright.pipeline.report import Report
from sdkwright.pipeline.run import Options, Stages, run
from tests.corpus.support.contract import Contract

_SPARE_LINES = re.compile(r"\n{3,}(?!\n|@|class |def |async )")
_RECURSION = 20_000  # as the command line has it


class RefusedError(Exception):
    """A document that cannot be read at all; the report says why."""

    def __init__(self, report: Report) -> None:
        super().__init__("; ".join(map(str, report.diagnostics)))
        self.report = report


@dataclass(frozen=True)
class Made:
    """A package, and what it was made of; `index` is None where nothing was made."""

    name: str
    module: str
    client_class: str
    report: Report
    contract: Contract
    index: Index | None
    files: dict[str, str]

    def write(self, folder: Path) -> None:
        """Write the code. It is not formatted by black, which takes longer than all else; of what
        is checked here, only where lines end and are empty would change."""
        for path, text in self.files.items():
            if path.startswith("src/"):
                file = folder / path.removeprefix("src/")
                file.parent.mkdir(parents=True, exist_ok=True)
                is_final = isinstance(text, Formatted)
                wrapped = text if is_final else _SPARE_LINES.sub("\n\n", text)
                file.write_text(wrapped, encoding="utf-8", newline="\n")


def make(document: Path, module: str, scratch: Path) -> Made:
    """Generate a package.

    Args:
        document: The file.
        module: What it shall be called.
        scratch: A folder that nothing of value is in.

    Raises:
        RefusedError: If the document cannot be read.
    """
    sys.setrecursionlimit(max(_RECURSION, sys.getrecursionlimit()))
    kept: dict[str, object] = {}
    files: dict[str, str] = {}

    def lower(data: dict[str, Any], settings: Config, found: Diagnostics) -> ir.Api:
        kept["contract"] = Contract(data)
        api = frontend.lower(data, settings, found)
        found.items[:] = [
            replace(item, severity="warning") if item.code == "dropped-operation" else item
            for item in found.items
        ]
        return api

    def rendered(api: ir.Api, settings: Config) -> dict[str, str]:
        kept["index"] = Index(api)
        kept["client_class"] = settings.client_class
        files.update(emit.emit(api, settings))
        return {"README.md": "Nothing else is written.\n"}

    _, report = run(
        lambda found: config.from_options(document, module, scratch, found),
        Options(),
        Stages(lower, passes.run, rendered),
    )
    contract, index = kept.get("contract"), kept.get("index")
    if not isinstance(contract, Contract):
        raise RefusedError(report)
    assert index is None or isinstance(index, Index)
    return Made(
        document.name, module, str(kept.get("client_class")), report, contract, index, files
    )
