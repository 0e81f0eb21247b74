"""Which pages a site has, where they stand, and how they are found.

A site is made from the generated Markdown as it is. `docs/llms.txt` is the index of all pages, in
reading order: the navigation follows it. This module knows no Sphinx and opens no files.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

INDEX: Final = "docs/llms.txt"
FULL: Final = "docs/llms-full.txt"
ROOT: Final = "index"
"""The name of the first page: the README."""

_RESOURCES: Final = "Methods"
_SECTION: Final = re.compile(r"^## (?P<title>.+)$")
_ENTRY: Final = re.compile(r"^- \[(?P<title>.*?)\]\((?P<target>[^()\s]+)\)(?P<rest>: .*)?$")
_ESCAPE: Final = re.compile(r"\\([!-/:-@\[-`{-~])")


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site.

    Attributes:
        name: Where it stands, without its extension, as in `operations/key`.
        source: Its path in the generated folder; that of the index, if it was made from a part of
            it.
        text: Its Markdown.
        parent: The page that lists it, if the navigation does not.
    """

    name: str
    source: str
    text: str
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the navigation: a title, and the page or the address that it leads to."""

    title: str
    target: str


@dataclass(frozen=True, slots=True)
class Target:
    """What a link leads to.

    Attributes:
        name: The name of a page, or the path of a file.
        anchor: The heading of the page; "" for the page itself.
        is_file: Whether it is a file.
    """

    name: str
    anchor: str = ""
    is_file: bool = False


@dataclass(frozen=True, slots=True)
class Site:
    """What a site consists of.

    Attributes:
        pages: All pages by their names.
        files: The files that the pages are made from, and the index. They are on the site as well,
            at the same paths: programs read Markdown.
        resources: The pages of resources, whose sections are operations.
        reference: The other pages of the navigation: lists of types and errors, webhooks.
        links: The addresses that the settings name.
    """

    pages: Mapping[str, Page]
    files: Mapping[str, str]
    resources: tuple[Entry, ...]
    reference: tuple[Entry, ...]
    links: tuple[Entry, ...] = ()

    def target(self, page: str, link: str) -> Target | None:
        """Return what a relative link on a page leads to; None if there is no such thing.

        Args:
            page: The name of the page.
            link: The link as it is in the Markdown.
        """
        path, _, anchor = unquote(link).partition("#")
        if not path:
            return Target(page, anchor)
        source = self.pages[page].source
        found = posixpath.normpath(posixpath.join(posixpath.dirname(source), path))
        if found not in self.files:
            return None
        name = _name(found)
        return Target(name, anchor) if name in self.pages else Target(found, is_file=True)


def plan(texts: Mapping[str, str], links: tuple[tuple[str, str], ...] = ()) -> Site:
    """Return the site of a generated folder.

    Args:
        texts: The texts of the files that `is_read` names, by their paths.
        links: Labels and addresses to show in the navigation.
    """
    found = {
        name: Page(name, path, text)
        for path, text in texts.items()
        if path.endswith(".md")
        for name in [_name(path)]
    }
    resources: list[Entry] = []
    reference: list[Entry] = []
    for title, lines in _sections(texts[INDEX]).items():
        entries = list(_entries(lines))
        if title == _RESOURCES:
            resources = [entry for entry in entries if "#" not in entry.target]
        elif len(entries) > 1:
            name = title.lower().replace(" ", "-")
            found[name] = Page(name, INDEX, _list(title, lines))
            for entry in entries:
                page = found[_name(_from_index(entry.target))]
                found[page.name] = Page(page.name, page.source, page.text, parent=name)
            reference.append(Entry(title, name))
        else:
            reference += (Entry(title, entry.target) for entry in entries)
    return Site(
        pages=found,
        files=texts,
        resources=tuple(_placed(resources)),
        reference=tuple(entry for entry in _placed(reference) if entry.target != ROOT),
        links=tuple(Entry(label, address) for label, address in links),
    )


def is_read(path: str) -> bool:
    """Return whether the site needs a file of the generated folder."""
    return path.endswith(".md") or path in (INDEX, FULL)


def _name(path: str) -> str:
    """Return where a file of the generated folder stands on the site.

    The README of a folder stands beside the folder: GitHub shows it there, and nobody types it.
    """
    name = path.removeprefix("docs/").removesuffix(".md")
    if name == "README":
        return ROOT
    if name == "CHANGELOG":
        return "changelog"
    return name.removesuffix("/README")


def _from_index(target: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(INDEX), unquote(target)))


def _placed(entries: list[Entry]) -> Iterator[Entry]:
    for entry in entries:
        is_file = entry.target.endswith(".md")
        yield Entry(entry.title, _name(_from_index(entry.target)) if is_file else entry.target)


def _sections(index: str) -> dict[str, list[str]]:
    """Return the lines of each section of the index, by its title."""
    sections: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in index.splitlines():
        found = _SECTION.match(line)
        if found is not None:
            lines = sections.setdefault(found["title"], [])
        elif line.startswith("- "):
            lines.append(line)
    return sections


def _entries(lines: list[str]) -> Iterator[Entry]:
    for line in lines:
        found = _ENTRY.match(line)
        if found is not None:
            yield Entry(_ESCAPE.sub(r"\1", found["title"]), found["target"])


def _list(title: str, lines: list[str]) -> str:
    return "\n".join([f"# {title}", "", *lines, ""])
