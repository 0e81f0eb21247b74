"""The script that looks up known vulnerabilities: pip-audit and npm themselves, against a list on
loopback."""

from __future__ import annotations

import gzip
import importlib.util
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final

SCRIPT: Final = Path(__file__).parents[2] / ".github" / "scripts" / "audit.py"
ADVISORY: Final = "https://example.com/advisories/GHSA-aaaa-bbbb-cccc"


@cache
def script() -> Any:
    spec = importlib.util.spec_from_file_location("audit_script", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look for their module here
    spec.loader.exec_module(module)
    return module


@contextmanager
def advisories(of: Mapping[str, object]) -> Iterator[str]:
    """Serve what is known: of OSV by the name of a package, of npm in one piece."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = self.rfile.read(int(self.headers["Content-Length"]))
            if self.headers["Content-Encoding"] == "gzip":
                asked = gzip.decompress(asked)
            question = json.loads(asked)
            if self.path == "/osv":
                self._answer(200, of.get(question["package"]["name"], {}))
            else:
                self._answer(200, {name: of[name] for name in question if name in of})

        def do_GET(self) -> None:
            self._answer(404, {})  # npm asks for versions that are mended

        def _answer(self, status: int, value: object) -> None:
            content = json.dumps(value).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


NOWHERE: Final = "http://127.0.0.1:9"
"""Nobody listens there: the port is a privileged one that is long out of use."""


def of_python(folder: Path, url: str) -> tuple[int, list[str]]:
    pins = [f"{name}==1.0 --hash=sha256:{'0' * 64}" for name in ("msgspec", "no-such-package")]
    (folder / "requirements").mkdir()
    (folder / "requirements/all.lock").write_text("\n".join(pins))
    return run("pip-audit", folder, {"OSV_URL": f"{url}/osv"})


def of_node(folder: Path, url: str) -> tuple[int, list[str]]:
    """Look `needed` up, which users need, and `tool`, which they don't."""
    kinds = {"dependencies": {"needed": "1.0.0"}, "devDependencies": {"tool": "1.0.0"}}
    packages: dict[str, dict[str, object]] = {"": {"name": "us", "version": "1.0.0", **kinds}}
    packages["node_modules/needed"] = {"version": "1.0.0"}
    packages["node_modules/tool"] = {"version": "1.0.0", "dev": True}
    lock = {"name": "us", "version": "1.0.0", "lockfileVersion": 3, "packages": packages}
    (folder / "package.json").write_text(json.dumps(packages[""]))
    (folder / "package-lock.json").write_text(json.dumps(lock))
    return run("npm-audit", folder, {"npm_config_registry": url})


def run(kind: str, folder: Path, environment: dict[str, str]) -> tuple[int, list[str]]:
    done = subprocess.run(
        [sys.executable, str(SCRIPT), kind],
        cwd=folder,
        env={**os.environ, "no_proxy": "127.0.0.1", **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    return done.returncode, done.stdout.splitlines()


def osv(name: str) -> dict[str, object]:
    ranges = [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "3.7"}]}]
    package = {"name": name, "ecosystem": "PyPI"}
    affected = [{"package": package, "versions": ["1.0"], "ranges": ranges}]
    return {"vulns": [{"id": "PYSEC-2024-60", "summary": "Slow.", "affected": affected}]}


def npm(name: str) -> list[dict[str, object]]:
    said = {"id": 1, "name": name, "url": ADVISORY, "title": "Bad.", "severity": "high"}
    return [{**said, "vulnerable_versions": "<2.0.0", "cwe": [], "cvss": {"score": 7.5}}]


def test_a_vulnerable_python_package_fails_and_says_who_needs_it(tmp_path: Path) -> None:
    known = {name: osv(name) for name in ("msgspec", "no-such-package")}
    with advisories(known) as url:
        status, lines = of_python(tmp_path, url)
    assert status == 1
    assert lines == [
        "msgspec 1.0, sdk: PYSEC-2024-60, mended in 3.7",
        "no-such-package 1.0, locked for another system: PYSEC-2024-60, mended in 3.7",
    ]


def test_python_packages_of_which_nothing_is_known_are_well(tmp_path: Path) -> None:
    with advisories({}) as url:
        assert of_python(tmp_path, url) == (0, ["nothing known of 2 packages"])


def test_python_packages_are_skipped_without_a_network(tmp_path: Path) -> None:
    status, lines = of_python(tmp_path, NOWHERE)
    assert status == 75
    assert [line.partition(" (")[0] for line in lines] == [
        "the list of vulnerabilities can't be reached"
    ]


def test_a_vulnerable_node_package_that_users_need_fails(tmp_path: Path) -> None:
    with advisories({"needed": npm("needed"), "tool": npm("tool")}) as url:
        assert of_node(tmp_path, url) == (1, [f"needed <2.0.0 (high): {ADVISORY}"])


def test_a_vulnerable_node_tool_is_told(tmp_path: Path) -> None:
    with advisories({"tool": npm("tool")}) as url:
        status, lines = of_node(tmp_path, url)
    assert status == 0
    users = "nothing known of 1 packages that users need (--omit dev)"
    assert lines == [
        f"{users}; 1 known of 1 packages of our own tools",
        f"tool <2.0.0 (high): {ADVISORY}",
    ]


def test_node_packages_are_skipped_without_a_network(tmp_path: Path) -> None:
    status, lines = of_node(tmp_path, NOWHERE)
    assert status == 75
    assert [line.partition(" (")[0] for line in lines] == [
        "the list of vulnerabilities can't be reached"
    ]


# What can't be had on loopback is recorded


def judged(
    known: dict[str, str], *packages: Mapping[str, object], error: str = ""
) -> tuple[int, Any]:
    answer = script().Answer({"dependencies": packages} if packages else None, error)
    outcome = script().of_python(answer, {"idna": ["sdk"]}, known)
    return outcome.status, outcome.lines


FOUND: Final = {
    "name": "idna",
    "version": "3.4",
    "vulns": [{"id": "PYSEC-2024-60", "aliases": ["GHSA-jjg7-2v4v-x38h"], "fix_versions": []}],
}
WELL: Final = {"name": "anyio", "version": "4.16.0", "vulns": []}
UNKNOWN: Final = {
    "name": "black",
    "skip_reason": "Dependency not found on PyPI and could not be audited: black (26.10.1)",
}


def test_what_the_index_does_not_know_is_skipped() -> None:
    said = "the package index has no list for 2 of 3 packages: black, black"
    assert judged({}, WELL, UNKNOWN, UNKNOWN) == (75, (said,))
    assert judged({}, UNKNOWN) == (75, ("the package index has no list for 1 of 1 packages",))


def test_what_is_found_counts_more_than_what_is_not_known() -> None:
    assert judged({}, FOUND, UNKNOWN) == (1, ("idna 3.4, sdk: PYSEC-2024-60, not mended yet",))


def test_what_is_explained_does_not_fail() -> None:
    assert judged({"PYSEC-2024-60": "why"}, FOUND) == (0, ("nothing else known of 1 packages",))
    assert judged({"GHSA-jjg7-2v4v-x38h": "why"}, FOUND)[0] == 0


def test_an_explanation_of_what_is_not_found_fails() -> None:
    assert judged({"GHSA-x": "why"}, WELL) == (1, ("GHSA-x is explained in KNOWN, and not found",))
    assert judged({"GHSA-x": "why"}, UNKNOWN)[0] == 75


def test_a_tool_that_does_not_work_fails() -> None:
    error = "ModuleNotFoundError: No module named 'pip_audit'"
    assert judged({}, error=error) == (1, ("pip-audit does not work:", error))
