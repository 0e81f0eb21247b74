"""Puts files back as they were when something fails after they were written."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory


@contextmanager
def all_or_nothing(files: Sequence[Path], folder: Path) -> Iterator[None]:
    """Let files and a folder be written; whatever is raised, they are as they were.

    Args:
        files: Files that exist.
        folder: A folder that may be replaced as a whole, and that exists.
    """
    contents = {file: file.read_bytes() for file in files}
    target = folder.resolve()
    # Beside the folder: a rename brings it back, for which even a full disk has room.
    with TemporaryDirectory(prefix=f".{target.name}.safe-", dir=target.parent) as safe:
        kept = Path(safe, "kept")
        shutil.copytree(target, kept, symlinks=True)
        try:
            yield
        except BaseException:  # Ctrl-C as well
            if target.is_dir():
                target.rename(Path(safe, "failed"))
            kept.rename(target)
            for file, content in contents.items():
                if file.read_bytes() != content:  # one that can't be written was not
                    file.write_bytes(content)
            raise
