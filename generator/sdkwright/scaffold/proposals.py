"""Proposals: extensions that a document seems to lack.

Nothing in a document says that a parameter called `offset` selects a page, so these are for the
owner of the API to check, and never applied.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Final

from sdkwright.model import ir
from sdkwright.model.lookup import Lookup
from sdkwright.scaffold.survey import Survey

_KINDS: Final = {
    "offset": ("offsetLimit", "offset"),
    "page": ("offsetLimit", "page"),
    "pageNumber": ("offsetLimit", "page"),
    "page_number": ("offsetLimit", "page"),
    "cursor": ("cursor", "cursor"),
    "pageToken": ("cursor", "cursor"),
    "page_token": ("cursor", "cursor"),
    "starting_after": ("cursor", "cursor"),
}
"""Parameters that usually select a page: the type of the extension and of its input."""

_NEXT: Final = frozenset(
    {"cursor", "nextcursor", "nextpagetoken", "next_cursor", "next_page_token", "pagination"}
)
"""Properties that usually contain the next cursor, in lower case."""

_NEXT_URL: Final = frozenset({"next", "nexturl", "nextlink", "nextpage", "nextpageurl"})
"""Properties that usually contain the URL of the next page, in lower case without `_`."""

_PREFIX: Final = re.compile(r"""\bprefix ["'`]([A-Za-z][A-Za-z-]*)["'`]""")
"""What a description says of the word before a token."""

_URLS: Final = frozenset({"uri", "uri-reference", "url"})
"""Formats of URLs."""


def pages(found: Survey) -> Iterator[str]:
    """Yield the lines of actions that add `x-speakeasy-pagination` to lists."""
    lookup = Lookup(found.api)
    for operation in found.operations:
        proposed = _pagination(operation, lookup)
        if proposed is None or not operation.path.isprintable() or "'" in operation.path:
            continue
        yield f"  - target: $.paths['{operation.path}'].{operation.method.lower()}"
        yield "    update:"
        yield "      x-speakeasy-pagination:"
        yield from (f"        {line}" for line in proposed)


def _pagination(operation: ir.Operation, lookup: Lookup) -> list[str] | None:
    if operation.pagination is not None or operation.method.lower() != "get":
        return None
    names = [item.name.wire for item in operation.parameters if item.location == "query"]
    name = next((name for name in names if name in _KINDS), None)
    media = [media for response in operation.responses for media in response.media_types]
    if name is None or len(media) != 1 or media[0].content != "json":
        return None
    results = _results(media[0].type, lookup)
    if results is None:
        return None
    kind, role = _KINDS[name]
    outputs = [f"results: {_quoted(results)}"]
    url = _url_of_next(media[0].type, lookup)
    if url is not None:
        outputs.append(f"nextUrl: {_quoted(url)}")
        return ["type: url", f"outputs: {{{', '.join(outputs)}}}"]
    if kind == "cursor":
        following = _following(media[0].type, lookup)
        if following is None:
            return None
        outputs.append(f"nextCursor: {_quoted(following)}")
    return [
        f"type: {kind}",
        f"inputs: [{{name: {_quoted(name)}, in: parameters, type: {role}}}]",
        f"outputs: {{{', '.join(outputs)}}}",
    ]


def _results(type_: ir.Type, lookup: Lookup) -> str | None:
    if isinstance(type_, ir.ListOf):
        return "$"
    model = lookup.model(type_)
    lists = [
        field.name.wire
        for field in (model.fields if model else ())
        if isinstance(_inner(field.type), ir.ListOf)
    ]
    return f"$.{lists[0]}" if len(lists) == 1 and lists[0].isidentifier() else None


def _following(type_: ir.Type, lookup: Lookup) -> str | None:
    model = lookup.model(type_)
    texts = [
        field.name.wire
        for field in (model.fields if model else ())
        if isinstance(_inner(field.type), ir.Primitive) and field.name.wire.lower() in _NEXT
    ]
    return f"$.{texts[0]}" if len(texts) == 1 and texts[0].isidentifier() else None


def _url_of_next(type_: ir.Type, lookup: Lookup) -> str | None:
    """Return the path to the URL of the next page, as in Django REST framework's pages."""
    model = lookup.model(type_)
    urls = [
        field.name.wire
        for field in (model.fields if model else ())
        if isinstance(inner := _inner(field.type), ir.Primitive)
        and inner.format in _URLS
        and field.name.wire.lower().replace("_", "") in _NEXT_URL
    ]
    return f"$.{urls[0]}" if len(urls) == 1 and urls[0].isidentifier() else None


def _inner(type_: ir.Type) -> ir.Type:
    return type_.inner if isinstance(type_, ir.Nullable) else type_


def _quoted(text: str) -> str:
    return text if text.replace("$.", "").replace("_", "").isalnum() else json.dumps(text)


def prefixes(found: Survey) -> Iterator[str]:
    """Yield the lines of actions that send the prefix of a token, which callers then leave out.

    Django REST framework describes its tokens as an API key that needs the prefix "Token".
    """
    for scheme in found.api.security_schemes:
        if not isinstance(scheme, ir.ApiKeyScheme) or not scheme.id.isidentifier():
            continue
        named = _PREFIX.search(scheme.doc.description)
        if scheme.location == "header" and scheme.key.lower() == "authorization" and named:
            yield f"  - target: $.components.securitySchemes.{scheme.id}"
            yield f"    update: {{type: http, scheme: {named[1]}}}"
