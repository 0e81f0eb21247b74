"""Puts a new tree in the place of an old one, so that there is always the one or the other.

The new tree is made beside the old one and takes its place by a rename; then what is not ours goes
over, and the old tree is removed. What a run leaves behind that is killed, the next one tidies up.
No link is followed: a folder in a repository may have been prepared by somebody else.

This module knows which files are ours by being told, and nothing of what is in them.
"""

from __future__ import annotations

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

_DROPPED_WITH_THEIR_FOLDER: Final = frozenset({"__pycache__"})


def swap(
    contents: Mapping[str, bytes], differing: set[str], removed: Iterable[str], target: Path
) -> None:
    """Make the new tree beside the old one, and let it take its place.

    Args:
        contents: All files of the new tree.
        differing: Those of them that the old one has not, or not like that.
        removed: What of ours the old one has and the new one has not.
        target: The folder, which need not exist.

    Raises:
        OSError: It can't be done; the folder is as it was. Or only the old tree can't be removed.
    """
    target.parent.mkdir(parents=True, exist_ok=True)

    def ours(_backup: Path) -> set[str]:
        return {*contents, *removed}

    try:
        fresh = Path(tempfile.mkdtemp(prefix=_unfinished(target), dir=target.parent))
        _fill(fresh, contents, differing, target)
        _take_place(fresh, target)
        recover(target, ours)
    except OSError:
        _remove_unfinished(target)
        raise
    except BaseException:  # asked to end; this takes no time
        recover(target, ours)
        raise


def _take_place(fresh: Path, target: Path) -> None:
    """Let the new tree stand where the old one does, which becomes the backup.

    Where the system can exchange two folders there is no moment without one of them. The new tree
    is called the backup for that long: if all ends here, it has nothing that is not ours, and
    `recover` removes it.
    """
    backup = _backup(target)
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
    """Stop where somebody has put a link in the place of the folder since it was looked at."""
    if folder.is_symlink():
        raise OSError(errno.ENOTDIR, "somebody has put a link in its place", shown)


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step, by renameat2(2); False where that can't be."""
    if sys.platform != "linux":
        return False
    import ctypes  # noqa: PLC0415  a run that writes nothing does without it

    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    if rename is None:
        return False
    here, exchange = -100, 2  # AT_FDCWD and RENAME_EXCHANGE
    return bool(rename(here, os.fsencode(one), here, os.fsencode(other), exchange) == 0)


def _fill(fresh: Path, contents: Mapping[str, bytes], differing: set[str], target: Path) -> None:
    fresh.chmod(0o755)
    for folder in sorted({path.rpartition("/")[0] for path in contents}):
        (fresh / folder).mkdir(parents=True, exist_ok=True)
    for path, content in contents.items():
        file = f"{fresh}/{path}"
        if path in differing:
            Path(file).write_bytes(content)
        else:
            _keep(f"{target}/{path}", file)
        os.chmod(file, 0o644)  # noqa: PTH101


def _keep(file: str, to: str) -> None:
    """Take a file over, with its time: tools need not look at it again."""
    try:
        os.link(file, to)
    except OSError:  # not every file system has such links
        shutil.copy2(file, to)


def _unfinished(target: Path) -> str:
    return f".{target.name}.new-"


def _backup(target: Path) -> Path:
    return target.with_name(f".{target.name}.old")


def recover(target: Path, ours: Callable[[Path], set[str]]) -> None:
    """Bring back what is not ours from the old tree, and remove it; also after a crash.

    The backup has a fixed name, so a run that was killed between two renames is completed by the
    next one: either the old tree goes back, or its foreign files go on into the new tree.

    Args:
        target: The folder.
        ours: Tells which files of the backup are the generator's.

    Raises:
        OSError: Something else has the name of the backup, such as a link to a folder elsewhere.
    """
    _remove_unfinished(target)
    backup = _backup(target)
    if not os.path.lexists(backup):
        return
    if backup.is_symlink() or not backup.is_dir():
        problem = "this is in the way of what the generator puts there while it writes"
        raise OSError(errno.EEXIST, problem, backup)
    if not os.path.lexists(target):
        backup.rename(target)
        return
    known = ours(backup)
    _move_foreign(backup, target, PurePosixPath(), known, _folders_of(known))
    # Under this name nobody takes it for a tree to bring back, when half of it is gone.
    done = backup.rename(target.with_name(f"{_unfinished(target)}done"))
    _remove(done)


def _remove_unfinished(target: Path) -> None:
    """Remove what a run has not completed."""
    for unfinished in target.parent.glob(f"{glob.escape(_unfinished(target))}*"):
        shutil.rmtree(unfinished, ignore_errors=True)


def _remove(folder: Path) -> None:
    """Remove a folder; one that nobody may write in is ours, and gets the right to."""
    try:
        shutil.rmtree(folder)
    except PermissionError:
        folder.chmod(0o700)
        for inner, folders, _ in os.walk(folder):
            for path in (Path(inner, name) for name in folders):
                if not path.is_symlink():
                    path.chmod(0o700)
        shutil.rmtree(folder)


def _folders_of(paths: Iterable[str]) -> set[str]:
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
        (backup / below).chmod(0o700)  # it is ours, and will be removed
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
                problem = "this link is in the way of a folder that the old tree has"
                raise OSError(errno.EEXIST, problem, goal)
            _move_foreign(backup, target, path, ours, folders)
        elif not os.path.lexists(goal):
            if not goal.parent.is_dir():
                if entry.name in _DROPPED_WITH_THEIR_FOLDER:
                    continue  # it was made of files that are no more
                goal.parent.mkdir(parents=True)
            _move(Path(entry.path), goal)


def _move(path: Path, goal: Path) -> None:
    try:
        path.rename(goal)
    except PermissionError:  # the entry for the folder above is in a folder that is closed
        if path.is_symlink() or not path.is_dir():
            raise
        mode = stat.S_IMODE(path.stat().st_mode)
        path.chmod(0o700)
        path.rename(goal)
        goal.chmod(mode)
