"""A cache on disk for expensive results, each under a digest of all its inputs.

A cache may be lost, damaged, shared by concurrent runs or not writable: the only effect is that
results are computed again. An entry is valid under its own key only, and only if this user wrote
it: other users can neither read nor write the folder. Programs of this user can, so nothing that
decides what is published may use a cache. This module does not know what it stores.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Final

_KEPT_FOR: Final = 30 * 24 * 3600
_DIGEST_LENGTH: Final = 64


def digest(parts: Iterable[bytes]) -> str:
    """Return a key for everything that a result depends on; the boundaries of parts matter."""
    made = hashlib.sha256()
    for part in parts:
        made.update(len(part).to_bytes(8))
        made.update(part)
    return made.hexdigest()


def default_folder() -> Path | None:
    """Return this user's cache folder for the generator, or None without a home."""
    given = Path(os.environ.get("XDG_CACHE_HOME", ""))
    if given.is_absolute():  # the XDG specification: relative paths are ignored
        return given / "sdkwright"
    try:
        return Path.home() / ".cache" / "sdkwright"
    except RuntimeError:
        return None


class Cache:
    """Contents by key; every entry is a file, written atomically and verified when read."""

    def __init__(self, folder: Path | None) -> None:
        """Keep entries in `folder`; with None, nothing is kept."""
        self._folder = folder

    @property
    def keeps(self) -> bool:
        """Whether the cache can hold anything at all."""
        return self._folder is not None

    def get(self, key: str) -> bytes | None:
        """Return the content stored under a key, or None."""
        if self._folder is None:
            return None
        path = self._folder / key
        entry = _read_own(path)
        if entry is None:
            return None
        head, content = entry[:_DIGEST_LENGTH], entry[_DIGEST_LENGTH:]
        if head != digest([key.encode(), content]).encode():
            return None
        with contextlib.suppress(OSError):
            os.utime(path)  # used entries are not pruned
        return content

    def put(self, key: str, content: bytes) -> None:
        """Store content under a key, if possible."""
        if self._folder is None:
            return
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._folder.chmod(0o700)  # also if an older version made it, or another umask
            handle, name = tempfile.mkstemp(prefix=".new-", dir=self._folder)
        except OSError:
            return
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(digest([key.encode(), content]).encode() + content)
            Path(name).replace(self._folder / key)
        except OSError:
            with contextlib.suppress(OSError):
                Path(name).unlink()

    def prune(self) -> None:
        """Remove entries that were not used for 30 days."""
        if self._folder is None:
            return
        oldest = time.time() - _KEPT_FOR
        with contextlib.suppress(OSError), os.scandir(self._folder) as entries:
            for entry in entries:
                if entry.is_file(follow_symlinks=False) and entry.stat().st_mtime < oldest:
                    Path(entry.path).unlink()


def _read_own(path: Path) -> bytes | None:
    """Return the content of a file of this user; None if there is none, or if it is someone else's.

    A folder that others could write to once may hold entries of theirs.
    """
    try:
        with path.open("rb") as file:
            if sys.platform != "win32" and os.fstat(file.fileno()).st_uid != os.geteuid():
                return None
            return file.read()
    except OSError:
        return None
