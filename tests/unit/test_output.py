"""The output folder: what is written, kept, refused, and left alone."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from sdkwright import output
from sdkwright.diagnostics import Diagnostics, Fatal, UsageError, render
from sdkwright.output import MANIFEST, Written
from sdkwright.workspace.cache import Cache
from tests.support.waiting import PATIENCE

FILES = {"src/a.py": "x = 1\n", "docs/a.md": "# A\n"}
NO_CACHE = Cache(None)


def write(
    folder: Path, texts: dict[str, str], *, force: bool = False, check: bool = False
) -> Written:
    found = Diagnostics()
    written = output.write(texts, folder, found, NO_CACHE, force=force, check=check)
    assert found.items == []
    return written


def complaints(
    folder: Path, texts: dict[str, str], *, force: bool = False, check: bool = False
) -> list[str]:
    found = Diagnostics()
    try:
        output.write(texts, folder, found, NO_CACHE, force=force, check=check)
    except Fatal:
        assert not check
    return [render(item).removeprefix(f"{folder}/") for item in found.items]


def tree(folder: Path) -> dict[str, str]:
    """All files below a folder, but the manifest: path → text."""
    return {
        str(path.relative_to(folder)): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file() and path.name != MANIFEST
    }


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


# Writing


def test_files_are_written(out: Path) -> None:
    written = write(out, FILES)
    assert tree(out) == FILES
    assert written.added == (MANIFEST, "docs/a.md", "src/a.py")


def test_the_manifest_is_sorted_and_has_the_digest_of_every_file(out: Path) -> None:
    write(out, FILES)
    manifest = json.loads((out / MANIFEST).read_text(encoding="utf-8"))
    assert list(manifest.items()) == [
        ("docs/a.md", "aa1237b773c38dbddef583c4868aaea7a44c5237ea7923aecca5513764b42d80"),
        ("src/a.py", "9e26bf369911c45c243c684147b23fc9e1dcfcf257d299a1c632016a6fcd33f4"),
    ]


def test_python_is_formatted_with_lines_of_100(out: Path) -> None:
    names = ", ".join(f"name_{n}" for n in range(9))
    write(out, {"a.py": f"x = {{ 'a':1 }}\ncall({names})\n", "b.md": "x  =  1"})
    assert tree(out) == {"a.py": f'x = {{"a": 1}}\ncall({names})\n', "b.md": "x  =  1\n"}


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a", b"a\n"),
        ("a\n\n\n", b"a\n"),
        ("a\r\nb\rc\n", b"a\nb\nc\n"),
        ("", b""),
        ("größe", "größe\n".encode()),
    ],
)
def test_a_text_ends_with_one_newline(out: Path, text: str, written: bytes) -> None:
    write(out, {"a.txt": text})
    assert (out / "a.txt").read_bytes() == written


@pytest.mark.parametrize(("mask", "file", "folder"), [(0o077, 0o600, 0o700), (0o002, 0o664, 0o775)])
def test_new_files_and_folders_get_the_permissions_that_the_umask_leaves(
    out: Path, mask: int, file: int, folder: int
) -> None:
    old = os.umask(mask)
    try:
        write(out, FILES)
    finally:
        os.umask(old)
    assert [mode(out / path) for path in ("src/a.py", MANIFEST)] == [file, file]
    assert [mode(out / path) for path in (".", "src")] == [folder, folder]


def test_files_and_folders_keep_their_permissions(out: Path) -> None:
    write(out, FILES)
    before = {".": 0o2770, "src": 0o750, "src/a.py": 0o640, "docs/a.md": 0o755}
    for path, bits in before.items():
        (out / path).chmod(bits)
    write(out, {**FILES, "src/a.py": "x = 2\n", "src/b.py": "y = 1\n"})
    assert {path: mode(out / path) for path in before} == before
    assert (out / "src/a.py").read_text(encoding="utf-8") == "x = 2\n"


def test_a_folder_that_nobody_may_write_to_can_be_written_by_its_owner(out: Path) -> None:
    write(out, FILES)
    (out / "src").chmod(0o555)
    write(out, {**FILES, "src/b.py": "y = 1\n"})
    assert mode(out / "src") == 0o755


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root gives files away")
def test_files_and_folders_keep_their_owners(out: Path) -> None:
    write(out, FILES)
    for path in (".", "src", "src/a.py"):
        os.chown(out / path, 1234, 4321)
    write(out, {**FILES, "src/a.py": "x = 2\n"})
    owners = {path: (out / path).stat() for path in (".", "src", "src/a.py", "docs")}
    assert {path: (each.st_uid, each.st_gid) for path, each in owners.items()} == {
        **dict.fromkeys((".", "src", "src/a.py"), (1234, 4321)),
        "docs": (0, owners["docs"].st_gid),
    }


def test_nothing_is_touched_where_nothing_changed(out: Path) -> None:
    write(out, FILES)
    before = {path: path.stat().st_mtime_ns for path in [out, *out.rglob("*")]}
    assert not write(out, FILES).differs
    assert {path: path.stat().st_mtime_ns for path in [out, *out.rglob("*")]} == before


def test_files_that_did_not_change_keep_their_time(out: Path) -> None:
    write(out, FILES)
    os.utime(out / "docs/a.md", (1, 1))
    written = write(out, {**FILES, "src/a.py": "x = 2\n"})
    assert written.changed == (MANIFEST, "src/a.py")
    assert (out / "docs/a.md").stat().st_mtime == 1


def test_a_stale_file_is_removed_and_so_is_its_folder(out: Path) -> None:
    write(out, {**FILES, "old/b.md": "b"})
    assert write(out, FILES).removed == ("old/b.md",)
    assert tree(out) == FILES
    assert not (out / "old").exists()


def test_no_temporary_files_are_left(out: Path) -> None:
    write(out, FILES)
    write(out, {"src/a.py": "x = 2\n"})
    assert [path.name for path in out.parent.iterdir()] == ["out"]


def test_a_folder_that_is_a_symlink_stays_one(tmp_path: Path, out: Path) -> None:
    (tmp_path / "real").mkdir()
    out.symlink_to(tmp_path / "real")
    write(out, FILES)
    assert out.is_symlink()
    assert tree(tmp_path / "real") == FILES


# What is not ours


def test_files_of_others_are_kept(out: Path) -> None:
    write(out, {**FILES, "old/b.py": "b = 1"})
    foreign = {
        ".venv/bin/python": "python\n",
        "src/__pycache__/a.pyc": "compiled\n",
        "src/x.egg-info/PKG-INFO": "info\n",
        "notes.txt": "mine\n",
        "old/mine.txt": "mine\n",
    }
    for path, text in foreign.items():
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        (out / path).write_text(text, encoding="utf-8")
    (out / "link").symlink_to("nowhere")
    (out / "empty").mkdir()
    write(out, {**FILES, "src/a.py": "x = 2\n"})
    assert tree(out) == {**FILES, "src/a.py": "x = 2\n", **foreign}
    assert (out / "link").is_symlink()
    assert (out / "empty").is_dir()


def test_compiled_files_do_not_keep_a_stale_folder(out: Path) -> None:
    write(out, {**FILES, "old/b.py": "b = 1"})
    (out / "old/__pycache__").mkdir()
    (out / "old/__pycache__/b.pyc").write_text("compiled", encoding="utf-8")
    write(out, FILES)
    assert not (out / "old").exists()


def test_an_edited_file_is_reported_and_kept(out: Path) -> None:
    write(out, FILES)
    (out / "src/a.py").write_text("mine = True\n", encoding="utf-8")
    assert complaints(out, {**FILES, "docs/a.md": "# B\n"}) == [
        (
            "src/a.py: error[edited-file]: this generated file was edited by hand; the "
            "edit would be lost. Fix: change the document, the settings or the templates, "
            "or pass --force to overwrite the file."
        )
    ]
    assert tree(out) == {**FILES, "src/a.py": "mine = True\n"}


def test_an_edited_file_is_reported_even_if_nothing_else_changes(out: Path) -> None:
    write(out, FILES)
    (out / "src/a.py").write_text("mine = True\n", encoding="utf-8")
    assert len(complaints(out, FILES)) == 1


def test_an_edited_file_that_is_stale_is_reported_and_kept(out: Path) -> None:
    write(out, FILES)
    (out / "docs/a.md").write_text("mine\n", encoding="utf-8")
    assert [line.split(":")[0] for line in complaints(out, {"src/a.py": "x = 1\n"})] == [
        "docs/a.md"
    ]
    assert tree(out)["docs/a.md"] == "mine\n"


def test_force_overwrites_an_edited_file(out: Path) -> None:
    write(out, FILES)
    (out / "src/a.py").write_text("mine = True\n", encoding="utf-8")
    write(out, FILES, force=True)
    assert tree(out) == FILES


def test_an_edit_that_is_what_is_made_today_is_no_edit(out: Path) -> None:
    write(out, FILES)
    (out / "src/a.py").write_text("x = 2\n", encoding="utf-8")
    write(out, {**FILES, "src/a.py": "x=2"})
    assert tree(out) == {**FILES, "src/a.py": "x = 2\n"}


def test_a_file_that_somebody_deleted_is_written_again(out: Path) -> None:
    write(out, FILES)
    (out / "src/a.py").unlink()
    assert write(out, FILES).added == ("src/a.py",)
    assert tree(out) == FILES


def test_a_file_of_others_in_the_way_is_reported_and_kept(out: Path) -> None:
    (out / "src").mkdir(parents=True)
    (out / "src/a.py").write_text("mine = True\n", encoding="utf-8")
    assert complaints(out, FILES) == [
        (
            "src/a.py: error[file-in-way]: the generator did not write this file, but needs its "
            "path. Fix: move it away, or pass --force to overwrite it."
        )
    ]
    assert tree(out) == {"src/a.py": "mine = True\n"}


def test_a_folder_in_the_way_is_never_removed(out: Path) -> None:
    (out / "src/a.py").mkdir(parents=True)
    assert complaints(out, FILES, force=True) == [
        (
            "src/a.py: error[file-in-way]: a folder is in the way of a generated file. "
            "Fix: move it away."
        )
    ]
    assert (out / "src/a.py").is_dir()


def test_a_file_where_a_folder_has_to_be_is_in_the_way(out: Path) -> None:
    out.mkdir()
    (out / "src").write_text("mine\n", encoding="utf-8")
    assert complaints(out, FILES) == [
        (
            "src/a.py: error[file-in-way]: `src`, which is not a folder, is in the way "
            "of a generated file. Fix: move it away."
        )
    ]


@pytest.mark.parametrize("link", ["src", "src/a.py"])
def test_a_symlink_in_the_folder_is_not_followed(tmp_path: Path, out: Path, link: str) -> None:
    write(out, {"docs/a.md": "# A\n"})
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "a.py").write_text("theirs\n", encoding="utf-8")
    (out / link).parent.mkdir(exist_ok=True)
    (out / link).symlink_to(elsewhere if link == "src" else elsewhere / "a.py")
    assert [line.split(": ")[1] for line in complaints(out, FILES, force=True)] == [
        "error[file-in-way]"
    ]
    assert tree(elsewhere) == {"a.py": "theirs\n"}


def test_a_damaged_manifest_protects_every_file(out: Path) -> None:
    write(out, FILES)
    (out / MANIFEST).write_text("<<<<<<< ours", encoding="utf-8")
    assert [line.split(":")[0] for line in complaints(out, {"src/a.py": "x = 2\n"})] == ["src/a.py"]
    assert tree(out) == FILES


def test_a_manifest_cannot_name_files_elsewhere(tmp_path: Path, out: Path) -> None:
    write(out, FILES)
    victim = tmp_path / "victim"
    victim.write_text("theirs\n", encoding="utf-8")
    (out / MANIFEST).write_text(
        '{"../victim": "ed9c86a61e05623abeb71f9eeda8780dab0e28a2f69bb54813f99a2ec4b3602f"}',
        encoding="utf-8",
    )
    assert write(out, FILES, force=True).removed == ()
    assert victim.read_text(encoding="utf-8") == "theirs\n"


# What is refused


@pytest.mark.parametrize(
    "path",
    ["../a.py", "/etc/a.py", "a/../../b", "a//b", "", ".", "a\\b", "c:a", "a\nb", MANIFEST],
)
def test_a_path_that_leaves_the_folder_is_refused(tmp_path: Path, out: Path, path: str) -> None:
    found = complaints(out, {path: "x", "ok.md": "ok"})
    assert found[0].startswith(
        f"error[internal-error]: cannot write a generated file named {path!r}: "
    )
    assert list(tmp_path.iterdir()) == []


def test_names_that_differ_in_case_only_are_refused(out: Path) -> None:
    assert complaints(out, {"a/Key.md": "x", "a/key.md": "y"}) == [
        (
            "error[internal-error]: cannot write a generated file named 'a/key.md': it "
            "differs from a/Key.md in case only. Fix: please report this as a bug of the "
            "generator, with the document."
        )
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("x = 1\ny = = 2\n", "src/b.py:2:5"),
        ("def f(a, a): ...\n", "src/b.py:1:10"),
        ('x = "\\d"\n', "src/b.py:1:5"),
        ("x = '\0'\n", "src/b.py"),
    ],
)
def test_python_that_is_none_is_our_fault_and_nothing_is_written(
    out: Path, text: str, place: str
) -> None:
    found = complaints(out, {"src/a.py": "x = 1", "src/b.py": text})
    assert len(found) == 1
    assert found[0].startswith(
        f"{place}: error[internal-error]: the generated Python cannot be parsed: "
    )
    assert not out.exists()


def test_the_current_folder_is_no_output_folder(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out.mkdir()
    monkeypatch.chdir(out)
    found = Diagnostics()
    with pytest.raises(UsageError):
        output.write(FILES, Path("../out"), found, NO_CACHE)
    assert [render(item) for item in found.items] == [
        (
            "../out: error[bad-output]: the output folder would be replaced, but it is the "
            "current folder or contains it. Fix: choose a folder for the output alone."
        )
    ]


def test_a_file_is_no_output_folder(out: Path) -> None:
    out.write_text("a file", encoding="utf-8")
    found = Diagnostics()
    with pytest.raises(UsageError):
        output.write(FILES, out, found, NO_CACHE)
    assert [render(item) for item in found.items] == [
        f"{out}: error[bad-output]: the output is not a folder."
    ]


# --check


def test_check_is_silent_where_nothing_differs(out: Path) -> None:
    write(out, FILES)
    assert not write(out, FILES, check=True).differs


def test_check_lists_what_differs_and_writes_nothing(out: Path) -> None:
    write(out, {**FILES, "same.md": "s", "old.md": "o"})
    (out / "docs/a.md").write_text("edited\n", encoding="utf-8")
    before = tree(out)
    new = {**FILES, "same.md": "s", "src/a.py": "x = 2\n", "new.md": "n"}
    assert complaints(out, new, check=True) == [
        "new.md: error[out-of-date]: the file is missing. Fix: run the generator.",
        (
            "old.md: error[out-of-date]: the file is stale: the generator no longer writes it. "
            "Fix: run the generator."
        ),
        ("docs/a.md: error[out-of-date]: the file was edited by hand. Fix: run the generator."),
        ("src/a.py: error[out-of-date]: the file is out of date. Fix: run the generator."),
    ]
    assert tree(out) == before


def test_check_does_not_make_the_folder(out: Path) -> None:
    assert len(complaints(out, FILES, check=True)) == 3
    assert not out.exists()


# Crashes and company


def test_a_run_that_was_killed_before_the_new_tree_stood_is_undone(out: Path) -> None:
    write(out, FILES)
    out.rename(out.with_name(".out.old"))
    assert not write(out, FILES).differs
    assert tree(out) == FILES


def test_a_run_that_was_killed_before_it_tidied_up_is_completed(out: Path) -> None:
    write(out, {"src/a.py": "x = 0\n"})
    (out / "mine.txt").write_text("mine\n", encoding="utf-8")
    out.rename(out.with_name(".out.old"))
    write(out.with_name("fresh"), FILES)
    out.with_name("fresh").rename(out)
    write(out, FILES)
    assert tree(out) == {**FILES, "mine.txt": "mine\n"}
    assert [path.name for path in out.parent.iterdir()] == ["out"]


def test_where_the_new_tree_cannot_be_made_the_old_one_stays(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(out, FILES)

    def full(_self: Path, _content: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    assert [line.partition(": ")[2] for line in complaints(out, {"src/a.py": "x = 2\n"})] == [
        "error[cannot-write]: cannot write the output: No space left on device."
    ]
    assert tree(out) == FILES
    assert [path.name for path in out.parent.iterdir()] == ["out"]


def test_a_link_in_place_of_the_files_of_a_run_that_was_killed_is_refused(
    tmp_path: Path, out: Path
) -> None:
    write(out, FILES)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/theirs.txt").write_text("theirs\n", encoding="utf-8")
    (out / ".sdkwright.new").symlink_to(tmp_path / "elsewhere")
    assert complaints(out, {"src/a.py": "x = 2\n"}) == [
        (
            ".sdkwright.new: error[cannot-write]: cannot write the output: this is in the way of "
            "the files that the generator writes."
        )
    ]
    assert tree(tmp_path / "elsewhere") == {"theirs.txt": "theirs\n"}


def test_runs_at_the_same_time_take_turns(out: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from sdkwright import output\n"
        "from sdkwright.workspace.cache import Cache\n"
        "from sdkwright.diagnostics import Diagnostics\n"
        "texts = {f'{n}.md': sys.argv[2] for n in range(40)}\n"
        "for _ in range(20):\n"
        "    output.write(texts, Path(sys.argv[1]), Diagnostics(), Cache(None))\n"
    )
    root = Path(output.__file__).parents[2]
    runs = [
        subprocess.Popen([sys.executable, "-c", program, str(out), text], cwd=root)
        for text in ("one", "two")
    ]
    assert [run.wait(PATIENCE) for run in runs] == [0, 0]
    assert len(tree(out)) == 40
    assert len(set(tree(out).values())) == 1
    assert [path.name for path in out.parent.iterdir()] == ["out"]


def test_the_digest_of_a_tree_is_that_of_the_last_run(out: Path) -> None:
    written = write(out, FILES)
    assert output.tree_digest(out) == written.digest


@pytest.mark.parametrize("damage", ["edit", "delete", "manifest"])
def test_a_tree_that_is_not_as_it_was_has_no_digest(out: Path, damage: str) -> None:
    write(out, FILES)
    if damage == "edit":
        (out / "src/a.py").write_text("x = 2\n", encoding="utf-8")
    else:
        (out / ("src/a.py" if damage == "delete" else MANIFEST)).unlink()
    assert output.tree_digest(out) is None


# The cache


def test_formatted_python_comes_from_the_cache(tmp_path: Path, out: Path) -> None:
    cache = Cache(tmp_path / "cache")
    output.write({"a.py": "x=1"}, out, Diagnostics(), cache)
    (entry,) = (tmp_path / "cache").iterdir()
    cache.put(entry.name, b"x = 'kept'\n")
    output.write({"a.py": "x=1"}, out, Diagnostics(), cache)
    assert tree(out) == {"a.py": "x = 'kept'\n"}


def test_black_is_not_imported_where_all_is_cached(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from sdkwright import output\n"
        "from sdkwright.workspace.cache import Cache\n"
        "from sdkwright.diagnostics import Diagnostics\n"
        "output.write({'a.py': 'x=1', 'b.md': 'b'}, Path(sys.argv[1], sys.argv[2]), Diagnostics(),"
        " Cache(Path(sys.argv[1], 'cache')))\n"
        "print('black' in sys.modules)\n"
    )
    root = Path(output.__file__).parents[2]

    def imported(name: str) -> str:
        command = [sys.executable, "-c", program, str(tmp_path), name]
        return subprocess.run(command, cwd=root, check=True, capture_output=True, text=True).stdout

    assert [imported("one"), imported("two")] == ["True\n", "False\n"]
