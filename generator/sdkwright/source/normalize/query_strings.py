"""Marks the parameters that are the whole query string; see `model.whole_query`."""

from __future__ import annotations

import copy
from typing import Any

from sdkwright.model import whole_query
from sdkwright.source.schema_objects import objects


def mark(data: dict[str, Any]) -> dict[str, Any]:
    """Return a document whose parameters in the location `querystring` are marked ones in `query`.

    Args:
        data: The document; it is not changed.
    """
    if not any(_is_whole(item) for item, _, _ in objects(data)):
        return data
    made = copy.deepcopy(data)
    for item, _, _ in [*objects(made)]:
        if _is_whole(item):
            item |= {"in": "query", whole_query.KEY: True}
    return made


def _is_whole(item: dict[str, Any]) -> bool:
    return item.get("in") == whole_query.LOCATION and isinstance(item.get("name"), str)
