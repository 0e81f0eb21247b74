"""The version of OpenAPI that a document is of (OpenAPI 3.2, section 4.1.1)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

_VERSION: Final = re.compile(r"3\.([0-9]+)")
_UNSTATED: Final = 1


def minor(data: Mapping[str, Any]) -> int:
    """Return the number after the first dot, such as 2 of 3.2.0; 1 if the document states none."""
    found = _VERSION.match(str(data.get("openapi")))
    return _UNSTATED if found is None else int(found[1])
