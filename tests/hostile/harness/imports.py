"""Imports all modules of packages, and all that they export, and prints whatever that does besides.

A script of its own, since an audit hook cannot be taken away. Each argument is a folder with one
package. What was imported before is free to do as it likes: the libraries that a package stands on.
A runtime that is a symlink is another package's too, and only imported as far as it is used.
"""

from __future__ import annotations

import importlib
import os
import resource
import sys
from pathlib import Path

BYTES = 2_000_000_000
"""How much memory all packages may take."""
resource.setrlimit(resource.RLIMIT_AS, (BYTES, resource.getrlimit(resource.RLIMIT_AS)[1]))

sources = [Path(argument) for argument in sys.argv[1:]]
modules = [
    (source, [path.relative_to(source).with_suffix("") for path in sorted(source.rglob("*.py"))])
    for source in sources
]
sys.dont_write_bytecode = True
import httpx2  # noqa: F401, E402
import msgspec  # noqa: F401, E402

HARMLESS = frozenset({"compile", "exec", "import", "marshal.loads", "os.listdir", "os.scandir"})
watched = ""


def watch(event: str, arguments: tuple[object, ...]) -> None:
    """Print what is neither importing nor reading a module."""
    if not watched or event in HARMLESS:
        return
    if event.startswith(("object.", "sys._getframe", "code.__new__")):
        return
    if event == "open" and isinstance(arguments[2], int):
        reads = not arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        if reads and str(arguments[0]).endswith((".py", ".pyc")):
            return
    sys.stdout.write(f"{watched}: {event} {arguments}\n")


sys.addaudithook(watch)
for source, paths in modules:
    assert len(paths) > 10, paths
    sys.path.insert(0, str(source))
    before = {*sys.modules}
    for path in paths:
        name = ".".join(path.parts).removesuffix(".__init__")
        try:
            watched = source.name
            module = importlib.import_module(name)
            for export in getattr(module, "__all__", ()):
                getattr(module, export)
        except Exception as error:  # noqa: BLE001  the other packages are of interest too
            watched = ""
            sys.stdout.write(f"{source.name}: {type(error).__name__}: {error} (in {name})\n")
    watched = ""
    sys.path.remove(str(source))
    own = paths[0].parts[0]
    for name in {*sys.modules} - before:
        if name.partition(".")[0] == own:
            del sys.modules[name]
