"""Writes the generated files to the output folder: all or none, and leaves other files alone.

A manifest in the folder lists our files and their digests. A file that differs from its entry was
edited by hand, a file without an entry belongs to someone else, and neither is overwritten without
`force`. `trees` builds the new tree beside the old one and swaps the two; `in_place` is for folders
that cannot be swapped, such as a mount point.

This module knows files and nothing of their contents.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Final

from sdkwright.diagnostics import Diagnostics, Fatal, Place
from sdkwright.output import in_place, trees
from sdkwright.output.format import format_all
from sdkwright.workspace.cache import Cache

MANIFEST: Final = ".sdkwright.json"


@dataclass(frozen=True, slots=True)
class Written:
    """What a run did to the folder, or would have done if not for `--check`, as sorted paths."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    digest: str

    @property
    def differs(self) -> bool:
        """Whether the folder was not as it has to be."""
        return bool(self.added or self.changed or self.removed)


@dataclass(frozen=True)
class _Tree:
    """An output folder: its path as shown to people, and its real one.

    `old` and `new` map the paths of our files to their digests, as of the last run and of this one.
    """

    shown: Path
    target: Path
    old: Mapping[str, str]
    new: Mapping[str, str]

    @cached_property
    def found(self) -> Mapping[str, str | None]:
        """The current digest of each of these files; None if there is no such file."""
        look = _Folder(self.target)
        return {path: look.sha256(path) for path in {*self.new, *self.old}}


def write(
    texts: Mapping[str, str],
    folder: Path,
    diagnostics: Diagnostics,
    cache: Cache,
    *,
    force: bool = False,
    check: bool = False,
) -> Written:
    """Write exactly these files to a folder, besides those that are not the generator's.

    Args:
        texts: Path below the folder, with `/` → text. Python need not be formatted.
        folder: The output folder; it is created if missing.
        diagnostics: Gets an error for each thing that keeps the files from being written.
        cache: Where formatted Python is kept.
        force: Overwrite files that were edited by hand, and files of others that are in the way.
        check: Write nothing. Each difference becomes an error with the code `out-of-date`.

    Returns:
        What was done. If nothing differed, nothing was touched.

    Raises:
        UsageError: The folder cannot be an output folder.
        Fatal: The files cannot be written. The folder is unchanged.
    """
    _check_paths(texts, diagnostics)
    contents = format_all(texts, diagnostics, cache)
    if diagnostics.has_errors:
        raise Fatal("output")
    try:
        target = _check_folder(folder, diagnostics)
        return _write(contents, folder, target, diagnostics, force=force, check=check)
    except OSError as error:
        raise diagnostics.fatal(
            "cannot-write",
            f"cannot {'read' if check else 'write'} the output: {error.strerror or error}",
            at=Place(str(error.filename or folder)),
        ) from None


def _write(
    contents: dict[str, bytes],
    folder: Path,
    target: Path,
    diagnostics: Diagnostics,
    *,
    force: bool,
    check: bool,
) -> Written:
    new = {path: hashlib.sha256(content).hexdigest() for path, content in contents.items()}
    contents[MANIFEST] = _manifest_text(new)
    new[MANIFEST] = hashlib.sha256(contents[MANIFEST]).hexdigest()
    with _alone(target):
        if not check:
            trees.recover(target, lambda backup: {*_read_manifest(backup), MANIFEST})
            in_place.settle(target, lambda: (MANIFEST, _manifest_text(_known(target))))
        tree = _Tree(folder, target, _known(target), new)
        plan = _plan(tree)
        if check:
            _report_drift(plan, tree, diagnostics)
            return plan
        _protect(tree, plan, diagnostics, force=force)
        if plan.differs:
            _replace(contents, {*plan.added, *plan.changed}, plan.removed, target)
    return plan


def _replace(
    contents: Mapping[str, bytes], differing: set[str], removed: Iterable[str], target: Path
) -> None:
    if not in_place.is_needed(target):
        try:
            trees.swap(contents, differing, removed, target)
        except OSError as error:
            is_there = target.is_dir() and not os.path.lexists(trees.backup_of(target))
            if error.errno not in {errno.EBUSY, errno.EXDEV} or not is_there:
                raise
        else:
            return
    in_place.update(contents, differing, removed, target, last=MANIFEST)


def tree_digest(folder: Path) -> str | None:
    """Return a digest of what the generator wrote into a folder.

    Returns:
        A digest of all files in the manifest, as `Written.digest`; None if a file differs from the
        manifest, so that the next run has something to do or to report.
    """
    try:
        target = folder.resolve()
        text = (target / MANIFEST).read_bytes()
        look = _Folder(target)
        if any(look.sha256(path) != known for path, known in _read_manifest(target).items()):
            return None
    except (OSError, RuntimeError):  # RuntimeError: a cycle of links
        return None
    return hashlib.sha256(text).hexdigest()


# Which paths may be written


def _check_paths(texts: Mapping[str, str], diagnostics: Diagnostics) -> None:
    """Reject names that lead out of the folder, or that are the same name on some file systems."""
    seen: dict[str, str] = {}
    for path in sorted(texts):
        reason = _path_problem(path)
        other = seen.setdefault(path.casefold(), path)
        if reason is None and other != path:
            reason = f"it differs from {other} in case only"
        if reason is not None:
            diagnostics.error(
                "internal-error",
                f"cannot write a generated file named {path!r}: {reason}",
                fix="please report this as a bug of the generator, with the document",
            )


def _path_problem(path: str) -> str | None:
    parts = path.split("/")
    if any(part in {"", ".", ".."} for part in parts) or PurePosixPath(path).is_absolute():
        return "it is outside the output folder"
    if "\\" in path or ":" in path or not path.isprintable():
        return "the name is not valid on all systems"
    if len(path) > 200 or any(len(part.encode()) > 140 for part in parts):
        return "the name is too long"
    return "the name is reserved for the manifest" if path == MANIFEST else None


def _check_folder(folder: Path, diagnostics: Diagnostics) -> Path:
    try:
        target = folder.resolve()
    except RuntimeError:  # raised by Python before 3.13
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), folder) from None
    here = Path.cwd().resolve()
    if target in (here, *here.parents):
        raise diagnostics.usage(
            "bad-output",
            "the output folder would be replaced, but it is the current folder or contains it",
            fix="choose a folder for the output alone",
            at=Place(str(folder)),
        )
    if target.exists() and not target.is_dir():
        raise diagnostics.usage("bad-output", "the output is not a folder", at=Place(str(folder)))
    return target


def _protect(tree: _Tree, plan: Written, diagnostics: Diagnostics, *, force: bool) -> None:
    """Report everything that people wrote and that would be lost, and stop if there is any."""
    before = len(diagnostics.items)
    look = _Folder(tree.target)
    for path in sorted({*tree.new, *tree.old}):
        found = tree.found[path]
        if found is not None and found in {tree.old.get(path), tree.new.get(path)}:
            continue
        place = Place(str(tree.shown / path))
        blocking = look.blocking(path)
        if blocking is not None and path in tree.new:
            diagnostics.error(
                "file-in-way",
                f"{blocking} is in the way of a generated file",
                fix="move it away",
                at=place,
            )
            continue
        if force or found in {None, tree.old.get(path), tree.new.get(path)} or path == MANIFEST:
            continue
        if path in tree.old:
            diagnostics.error(
                "edited-file",
                "this generated file was edited by hand; the edit would be lost",
                fix=(
                    "change the document, the settings or the templates, or pass --force to "
                    "overwrite the file"
                ),
                at=place,
            )
        elif path in plan.changed:
            diagnostics.error(
                "file-in-way",
                "the generator did not write this file, but needs its path",
                fix="move it away, or pass --force to overwrite it",
                at=place,
            )
    if len(diagnostics.items) > before:
        raise Fatal("output")


class _Folder:
    """The current contents of a folder; each folder below it is inspected once."""

    def __init__(self, target: Path) -> None:
        self._target = str(target)
        self._in_way: dict[str, str | None] = {"": None}

    def blocking(self, path: str) -> str | None:
        """Return what blocks the path of a file, or of one of its folders; None if nothing does."""
        in_way = self._instead_of_folder(path.rpartition("/")[0])
        if in_way is not None:
            return in_way
        mode = self._mode(path)
        if mode is None or stat.S_ISREG(mode):
            return None
        return "a folder" if stat.S_ISDIR(mode) else "a symlink or device"

    def sha256(self, path: str) -> str | None:
        """Return the digest of a file, None if there is none; links are not followed.

        Raises:
            OSError: It can't be read, so it is unknown whether it was edited.
        """
        if self.blocking(path) is not None:
            return None
        try:
            with open(f"{self._target}/{path}", "rb") as file:  # noqa: PTH123  thousands of them
                return hashlib.sha256(file.read()).hexdigest()
        except (FileNotFoundError, NotADirectoryError):
            return None

    def _instead_of_folder(self, path: str) -> str | None:
        if path not in self._in_way:
            mode = self._mode(path)
            is_other = mode is not None and not stat.S_ISDIR(mode)
            above = self._instead_of_folder(path.rpartition("/")[0])
            here = f"`{path}`, which is not a folder," if is_other else None
            self._in_way[path] = above or here
        return self._in_way[path]

    def _mode(self, path: str) -> int | None:
        try:
            return os.lstat(f"{self._target}/{path}").st_mode
        except OSError:
            return None


# The current state, and what has to be done


def _plan(tree: _Tree) -> Written:
    found = tree.found
    return Written(
        added=tuple(sorted(path for path in tree.new if found[path] is None)),
        changed=tuple(sorted(p for p, sha in tree.new.items() if found[p] not in {None, sha})),
        removed=tuple(sorted({path for path in tree.old if found[path]} - {*tree.new})),
        digest=tree.new[MANIFEST],
    )


def _report_drift(plan: Written, tree: _Tree, diagnostics: Diagnostics) -> None:
    def report(path: str, message: str) -> None:
        place = Place(str(tree.shown / path))
        diagnostics.error("out-of-date", message, fix="run the generator", at=place)

    for path in plan.added:
        report(path, "the file is missing")
    for path in plan.removed:
        report(path, "the file is stale: the generator no longer writes it")
    for path in plan.changed:
        if path in tree.old and tree.found[path] != tree.old[path]:
            report(path, "the file was edited by hand")
        elif path != MANIFEST or not (plan.added or plan.removed or len(plan.changed) > 1):
            report(path, "the file is out of date")


def _manifest_text(digests: Mapping[str, str]) -> bytes:
    return (json.dumps(dict(sorted(digests.items())), indent=0) + "\n").encode()


def _read_manifest(target: Path) -> dict[str, str]:
    """Return the digests of our files; none if this does not look like our manifest."""
    try:
        read: object = json.loads((target / MANIFEST).read_bytes())
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError, ValueError, RecursionError):
        return {}
    if not isinstance(read, dict):
        return {}
    return {
        path: known
        for path, known in read.items()
        if isinstance(known, str) and _path_problem(path) is None
    }


def _known(target: Path) -> dict[str, str]:
    """Return the digests of our files, those included that an unfinished run has put in place."""
    known = _read_manifest(target)
    look = _Folder(target)
    for path, digest in _read_manifest(in_place.unfinished(target)).items():
        if look.sha256(path) == digest:
            known[path] = digest
    return known


@contextmanager
def _alone(target: Path) -> Iterator[None]:
    """Lock the folder, so that one run at a time changes it; no lock file is left behind."""
    parent = target.parent
    while not parent.is_dir():
        parent = parent.parent
    if sys.platform == "win32":  # Windows has no such lock
        yield
        return
    import fcntl  # noqa: PLC0415  Windows has no such module

    handle = os.open(parent, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
