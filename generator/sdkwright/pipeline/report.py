"""What a run reports: to its caller, and to the file of `--report`."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, replace

from sdkwright.diagnostics import Diagnostic


@dataclass(slots=True)
class Report:
    """What a run did.

    Args:
        operations: How many path × method the document has.
        generated: How many of them the SDK has.
        skipped: The others, each as "METHOD /path".
        webhooks: How many webhook × method the document has, callbacks of operations among them.
        webhooks_generated: How many of them the SDK has.
        files: How many files the SDK has.
        diagnostics: What was found, sorted by place.
        seconds: How long each stage took.
        up_to_date: Whether there was nothing to write.
    """

    operations: int = 0
    generated: int = 0
    skipped: tuple[str, ...] = ()
    webhooks: int = 0
    webhooks_generated: int = 0
    files: int = 0
    diagnostics: list[Diagnostic] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)
    up_to_date: bool = False

    def as_json(self) -> str:
        """Write the report as it stands in the file of `--report`."""
        seconds = {stage: round(taken, 4) for stage, taken in self.seconds.items()}
        return json.dumps(asdict(replace(self, seconds=seconds)), indent=2) + "\n"
