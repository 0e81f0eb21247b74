"""What the environment says holds for each transport: proxies, and whom to trust."""

from __future__ import annotations

import re
import socket
import sys
from pathlib import Path

import pytest
import trustme

from openrouter import errors
from openrouter._runtime.transports import environment
from openrouter._runtime.transports.environment import Proxies
from openrouter._runtime.transports.redirects import Origin
from tests.faults.support.harness import CALLS, FakeClock, KeyServer, call, good, make
from tests.faults.support.world import NOWHERE, issued_by, refuse_to_resolve
from tests.support.server import reply

LISTED = reply(200, CALLS["list"].example())


@pytest.fixture(autouse=True)
def _afresh(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment, "_ssl_contexts", {})
    refuse_to_resolve(monkeypatch)


@pytest.fixture
def trusted(server: KeyServer, tmp_path: Path) -> Path:
    """A server with a certificate, and the file of the authority that issued it."""
    authority = trustme.CA()
    server.tls = issued_by(authority)
    path = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(str(path))
    return path


def test_a_proxy_gets_the_whole_url_and_its_credentials(
    server: KeyServer, mode: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.answers(LISTED)
    monkeypatch.setenv("HTTP_PROXY", server.url.replace("://", "://me:s%20s@"))
    call(mode, make(f"http://{NOWHERE}:8080"), "list")
    assert server.last.target == f"http://{NOWHERE}:8080/api/v1/keys"
    assert server.last.header("Host") == f"{NOWHERE}:8080"
    assert server.last.header("Proxy-Authorization") == "Basic bWU6cyBz"


@pytest.mark.parametrize("entry", ["127.0.0.1", "*", "127.0.0.0/8", "all://127.0.0.1"])
def test_what_no_proxy_names_is_called_directly(
    server: KeyServer, mode: str, monkeypatch: pytest.MonkeyPatch, entry: str
) -> None:
    server.fails(good)
    monkeypatch.setenv("HTTP_PROXY", f"http://{NOWHERE}:1")
    monkeypatch.setenv("NO_PROXY", f"example.org, {entry}")
    call(mode, make(server.url), "list")
    assert server.last.target == "/api/v1/keys"


@pytest.mark.parametrize("variable", ["HTTP_PROXY", "ALL_PROXY", "http_proxy"])
def test_each_variable_names_a_proxy(
    server: KeyServer, mode: str, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    server.answers(LISTED)
    monkeypatch.setenv(variable, server.url)
    call(mode, make(f"http://{NOWHERE}"), "list")
    assert server.last.target.startswith(f"http://{NOWHERE}/")


def test_a_certificate_of_ssl_cert_file_is_trusted(
    server: KeyServer, mode: str, monkeypatch: pytest.MonkeyPatch, trusted: Path
) -> None:
    server.fails(good)
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted))
    call(mode, make(server.url.replace("http://", "https://")), "list")
    assert server.last.target == "/api/v1/keys"


@pytest.mark.usefixtures("trusted")
def test_the_same_certificate_is_not_trusted_without(
    server: KeyServer, mode: str, clock: FakeClock
) -> None:
    server.fails(good)
    with pytest.raises(errors.NoResponseError, match=r"CERTIFICATE_VERIFY_FAILED|certificate"):
        call(mode, make(server.url.replace("http://", "https://"), clock), "list")
    assert server.seen == []
    assert clock.waits == []


def test_a_certificate_for_another_host_is_not_trusted(
    server: KeyServer,
    mode: str,
    clock: FakeClock,
    monkeypatch: pytest.MonkeyPatch,
    trusted: Path,
) -> None:
    server.fails(good)
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted))
    monkeypatch.setattr(socket, "getaddrinfo", to_this_machine)
    with pytest.raises(errors.NoResponseError):
        call(mode, make(f"https://other.example:{server.url.rpartition(':')[2]}", clock), "list")
    assert server.seen == []


def to_this_machine(_host: object, port: int | str, *_: object, **__: object) -> list[object]:
    return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", int(port)))]


# How `fast` reads the variables

PROXY = {"http": "http://proxy:1", "https": "proxy:2"}


@pytest.mark.parametrize(
    ("entry", "covered", "not_covered"),
    [
        ("example.com", ["example.com", "www.example.com"], ["wwwexample.com", "example.org"]),
        (".example.com", ["www.example.com"], ["example.com"]),
        ("*.example.com", ["www.example.com"], ["example.com"]),
        ("localhost", ["localhost"], ["www.localhost"]),
        ("10.0.0.0/8", ["10.1.2.3"], ["11.1.2.3", "10.example.com"]),
        ("::1", ["::1"], ["::2"]),
        ("[::1]", ["::1"], ["::2"]),
        ("example.com:443", ["example.com"], []),
        ("example.com:444", [], ["example.com"]),
        ("https://example.com", ["example.com"], ["www.example.com"]),
        ("http://example.com", [], ["example.com"]),
        ("EXAMPLE.com", ["example.com"], []),
    ],
)
def test_an_entry_of_no_proxy_covers_what_it_says(
    entry: str, covered: list[str], not_covered: list[str]
) -> None:
    proxies = Proxies({**PROXY, "no": f"other, {entry}"})
    found = {host: proxies.to(Origin("https", host, 443)) for host in covered + not_covered}
    assert [host for host, proxy in found.items() if proxy is None] == covered


def test_each_scheme_has_its_proxy() -> None:
    proxies = Proxies({**PROXY, "all": "https://last"})
    found = proxies.to(Origin("http", "a", 80)), proxies.to(Origin("https", "a", 443))
    assert [None if proxy is None else proxy.url for proxy in found] == [
        "http://proxy:1",
        "http://proxy:2",
    ]
    rest = Proxies({"all": "https://last"}).to(Origin("https", "a", 443))
    assert rest is not None
    assert rest.url == "https://last:443"


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("socks5://me:secret@proxy", r"^HTTPS_PROXY has the scheme 'socks5'"),
        ("http://me:secret@:80", r"^HTTPS_PROXY has no host"),
        ("http://me:secret@proxy:x", r"^HTTPS_PROXY is no valid URL"),
    ],
)
def test_a_proxy_that_can_not_be_used_is_refused(url: str, problem: str) -> None:
    with pytest.raises(ValueError, match=problem) as raised:
        Proxies({"https": url})
    assert "secret" not in str(raised.value)


@pytest.mark.parametrize("contents", [None, "no certificates"])
def test_certificates_that_can_not_be_read_are_named(
    mode: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, contents: str | None
) -> None:
    path = tmp_path / "ca.pem"
    if contents is not None:
        path.write_text(contents, encoding="ascii")
    monkeypatch.setenv("SSL_CERT_FILE", str(path))
    problem = f"SSL_CERT_FILE names no file with certificates: {str(path)!r}."
    with pytest.raises(ValueError, match=f"^{re.escape(problem)}$"):
        call(mode, make("https://127.0.0.1:1"), "list")


SOCKS = (
    "names a SOCKS proxy, for which a package is missing: "
    r"run `pip install 'openrouter-keys\[socks\]'`\.$"
)


@pytest.mark.parametrize("variable", ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "all_proxy"])
@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("socks://me:secret@127.0.0.1:1", "has the scheme 'socks', which is not supported"),
        ("ftp://me:secret@127.0.0.1:1", "has the scheme 'ftp', which is not supported"),
        ("http://me:secret@127.0.0.1:x", "is no valid URL"),
        ("socks5://me:secret@127.0.0.1:1", SOCKS),
        ("socks5h://me:secret@127.0.0.1:1", SOCKS),
    ],
)
def test_the_variable_of_a_proxy_that_httpx2_can_not_use_is_named(
    mode: str, monkeypatch: pytest.MonkeyPatch, variable: str, url: str, problem: str
) -> None:
    monkeypatch.setitem(sys.modules, "socksio", None)
    monkeypatch.setenv(variable, url)
    with pytest.raises(
        ImportError if url.startswith("socks5") else ValueError,
        match=f"^{variable.upper()} {problem}",
    ) as raised:
        call(mode, make("http://127.0.0.1:1", transport="httpx2"), "list")
    assert "secret" not in str(raised.value)
