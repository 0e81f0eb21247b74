"""Locks that a forked process does not inherit, and imports that a fork cuts off.

A forked process has only the thread that forked: whatever the other threads held or had begun stays
that way. Therefore each process has locks of its own, and a child drops modules that were only
half imported. Forking itself waits for no lock: the thread that holds it might need something that
the fork has already taken, such as the locks of `logging`, and both would wait forever.
"""

from __future__ import annotations

import os
import sys
import threading
from importlib import _bootstrap
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from contextlib import AbstractContextManager


class ProcessLock:
    """A lock between the threads of one process.

    It is reentrant: the garbage collector may close a client in a thread that holds a lock.
    """

    __slots__ = ("_locks",)

    def __init__(self) -> None:
        self._locks: dict[int, AbstractContextManager[object]] = {}

    def held(self) -> AbstractContextManager[object]:
        """Return the context in which this process holds the lock."""
        pid = os.getpid()
        return self._locks.get(pid) or self._locks.setdefault(pid, threading.RLock())


def drop_unfinished_imports() -> None:
    """Forget the modules that other threads were importing when this process was forked.

    Those threads do not exist here, so every import of such a module would wait forever. Python
    has no function for this; if its internals change, that remains so, and nothing else is lost.
    """
    locks: dict[str, Any] = getattr(_bootstrap, "_module_locks", {})
    owners = {name: getattr(lock(), "owner", None) for name, lock in list(locks.items())}
    for name, owner in owners.items():
        if owner not in {None, threading.get_ident()}:
            locks.pop(name, None)
    modules: dict[str, Any] = dict(sys.modules)
    for name, module in modules.items():
        spec = vars(module).get("__spec__") if isinstance(module, ModuleType) else None
        is_unfinished = getattr(spec, "_initializing", False)
        if is_unfinished and owners.get(name) != threading.get_ident():
            sys.modules.pop(name, None)


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=drop_unfinished_imports)
