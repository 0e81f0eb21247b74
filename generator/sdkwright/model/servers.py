"""Facts about the URLs of servers: whether they have a host, and who must pass one."""

from __future__ import annotations

import re
from typing import Final

from sdkwright.model import ir

_PLACE: Final = re.compile(r"\{([^{}]+)\}")


def default_url(server: ir.Server) -> str:
    """Return the URL with the defaults of its variables."""
    defaults = {item.name.wire: item.default for item in server.variables}
    return _PLACE.sub(lambda place: defaults.get(place[1]) or place[0], server.url)


def has_host(server: ir.Server) -> bool:
    """Return whether the URL has a host, or a variable in its place."""
    url = default_url(server)
    return "://" in url or url.startswith("{")


def needs_url(api: ir.Api) -> bool:
    """Return whether callers must pass a `server_url`, since no server of the API has a host."""
    return not any(map(has_host, api.servers)) and any(
        operation.server is None for resource in api.resources for operation in resource.operations
    )
