"""Reads the pages of a site as a browser does, without one."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urldefrag, urlsplit

_LOADED: Final = {
    "audio": "src",
    "embed": "src",
    "iframe": "src",
    "image": "href",
    "img": "src",
    "link": "href",
    "object": "data",
    "script": "src",
    "source": "src",
    "use": "href",
    "video": "src",
}
_NOT_LOADED: Final = frozenset({"index", "search", "next", "prev"})
"""What a `link` of these kinds names is only loaded if somebody follows it."""


@dataclass
class Page(HTMLParser):
    """What a page is made of."""

    path: str
    ids: set[str] = field(default_factory=set)
    links: list[str] = field(default_factory=list)
    loaded: list[str] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    handlers: list[str] = field(default_factory=list)
    tags: set[str] = field(default_factory=set)
    policies: list[str] = field(default_factory=list)
    text: str = ""
    _in_script: bool = False

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an element does."""
        given = {name: value or "" for name, value in attrs}
        self.tags.add(tag)
        self.handlers += [f"{tag} {name}" for name in given if name.startswith("on")]
        if "id" in given:
            self.ids.add(given["id"])
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        if tag == "meta" and given.get("http-equiv") == "Content-Security-Policy":
            self.policies.append(given["content"])
        if given.get(_LOADED.get(tag, "")) and given.get("rel") not in _NOT_LOADED:
            self.loaded.append(given[_LOADED[tag]])
        if tag == "script":
            self._in_script = "src" not in given
            if self._in_script:
                self.scripts.append("")

    def handle_endtag(self, tag: str) -> None:
        """Note the end of a script."""
        if tag == "script":
            self._in_script = False

    def handle_data(self, data: str) -> None:
        """Keep text apart from scripts."""
        if self._in_script:
            self.scripts[-1] += data
        else:
            self.text += data


def read(folder: Path) -> dict[str, Page]:
    """Return the pages of a site, by their paths."""
    found = {}
    for file in sorted(folder.rglob("*.html")):
        page = Page(file.relative_to(folder).as_posix())
        page.feed(file.read_text("utf-8"))
        page.close()
        found[page.path] = page
    return found


def broken(folder: Path, pages: Mapping[str, Page]) -> list[str]:
    """Return the links, and the addresses of what is loaded, that lead nowhere."""
    return [
        f"{page.path}: {address}"
        for page in pages.values()
        for address in (*page.links, *page.loaded)
        if not _leads_somewhere(folder, pages, page, address)
    ]


def _leads_somewhere(folder: Path, pages: Mapping[str, Page], page: Page, address: str) -> bool:
    if urlsplit(address).scheme in {"http", "https", "mailto"}:
        return True
    path, anchor = urldefrag(address)
    path = unquote(path.partition("?")[0])
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path))
    target = target if path else page.path
    if not (folder / target).is_file():
        return False
    return not anchor or unquote(anchor) in pages[target].ids


def foreign(pages: Mapping[str, Page]) -> Iterator[str]:
    """Yield what pages load from elsewhere than the site."""
    for page in pages.values():
        for address in page.loaded:
            parts = urlsplit(address)
            if parts.scheme or parts.netloc:
                yield f"{page.path}: {address}"
