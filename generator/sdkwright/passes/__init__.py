"""The passes: `ir.Api` → `ir.Api`, a verb each, always in this order.

A pass knows the IR and nothing of the document, the engine or the templates.
"""

from __future__ import annotations

from sdkwright.config import Config
from sdkwright.diagnostics import Diagnostics
from sdkwright.model import ir
from sdkwright.passes.dedupe import dedupe
from sdkwright.passes.name import name
from sdkwright.passes.order import order
from sdkwright.passes.select import select
from sdkwright.passes.split import split

__all__ = ["run"]


def run(api: ir.Api, config: Config, diagnostics: Diagnostics) -> ir.Api:
    """Apply all passes.

    Args:
        api: What the front end made.
        config: The name of the client's class, which no other may have.
        diagnostics: Gets a note for each name that could not be as the document has it.

    Returns:
        The API as it will be emitted: nothing unused, all names set.
    """
    api = split(select(api))
    api = dedupe(api)
    api = name(api, config, diagnostics)
    return order(api)
