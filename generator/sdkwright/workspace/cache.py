"""Remembers on disk what was costly to make, under a digest of all that it was made from.

A cache may be lost, damaged, shared by runs at the same time or impossible to write: all that
happens is that things are made again. An entry is good under its own key only. This module does
not know what it keeps.
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
    """Make a key of all that a result depends on; where a part ends counts, too."""
    made = hashlib.sha256()
    for part in parts:
        made.update(len(part).to_bytes(8))
        made.update(part)
    return made.hexdigest()


def default_folder() -> Path | None:
    """Return the folder that this user's programs keep such things in, or None without a home."""
    given = Path(os.environ.get("XDG_CACHE_HOME", ""))
    if given.is_absolute():  # the XDG specification: others are to be ignored
        return given / "sdkwright"
    try:
        return Path.home() / ".cache" / "sdkwright"
    except RuntimeError:
        return None


class Cache:
    """Contents by key. Every entry is a file, written at once and checked when it is read."""

    def __init__(self, folder: Path | None) -> None:
        """`folder` None is a cache that keeps nothing."""
        self._folder = folder

    @property
    def keeps(self) -> bool:
        """Whether anything can be found here at all."""
        return self._folder is not None

    def get(self, key: str) -> bytes | None:
        """Return what was kept under a key, or None."""
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
            os.utime(path)  # what is used is not old
        return content

    def put(self, key: str, content: bytes) -> None:
        """Keep something under a key, if that is possible."""
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
        """Remove what was not used for a month."""
        if self._folder is None:
            return
        oldest = time.time() - _KEPT_FOR
        with contextlib.suppress(OSError), os.scandir(self._folder) as entries:
            for entry in entries:
                if entry.is_file(follow_symlinks=False) and entry.stat().st_mtime < oldest:
                    Path(entry.path).unlink()
