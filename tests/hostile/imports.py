"""Imports all modules of a package, and prints whatever that does besides.

A script of its own, since an audit hook cannot be taken away. What was imported before is free to
do as it likes: the libraries that the package stands on.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
import sys
from pathlib import Path

source = Path(sys.argv[1])
sys.path.insert(0, str(source))
sys.dont_write_bytecode = True
import httpx2  # noqa: F401, E402
import msgspec  # noqa: F401, E402

HARMLESS = frozenset({"compile", "exec", "import", "marshal.loads", "os.listdir", "os.scandir"})
quiet = False


def watch(event: str, arguments: tuple[object, ...]) -> None:
    """Print what is neither importing nor reading a module."""
    if quiet or event.startswith(("object.", "sys._getframe", "code.__new__")) or event in HARMLESS:
        return
    if event == "open" and isinstance(arguments[2], int):
        reads = not arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        if reads and str(arguments[0]).endswith((".py", ".pyc")):
            return
    sys.stdout.write(f"{event} {arguments}\n")


sys.addaudithook(watch)
names = [module.name for module in pkgutil.walk_packages([str(source)])]
for name in names:
    importlib.import_module(name)
quiet = True
assert len(names) > 20, names
