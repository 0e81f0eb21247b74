"""Writes files so that they have their old content or the new one, whatever happens meanwhile.

This module does not know what is in them, nor which belong together.
"""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path
from typing import Final

_NOT_REPLACED: Final = frozenset({"dev", "proc"})
"""What is below these folders stands for something else, such as `/dev/stdout`."""


def write_whole(path: Path, content: bytes) -> None:
    """Write a file at once. A link is followed; a device or a pipe gets the content as it is.

    Args:
        path: The file, which need not exist. Its permissions stay as they are.
        content: What it has afterwards.

    Raises:
        OSError: It can't be written, and has the content that it had.
    """
    target = Path(os.path.realpath(path))
    mode = _mode(target)
    if (mode is not None and not stat.S_ISREG(mode)) or path.absolute().parts[1] in _NOT_REPLACED:
        path.write_bytes(content)
        return
    if mode is not None and not os.access(target, os.W_OK):
        path.open("ab").close()  # says why not
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:100]}.new-", dir=target.parent)
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        fresh.chmod(_default_mode() if mode is None else stat.S_IMODE(mode))
        fresh.replace(target)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int | None:
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


def _default_mode() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
