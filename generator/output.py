"""Puts the produced files into the output folder: all of them or none, and no one else's.

A manifest in the folder says which files are ours and what was in them. A file that differs from
its entry was edited by hand, a file without one is somebody else's, and neither is overwritten
without being told to. The new tree is made beside the old one and takes its place by a rename.

This module knows files and nothing of what is in them.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Final

from generator.cache import Cache
from generator.diagnostics import Diagnostics, Fatal, Place
from generator.formatting import format_all

MANIFEST: Final = ".sdkwright.json"

_DROPPED_WITH_THEIR_FOLDER: Final = frozenset({"__pycache__"})


@dataclass(frozen=True, slots=True)
class Written:
    """What a run did to the folder, or would do with `--check`: paths, sorted."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    digest: str

    @property
    def differs(self) -> bool:
        """Whether the folder was other than it has to be."""
        return bool(self.added or self.changed or self.removed)


@dataclass(frozen=True)
class _Tree:
    """A folder, as people call it and as it is, with path → digest of what is to be our files and
    of what they were when we wrote them last."""

    shown: Path
    target: Path
    old: Mapping[str, str]
    new: Mapping[str, str]

    @cached_property
    def found(self) -> Mapping[str, str | None]:
        """The digest of each of these files as it is now; None where there is none."""
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
    """Make a folder hold exactly these files, besides those that are not the generator's.

    Args:
        texts: Path below the folder, with `/` → text. Python need not be formatted.
        folder: Where to; it is made if it is missing.
        diagnostics: Gets what keeps the files from being written, an error each.
        cache: Where formatted Python is kept.
        force: Overwrite what was edited by hand, and what somebody else put in the way.
        check: Write nothing. What differs becomes an error each, with the code `out-of-date`.

    Returns:
        What was done. Where nothing had to be, nothing was touched.

    Raises:
        UsageError: The folder cannot be an output folder.
        Fatal: Something keeps the files from being written. The folder is as it was.
    """
    _check_paths(texts, diagnostics)
    contents = format_all(texts, diagnostics, cache)
    if diagnostics.has_errors:
        raise Fatal("output")
    target = _check_folder(folder, diagnostics)
    new = {path: hashlib.sha256(content).hexdigest() for path, content in contents.items()}
    contents[MANIFEST] = _manifest_text(new)
    new[MANIFEST] = hashlib.sha256(contents[MANIFEST]).hexdigest()
    with _alone(target):
        if not check:
            _recover(target)
        tree = _Tree(folder, target, _read_manifest(target), new)
        plan = _plan(tree)
        if check:
            _report_drift(plan, tree, diagnostics)
            return plan
        _protect(tree, plan, diagnostics, force=force)
        if plan.differs:
            try:
                _swap(contents, plan, target)
            except OSError as error:
                raise diagnostics.fatal(
                    "cannot-write",
                    f"the output cannot be written: {error.strerror or error}",
                    at=Place(str(error.filename or folder)),
                ) from None
    return plan


def tree_digest(folder: Path) -> str | None:
    """Identify what the generator wrote into a folder.

    Returns:
        A digest of all files in the manifest, as `Written.digest`; None where a file is not as
        the manifest says, so that the next run has something to do or to complain about.
    """
    try:
        target = folder.resolve()
        text = (target / MANIFEST).read_bytes()
    except OSError:
        return None
    manifest = _read_manifest(target)
    folder_ = _Folder(target)
    if any(folder_.sha256(path) != known for path, known in manifest.items()):
        return None
    return hashlib.sha256(text).hexdigest()


# What may be written where


def _check_paths(texts: Mapping[str, str], diagnostics: Diagnostics) -> None:
    """Refuse names that leave the folder, or that are one name on some file systems."""
    seen: dict[str, str] = {}
    for path in sorted(texts):
        reason = _path_problem(path)
        other = seen.setdefault(path.casefold(), path)
        if reason is None and other != path:
            reason = f"where case does not count it is the same file as {other}"
        if reason is not None:
            diagnostics.error(
                "internal-error",
                f"the generator wants to write a file named {path!r}: {reason}",
                fix="report this, with the document, as a fault of the generator",
            )


def _path_problem(path: str) -> str | None:
    parts = path.split("/")
    if any(part in {"", ".", ".."} for part in parts) or PurePosixPath(path).is_absolute():
        return "it is not below the output folder"
    if "\\" in path or ":" in path or not path.isprintable():
        return "no file can have this name everywhere"
    if len(path) > 200 or any(len(part.encode()) > 140 for part in parts):
        return "the name is too long"
    return "this name is the manifest's" if path == MANIFEST else None


def _check_folder(folder: Path, diagnostics: Diagnostics) -> Path:
    target = folder.resolve()
    here = Path.cwd().resolve()
    if target in (here, *here.parents):
        raise diagnostics.usage(
            "bad-output",
            "the output folder is the current folder or holds it, and it will be replaced",
            fix="name a folder of its own",
            at=Place(str(folder)),
        )
    if target.exists() and not target.is_dir():
        raise diagnostics.usage("bad-output", "this is not a folder", at=Place(str(folder)))
    return target


def _protect(tree: _Tree, plan: Written, diagnostics: Diagnostics, *, force: bool) -> None:
    """Refuse to lose what people wrote."""
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
                fix="move it elsewhere",
                at=place,
            )
            continue
        if force or found in {None, tree.old.get(path), tree.new.get(path)} or path == MANIFEST:
            continue
        if path in tree.old:
            diagnostics.error(
                "edited-file",
                "this generated file was edited by hand, and the edit would be lost",
                fix="change the document, the settings or the templates, or overwrite it with "
                "--force",
                at=place,
            )
        elif path in plan.changed:
            diagnostics.error(
                "file-in-way",
                "the generator did not write this file, and it is in the way of one that it makes",
                fix="move it elsewhere, or overwrite it with --force",
                at=place,
            )
    if len(diagnostics.items) > before:
        raise Fatal("output")


class _Folder:
    """What stands in a folder. Each folder below it is looked at once."""

    def __init__(self, target: Path) -> None:
        self._target = str(target)
        self._in_way: dict[str, str | None] = {"": None}

    def blocking(self, path: str) -> str | None:
        """Say what stands where a file or one of its folders has to be and is of another kind."""
        in_way = self._instead_of_folder(path.rpartition("/")[0])
        if in_way is not None:
            return in_way
        mode = self._mode(path)
        if mode is None or stat.S_ISREG(mode):
            return None
        return "a folder" if stat.S_ISDIR(mode) else "a link or a device"

    def sha256(self, path: str) -> str | None:
        """Return the digest of a file, None where there is none; links are not followed."""
        if self.blocking(path) is not None:
            return None
        try:
            with open(f"{self._target}/{path}", "rb") as file:  # noqa: PTH123  thousands of them
                return hashlib.sha256(file.read()).hexdigest()
        except OSError:
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


# What there is, and what has to be done


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
        report(path, "the file is stale: nothing makes it any more")
    for path in plan.changed:
        if path in tree.old and tree.found[path] != tree.old[path]:
            report(path, "the file differs: it was edited by hand")
        elif path != MANIFEST or not (plan.added or plan.removed or len(plan.changed) > 1):
            report(path, "the file differs: it is not what the document makes today")


def _manifest_text(digests: Mapping[str, str]) -> bytes:
    return (json.dumps(dict(sorted(digests.items())), indent=0) + "\n").encode()


def _read_manifest(target: Path) -> dict[str, str]:
    """Read which files are ours; what does not look like our manifest names none."""
    try:
        read: object = json.loads((target / MANIFEST).read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(read, dict):
        return {}
    return {
        path: known
        for path, known in read.items()
        if isinstance(known, str) and _path_problem(path) is None
    }


# The change


def _swap(contents: Mapping[str, bytes], plan: Written, target: Path) -> None:
    """Make the new tree beside the old one, and let it take its place."""
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=_unfinished(target), dir=target.parent))
    try:
        _fill(fresh, contents, {*plan.added, *plan.changed}, target)
        _take_place(fresh, target)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    _recover(target, ours={*contents, *plan.removed})


def _take_place(fresh: Path, target: Path) -> None:
    """Let the new tree stand where the old one does, which becomes the backup.

    Where the system can exchange two folders there is no moment without one of them. The new tree
    is called the backup for that long: if all ends here, it has nothing that is not ours, and
    `_recover` removes it.
    """
    backup = _backup(target)
    if not target.is_dir():
        fresh.rename(target)
        return
    fresh.rename(backup)
    if _exchange(backup, target):
        return
    backup.rename(fresh)
    target.rename(backup)
    try:
        fresh.rename(target)
    except BaseException:
        backup.rename(target)
        raise


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


def _recover(target: Path, ours: set[str] | None = None) -> None:
    """Bring back what is not ours from the old tree, and remove it; also after a crash.

    The backup has a fixed name, so a run that was killed between two renames is completed by the
    next one: either the old tree goes back, or its foreign files go on into the new tree.
    """
    for unfinished in target.parent.glob(f"{_unfinished(target)}*"):
        shutil.rmtree(unfinished, ignore_errors=True)  # a run was killed while it wrote
    backup = _backup(target)
    if not backup.is_dir():
        return
    if not target.exists():
        backup.rename(target)
        return
    known = ours if ours is not None else {*_read_manifest(backup), MANIFEST}
    _move_foreign(backup, target, PurePosixPath(), known, _folders_of(known))
    # Under this name nobody takes it for a tree to bring back, when half of it is gone.
    done = backup.rename(target.with_name(f"{_unfinished(target)}done"))
    shutil.rmtree(done)


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
    with os.scandir(backup / below) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        path = below / entry.name
        is_folder = entry.is_dir(follow_symlinks=False)
        if str(path) in ours and not is_folder:
            continue
        goal = target / path
        if is_folder and (str(path) in folders or goal.is_dir()):
            _move_foreign(backup, target, path, ours, folders)
        elif not os.path.lexists(goal):
            if not goal.parent.is_dir():
                if entry.name in _DROPPED_WITH_THEIR_FOLDER:
                    continue  # it was made of files that are no more
                goal.parent.mkdir(parents=True)
            Path(entry.path).rename(goal)


@contextmanager
def _alone(target: Path) -> Iterator[None]:
    """Let one run at a time change a folder; the lock is the system's and leaves nothing behind."""
    parent = target.parent
    while not parent.is_dir():
        parent = parent.parent
    if sys.platform == "win32":  # it has no such lock
        yield
        return
    import fcntl  # noqa: PLC0415  there is none on Windows

    handle = os.open(parent, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
