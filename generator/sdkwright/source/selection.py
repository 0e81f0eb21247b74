"""Selection: leaves operations out of a document that the settings do not want in the SDK.

What only these use, such as schemas, is left out later, as for any document.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sdkwright.config import Config
from sdkwright.config.selection import Selector
from sdkwright.diagnostics import Diagnostics
from sdkwright.model import methods
from sdkwright.model.path_items import followed
from sdkwright.source.document import Document

_MORE = methods.ADDITIONAL


def select(document: Document, config: Config, diagnostics: Diagnostics) -> Document:
    """Leave out the operations that `operations.include` and `operations.exclude` do not want.

    Args:
        document: The normalized document; it is not changed.
        config: The settings.
        diagnostics: Gets a note with the number of operations that are left, and an error for each
            selector that selects none, so that no list outlives its reasons.
    """
    paths = document.data.get("paths")
    if not (config.include or config.exclude) or not isinstance(paths, dict):
        return document
    selection = _Selection(config.include, config.exclude)
    selected = {
        path: _selected(path, item, document.data, selection) for path, item in paths.items()
    }
    for selector in selection.unused:
        diagnostics.error(
            "unused-selector",
            f"the selector `{selector}` in the table `operations` of sdk.toml selects nothing",
            fix="correct it, or remove it",
            at="/paths",
        )
    diagnostics.note(
        "selected-operations",
        f"{selection.kept:,} of {selection.all:,} operations are selected by `include` and "
        "`exclude` in the table `operations` of sdk.toml",
        at="/paths",
    )
    return replace(document, data={**document.data, "paths": selected})


class _Selection:
    """Which operations are wanted, and which selectors had a say in it."""

    def __init__(self, include: Sequence[Selector], exclude: Sequence[Selector]) -> None:
        self._include = include
        self._exclude = exclude
        self._used: set[Selector] = set()
        self.kept = 0
        self.all = 0

    @property
    def unused(self) -> list[Selector]:
        """The selectors that select no operation."""
        return [item for item in (*self._include, *self._exclude) if item not in self._used]

    def wants(self, method: str, path: str, operation: object) -> bool:
        """Return whether an operation is wanted, and count it."""
        given: Mapping[str, Any] = operation if isinstance(operation, dict) else {}
        id_ = given.get("operationId")
        facts = (method, path, id_ if isinstance(id_, str) else "", [*_tags(given)])
        included = [item for item in self._include if item.matches(*facts)]
        excluded = [item for item in self._exclude if item.matches(*facts)]
        self._used.update(included, excluded)
        is_wanted = (bool(included) or not self._include) and not excluded
        self.all += 1
        self.kept += is_wanted
        return is_wanted


def _tags(operation: Mapping[str, Any]) -> Iterator[str]:
    for key in ("tags", "x-speakeasy-group"):
        names = operation.get(key)
        yield from (str(name) for name in (names if isinstance(names, list) else [names]) if name)


def _selected(path: str, item: object, data: Mapping[str, Any], selection: _Selection) -> object:
    """Return a path item without the operations that are not wanted."""
    whole = followed(data, item)
    more = whole.get(_MORE)
    others = more if isinstance(more, dict) else {}
    keys = [key for key in whole if key.lower() in methods.HTTP_METHODS]
    unwanted = {key for key in keys if not selection.wants(key.upper(), path, whole[key])}
    fewer = {key: each for key, each in others.items() if selection.wants(key, path, each)}
    if not unwanted and len(fewer) == len(others):
        return item
    left = {key: each for key, each in whole.items() if key not in unwanted and key != "$ref"}
    return {**left, _MORE: fewer} if _MORE in left else left
