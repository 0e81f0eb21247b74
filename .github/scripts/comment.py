#!/usr/bin/env python3
"""Post what a pull request changes for users as a single comment on it, and set its label.

Runs with a token that may write, on the output of a run with a stranger's code. The text is about
the stranger's own change, and may say anything; where it is posted is decided by what GitHub says
of that run. Uses the standard library only, and knows nothing of the generator: it is checked out
alone, and nothing is installed before it runs.
"""

from __future__ import annotations

import http.client
import json
import os
import re
import sys
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

MARKER: Final = "<!-- sdkwright diff -->"
LABEL: Final = "breaking"
AUTHOR: Final = "github-actions[bot]"
LEVELS: Final = ("breaking", "compatible", "docs", None)

_PAGE: Final = 100
_TIMEOUT: Final = 30.0
_MOST_BYTES: Final = 4_000_000
_MOST_CHARACTERS: Final = 65_536
"""GitHub's limit for a comment. `make spec-diff` knows it, and says what it left out."""


class Refused(Exception):  # noqa: N818  it is no error of ours
    """The output of the other run is not what it should be."""


class Unanswered(Exception):  # noqa: N818  it is no error of ours
    """GitHub did not do what was requested."""


@dataclass(frozen=True, slots=True)
class Report:
    """The output of the other run, as far as it can be validated alone.

    Args:
        number: The pull request that it claims to be about.
        level: The severity of its changes; None if there are none.
        text: The comment, in Markdown.
    """

    number: int
    level: str | None
    text: str


@dataclass(frozen=True, slots=True)
class GitHub:
    """The part of GitHub's REST API that concerns one repository."""

    address: str
    repository: str
    token: str

    def call(self, method: str, path: str, body: object = None) -> Any:
        """Call the API.

        Returns:
            The JSON of the response; None if what should be deleted does not exist.

        Raises:
            Unanswered: It cannot be reached, or responds with an error.
        """
        request = urllib.request.Request(  # noqa: S310  the address is the runner's own
            f"{self.address}/repos/{self.repository}/{path}",
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={
                "Accept": "application/vnd.github+json",
                "Authorization": f"Bearer {self.token}",
                "Content-Type": "application/json",
                "X-GitHub-Api-Version": "2022-11-28",
            },
        )
        try:
            with urllib.request.urlopen(request, timeout=_TIMEOUT) as answer:  # noqa: S310
                return json.loads(answer.read() or b"null")
        except urllib.error.HTTPError as error:
            with error:
                if method == "DELETE" and error.code == http.HTTPStatus.NOT_FOUND:
                    return None
                raise Unanswered(f"GitHub answers {error.code} to {method} {path}") from None
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise Unanswered(f"no answer to {method} {path}: {type(error).__name__}") from None

    def pages(self, path: str, **query: str) -> list[Any]:
        """Fetch all pages of a list."""
        found: list[Any] = []
        for page in range(1, 1000):
            asked = urllib.parse.urlencode({**query, "per_page": _PAGE, "page": page})
            part = self.call("GET", f"{path}?{asked}")
            found += part
            if len(part) < _PAGE:
                break
        return found


def read(folder: Path) -> Report:
    """Read the output of the other run.

    Raises:
        Refused: A file is missing, too large or malformed.
    """
    number = _text(folder / "number").strip()
    if not re.fullmatch(r"[1-9][0-9]{0,9}", number):
        raise Refused("`number` is not the number of a pull request")
    text = _text(folder / "comment.md")
    if text.partition("\n")[0] != MARKER:
        raise Refused("`comment.md` does not begin with its marker")
    if len(text) > _MOST_CHARACTERS:
        raise Refused("`comment.md` is too long for a comment")
    try:
        diff = json.loads(_text(folder / "diff.json"))
    except (ValueError, RecursionError):
        raise Refused("`diff.json` is not JSON") from None
    if not isinstance(diff, dict) or "level" not in diff or diff["level"] not in LEVELS:
        raise Refused("`diff.json` has no level that we know")
    return Report(int(number), diff["level"], text)


def _text(path: Path) -> str:
    if path.is_symlink() or not path.is_file():
        raise Refused(f"`{path.name}` is missing")
    if path.stat().st_size > _MOST_BYTES:
        raise Refused(f"`{path.name}` is too large")
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise Refused(f"`{path.name}` is not UTF-8") from None


def find(github: GitHub, run: dict[str, Any], number: int) -> dict[str, Any] | None:
    """Find the pull request of a run, by what GitHub says of the run.

    Args:
        github: The repository that the pull request goes to.
        run: The run, from the event.
        number: The number that the run itself claims. One branch can be the head of several pull
            requests; among those it may choose.

    Returns:
        The pull request; None if its branch has moved on or it was closed, since a later run
        reports its current state.

    Raises:
        Refused: The run claims to be about another pull request.
    """
    head = run["head_repository"]
    if head is None:  # a fork that was deleted
        return None
    branch = f"{head['owner']['login']}:{run['head_branch']}"
    candidates = {
        pull["number"]: pull
        for pull in github.pages("pulls", state="open", head=branch)
        if pull["head"]["sha"] == run["head_sha"]
        and (pull["head"]["repo"] or {}).get("id") == head["id"]
    }
    if candidates and number not in candidates:
        raise Refused(f"the run is not of pull request {number}")
    return candidates.get(number)


def comment(github: GitHub, report: Report) -> str:
    """Create the comment, or update it.

    Returns:
        What was done, in one word.
    """
    place = f"issues/{report.number}/comments"
    for old in github.pages(place):
        # Anyone can write the marker into a comment; those comments are left alone.
        if (old["user"] or {}).get("login") == AUTHOR and old["body"].startswith(MARKER):
            if old["body"].strip() == report.text.strip():
                return "kept"
            github.call("PATCH", f"issues/comments/{old['id']}", {"body": report.text})
            return "updated"
    if report.level is None:
        return "none needed"
    github.call("POST", place, {"body": report.text})
    return "created"


def label(github: GitHub, report: Report, pull: dict[str, Any]) -> str:
    """Set the label if the change breaks users' code, and remove it otherwise.

    Returns:
        What was done, in one word.
    """
    has = any(one["name"].lower() == LABEL for one in pull["labels"])
    if has == (report.level == "breaking"):
        return "kept"
    place = f"issues/{report.number}/labels"
    if has:
        github.call("DELETE", f"{place}/{LABEL}")
        return "removed"
    github.call("POST", place, {"labels": [LABEL]})
    return "added"


def main(folder: Path) -> int:
    """Run in the environment of a step of GitHub Actions.

    Returns:
        0, also if there is nothing to do; 1 if something was refused or failed.
    """
    event = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text(encoding="utf-8"))
    github = GitHub(
        os.environ["GITHUB_API_URL"], os.environ["GITHUB_REPOSITORY"], os.environ["GITHUB_TOKEN"]
    )
    try:
        report = read(folder)
        pull = find(github, event["workflow_run"], report.number)
        if pull is None:
            _say("No open pull request has this commit as its head any more: nothing to do.")
            return 0
        _say(f"Pull request {report.number}: comment {comment(github, report)}.")
        _say(f"Pull request {report.number}: label {label(github, report, pull)}.")
    except Refused as error:
        _say(f"Refused: {error}.")
        return 1
    except Unanswered as error:
        _say(f"Failed: {error}.")
        return 1
    return 0


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201  the log of the run is where people look


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
