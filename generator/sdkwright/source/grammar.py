"""The objects of OpenAPI 3.0, 3.1 and 3.2, and the keys that each may have.

A key's value is the name of another object, with `[]` for a list and `{}` for a map of them, or ""
for anything else. What the keys mean is known elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_METHODS: Final = dict.fromkeys(
    ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query"), "Operation"
)


def _keys(*leaves: str, **children: str) -> dict[str, str]:
    return {**dict.fromkeys(leaves, ""), **children}


_EXAMPLES: Final = _keys("example", examples="{}Example")
_STYLE: Final = _keys("style", "explode", "allowReserved")
_ENCODING: Final = _keys(
    encoding="{}Encoding", prefixEncoding="[]Encoding", itemEncoding="Encoding"
)
_HEADER: Final = {
    **_keys("$ref", "summary", "description", "required", "deprecated", "allowEmptyValue"),
    **_keys(schema="Schema", content="{}Media Type"),
    **_STYLE,
    **_EXAMPLES,
}
# fmt: off
_KEYWORDS: Final = _keys(
    "$ref", "$id", "$schema", "$anchor", "$dynamicAnchor", "$dynamicRef", "$recursiveAnchor",
    "$recursiveRef", "$vocabulary", "$comment", "id", "type", "enum", "const", "format", "title",
    "description", "default", "example", "examples", "deprecated", "readOnly", "writeOnly",
    "nullable", "discriminator", "xml", "externalDocs", "required", "dependentRequired",
    "dependencies", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf",
    "minLength", "maxLength", "pattern", "minItems", "maxItems", "uniqueItems", "minContains",
    "maxContains", "minProperties", "maxProperties", "contentEncoding", "contentMediaType",
    allOf="[]Schema", anyOf="[]Schema", oneOf="[]Schema", prefixItems="[]Schema",
    items="Schema", additionalItems="Schema", additionalProperties="Schema", contains="Schema",
    contentSchema="Schema", propertyNames="Schema", unevaluatedItems="Schema",
    unevaluatedProperties="Schema", properties="{}Schema", patternProperties="{}Schema",
    dependentSchemas="{}Schema", definitions="{}Schema",
    **{"$defs": "{}Schema", "if": "Schema", "then": "Schema", "else": "Schema", "not": "Schema"},
)
# fmt: on

OBJECTS: Final[Mapping[str, Mapping[str, str]]] = {
    "OpenAPI": {
        **_keys("openapi", "$self", "jsonSchemaDialect", "security", "externalDocs"),
        **_keys(info="Info", servers="[]Server", paths="{}Path Item", webhooks="{}Path Item"),
        **_keys(components="Components", tags="[]Tag"),
    },
    "Info": _keys(
        "title", "summary", "description", "termsOfService", "contact", "license", "version"
    ),
    "Tag": _keys("name", "summary", "description", "externalDocs", "parent", "kind"),
    "Server": _keys("url", "name", "description", variables="{}Server Variable"),
    "Server Variable": _keys("enum", "default", "description"),
    "Components": _keys(
        schemas="{}Schema",
        responses="{}Response",
        parameters="{}Parameter",
        examples="{}Example",
        requestBodies="{}Request Body",
        headers="{}Header",
        securitySchemes="{}Security Scheme",
        links="{}Link",
        callbacks="{}Callback",
        pathItems="{}Path Item",
        mediaTypes="{}Media Type",
    ),
    "Path Item": {
        **_keys("$ref", "summary", "description", servers="[]Server", parameters="[]Parameter"),
        **_keys(additionalOperations="{}Operation"),
        **_METHODS,
    },
    "Operation": {
        **_keys("tags", "summary", "description", "externalDocs", "operationId", "deprecated"),
        **_keys("security", "$ref", parameters="[]Parameter", requestBody="Request Body"),
        **_keys(responses="{}Response", callbacks="{}Callback", servers="[]Server"),
    },
    "Parameter": {**_HEADER, **_keys("name", "in")},
    "Header": _HEADER,
    "Request Body": _keys("$ref", "summary", "description", "required", content="{}Media Type"),
    "Media Type": {
        **_keys("$ref", "summary", "description", schema="Schema", itemSchema="Schema"),
        **_EXAMPLES,
        **_ENCODING,
    },
    "Encoding": {**_keys("contentType", headers="{}Header"), **_STYLE, **_ENCODING},
    "Response": _keys(
        "$ref",
        "summary",
        "description",
        headers="{}Header",
        content="{}Media Type",
        links="{}Link",
    ),
    "Example": _keys(
        "$ref", "summary", "description", "value", "externalValue", "dataValue", "serializedValue"
    ),
    "Link": _keys(
        "$ref",
        "summary",
        "operationRef",
        "operationId",
        "parameters",
        "requestBody",
        "description",
        server="Server",
    ),
    "Security Scheme": _keys(
        "$ref",
        "type",
        "summary",
        "description",
        "name",
        "in",
        "scheme",
        "bearerFormat",
        "flows",
        "openIdConnectUrl",
        "oauth2MetadataUrl",
        "deprecated",
    ),
    "Schema": _KEYWORDS,
}
"""The keys of each object, by its name in the specification. `Callback` is a map of path items."""
