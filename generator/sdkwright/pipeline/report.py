"""The report of a run, for its caller and for the file of `--report`."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, replace

from sdkwright.diagnostics import Diagnostic


@dataclass(slots=True)
class Report:
    """What a run did.

    Args:
        operations: Number of operations in the document (path × method).
        generated: Number of those that are in the SDK.
        skipped: The others, each as "METHOD /path".
        dropped: Those that have a fault or need what is not supported, each as "METHOD /path", with
            webhooks as "METHOD name"; the diagnostics say why.
        webhooks: Number of webhooks in the document (webhook × method), callbacks included.
        webhooks_generated: Number of those that are in the SDK.
        files: Number of files in the SDK.
        diagnostics: All diagnostics, sorted by place.
        seconds: Duration of each stage.
        up_to_date: Whether there was nothing to write.
        written: Whether the output folder has what was generated.
    """

    operations: int = 0
    generated: int = 0
    skipped: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    webhooks: int = 0
    webhooks_generated: int = 0
    files: int = 0
    diagnostics: list[Diagnostic] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)
    up_to_date: bool = False
    written: bool = False

    def as_json(self) -> str:
        """Return the report as it is written to the file of `--report`."""
        seconds = {stage: round(taken, 4) for stage, taken in self.seconds.items()}
        return json.dumps(asdict(replace(self, seconds=seconds)), indent=2) + "\n"
