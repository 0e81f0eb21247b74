"""A cache on disk for expensive results, each under a digest of all its inputs.

A cache may be lost, damaged, shared by concurrent runs or not writable: the only effect is that
results are computed again. An entry is valid under its own key only. This module does not know what
it stores.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
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
        try:
            entry = path.read_bytes()
        except OSError:
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
            self._folder.mkdir(parents=True, exist_ok=True)
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
