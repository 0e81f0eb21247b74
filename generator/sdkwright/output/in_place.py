"""Writes the files into a folder that cannot be replaced by another one, file by file.

A mount point cannot be renamed, nor can a folder whose parent is closed to us, or one that comes
with the image of a container. All files are first written to a folder inside; only then is one
after the other renamed to its place, and the manifest last. If that fails, what was done is undone.
If the process is killed meanwhile, a mixture of both trees is left: the next run takes the files of
either for the generator's (`unfinished`) and completes it, and `gen --check` reports it.

This module knows files and nothing of their contents.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from sdkwright.output import trees
from sdkwright.workspace.atomic import write_whole

_MOUNTS: Final = Path("/proc/self/mountinfo")


def is_needed(target: Path) -> bool:
    """Whether the folder itself has to stay: it is or holds a mount point, or its parent is closed.

    Whether a folder can be renamed is known only when it is tried, so a False is no promise.
    """
    if not target.is_dir():
        return False
    if not os.access(target.parent, os.W_OK | os.X_OK):
        return True
    return os.path.ismount(target) or any(point.is_relative_to(target) for point in _mount_points())


def _mount_points() -> Iterator[Path]:
    """Read the mount points of this process from Linux; see proc_pid_mountinfo(5)."""
    try:
        lines = _MOUNTS.read_bytes().splitlines()
    except OSError:
        return
    for line in lines:
        escaped = line.split(b" ")[4]  # the characters that would end it are written as \ooo
        yield Path(os.fsdecode(escaped.decode("unicode_escape").encode("latin-1")))


def unfinished(target: Path) -> Path:
    """Return the folder with the new files, and the manifest, of a run that was killed."""
    return _stage(target) / "new"


def settle(target: Path, manifest: Callable[[], tuple[str, bytes]]) -> None:
    """End a run that was killed: what it left becomes the state that the next one starts from.

    Args:
        target: The folder.
        manifest: Returns the path and content of a manifest of the files that are there.

    Raises:
        OSError: Something else has the name of the leftovers, such as a link to another folder.
    """
    stage = _stage(target)
    if not os.path.lexists(stage):
        return
    if stage.is_symlink() or not stage.is_dir():
        problem = "this is in the way of the files that the generator writes"
        raise OSError(errno.EEXIST, problem, stage)
    path, content = manifest()
    _write(stage / "manifest", content)
    (stage / "manifest").replace(target / path)
    shutil.rmtree(stage)


def update(
    contents: Mapping[str, bytes],
    differing: set[str],
    removed: Iterable[str],
    target: Path,
    *,
    last: str,
) -> None:
    """Write the files that differ, and remove those that are stale.

    Args:
        contents: All files of the new tree.
        differing: Those of them that are missing from the folder or differ there.
        removed: Our files in the folder that the new tree does not have.
        target: The folder.
        last: The path of the manifest, which is written when all else is done.

    Raises:
        OSError: It failed, and the files are as they were.
    """
    stage = _stage(target)
    order = [*sorted(differing - {last}), *({last} & differing)]
    undo: list[Callable[[], None]] = []
    try:
        for path in order:
            _write(stage / "new" / path, contents[path])
        for path in order:
            _replace(stage, path, target, undo)
        for path in removed:
            _remove(stage, path, target, undo)
    except BaseException:
        for step in reversed(undo):
            step()
        shutil.rmtree(stage, ignore_errors=True)
        raise
    _remove_empty(removed, contents, target)
    shutil.rmtree(stage)


def _stage(target: Path) -> Path:
    return target / ".sdkwright.new"


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def _replace(stage: Path, path: str, target: Path, undo: list[Callable[[], None]]) -> None:
    new, old, goal = stage / "new" / path, stage / "old" / path, target / path
    if goal.exists():
        _back_up(goal, old)
        trees.give_rights(goal, new)
        undo.append(lambda: _put(old, goal))
    else:
        goal.parent.mkdir(parents=True, exist_ok=True)
        undo.append(lambda: _unlink_with_folders(goal, target))
    _put(new, goal)


def _remove(stage: Path, path: str, target: Path, undo: list[Callable[[], None]]) -> None:
    old, goal = stage / "old" / path, target / path
    _back_up(goal, old)
    undo.append(lambda: _put(old, goal))
    goal.unlink()


def _back_up(goal: Path, old: Path) -> None:
    old.parent.mkdir(parents=True, exist_ok=True)
    trees.keep(str(goal), str(old))


def _put(file: Path, goal: Path) -> None:
    """Rename a file to its place, or write it there if it cannot be renamed."""
    try:
        file.replace(goal)
    except OSError as error:
        if error.errno == errno.EXDEV:  # a folder below the target is a mount point
            write_whole(goal, file.read_bytes())
        elif error.errno == errno.EBUSY:  # the file is one
            goal.write_bytes(file.read_bytes())
        else:
            raise


def _unlink_with_folders(goal: Path, target: Path) -> None:
    goal.unlink(missing_ok=True)
    with suppress(OSError):  # others have files there
        for folder in goal.parents:
            if folder == target:
                break
            folder.rmdir()


def _remove_empty(removed: Iterable[str], contents: Mapping[str, bytes], target: Path) -> None:
    """Remove the folders that held nothing but stale files and what was compiled from these."""
    wanted = trees.folders_of(contents)
    for name in sorted(trees.folders_of(removed) - wanted, reverse=True):
        folder = target / name
        with suppress(OSError):  # others have files there
            if {entry.name for entry in folder.iterdir()} <= trees.DROPPED_WITH_THEIR_FOLDER:
                for inner in folder.iterdir():
                    shutil.rmtree(inner)
                folder.rmdir()
