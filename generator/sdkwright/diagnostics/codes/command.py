"""Codes of commands: options, settings, output, releases and uploads."""

from __future__ import annotations

from typing import Final

from sdkwright.diagnostics.codes.page import Code, error, warning

_REPORT: Final = "Report it as a bug of the generator, with the document."

CODES: Final[tuple[Code, ...]] = (
    error(
        "bad-config",
        "A setting in sdk.toml has a value that it cannot have, or a required one is missing.",
        "Use a value that the message describes; docs/settings.md lists all settings.",
    ),
    error(
        "bad-metadata",
        "The metadata of the built wheel is not what the settings say.",
        "Compare the named fields of the generated pyproject.toml with sdk.toml.",
    ),
    error(
        "bad-output",
        "The output folder is a file, or replacing it would remove the current folder.",
        "Choose a folder that contains nothing but the SDK.",
    ),
    error(
        "bad-package",
        "A file that was built earlier cannot be read as a distribution.",
        "Build it again, without `--skip-build`.",
    ),
    error(
        "bad-template",
        "A template in `templates.directory` cannot be read or rendered.",
        "Compare it with the generator's: `sdkwright templates copy NAME --output DIR`.",
    ),
    error(
        "bad-version",
        "The version is not valid by PEP 440, or it is local or has an epoch.",
        "Use a version such as 1.2.0 or 2.0.0rc1.",
    ),
    Code(
        "broken-link",
        ("error", "warning"),
        "A link on a generated page leads to a page or a heading that does not exist, or Sphinx "
        "finds another fault in a page. With `--strict`, it is an error.",
        "Correct the link in your template (`templates.directory`); in texts of a document, links "
        "are only to the web.",
    ),
    error(
        "cannot-write",
        "The system refused to write or to read a file of the output.",
        "See the reason in the message: permissions, a full disk, or a read-only folder.",
    ),
    error(
        "dirty-tree",
        "The work tree has uncommitted changes or untracked files; a version is published from a "
        "commit.",
        "Commit or remove them.",
    ),
    error(
        "edited-file",
        "A generated file was edited by hand, and generating would overwrite the edit.",
        "Move the change into the document, an overlay or a template, or discard it with "
        "`--force`.",
    ),
    error(
        "existing-file",
        "`sdkwright init` would overwrite a file. Nothing was written.",
        "Pass `--force` to overwrite it, or `--config` to write to another folder.",
    ),
    error(
        "failed-check",
        "A tool that checks the built package failed; its output is above.",
        "Correct what it reports.",
    ),
    error(
        "failed-upload",
        "The index rejected the upload; twine's output is above.",
        "Check the credentials and the name of the repository.",
    ),
    error(
        "file-in-way",
        "A file that the generator did not write has the path of one that it needs to write.",
        "Move the file, or choose another output folder.",
    ),
    error(
        "git",
        "git failed, is not installed, or there is no repository.",
        "See the reason in the message.",
    ),
    error(
        "internal-error",
        "The generator contradicts itself. Nothing was written.",
        _REPORT,
    ),
    error(
        "invalid-toml",
        "The settings file is not TOML.",
        "Correct the syntax at the place in the message.",
    ),
    error(
        "large-wheel",
        "The wheel is larger than `--max-wheel` allows.",
        "Raise the limit, or find out what has grown.",
    ),
    error(
        "missing-at-ref",
        "The commit to compare with does not have the settings or the document.",
        "Compare with a commit that has them, or compare two files.",
    ),
    error(
        "missing-file",
        "A file does not exist.",
        "Correct its path, which is relative to the folder of the file that names it.",
    ),
    error(
        "missing-tool",
        "A program or package that the command runs is not installed.",
        "Install what the message names.",
    ),
    error(
        "no-changelog",
        "A release adds a section to the changelog, and the settings name none.",
        "Set `changelog` in the table `package` of sdk.toml.",
    ),
    error(
        "no-index",
        "The index did not list the published versions, so it is unknown whether this one is new.",
        "Check the URL and the network; `--index-url` names another index.",
    ),
    error(
        "no-repository",
        "A version is published from the commit that its tag points to, and there is no commit.",
        "Run the command in the git repository of the SDK.",
    ),
    error(
        "not-an-ancestor",
        "The ref to compare with is not an ancestor of the checked-out commit.",
        "Name an earlier release of this branch.",
    ),
    error(
        "not-built",
        "`--skip-build` needs the files of an earlier build, which do not exist.",
        "Run `sdkwright build` first, or omit `--skip-build`.",
    ),
    error(
        "not-in-repository",
        "The document is outside the repository, so its earlier contents are unknown.",
        "Compare two files: `sdkwright diff OLD NEW`.",
    ),
    error(
        "not-utf-8",
        "A file contains bytes that are not UTF-8.",
        "Save it as UTF-8.",
    ),
    error(
        "nothing-changed",
        "Nothing has changed for users since the last release, so `auto` has no version to choose.",
        "Name the version, if it is to be released all the same.",
    ),
    error(
        "out-of-date",
        "With `--check`: a file of the output differs from what would be generated.",
        "Run `sdkwright gen` and commit the result.",
    ),
    error(
        "outside-file",
        "Settings name a file that is neither below their own folder nor below the document's. "
        "Settings may come with a pull request, so they cannot name any file of the machine.",
        "Copy the file into one of the two folders.",
    ),
    error(
        "stale-package",
        "The files built earlier were built from other sources.",
        "Build them again.",
    ),
    error(
        "uncommitted-changes",
        "A release contains committed files only, and there are uncommitted changes.",
        "Commit, stash or remove them.",
    ),
    error(
        "unknown-ref",
        "git does not know the branch, tag or commit.",
        "Fetch it: `git fetch origin NAME`. A shallow clone lacks older commits.",
    ),
    error(
        "unknown-repository",
        "twine's configuration does not have a repository of this name.",
        "Add it to ~/.pypirc, or pass `--repository-url`.",
    ),
    error(
        "unknown-setting",
        "sdk.toml has a table or a key that the generator does not read.",
        "Correct the spelling; docs/settings.md lists all settings.",
    ),
    warning(
        "unknown-template",
        "A file in `templates.directory` has no name of a template, so it replaces none. That is "
        "right if another template includes it.",
        "Correct its name; `sdkwright templates list` lists the names.",
    ),
    error(
        "unreadable-file",
        "The path is a folder, or the system refused to read the file.",
        "See the reason in the message.",
    ),
    error(
        "untagged-commit",
        "The checked-out commit does not have the tag of the version.",
        "Tag the commit of the release, or check it out.",
    ),
    error(
        "untagged-release",
        "The changelog has a section for the version, but there is no tag for it.",
        "Tag the release that was forgotten, or remove the section.",
    ),
    error(
        "unused-allowance",
        "`operations.allow_dropped` lists an operation that is not dropped, so the entry would "
        "hide a later fault.",
        "Remove it from `allow_dropped`.",
    ),
    warning(
        "unused-ignore",
        "`diagnostics.ignore` in sdk.toml lists a diagnostic that there is none of, so the entry "
        "would hide a later one.",
        "Remove the entry.",
    ),
    error(
        "usage",
        "An option has a value that it cannot have.",
        "See `--help` of the command.",
    ),
    error(
        "version-exists",
        "The index has this version already, and versions cannot be replaced.",
        "Release another version.",
    ),
    error(
        "version-not-above",
        "The version is not higher than one that was released.",
        "Choose a higher version, or `auto`.",
    ),
    error(
        "version-taken",
        "There is a tag for this version already.",
        "Choose another version, or `auto`.",
    ),
    error(
        "version-too-small",
        "By semantic versioning, the changes since the last release need a larger step.",
        "Choose the version in the message or a higher one, or `auto`.",
    ),
)
