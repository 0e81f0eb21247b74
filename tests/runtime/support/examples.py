"""Bodies that the server of these tests sends."""

from __future__ import annotations

from typing import Any, Final

REX: Final[dict[str, Any]] = {
    "id": "p1",
    "name": "Rex",
    "age": 3,
    "note": None,
    "kind": "dog",
    "owner": {"name": "Ann", "since": "2024-01-02T03:04:05Z"},
}

NOT_FOUND: Final[dict[str, Any]] = {"error": {"code": 404, "message": "No such pet"}}
BUSY: Final[dict[str, Any]] = {"error": {"code": 429, "message": "Slow down"}}


def pets(*numbers: int) -> dict[str, Any]:
    """A page of pets with these numbers."""
    return {"pets": [{**REX, "id": f"p{number}"} for number in numbers]}
