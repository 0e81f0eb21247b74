"""Limits: what of a change of them is told where a phrase cannot say it."""

from __future__ import annotations

import pytest

from tests.unit.support.versions import Edits, changes, lines

LIMIT = "paths/~1orders/get/parameters/1/schema"
CHANGED = (
    "breaking limits-changed shop.orders.list(): parameter `limit` has other limits on its "
    "contents or its pattern"
)
LIFTED = (
    "compatible limits-lifted shop.orders.list(): parameter `limit` has fewer limits on "
    "its contents or its pattern"
)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            {f"{LIMIT}/maximum": 9},
            {f"{LIMIT}/maximum": 8},
            [
                (
                    "breaking limits-changed shop.orders.list(): parameter `limit` is now limited: "
                    "`at most 8`"
                )
            ],
        ),
        (
            {f"{LIMIT}/pattern": f"{'a' * 90}"},
            {f"{LIMIT}/pattern": f"{'b' * 90}"},
            [CHANGED],
        ),
        (
            {f"{LIMIT}/type": "array", f"{LIMIT}/items": {"type": "string", "maxLength": 3}},
            {f"{LIMIT}/type": "array", f"{LIMIT}/items": {"type": "string"}},
            [LIFTED],
        ),
        (
            {f"{LIMIT}/type": "array", f"{LIMIT}/items": {"type": "string"}},
            {f"{LIMIT}/type": "array", f"{LIMIT}/items": {"type": "string", "maxLength": 3}},
            [CHANGED],
        ),
    ],
)
def test_limits(before: Edits, after: Edits, expected: list[str]) -> None:
    assert lines(changes(after, before=before)) == expected
