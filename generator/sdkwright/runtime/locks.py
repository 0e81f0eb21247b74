"""One lock for all that is made once: pools, decoders, resources."""

from __future__ import annotations

import os
import threading
from typing import Final

making: Final = threading.RLock()
"""Held while something is made that threads share. The garbage collector may close a client while
its own thread holds it, so it can be taken twice."""

if hasattr(os, "register_at_fork"):
    # A fork copies a lock as it is: one that another thread held would stay locked for ever.
    os.register_at_fork(
        before=making.acquire,
        after_in_parent=making.release,
        after_in_child=making.release,
    )
