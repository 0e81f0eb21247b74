"""Names of media types: which of them are JSON, which are XML, and which are other text.

Knows neither documents nor schemas.
"""

from __future__ import annotations

import re
from typing import Final

FORM_DATA: Final = "multipart/form-data"
"""The media type whose parts have names (RFC 7578, section 4.2)."""

_JSON: Final = re.compile(r"[^/]+/(?:[^;]+\+)?json", re.IGNORECASE)
_XML: Final = re.compile(r"[^/]+/(?:.+\+)?xml", re.IGNORECASE)
_TEXT: Final = re.compile(
    r"text/.+|[^/]+/(?:.+\+)?(?:xml|yaml)|application/(?:x-yaml|graphql|javascript|sdp|sql|jwt)",
    re.IGNORECASE,
)


def essence_of(name: str) -> str:
    """Return a media type without its parameters, in lower case."""
    return name.partition(";")[0].strip().lower()


def is_json(essence: str) -> bool:
    """Return whether content of a media type is JSON."""
    return _JSON.fullmatch(essence) is not None


def is_xml(essence: str) -> bool:
    """Return whether content of a media type is XML (RFC 7303)."""
    return _XML.fullmatch(essence) is not None


def is_text(essence: str) -> bool:
    """Return whether content of a media type is text other than JSON."""
    return _TEXT.fullmatch(essence) is not None
