"""Parameters that are the whole query string (OpenAPI 3.2, section 4.12).

The engine does not know this location, so normalizing a document marks them as parameters of the
query.
"""

from __future__ import annotations

from typing import Final

LOCATION: Final = "querystring"
"""Their location in a document."""

KEY: Final = "x-sdkwright-querystring"
"""The key, whose value is true, of a normalized parameter."""
