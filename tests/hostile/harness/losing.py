"""Makes happen to a run what `loss` lists: called with an attack, a folder and how many cases, it
prints what was left.

A script of its own, since it forks, fills disks, and gives up rights.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.hostile.attacks.loss import CODE_AND_WHY, NEW, NOTHING, OLD, OLD_AND_WHY, THE_LINK
from tests.hostile.harness import killed
from tests.hostile.harness.disks import PAGE, filled
from tests.hostile.harness.mounting import killed_in_place, layered, mounted, mounted_disk_full
from tests.hostile.harness.releasing import release_ended, release_full
from tests.hostile.harness.running import DOCUMENTS, command, tree
from tests.hostile.harness.sdk import Sdk
from tests.support.poisoning import CODE, poison

__all__ = [
    "killed_in_place",
    "layered",
    "mounted",
    "mounted_disk_full",
    "release_ended",
    "release_full",
]

# Ended


def killed_while_writing(folder: Path, cases: int) -> Iterator[str]:
    yield from _ended(folder, cases, signal.SIGKILL)


def ended_while_writing(folder: Path, cases: int) -> Iterator[str]:
    yield from _ended(folder, cases, signal.SIGTERM)


def _ended(folder: Path, cases: int, number: signal.Signals) -> Iterator[str]:
    target = folder / "generated"
    killed.write(killed.OLD, target)
    (target / killed.MINE).write_text("mine\n")

    def write() -> int:
        return killed.write(killed.NEW, target)

    def end() -> None:
        os.kill(os.getpid(), number)

    last = killed.happen(write, end, 0)
    assert killed.tree(target) == killed.NEW
    for moment in killed.moments(last, cases):
        killed.write(killed.OLD, target)
        killed.happen(write, end, moment)
        yield _old_or_new(killed.tree(target))
        write()
        assert killed.tree(target) == killed.NEW, moment
        assert (target / killed.MINE).read_text() == "mine\n", moment
        assert [path.name for path in folder.iterdir()] == ["generated"], moment


def _old_or_new(found: dict[str, str]) -> str:
    return OLD if found == killed.OLD else NEW if found == killed.NEW else f"a mixture: {found}"


def command_ended(folder: Path, cases: int) -> Iterator[str]:
    sdk = Sdk(folder / "sdk")

    def end() -> None:
        os.kill(os.getpid(), signal.SIGTERM)

    last = killed.happen(sdk.remake, end, 0)
    for moment in killed.moments(last, cases):
        sdk.reset()
        killed.happen(sdk.remake, end, moment)
        yield sdk.left()


# Disks


def disk_full(folder: Path, cases: int) -> Iterator[str]:
    disk = folder / "disk"
    sdk = Sdk(disk)
    is_short_of_files = os.statvfs(disk).f_files < 1000
    differing = [path for path, content in sdk.new.items() if sdk.old.get(path) != content]
    pages = sum(1 + len(sdk.new[path]) // PAGE for path in differing)
    needed = len(sdk.new) + 40 if is_short_of_files else pages + 1
    for case in range(cases):
        room = needed * case // (cases - 1)
        with filled(disk, room, files=is_short_of_files):
            yield sdk.attempt()
        sdk.reset()


def read_only(folder: Path, cases: int) -> Iterator[str]:
    disk = folder / "disk"
    sdk = Sdk(disk)
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
    yield sdk.attempt()
    other = folder / "disk/other/generated"
    said = command(*sdk.arguments(DOCUMENTS[1], other), status=1)[1]
    assert "error[cannot-write]: cannot write the output: Read-only file system." in said
    assert not other.parent.exists()
    yield OLD_AND_WHY
    assert cases == 2


def diff_output(folder: Path, cases: int) -> Iterator[str]:
    for form in ("terminal", "markdown", "json")[:cases]:
        options = ("diff", *DOCUMENTS, "--format", form)
        yield _one_file(folder / "disk", "diff.txt", options, "--output")


def report(folder: Path, cases: int) -> Iterator[str]:
    gen = Sdk(folder / "sdk").arguments(DOCUMENTS[0])
    disk = folder / "disk"
    (disk / "link").symlink_to("linked")
    for name in ("file", "link", "absent")[:cases]:
        yield _one_file(disk, name, (*gen, "--check"), "--report")


def _one_file(disk: Path, name: str, options: tuple[object, ...], option: str) -> str:
    """Write a single file where the disk is full, and then where it is not."""
    path = disk / name
    old = None if name == "absent" else "old\n" * 10
    if old is not None:
        path.write_text(old)
    before = sorted(disk.iterdir())
    with filled(disk, 0):
        said = command(*options, option, path, status=2)[1]
    assert f"{path}: error[cannot-write]: No space left on device." in said, said
    assert sorted(disk.iterdir()) == before
    left = path.read_text() if path.exists() else None
    command(*options, option, path)
    assert path.read_text() not in {old, ""}
    return OLD_AND_WHY if left == old else f"a mixture: {left}"


# Rights


def closed(folder: Path, cases: int) -> Iterator[str]:
    places = [(".", 0o500), (".", 0o300), (".", 0), ("generated", 0o555), ("generated", 0)]
    places += [("generated/src", 0o555), ("generated/src/library", 0), ("generated/theirs", 0)]
    for number, (name, mode) in enumerate(places[:cases]):
        sdk = Sdk(folder / str(number))
        place = sdk.folder / name
        (sdk.output / "theirs").mkdir()
        (sdk.output / "theirs/their.txt").touch()
        place.chmod(mode)
        status, said = command(*sdk.arguments(DOCUMENTS[1]))
        place.chmod(0o755)
        (sdk.output / "theirs/their.txt").unlink()
        left = sdk.left()
        assert (status == 1) == ("error[cannot-" in said) == (left != NEW), (name, mode, left, said)
        yield left if status == 0 else f"{left}, and a diagnostic"


# The cache


def cache_damaged(folder: Path, cases: int) -> Iterator[str]:
    cache = Path(os.environ["XDG_CACHE_HOME"]) / "sdkwright"
    sdk = Sdk(folder / "sdk")
    for damage in (_emptied, _cut, _changed, _folders, _dangling, _exchanged)[:cases]:
        for path in sorted(cache.iterdir()):
            if path.is_file():
                damage(path)
        yield sdk.attempt()
        shutil.rmtree(cache)
        sdk.reset()


def _emptied(path: Path) -> None:
    path.write_bytes(b"")


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def _changed(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[random.Random(path.name).randrange(len(content))] ^= 1
    path.write_bytes(content)


def _folders(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _dangling(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.name)


def _exchanged(path: Path) -> None:
    others = sorted(other for other in path.parent.iterdir() if other.is_file())
    path.write_bytes(others[(others.index(path) + 1) % len(others)].read_bytes())


def cache_full(folder: Path, cases: int) -> Iterator[str]:
    yield from _with_cache(folder, folder / "disk", [0, 8][:cases])


def _with_cache(folder: Path, cache: Path, rooms: list[int]) -> Iterator[str]:
    sdk = Sdk(folder / "sdk")
    for room in rooms:
        os.environ["XDG_CACHE_HOME"], before = str(cache), os.environ["XDG_CACHE_HOME"]
        with filled(cache, room):
            yield sdk.attempt()
        os.environ["XDG_CACHE_HOME"] = before
        sdk.reset()


def cache_closed(folder: Path, cases: int) -> Iterator[str]:
    sdk = Sdk(folder / "sdk")
    cache = folder / "closed"
    cache.mkdir()
    os.environ["XDG_CACHE_HOME"] = str(cache)
    for mode in (0o500, 0)[:cases]:
        cache.chmod(mode)
        yield sdk.attempt()


def cache_poisoned(folder: Path, cases: int) -> Iterator[str]:
    sdk = Sdk(folder / "sdk")
    gen = sdk.arguments(DOCUMENTS[1])
    command(*sdk.arguments(DOCUMENTS[1], folder / "warm"), status=0)
    assert poison(Path(os.environ["XDG_CACHE_HOME"]) / "sdkwright") > 0
    command(*gen, status=0)
    assert CODE in (sdk.output / "src/library/client.py").read_text()
    said = command(*gen, "--check", "--verbose", status=1)[1]
    assert "client.py: error[out-of-date]: the file is out of date." in said, said
    command(*gen, "--no-cache", status=0)
    assert cases == 1
    yield f"{CODE_AND_WHY}, then {sdk.left()}"


# What others do meanwhile


def removed(folder: Path, cases: int) -> Iterator[str]:
    yield from _moved(folder, cases, None)


def swapped(folder: Path, cases: int) -> Iterator[str]:
    elsewhere = folder.parent / f"{folder.name}-elsewhere"
    elsewhere.mkdir()
    (elsewhere / "theirs.txt").write_text("theirs\n")
    yield from _moved(folder, cases, elsewhere)
    assert tree(elsewhere) == {"theirs.txt": b"theirs\n"}


def _moved(folder: Path, cases: int, link: Path | None) -> Iterator[str]:
    target, away = folder / "generated", folder / "away"

    def move() -> None:
        if target.exists():
            target.rename(away)
            if link is not None:
                target.symlink_to(link)

    def write() -> int:
        return killed.write(killed.NEW, target)

    killed.write(killed.OLD, target)
    # A link that is there at the beginning is the user's own, and followed.
    when = {"until": "ctypes.", "about": str(folder)}
    last = killed.happen(write, move, 0, **when)
    for moment in killed.moments(last, cases):
        killed.write(killed.OLD, target)
        killed.happen(write, move, moment, **when)
        assert killed.tree(away) == killed.OLD, moment
        assert {path.name for path in folder.iterdir()} <= {"generated", "away"}, moment
        shutil.rmtree(away)
        if target.is_symlink():
            yield THE_LINK
            target.unlink()
        else:
            yield _old_or_new(killed.tree(target)) if target.exists() else NOTHING


def prepared(folder: Path, cases: int) -> Iterator[str]:
    elsewhere = folder / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "theirs.txt").write_text("theirs\n")

    def a_link(sdk: Path) -> None:
        (sdk / ".generated.old").symlink_to(elsewhere)

    def a_file(sdk: Path) -> None:
        (sdk / ".generated.old").write_text("")

    def a_link_behind_a_folder(sdk: Path) -> None:
        (sdk / ".generated.old/theirs").mkdir(parents=True)
        (sdk / ".generated.old/theirs/evil.txt").write_text("")
        (sdk / "generated/theirs").symlink_to(elsewhere)

    def a_link_in_place_of_all(sdk: Path) -> None:
        shutil.rmtree(sdk / "generated")
        (sdk / ".generated.old").symlink_to(elsewhere)

    attacks = [a_link, a_file, a_link_behind_a_folder, a_link_in_place_of_all]
    for number, attack in enumerate(attacks[:cases]):
        sdk = Sdk(folder / str(number))
        attack(sdk.folder)
        before = tree(sdk.folder)
        said = command(*sdk.arguments(DOCUMENTS[1]), status=1)[1]
        assert "in the way of" in said, said
        assert tree(elsewhere) == {"theirs.txt": b"theirs\n"}
        yield OLD_AND_WHY if tree(sdk.folder) == before else "a mixture"


def two_runs(folder: Path, cases: int) -> Iterator[str]:
    sdk = Sdk(folder / "sdk")
    for _ in range(cases):
        children = []
        for document in DOCUMENTS:
            child = os.fork()
            if child == 0:
                status = 1
                try:
                    status = command(*sdk.arguments(document))[0]
                finally:
                    os._exit(status)
            children.append(child)
        assert [os.waitpid(child, 0)[1] for child in children] == [0, 0]
        yield sdk.left()


def stdout_full(folder: Path, cases: int) -> Iterator[str]:
    sdk = Sdk(folder / "sdk")
    options = [str(argument) for argument in sdk.arguments(DOCUMENTS[1])]
    for _ in range(cases):
        with Path("/dev/full").open("w") as full:
            done = subprocess.run(
                [sys.executable, "-m", "sdkwright", *options],
                check=False,
                stdout=full,
                stderr=subprocess.PIPE,
                text=True,
            )
        said = "error[system]: No space left on device.\n"
        assert done.returncode == 1
        assert done.stderr.endswith(said), done.stderr
        yield sdk.left()


def main(attack: str, folder: Path, cases: int) -> None:
    """Attack, and print what was left of each kind."""
    if "cache" in attack:
        os.environ["XDG_CACHE_HOME"] = str(folder.parent / "cache")
    run: Callable[[Path, int], Iterator[str]] = globals()[attack]
    outcomes = list(run(folder, cases))
    sys.stdout.write(f"{len(outcomes)}: {'; '.join(sorted({*outcomes}))}\n")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
