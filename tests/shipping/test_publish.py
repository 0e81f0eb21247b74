"""What is published, and what forbids it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.shipping.support.package_index import PackageIndex, PackageIndexes
from tests.shipping.support.project import Outcome, Project
from tests.support.server import refusing

FILES = ["openrouter_keys-0.1.0-py3-none-any.whl", "openrouter_keys-0.1.0.tar.gz"]

# What pypiserver asks nobody for, and twine wants to have.
ACCOUNT = {"TWINE_USERNAME": "user", "TWINE_PASSWORD": "s3cr3t-of-twine"}


def publish(project: Project, index: PackageIndex, *options: str) -> Outcome:
    return project.sdkwright("publish", "--repository-url", index.url, *options, **ACCOUNT)


def refusal(outcome: Outcome) -> str:
    """The diagnostic of a command that failed, which is its last line."""
    assert outcome.status == 1, outcome.err
    assert outcome.out == ""
    return outcome.err.splitlines()[-1]


def test_a_version_is_published_once(project: Project, package_index: PackageIndex) -> None:
    outcome = publish(project, package_index)
    assert outcome.status == 0, outcome.err
    assert outcome.out == f"openrouter-keys 0.1.0 published to {package_index.url}\n"
    assert package_index.files("openrouter_keys") == FILES
    again = publish(project, package_index)
    assert "error[version-exists]" in refusal(again)
    assert "already has openrouter-keys 0.1.0" in refusal(again)
    assert ACCOUNT["TWINE_PASSWORD"] not in outcome.err + again.err


def test_an_index_that_would_take_a_version_twice_is_not_given_it(
    project: Project, package_indexes: PackageIndexes
) -> None:
    index = package_indexes.new(overwrites=True)
    published = index.folder / FILES[0]
    published.write_bytes(b"what users have")
    assert "error[version-exists]" in refusal(publish(project, index))
    assert published.read_bytes() == b"what users have"


def test_a_dry_run_does_everything_but_the_upload(
    project: Project, package_index: PackageIndex
) -> None:
    outcome = publish(project, package_index, "--dry-run")
    assert outcome.status == 0, outcome.err
    assert outcome.out == f"openrouter-keys 0.1.0 can be published to {package_index.url}\n"
    assert [line.split()[:2] for line in outcome.err.splitlines() if line.startswith("ok")] == [
        ["ok", "git"],
        ["ok", "index"],
        ["ok", "drift"],
        ["ok", "readme"],
        ["ok", "build"],
        ["ok", "validate-pyproject"],
        ["ok", "twine"],
        ["ok", "check-wheel-contents"],
        ["ok", "metadata"],
        ["ok", "size"],
    ]
    assert package_index.files("openrouter_keys") == []
    assert sorted(file.name for file in (project.folder / "dist").iterdir()) == FILES


def test_a_changed_file_forbids_it(project: Project, package_index: PackageIndex) -> None:
    with (project.folder / "spec/openapi.yaml").open("a", encoding="utf-8") as document:
        document.write("\n")
    assert "error[dirty-tree]" in refusal(publish(project, package_index))


def test_a_new_file_forbids_it(project: Project, package_index: PackageIndex) -> None:
    (project.folder / "new.txt").touch()
    assert "error[dirty-tree]" in refusal(publish(project, package_index))


def test_a_commit_after_the_tag_forbids_it(project: Project, package_index: PackageIndex) -> None:
    project.commit()
    assert "error[untagged-commit]" in refusal(publish(project, package_index))


def test_the_tag_of_another_version_forbids_it(
    project: Project, package_index: PackageIndex
) -> None:
    project.commit("v0.1.1")
    said = refusal(publish(project, package_index))
    assert "error[untagged-commit]" in said
    assert "the version is 0.1.0, but the checked-out commit has the tag v0.1.1" in said


def test_a_tree_that_is_no_repository_forbids_it(
    project: Project, package_index: PackageIndex
) -> None:
    (project.folder / ".git").rename(project.folder.parent / "elsewhere")
    assert "error[no-repository]" in refusal(publish(project, package_index))


def test_a_document_that_was_not_generated_from_forbids_it(
    project: Project, package_index: PackageIndex
) -> None:
    project.set("package", "description", "Another text")
    project.commit()
    project.git("tag", "--force", "v0.1.0")
    assert "error[out-of-date]" in refusal(publish(project, package_index))
    assert package_index.files("openrouter_keys") == []


def test_an_index_that_does_not_answer_forbids_it(project: Project, tmp_path: Path) -> None:
    with refusing() as port:
        nobody = PackageIndex(tmp_path, f"http://127.0.0.1:{port}/")
        assert "error[no-index]" in refusal(publish(project, nobody))


def test_files_that_were_built_before_are_uploaded(
    built_project: Project, package_index: PackageIndex
) -> None:
    outcome = publish(built_project, package_index, "--skip-build")
    assert outcome.status == 0, outcome.err
    assert "ok      build" not in outcome.err
    assert package_index.files("openrouter_keys") == FILES


def test_files_that_were_not_built_forbid_it(project: Project, package_index: PackageIndex) -> None:
    assert "error[not-built]" in refusal(publish(project, package_index, "--skip-build"))


def test_files_that_were_built_of_other_sources_forbid_it(
    built_project: Project, package_index: PackageIndex
) -> None:
    built_project.set("package", "description", "Another text")
    built_project.make("gen")
    built_project.commit()
    built_project.git("tag", "--force", "v0.1.0")
    said = refusal(publish(built_project, package_index, "--skip-build"))
    assert "error[stale-package]" in said
    assert "openrouter/__init__.py" in said
    assert package_index.files("openrouter_keys") == []


def test_files_of_another_version_forbid_it(
    built_project: Project, package_index: PackageIndex
) -> None:
    built_project.set("package", "version", "0.1.1")
    built_project.make("gen")
    built_project.commit("v0.1.1")
    for file in (built_project.folder / "dist").iterdir():
        file.rename(file.with_name(file.name.replace("0.1.0", "0.1.1")))
    said = refusal(publish(built_project, package_index, "--skip-build"))
    assert "error[bad-metadata]" in said
    assert "Version is '0.1.0' instead of '0.1.1'" in said


def test_a_repository_is_known_by_the_name_that_twine_knows(
    built_project: Project, package_index: PackageIndex
) -> None:
    (built_project.folder.parent / ".pypirc").write_text(
        "[distutils]\nindex-servers = ours\n"
        f"[ours]\nrepository = {package_index.url}\nusername = user\npassword = s3cr3t\n",
        encoding="utf-8",
    )
    outcome = built_project.sdkwright("publish", "--skip-build", "--repository", "ours")
    assert outcome.status == 0, outcome.err
    assert outcome.out == "openrouter-keys 0.1.0 published to ours\n"
    assert package_index.files("openrouter_keys") == FILES
    assert "s3cr3t" not in outcome.err


def test_a_password_in_an_address_is_not_shown(
    built_project: Project, package_index: PackageIndex
) -> None:
    address = package_index.url.replace("//", "//user:s3cr3t@")
    outcome = built_project.sdkwright("publish", "--skip-build", "--repository-url", address)
    assert outcome.status == 0, outcome.err
    assert "s3cr3t" not in outcome.out + outcome.err
    assert package_index.files("openrouter_keys") == FILES


def test_what_the_index_says_to_a_refused_upload_is_shown(
    built_project: Project, package_index: PackageIndex
) -> None:
    elsewhere = f"{package_index.url}nothing/"
    outcome = built_project.sdkwright(
        "publish", "--skip-build", "--repository", elsewhere, **ACCOUNT
    )
    assert "error[failed-upload]" in refusal(outcome)
    assert "405 Method Not Allowed" in outcome.err
    assert "\x1b" not in outcome.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "one of the arguments --repository --repository-url is required"),
        (("--repository", ""), "one of the arguments --repository --repository-url is required"),
        (("--repository", "nobody"), "error[unknown-repository]: twine: Missing 'nobody'"),
        (("--repository-url", "ftp://127.0.0.1/"), "error[unknown-repository]: twine: Inv"),
        (("--repository", "a", "--config", "none.toml"), "none.toml: error[missing-file]"),
    ],
)
def test_a_command_that_is_wrong_has_its_own_status(
    first: Project, arguments: tuple[str, ...], message: str
) -> None:
    outcome = first.sdkwright("publish", *arguments)
    assert outcome.status == 2
    assert message in outcome.err
