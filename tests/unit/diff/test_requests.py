"""What callers send: parameters, properties of bodies, and the classes in them."""

from __future__ import annotations

import pytest

from tests.unit.support.versions import REMOVED, Edits, changes, lines

LIST = "paths/~1orders/get"
CREATE = "paths/~1orders/post"
BODY = f"{CREATE}/requestBody/content/application~1json/schema"
SCHEMAS = "components/schemas"
QUERY = {"name": "q", "in": "query", "schema": {"type": "string"}}
USERS = "(used by `shop.orders.create()` and `shop.stock.get_stock()`)"

PARAMETERS: list[tuple[Edits, list[str]]] = [
    (
        {f"{LIST}/parameters/0": QUERY},
        ["compatible parameter-added shop.orders.list(): optional parameter `q` (`str`) is new"],
    ),
    (
        {f"{LIST}/parameters/0": {**QUERY, "required": True}},
        [
            (
                "breaking parameter-added-required shop.orders.list(): parameter `q` "
                "(`str`) is new and required"
            )
        ],
    ),
    (
        {f"{LIST}/parameters/2": REMOVED},
        [
            (
                "breaking class-removed components.Status: the class was removed "
                "(used by `shop.orders.list()`)"
            ),
            "breaking parameter-removed shop.orders.list(): parameter `status` was removed",
        ],
    ),
    (
        {f"{LIST}/parameters/2/x-speakeasy-name-override": "state"},
        ["breaking parameter-renamed shop.orders.list(): parameter `status` is now `state`"],
    ),
    (
        {f"{LIST}/parameters/1/required": True},
        ["breaking parameter-required shop.orders.list(): parameter `limit` is now required"],
    ),
    (
        {f"{LIST}/parameters/2/in": "header"},
        [
            (
                "compatible parameter-sent-elsewhere shop.orders.list(): parameter `status` is now "
                "sent in the header as `status` instead of the query as `status`"
            )
        ],
    ),
    (
        {f"{LIST}/parameters/0/schema": {"type": "string"}},
        [
            (
                "breaking type-changed shop.orders.list(): parameter `offset` is now `str` "
                "instead of "
                "`int`"
            )
        ],
    ),
    (
        {f"{LIST}/parameters/0/deprecated": True},
        ["compatible deprecated shop.orders.list(): parameter `offset` is deprecated"],
    ),
]

PROPERTIES: list[tuple[Edits, list[str]]] = [
    (
        {f"{BODY}/required": ["address"]},
        ["compatible parameter-optional shop.orders.create(): parameter `item` is now optional"],
    ),
    (
        {f"{BODY}/properties/count/type": ["integer", "null"]},
        [
            (
                "breaking parameter-none-is-null shop.orders.create(): parameter `count` "
                "may now be null: `None` is now sent as null instead of omitting it"
            )
        ],
    ),
    (
        {f"{BODY}/properties/note/type": "string"},
        [
            (
                "breaking parameter-none-is-absent shop.orders.create(): parameter `note` "
                "may no longer be null: `None` now omits it instead of being sent as null"
            )
        ],
    ),
    (
        {f"{BODY}/properties/item/type": ["string", "null"]},
        [
            (
                "compatible parameter-null-accepted shop.orders.create(): parameter `item` may "
                "now be null"
            )
        ],
    ),
    (
        {f"{BODY}/properties/count/type": "number"},
        [
            (
                "compatible request-type-widened shop.orders.create(): parameter `count` "
                "accepts `float` instead of `int`"
            )
        ],
    ),
    (
        {f"{BODY}/properties/token/format": REMOVED},
        [
            (
                "breaking request-type-narrowed shop.orders.create(): parameter `token` "
                "accepts only `str` instead of `str | UUID`"
            )
        ],
    ),
    (
        {f"{BODY}/properties/item/format": "email"},
        [
            (
                "breaking request-format-narrowed shop.orders.create(): parameter `item` has "
                "another format: `email`"
            )
        ],
    ),
    (
        {f"{CREATE}/requestBody/required": False},
        [
            (
                "compatible parameter-optional shop.orders.create(): parameter `address` is now "
                "optional"
            ),
            "compatible parameter-optional shop.orders.create(): parameter `item` is now optional",
        ],
    ),
    (
        {BODY: {"type": "array", "items": {"type": "string"}}},
        [
            (
                "breaking class-removed operations.CreateOrderRequestBody: the class was removed "
                "(used by `shop.orders.create()`)"
            ),
            (
                "breaking body-form-changed shop.orders.create(): the body is now given as "
                "`request_body` instead of `item`, `address`, `count`, `note`, `speed` and `token`"
            ),
        ],
    ),
]

CLASSES: list[tuple[Edits, list[str]]] = [
    (
        {f"{SCHEMAS}/Address/required": ["street", "zip"]},
        [
            "breaking request-field-required components.Address: field `zip` is now required "
            + USERS
        ],
    ),
    (
        {f"{SCHEMAS}/Address/properties/town": {"type": "string"}},
        ["compatible request-field-added components.Address: field `town` (`str`) is new " + USERS],
    ),
    (
        {
            f"{SCHEMAS}/Address/properties/town": {"type": "string"},
            f"{SCHEMAS}/Address/required": ["street", "town"],
        },
        [
            "breaking request-field-added-required components.Address: field `town` (`str`) is "
            "new, and required " + USERS
        ],
    ),
    (
        {f"{SCHEMAS}/Status/enum": ["open", "sent", "lost"]},
        [
            (
                "compatible request-enum-value-added components.Status: the value `'lost'` is new "
                "(used by `shop.orders.list()`)"
            )
        ],
    ),
    (
        {f"{SCHEMAS}/Status/enum": ["open"]},
        [
            (
                "breaking request-enum-value-removed components.Status: the value `'sent'` was "
                "removed (used by `shop.orders.list()`)"
            )
        ],
    ),
    (
        {f"{SCHEMAS}/Status/x-speakeasy-unknown-values": "allow"},
        [
            (
                "compatible request-enum-opened components.Status: values other than those "
                "listed can come (used by `shop.orders.list()`)"
            )
        ],
    ),
]


@pytest.mark.parametrize(("edits", "expected"), PARAMETERS)
def test_parameters(edits: Edits, expected: list[str]) -> None:
    assert lines(changes(edits)) == expected


@pytest.mark.parametrize(("edits", "expected"), PROPERTIES)
def test_properties_of_a_body(edits: Edits, expected: list[str]) -> None:
    assert lines(changes(edits)) == expected


@pytest.mark.parametrize(("edits", "expected"), CLASSES)
def test_classes_that_are_sent(edits: Edits, expected: list[str]) -> None:
    assert lines(changes(edits)) == expected


def test_new_parameters_of_one_name_are_all_told() -> None:
    added = {f"{LIST}/parameters/3": QUERY, f"{LIST}/parameters/4": {**QUERY, "in": "header"}}
    assert lines(changes(added)) == [
        f"compatible parameter-added shop.orders.list(): optional parameter {name} (`str`) is new"
        for name in ("`header_q`", "`q`")
    ]


def test_what_only_the_server_sets_is_no_parameter() -> None:
    order = {BODY: {"$ref": "#/components/schemas/Order"}}
    made = {f"{SCHEMAS}/Order/properties/made": {"type": "string", "readOnly": True}}
    found = changes({**order, **made}, before=order)
    assert {change.rule.code for change in found} == {"request-field-added"}


def test_order_of_parameters_and_properties_is_no_change() -> None:
    swapped = {
        f"{BODY}/properties": {
            "count": {"type": "integer"},
            "item": {"type": "string", "description": "What to send."},
        }
    }
    back = {f"{BODY}/properties": dict(reversed(list(swapped[f"{BODY}/properties"].items())))}
    assert changes(swapped, before=back) == []


def test_body_of_optional_properties_may_always_be_sent() -> None:
    optional = {f"{BODY}/required": REMOVED, f"{CREATE}/requestBody/required": False}
    assert lines(changes({f"{BODY}/required": REMOVED}, before=optional)) == [
        "compatible body-always-sent shop.orders.create(): the body is now sent always"
    ]


def test_required_parameter_says_who_must_do_what() -> None:
    (change,) = changes({f"{LIST}/parameters/1/required": True})
    assert change.fix == "Pass `limit` in every call."
    assert (change.symbol, change.member) == ("shop.orders.Orders.list", "limit")
    assert change.old is not None
    assert change.old.pointer == "/paths/~1orders/get/parameters/1"


OPTIONAL = {f"{CREATE}/requestBody/required": False}


def test_property_that_an_optional_body_must_have() -> None:
    needed = {**OPTIONAL, f"{BODY}/required": ["item", "address", "count"]}
    assert lines(changes(needed, before=OPTIONAL)) == [
        (
            "breaking body-property-required shop.orders.create(): parameter `count` is now "
            "required if a body is sent"
        )
    ]
    assert lines(changes(OPTIONAL, before=needed)) == [
        (
            "compatible body-property-optional shop.orders.create(): parameter `count` is no "
            "longer required if a body is sent"
        )
    ]


def test_new_property_that_an_optional_body_must_have() -> None:
    new = {
        **OPTIONAL,
        f"{BODY}/properties/size": {"type": "integer"},
        f"{BODY}/required": ["item", "address", "size"],
    }
    assert lines(changes(new, before=OPTIONAL)) == [
        (
            "breaking body-property-required shop.orders.create(): parameter `size` (`int`) is "
            "new, and required if a body is sent"
        )
    ]


@pytest.mark.parametrize(
    ("before", "after"), [(5, 5.0), ({"a": 1, "b": [2.0]}, {"b": [2], "a": 1.0})]
)
def test_default_that_is_the_same_in_json_is_no_change(before: object, after: object) -> None:
    place = f"{LIST}/parameters/1/schema/default"
    assert lines(changes({place: after}, before={place: before})) == []


def test_default_true_is_not_1() -> None:
    place = f"{LIST}/parameters/1/schema/default"
    assert lines(changes({place: 1}, before={place: True})) == [
        (
            "breaking parameter-default-changed shop.orders.list(): the default `true` of "
            "parameter `limit` is now `1`"
        )
    ]
