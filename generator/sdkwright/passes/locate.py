"""Locate: report an API that does not say where it is.

By OpenAPI it is then where its document is served from (3.1, section 4.8.1), which nobody but the
caller knows.
"""

from __future__ import annotations

from sdkwright.diagnostics import Diagnostics
from sdkwright.model import ir
from sdkwright.model.servers import needs_url


def locate(api: ir.Api, diagnostics: Diagnostics) -> None:
    """Note that callers must pass the URL of an API without servers.

    Those whose servers have no host were reported, each at its place.
    """
    if not api.servers and needs_url(api):
        diagnostics.note(
            "no-servers",
            "the document has no `servers`; callers must pass `server_url`",
            fix="add `servers`, or set `server_url` in the table `client` of sdk.toml",
            at="",
        )
