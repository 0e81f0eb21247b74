"""The lock that guards objects created once: pools, decoders, resources."""

from __future__ import annotations

import os
import threading
from typing import Final

creation_lock: Final = threading.RLock()
"""Held while an object shared by threads is created.

It is reentrant: the garbage collector may close a client in a thread that holds it.
"""

if hasattr(os, "register_at_fork"):
    # A fork copies the lock's state: one held by another thread would stay locked forever.
    os.register_at_fork(
        before=creation_lock.acquire,
        after_in_parent=creation_lock.release,
        after_in_child=creation_lock.release,
    )
