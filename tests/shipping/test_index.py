"""How an index is found and asked, with servers that answer as indexes do."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from sdkwright.diagnostics import Diagnostics, Fatal
from sdkwright.shipping import index
from sdkwright.shipping.index import Repository

JSON = "application/vnd.pypi.simple.v1+json"
HTML = "text/html; charset=utf-8"


@contextmanager
def serving(answers: dict[str, tuple[int, str, str]], password: str = "") -> Iterator[str]:
    """Serve (status, content type or address, body) by path."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, kind, body = answers.get(self.path, (404, HTML, ""))
            if password and self.headers["Authorization"] != password:
                status = 401
            self.send_response(status)
            self.send_header("Location" if status in {301, 302} else "Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, format: str, *_arguments: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/simple/"
        finally:
            server.shutdown()
            thread.join()


def has(simple: str, version: str, project: str = "Some.Project") -> bool:
    upload = "http://127.0.0.1:1/"
    where = Repository("", upload, simple, given=upload)
    return index.has_version(where, project, version, Diagnostics())


@pytest.mark.parametrize(
    ("upload", "simple"),
    [
        ("https://upload.example.com/legacy/", "https://example.com/simple/"),
        ("https://test.example.com/legacy/", "https://test.example.com/simple/"),
        ("https://example.com/pypi/legacy", "https://example.com/pypi/simple/"),
        ("http://127.0.0.1:8080/", "http://127.0.0.1:8080/simple/"),
        ("https://example.com/api/pypi/ours", "https://example.com/api/pypi/ours/simple/"),
    ],
)
def test_the_index_of_a_repository_follows_from_its_address(upload: str, simple: str) -> None:
    assert index.simple_of(upload) == simple


@pytest.mark.parametrize("name", ["pypi", "testpypi"])
def test_twine_knows_the_public_repositories(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/nonexistent")
    where = index.repository(name, "", "", Diagnostics())
    assert where.upload.endswith("/legacy/")
    assert where.simple == index.simple_of(where.upload)
    assert "/upload." not in where.simple


def test_credentials_are_no_part_of_an_address_that_is_shown() -> None:
    where = index.repository("", "https://user:s3cr3t@example.com/a/", "", Diagnostics())
    assert str(where) == where.upload == "https://example.com/a/"
    assert where.simple == "https://example.com/a/simple/"


def test_an_index_in_json_is_read() -> None:
    body = '{"files": [{"filename": "some_project-1.0-py3-none-any.whl"}], "name": "some-project"}'
    with serving({"/simple/some-project/": (200, JSON, body)}) as simple:
        assert has(simple, "1.0")
        assert has(simple, "1.0.0")  # the same version, written otherwise
        assert not has(simple, "1.1")


def test_an_index_in_html_is_read() -> None:
    body = """<!DOCTYPE html><body>
      <a href="../../files/some_project-1.0.tar.gz#sha256=00">some_project-1.0.tar.gz</a>
      <a data-yanked="" href="some_project-1.1%2Blocal.tar.gz">some_project-1.1+local.tar.gz</a>
      <a href="some_project-1.2.exe">of another time</a></body>"""
    with serving({"/simple/some-project/": (200, HTML, body)}) as simple:
        assert has(simple, "1.0")
        assert has(simple, "1.1+local")
        assert not has(simple, "1.2")


def test_an_index_that_has_no_such_project_has_no_version() -> None:
    with serving({}) as simple:
        assert not has(simple, "1.0")


def test_a_redirect_within_the_index_is_followed() -> None:
    answers = {
        "/simple/some-project/": (301, "/other/some-project/", ""),
        "/other/some-project/": (200, HTML, '<a href="some_project-1.0.tar.gz">x</a>'),
    }
    with serving(answers) as simple:
        assert has(simple, "1.0")


def test_what_another_index_has_does_not_count() -> None:
    body = '<a href="some_project-1.0.tar.gz">x</a>'
    with serving({"/simple/some-project/": (200, HTML, body)}) as other:
        answers = {"/simple/some-project/": (302, f"{other}some-project/", "")}
        with serving(answers) as simple:
            assert not has(simple, "1.0")


def test_an_index_that_wants_a_password_gets_twines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TWINE_USERNAME", "user")
    monkeypatch.setenv("TWINE_PASSWORD", "pass")
    body = '<a href="some_project-1.0.tar.gz">x</a>'
    answers = {"/simple/some-project/": (200, HTML, body)}
    with serving(answers, password="Basic dXNlcjpwYXNz") as simple:
        assert has(simple, "1.0")


@pytest.mark.parametrize(
    "answer",
    [
        (403, HTML, "no"),
        (200, JSON, "<html>"),
        (200, JSON, "[]"),
        (302, "/simple/some-project/", ""),
    ],
)
def test_what_is_no_index_stops_us(answer: tuple[int, str, str]) -> None:
    diagnostics = Diagnostics()
    with serving({"/simple/some-project/": answer}) as simple:
        where = Repository("", "http://127.0.0.1:1/", simple)
        with pytest.raises(Fatal):
            index.has_version(where, "some-project", "1.0", diagnostics)
    assert diagnostics.items[0].code == "no-index"
