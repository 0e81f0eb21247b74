"""Codes of operations: paths, parameters, bodies, responses, servers, credentials, names."""

from __future__ import annotations

from typing import Final

from sdkwright.diagnostics.codes.page import Code, error, note, warning

CODES: Final[tuple[Code, ...]] = (
    note(
        "data-of-events",
        "`itemSchema` of server-sent events describes none of their fields, so it is read as that "
        "of their `data`.",
        "Describe objects with `data`, and put the schema into its `contentSchema`.",
    ),
    Code(
        "dropped-operation",
        ("error", "note"),
        "An operation cannot be generated, for the reasons in the message. It is a note if "
        "`operations.allow_dropped` lists it.",
        "Correct the document, also by an overlay; or list the operation in "
        "`operations.allow_dropped` of sdk.toml to generate the SDK without it.",
    ),
    warning(
        "duplicate-operation-id",
        "Two operations have the same operationId; the later one is named after its path.",
        "Give each operation its own operationId.",
    ),
    warning(
        "duplicate-parameter",
        "An operation has two parameters of the same name in the same place; the first is used.",
        "Remove one of them.",
    ),
    warning(
        "duplicate-path",
        "Two paths differ only in the names of their parameters, so they match the same URLs.",
        "Merge the two path items.",
    ),
    warning(
        "empty-operation",
        "Nothing is below this method, so it is generated without parameters and responses.",
        "Describe the operation, or remove the key.",
    ),
    warning("empty-path", "Nothing is below this path; it is ignored.", "Complete or remove it."),
    note(
        "first-server",
        "An operation has several servers of its own; only the first is used.",
        "List the preferred server first.",
    ),
    Code(
        "ignored-body",
        ("warning", "note"),
        "A success is described with a body, and HTTP has none there: with the status 204, 205 or "
        "304, or in the response to HEAD, where it is a note.",
        "Remove `content`, or document the status that the server sends.",
    ),
    warning(
        "ignored-fault",
        "A part of the document that only describes is not valid, and is ignored.",
        "Correct it; see the OpenAPI specification.",
    ),
    Code(
        "ignored-fragment",
        ("warning", "note"),
        "The part of a path after `#` is never sent to a server. It is a warning if it looks like "
        "a part of the path.",
        "Remove it or the `#`, or make it a parameter.",
    ),
    note(
        "ignored-media-type",
        "A body has several media types, and the method uses only one of them for it.",
        "Nothing, unless another one is preferred: list it first.",
    ),
    note(
        "ignored-operation",
        "`x-speakeasy-ignore` excludes the operation from the SDK.",
        "Remove the extension to include it.",
    ),
    Code(
        "ignored-parameter",
        ("warning", "note"),
        "A parameter is not an argument of the method: it is excluded, the client sets its header, "
        "or OpenAPI ignores it (`Accept`, `Content-Type`, `Authorization`). It is a warning if "
        "nothing sends it.",
        "Describe credentials as a security scheme; remove the parameter otherwise.",
    ),
    note(
        "ignored-response",
        "A redirect or an informational response is handled by the HTTP client.",
        "Nothing.",
    ),
    warning(
        "invalid-extension",
        "An `x-` key has a value that it cannot have, and is ignored.",
        "Use a value that the message describes; docs/extensions.md lists all extensions.",
    ),
    error(
        "invalid-global",
        "A global parameter of `x-speakeasy-globals` cannot be generated.",
        "Correct it as the message says.",
    ),
    warning(
        "invalid-header",
        "The name of a header parameter contains characters that no header can have.",
        "Correct the name.",
    ),
    warning(
        "invalid-media-type",
        "A key of `content` is not a media type. A success without another one has any media type; "
        "otherwise, the key is ignored.",
        "Use a media type such as `application/json`.",
    ),
    warning(
        "invalid-server",
        "An entry of `servers` cannot be used as it is.",
        "Correct it; see the Server Object in the OpenAPI specification.",
    ),
    warning(
        "invalid-server-variable",
        "A variable of a server has no default, or one that its `enum` lacks.",
        "Correct it; see the Server Variable Object in the OpenAPI specification.",
    ),
    warning(
        "invalid-status",
        "A key of `responses` is not a status such as `200`, `4XX` or `default`; the response is "
        "ignored.",
        "Correct the key.",
    ),
    warning(
        "invalid-style",
        "The `style` of a parameter is not allowed in its place; the default is used.",
        "Use a style that the OpenAPI specification allows there.",
    ),
    note(
        "joined-tags",
        "Two tags differ only in case, spaces or hyphens, and become one resource.",
        "Use one spelling everywhere.",
    ),
    note(
        "missing-description",
        "A response has no `description`, which OpenAPI requires.",
        "Add one; it appears in the documentation.",
    ),
    warning(
        "missing-responses",
        "An operation has no `responses`, which OpenAPI 3.0 requires; its method returns `None`.",
        "Document the responses.",
    ),
    note(
        "name-clash",
        "A name differs from the one that the document suggests, since that one is taken.",
        "Choose another name with `x-speakeasy-name-override`, or rename the tag.",
    ),
    warning(
        "nested-parameter",
        "A parameter has lists or objects inside of a list or an object. OpenAPI does not define "
        "how its style writes them; each is sent as JSON.",
        "Describe the parameter by `content` with `application/json`, if the server reads that.",
    ),
    note(
        "no-servers",
        "The document has no `servers`, which by OpenAPI means that the API is where the document "
        "is served from, and the SDK does not know that. `server_url` is a required argument of "
        "the client.",
        "Add `servers` to the document, or set `client.server_url` in sdk.toml.",
    ),
    note(
        "operation-names",
        "The operationIds are made by a framework, of functions, paths or classes. Methods are "
        "named after the part that a person has chosen.",
        "Set `naming.operation_ids` in sdk.toml, to `as-written` to keep the operationIds; "
        "`naming.rename` changes single names.",
    ),
    note(
        "optional-credentials",
        "The document has security schemes, but no operation requires one; credentials that the "
        "client is given are sent.",
        "Add `security` to the operations that need credentials.",
    ),
    note(
        "query-template",
        "A path ends with a query such as `{?limit}`; `parameters` describe the query.",
        "Remove it from the path.",
    ),
    warning(
        "relative-server",
        "The URL of a server has no host: it is relative to the URL that the document is served "
        "from, which the SDK does not know. Callers must pass `server_url`.",
        "Use an absolute URL in `servers`, or set `client.server_url` in sdk.toml.",
    ),
    note(
        "required-parameter",
        "A path parameter is not marked as required, but a path cannot be without it.",
        "Set `required: true`.",
    ),
    note(
        "selected-operations",
        "`operations.include` and `operations.exclude` in sdk.toml leave out operations.",
        "Nothing, if these are the right ones.",
    ),
    warning(
        "undeclared-parameter",
        "A path contains a parameter that is not declared; it is taken to be text.",
        "Declare it in `parameters`.",
    ),
    warning(
        "undeclared-variable",
        "The URL of a server contains a variable that is not declared; callers must pass it.",
        "Declare it in `variables`.",
    ),
    note(
        "undocumented-success",
        "No successful response is documented; the method returns `None`.",
        "Document what the operation returns.",
    ),
    warning(
        "unknown-key",
        "A path item has a key that OpenAPI does not know; it is ignored.",
        "Correct the spelling, or prefix it with `x-`.",
    ),
    note(
        "unknown-license",
        "The licence of the document is not one that can be told: it has no `identifier` that is "
        "an SPDX expression, and its `name` could mean several. The SDK has no licence.",
        "Set `package.license` in sdk.toml, or `info.license.identifier` in the document.",
    ),
    warning(
        "unknown-parent-tag",
        "The `parent` of a tag is not declared, or a tag contains itself; the parent is ignored.",
        "Correct or remove it.",
    ),
    warning(
        "unknown-replacement",
        "`x-speakeasy-deprecation-replacement` names an operation that the SDK lacks.",
        "Set it to the operationId of an operation.",
    ),
    warning(
        "unknown-security-scheme",
        "`security` names a scheme that `components.securitySchemes` lacks; no credentials are "
        "sent for it.",
        "Add the scheme, or correct its name.",
    ),
    note(
        "unsupported-extension",
        "The generator does not know this `x-speakeasy-` key, or not in this place; it is ignored.",
        "Nothing; docs/extensions.md lists the extensions that are read.",
    ),
    warning(
        "unsupported-pagination",
        "The pagination of an operation is not of a kind that the SDK can step through; the method "
        "returns single pages.",
        "Correct the extension as the message says.",
    ),
    warning(
        "unsupported-security",
        "The SDK cannot send credentials of this scheme; callers can set them in a hook.",
        "Use another kind of scheme, if the API accepts one.",
    ),
    note(
        "untyped-error",
        "The body of an error is not parsed into a model; the exception has it as text or plain "
        "data.",
        "Document the body as an object, if it is one.",
    ),
    warning(
        "unused-parameter",
        "A path parameter is declared, but the path does not contain it; it is ignored.",
        "Add it to the path, or correct its `in`.",
    ),
    error(
        "unused-rename",
        "`naming.rename` in sdk.toml names an operation that the document does not have, so the "
        "entry would rename a later one by mistake.",
        "Correct the operationId or `METHOD /path`, or remove the entry.",
    ),
    error(
        "unused-selector",
        "An entry of `operations.include` or `operations.exclude` in sdk.toml selects nothing.",
        "Correct or remove the entry.",
    ),
    warning(
        "unused-server-url",
        "`client.server_url` in sdk.toml is not used, since the document says where the API is.",
        "Remove it from sdk.toml.",
    ),
    warning(
        "unused-variable",
        "A variable of a server is declared, but its URL does not contain it; it is ignored.",
        "Remove it, or add it to the URL.",
    ),
    warning(
        "withheld-credentials",
        "An operation has a server of its own at another origin; credentials are not sent to it.",
        "Nothing, if that is right. Otherwise serve the operation from the API's own origin.",
    ),
)
