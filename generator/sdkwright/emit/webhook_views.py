"""The view of the module `webhooks`: the requests that the API's server sends."""

from __future__ import annotations

from dataclasses import dataclass

from sdkwright.emit import xml
from sdkwright.emit.expr import Source, imported, lazy
from sdkwright.emit.imports import ImportLines, ModuleImports, export_order
from sdkwright.emit.index import Index
from sdkwright.emit.python_types import NOTHING, TypeExpr, TypeWriter
from sdkwright.model import ir

MODULE = "webhooks"

_CLASSES = (
    "HmacSignature",
    "StandardWebhooks",
    "Verifier",
    "Webhook",
    "WebhookPayloadError",
    "WebhookSignatureError",
)
"""Names of the runtime that the module exports."""


@dataclass(frozen=True, slots=True)
class WebhookView:
    """A webhook; `payload` is its type, and `source` the runtime's description of the payload."""

    name: str
    wire: str
    payload: str
    source: str
    text: str


@dataclass(frozen=True, slots=True)
class WebhooksView:
    """All webhooks.

    `event` is the union of their payloads, or "" if they cannot be told apart, and `unknown` the
    type of the payload of a webhook that is newer than the package.
    """

    imports: ImportLines
    names: tuple[str, ...]
    webhooks: tuple[WebhookView, ...]
    event: str
    unknown: str


def webhooks_view(index: Index) -> WebhooksView:
    """Return the view of the webhooks."""
    names = {webhook.name.python for webhook in index.api.webhooks}
    types = TypeWriter(index.declarations, ("", MODULE), names)
    imports = ModuleImports()
    imports.use(imported("typing", "Final"))
    for name in _CLASSES:
        imports.use(imported(f"._runtime.{MODULE}", name))
    views = tuple(_view(webhook, types, imports) for webhook in index.api.webhooks)
    event = unknown = ""
    if index.api.event is not None:
        event = imports.use(types.write(index.api.event))
        unknown = imports.use(types.write(ir.MapOf(ir.Any())))
        imports.use(imported("typing", "TYPE_CHECKING"))
        names.add("unwrap")
    public = (*_CLASSES, *sorted(names, key=export_order))
    return WebhooksView(imports.needed(), public, views, event, unknown)


def _view(webhook: ir.Webhook, types: TypeWriter, imports: ModuleImports) -> WebhookView:
    source, payload = _payload(webhook, types)
    return WebhookView(
        name=webhook.name.python,
        wire=webhook.name.wire,
        payload=imports.use(payload),
        source=imports.use(source),
        text=webhook_text(webhook),
    )


def webhook_text(webhook: ir.Webhook) -> str:
    """Return the description of a webhook."""
    doc = webhook.doc
    texts = dict.fromkeys(part for part in (doc.summary, doc.description) if part.strip())
    parts = [*texts] or [f"The webhook `{webhook.name.wire}`."]
    if doc.deprecated is not None:
        parts.append(f"Deprecated. {doc.deprecated}".strip())
    return "\n\n".join(parts)


def _payload(webhook: ir.Webhook, types: TypeWriter) -> tuple[Source, TypeExpr]:
    """Return how the runtime decodes the payload, and its type."""
    payload = webhook.payload
    if payload is None:
        return NOTHING, NOTHING
    match payload.content:
        case "text":
            return imported("._runtime.operation", "TEXT"), types.builtin("str")
        case "binary":
            return imported("._runtime.operation", "BYTES"), types.builtin("bytes")
    written = types.write(payload.type)
    return lazy(written if payload.xml is None else xml.decoder(payload.xml, written)), written
