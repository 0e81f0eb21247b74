"""Adapts the README in the repository to the package index.

In the repository its links are relative, to pages beside it. The index has no such pages: there,
links lead to the repository, to the pages as of the version's tag; or they become plain text, since
a dead link is worse than none. This module knows Markdown as the generator writes it, and no files.
"""

from __future__ import annotations

import re
from typing import Final

_REPOSITORY_LABELS: Final = frozenset({"source", "repository", "sourcecode", "github"})
"""The labels of a repository that the index knows, without spaces and punctuation.

See https://packaging.python.org/en/latest/specifications/well-known-project-urls/.
"""

_FENCE: Final = re.compile(r"^ {0,3}(?:```|~~~)")
_LINK: Final = re.compile(
    r"(?P<code>`+[^`]*`+)"
    r"|(?<!\\)\[(?P<text>(?:[^\[\]\\]|\\.)*)\]\((?P<target>(?![a-z][a-z0-9+.-]*:|#|//)[^()\s]+)\)",
    re.IGNORECASE,
)


def repository_of(urls: tuple[tuple[str, str], ...]) -> str | None:
    """Return the URL of the repository from the labelled URLs of a package; None without one."""
    for label, url in urls:
        if re.sub(r"[\W_]", "", label).lower() in _REPOSITORY_LABELS:
            return url.rstrip("/").removesuffix(".git")
    return None


def for_index(text: str, base: str | None) -> str:
    """Return a README that can be read without the other files.

    Args:
        text: The README, with relative links.
        base: The URL that they are relative to; None turns them into plain text.

    Returns:
        The same text, except for those links. Code is unchanged.
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
    """Return whether `for_index` would change a README."""
    return for_index(text, None) != text
