"""What git is asked, and how its refusals read: against real repositories."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from sdkwright.workspace import git
from tests.unit.support.repository import Repository


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "repository")


def refusal(call: object, *arguments: object) -> str:
    assert callable(call)
    with pytest.raises(git.GitError) as caught:
        call(*arguments)
    return str(caught.value)


# The repository


def test_the_root_is_found_from_a_folder_in_it(repository: Repository) -> None:
    repository.commit(a__b="x")
    assert git.root(repository.folder / "a") == repository.folder


def test_a_folder_without_a_repository_is_refused_in_the_words_of_git(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    (tmp_path / "plain").mkdir()
    assert refusal(git.root, tmp_path / "plain") == (
        "git: not a git repository (or any of the parent directories): .git"
    )


def test_a_bare_repository_is_refused(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "--quiet", "--bare", str(tmp_path)], check=True)
    assert refusal(git.root, tmp_path) == "git: this operation must be run in a work tree"


def test_a_machine_without_git_is_told_so(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(repository.folder))
    assert refusal(git.root, repository.folder) == "`git` is not installed"


def test_the_language_of_the_user_does_not_matter(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    monkeypatch.setenv("LANGUAGE", "de")
    assert refusal(git.root, repository.folder / "none").startswith("git: cannot change to")


def test_inside_a_hook_the_named_folder_counts(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "elsewhere.index"))
    repository_root = repository.folder
    assert git.root(repository_root) == repository_root


# Refs


def test_a_ref_is_resolved_to_its_commit(repository: Repository) -> None:
    first = repository.commit(a="1")
    repository.run("tag", "--annotate", "--message", "x", "v1")
    repository.commit(a="2")
    assert [git.resolve(repository.folder, ref) for ref in ("v1", "HEAD~1", first[:9])] == (
        [first] * 3
    )


@pytest.mark.parametrize("ref", ["nothing", "", "--all", "-h", "HEAD:a", "a b", "HEAD\nHEAD"])
def test_what_is_no_commit_is_refused(repository: Repository, ref: str) -> None:
    repository.commit(a="1")
    assert refusal(git.resolve, repository.folder, ref) == f"unknown commit `{ref}`"


def test_an_unknown_ref_of_a_shallow_clone_may_be_missing_only_here(
    repository: Repository, tmp_path: Path
) -> None:
    repository.commit(a="1")
    old = repository.run("rev-parse", "HEAD")
    repository.commit(a="2")
    clone = ["git", "clone", "--quiet", "--depth", "1", f"file://{repository.folder}", "shallow"]
    subprocess.run(clone, cwd=tmp_path, check=True)
    assert refusal(git.resolve, tmp_path / "shallow", old) == (
        f"unknown commit `{old}`; this clone is shallow: run `git fetch --unshallow`"
    )


def test_the_merge_base_is_where_a_branch_was_left(repository: Repository) -> None:
    base = repository.commit(a="1")
    repository.run("switch", "--quiet", "--create", "topic")
    repository.commit(a="2")
    repository.run("switch", "--quiet", "main")
    repository.commit(b="3")
    assert git.merge_base(repository.folder, "main", "topic") == base


def test_commits_without_a_common_one_are_refused(repository: Repository) -> None:
    repository.commit(a="1")
    repository.run("switch", "--quiet", "--orphan", "other")
    repository.commit(b="1")
    assert refusal(git.merge_base, repository.folder, "main", "HEAD") == (
        "`main` and `HEAD` have no commit in common"
    )


# Files as they were


def texts(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes().decode()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_files_are_as_they_were_at_the_commit(repository: Repository) -> None:
    repository.commit(spec__a="1\n", spec__deep__b="2\n", other="3\n")
    repository.commit(spec__a="changed", spec__later="4")
    with git.extract(repository.folder, "HEAD~1", ["spec"]) as tree:
        assert texts(tree) == {"spec/a": "1\n", "spec/deep/b": "2\n"}


def test_the_folder_is_gone_afterwards_and_the_repository_as_before(
    repository: Repository,
) -> None:
    repository.commit(a="1")
    repository.commit(a="2")
    with git.extract(repository.folder, "HEAD~1", ["."]) as tree:
        assert texts(tree) == {"a": "1"}
    assert not tree.parent.exists()
    assert repository.run("status", "--porcelain") == ""


def test_paths_that_did_not_exist_then_are_left_out(repository: Repository) -> None:
    repository.commit(a="1")
    with git.extract(repository.folder, "HEAD", ["a", "none", "no/where"]) as tree:
        assert texts(tree) == {"a": "1"}
    with git.extract(repository.folder, "HEAD", ["none"]) as tree:
        assert texts(tree) == {}


def test_a_point_among_the_paths_is_all_of_the_repository(repository: Repository) -> None:
    repository.commit(a="1", b__c="2")
    with git.extract(repository.folder, "HEAD", ["b", "."]) as tree:
        assert texts(tree) == {"a": "1", "b/c": "2"}


def test_names_are_no_options_and_no_patterns(repository: Repository) -> None:
    names = ["-r", "*", "a b", ":(top)c", "é\n"]
    for name in names:
        (repository.folder / name).write_text(name, encoding="utf-8")
    (repository.folder / "x").write_text("x", encoding="utf-8")
    repository.commit()
    with git.extract(repository.folder, "HEAD", names) as tree:
        assert sorted(texts(tree)) == sorted(names)


def test_attributes_of_archives_do_not_matter(repository: Repository) -> None:
    repository.commit(a="$Format:%H$\n")
    repository.commit(**{".gitattributes": "a export-ignore export-subst\n"})
    with git.extract(repository.folder, "HEAD", ["a"]) as tree:
        assert texts(tree) == {"a": "$Format:%H$\n"}


def test_hooks_do_not_run(repository: Repository, tmp_path: Path) -> None:
    repository.commit(a="1")
    hook = repository.folder / ".git/hooks/post-checkout"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\ntouch '{tmp_path}/ran'\n", encoding="utf-8")
    hook.chmod(0o755)
    with git.extract(repository.folder, "HEAD", ["a"]):
        assert not (tmp_path / "ran").exists()


def test_an_unknown_commit_has_no_files(repository: Repository) -> None:
    repository.commit(a="1")
    with (
        pytest.raises(git.UnknownRefError, match="unknown commit `v9`"),
        git.extract(repository.folder, "v9", ["a"]),
    ):
        pass


# Tags


def test_tags_come_in_the_order_of_their_versions(repository: Repository) -> None:
    repository.commit(a="1")
    for tag in ("v0.10.0", "v0.9.0", "v1.0.0", "v1.0.0rc1", "v1.0.0.dev2", "other-v3"):
        repository.run("tag", tag)
    assert git.tags(repository.folder, "v*") == (
        "v0.9.0", "v0.10.0", "v1.0.0.dev2", "v1.0.0rc1", "v1.0.0",
    )  # fmt: skip


def test_the_last_tag_is_the_highest_that_leads_to_head(repository: Repository) -> None:
    repository.commit(a="1")
    repository.run("tag", "v0.2.0")
    repository.run("tag", "v0.1.0")
    repository.commit(a="2")
    repository.run("switch", "--quiet", "--create", "later")
    repository.commit(a="3")
    repository.run("tag", "v9.0.0")
    repository.run("switch", "--quiet", "main")
    assert git.last_tag(repository.folder, "v*") == "v0.2.0"
    assert git.last_tag(repository.folder, "w*") is None


def test_the_tags_of_head_are_those_of_no_other_commit(repository: Repository) -> None:
    repository.commit(a="1")
    repository.run("tag", "v1")
    repository.commit(a="2")
    repository.run("tag", "v2")
    repository.run("tag", "w2")
    assert git.tags_at_head(repository.folder) == ("v2", "w2")


def test_a_repository_without_a_commit_has_no_tags(repository: Repository) -> None:
    assert git.tags(repository.folder, "*") == ()
    assert git.last_tag(repository.folder, "*") is None
    assert git.tags_at_head(repository.folder) == ()


# Cleanness


def test_a_work_tree_is_clean_until_a_file_changes_or_appears(repository: Repository) -> None:
    repository.commit(a="1", spec__b="1")
    assert git.is_clean(repository.folder)
    (repository.folder / "a").write_text("2", encoding="utf-8")
    assert not git.is_clean(repository.folder)
    assert git.is_clean(repository.folder, "spec")
    (repository.folder / "spec/new").touch()
    assert not git.is_clean(repository.folder, "spec")


def test_what_git_ignores_is_no_dirt(repository: Repository) -> None:
    repository.commit(**{".gitignore": "build\n"})
    (repository.folder / "build").touch()
    assert git.is_clean(repository.folder)
