"""Compares two versions of an SDK from its callers' point of view.

Both are `ir.Api`s after all passes, with the settings that name the package. Nothing here reads
documents, refers to templates, or knows versions and files.
"""

from __future__ import annotations

from sdkwright.config import Config
from sdkwright.diff.changes import LEVELS, Change, Level, Rule
from sdkwright.diff.client import compare_client
from sdkwright.diff.declarations import compare_declarations
from sdkwright.diff.ledger import Ledger
from sdkwright.diff.operations import compare_operations
from sdkwright.diff.rules import RULES
from sdkwright.diff.surface import Surface
from sdkwright.diff.webhook_changes import compare_webhooks
from sdkwright.model import ir

__all__ = ["LEVELS", "RULES", "Change", "Level", "Rule", "compare"]


def compare(old: ir.Api, new: ir.Api, old_config: Config, new_config: Config) -> tuple[Change, ...]:
    """Return what changed for callers.

    Args:
        old: The old API, after all passes.
        new: The new API.
        old_config: The old settings.
        new_config: The new settings.

    Returns:
        The changes, most severe first, then sorted by what callers type; empty if the two SDKs can
        be used in the same way.
    """
    ledger = Ledger(Surface(old, old_config), Surface(new, new_config))
    compare_client(ledger)
    compare_operations(ledger)
    compare_webhooks(ledger)
    compare_declarations(ledger)
    return ledger.changes()
