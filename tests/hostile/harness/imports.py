"""Imports all modules of packages, and all that they export, and prints whatever that does besides.
Then it uses the packages (`uses`), and prints what is wrong with them.

A script of its own, since an audit hook cannot be taken away. Each argument is a folder with one
package. What was imported before is free to do as it likes: the libraries that a package stands on.
A runtime that is a symlink is another package's too, and only imported as far as it is used.
"""

from __future__ import annotations

import importlib
import os
import resource
import sys
import warnings
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
sys.path.insert(0, str(Path(__file__).parent))
uses = importlib.import_module("uses")  # it imports what all packages need

sys.path.pop(0)

HARMLESS = frozenset({"compile", "exec", "import", "marshal.loads", "os.listdir", "os.scandir"})
HARMFUL = frozenset({"socket.connect", "subprocess.Popen", "urllib.Request"})
"""What using a package does not do either; an event loop has sockets of its own."""
watched = ""
is_used = False


def watch(event: str, arguments: tuple[object, ...]) -> None:
    """Print what is neither importing nor reading a module."""
    if not watched or event in HARMLESS:
        return
    if is_used and not (event in HARMFUL or event.startswith(("os.", "open", "shutil."))):
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
    broken: set[str] = set()
    for path in paths:
        name = ".".join(path.parts).removesuffix(".__init__")
        try:
            watched = source.name
            module = importlib.import_module(name)
            for export in getattr(module, "__all__", ()):
                getattr(module, export)
        except Exception as error:  # noqa: BLE001  the other packages are of interest too
            watched = ""
            broken.add(path.parts[0])
            sys.stdout.write(f"{source.name}: {type(error).__name__}: {error} (in {name})\n")
    own = paths[0].parts[0]
    if own not in broken:
        is_used = True
        names = [".".join(path.parts).removesuffix(".__init__") for path in paths]
        try:
            with warnings.catch_warnings():
                # A call of a deprecated method says so; importing it says nothing.
                warnings.filterwarnings("ignore", r"\w+ is deprecated\.", DeprecationWarning)
                for fault in dict.fromkeys(uses.faults(own, names)):
                    sys.stdout.write(f"{source.name}: {fault}\n")
        except Exception as error:  # noqa: BLE001  as above
            sys.stdout.write(f"{source.name}: {type(error).__name__}: {error} (in its use)\n")
    is_used, watched = False, ""
    sys.path.remove(str(source))
    for name in {*sys.modules} - before:
        if name.partition(".")[0] == own:
            del sys.modules[name]
