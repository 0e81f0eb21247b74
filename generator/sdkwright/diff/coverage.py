"""Which fields of the IR are compared, and which are ignored, with the reason.

Fields in neither table, because they are newer, are compared as a whole: see `Ledger.compare_rest`.
A test checks that every field of `sdkwright.model.ir` is in one of the tables.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, Final, get_args

from sdkwright.config import Config
from sdkwright.model import ir
from sdkwright.model.origin import Origin

_PLACE: Final = "a place in the document, which each change is reported with"
_IDENTITY: Final = "the identity, by which the two versions are paired"
_DERIVED: Final = "what follows from other parts, which are compared by means of it"
_HINTS: Final = "what the names were chosen from; the names themselves are compared"


def _names(owner: type[Any]) -> frozenset[str]:
    """Return the fields of a class of the IR, all of which are compared but for its place."""
    return frozenset(field.name for field in fields(owner)) - {"source"}


COMPARED: Final[Mapping[type[Any], frozenset[str]]] = {
    ir.Doc: frozenset({"summary", "description", "example", "deprecated", "limits", "default"}),
    ir.Name: frozenset({"wire", "python"}),
    ir.Primitive: frozenset({"kind", "format"}),
    ir.ListOf: frozenset({"item"}),
    ir.TupleOf: frozenset({"items"}),
    ir.MapOf: frozenset({"value"}),
    ir.Nullable: frozenset({"inner"}),
    ir.Literal: frozenset({"values"}),
    ir.Named: frozenset({"id"}),
    ir.Any: frozenset(),
    ir.Constraints: frozenset(
        {
            "minimum",
            "exclusive_minimum",
            "maximum",
            "exclusive_maximum",
            "multiple_of",
            "min_length",
            "max_length",
            "patterns",
            "min_items",
            "max_items",
            "unique_items",
            "min_properties",
            "max_properties",
            "items",
            "values",
            "among",
            "others",
        }
    ),
    ir.Field: frozenset({"name", "type", "required", "doc", "secret", "access", "constraints"}),
    ir.Model: frozenset(
        {"package", "doc", "name", "module", "fields", "additional", "constraints"}
    ),
    ir.Enum: frozenset({"package", "doc", "name", "module", "values", "open", "meanings"}),
    ir.Discriminator: frozenset({"property", "mapping", "default"}),
    ir.Union: frozenset({"package", "doc", "name", "module", "variants", "discriminator"}),
    ir.Alias: frozenset({"package", "doc", "name", "module", "target"}),
    ir.Parameter: frozenset(
        {
            "name",
            "location",
            "type",
            "required",
            "doc",
            "style",
            "explode",
            "allow_reserved",
            "constraints",
        }
    ),
    ir.Encoding: frozenset(
        {"property", "content_type", "style", "explode", "allow_reserved", "parts", "is_whole"},
    ),
    ir.MediaType: frozenset(
        {
            "name",
            "type",
            "example",
            "content",
            "encodings",
            "sentinel",
            "is_wrapped",
            "constraints",
        }
    ),
    ir.RequestBody: frozenset({"media_types", "required", "doc"}),
    ir.Response: frozenset({"status", "media_types", "doc"}),
    ir.ErrorResponse: frozenset({"status", "media_type", "error", "doc", "is_other"}),
    ir.ErrorType: frozenset({"body", "doc", "name", "module"}),
    ir.RetryPolicy: frozenset(
        {
            "status_codes",
            "connection_errors",
            "initial_interval",
            "max_interval",
            "exponent",
            "max_elapsed_time",
        }
    ),
    ir.PageInput: frozenset({"name", "in_body"}),
    ir.OffsetPages: frozenset({"offset", "results", "items"}),
    ir.NumberedPages: frozenset({"page", "first", "total", "results", "items"}),
    ir.CursorPages: frozenset({"cursor", "following", "results", "items"}),
    ir.UrlPages: frozenset({"following", "results", "items"}),
    **{scheme: _names(scheme) for scheme in get_args(ir.SecurityScheme)},
    ir.Login: _names(ir.Login),
    ir.Requirement: frozenset({"scheme", "scopes"}),
    ir.ServerVariable: frozenset({"name", "default", "values", "doc"}),
    ir.Server: frozenset({"id", "url", "description", "variables"}),
    ir.Operation: frozenset(
        {
            "id",
            "name",
            "method",
            "path",
            "doc",
            "parameters",
            "body",
            "responses",
            "errors",
            "security",
            "retries",
            "pagination",
            "stream",
            "server",
            "request",
            "headers",
        }
    ),
    ir.Webhook: frozenset({"id", "name", "method", "doc", "headers", "payload"}),
    ir.Resource: frozenset({"name", "doc", "operations", "class_name", "module"}),
    ir.Api: frozenset(
        {
            "title",
            "doc",
            "servers",
            "security_schemes",
            "globals",
            "resources",
            "declarations",
            "errors",
            "retries",
            "server_variables",
            "webhooks",
            "event",
            "license",
            "contact",
            "terms",
        }
    ),
    Config: frozenset(
        {
            "module",
            "distribution",
            "description",
            "license",
            "authors",
            "keywords",
            "classifiers",
            "extras",
            "urls",
            "install_notes",
            "client_class",
            "env_prefix",
        }
    ),
}

_WIDENED: Final = "what decides on additional properties, which are compared"
_OF_SCHEMA: Final = "what types and constraints are made of, which are compared"
_OF_XML: Final = "how values are written as XML; what callers pass and receive is compared"
_DECLARED: Final = {"id": _IDENTITY, "hints": _HINTS, "source": _PLACE, "title": _HINTS}

IGNORED: Final[Mapping[type[Any], Mapping[str, str]]] = {
    Origin: dict.fromkeys(("node", "form", "is_sent"), _IDENTITY),
    ir.SourcePointer: {"pointer": _PLACE},
    ir.Declared: {
        **_DECLARED,
        **dict.fromkeys(("package", "doc", "name", "module"), "compared in each kind of it"),
    },
    ir.Field: {"source": _PLACE, "tag": "what discriminators say, which are compared"},
    ir.Model: {**_DECLARED, "closed": _WIDENED},
    ir.Enum: _DECLARED,
    ir.Union: {**_DECLARED, "overlaps": _WIDENED},
    ir.Alias: _DECLARED,
    ir.Parameter: {
        "source": _PLACE,
        "is_global": "the arguments of the client are compared",
        "schema": _PLACE,
    },
    ir.RequestSchema: dict.fromkeys(("place", "text", "refers"), _OF_SCHEMA),
    **{
        node: {field.name: _OF_XML for field in fields(node)}
        for node in (
            *(ir.XmlText, ir.XmlAttribute, ir.XmlElement, ir.XmlItems, ir.XmlFields),
            *(ir.XmlSame, ir.XmlRoot),
        )
    },
    ir.Encoding: {"xml": _OF_XML},
    ir.MediaType: {
        "schema": _PLACE,
        "is_schema_of_part": "what the schema is about; the types of the parts are compared",
        "xml": _OF_XML,
        "untyped_files": "part of the types of arguments, which are compared",
    },
    ir.RequestBody: {"source": _PLACE},
    ir.Response: {
        "source": _PLACE,
        "others": "values of the argument `accept`, which is compared",
        "also": "the same value, in whichever form it comes",
    },
    ir.ErrorResponse: {"source": _PLACE},
    ir.ErrorType: {"id": _IDENTITY, "hints": _HINTS, "source": _PLACE},
    ir.Scheme: {
        "source": _PLACE,
        **dict.fromkeys(("id", "arguments", "doc"), "compared in each kind of it"),
    },
    ir.TokenScheme: dict.fromkeys(
        ("id", "arguments", "doc", "source", "logins", "metadata_url"),
        "compared in each kind of it",
    ),
    ir.Paged: dict.fromkeys(("results", "items"), "compared in each kind of it"),
    **{scheme: {"source": _PLACE} for scheme in get_args(ir.SecurityScheme)},
    ir.ServerVariable: {"source": _PLACE},
    ir.Server: {"source": _PLACE},
    ir.Operation: {
        "source": _PLACE,
        "replacement": "part of what its deprecation says, which is compared",
        "template": "the path in other words, which is compared",
        "header_forms": "the same values come in another form; their types are compared",
        "signature": _DERIVED,
    },
    ir.Argument: dict.fromkeys(
        (
            *("name", "wire", "type", "required", "doc", "place", "origin"),
            *("is_global", "key", "is_file", "takes_null"),
        ),
        _DERIVED,
    ),
    ir.Method: dict.fromkeys(
        (
            *("arguments", "parameters", "results", "answer", "parts", "selector"),
            *("others", "accept", "is_repeatable"),
        ),
        _DERIVED,
    ),
    ir.Webhook: {"source": _PLACE, "operation": "the method that brings it about has its own"},
    ir.Resource: {
        "source": _PLACE,
        "slug": "the folder of a page of the documentation",
        "parent": "part of what callers type, which is compared",
    },
    ir.Api: {
        "security": "what operations without their own have, and it is compared there",
        "version": "the version of the document, which is in no part of the SDK",
        "components": "types whose classes are compared",
        "request_schemas": _OF_SCHEMA,
        "xml_contents": _OF_XML,
    },
    Config: {
        "document": "where the document is",
        "output": "where the SDK is written",
        "all_components": "which classes there are, and these are compared",
        "overlays": "changes of the document, which are compared as the document is",
        "version": "what follows from the changes, and is none",
        "changelog": "where changes are described, and no change itself",
        "allow_dropped": "the operations themselves are compared",
        "templates": "how the SDK is written, which is not compared",
        "include": "the operations themselves are compared",
        "exclude": "the operations themselves are compared",
        "ignored": "what is reported; the SDK is the same",
        "operation_ids": "how methods are named, and their names are compared",
        "renamed": "how methods are named, and their names are compared",
        "server_url": "where the API is; the servers made of it are compared",
        "source": "where the settings are",
        "limits": "what the generator refuses; the SDK is the same",
    },
}
