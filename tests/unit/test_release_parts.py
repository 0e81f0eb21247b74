"""What a release is put together from: the changelog's file, its section, sdk.toml, the tags."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from packaging.version import Version

from sdkwright import config
from sdkwright.config import Config
from sdkwright.diagnostics import Diagnostics, UsageError, render
from sdkwright.diff.changes import LEVELS, Change, Level, Rule
from sdkwright.release import changelog, insides, numbers, section
from sdkwright.release.changelog import Block
from sdkwright.release.numbers import Tags
from sdkwright.release.settings import with_version
from sdkwright.release.undo import all_or_nothing


def change(
    level: Level, subject: str, message: str, *, code: str = "x", fix: str = "", who: str = ""
) -> Change:
    rule = Rule(code, level, what="", why="", who=who)
    return Change(rule, subject, message, fix, symbol="", member="", old=None, new=None)


def told(*changes: Change) -> str:
    return changelog.write_section("1.0.0", section.of_changes(changes))


# The file


WRITTEN = """\
# Changelog

<!--
## Unreleased
-->

## [Unreleased]

By hand.

### Fixed

- A fault.

## 0.2.0 - 2026-01-02

```
## 0.1.9
```

## v0.1.0

- First.
"""


def test_a_new_section_takes_the_place_of_the_unreleased_one() -> None:
    read = changelog.read(WRITTEN)
    blocks = [*read.unreleased, Block("Added", "- Another."), Block("", "By us.")]
    new = changelog.write_section("0.3.0 - 2026-11-23", blocks)
    assert read.with_section(new) == """\
# Changelog

<!--
## Unreleased
-->

## 0.3.0 - 2026-11-23

By hand.

By us.

### Added

- Another.

### Fixed

- A fault.

## 0.2.0 - 2026-01-02

```
## 0.1.9
```

## v0.1.0

- First.
"""


def test_the_versions_of_a_changelog_are_those_of_its_headings() -> None:
    assert changelog.read(WRITTEN).versions == ("0.2.0", "0.1.0")


def test_an_empty_changelog_gets_a_head() -> None:
    assert changelog.read("").with_section("## 0.1.0\n\n- First.\n") == (
        "# Changelog\n\nChanges for users of this SDK, newest version first.\n\n"
        "## 0.1.0\n\n- First.\n"
    )


def test_blocks_of_one_title_become_one_list() -> None:
    blocks = [
        Block("odd", "- d"),
        Block("added", "- a\n  and on"),
        Block("Breaking", "- z"),
        Block("Added", "- b"),
    ]
    assert changelog.write_section("1.0.0", blocks) == (
        "## 1.0.0\n\n### Breaking\n\n- z\n\n### Added\n\n- a\n  and on\n- b\n\n### odd\n\n- d\n"
    )


def test_a_paragraph_stays_apart_from_the_list_that_follows() -> None:
    blocks = [Block("Added", "By hand."), Block("Added", "- b")]
    assert changelog.write_section("1", blocks) == "## 1\n\n### Added\n\nBy hand.\n\n- b\n"


def test_nothing_is_lost_by_taking_a_changelog_apart() -> None:
    text = "intro\n\n## 2.0.0\n\na\u2028## 1.0.0\n~~~\n## 0.9\n``` ~~~\n~~~\n## [1.0.0]\nb\n"
    read = changelog.read(text)
    assert read.sections == (
        "## 2.0.0\n\na\u2028## 1.0.0\n~~~\n## 0.9\n``` ~~~\n~~~\n",
        "## [1.0.0]\nb\n",
    )


@given(text=st.text(st.sampled_from("#\n -`~<>!aU")))
def test_a_text_without_headings_of_unreleased_changes_is_kept(text: str) -> None:
    read = changelog.read(text)
    assert (read.head + "".join(read.sections)).strip() == text.strip()


# The section


def test_changes_are_sorted_into_the_headings_of_a_changelog() -> None:
    assert (
        told(
            change(
                "breaking",
                "open_router.keys.update()",
                "parameter `name` is now required",
                fix="Pass `name`",
                who="code that omits it",
            ),
            change("breaking", "operations.Key", "field `id` was removed", fix="Do without it."),
            change("compatible", "open_router.keys.list()", "it is new", code="method-added"),
            change("compatible", "open_router.keys.get()", "it is deprecated", code="deprecated"),
            change("compatible", "errors.Gone", "no longer deprecated", code="not-deprecated"),
            change("docs", "OpenRouter()", "the description changed"),
            change("docs", "operations.Key", "the example changed"),
            change("docs", "OpenRouter()", "the summary changed"),
        )
        == """\
## 1.0.0

### Breaking

- `open_router.keys.update()`: parameter `name` is now required.
  Breaks: code that omits it. To migrate: Pass `name`.
- `operations.Key`: field `id` was removed.
  To migrate: Do without it.

### Added

- `open_router.keys.list()`: it is new.

### Changed

- `errors.Gone`: no longer deprecated.

### Deprecated

- `open_router.keys.get()`: it is deprecated.

### Documentation

- `OpenRouter()`: the description changed; the summary changed.
- `operations.Key`: the example changed.
"""
    )


def test_a_surface_without_changes_is_said_to_be_one() -> None:
    assert told() == "## 1.0.0\n\nNo changes for users.\n"


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "a\n\n## 9.9.9 - 2030-01-01\n\n- b",
        "a\n- b\n### Security",
        "![x](https://example.com/x.png)",
        "[x](javascript:alert(1))",
        "`",
        "<!--",
        "```\n",
        "\u2028## 9.9.9",
    ],
)
@pytest.mark.parametrize("level", LEVELS)
def test_text_of_a_document_stays_one_item(hostile: str, level: Level) -> None:
    written = told(change(level, f"x.{hostile}()", hostile, fix=hostile, who=hostile))
    tokens = MarkdownIt().parse(written)
    inside = [inner for token in tokens for inner in token.children or ()]
    assert [token.type for token in tokens if token.type.endswith("_open")] == [
        "heading_open",
        "heading_open",
        "bullet_list_open",
        "list_item_open",
        "paragraph_open",
    ]
    assert {token.type for token in (*tokens, *inside)} & {"html_block", "html_inline"} == set()
    assert {token.type for token in inside} <= {
        *("text", "text_special", "code_inline", "softbreak"),
        *("link_open", "link_close"),  # to the web only
    }
    assert {str(token.attrGet("href"))[:8] for token in inside if token.type == "link_open"} <= {
        "https://"
    }
    assert changelog.read(written).sections == (written,)


# sdk.toml


@pytest.mark.parametrize(
    "text",
    [
        '# Top\n[package]  # a\nmodule = "t"\nversion   =  "VERSION"   # b\n[client]\nclass="T"\n',
        "[package]\r\nversion = 'VERSION'\r\nmodule = 't'\r\n",
        'package = { module = "t", version = "VERSION" }\n',
        'package.version = "VERSION"\npackage.module = "t"\n',
    ],
)
def test_only_the_version_changes_in_the_settings(tmp_path: Path, text: str) -> None:
    path = tmp_path / "sdk.toml"
    path.write_bytes(text.replace("VERSION", "0.1.0").encode())
    assert with_version(path, "0.2.0").decode() == text.replace("VERSION", "0.2.0")


def test_settings_without_a_version_get_one(tmp_path: Path) -> None:
    path = tmp_path / "sdk.toml"
    path.write_text('[package]\nmodule = "t"\n\n[package.urls]\nA = "https://a.example"\n')
    path.write_bytes(with_version(path, "0.2.0"))
    assert config.read(path, Diagnostics()).version == "0.2.0"
    assert path.read_text() == (
        '[package]\nmodule = "t"\nversion = "0.2.0"\n\n[package.urls]\nA = "https://a.example"\n'
    )


# Tags and versions


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    commit(tmp_path)
    return tmp_path


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=T", "-c", "user.email=t@example.com")
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


def commit(folder: Path, *tags: str) -> None:
    git(folder, "commit", "--quiet", "--allow-empty", "--message=x")
    for tag in tags:
        git(folder, "tag", "-a", tag, "-m", tag)


def test_the_last_release_is_the_highest_version_that_leads_here(repository: Path) -> None:
    commit(repository, "v0.9.0", "v0.10.0", "vendor", "sdkwright-v3.0.0", "v0.11.0-broken")
    git(repository, "checkout", "--quiet", "-b", "other")
    commit(repository, "v2.0.0")
    git(repository, "checkout", "--quiet", "main")
    tags = Tags(repository)
    assert (tags.last, tags.base) == (Version("0.10.0"), Version("0.10.0"))
    assert tags.all[Version("2.0.0")] == "v2.0.0"


def test_changes_are_counted_from_the_last_version_that_is_no_pre_release(repository: Path) -> None:
    commit(repository, "v0.1.0")
    commit(repository, "v0.2.0rc1")
    tags = Tags(repository)
    assert (tags.last, tags.base) == (Version("0.2.0rc1"), Version("0.1.0"))


def test_where_there_are_pre_releases_only_changes_are_counted_from_the_last(
    repository: Path,
) -> None:
    commit(repository, "v0.1.0a1")
    commit(repository, "v0.1.0a2")
    assert Tags(repository).base == Version("0.1.0a2")


def test_a_repository_without_releases_has_no_last_one(repository: Path) -> None:
    assert (Tags(repository).last, Tags(repository).base) == (None, None)


@pytest.mark.parametrize(
    ("tag", "level", "expected"),
    [
        ("v0.1.0", "breaking", "0.2.0"),
        ("v0.2.0rc1", "breaking", "0.2.0"),
        ("v0.2.0rc1", "docs", "0.2.0"),
        ("v0.3.0rc1", "breaking", "0.3.0"),
    ],
)
def test_the_version_that_follows_is_above_pre_releases_too(
    repository: Path, tag: str, level: Level, expected: str
) -> None:
    commit(repository, "v0.1.0")
    if tag != "v0.1.0":
        commit(repository, tag)
    changes = (change(level, "x", "y"),)
    tags = Tags(repository)
    assert tags.base is not None
    chosen = numbers.choose(None, tags, tags.base, changes, Diagnostics(), own="0.1.0")
    assert chosen == Version(expected)


def test_a_pre_release_of_a_version_that_is_enough_is_enough(repository: Path) -> None:
    commit(repository, "v0.1.0")
    changes = (change("breaking", "x", "y"),)
    asked = Version("0.2.0rc1")
    tags = Tags(repository)
    chosen = numbers.choose(asked, tags, Version("0.1.0"), changes, Diagnostics(), own="0.1.0")
    assert chosen == asked


def test_a_version_that_somebody_raised_already_stays(repository: Path) -> None:
    commit(repository, "v0.1.0")
    changes = (change("compatible", "x", "y"),)
    tags = Tags(repository)
    chosen = numbers.choose(None, tags, Version("0.1.0"), changes, Diagnostics(), own="0.5.0")
    assert chosen == Version("0.5.0")


def test_a_first_release_cannot_have_a_local_version(repository: Path) -> None:
    with pytest.raises(UsageError):
        numbers.choose_first(None, "0.1.0+mine", Tags(repository), Diagnostics())


@pytest.mark.parametrize(("text", "version"), [("1.2.0", "1.2.0"), ("v1.2-rc.1", "1.2rc1")])
def test_a_version_is_taken_in_any_spelling(text: str, version: str) -> None:
    assert str(numbers.read(text, Diagnostics())) == version


@pytest.mark.parametrize("text", ["latest", "", "1.2.0+mine", "1!1.0.0", "1.2.0\n3"])
def test_what_is_no_version_for_a_release_is_a_wrong_use(text: str) -> None:
    found = Diagnostics()
    with pytest.raises(UsageError):
        numbers.read(text, found)
    assert [item.code for item in found.items] == ["bad-version"]
    assert "\n" not in render(found.items[0])


# What changed inside


def package(folder: Path, dependencies: list[str], python: str, files: dict[str, str]) -> Path:
    folder.mkdir()
    project = (
        f'[project]\nrequires-python = "{python}"\ndependencies = {json.dumps(dependencies)}\n'
    )
    (folder / "pyproject.toml").write_text(project, encoding="utf-8")
    (folder / ".sdkwright.json").write_text(json.dumps(files), encoding="utf-8")
    return folder


def settings(output: Path) -> Config:
    return config.from_options(Path("a.yaml"), "t", output, Diagnostics())


def test_what_the_package_needs_is_told(tmp_path: Path) -> None:
    old = package(tmp_path / "old", ["httpx2>=2.16,<3", "gone>=1"], ">=3.11", {})
    new = package(tmp_path / "new", ["httpx2>=2.17,<3", "attrs"], ">=3.12", {})
    assert insides.compare(old, settings(new)).needs == (
        "Requires `attrs`.",
        "No longer requires `gone`.",
        "Requires `httpx2>=2.17,<3` instead of `httpx2>=2.16,<3`.",
        "Requires `Python >=3.12` instead of `Python >=3.11`.",
    )


def test_code_that_changed_is_named(tmp_path: Path) -> None:
    before = {"README.md": "1", "src/t/_version.py": "1", "src/t/a.py": "1", "src/t/b.py": "1"}
    after = {"README.md": "2", "src/t/_version.py": "2", "src/t/a.py": "2", "src/t/b.py": "1"}
    old = package(tmp_path / "old", [], ">=3.11", before)
    new = package(tmp_path / "new", [], ">=3.11", after)
    found = insides.compare(old, settings(new))
    assert (found.needs, found.in_a_sentence()) == ((), "Internal changes: `a.py`.")


def test_of_much_code_that_changed_some_is_named(tmp_path: Path) -> None:
    old = package(tmp_path / "old", [], ">=3.11", {})
    new = package(tmp_path / "new", [], ">=3.11", {f"src/t/{n}.py": "1" for n in range(8)})
    assert insides.compare(old, settings(new)).in_a_sentence() == (
        "Internal changes: `0.py`, `1.py`, `2.py`, `3.py`, `4.py`, `5.py` and 2 more."
    )


def test_a_package_that_was_not_there_says_nothing(tmp_path: Path) -> None:
    new = package(tmp_path / "new", ["attrs"], ">=3.11", {})
    assert insides.compare(tmp_path / "old", settings(new)) == insides.Insides((), ())


# All or nothing


def test_what_was_written_stays_where_nothing_fails(tmp_path: Path) -> None:
    file, folder = tmp_path / "a", tmp_path / "folder"
    file.write_text("old")
    folder.mkdir()
    with all_or_nothing([file], folder):
        file.write_text("new")
        (folder / "b").write_text("new")
    assert (file.read_text(), (folder / "b").read_text()) == ("new", "new")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "folder"]


@pytest.mark.parametrize("failure", [OSError, KeyboardInterrupt])
def test_everything_is_as_it_was_after_a_failure(
    tmp_path: Path, failure: type[BaseException]
) -> None:
    file, folder = tmp_path / "a", tmp_path / "folder"
    file.write_text("old")
    (folder / "deep").mkdir(parents=True)
    (folder / "deep" / "b").write_text("old")
    with pytest.raises(failure):  # noqa: PT012, SIM117  all of it happens inside
        with all_or_nothing([file], folder):
            file.write_text("new")
            (folder / "deep" / "b").unlink()
            (folder / "c").write_text("new")
            raise failure
    assert {
        path.relative_to(tmp_path).as_posix(): path.read_text()
        for path in tmp_path.rglob("*")
        if path.is_file()
    } == {"a": "old", "folder/deep/b": "old"}
