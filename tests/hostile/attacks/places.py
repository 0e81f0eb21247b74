"""Every place of a document where text can stand that reaches a file.

A place is a function that puts a text into a document. Those that only describe or name things
take any text, so they are attacked all at once. Those that HTTP or OpenAPI have rules for are
attacked one by one: there, a text is made harmless or refused with its place.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from tests.hostile.attacks.base import Document

Place = Callable[[Document, str], None]


def _at(*path: str | int) -> Place:
    def put(document: Document, text: str) -> None:
        *way, last = path
        item: Any = document
        for step in way:
            item = item[step]
        item[last] = text

    return put


def _key(*path: str | int) -> Place:
    """A place that is a key: the last step, which is renamed."""

    def put(document: Document, text: str) -> None:
        *way, last = path
        item: Any = document
        for step in way:
            item = item[step]
        renamed = {text if key == last else key: value for key, value in item.items()}
        item.clear()
        item.update(renamed)

    return put


def _in_list(*path: str | int) -> Place:
    def put(document: Document, text: str) -> None:
        item: Any = document
        for step in path:
            item = item[step]
        item.append(text)

    return put


_GET: Final = ("paths", "/things/{id}", "get")
_POST: Final = ("paths", "/things/{id}", "post")
_PUT: Final = ("paths", "/things/{id}", "put")
_FLOWS: Final = ("components", "securitySchemes", "oauth", "flows")
_THING: Final = ("components", "schemas", "Thing")
_MEDIA: Final = ("requestBody", "content")
_PAGES: Final = ("paths", "/pages", "get", "x-speakeasy-pagination")
_HOOK: Final = ("webhooks", "made", "post")
_DONE: Final = (*_POST, "callbacks", "done", "{$request.body#/text}", "post")

FREE: Final[Mapping[str, Place]] = {
    "title": _at("info", "title"),
    "version of the API": _at("info", "version"),
    "description of the API": _at("info", "description"),
    "description of a tag": _at("tags", 0, "description"),
    "description of a server": _at("servers", 0, "description"),
    "summary": _at(*_GET, "summary"),
    "description": _at(*_GET, "description"),
    "advice on what is deprecated": _at(*_GET, "x-speakeasy-deprecation-message"),
    "description of a parameter": _at(*_GET, "parameters", 1, "description"),
    "example of a parameter": _at(*_GET, "parameters", 1, "example"),
    "default of a parameter": _at(*_GET, "parameters", 1, "schema", "default"),
    "name of a query parameter": _at(*_GET, "parameters", 2, "name"),
    "value of an enum of a parameter": _in_list(*_GET, "parameters", 3, "schema", "enum"),
    "description of a response": _at(*_GET, "responses", "200", "description"),
    "description of a failure": _at(*_GET, "responses", "404", "description"),
    "description of a body": _at(*_POST, "requestBody", "description"),
    "description of a schema": _at(*_THING, "description"),
    "title of a schema": _at(*_THING, "title"),
    "description of a property": _at(*_THING, "properties", "text", "description"),
    "example of a property": _at(*_THING, "properties", "text", "example"),
    "default of a property": _at(*_THING, "properties", "text", "default"),
    "constant": _at(*_THING, "properties", "constant", "const"),
    "value of an enum": _in_list(*_THING, "properties", "kind", "enum"),
    "format": _at(*_THING, "properties", "formatted", "format"),
    "name of an enum's value": _in_list(*_THING, "properties", "kind", "x-enum-varnames"),
    "description of an enum's value": _in_list(
        *_THING, "properties", "kind", "x-enum-descriptions"
    ),
    "constant in a union that contains itself": _at(
        "components", "schemas", "Tree", "oneOf", 1, "const"
    ),
    "value of a discriminator in it": _key(
        "components", "schemas", "Node", "discriminator", "mapping", "leaf"
    ),
    "value of a discriminator": _key(
        "components", "schemas", "Pet", "discriminator", "mapping", "c"
    ),
    "value of an extension": _at(*_THING, "x-anything"),
    "name of an extension": _key(*_THING, "x-anything"),
    "description of a credential": _at("components", "securitySchemes", "key", "description"),
    "format of a token": _at("components", "securitySchemes", "bearer", "bearerFormat"),
    "description of a scope": _at(
        "components", "securitySchemes", "oauth", "flows", "clientCredentials", "scopes", "read"
    ),
    "summary of the API": _at("info", "summary"),
    "terms": _at("info", "termsOfService"),
    "name of a contact": _at("info", "contact", "name"),
    "address of a contact": _at("info", "contact", "email"),
    "name of a licence": _at("info", "license", "name"),
    "identifier of a licence": _at("info", "license", "identifier"),
    "description of other docs": _at("externalDocs", "description"),
    "URL of other docs": _at("externalDocs", "url"),
    "URL of other docs on a tag": _at("tags", 0, "externalDocs", "url"),
    "description of other docs on a schema": _at(*_THING, "externalDocs", "description"),
    "displayed name of a tag": _at("tags", 0, "x-displayName"),
    "description of a global parameter": _at("x-speakeasy-globals", "parameters", 0, "description"),
    "description of a variable": _at("servers", 1, "variables", "region", "description"),
    "summary of a path": _at("paths", "/things/{id}", "summary"),
    "description of a path": _at("paths", "/things/{id}", "description"),
    "advice on a deprecated parameter": _at(
        *_GET, "parameters", 3, "x-speakeasy-deprecation-message"
    ),
    "summary of an example": _at(*_GET, "parameters", 3, "examples", "first", "summary"),
    "name of an example": _key(*_GET, "parameters", 3, "examples", "first"),
    "description of a header": _at(*_GET, "responses", "200", "headers", "X-Left", "description"),
    "description of a link": _at(*_GET, "responses", "200", "links", "others", "description"),
    "name of a link": _key(*_GET, "responses", "200", "links", "others"),
    "text in an example of a body": _at(
        *_POST, *_MEDIA, "application/json", "example", "more", "a"
    ),
    "key in an example of a body": _key(*_POST, *_MEDIA, "application/json", "example", "more"),
    "key in an example": _key(*_THING, "properties", "listed", "example", "a"),
    "key in a default": _key(*_THING, "properties", "listed", "default", "a"),
    "title of a part of a form": _at(
        *_PUT, *_MEDIA, "multipart/form-data", "schema", "properties", "note", "title"
    ),
    "end of a stream": _at(
        *_PUT, "responses", "200", "content", "text/event-stream", "x-speakeasy-sse-sentinel"
    ),
    "summary of a webhook": _at(*_HOOK, "summary"),
    "description of a webhook": _at(*_HOOK, "description"),
    "description of a callback": _at(*_DONE, "description"),
    "comment": _at(*_THING, "$comment"),
    "encoding of a text": _at("components", "schemas", "Encoded", "contentEncoding"),
    "media type of a text": _at("components", "schemas", "Encoded", "contentMediaType"),
}
"""Places that take any text."""


def _override(document: Document, pattern: str, name: str) -> None:
    """Name methods by a pattern. It stands in no other document: each search starts a process."""
    entry = {"operationId": pattern, "methodNameOverride": name}
    document["x-speakeasy-name-override"] = [entry]


def _xml(*path: str) -> Place:
    """A place in the XML Object of a response, which stands in no other document."""

    def put(document: Document, text: str) -> None:
        schema: Any = {
            "type": "object",
            "xml": {"name": "thing", "namespace": "urn:things", "prefix": "t"},
            "properties": {"text": {"type": "string", "xml": {"attribute": True}}},
        }
        document["paths"]["/others"]["get"]["responses"]["200"] = {
            "description": "One",
            "content": {"application/xml": {"schema": schema}},
        }
        (_key if path[-1] == "text" else _at)(*path)(schema, text)

    return put


RULED: Final[Mapping[str, Place]] = {
    "name of a property": _key(*_THING, "properties", "named"),
    "name of a tag": _at(*_GET, "tags", 0),
    "operationId": _at(*_GET, "operationId"),
    "x-speakeasy-name-override": _at(*_POST, "x-speakeasy-name-override"),
    "name of a schema": _key("components", "schemas", "Other"),
    "path": lambda document, text: _key("paths", "/others")(document, f"/{text}"),
    "name of a header parameter": _at(*_GET, "parameters", 4, "name"),
    "name of a cookie": _at(*_GET, "parameters", 5, "name"),
    "name of a path parameter": _at(*_GET, "parameters", 0, "name"),
    "media type of a body": _key(*_POST, "requestBody", "content", "application/json"),
    "media type of a response": _key(*_GET, "responses", "200", "content", "application/json"),
    "status": _key(*_GET, "responses", "404"),
    "URL of a server": _at("servers", 0, "url"),
    "id of a server": _at("servers", 0, "x-speakeasy-server-id"),
    "variable of a server": _key("servers", 1, "variables", "region"),
    "default of a variable": _at("servers", 1, "variables", "region", "default"),
    "pattern": _at(*_THING, "properties", "text", "pattern"),
    "name of a security scheme": _key("components", "securitySchemes", "spare"),
    "name of the header of a key": _at("components", "securitySchemes", "key", "name"),
    "scheme of HTTP": _at("components", "securitySchemes", "bearer", "scheme"),
    "URL of tokens": _at(
        "components", "securitySchemes", "oauth", "flows", "clientCredentials", "tokenUrl"
    ),
    "URL of a login": _at(*_FLOWS, "authorizationCode", "authorizationUrl"),
    "URL of a refresh": _at(*_FLOWS, "authorizationCode", "refreshUrl"),
    "URL of a device": _at(*_FLOWS, "deviceAuthorization", "deviceAuthorizationUrl"),
    "URL of metadata": _at("components", "securitySchemes", "oauth", "oauth2MetadataUrl"),
    "scope": _at("paths", "/others", "get", "security", 0, "oauth", 0),
    "reference": _at("paths", "/others", "get", "responses", "200", "$ref"),
    "property of a discriminator": _at(
        "components", "schemas", "Pet", "discriminator", "propertyName"
    ),
    "required property": _in_list(*_THING, "required"),
    "type": _at(*_THING, "properties", "text", "type"),
    "style": _at(*_GET, "parameters", 1, "style"),
    "version of OpenAPI": _at("openapi"),
    "name of a webhook": _key("webhooks", "made"),
    "operationId of a webhook": _at(*_HOOK, "operationId"),
    "name of a callback": _key(*_POST, "callbacks", "done"),
    "expression of a callback": _key(*_POST, "callbacks", "done", "{$request.body#/text}"),
    "x-speakeasy-group": _at(*_PUT, "x-speakeasy-group"),
    "x-speakeasy-deprecation-replacement": _at(*_GET, "x-speakeasy-deprecation-replacement"),
    "pattern of operationIds": lambda document, text: _override(document, text, "get"),
    "name of a method": lambda document, text: _override(document, "s", text),
    "kind of pages": _at(*_PAGES, "type"),
    "name of an XML element": _xml("xml", "name"),
    "namespace in XML": _xml("xml", "namespace"),
    "prefix in XML": _xml("xml", "prefix"),
    "type of an XML node": _xml("xml", "nodeType"),
    "property that is an XML attribute": _xml("properties", "text"),
    "input of pages": _at(*_PAGES, "inputs", 0, "name"),
    "path to the next page": _at(*_PAGES, "outputs", "nextCursor"),
    "name of a global parameter": _at("x-speakeasy-globals", "parameters", 0, "name"),
    "value of a variable": _in_list("servers", 1, "variables", "region", "enum"),
    "name of a header": _key(*_GET, "responses", "200", "headers", "X-Left"),
    "encoding of a part": _at(
        *_PUT, *_MEDIA, "multipart/form-data", "encoding", "file", "contentType"
    ),
    "name of a part": _key(*_PUT, *_MEDIA, "multipart/form-data", "schema", "properties", "note"),
    "place of a parameter": _at(*_GET, "parameters", 1, "in"),
    "credential that is asked for": _key("security", 0, "bearer"),
    "schema of a discriminator": _at(
        "components", "schemas", "Pet", "discriminator", "mapping", "c"
    ),
    "method": _key(*_GET[:2], "put"),
    "dialect": _at("jsonSchemaDialect"),
    "id of a schema": _at(*_THING, "$id"),
    "anchor of a schema": _at(*_THING, "$anchor"),
}
"""Places that there are rules for."""
