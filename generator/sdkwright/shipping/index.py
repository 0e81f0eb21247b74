"""Queries a package index for the files of a project (PEP 503, PEP 691).

The index belongs to a repository, the URL that files are uploaded to; twine knows the URLs of
repositories with a name. This module uploads nothing, and never shows a password.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote, urljoin, urlsplit, urlunsplit

from packaging.utils import (
    InvalidSdistFilename,
    InvalidWheelFilename,
    canonicalize_name,
    parse_sdist_filename,
    parse_wheel_filename,
)
from packaging.version import Version

from sdkwright.diagnostics import Diagnostics

if TYPE_CHECKING:
    from requests import Response, Session

_ACCEPTED: Final = (
    "application/vnd.pypi.simple.v1+json, "
    "application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.1"
)
_PATIENCE: Final = 30
_REDIRECTS: Final = 5


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository that files are uploaded to.

    Args:
        name: Its name in twine's configuration, or "" if only the URL is known.
        upload: The URL that accepts files, without credentials.
        simple: The URL of its index, with a `/` at the end.
        given: The URL as the user wrote it, only for twine: it may contain a password.
    """

    name: str
    upload: str
    simple: str
    given: str = ""

    def __str__(self) -> str:
        """Return the name for people."""
        return self.name or self.upload


def repository(name: str, url: str, simple: str, diagnostics: Diagnostics) -> Repository:
    """Determine the URLs of a repository and its index.

    Args:
        name: Its name in twine's configuration; or "".
        url: The URL that accepts files, if it has no name.
        simple: The URL of the index; "" derives it from that of the repository.
        diagnostics: Gets what is wrong with them.

    Raises:
        UsageError: Twine knows no repository of this name, or the URL is not valid.
    """
    from twine import exceptions, utils  # noqa: PLC0415  an extra, needed only for uploading

    try:
        found = utils.get_repository_from_config(utils.DEFAULT_CONFIG_FILE, name, url or None)
    except exceptions.TwineException as error:
        reason = str(error).splitlines()[0]
        raise diagnostics.usage(
            "unknown-repository",
            f"twine: {reason}",
            fix="pass a repository that ~/.pypirc defines, or --repository-url",
        ) from None
    upload = _without_credentials(str(found["repository"]))
    simple = _without_credentials(simple) if simple else simple_of(upload)
    return Repository(name, upload, simple.rstrip("/") + "/", url)


def simple_of(upload: str) -> str:
    """Derive the URL of an index from the one that accepts its files.

    A URL that ends with `/legacy/` has its index at `/simple/`, on the same host without a leading
    `upload.`. All others that we know have it in `simple/`, one level down.
    """
    parts = urlsplit(upload)
    path = parts.path.rstrip("/")
    if not path.endswith("/legacy"):
        return urlunsplit(parts._replace(path=f"{path}/simple/", query="", fragment=""))
    path = f"{path.removesuffix('/legacy')}/simple/"
    return urlunsplit(
        parts._replace(netloc=parts.netloc.removeprefix("upload."), path=path, query="")
    )


def has_version(where: Repository, project: str, version: str, diagnostics: Diagnostics) -> bool:
    """Return whether the index has files of a version, yanked ones included.

    Raises:
        Fatal: The index cannot be reached, or its response is not that of an index.
    """
    return any(
        _version_of(file) == Version(version) for file in files_of(where, project, diagnostics)
    )


def files_of(where: Repository, project: str, diagnostics: Diagnostics) -> tuple[str, ...]:
    """Return the file names of a project, in the order of the index; none if it is unknown."""
    from requests import RequestException  # noqa: PLC0415  installed with twine
    from twine.exceptions import TwineException  # noqa: PLC0415  see above
    from twine.utils import make_requests_session  # noqa: PLC0415  see above

    page = f"{where.simple}{canonicalize_name(project)}/"
    try:
        with make_requests_session() as session:
            answer = _asked(session, page, where)
            if answer is None or answer.status_code == 404:
                return ()
            answer.raise_for_status()
            return _listed(answer)
    except (RequestException, TwineException, ValueError, KeyError, TypeError) as error:
        reason = " ".join(str(error).split()) or type(error).__name__
        raise diagnostics.fatal(
            "no-index",
            f"cannot list the versions on {where.simple}: {reason}",
            fix="check that the index can be reached, or pass another one with --index-url",
        ) from None


def _asked(session: Session, page: str, where: Repository) -> Response | None:
    """Get a page; None if the index redirects to another host, as it does for projects it lacks."""
    credentials: tuple[str, str] | None = None
    for _ in range(_REDIRECTS):
        answer = session.get(
            page,
            headers={"Accept": _ACCEPTED},
            auth=credentials,
            timeout=_PATIENCE,
            allow_redirects=False,
        )
        if answer.status_code == 401 and credentials is None:
            credentials = _credentials(where)
        elif answer.is_redirect:
            page = urljoin(page, answer.headers["Location"])
            if urlsplit(page)[:2] != urlsplit(where.simple)[:2]:
                return None
        else:
            return answer
    raise ValueError(f"more than {_REDIRECTS} redirects")


def _credentials(where: Repository) -> tuple[str, str]:
    """Return the credentials that twine would upload with, from any of its sources."""
    from twine.settings import Settings  # noqa: PLC0415  an extra, needed only for uploading

    parser = argparse.ArgumentParser()
    Settings.register_argparse_arguments(parser)
    options = ["--repository", where.name] if where.name else ["--repository-url", where.given]
    if not sys.stdin.isatty():
        options.append("--non-interactive")
    settings = Settings.from_argparse(parser.parse_args(options))
    return settings.username or "", settings.password or ""


def _listed(answer: Response) -> tuple[str, ...]:
    if "json" in answer.headers.get("Content-Type", ""):
        content: dict[str, Any] = answer.json()
        return tuple(str(file["filename"]) for file in content["files"])
    anchors = _Anchors()
    anchors.feed(answer.text)
    return tuple(anchors.names)


class _Anchors(HTMLParser):
    """Collects the last part of each link's path, which is a file name."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Add the file name of a link."""
        target = dict(attrs).get("href")
        if tag == "a" and target:
            self.names.append(unquote(urlsplit(target).path.rpartition("/")[2]))


def _version_of(file: str) -> Version | None:
    try:
        if file.endswith(".whl"):
            return parse_wheel_filename(file)[1]
        return parse_sdist_filename(file)[1]
    except (InvalidWheelFilename, InvalidSdistFilename):
        return None  # an obsolete kind of file, or a signature


def _without_credentials(url: str) -> str:
    parts = urlsplit(url)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
