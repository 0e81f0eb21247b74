"""Restores files if something fails after they were written."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import mkdtemp


@contextmanager
def all_or_nothing(files: Sequence[Path], folder: Path) -> Iterator[None]:
    """Restore files and a folder if the body of the context raises anything.

    Args:
        files: Existing files.
        folder: An existing folder, which may be replaced as a whole.
    """
    target = folder.resolve()
    # The copies are beside the originals: a rename restores them, for which even a full disk has
    # room.
    with ExitStack() as stack:
        safe = stack.enter_context(_beside(target))
        kept = safe / "kept"
        shutil.copytree(target, kept, symlinks=True)
        copies = {}
        for file in files:
            path = Path(os.path.realpath(file))
            copies[path] = stack.enter_context(_beside(path)) / "kept"
            shutil.copy2(path, copies[path])
        try:
            yield
        except BaseException:  # Ctrl-C as well
            if target.is_dir():
                target.rename(safe / "failed")
            kept.rename(target)
            for file, copy in copies.items():
                copy.replace(file)
            raise


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """Create a folder beside a file or a folder, and remove it in the end."""
    folder = Path(mkdtemp(prefix=f".{path.name}.safe-", dir=path.parent))
    try:
        yield folder
    finally:
        try:
            shutil.rmtree(folder)
        except BaseException:  # asked to end, but only once
            shutil.rmtree(folder, ignore_errors=True)
            raise
