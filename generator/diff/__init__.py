"""Compares two versions of an SDK as its callers see them.

Both are `ir.Api`s that all passes have seen, with the settings that name the package. Nothing
here reads documents, refers to templates, or knows versions and files.
"""

from __future__ import annotations

from generator import ir
from generator.config import Config
from generator.diff.changes import LEVELS, Change, Level, Rule
from generator.diff.client import compare_client
from generator.diff.declarations import compare_declarations
from generator.diff.ledger import Ledger
from generator.diff.operations import compare_operations
from generator.diff.rules import RULES
from generator.diff.surface import Surface
from generator.diff.webhooks import compare_webhooks

__all__ = ["LEVELS", "RULES", "Change", "Level", "Rule", "compare"]


def compare(old: ir.Api, new: ir.Api, old_config: Config, new_config: Config) -> tuple[Change, ...]:
    """Tell what changed for callers.

    Args:
        old: The API as it was, after all passes.
        new: The API as it is.
        old_config: The settings as they were.
        new_config: The settings as they are.

    Returns:
        The changes, the gravest first, then by what callers type; nothing where the two SDKs are
        the same to use.
    """
    ledger = Ledger(Surface(old, old_config), Surface(new, new_config))
    compare_client(ledger)
    compare_operations(ledger)
    compare_webhooks(ledger)
    compare_declarations(ledger)
    return ledger.changes()
