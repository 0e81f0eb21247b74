"""Webhooks: what of a change of them reaches those who take them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.support.versions import REMOVED, Edits, changes, lines

SENT = "webhooks/sent/post"
PAYLOAD = f"{SENT}/requestBody/content/application~1json/schema"


def webhook(**schema: Any) -> dict[str, Any]:
    return {"post": {"requestBody": {"content": {"application/json": {"schema": schema}}}}}


def event(type_: str) -> dict[str, Any]:
    properties = {"type": {"const": type_}, "order": {"type": "string"}}
    return webhook(type="object", required=["type", "order"], properties=properties)


def both() -> dict[str, Any]:
    return {"webhooks": {"sent": event("sent"), "gone": event("gone")}}


CASES: list[tuple[Edits, list[str]]] = [
    ({}, []),
    (
        {"webhooks/gone": REMOVED},
        [
            (
                "breaking class-removed operations.GonePayload: the class was removed "
                "(used by `webhooks.gone`)"
            ),
            "breaking class-removed operations.WebhookEvent: the class was removed",
            "breaking webhook-removed webhooks.gone: the webhook was removed",
            (
                "breaking unwrap-removed webhooks.unwrap(): was removed: payloads no "
                "longer identify their webhook"
            ),
        ],
    ),
    (
        {"webhooks/lost": event("lost")},
        ["compatible webhook-added webhooks.lost: the webhook is new"],
    ),
    (
        {f"{SENT}/x-speakeasy-name-override": "posted"},
        ["breaking webhook-renamed webhooks.sent: is now `webhooks.posted`"],
    ),
    (
        {f"{PAYLOAD}/properties/order/type": ["string", "null"]},
        [
            (
                "breaking response-field-nullable operations.SentPayload: field `order` may now be "
                "null (used by `webhooks.sent`)"
            )
        ],
    ),
    (
        {f"{PAYLOAD}/properties/more": {"type": "string"}},
        [
            (
                "compatible response-field-added operations.SentPayload: field `more` (`str`) is "
                "new (used by `webhooks.sent`)"
            )
        ],
    ),
    (
        {f"{SENT}/parameters": [{"name": "X-A", "in": "header", "schema": {"type": "string"}}]},
        ["docs documentation-changed webhooks.sent: the headers changed"],
    ),
    (
        {f"{SENT}/deprecated": True, f"{SENT}/summary": "Do not take it."},
        [
            "compatible deprecated webhooks.sent: is deprecated",
            "docs documentation-changed webhooks.sent: the description changed",
        ],
    ),
]


@pytest.mark.parametrize(("edits", "expected"), CASES)
def test_webhooks(edits: Edits, expected: list[str]) -> None:
    assert lines(changes({**both(), **edits}, before=both())) == expected


def test_payload_of_another_type_is_told_as_a_result_is() -> None:
    before: Edits = {"webhooks": {"sent": webhook(type="integer")}}
    after: Edits = {"webhooks": {"sent": webhook(type="number")}}
    assert lines(changes(after, before=before)) == [
        "breaking response-type-widened webhooks.sent: the payload is now `float` instead of `int`"
    ]


def test_payloads_that_come_to_tell_apart_bring_unwrap() -> None:
    before: Edits = {"webhooks": {"sent": event("sent")}}
    assert lines(changes(both(), before=before)) == [
        "compatible webhook-added webhooks.gone: the webhook is new",
        "compatible unwrap-added webhooks.unwrap(): returns the payload of any webhook",
    ]
