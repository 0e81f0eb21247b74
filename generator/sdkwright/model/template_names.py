"""Names that the templates use themselves, by the scope in which a document could take them.

Written by `make names` from the templates and the golden cases; a test fails if a template uses
another name. `reserved` says who may not have them.
"""

from __future__ import annotations

from typing import Final

IN_CONSTRUCTOR: Final = frozenset(
    {
        "async_client",
        "client",
        "concealed",
        "concealed_url",
        "deadline_ms",
        "debug_logger",
        "hooks",
        "idempotency_header",
        "max_response_bytes",
        "max_retries",
        "response_validation",
        "retry_config",
        "self",
        "server",
        "server_url",
        "super",
        "timeout_ms",
        "transport",
        "validate_requests",
    }
)
IN_METHODS: Final = frozenset(
    {
        "options",
        "self",
    }
)
IN_CLIENT: Final = frozenset(
    {
        "bool",
        "int",
        "str",
    }
)
IN_RESOURCES: Final = frozenset(
    {
        "deprecated",
        "overload",
        "property",
        "with_raw_response",
        "with_streaming_response",
    }
)
IN_WEBHOOKS: Final = frozenset(
    {
        "annotations",
        "bytes",
        "str",
        "tuple",
        "unwrap",
    }
)
