"""Scaffold: the files that the owner of an API begins with.

`survey` reads the document, `names` suggests names, and `files` writes the texts. Nothing here
knows a terminal.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from sdkwright.diagnostics import Diagnostics, Fatal, Place
from sdkwright.workspace.atomic import write_whole


@dataclass(frozen=True, slots=True)
class Texts:
    """The files to write.

    Args:
        own: Files that the generator reads or that only it cares about, by path.
        shared: Files that a repository may have for other reasons; an existing one is kept.
    """

    own: Mapping[Path, str]
    shared: Mapping[Path, str]


def write(texts: Texts, diagnostics: Diagnostics, *, force: bool) -> tuple[list[Path], list[Path]]:
    """Write the files.

    Args:
        texts: The files.
        diagnostics: Gets an error for each file that exists and may not be overwritten.
        force: Whether files that only the generator cares about are overwritten.

    Returns:
        The files that were written, and those that existed and were kept.

    Raises:
        UsageError: A file exists, and `force` is not set; nothing was written.
        Fatal: The system refuses to write.
    """
    existing = [path for path in texts.own if path.exists() or path.is_symlink()]
    if existing and not force:
        raise _refuse(existing, diagnostics)
    kept = [path for path in texts.shared if path.exists() or path.is_symlink()]
    written = {**texts.own, **{p: text for p, text in texts.shared.items() if p not in kept}}
    for path, text in written.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, text.encode())
        except OSError as error:
            raise diagnostics.fatal(
                "cannot-write",
                f"cannot write the file: {error.strerror or error}",
                at=Place(str(path)),
            ) from None
    return [*written], kept


def _refuse(existing: Iterable[Path], diagnostics: Diagnostics) -> Fatal:
    *others, last = existing
    for path in others:
        diagnostics.error("existing-file", _EXISTS, fix=_FIX, at=Place(str(path)))
    return diagnostics.usage("existing-file", _EXISTS, fix=_FIX, at=Place(str(last)))


_EXISTS = "the file exists already"
_FIX = "pass --force to overwrite it, or --config with another path"
