"""The reserved names: those that an SDK uses itself, whatever its document says.

This module only lists them; those that the templates use come from `template_names`. How a
conflicting name of the document is changed is up to `naming` and the pass `name`.
"""

from __future__ import annotations

import builtins
import keyword
from collections.abc import Mapping
from typing import Final

from sdkwright.model import template_names

# What callers type

CALL_OPTIONS: Final = (
    "retries",
    "max_retries",
    "idempotency_header",
    "server_url",
    "timeout_ms",
    "deadline_ms",
    "http_headers",
    "extra_query",
    "extra_body",
)
"""The keyword arguments that every method takes besides the parameters of its operation."""

FIELD_NAMES: Final = frozenset({"bytes", "date", "datetime", "format", "schema"})
"""Names that no field of a model has, as in the official SDK: `format` becomes `format_`."""

OTHERS: Final = "additional_properties"
"""The field of a model that holds the properties without a field of their own."""

REQUEST: Final = "request"
"""The argument of a method that takes all its parameters in one object."""

REQUEST_BODY: Final = "request_body"
"""The argument of a method whose body is one value, and no object of known properties."""

MODEL_METHODS: Final = frozenset(
    {
        *("model_construct", "model_copy", "model_dump", "model_dump_json", "model_fields_set"),
        *("model_validate", "model_validate_json"),
    }
)
"""The methods of every model, which no field may hide."""

PAGE_METHODS: Final = frozenset({"has_next", "next_page", "next_page_async"})
"""What models of pages have besides, unless one of their fields has such a name."""

METHOD_ARGUMENTS: Final = frozenset(CALL_OPTIONS) | template_names.IN_METHODS
"""Names that no parameter of an operation may have."""

CLIENT_POSITIONAL: Final = (
    "server",
    "server_url",
    "client",
    "async_client",
    "retry_config",
    "timeout_ms",
    "debug_logger",
)
"""The arguments of every client that may be positional, after those of the document."""

CLIENT_ARGUMENTS: Final = template_names.IN_CONSTRUCTOR
"""All arguments of every client, and the other names in its constructor."""

CLIENT_ATTRIBUTES: Final = template_names.IN_CLIENT | {
    "aclose",
    "close",
    "request",
    "request_async",
    "with_options",
}
"""The methods of the client, and the builtins used by signatures next to its attributes."""

# Modules and their contents

CLIENT_MODULES: Final = frozenset(
    {"client", "components", "errors", "models", "operations", "testing", "types", "utils"}
)
"""Files of the package; `models` is one of the official SDK's, so its resource is in `models_`."""

RESOURCE_ATTRIBUTES: Final = template_names.IN_RESOURCES
"""The attributes of each resource besides its operations, and the decorators they use."""

RESOURCE_VIEWS: Final = ("WithRawResponse", "WithStreamingResponse")
"""The endings of the names of a resource's views."""

WEBHOOK_NAMES: Final = template_names.IN_WEBHOOKS | {
    "builtins",
    "components",
    "errors",
    "operations",
}
"""The names in the module `webhooks` that are neither webhooks nor classes."""

IMPORTED_CLASSES: Final = frozenset(
    {
        *("AllBut", "Any", "AsyncEventStream", "AsyncHttpClient", "AsyncIterable", "AsyncPages"),
        *("AsyncStreamedResponse", "Attributes", "Awaitable", "BODIES", "BYTES", "BackoffStrategy"),
        *("BodyReader", "CallOptions", "Callable", "ClassVar", "Client", "CodeLogin"),
        *("CursorPages", "DOWNLOAD", "DeviceLogin"),
        *("Decimal", "DecimalText", "EVENTS", "Elements", "Encoding", "EventStream", "Examples"),
        *("Fake", "FileInput"),
        *("Hooks", "HttpClient", "InBody", "Iterable", "LINES", "Literal", "Logger", "Mapping"),
        *("Number", "NumberedPages", "OffsetPages", "Operation", "OptionalNullable", "PARTS"),
        "PagedResource",
        *(
            "OtherError",
            "Pages",
            "Policy",
            "RECORDS",
            "RecordedCall",
            "Resource",
            "RetryConfig",
            "SDK",
            "Session",
            "StreamedResponse",
            "Stub",
            "Stubs",
            "Styled",
        ),
        *(
            "TEXT",
            "Template",
            "Timeout",
            "UNSET",
            "UUID",
            "Unpack",
            "UnsetType",
            "UrlPages",
            "Variable",
            "WHOLE_EVENTS",
            "XML",
        ),
    }
)
"""Names imported by the modules of the client and the resources, which no class may hide."""

LOGIN_CLASSES: Final[Mapping[str, str]] = {"code": "CodeLogin", "device": "DeviceLogin"}
"""The class of each kind of login, which is passed in place of a token."""

RUNTIME_ERRORS: Final = frozenset(
    {
        "NoResponseError",
        "RequestValidationError",
        "ResponseTimeoutError",
        "ResponseValidationError",
        "SDKError",
    }
)
"""Exceptions that every package has, besides those named after its client."""

MODULE_GLOBALS: Final = (
    IMPORTED_CLASSES
    | {*dir(builtins), *keyword.kwlist}
    | {
        "annotations",
        "client",
        "deprecated",
        "components",
        "errors",
        "operations",
        "types",
        "utils",
        "webhooks",
    }
)
"""Names with another use in generated modules, which no client class can have."""

# External names

DEPENDENCIES: Final = frozenset(
    {
        *("httpx2", "anyio", "exceptiongroup", "h11", "httpcore2", "idna", "truststore"),
        *("msgspec", "pydantic", "pydantic_core", "typing_extensions"),
        *("aiohttp", "aiohappyeyeballs", "aiosignal", "attr", "attrs", "frozenlist"),
        *("multidict", "propcache", "urllib3", "yarl"),
    }
)
"""The packages that an SDK imports, and those that they import in turn."""

WINDOWS_DEVICES: Final = frozenset(
    {"aux", "con", "nul", "prn"}
    | {f"{port}{digit}" for port in ("com", "lpt") for digit in "123456789"}
)
"""Device names reserved by Windows: no file may have one, whatever its extension."""
