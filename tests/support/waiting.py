"""How tests wait for what other threads and processes do.

No test measures time by these: they only keep one that would hang from hanging for ever.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

PATIENCE: Final = 1_800
"""Seconds after which what must happen is taken for something that never will."""

PATIENCE_MS: Final = PATIENCE * 1000
"""The same for clients whose time-outs must not pass."""

_LOOKS: Final = 6_000
_PAUSE: Final = 0.005


def eventually(condition: Callable[[], bool]) -> bool:
    """Wait until a condition holds, and return whether it does.

    Looks are counted, not seconds: where others take the processor, each takes longer.
    """
    for _ in range(_LOOKS):
        if condition():
            return True
        time.sleep(_PAUSE)
    return condition()
