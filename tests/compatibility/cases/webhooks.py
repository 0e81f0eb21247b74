"""Webhooks: what the API's server sends of its own accord."""

from __future__ import annotations

from typing import Final

from tests.compatibility.cases.places import SCHEMAS
from tests.compatibility.support.case import Case
from tests.compatibility.support.edits import drop, put

GONE: Final = "webhooks film.gone post"

CASES: Final = (
    Case(
        "a webhook is new",
        (
            put(
                f"{SCHEMAS} FilmMoved",
                {
                    "type": "object",
                    "required": ["type"],
                    "properties": {"type": {"const": "film.moved"}},
                },
            ),
            put(
                "webhooks film.moved",
                {
                    "post": {
                        "requestBody": {
                            "content": {
                                "application/json": {
                                    "schema": {"$ref": "#/components/schemas/FilmMoved"}
                                }
                            }
                        }
                    }
                },
            ),
        ),
        level="compatible",
        changes=(("webhook-added", "webhooks.film_moved", ""),),
    ),
    Case(
        "a webhook gets another name",
        (put(f"{GONE} x-speakeasy-name-override", "film_removed"),),
        level="breaking",
        changes=(("webhook-renamed", "webhooks.film_gone", ""),),
        breaks=("webhooks.film_gone",),
    ),
    Case(
        "a webhook is gone, and nothing is left to tell apart",
        (drop("webhooks film.gone"),),
        level="breaking",
        changes=(
            ("class-removed", "components.FilmGone", ""),
            ("class-removed", "operations.WebhookEvent", ""),
            ("unwrap-removed", "webhooks.unwrap()", ""),
            ("webhook-removed", "webhooks.film_gone", ""),
        ),
        breaks=("webhooks.film_gone", "webhooks.unwrap"),
    ),
    Case(
        "the payload of a webhook may lack a field",
        (drop(f"{SCHEMAS} FilmAdded required film_id"),),
        level="breaking",
        changes=(("response-field-optional", "components.FilmAdded", "film_id"),),
        breaks=("FilmAdded.film_id",),
    ),
)
