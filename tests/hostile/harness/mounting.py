"""Attacks of `losing` on an output folder that cannot be replaced as a whole.

They mount, so they run where only they see the mounts: `confined.on_disk`.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

from sdkwright.output import MANIFEST
from tests.hostile.attacks.loss import MIXED, NEW
from tests.hostile.harness import killed
from tests.hostile.harness.disks import PAGE, filled
from tests.hostile.harness.running import DOCUMENTS, command
from tests.hostile.harness.sdk import Sdk


def mounted(folder: Path, cases: int) -> Iterator[str]:
    """Write where the folder, or a part of it, is a mount point."""
    for number, (kind, part) in enumerate(
        [("tmpfs", "."), ("bind", "."), ("bind", "src"), ("bind", "docs"), ("bind", "README.md")][
            :cases
        ]
    ):
        sdk = Sdk(folder / "disk" / str(number))
        place, aside = sdk.output / part, folder / "disk" / f"aside{number}"
        place.rename(aside)
        (place.touch if aside.is_file() else place.mkdir)()
        if kind == "tmpfs":
            subprocess.run(["mount", "-t", "tmpfs", "tmpfs", place], check=True)
            shutil.copytree(aside, place, dirs_exist_ok=True)
        else:
            subprocess.run(["mount", "--bind", aside, place], check=True)
        yield sdk.attempt()
        assert [path.name for path in sdk.output.glob(".*")] == [MANIFEST]
        subprocess.run(["umount", place], check=True)  # it is still mounted


def layered(folder: Path, cases: int) -> Iterator[str]:
    """Write where the folder comes from the lower layer of an overlay, as in a container."""
    disk = folder / "disk"
    sdk = Sdk(disk / "lower")
    for name in ("upper", "work", "merged"):
        (disk / name).mkdir()
    layers = f"lowerdir={disk}/lower,upperdir={disk}/upper,workdir={disk}/work"
    options = f"redirect_dir=off,{layers}"
    subprocess.run(
        ["mount", "-t", "overlay", "overlay", "-o", options, disk / "merged"], check=True
    )
    sdk.folder, sdk.output = disk / "merged", disk / "merged/generated"
    yield sdk.attempt()
    assert cases == 1


def mounted_disk_full(folder: Path, cases: int) -> Iterator[str]:
    """Write to a mount point with less room than is needed, and with more each time."""
    sdk = Sdk(folder / "disk")
    sdk.folder, sdk.output = folder, folder / "disk"
    shutil.rmtree(folder / "disk/generated")
    sdk.reset()
    differing = [path for path, content in sdk.new.items() if sdk.old.get(path) != content]
    pages = sum(1 + len(sdk.new[path]) // PAGE for path in differing)
    for case in range(cases):
        with filled(folder / "disk", 2 * pages * case // (cases - 1)):
            status, said = command(*sdk.arguments(DOCUMENTS[1]))
        left = sdk.left()
        assert (status == 1) == ("error[cannot-write]" in said) == (left != NEW), (left, said)
        yield left if status == 0 else f"{left}, and a diagnostic"
        sdk.reset()


def killed_in_place(folder: Path, cases: int) -> Iterator[str]:
    """Be killed while writing to a mount point; then write something else again."""
    disk = folder / "disk"
    killed.write(killed.OLD, disk)

    def end() -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    last = killed.happen(lambda: killed.write(killed.NEW, disk), end, 0)
    for moment in killed.moments(last, cases):
        killed.write(killed.OLD, disk)
        killed.happen(lambda: killed.write(killed.NEW, disk), end, moment)
        expected = killed.OLD | killed.NEW
        found = {p: t for p, t in killed.tree(disk).items() if not p.startswith(".sdkwright.new/")}
        assert {*found.items()} <= {*killed.OLD.items(), *killed.NEW.items()}, moment
        assert {*killed.OLD} & {*killed.NEW} <= {*found} <= {*expected}, moment
        third = {**killed.NEW, "changed.md": "third\n"}
        assert killed.write(third, disk) == 0, moment
        assert killed.tree(disk) == third, moment
        assert sorted(path.name for path in folder.iterdir()) == ["disk"], moment
        yield MIXED
