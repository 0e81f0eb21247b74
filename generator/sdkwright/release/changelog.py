"""The SDK's changelog file, in the format of Keep a Changelog.

It has a heading for each version, newest first, and above them what people wrote under `##
Unreleased`. This module knows headings of Markdown, and nothing of SDKs or of what changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sdkwright.diff import semver

EMPTY: Final = "# Changelog\n\nChanges for users of this SDK, newest version first.\n"
"""The beginning of a new changelog."""

_ORDER: Final = (
    "Breaking",
    "Added",
    "Changed",
    "Deprecated",
    "Removed",
    "Fixed",
    "Security",
    "Documentation",
)
_VERSION_HEADING: Final = re.compile(r"## +\[?v?([^\s\]]+)")
_TITLE: Final = re.compile(r"### +(.*?)[ #]*")
_UNRELEASED: Final = "unreleased"
_LINE: Final = re.compile(r"[^\n]*\n|[^\n]+")
_FENCE: Final = re.compile(r" {0,3}(`{3,}|~{3,})")


@dataclass(frozen=True, slots=True)
class Block:
    """The text under a heading `### title`; before the first such heading, the title is ""."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Changelog:
    """A parsed changelog.

    Args:
        head: The text before the first heading of a version.
        unreleased: What people wrote under `## Unreleased`.
        sections: The sections of versions, unchanged, newest first.
    """

    head: str
    unreleased: tuple[Block, ...]
    sections: tuple[str, ...]

    @property
    def versions(self) -> tuple[str, ...]:
        """The versions that have a section, as its heading spells them."""
        found = (_VERSION_HEADING.match(section) for section in self.sections)
        return tuple(match[1] for match in found if match and semver.parse(match[1]))

    def with_section(self, section: str) -> str:
        """Return the changelog with a new section on top, in place of `## Unreleased`."""
        parts = [self.head or EMPTY, section, *self.sections]
        return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def read(text: str) -> Changelog:
    """Parse a changelog.

    Args:
        text: The contents of the file; an empty one is a changelog without versions.
    """
    head, *parts = _cut(text, "## ")
    unreleased: list[Block] = []
    sections: list[str] = []
    for part in parts:
        match = _VERSION_HEADING.match(part)
        if match is not None and match[1].casefold() == _UNRELEASED:
            unreleased += _blocks(part.partition("\n")[2])
        else:
            sections.append(part)
    return Changelog(head if head.strip() else "", tuple(unreleased), tuple(sections))


def write_section(heading: str, blocks: Iterable[Block]) -> str:
    """Return the section of a version.

    Args:
        heading: The text after `## `: the version and its date.
        blocks: The contents. Those with the same title are merged, in the given order; titles
            follow the order of Keep a Changelog, other titles come last.
    """
    merged: dict[str, list[str]] = {}
    for block in blocks:
        if block.text.strip():
            merged.setdefault(_known(block.title), []).append(block.text.strip("\n"))
    parts = [f"## {heading}"]
    for title in sorted(merged, key=_rank):
        parts += [f"### {title}"] if title else []
        parts.append(_joined(merged[title]))
    return "\n\n".join(parts) + "\n"


def _known(title: str) -> str:
    return next((known for known in _ORDER if known.casefold() == title.casefold()), title)


def _rank(title: str) -> int:
    if not title:
        return -1
    return _ORDER.index(title) if title in _ORDER else len(_ORDER)


def _joined(texts: Sequence[str]) -> str:
    """Join texts; a list continues in the next text without a blank line."""
    made = texts[0]
    for text in texts[1:]:
        is_list = made.splitlines()[-1][:2] in {"- ", "  "} and text.startswith("- ")
        made += ("\n" if is_list else "\n\n") + text
    return made


def _blocks(body: str) -> Iterator[Block]:
    first, *others = _cut(body, "### ")
    yield Block("", first)
    for part in others:
        heading, _, text = part.partition("\n")
        match = _TITLE.fullmatch(heading)
        yield Block(match[1] if match else "", text)


def _cut(text: str, mark: str) -> list[str]:
    """Split a text before each line that starts with a mark, outside of code and comments."""
    parts = [""]
    fence = ""
    in_comment = False
    for line in _LINE.findall(text):
        found = _FENCE.match(line)
        if not fence and not in_comment and line.startswith(mark):
            parts.append("")
        elif fence:
            is_end = found is not None and found[1].startswith(fence)
            fence = "" if is_end else fence
        elif found is not None and not in_comment:
            fence = found[1]
        elif "<!--" in line or in_comment:
            in_comment = "-->" not in line.rpartition("<!--")[2]
        parts[-1] += line
    return parts
