"""Atomic writes: a file has its old content or the new one, even if the write is interrupted.

This module does not know what is in the files, nor which belong together.
"""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path
from typing import Final

_NOT_REPLACED: Final = frozenset({"dev", "proc"})
"""Paths below these folders, such as `/dev/stdout`, stand for something else."""


def unfinished(target: Path) -> str:
    """Return how the names of files and folders begin that will replace `target` once complete.

    They are in the same folder.
    """
    return f".{target.name[:100]}.new-"


def write_whole(path: Path, content: bytes) -> None:
    """Write a file atomically; links are followed, and devices and pipes are written to directly.

    Args:
        path: The file, which need not exist. Its permissions are kept.
        content: Its new content.

    Raises:
        OSError: It can't be written, and still has its old content.
    """
    target = Path(os.path.realpath(path))
    mode = _mode(target)
    if (mode is not None and not stat.S_ISREG(mode)) or path.absolute().parts[1] in _NOT_REPLACED:
        path.write_bytes(content)
        return
    if mode is not None and not os.access(target, os.W_OK):
        path.open("ab").close()  # raises the reason
    handle, name = tempfile.mkstemp(prefix=unfinished(target), dir=target.parent)
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        fresh.chmod(default_mode(0o666) if mode is None else stat.S_IMODE(mode))
        fresh.replace(target)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int | None:
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


def default_mode(wanted: int) -> int:
    """Return the permissions that a new file or folder gets, by the umask of this process."""
    mask = os.umask(0)
    os.umask(mask)
    return wanted & ~mask
