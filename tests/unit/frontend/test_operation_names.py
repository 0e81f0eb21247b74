"""What operations are called whose ids a framework has made."""

from __future__ import annotations

import re
from typing import Annotated, Any

import fastapi
import pytest
from fastapi.security import OAuth2PasswordBearer

from sdkwright.frontend.frameworks import Written, detect
from sdkwright.model import ir
from sdkwright.passes.name import name
from tests.unit.support.lowering import CONFIG, DONE, Lowered, lower_data

Token = Annotated[str, fastapi.Depends(OAuth2PasswordBearer(tokenUrl="token"))]

Operations = dict[str, tuple[str, list[str]]]
"""Ids and tags by `METHOD /path`."""


def lower_ids(operations: Operations, **settings: Any) -> Lowered:
    paths: dict[str, Any] = {}
    for place, (id_, tags) in operations.items():
        method, path = place.split(" ")
        made: dict[str, Any] = {"operationId": id_, "responses": DONE}
        made["parameters"] = [
            {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
            for name in re.findall(r"{(\w+)}", path)
        ]
        if tags:
            made["tags"] = tags
        paths.setdefault(path, {})[method.lower()] = made
    return lower_data({"paths": paths}, **settings)


def calls(lowered: Lowered) -> list[str]:
    """Return what callers type, as the pass `name` decides."""
    api = name(lowered.api, CONFIG, lowered.diagnostics)
    return [
        f"{resource.name.python}.{operation.name.python}"
        for resource in api.resources
        for operation in resource.operations
    ]


def ids(lowered: Lowered) -> list[str]:
    return [operation.id for operation in lowered.operations]


FASTAPI: Operations = {
    "GET /articles/": ("list_articles_articles__get", ["articles"]),
    "POST /articles/": ("create_article_articles__post", ["articles"]),
    "GET /articles/{article_id}": ("get_article_articles__article_id__get", ["articles"]),
    "GET /": ("read_root__get", []),
}
DRF: Operations = {
    "GET /api/products/": ("api_products_list", ["api"]),
    "POST /api/products/": ("api_products_create", ["api"]),
    "GET /api/products/{id}/": ("api_products_retrieve", ["api"]),
    "PATCH /api/products/{id}/": ("api_products_partial_update", ["api"]),
    "DELETE /api/order-items/{id}/": ("api_order_items_destroy", ["api"]),
    "POST /api/products/{id}/publish/": ("api_products_publish_create", ["api"]),
}
DRF_PREFIXED: Operations = {
    "GET /api/v1/products/": ("products_list", ["products"]),
    "DELETE /api/v1/orders/{id}/": ("orders_destroy", ["orders"]),
}
NESTJS: Operations = {
    "GET /cats": ("CatsController_findAll", []),
    "POST /cats": ("CatsController_create", ["Cats"]),
    "GET /dogs": ("DogsController_findAll", []),
}
TYPESPEC: Operations = {
    "GET /widgets": ("Widgets_list", []),
    "POST /widgets/{id}/analyze": ("Widgets_analyze", []),
    "GET /parts": ("Parts_list", ["Parts"]),
}
NINJA: Operations = {
    "GET /api/widgets": ("widgets_api_list", []),
    "POST /api/widgets": ("shop_widgets_api_create_widget", []),
    "GET /api/orders": ("orders_views_list_orders", ["orders"]),
}


@pytest.mark.parametrize(
    ("operations", "expected", "new_ids"),
    [
        (
            FASTAPI,
            ["articles.list", "articles.create", "articles.get", "default.read_root"],
            ["list_articles", "create_article", "get_article", "read_root"],
        ),
        (
            DRF,
            [
                "products.list",
                "products.create",
                "products.retrieve",
                "products.partial_update",
                "products.publish_create",
                "order_items.destroy",
            ],
            [
                "products_list",
                "products_create",
                "products_retrieve",
                "products_partial_update",
                "products_publish_create",
                "order_items_destroy",
            ],
        ),
        (DRF_PREFIXED, ["products.list", "orders.destroy"], ["products_list", "orders_destroy"]),
        (
            NESTJS,
            ["cats.find_all", "cats.create", "dogs.find_all"],
            ["Cats_findAll", "Cats_create", "Dogs_findAll"],
        ),
        (
            TYPESPEC,
            ["widgets.list", "widgets.analyze", "parts.list"],
            ["Widgets_list", "Widgets_analyze", "Parts_list"],
        ),
        (
            NINJA,
            ["widgets.list", "widgets.create", "orders.list"],
            ["widgets_list", "widgets_create_widget", "orders_list_orders"],
        ),
    ],
    ids=["fastapi", "drf", "drf-prefixed", "nestjs", "typespec", "ninja"],
)
def test_methods_are_called_as_a_person_would(
    operations: Operations, expected: list[str], new_ids: list[str]
) -> None:
    lowered = lower_ids(operations)
    assert sorted(calls(lowered)) == sorted(expected)
    assert sorted(ids(lowered)) == sorted(new_ids)
    assert [item.code for item in lowered.diagnostics.items] == ["operation-names"]


def test_the_note_says_what_was_detected() -> None:
    (item,) = lower_ids(FASTAPI).diagnostics.items
    assert (item.severity, item.message, item.fix, item.pointer) == (
        "note",
        (
            "the operationIds are FastAPI's: function, path and method; methods are named after "
            "what is left, such as `list` for `list_articles_articles__get`"
        ),
        (
            'to keep them, set `operation_ids = "as-written"` in the table `naming` of sdk.toml; '
            "`naming.rename` changes single names"
        ),
        "/paths",
    )


def test_ids_of_a_real_fastapi_app_are_recognized() -> None:
    app = fastapi.FastAPI()

    @app.get("/users/me/items/{item_id:path}", tags=["users"])
    def read_own_item(item_id: str, token: Token) -> None: ...

    @app.api_route("/users", methods=["GET"], tags=["users"])
    def list_users() -> None: ...

    lowered = lower_data(app.openapi())
    assert calls(lowered) == ["users.read_own_item", "users.list"]
    assert lowered.api.security_schemes != ()
    api = name(lowered.api, CONFIG, lowered.diagnostics)
    assert [item.arguments[0].python for item in api.security_schemes] == ["oauth2_password_bearer"]


@pytest.mark.parametrize(
    ("function", "tag", "expected"),
    [
        ("list_articles", "articles", "list"),
        ("list_articles", "Article", "list"),
        ("get_article", "articles", "get"),
        ("get_articles", "articles", "get_articles"),
        ("get_user_articles", "articles", "get_user_articles"),
        ("articles", "articles", "articles"),
        ("refresh_auth", "auth", "refresh"),
        ("delete_blog_post", "Blog Posts", "delete"),
        ("ping", "articles", "ping"),
    ],
)
def test_a_function_loses_its_resource_if_a_verb_is_left(
    function: str, tag: str, expected: str
) -> None:
    lowered = lower_ids({"GET /x": (f"{function}_x_get", [tag])})
    assert calls(lowered)[0].partition(".")[2] == expected


def test_an_operation_that_is_added_renames_no_other() -> None:
    before: Operations = {"GET /articles": ("get_articles_articles_get", ["articles"])}
    after = {**before, "GET /articles/{id}": ("get_article_articles__id__get", ["articles"])}
    assert calls(lower_ids(before)) == ["articles.get_articles"]
    assert calls(lower_ids(after)) == ["articles.get_articles", "articles.get"]


def test_two_operations_that_mean_one_name_keep_longer_ones() -> None:
    lowered = lower_ids(
        {
            "GET /a": ("list_items_a_get", ["items"]),
            "GET /b": ("list_items_b_get", ["items"]),
            "GET /c": ("list_items_c_get", ["others"]),
        }
    )
    assert calls(lowered) == [
        "items.list_items_a_get",
        "items.list_items_b_get",
        "others.list_items",
    ]
    assert ids(lowered) == ["list_items_a_get", "list_items_b_get", "list_items_c_get"]


def test_an_operation_with_several_tags_is_unlike_the_others_of_each() -> None:
    lowered = lower_ids(
        {
            "GET /a": ("list_a_get", ["items", "others"]),
            "GET /b": ("list_b_get", ["others"]),
        }
    )
    assert calls(lowered) == ["items.list_a_get", "others.list_a_get", "others.list_b_get"]


@pytest.mark.parametrize(
    "operations",
    [
        {"GET /articles": ("listArticles", []), "GET /x": ("getX", [])},
        {"GET /articles": ("list_articles", []), "GET /x": ("get_x", [])},
        {"GET /articles": ("articles_list", ["a"]), "GET /x": ("get_x", ["a"])},
        {"GET /articles": ("Articles_list", [])},
        {"GET /x": ("listX", []), "POST /x": ("create_x_x_post", [])},
    ],
)
def test_ids_that_a_person_wrote_are_kept(operations: Operations) -> None:
    lowered = lower_ids(operations)
    assert ids(lowered) == [id_ for id_, _ in operations.values()]
    assert [item.code for item in lowered.diagnostics.items] == []


def test_an_id_that_a_person_wrote_among_others_is_kept() -> None:
    lowered = lower_ids({**FASTAPI, "GET /own": ("my_own", ["articles"])})
    assert ids(lowered)[-2:] == ["my_own", "read_root"]


def test_an_id_that_is_that_of_another_is_not_given() -> None:
    lowered = lower_ids({**FASTAPI, "GET /own": ("list_articles", ["articles"])})
    assert ids(lowered)[0] == "list_articles_articles__get"


def test_the_settings_choose_a_convention() -> None:
    one: Operations = {"GET /x": ("Widgets_list", [])}
    assert calls(lower_ids(one)) == ["default.widgets_list"]
    lowered = lower_ids(one, operation_ids="typespec")
    assert calls(lowered) == ["widgets.list"]
    assert lowered.diagnostics.items == []


def test_the_settings_keep_ids_as_written() -> None:
    lowered = lower_ids(FASTAPI, operation_ids="as-written")
    assert ids(lowered) == [id_ for id_, _ in FASTAPI.values()]
    assert lowered.diagnostics.items == []


def test_names_of_extensions_win() -> None:
    operation = {
        "operationId": "list_articles_articles_get",
        "tags": ["articles"],
        "x-speakeasy-name-override": "all",
        "x-speakeasy-group": "news",
        "responses": DONE,
    }
    lowered = lower_data({"paths": {"/articles": {"get": operation}}})
    assert calls(lowered) == ["news.all"]


def test_patterns_of_the_root_match_what_is_written() -> None:
    override = [{"operationId": "^list_.*_get$", "methodNameOverride": "all"}]
    operation = {"operationId": "list_articles_articles_get", "responses": DONE}
    lowered = lower_data(
        {"paths": {"/articles": {"get": operation}}, "x-speakeasy-name-override": override}
    )
    assert calls(lowered) == ["default.all"]


def test_a_replacement_is_found_by_what_is_written() -> None:
    old = {
        "operationId": "old_old_get",
        "deprecated": True,
        "x-speakeasy-deprecation-replacement": "new_new_get",
        "responses": DONE,
    }
    new = {"operationId": "new_new_get", "responses": DONE}
    lowered = lower_data({"paths": {"/old": {"get": old}, "/new": {"get": new}}})
    assert lowered.operations[0].replacement == "new"
    api = name(lowered.api, CONFIG, lowered.diagnostics)
    made: ir.Operation = api.resources[0].operations[0]
    assert made.doc.deprecated == "Use `default.new` instead."


@pytest.mark.parametrize("key", ["list_articles_articles__get", "GET /articles/"])
def test_the_settings_rename_an_operation(key: str) -> None:
    lowered = lower_ids(FASTAPI, renamed=((key, "beta.news.all"),))
    assert "beta.news.all" in calls(lowered)
    assert "articles.list" not in calls(lowered)


def test_a_renaming_without_a_resource_keeps_the_resource() -> None:
    lowered = lower_ids(DRF, renamed=(("api_products_list", "all"),))
    assert calls(lowered)[0] == "products.all"


def test_a_renaming_wins_over_extensions() -> None:
    operation = {
        "operationId": "a",
        "x-speakeasy-name-override": "b",
        "x-speakeasy-group": "c",
        "responses": DONE,
    }
    lowered = lower_data({"paths": {"/x": {"get": operation}}}, renamed=(("a", "d.e"),))
    assert calls(lowered) == ["d.e"]


@pytest.mark.parametrize("method", ["get", "post", "put", "patch", "delete"])
def test_fastapis_rule_is_the_one_of_fastapi(method: str) -> None:
    path = "/a-b/{c}.json"
    made = re.sub(r"\W", "_", f"f{path}") + f"_{method}"
    assert detect([Written(made, method, path, ())]) == "fastapi"


def test_a_renaming_of_no_operation_is_an_error() -> None:
    lowered = lower_ids(TYPESPEC, renamed=(("GET /nothing", "x"),), operation_ids="typespec")
    assert [(item.severity, item.code, item.subject) for item in lowered.diagnostics.items] == [
        ("error", "unused-rename", "GET /nothing")
    ]
