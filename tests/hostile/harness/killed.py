"""Runs something in another process, to which something happens at one moment after the other.

A moment is the n-th time that the process asks something of the system.
"""

from __future__ import annotations

import atexit
import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from sdkwright import cli, output
from sdkwright.diagnostics import Diagnostics, Fatal
from sdkwright.workspace.cache import Cache

OLD: Final = {
    "kept.md": "same\n",
    "changed.md": "old\n",
    "gone/gone.md": "old\n",
    "dir/a.md": "old\n",
}
NEW: Final = {
    "kept.md": "same\n",
    "changed.md": "new\n",
    "new/new.md": "new\n",
    "dir/a.md": "new\n",
}
OLD.update({f"many/{number}.md": "old\n" for number in range(16)})
NEW.update({f"many/{number}.md": "new\n" for number in range(16)})
MINE: Final = "dir/mine.txt"
"""A file that is not the generator's."""


def tree(folder: Path) -> dict[str, str]:
    """Read all files but the manifest and the one that is not the generator's."""
    files = (path for path in folder.rglob("*") if path.is_file())
    found = {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in files}
    return {path: text for path, text in found.items() if path not in {MINE, output.MANIFEST}}


def write(texts: dict[str, str], folder: Path) -> int:
    """Write as a run of the generator does; give its exit status."""
    found = Diagnostics()
    try:
        output.write(texts, folder, found, Cache(None))
    except Fatal:
        assert all(item.code == "cannot-write" for item in found.items), found.items
        return 1
    assert found.items == [], found.items
    return 0


def happen(
    run: Callable[[], int],
    what: Callable[[], object],
    moment: int,
    *,
    until: str = "no event",
    about: str = "",
) -> int:
    """Run in another process, to which something happens at a moment.

    Args:
        run: What is run; it gives the exit status.
        what: What happens, in the process itself.
        moment: When; 0 is never.
        until: The event of Python that no moment is after.
        about: What the system must be asked about, such as a folder.

    Returns:
        How many moments there were, if it never happened.
    """
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        count = 0
        is_over = False

        def watch(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal count, is_over
            is_over = is_over or event.startswith(until)
            asked = event.startswith(("os.", "open", "shutil.", "ctypes.call", "tempfile."))
            if is_over or not asked or "__pycache__" in str(arguments[:1]):
                return
            if about not in str(arguments):
                return
            count += 1
            if count == moment:
                what()

        status = 1
        try:
            signal.signal(signal.SIGTERM, signal.SIG_DFL)  # whoever runs the tests may ignore it
            sys.addaudithook(watch)
            with cli._ended_in_order():
                status = run()
            os.write(writer, str(count).encode())
        except SystemExit as error:
            status = int(error.code or 0)
        finally:
            atexit._run_exitfuncs()
            os._exit(status)
    os.close(writer)
    os.waitpid(child, 0)
    with os.fdopen(reader) as pipe:
        return int(pipe.read() or 0)


def moments(last: int, number: int) -> Iterator[int]:
    """Give so many moments, evenly spread over a whole run: the first, the last, and others."""
    assert last >= number, f"there are but {last} moments"
    for n in range(number):
        yield 1 + (last - 1) * n // (number - 1)
