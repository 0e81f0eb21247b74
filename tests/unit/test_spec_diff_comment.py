"""The script that comments on pull requests, against a server that answers as GitHub does."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import StringIO
from pathlib import Path
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit

import pytest

from sdkwright.diff.changes import LEVELS
from sdkwright.diff.render import markdown

SCRIPT = Path(__file__).parents[2] / ".github" / "scripts" / "comment.py"
MARKER = "<!-- sdkwright diff -->"
BOT = "github-actions[bot]"
SHA = "0123456789abcdef0123456789abcdef01234567"
FORK = {"id": 7, "full_name": "ada/fork", "owner": {"login": "ada"}}


@cache
def script() -> Any:
    spec = importlib.util.spec_from_file_location("comment_script", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look for their module here
    spec.loader.exec_module(module)
    return module


def pull(number: int, *labels: str, sha: str = SHA, repository: object = FORK) -> dict[str, Any]:
    return {
        "number": number,
        "head": {"sha": sha, "repo": repository},
        "labels": [{"name": label} for label in labels],
    }


@dataclass
class FakeGitHub:
    """The state of a repository, and what was done to it."""

    pulls: list[dict[str, Any]] = field(default_factory=list)
    comments: list[dict[str, Any]] = field(default_factory=list)
    changes: list[tuple[str, str, Any]] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)
    tokens: set[str | None] = field(default_factory=set)
    broken: bool = False

    def __enter__(self) -> Self:
        owner = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                owner._answer(self)

            do_POST = do_PATCH = do_DELETE = do_GET  # noqa: N815  the base class looks for these

            def log_message(self, *_: object) -> None:
                """Keep the output of the tests clean."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.01,))
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}"

    def add_comment(self, body: str, author: str = BOT) -> None:
        self.comments.append(
            {"id": 1000 + len(self.comments), "user": {"login": author}, "body": body}
        )

    def _answer(self, request: BaseHTTPRequestHandler) -> None:
        url = urlsplit(request.path)
        self.tokens.add(request.headers["Authorization"])
        size = int(request.headers["Content-Length"] or 0)
        body = json.loads(request.rfile.read(size)) if size else None
        query = {key: values[-1] for key, values in parse_qs(url.query).items()}
        status, answer = self._act(request.command, url.path, query, body)
        content = json.dumps(answer).encode()
        request.send_response(status)
        request.send_header("Content-Length", str(len(content)))
        request.end_headers()
        request.wfile.write(content)

    def _act(self, method: str, path: str, query: dict[str, str], body: Any) -> tuple[int, Any]:
        place = path.removeprefix("/repos/acme/sdk/")
        if self.broken:
            return 503, {"message": "unavailable"}
        if method != "GET":
            self.changes.append((method, place, body))
            return (404, {}) if method == "DELETE" else (200, {})
        if place == "pulls":
            self.heads.append(query["head"])
        known = {"pulls": self.pulls, "issues/12/comments": self.comments}
        size, page = int(query["per_page"]), int(query["page"])
        return 200, known[place][size * (page - 1) : size * page]


@dataclass
class Run:
    """What the run of spec-diff left behind, and what GitHub says of it."""

    folder: Path
    level: str | None = "breaking"
    number: str = "12\n"
    text: str = f"{MARKER}\n**1 breaking change**\n"

    def write(self) -> None:
        self.folder.mkdir(exist_ok=True)
        (self.folder / "number").write_text(self.number)
        (self.folder / "comment.md").write_text(self.text)
        (self.folder / "diff.json").write_text(json.dumps({"level": self.level, "changes": []}))

    def step(self, github: FakeGitHub, head: object = FORK) -> dict[str, str]:
        """Make the environment of the step that takes it up."""
        event = self.folder.with_name("event.json")
        run = {"head_sha": SHA, "head_branch": "fix/a b", "head_repository": head}
        event.write_text(json.dumps({"workflow_run": run}))
        return {
            "GITHUB_API_URL": github.address,
            "GITHUB_EVENT_PATH": str(event),
            "GITHUB_REPOSITORY": "acme/sdk",
            "GITHUB_TOKEN": "made-up",
            "NO_PROXY": "127.0.0.1",
        }

    def take(self, github: FakeGitHub, head: object = FORK) -> tuple[int, str]:
        """Take it up in this process, which is faster; returns the exit code and the output."""
        with pytest.MonkeyPatch.context() as patch, redirect_stdout(StringIO()) as output:
            for name, value in self.step(github, head).items():
                patch.setenv(name, value)
            code: int = script().main(self.folder)
        return code, output.getvalue()


@pytest.fixture
def run(tmp_path: Path) -> Run:
    made = Run(tmp_path / "artifact")
    made.write()
    return made


@pytest.fixture
def github() -> Iterator[FakeGitHub]:
    with FakeGitHub(pulls=[pull(12)]) as made:
        yield made


def test_the_first_run_makes_the_comment_and_sets_the_label(run: Run, github: FakeGitHub) -> None:
    assert run.take(github) == (
        0,
        "Pull request 12: comment created.\nPull request 12: label added.\n",
    )
    assert github.changes == [
        ("POST", "issues/12/comments", {"body": f"{MARKER}\n**1 breaking change**\n"}),
        ("POST", "issues/12/labels", {"labels": ["breaking"]}),
    ]
    assert github.heads == ["ada:fix/a b"]
    assert github.tokens == {"Bearer made-up"}


def test_it_runs_alone_as_a_program(run: Run, github: FakeGitHub) -> None:
    done = subprocess.run(
        [sys.executable, "-I", "-W", "error", SCRIPT, run.folder],
        env={**os.environ, **run.step(github)},
        check=False,
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert [change[:2] for change in github.changes] == [
        ("POST", "issues/12/comments"),
        ("POST", "issues/12/labels"),
    ]


def test_a_later_run_brings_the_comment_up_to_date_wherever_it_is(
    run: Run, github: FakeGitHub
) -> None:
    for number in range(150):
        github.add_comment(f"Opinion {number}", author="ada")
    github.add_comment(f"{MARKER}\nold\n")
    run.level = "compatible"
    run.write()
    assert run.take(github)[0] == 0
    assert github.changes == [
        ("PATCH", "issues/comments/1150", {"body": f"{MARKER}\n**1 breaking change**\n"})
    ]


def test_what_says_the_same_is_left_alone(run: Run, github: FakeGitHub) -> None:
    github.pulls = [pull(12, "breaking")]
    github.add_comment(run.text.strip())
    assert run.take(github)[0] == 0
    assert github.changes == []


def test_a_comment_of_a_person_with_our_marker_is_left_alone(run: Run, github: FakeGitHub) -> None:
    github.add_comment(f"{MARKER}\nmine\n", author="ada")
    github.comments.append({"id": 5, "user": None, "body": f"{MARKER}\nof a deleted account\n"})
    run.take(github)
    assert [change[:2] for change in github.changes] == [
        ("POST", "issues/12/comments"),
        ("POST", "issues/12/labels"),
    ]


@pytest.mark.parametrize("level", ["compatible", "docs", None])
def test_the_label_goes_with_the_last_breaking_change(
    run: Run, github: FakeGitHub, level: str | None
) -> None:
    github.pulls = [pull(12, "bug", "Breaking")]
    github.add_comment(run.text)
    run.level = level
    run.write()
    assert run.take(github)[0] == 0
    assert github.changes == [("DELETE", "issues/12/labels/breaking", None)]


def test_where_nothing_changes_for_users_no_comment_is_made(run: Run, github: FakeGitHub) -> None:
    run.level = None
    run.write()
    assert run.take(github)[0] == 0
    assert github.changes == []


def test_where_nothing_changes_any_more_the_comment_says_so(run: Run, github: FakeGitHub) -> None:
    github.add_comment(f"{MARKER}\nold\n")
    run.level, run.text = None, f"{MARKER}\nNothing changes for users.\n"
    run.write()
    assert run.take(github)[0] == 0
    assert github.changes == [("PATCH", "issues/comments/1000", {"body": run.text})]


def test_a_run_that_lies_about_its_pull_request_is_refused(run: Run, github: FakeGitHub) -> None:
    github.pulls = [pull(12), pull(13)]
    run.number = "14\n"
    run.write()
    assert run.take(github) == (1, "Refused: the run is not of pull request 14.\n")
    assert github.changes == []


@pytest.mark.parametrize(
    "other",
    [
        pull(12, sha="f" * 40),
        pull(12, repository={"id": 8}),
        pull(12, repository=None),
    ],
    ids=["moved-on", "another-repository", "deleted-fork"],
)
def test_a_pull_request_with_another_head_is_left_alone(
    run: Run, github: FakeGitHub, other: dict[str, Any]
) -> None:
    github.pulls = [other]
    assert run.take(github) == (
        0,
        "No open pull request has this commit as its head any more: nothing to do.\n",
    )
    assert github.changes == []


def test_a_run_of_a_fork_that_was_deleted_is_left_alone(run: Run, github: FakeGitHub) -> None:
    assert run.take(github, head=None)[0] == 0
    assert github.changes == []


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("number", b"12; true", "`number` is not the number of a pull request"),
        ("number", "١٢".encode(), "`number` is not the number of a pull request"),
        ("number", b"0" * 4_000_001, "`number` is too large"),
        ("comment.md", b"Buy things\n", "`comment.md` does not begin with its marker"),
        (
            "comment.md",
            f"{MARKER}\n".ljust(65_537).encode(),
            "`comment.md` is too long for a comment",
        ),
        ("comment.md", b"\xff", "`comment.md` is not UTF-8"),
        ("diff.json", b"{", "`diff.json` is not JSON"),
        ("diff.json", b"[" * 100_000, "`diff.json` is not JSON"),
        ("diff.json", b"{}", "`diff.json` has no level that we know"),
        ("diff.json", b'{"level": ["breaking"]}', "`diff.json` has no level that we know"),
    ],
)
def test_what_is_not_of_its_form_is_refused(
    run: Run, github: FakeGitHub, name: str, content: bytes, said: str
) -> None:
    (run.folder / name).write_bytes(content)
    assert run.take(github) == (1, f"Refused: {said}.\n")
    assert github.changes == []


@pytest.mark.parametrize("name", ["number", "comment.md", "diff.json"])
def test_a_file_that_is_missing_is_refused(run: Run, github: FakeGitHub, name: str) -> None:
    (run.folder / name).unlink()
    assert run.take(github) == (1, f"Refused: `{name}` is missing.\n")


def test_a_link_out_of_the_artifact_is_not_followed(run: Run, github: FakeGitHub) -> None:
    secret = run.folder.with_name("secret")
    secret.write_text(run.text)
    (run.folder / "comment.md").unlink()
    (run.folder / "comment.md").symlink_to(secret)
    assert run.take(github) == (1, "Refused: `comment.md` is missing.\n")


def test_the_longest_comment_that_github_takes_is_made(run: Run, github: FakeGitHub) -> None:
    run.text = f"{MARKER}\n".ljust(65_536, "é")
    run.write()
    assert run.take(github)[0] == 0
    assert github.changes[0] == ("POST", "issues/12/comments", {"body": run.text})


def test_the_script_and_the_renderer_agree_on_the_marker_and_the_length() -> None:
    assert script().MARKER == markdown.MARKER
    assert script()._MOST_CHARACTERS == markdown.LIMIT
    assert set(script().LEVELS) == {*LEVELS, None}


def test_an_error_of_github_fails_the_step(run: Run, github: FakeGitHub) -> None:
    github.broken = True
    code, said = run.take(github)
    assert code == 1
    assert said.startswith("Failed: GitHub answers 503 to GET pulls?")
