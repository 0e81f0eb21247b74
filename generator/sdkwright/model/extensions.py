"""The extensions that the generator reads: `x-` keys, where they may stand, and what they do.

docs/extensions.md is made from this table, which also decides what an unsupported extension is.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

Place: TypeAlias = Literal[
    "root",
    "server",
    "operation",
    "webhook",
    "parameter",
    "media type",
    "schema",
    "property",
    "component",
]


@dataclass(frozen=True, slots=True)
class Extension:
    """An extension.

    Args:
        key: Its key.
        places: The objects of the document in which it is read.
        meaning: What it does, in Markdown without line breaks.
        example: The key with a value, as YAML.
        aliases: Keys of other generators that mean the same.
    """

    key: str
    places: tuple[Place, ...]
    meaning: str
    example: str
    aliases: tuple[str, ...] = ()


EXTENSIONS: Final = (
    Extension(
        "x-speakeasy-deprecation-message",
        ("operation", "parameter", "property"),
        "What to tell users of something that is `deprecated`.",
        "x-speakeasy-deprecation-message: Ends in 2027.",
    ),
    Extension(
        "x-speakeasy-deprecation-replacement",
        ("operation", "parameter", "property"),
        "What to use instead of something that is `deprecated`: the operationId of an operation, "
        "or the name of a parameter or property.",
        "x-speakeasy-deprecation-replacement: listBooks",
    ),
    Extension(
        "x-speakeasy-enum-descriptions",
        ("schema",),
        "Descriptions of the values of an `enum`: a list in the same order, or an object with a "
        "string for each value.",
        "x-speakeasy-enum-descriptions: [Waiting, Sent]",
        ("x-enumDescriptions", "x-enum-descriptions"),
    ),
    Extension(
        "x-speakeasy-enums",
        ("schema",),
        "Names of the values of an `enum`, in the same forms; shown in the documentation if they "
        "differ from the values.",
        "x-speakeasy-enums: [WAITING, SENT]",
        ("x-enumNames", "x-enum-varnames"),
    ),
    Extension(
        "x-speakeasy-globals",
        ("root",),
        "Parameters that are set once, on the client, and sent by all operations that have them.",
        "x-speakeasy-globals:\n"
        "  parameters:\n"
        "    - {name: tenant, in: header, schema: {type: string}}",
    ),
    Extension(
        "x-speakeasy-group",
        ("operation",),
        "The resource of the operation, instead of its tags: a name or a list of names. Dots nest "
        "resources.",
        "x-speakeasy-group: beta.responses",
    ),
    Extension(
        "x-speakeasy-ignore",
        ("operation", "parameter", "schema", "property"),
        "Excludes something from the SDK if `true`. What refers to an excluded schema is excluded, "
        "too.",
        "x-speakeasy-ignore: true",
    ),
    Extension(
        "x-speakeasy-max-method-params",
        ("root", "operation"),
        "The number of parameters up to which a method without a body takes them as keywords; a "
        "method with more takes one `request`.",
        "x-speakeasy-max-method-params: 4",
    ),
    Extension(
        "x-speakeasy-name-override",
        ("root", "operation", "webhook", "parameter", "property", "component"),
        "The name in the SDK. In the root it is a list of patterns of operationIds, each with the "
        "name of the methods that match.",
        "x-speakeasy-name-override: create",
    ),
    Extension(
        "x-speakeasy-pagination",
        ("operation",),
        "How to step through the pages of a list: the method gets the companions `*_iter` and "
        "`*_iter_async`. The type is `offsetLimit`, `cursor` or `url`.",
        "x-speakeasy-pagination:\n"
        "  type: offsetLimit\n"
        "  inputs: [{name: offset, in: parameters, type: offset}]\n"
        "  outputs: {results: $.data}",
    ),
    Extension(
        "x-speakeasy-retries",
        ("root", "operation"),
        "Which responses are retried, and after which delays; `strategy: none` retries nothing.",
        "x-speakeasy-retries:\n"
        "  strategy: backoff\n"
        "  backoff: {initialInterval: 500, maxInterval: 60000, exponent: 1.5}\n"
        "  statusCodes: [5XX]\n"
        "  retryConnectionErrors: true",
    ),
    Extension(
        "x-speakeasy-server-id",
        ("server",),
        'The name by which callers choose the server: `server="production"`.',
        "x-speakeasy-server-id: production",
    ),
    Extension(
        "x-speakeasy-sse-sentinel",
        ("media type",),
        "The text of the event that ends a stream of server-sent events.",
        "x-speakeasy-sse-sentinel: '[DONE]'",
    ),
    Extension(
        "x-speakeasy-unknown-values",
        ("schema",),
        "With `allow`, an `enum` is open: other values are accepted and typed, too.",
        "x-speakeasy-unknown-values: allow",
    ),
    Extension(
        "x-webhooks",
        ("root",),
        "Webhooks in a document before OpenAPI 3.1, which has `webhooks`.",
        "x-webhooks:\n  created: {post: {responses: {'200': {description: Received}}}}",
    ),
)
"""The extensions, sorted by key."""


def keys_in(place: Place) -> frozenset[str]:
    """Return the keys that are read in a kind of object."""
    return frozenset(
        key for item in EXTENSIONS if place in item.places for key in (item.key, *item.aliases)
    )


def aliases_of(key: str) -> tuple[str, ...]:
    """Return the keys that mean the same as an extension's own, which comes first."""
    return next((key, *item.aliases) for item in EXTENSIONS if item.key == key)


def markdown() -> str:
    """Return docs/extensions.md."""
    lines = [
        "<!-- Written by `make reference` from generator/sdkwright/model/extensions.py. -->",
        "",
        "# Extensions",
        "",
        "The keys that start with `x-` and that the generator reads. All others are ignored; those",
        "that start with `x-speakeasy-` are reported in the note `unsupported-extension` if they",
        "are in the root or in an operation, and invalid values in the warning",
        "`invalid-extension`. To add extensions to a document that is not yours, use",
        "[an overlay](settings.md#documentoverlays).",
    ]
    for item in EXTENSIONS:
        meaning = textwrap.wrap(item.meaning, 100, break_long_words=False, break_on_hyphens=False)
        lines += ["", f"## `{item.key}`", "", *meaning, ""]
        lines += [f"- in: {', '.join(item.places)}"]
        if item.aliases:
            lines += [f"- the same: {', '.join(f'`{key}`' for key in item.aliases)}"]
        lines += ["", "```yaml", item.example, "```"]
    return "\n".join(lines) + "\n"
