"""One call of each operation, spelled out: these names and values are what users of the SDK type.

The names of arguments are those of the reference page of the SDK; nothing here is made from the
document, so a wrong name cannot hide by being wrong in both.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

HASH: Final = "f01d52606dc8f0a8303a7b5cc3fa07109c2e346cec7c0a16b40de462992ce943"
WORKSPACE: Final = "0df9e665-d932-5740-b2c7-b52af166bc11"
USER: Final = "user_2dHFtVWx2n56w6HkM0000000000"
EXPIRY: Final = datetime(2027, 12, 31, 23, 59, 59, tzinfo=UTC)
APP: Final = {
    "http_referer": "https://app.example.com",
    "x_open_router_title": "Example App",
    "x_open_router_categories": "cli-agent,cloud-agent",
}


@dataclass(frozen=True, slots=True)
class Call:
    """A method of the SDK, with every argument that it takes.

    Args:
        operation: The operation that it is for, such as "GET /keys".
        method: The method of `open_router.api_keys`.
        required: The arguments that must be given.
        optional: All others, besides those that every method takes.
        nulls: Those of them that may be null, as null.
    """

    operation: str
    method: str
    required: Mapping[str, Any]
    optional: Mapping[str, Any]
    nulls: Mapping[str, None]

    @property
    def arguments(self) -> dict[str, Any]:
        """Every argument at once."""
        return {**self.required, **self.optional, **APP}

    def __str__(self) -> str:
        return self.method


CALLS: Final = {
    call.operation: call
    for call in (
        Call("GET /key", "get_current_key_metadata", {}, {}, {}),
        Call(
            "GET /keys",
            "list",
            {},
            {"include_disabled": False, "offset": 0, "workspace_id": WORKSPACE},
            {},
        ),
        Call(
            "POST /keys",
            "create",
            {"name": "My New API Key"},
            {
                "creator_user_id": USER,
                "expires_at": EXPIRY,
                "include_byok_in_limit": True,
                "limit": 50,
                "limit_reset": "monthly",
                "workspace_id": WORKSPACE,
            },
            {"creator_user_id": None, "expires_at": None, "limit": None, "limit_reset": None},
        ),
        Call("DELETE /keys/{hash}", "delete", {"hash": HASH}, {}, {}),
        Call("GET /keys/{hash}", "get", {"hash": HASH}, {}, {}),
        Call(
            "PATCH /keys/{hash}",
            "update",
            {"hash": HASH},
            {
                "disabled": False,
                "include_byok_in_limit": True,
                "limit": 75,
                "limit_reset": "daily",
                "name": "Updated API Key Name",
            },
            {"limit": None, "limit_reset": None},
        ),
    )
}

RESPONSES: Final = {
    "GET /key": "GetCurrentKeyResponse",
    "GET /keys": "ListResponse",
    "POST /keys": "CreateKeysResponse",
    "DELETE /keys/{hash}": "DeleteKeysResponse",
    "GET /keys/{hash}": "GetKeyResponse",
    "PATCH /keys/{hash}": "UpdateKeysResponse",
}

ERRORS: Final = {
    400: "BadRequestResponseError",
    401: "UnauthorizedResponseError",
    403: "ForbiddenResponseError",
    404: "NotFoundResponseError",
    429: "TooManyRequestsResponseError",
    500: "InternalServerResponseError",
}
