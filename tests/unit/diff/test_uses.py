"""Classes that are sent and received: each use is judged for itself."""

from __future__ import annotations

from typing import Any

from tests.unit.support.versions import changes, lines

STRING = {"type": "string"}
WIDER = {"anyOf": [{"type": "string"}, {"type": "integer"}]}
COMPONENT = {"$ref": "#/components/schemas/Place"}
PLACE = "components/schemas/Place"


def thing(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


def required(schema: dict[str, Any], *names: str) -> dict[str, Any]:
    return {**schema, "required": [*names]}


def operation(sent: dict[str, Any], received: dict[str, Any]) -> dict[str, Any]:
    """Make an operation whose body and whose answer have a property `place`."""
    body, answer = (
        {"content": {"application/json": {"schema": thing(place=schema)}}}
        for schema in (sent, received)
    )
    responses = {"200": {"description": "Done.", **answer}}
    return {"operationId": "move", "tags": ["Stock"], "requestBody": body, "responses": responses}


def compared(
    old: tuple[dict[str, Any], dict[str, Any]],
    new: tuple[dict[str, Any], dict[str, Any]],
    *,
    places: tuple[dict[str, Any], dict[str, Any]] = (thing(), thing()),
) -> list[str]:
    """Compare what is sent and received before with what is now; `places` are the component."""
    before, after = (
        {"paths/~1move": {"post": operation(*pair)}, PLACE: place}
        for pair, place in zip((old, new), places, strict=True)
    )
    return lines(changes(after, before=before))


SPLIT = (
    "compatible class-split-by-use operations.MoveResponsePlace: is no longer the same class as "
    "`operations.MoveRequestBodyPlace`"
)
GONE = "breaking class-removed operations.Place: the class was removed"


def test_equal_inline_object_that_is_sent_is_judged_as_sent() -> None:
    same, more = thing(x=STRING), thing(x=WIDER)
    assert compared((same, same), (more, same)) == [
        GONE,
        (
            "compatible request-type-widened operations.MoveRequestBodyPlace: field `x` is now "
            "`operations.X` instead of `str`"
        ),
        SPLIT,
    ]


def test_equal_inline_object_that_is_received_is_judged_as_received() -> None:
    same, sure = thing(x=STRING), required(thing(x=STRING), "x")
    assert compared((same, same), (same, sure)) == [
        GONE,
        (
            "compatible response-field-required operations.MoveResponsePlace: field `x` is now "
            "required (used by `shop.stock.move()`)"
        ),
        SPLIT,
    ]


def test_component_that_is_no_longer_received_is_judged_as_sent() -> None:
    received = thing(x=STRING)
    assert compared(
        (COMPONENT, COMPONENT), (COMPONENT, received), places=(thing(x=STRING), thing(x=WIDER))
    ) == [
        (
            "breaking type-changed operations.MoveResponse: field `place` is now "
            "`operations.Place` instead of `components.Place`"
        ),
        (
            "compatible request-type-widened components.Place: field `x` is now `components.X` "
            "instead of `str`"
        ),
    ]


def test_component_that_is_sent_and_received_has_the_more_severe_level() -> None:
    places = (thing(x=STRING), thing(x=WIDER))
    assert compared((COMPONENT, COMPONENT), (COMPONENT, COMPONENT), places=places) == [
        (
            "breaking response-type-widened components.Place: field `x` is now `components.X` "
            "instead of `str`"
        )
    ]
