"""The passes: `ir.Api` → `ir.Api`, each named by a verb, always in this order.

A pass knows the IR and nothing of the document, the engine or the templates.
"""

from __future__ import annotations

from sdkwright.config import Config
from sdkwright.diagnostics import Diagnostics
from sdkwright.model import ir
from sdkwright.passes.dedupe import dedupe
from sdkwright.passes.locate import locate
from sdkwright.passes.name import name
from sdkwright.passes.order import order
from sdkwright.passes.select import select
from sdkwright.passes.sign import sign
from sdkwright.passes.split import split
from sdkwright.passes.tag import tag
from sdkwright.passes.widen import widen

__all__ = ["run"]


def run(api: ir.Api, config: Config, diagnostics: Diagnostics) -> ir.Api:
    """Apply all passes.

    Args:
        api: The API as lowered by the front end.
        config: The settings; the name of the client class is reserved.
        diagnostics: Receives a note for each name that differs from the document's.

    Returns:
        The API as it will be emitted: nothing unused, all names and signatures set.
    """
    api = split(widen(tag(select(api))))
    api = dedupe(api)
    api = name(api, config, diagnostics)
    locate(api, diagnostics)
    return sign(order(api))
