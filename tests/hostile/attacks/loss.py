"""What may happen to a run, and what it leaves behind: the rows of a table of `docs/security.md`.

`losing` makes each happen, and `test_loss` holds what it sees against this.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

OLD: Final = "the old tree"
NEW: Final = "the new tree"
OLD_AND_WHY: Final = "the old tree, and a diagnostic"
THE_LINK: Final = "the link"
NOTHING: Final = "nothing"
MIXED: Final = "files of both trees, which the next run completes"
CODE_AND_WHY: Final = "the code, which `gen --check`, `build` and `publish` refuse"


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that happens to a run.

    Args:
        what: As people say it.
        cases: How many times it happens, each time otherwise.
        left: What there is afterwards, in any of the cases.
        attack: The function in `losing` that does it.
        where: What the run is confined to: a small disk of its own, given as the options of tmpfs,
            or `rights`, those of somebody who is not root.
    """

    what: str
    cases: int
    left: tuple[str, ...]
    attack: str
    where: str | None = None


LOSSES: Final = (
    Loss("killed, at any moment of writing", 100, (NEW, OLD), "killed_while_writing"),
    Loss("asked to end (SIGTERM), at any moment of writing", 40, (NEW, OLD), "ended_while_writing"),
    Loss("asked to end, at any moment of the whole run", 10, (NEW, OLD), "command_ended"),
    Loss("asked to end, at any moment of a release", 8, (NEW, OLD), "release_ended"),
    Loss(
        "the disk is full, with more room each time", 12, (NEW, OLD_AND_WHY), "disk_full", "size=8m"
    ),
    Loss("the disk takes no more files", 12, (NEW, OLD_AND_WHY), "disk_full", "nr_inodes=400"),
    Loss("the folder, or a part of it, is a mount point", 5, (NEW,), "mounted", "size=32m"),
    Loss("the folder comes with the image of a container", 1, (NEW,), "layered", "size=16m"),
    Loss("killed, where the folder is a mount point", 40, (MIXED,), "killed_in_place", "size=8m"),
    Loss(
        "the disk is full, where the folder is a mount point",
        12,
        (NEW, OLD_AND_WHY),
        "mounted_disk_full",
        "size=8m",
    ),
    Loss("the disk is full in a release", 8, (NEW, OLD_AND_WHY), "release_full", "size=16m"),
    Loss("the disk of `diff --output` is full", 3, (OLD_AND_WHY,), "diff_output", "size=1m"),
    Loss("the disk of `gen --report` is full", 3, (OLD_AND_WHY,), "report", "size=1m"),
    Loss("the disk of the cache is full", 2, (NEW,), "cache_full", "size=1m"),
    Loss("what the cache has is damaged", 6, (NEW,), "cache_damaged"),
    Loss("the cache can't be written, or read", 2, (NEW,), "cache_closed", "rights"),
    Loss(
        "code is written into the cache with its digest, then `--no-cache`",
        1,
        (f"{CODE_AND_WHY}, then {NEW}",),
        "cache_poisoned",
    ),
    Loss("no right to write, to read or to enter", 8, (NEW, OLD_AND_WHY), "closed", "rights"),
    Loss("the disk can only be read", 2, (OLD_AND_WHY,), "read_only", "size=8m"),
    Loss("standard output is full", 2, (NEW,), "stdout_full"),
    Loss("two runs at once, of two documents", 10, (NEW, OLD), "two_runs"),
    Loss("the folder is moved away meanwhile", 30, (NEW, NOTHING), "removed"),
    Loss("a link is put in its place meanwhile", 30, (THE_LINK,), "swapped"),
    Loss("links wait where the old tree is put aside", 4, (OLD_AND_WHY,), "prepared"),
)
"""All of them. Nothing else is left beside the folder, and nothing elsewhere is read or changed."""
