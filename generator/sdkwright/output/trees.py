"""Replaces an old tree by a new one, so that one of the two is always in place.

The new tree is built beside the old one and renamed to its place; then files that are not ours are
moved over, and the old tree is removed. Leftovers of a run that was killed are cleaned up by the
next one. No link is followed: someone else may have prepared a folder in a repository.

This module learns from its caller which files are ours, and knows nothing of their contents.
"""

from __future__ import annotations

import contextlib
import errno
import glob
import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path, PurePosixPath
from typing import Final

from sdkwright.workspace.atomic import default_mode, unfinished

DROPPED_WITH_THEIR_FOLDER: Final = frozenset({"__pycache__"})


def swap(
    contents: Mapping[str, bytes], differing: set[str], removed: Iterable[str], target: Path
) -> None:
    """Build the new tree beside the old one, and put it in its place.

    Args:
        contents: All files of the new tree.
        differing: Those of them that are missing from the old tree or differ from it.
        removed: Our files in the old tree that the new one does not have.
        target: The folder, which need not exist.

    Raises:
        OSError: It failed and the folder is unchanged; or only the old tree can't be removed.
    """
    target.parent.mkdir(parents=True, exist_ok=True)

    def ours(_backup: Path) -> set[str]:
        return {*contents, *removed}

    try:
        fresh = Path(tempfile.mkdtemp(prefix=unfinished(target), dir=target.parent))
        _fill(fresh, contents, differing, target)
        _take_place(fresh, target)
        recover(target, ours)
    except OSError:
        _remove_unfinished(target)
        raise
    except BaseException:  # interrupted; this takes no time
        recover(target, ours)
        raise


def _take_place(fresh: Path, target: Path) -> None:
    """Put the new tree in the place of the old one, which becomes the backup.

    Where the system can exchange two folders, there is no moment without one of them. Until then
    the new tree has the name of the backup: if the process ends in between, it has no files but
    ours, and `recover` removes it.
    """
    backup = backup_of(target)
    if not target.is_dir():
        fresh.rename(target)
        return
    _refuse_link(target, target)
    fresh.rename(backup)
    if _exchange(backup, target):
        try:
            _refuse_link(backup, target)
        except OSError:
            _exchange(backup, target)
            backup.rename(fresh)
            raise
        return
    backup.rename(fresh)
    target.rename(backup)
    try:
        fresh.rename(target)
    except BaseException:
        backup.rename(target)
        raise


def _refuse_link(folder: Path, shown: Path) -> None:
    """Raise an error if someone has replaced the folder by a link since it was inspected."""
    if folder.is_symlink():
        raise OSError(errno.ENOTDIR, "the folder was replaced by a symlink", shown)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders atomically by renameat2(2); return False if that is not possible."""
    if sys.platform != "linux":
        return False
    import ctypes  # noqa: PLC0415  not needed by a run that writes nothing

    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    if rename is None:
        return False
    here, exchange = -100, 2  # AT_FDCWD and RENAME_EXCHANGE
    return bool(rename(here, os.fsencode(one), here, os.fsencode(other), exchange) == 0)


def _fill(fresh: Path, contents: Mapping[str, bytes], differing: set[str], target: Path) -> None:
    """Write the new tree with the permissions of the old one; what is new gets the usual ones."""
    inherited = stat.S_IMODE(fresh.stat().st_mode) & stat.S_ISGID
    fresh.chmod(default_mode(0o777) | inherited)  # it was made for us alone
    for folder in sorted(folders_of(contents)):
        (fresh / folder).mkdir(exist_ok=True)
        if (target / folder).is_dir():
            give_rights(target / folder, fresh / folder)
    for path, content in contents.items():
        old, new = f"{target}/{path}", f"{fresh}/{path}"
        if path not in differing:
            keep(old, new)
            continue
        Path(new).write_bytes(content)
        if os.path.exists(old):  # noqa: PTH110  thousands of them
            give_rights(Path(old), Path(new))


def give_rights(old: Path, new: Path) -> None:
    """Copy the owner, group and permissions of a file or folder to the one that replaces it.

    Its owner can always write to a folder, since the generator has to. Only root can give away what
    is its own, so elsewhere whoever runs the generator is the owner.
    """
    before = old.stat()
    if sys.platform != "win32":
        for owner, group in ((before.st_uid, -1), (-1, before.st_gid)):
            with contextlib.suppress(PermissionError):
                os.chown(new, owner, group)
    mode = stat.S_IMODE(before.st_mode)
    new.chmod(mode | (0o700 if stat.S_ISDIR(before.st_mode) else 0))


def keep(file: str, to: str) -> None:
    """Link or copy a file with its modification time, so that tools need not look at it again."""
    try:
        os.link(file, to)
    except OSError:  # not every file system has hard links
        shutil.copy2(file, to)


def backup_of(target: Path) -> Path:
    """Return where the old tree is put aside."""
    return target.with_name(f".{target.name}.old")


def recover(target: Path, ours: Callable[[Path], set[str]]) -> None:
    """Move files that are not ours out of the backup, and remove it; also after a crash.

    The backup has a fixed name, so a run that was killed between two renames is completed by the
    next one: either the old tree is restored, or its foreign files are moved on into the new tree.

    Args:
        target: The folder.
        ours: Returns which files of the backup are the generator's.

    Raises:
        OSError: Something else has the name of the backup, such as a link to another folder.
    """
    _remove_unfinished(target)
    backup = backup_of(target)
    if not os.path.lexists(backup):
        return
    if backup.is_symlink() or not backup.is_dir():
        problem = "this is in the way of the backup that the generator makes while it writes"
        raise OSError(errno.EEXIST, problem, backup)
    if not os.path.lexists(target):
        backup.rename(target)
        return
    known = ours(backup)
    _move_foreign(backup, target, PurePosixPath(), known, folders_of(known))
    # Under this name it is not taken for a tree to restore when half of it is gone.
    done = backup.rename(target.with_name(f"{unfinished(target)}done"))
    _remove(done)


def _remove_unfinished(target: Path) -> None:
    """Remove the trees of runs that did not complete."""
    for left in target.parent.glob(f"{glob.escape(unfinished(target))}*"):
        shutil.rmtree(left, ignore_errors=True)


def _remove(folder: Path) -> None:
    """Remove a folder of ours, making its folders writable if they are not."""
    try:
        shutil.rmtree(folder)
    except PermissionError:
        folder.chmod(0o700)
        for inner, folders, _ in os.walk(folder):
            for path in (Path(inner, name) for name in folders):
                if not path.is_symlink():
                    path.chmod(0o700)
        shutil.rmtree(folder)


def folders_of(paths: Iterable[str]) -> set[str]:
    """Return the folders of files, and those that these are in; that of all is called `.`."""
    direct = {path.rpartition("/")[0] for path in paths}
    return {
        str(folder)
        for path in direct
        for folder in (PurePosixPath(path), *PurePosixPath(path).parents)
    }


def _move_foreign(
    backup: Path, target: Path, below: PurePosixPath, ours: set[str], folders: set[str]
) -> None:
    if not os.access(backup / below, os.R_OK | os.W_OK | os.X_OK):
        (backup / below).chmod(0o700)  # the folder is ours, and will be removed
    with os.scandir(backup / below) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        path = below / entry.name
        is_folder = entry.is_dir(follow_symlinks=False)
        if str(path) in ours and not is_folder:
            continue
        goal = target / path
        if is_folder and (goal.is_dir() if os.path.lexists(goal) else str(path) in folders):
            if goal.is_symlink():
                problem = "this symlink is in the way of a folder of the old output"
                raise OSError(errno.EEXIST, problem, goal)
            _move_foreign(backup, target, path, ours, folders)
        elif not os.path.lexists(goal):
            if not goal.parent.is_dir():
                if entry.name in DROPPED_WITH_THEIR_FOLDER:
                    continue  # it was made from files that are gone
                goal.parent.mkdir(parents=True)
            _move(Path(entry.path), goal)


def _move(path: Path, goal: Path) -> None:
    try:
        path.rename(goal)
    except PermissionError:  # to update its entry for the parent, the folder must be writable
        if path.is_symlink() or not path.is_dir():
            raise
        mode = stat.S_IMODE(path.stat().st_mode)
        path.chmod(0o700)
        path.rename(goal)
        goal.chmod(mode)
