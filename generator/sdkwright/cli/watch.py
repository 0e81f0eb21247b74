"""`sdkwright gen --watch`: generate again whenever what the SDK is made from has changed."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn

from sdkwright.cli.terminal import say

if TYPE_CHECKING:
    from sdkwright.config import Config

_COMPLETE: Final = 100
"""Milliseconds without another change, after which changes count as complete."""


@dataclass(frozen=True, slots=True)
class _Watched:
    """What is watched.

    Args:
        folders: Folders, watched with all that is in them; none is within another.
        written: Files and folders in them that the generator itself writes.
    """

    folders: tuple[Path, ...]
    written: tuple[Path, ...]


def watch(
    generate: Callable[[], object],
    settings: Callable[[], Config | None],
    file: Path | None,
    report: Path | None,
) -> NoReturn:
    """Generate, and do it again after each change, until Ctrl-C.

    Changes made while the SDK is generated are not missed: they are collected by a thread.

    Args:
        generate: Generates once, and reports what is wrong.
        settings: Reads the settings; returns None if they have errors.
        file: The file with the settings, if there is one.
        report: The file that `generate` writes its report to, if it does.

    Raises:
        KeyboardInterrupt: The user has pressed Ctrl-C.
    """
    changes: queue.SimpleQueue[set[str]] = queue.SimpleQueue()
    config, watched, ended = None, None, threading.Event()
    while True:
        config = settings() or config
        wanted = _watched(config, file, report)
        if wanted != watched:
            ended.set()
            watched, ended = wanted, threading.Event()
            threading.Thread(
                target=_collect, args=(watched, changes, ended), daemon=True, name="sdkwright-watch"
            ).start()
        generate()
        say(f"watching {', '.join(map(str, watched.folders))} (Ctrl-C ends)")
        changed = changes.get()
        while not changes.empty():
            changed |= changes.get()
        say(f"changed: {', '.join(sorted(changed))}")


def _collect(
    watched: _Watched, changes: queue.SimpleQueue[set[str]], ended: threading.Event
) -> None:
    import watchfiles

    from sdkwright.output.trees import backup_of
    from sdkwright.workspace.atomic import unfinished

    relevant = watchfiles.DefaultFilter()  # not .git, and not what editors write while they save
    ours = [*watched.written, *map(backup_of, watched.written)]
    fresh = tuple(str(each.with_name(unfinished(each))) for each in watched.written)

    def counts(change: watchfiles.Change, path: str) -> bool:
        is_ours = path.startswith(fresh) or any(map(Path(path).is_relative_to, ours))
        return not is_ours and relevant(change, path)

    for found in watchfiles.watch(
        *watched.folders,
        watch_filter=counts,
        step=_COMPLETE,
        stop_event=ended,
        ignore_permission_denied=True,
    ):
        changes.put({Path(path).name for _, path in found})


def _watched(config: Config | None, file: Path | None, report: Path | None) -> _Watched:
    """Return the folders of all that the SDK is made from, and what is written."""
    files = [] if file is None else [file]
    folders: list[Path] = []
    written = [] if report is None else [report]
    if config is not None:
        files += [config.document, *config.overlays]
        files += [] if config.changelog is None else [config.changelog]
        folders += [] if config.templates is None else [config.templates]
        written += [config.output]
    folders += [each.parent for each in files]
    found = sorted({folder.resolve() for folder in folders if folder.is_dir()})
    outermost = [one for one in found if not any(one != o and one.is_relative_to(o) for o in found)]
    return _Watched(tuple(outermost), tuple(path.resolve() for path in written))
