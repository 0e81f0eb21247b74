"""Compares webhooks: requests from the API's server, whose payloads callers read like results."""

from __future__ import annotations

from sdkwright.diff.arguments import compare_media
from sdkwright.diff.ledger import Ledger, Source, Thing
from sdkwright.diff.outcomes import compare_read
from sdkwright.diff.surface import Surface
from sdkwright.diff.wording import code
from sdkwright.model import ir

_NOTHING = ir.Primitive("null")


def compare_webhooks(ledger: Ledger) -> None:
    """Compare all webhooks, and the function that parses any of them."""
    old = {_key(item): item for item in ledger.old.api.webhooks}
    new = {_key(item): item for item in ledger.new.api.webhooks}
    for key, webhook in old.items():
        if key in new:
            _compare(ledger, webhook, new[key])
        else:
            thing = _thing(ledger.old, webhook, old=webhook.source)
            ledger.record(
                "webhook-removed", thing, "the webhook was removed", "Remove the code that uses it."
            )
    for key, webhook in new.items():
        if key not in old:
            thing = _thing(ledger.new, webhook, new=webhook.source)
            ledger.record("webhook-added", thing, "the webhook is new")
    _compare_event(ledger)


def _compare(ledger: Ledger, old: ir.Webhook, new: ir.Webhook) -> None:
    thing = _thing(ledger.old, old, old=old.source, new=new.source)
    if old.name.python != new.name.python:
        now = code(ledger.new.webhook(new))
        ledger.record("webhook-renamed", thing, f"is now {now}", f"Write {now} instead.")
    compare_read(ledger, thing, "the payload", _types(old), _types(new))
    compare_media(ledger, thing, "the payload", _media(old), _media(new))
    ledger.compare_docs(thing, "the description", old.doc, new.doc)
    ledger.compare_deprecation(thing, "", old.doc, new.doc)
    ledger.compare_docs(thing, "the headers", _headers(old), _headers(new))
    ledger.compare_rest(thing, "", old, new)


def _compare_event(ledger: Ledger) -> None:
    """Compare whether a payload tells which webhook it belongs to."""
    old, new = ledger.old.api.event, ledger.new.api.event
    module = ledger.old.config.module
    thing = Thing("webhooks.unwrap()", f"{module}.webhooks.unwrap")
    if old is None and new is not None:
        ledger.record("unwrap-added", thing, "returns the payload of any webhook")
    elif old is not None and new is None:
        message = "was removed: payloads no longer identify their webhook"
        ledger.record("unwrap-removed", thing, message, "Use the function of each webhook.")


def _key(webhook: ir.Webhook) -> tuple[str, str]:
    return webhook.method, webhook.id


def _thing(
    surface: Surface, webhook: ir.Webhook, *, old: Source = None, new: Source = None
) -> Thing:
    name = surface.webhook(webhook)
    return Thing(name, f"{surface.config.module}.{name}", "", old, new)


def _types(webhook: ir.Webhook) -> tuple[ir.Type, ...]:
    return (_NOTHING if webhook.payload is None else webhook.payload.type,)


def _media(webhook: ir.Webhook) -> tuple[ir.MediaType, ...]:
    return () if webhook.payload is None else (webhook.payload,)


def _headers(webhook: ir.Webhook) -> tuple[tuple[str, ir.Doc], ...]:
    return tuple((item.name.wire, item.doc) for item in webhook.headers)
