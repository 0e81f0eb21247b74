"""What some commands need beyond the generator's own requirements."""

from __future__ import annotations

from sdkwright.cli.terminal import say


def missing(name: str, extra: str) -> None:
    """Report that the library of an extra is not installed, and how to install it."""
    say(
        f"error[missing-tool]: `{name}` is not installed here. "
        f"Fix: run `pip install 'sdkwright[{extra}]'`."
    )
