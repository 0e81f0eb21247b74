"""Makes of the README in the repository the one that the package index shows.

In the repository its links are relative, to pages beside it. The index has no such pages: there,
they lead to the repository, to the pages as they were when the version was tagged; or they become
plain text, since a link that is dead is worse than none. This module knows Markdown as the
generator writes it, and no files.
"""

from __future__ import annotations

import re
from typing import Final

_REPOSITORY_LABELS: Final = frozenset({"source", "repository", "sourcecode", "github"})
"""How the labels that the index knows for a repository read without blanks and marks:
https://packaging.python.org/en/latest/specifications/well-known-project-urls/."""

_FENCE: Final = re.compile(r"^ {0,3}(?:```|~~~)")
_LINK: Final = re.compile(
    r"(?P<code>`+[^`]*`+)"
    r"|(?<!\\)\[(?P<text>(?:[^\[\]\\]|\\.)*)\]\((?P<target>(?![a-z][a-z0-9+.-]*:|#|//)[^()\s]+)\)",
    re.IGNORECASE,
)


def repository_of(urls: tuple[tuple[str, str], ...]) -> str | None:
    """Find the address of the repository among the labelled ones of a package."""
    for label, url in urls:
        if re.sub(r"[\W_]", "", label).lower() in _REPOSITORY_LABELS:
            return url.rstrip("/").removesuffix(".git")
    return None


def for_index(text: str, base: str | None) -> str:
    """Write a README for a reader who sees no other file.

    Args:
        text: The README, with links relative to it.
        base: The address that they are relative to from outside; None makes them plain text.

    Returns:
        The same text, except for those links. Code is left alone.
    """

    def rewritten(found: re.Match[str]) -> str:
        if found["code"] is not None:
            return found[0]
        if base is None:
            return found["text"]
        return f"[{found['text']}]({base.rstrip('/')}/{found['target'].removeprefix('./')})"

    lines = []
    in_code = False
    for line in text.splitlines(keepends=True):
        if _FENCE.match(line):
            in_code = not in_code
        lines.append(line if in_code else _LINK.sub(rewritten, line))
    return "".join(lines)


def has_relative_links(text: str) -> bool:
    """Tell whether `for_index` would change a README."""
    return for_index(text, None) != text
