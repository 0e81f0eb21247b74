"""Names: where methods and classes are, and which of two versions are the same."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.support.versions import REMOVED, Edits, changes, lines

LIST = "paths/~1orders/get"
CREATE = "paths/~1orders/post"
ITEM = "paths/~1orders~1{id}"
STOCK = "paths/~1stock/get"
SCHEMAS = "components/schemas"
OK = "responses/200/content/application~1json/schema"

METHODS: list[tuple[Edits, list[str]]] = [
    (
        {f"{ITEM}/delete": REMOVED},
        [
            (
                "breaking method-removed shop.orders.delete(): the method was removed "
                "(`DELETE /orders/{id}`)"
            )
        ],
    ),
    (
        {f"{ITEM}/head": {"operationId": "seeOrder", "tags": ["Orders"], "responses": {}}},
        [
            (
                "compatible method-added shop.orders.see_order(): the method is new (`HEAD "
                "/orders/{id}`)"
            )
        ],
    ),
    (
        {f"{LIST}/x-speakeasy-name-override": "list_all"},
        ["breaking method-renamed shop.orders.list(): is now `shop.orders.list_all()`"],
    ),
    (
        {f"{LIST}/tags": ["Other"]},
        [
            "breaking method-moved shop.orders.list(): is now `shop.other.list()`",
            "compatible resource-added shop.other: the resource is new",
        ],
    ),
    (
        {f"{LIST}/tags": ["Orders", "Other"]},
        [
            ("compatible resource-added shop.other: the resource is new, with `list()`"),
        ],
    ),
    (
        {f"{LIST}/x-speakeasy-max-method-params": 9},
        [],
    ),
    (
        {f"{LIST}/x-speakeasy-max-method-params": 3},
        [
            "breaking parameter-removed shop.orders.list(): parameter `limit` was removed",
            "breaking parameter-removed shop.orders.list(): parameter `offset` was removed",
            "breaking parameter-removed shop.orders.list(): parameter `status` was removed",
            "breaking parameter-removed shop.orders.list(): parameter `x_tenant` was removed",
            (
                "compatible parameter-added shop.orders.list(): optional parameter `request` "
                "(`operations.ListOrdersRequest`) is new"
            ),
        ],
    ),
    (
        {f"{STOCK}/tags": ["Store.Front"]},
        ["breaking resource-renamed shop.stock: is now `shop.store.front`"],
    ),
    (
        {f"{LIST}/x-speakeasy-group": "Orders.Past"},
        [
            "breaking method-moved shop.orders.list(): is now `shop.orders.past.list()`",
            "compatible resource-added shop.orders.past: the resource is new",
        ],
    ),
    (
        {f"{STOCK}/tags": ["Store"]},
        ["breaking resource-renamed shop.stock: is now `shop.store`"],
    ),
    (
        {"paths/~1stock": REMOVED},
        [
            (
                "breaking class-removed operations.GetStockResponse: the class was removed "
                "(used by `shop.stock.get_stock()`)"
            ),
            "breaking resource-removed shop.stock: the resource was removed, with `get_stock()`",
        ],
    ),
    (
        {f"{CREATE}/operationId": "placeOrder"},
        [
            (
                "breaking class-renamed operations.CreateOrderRequestBody: is now "
                "`operations.PlaceOrderRequestBody`"
            ),
            (
                "compatible operation-id-changed shop.orders.create(): hooks and logs call "
                "it `placeOrder` instead of `createOrder`"
            ),
        ],
    ),
    (
        {f"{LIST}/deprecated": True},
        ["compatible deprecated shop.orders.list(): is deprecated"],
    ),
]


@pytest.mark.parametrize(("edits", "expected"), METHODS)
def test_methods(edits: Edits, expected: list[str]) -> None:
    assert lines(changes(edits)) == expected


def test_another_path_under_the_same_name_is_compatible() -> None:
    moved = {"paths/~1gone": {"delete": stock()}}
    now = {"paths/~1gone~1for~1good": {"delete": stock()}}
    assert lines(changes(now, before=moved)) == [
        (
            "compatible request-line-changed shop.stock.drop(): sends `DELETE "
            "/gone/for/good` instead "
            "of `DELETE /gone`"
        )
    ]


def test_another_http_method_under_the_same_name_is_compatible() -> None:
    assert lines(
        changes({"paths/~1gone": {"post": stock()}}, before={"paths/~1gone": {"delete": stock()}})
    ) == [
        (
            "compatible request-line-changed shop.stock.drop(): sends `POST /gone` instead of "
            "`DELETE /gone`"
        )
    ]


def stock() -> dict[str, Any]:
    return {"operationId": "drop", "tags": ["Stock"], "responses": {"204": {"description": "Ok."}}}


def test_advice_of_a_deprecation_cannot_leave_its_code_span() -> None:
    advice = {
        f"{LIST}/deprecated": True,
        f"{LIST}/x-speakeasy-deprecation-message": "`a`\n\n# <b> @x",
    }
    assert [change.message for change in changes(advice)] == ["is deprecated: `` `a` # <b> @x ``"]


def test_schema_with_another_name_is_renamed() -> None:
    assert lines(changes({f"{SCHEMAS}/Order/x-speakeasy-name-override": "Purchase"})) == [
        "breaking class-renamed components.Order: is now `components.Purchase`"
    ]


def test_schema_that_stands_where_another_stood_is_that_one() -> None:
    renamed = {
        f"{SCHEMAS}/Status": REMOVED,
        f"{SCHEMAS}/Phase": {"type": "string", "enum": ["open", "sent", "lost"]},
        f"{LIST}/parameters/2/schema/$ref": "#/components/schemas/Phase",
    }
    assert [line.partition(":")[0] for line in lines(changes(renamed))] == [
        "breaking class-renamed components.Status",
        "compatible request-enum-value-added components.Status",
    ]


def test_name_that_is_another_kind_of_thing_breaks() -> None:
    enum = {
        f"{SCHEMAS}/Address": {"type": "string", "enum": ["a"], "description": "Where things are."}
    }
    assert "breaking class-kind-changed components.Address: is now an enum instead of a class" in (
        lines(changes(enum))
    )


def shared() -> dict[str, Any]:
    return {"type": "object", "description": "One.", "properties": {"a": {"type": "string"}}}


def inside(schema: dict[str, Any]) -> dict[str, Any]:
    """Put a schema into an object: what a method returns has a class of its own."""
    return {"type": "object", "properties": {"item": schema}}


ONE_CLASS = {f"{ITEM}/get/{OK}": inside(shared()), f"{STOCK}/{OK}": inside(shared())}
TWO_CLASSES = {
    f"{ITEM}/get/{OK}": inside(shared()),
    f"{STOCK}/{OK}": inside(
        {**shared(), "properties": {"a": {"type": "string"}, "b": {"type": "string"}}}
    ),
}


def test_names_of_one_class_become_two_classes() -> None:
    assert lines(changes(TWO_CLASSES, before=ONE_CLASS)) == [
        (
            "breaking class-split operations.GetStockItem: is no longer the same class "
            "as `operations.GetOrderItem`"
        ),
        "breaking class-removed operations.Item: the class was removed",
        (
            "compatible response-field-added operations.GetStockItem: field `b` (`str`) is new "
            "(used by `shop.orders.get()` and `shop.stock.get_stock()`)"
        ),
    ]


def test_two_classes_become_one() -> None:
    assert lines(changes(ONE_CLASS, before=TWO_CLASSES)) == [
        (
            "breaking field-removed operations.GetStockItem: field `b` was removed "
            "(used by `shop.stock.get_stock()`)"
        ),
        (
            "compatible class-joined operations.GetStockItem: is now the same class as "
            "`operations.GetOrderItem`"
        ),
    ]


def test_a_shared_class_keeps_its_name_when_one_operation_is_left() -> None:
    found = lines(changes({**ONE_CLASS, f"{ITEM}/get": REMOVED}, before=ONE_CLASS))
    assert found == [
        (
            "breaking class-removed operations.GetOrderItem: the class was removed "
            "(used by `shop.orders.get()`)"
        ),
        (
            "breaking class-removed operations.GetOrderResponse: the class was removed "
            "(used by `shop.orders.get()`)"
        ),
        (
            "breaking class-removed operations.GetStockItem: the class was removed "
            "(used by `shop.stock.get_stock()`)"
        ),
        (
            "breaking class-moved operations.item: the class `Item` moved to "
            "`shop.operations.getstock`"
        ),
        "breaking method-removed shop.orders.get(): the method was removed (`GET /orders/{id}`)",
    ]


def test_class_that_is_defined_in_another_file_is_told() -> None:
    nested = {
        "type": "object",
        "properties": {"odd_one": {"type": "object", "properties": {"a": {}}}},
    }
    before = {f"{STOCK}/{OK}": nested, f"{STOCK}/x-speakeasy-name-override": "see"}
    now = {**before, f"{STOCK}/operationId": "look"}
    (change,) = [c for c in changes(now, before=before) if c.rule.code == "class-moved"]
    assert change.symbol == "shop.operations.getstock"
    assert change.message == "the class `OddOne` moved to `shop.operations.look`"


def test_new_classes_of_a_new_method_are_not_told() -> None:
    added = {
        "operationId": "more",
        "tags": ["Stock"],
        "responses": {
            "200": {"description": "Ok.", "content": {"application/json": {"schema": shared()}}}
        },
    }
    assert [c.rule.code for c in changes({"paths/~1more": {"get": added}})] == ["method-added"]


def test_descriptions_are_one_change_for_each_method_or_class() -> None:
    texts = {
        f"{LIST}/summary": "All of them",
        f"{LIST}/parameters/0/description": "Where to begin.",
        f"{SCHEMAS}/Address/properties/zip/description": "Five digits.",
        "info/title": "The shop",
    }
    assert lines(changes(texts)) == [
        "docs documentation-changed Shop(): the title changed",
        "docs documentation-changed components.Address: the description of `zip` changed",
        (
            "docs documentation-changed shop.orders.list(): the description and the description of "
            "`offset` changed"
        ),
    ]


def test_an_operation_of_two_resources_is_itself_in_each() -> None:
    both = {f"{LIST}/tags": ["Orders", "Other"]}
    renamed = {**both, f"{LIST}/x-speakeasy-name-override": "list_all"}
    assert lines(changes(renamed, before=both)) == [
        "breaking method-renamed shop.orders.list(): is now `shop.orders.list_all()`",
        "breaking method-renamed shop.other.list(): is now `shop.other.list_all()`",
    ]
