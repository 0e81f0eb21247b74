"""Libraries that only some commands need, which extras of the generator install."""

from __future__ import annotations

from sdkwright.cli.terminal import print_diagnostics


def is_there(name: str, extra: str) -> bool:
    """Return whether the library of an extra is installed; if not, say how to install it."""
    from sdkwright.diagnostics import Diagnostics, Fatal
    from sdkwright.shipping import tools

    diagnostics = Diagnostics()
    try:
        tools.require([name], diagnostics, extra=extra)
    except Fatal:
        print_diagnostics(diagnostics.items)
        return False
    return True
