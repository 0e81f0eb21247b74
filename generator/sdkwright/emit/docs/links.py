"""The paths of all pages, and the links between them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from sdkwright.emit.index import Index
from sdkwright.model import naming
from sdkwright.model.reserved import RUNTIME_ERRORS

README = "README.md"
CHANGELOG = "CHANGELOG.md"
RETRY_CONFIG = "docs/models/utils/retryconfig.md"
BACKOFF_STRATEGY = "docs/models/utils/backoffstrategy.md"
TIMEOUT = "docs/models/utils/timeout.md"
WEBHOOKS = "docs/webhooks.md"
INDEX = "docs/llms.txt"
FULL = "docs/llms-full.txt"


class Site:
    """The paths of all pages, relative to the output folder.

    Args:
        index: What the pages document.
        client_class: The prefix of the SDK's own errors.
    """

    def __init__(self, index: Index, client_class: str) -> None:
        self.base_error = f"{client_class}Error"
        self.default_error = f"{client_class}DefaultError"
        self._taken: set[str] = set()
        self.general = {
            name: self._free(f"docs/errors/{naming.page_name(name)}")
            for name in (self.base_error, self.default_error, *sorted(RUNTIME_ERRORS))
        }
        self.errors = {
            error.id: self._free(f"docs/errors/{naming.page_name(error.name.python)}")
            for error in index.api.errors
        }
        self.declarations = {
            item.id: self._free(f"docs/{item.package}/{naming.page_name(item.name.python)}")
            for item in index.api.declarations
        }
        self.resources = {
            resource.module: f"docs/sdks/{resource.slug}/README.md"
            for resource in index.resources()
        }

    def _free(self, stem: str) -> str:
        """Return an unused path: `Key` and `KEY` are the same file on some file systems."""
        path, number = f"{stem}.md", 1
        while path in self._taken:
            number += 1
            path = f"{stem}-{number}.md"
        self._taken.add(path)
        return path


@dataclass(frozen=True, slots=True)
class Links:
    """Links from one page to others.

    Args:
        here: The path of the page that contains the links.
    """

    here: str

    def to(self, path: str, anchor: str = "") -> str:
        """Return the target of a link."""
        end = f"#{anchor}" if anchor else ""
        if path == self.here and anchor:
            return end
        return _relative(path, posixpath.dirname(self.here) or ".") + end


@lru_cache(maxsize=1 << 16)
def _relative(path: str, start: str) -> str:
    return posixpath.relpath(path, start)


@dataclass(slots=True)
class Anchors:
    """The anchors of a page: those of equal headings are numbered."""

    _seen: dict[str, int] = field(default_factory=dict)

    def pass_by(self, anchors: Iterable[str]) -> None:
        """Record the anchors of headings that are not linked to."""
        for anchor in anchors:
            self.add(anchor)

    def add(self, anchor: str) -> str:
        """Return the anchor of the next heading."""
        count = self._seen.get(anchor, 0)
        self._seen[anchor] = count + 1
        return f"{anchor}-{count}" if count else anchor
