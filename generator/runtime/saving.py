"""Writing what is downloaded to a file, so that a file under its own name is always whole."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType
    from typing import Self

    import httpx2


class Saving:
    """A file that gets its name when it is complete.

    Args:
        path: The name.
        response: What says how long it will be.
        progress: Called with what was written, and with that where it is known.
    """

    def __init__(
        self,
        path: str | os.PathLike[str],
        response: httpx2.Response,
        progress: Callable[[int, int | None], object] | None,
    ) -> None:
        self._path = Path(path)
        self._part = self._path.with_name(f".{self._path.name}.{os.urandom(4).hex()}.part")
        length = response.headers.get("Content-Length", "")
        is_whole = "Content-Encoding" not in response.headers and length.isdecimal()
        self._total = int(length) if is_whole else None
        self._progress = progress
        self.written = 0

    def write(self, piece: bytes) -> None:
        """Write the next bytes."""
        self._file.write(piece)
        self.written += len(piece)
        if self._progress is not None:
            self._progress(self.written, self._total)

    def __enter__(self) -> Self:
        self._file = self._part.open("xb")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._file.close()
        if error is None:
            self._part.replace(self._path)
        else:
            self._part.unlink()
