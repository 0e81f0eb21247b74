"""Writes a folder anew, and is killed at one moment after the other; prints what went wrong.

A script of its own, since it forks: a moment is the n-th time that the run asks something of the
system. Called with a folder and how many moments to try; prints how many there were.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from generator import output
from generator.cache import Cache
from generator.diagnostics import Diagnostics

OLD = {"kept.md": "same\n", "changed.md": "old\n", "gone/gone.md": "old\n", "dir/a.md": "old\n"}
NEW = {"kept.md": "same\n", "changed.md": "new\n", "new/new.md": "new\n", "dir/a.md": "new\n"}
for number in range(16):
    OLD[f"many/{number}.md"] = "old\n"
    NEW[f"many/{number}.md"] = "new\n"
MINE = "dir/mine.txt"


def tree(folder: Path) -> dict[str, str]:
    """Read all files but the manifest and the one that is not the generator's."""
    files = (path for path in folder.rglob("*") if path.is_file())
    found = {str(path.relative_to(folder)): path.read_text("utf-8") for path in files}
    return {path: text for path, text in found.items() if path not in {MINE, output.MANIFEST}}


def write(texts: dict[str, str], folder: Path) -> None:
    """Write as a run of the generator does."""
    found = Diagnostics()
    output.write(texts, folder, found, Cache(None))
    assert found.items == [], found.items


def run(folder: Path, moment: int) -> int:
    """Write the new tree in another process, which is killed at a moment; give its last one."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        count = 0

        def watch(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal count
            if not event.startswith(("os.", "open", "shutil.", "ctypes.call", "tempfile.")):
                return
            if "__pycache__" in str(arguments[:1]):
                return
            count += 1
            if count == moment:
                os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(watch)
        write(NEW, folder)
        os.write(writer, str(count).encode())
        os._exit(0)
    os.close(writer)
    os.waitpid(child, 0)
    with os.fdopen(reader) as pipe:
        return int(pipe.read() or 0)


def main(folder: Path, moments: int) -> None:
    """Try so many moments, evenly spread over the whole run."""
    target = folder / "generated"
    write(OLD, target)
    (target / MINE).write_text("mine\n", "utf-8")
    last = run(target, 0)
    assert tree(target) == NEW
    tried = sorted({1 + last * n // moments for n in range(moments)})
    seen = set()
    for moment in tried:
        write(OLD, target)
        run(target, moment)
        left = tree(target)
        if left not in (OLD, NEW):
            sys.stdout.write(f"moment {moment}: a mixture: {left}\n")
        seen.add("old" if left == OLD else "new")
        write(NEW, target)
        if tree(target) != NEW or (target / MINE).read_text("utf-8") != "mine\n":
            sys.stdout.write(f"moment {moment}: not mended: {tree(target)}\n")
        if [path.name for path in folder.iterdir()] != ["generated"]:
            sys.stdout.write(f"moment {moment}: left behind: {[*folder.iterdir()]}\n")
    sys.stdout.write(f"{len(tried)} moments, {' and '.join(sorted(seen))}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
