"""Writes code into a cache as somebody could who may write as its user."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from sdkwright.workspace.cache import Cache

CODE: Final = "import antigravity  # by whoever wrote the cache"


def poison(folder: Path) -> int:
    """Add a line to each Python text that the cache holds, with a digest that is right, and remove
    the stamps; return the number of texts."""
    cache, poisoned = Cache(folder), 0
    for path in sorted(folder.iterdir()):
        content = cache.get(path.name)
        assert content is not None, path
        if content.startswith(b"{"):
            path.unlink()
        else:
            cache.put(path.name, content + f"\n{CODE}\n".encode())
            poisoned += 1
    return poisoned
