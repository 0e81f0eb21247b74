"""Which names are taken: those that an SDK uses itself, whatever its document says.

The one home of these names. What becomes of a name of the document that is one of them is for
`naming` and the pass `name` to decide.
"""

from __future__ import annotations

import builtins
import keyword
from typing import Final

# What callers type

CALL_OPTIONS: Final = frozenset({"http_headers", "retries", "server_url", "timeout_ms"})
"""The keywords that every method takes besides the parameters of its operation."""

FIELD_NAMES: Final = frozenset({"bytes", "date", "datetime", "format", "schema"})
"""What no field of a model is called, as in the official SDK: `format_` stands for `format`."""

OTHERS: Final = "additional_properties"
"""The field of a model that holds the properties without a field of their own."""

MODEL_METHODS: Final = frozenset(
    {"model_dump", "model_dump_json", "model_validate", "model_validate_json"}
)
"""What every model can do: no field may hide it."""

METHOD_ARGUMENTS: Final = CALL_OPTIONS | {"options", "self"}
"""What no parameter of an operation is called."""

CLIENT_POSITIONAL: Final = (
    "server",
    "server_url",
    "client",
    "async_client",
    "retry_config",
    "timeout_ms",
    "debug_logger",
)
"""The arguments of every client that may be given by position, behind those of the document."""

CLIENT_ARGUMENTS: Final = frozenset(
    {
        *CLIENT_POSITIONAL,
        "hooks",
        "max_response_bytes",
        "response_validation",
        "self",
        "validate_requests",
    }
)
"""All arguments of every client."""

CLIENT_ATTRIBUTES: Final = frozenset({"aclose", "close", "int", "str", "tuple"})
"""The methods of the client, and the builtins that the signature beside its attributes names."""

# What modules are called, and what they have

CLIENT_MODULES: Final = frozenset(
    {"client", "components", "errors", "models", "operations", "types", "utils"}
)
"""Files of the package; `models` is one of the official SDK, whose resource is in `models_`."""

RESOURCE_ATTRIBUTES: Final = frozenset(
    {"overload", "property", "with_raw_response", "with_streaming_response"}
)
"""What each resource has besides its operations, and the decorator of it."""

WEBHOOK_NAMES: Final = frozenset(
    {"annotations", "builtins", "components", "errors", "operations", "unwrap"}
)
"""What the module `webhooks` has besides the webhooks, but for classes."""

IMPORTED_CLASSES: Final = frozenset(
    {
        *("Any", "AsyncEventStream", "AsyncHttpClient", "AsyncPages", "AsyncStreamedResponse"),
        *("Attributes", "BYTES", "BackoffStrategy", "CallOptions", "Callable", "ClassVar"),
        *("Client", "CursorPages", "Decimal", "DecimalText", "Encoding", "EventStream"),
        *("FileInput", "Hooks", "HttpClient", "InBody", "Literal", "Logger", "Mapping"),
        *("NumberedPages", "OffsetPages", "Operation", "OptionalNullable", "Pages", "Parts"),
        *("Policy", "Resource", "RetryConfig", "SDK", "Session", "StreamedResponse", "Styled"),
        *("TEXT", "Template", "UNSET", "UUID", "Unpack", "UnsetType", "UrlPages", "Variable"),
    }
)
"""What the modules of the client and of the resources import: no class of these may hide it."""

RUNTIME_ERRORS: Final = frozenset(
    {
        "NoResponseError",
        "RequestValidationError",
        "ResponseTimeoutError",
        "ResponseValidationError",
    }
)
"""Exceptions that every package has, besides those that are named after its client."""

MODULE_GLOBALS: Final = (
    IMPORTED_CLASSES
    | {*dir(builtins), *keyword.kwlist}
    | {"annotations", "client", "components", "errors", "operations", "types", "utils", "webhooks"}
)
"""Names that generated modules use otherwise, so that no client class can have them."""

# What the world outside has

DEPENDENCIES: Final = frozenset(
    {
        *("httpx2", "anyio", "exceptiongroup", "h11", "httpcore2", "idna", "truststore"),
        *("msgspec", "pydantic", "pydantic_core", "typing_extensions"),
    }
)
"""What an SDK imports, and what that imports in turn."""

WINDOWS_DEVICES: Final = frozenset(
    {"aux", "con", "nul", "prn"}
    | {f"{port}{digit}" for port in ("com", "lpt") for digit in "123456789"}
)
"""What Windows keeps for devices: no file may be called so, whatever its extension."""
