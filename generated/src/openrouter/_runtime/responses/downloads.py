"""Writes a download to a file that appears under its name only when it is complete."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType
    from typing import Self

    import httpx2


class Download:
    """A file that gets its name when it is complete.

    Args:
        path: The name.
        response: The response, whose headers may contain the total size.
        progress: Called with the number of bytes written, and the total if it is known.
    """

    def __init__(
        self,
        path: str | os.PathLike[str],
        response: httpx2.Response,
        progress: Callable[[int, int | None], object] | None,
    ) -> None:
        self._path = Path(os.path.realpath(path))  # keeps a symlink
        # Pipes, devices and the like are written to, not replaced.
        self._is_special = self._path.exists() and not self._path.is_file()
        name = self._path.name if self._is_special else f".{os.urandom(8).hex()}.part"
        self._part = self._path.with_name(name)
        length = response.headers.get("Content-Length", "")
        is_whole = "Content-Encoding" not in response.headers and length.isdecimal()
        self._total = int(length) if is_whole else None
        self._progress = progress
        self.written = 0

    def write(self, piece: bytes) -> None:
        """Write the next bytes."""
        self._file.write(piece)
        self.written += len(piece)

    def tell(self) -> None:
        """Report the progress to the caller."""
        if self._progress is not None:
            self._progress(self.written, self._total)

    def __enter__(self) -> Self:
        self._file = self._part.open("wb" if self._is_special else "xb")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        is_whole = False
        try:
            self._file.close()  # flushes, which may fail
            if error is None and not self._is_special:
                self._part.replace(self._path)
                is_whole = True
        finally:
            if not (is_whole or self._is_special):
                self._part.unlink(missing_ok=True)
