"""The client, its servers and credentials, and the names of the package."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from sdkwright.diff import compare
from tests.unit.support.versions import CONFIG, REMOVED, Edits, changes, lines, original

LIST = "paths/~1orders/get"
STOCK = "paths/~1stock/get"

SERVERS: list[tuple[Edits, list[str]]] = [
    (
        {"servers/2": {"url": "https://c.test"}},
        ["compatible server-added Shop(): the server `server_3` (`https://c.test`) is new"],
    ),
    (
        {"servers/1": REMOVED},
        [
            (
                "breaking server-removed Shop(): the server `trial` (`https://try.shop.test/v1`) "
                "was removed"
            )
        ],
    ),
    (
        {"servers/0/x-speakeasy-server-id": "prod"},
        ["breaking server-renamed Shop(): the server `live` is now `prod`"],
    ),
    (
        {"servers/0/url": "https://x.test"},
        [
            (
                "breaking server-address-changed Shop(): the server `live` is now `https://x.test` "
                "instead of `https://shop.test/v1`"
            )
        ],
    ),
    (
        {
            "servers": [
                {"url": "https://try.shop.test/v1", "x-speakeasy-server-id": "trial"},
                {"url": "https://shop.test/v1", "x-speakeasy-server-id": "live"},
            ]
        },
        [
            (
                "breaking default-server-changed Shop(): without `server`, calls go to `trial` "
                "instead of `live`"
            )
        ],
    ),
]

NO_SERVERS: Edits = {"servers": REMOVED}

MOVED = (
    "breaking client-argument-moved Shop(): arguments `x_tenant`, `server`, `server_url`, "
    "`client`, `async_client`, `retry_config`, `timeout_ms` and `debug_logger` moved to another "
    "position"
)

REQUIRED = "breaking client-argument-required Shop(): argument `server_url` is required"
OPTIONAL = "compatible client-argument-optional Shop(): argument `server_url` is no longer required"


def test_a_document_that_names_no_server_any_more_needs_an_argument() -> None:
    told = lines(changes(NO_SERVERS))
    assert REQUIRED in told
    assert not [line for line in told if "moved to another position" in line]


def test_a_document_that_names_its_first_server_needs_no_argument() -> None:
    told = lines(changes({}, before=NO_SERVERS))
    assert [line for line in told if "server_url" in line or "breaking" in line] == [OPTIONAL]


def test_a_server_that_loses_its_host_needs_an_argument() -> None:
    edits: Edits = {"servers": [{"url": "/v1", "x-speakeasy-server-id": "live"}]}
    assert REQUIRED in lines(changes(edits))


SECURITY: list[tuple[Edits, list[str]]] = [
    (
        {f"{STOCK}/security": REMOVED},
        ["breaking security-added shop.stock.get_stock(): now requires credentials: `key`"],
    ),
    (
        {f"{LIST}/security": []},
        ["compatible security-relaxed shop.orders.list(): no longer requires credentials"],
    ),
    (
        {f"{LIST}/security": [{"key": []}, {"other": []}]},
        [
            MOVED,
            (
                "compatible client-argument-added Shop(): argument `other` is new: credentials "
                "for all calls"
            ),
            "compatible security-relaxed shop.orders.list(): also accepts `other`",
        ],
    ),
    (
        {f"{LIST}/security": [{"other": []}]},
        [
            MOVED,
            "breaking security-removed shop.orders.list(): no longer accepts `key`",
            (
                "compatible client-argument-added Shop(): argument `other` is new: credentials "
                "for all calls"
            ),
        ],
    ),
    (
        {"security": [{"other": []}], "components/securitySchemes/other/description": REMOVED},
        [
            "breaking environment-variable-changed SHOP_KEY: is now `SHOP_OTHER`",
            "breaking client-argument-renamed Shop(): argument `key` is now `other`",
        ],
    ),
    (
        {"components/securitySchemes/key": {"type": "http", "scheme": "basic"}},
        [
            (
                "breaking security-scheme-changed Shop(): the credentials `key` are now a user "
                "name and a password"
            ),
            "breaking client-argument-removed Shop(): argument `key` was removed",
            MOVED,
            (
                "compatible client-argument-added Shop(): argument `password` is new: credentials "
                "for all calls"
            ),
            (
                "compatible client-argument-added Shop(): argument `username` is new: credentials "
                "for all calls"
            ),
        ],
    ),
    (
        {"components/securitySchemes/key": {"type": "apiKey", "in": "header", "name": "X-Key"}},
        ["breaking security-scheme-changed Shop(): the credentials `key` are now a key"],
    ),
]


LOGIN_MOVED = (
    "compatible security-scheme-moved Shop(): the credentials `key` are sent to, or fetched from, "
    "another place"
)
LOGIN_LOST = "breaking security-scheme-changed Shop(): the credentials `key` can no longer be"


def oauth(**flows: str) -> Edits:
    urls = {"tokenUrl": "/t", "scopes": {}}
    first = {
        "authorizationCode": "authorizationUrl",
        "deviceAuthorization": "deviceAuthorizationUrl",
    }
    made = {key: {first[key]: url, **urls} for key, url in flows.items()}
    return {"components/securitySchemes/key": {"type": "oauth2", "flows": made}}


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (oauth(authorizationCode="/a"), oauth(authorizationCode="/a"), []),
        (
            oauth(authorizationCode="/a"),
            oauth(authorizationCode="/b"),
            [
                LOGIN_MOVED,
            ],
        ),
        (
            oauth(authorizationCode="/a", deviceAuthorization="/d"),
            oauth(deviceAuthorization="/d"),
            [
                f"{LOGIN_LOST} a `CodeLogin`",
                LOGIN_MOVED,
            ],
        ),
        (
            oauth(authorizationCode="/a"),
            oauth(authorizationCode="/a", deviceAuthorization="/d"),
            [
                LOGIN_MOVED,
            ],
        ),
        (
            oauth(deviceAuthorization="/d"),
            {"components/securitySchemes/key": {"type": "http", "scheme": "bearer"}},
            [
                f"{LOGIN_LOST} a `DeviceLogin`",
                LOGIN_MOVED,
            ],
        ),
    ],
)
def test_a_login_is_compared(before: Edits, after: Edits, expected: list[str]) -> None:
    assert lines(changes(after, before=before)) == expected


SETTINGS: list[tuple[dict[str, Any], list[str]]] = [
    (
        {"client_class": "Store"},
        [
            "breaking client-renamed Shop(): is now `Store`",
            "breaking client-renamed errors.ShopDefaultError: is now `errors.StoreDefaultError`",
            "breaking client-renamed errors.ShopError: is now `errors.StoreError`",
        ],
    ),
    ({"module": "store"}, ["breaking module-renamed import shop: is now `import store`"]),
    (
        {"env_prefix": "ST"},
        [
            "breaking environment-variable-changed SHOP_KEY: is now `ST_KEY`",
            "breaking environment-variable-changed SHOP_X_TENANT: is now `ST_X_TENANT`",
        ],
    ),
    (
        {"distribution": "the-shop"},
        ["breaking distribution-renamed pip install shop: is now `pip install the-shop`"],
    ),
    ({"license": "MIT"}, ["docs metadata-changed pip install shop: the licence changed"]),
    (
        {"install_notes": "New."},
        ["docs metadata-changed pip install shop: the notes on installing changed"],
    ),
    ({"version": "9.0"}, []),
]


@pytest.mark.parametrize(
    ("edit", "part"),
    [
        ({"info/contact": {"email": "desk@shop.example"}}, "the contact"),
        ({"info/termsOfService": "https://shop.example/terms"}, "the terms of service"),
        ({"externalDocs": {"url": "https://shop.example/guide"}}, "the description"),
    ],
)
def test_whom_and_what_to_ask_is_documentation(edit: Edits, part: str) -> None:
    assert lines(changes(edit)) == [f"docs documentation-changed Shop(): {part} changed"]


@pytest.mark.parametrize(("edits", "expected"), SERVERS)
def test_servers(edits: Edits, expected: list[str]) -> None:
    assert lines(changes(edits)) == expected


@pytest.mark.parametrize(("edits", "expected"), SECURITY)
def test_security(edits: Edits, expected: list[str]) -> None:
    assert lines(changes(edits)) == expected


@pytest.mark.parametrize(("settings", "expected"), SETTINGS)
def test_settings(settings: dict[str, Any], expected: list[str]) -> None:
    found = compare(original(), original(), CONFIG, replace(CONFIG, **settings))
    assert lines([*found]) == expected


@pytest.mark.parametrize(
    ("settings", "fix"),
    [
        ({}, "Run `pip uninstall shop`, then `pip install the-shop`."),
        ({"module": "the_shop"}, "Run `pip install the-shop`."),
    ],
)
def test_who_installs_another_package_with_the_same_module_removes_the_old_one(
    settings: dict[str, Any], fix: str
) -> None:
    new = replace(CONFIG, distribution="the-shop", **settings)
    found = compare(original(), original(), CONFIG, new)
    assert [item.fix for item in found if item.rule.code == "distribution-renamed"] == [fix]


MOVED = (
    "breaking client-argument-moved Shop(): arguments `server`, `server_url`, `client`, "
    "`async_client`, `retry_config`, `timeout_ms` and `debug_logger` moved to another position"
)


def of_client(edits: Edits) -> list[str]:
    return [line for line in lines(changes(edits)) if " Shop(): " in line or " SHOP_" in line]


def test_new_argument_of_the_client_moves_those_behind_it() -> None:
    header = {"name": "X-B", "in": "header", "schema": {"type": "string"}}
    assert of_client({"x-speakeasy-globals/parameters/1": header}) == [
        MOVED,
        (
            "compatible client-argument-added Shop(): argument `x_b` is new: it applies to all "
            "calls"
        ),
    ]


def test_argument_of_the_client_is_gone() -> None:
    assert of_client({"x-speakeasy-globals": REMOVED}) == [
        "breaking client-argument-removed Shop(): argument `x_tenant` was removed",
        MOVED,
    ]


def test_argument_of_the_client_keeps_its_name_whatever_the_document_wishes() -> None:
    assert of_client({"components/parameters/Tenant/x-speakeasy-name-override": "tenant"}) == []


def test_retries() -> None:
    policy = {
        "strategy": "backoff",
        "backoff": {
            "initialInterval": 100,
            "maxInterval": 2000,
            "exponent": 1.5,
            "maxElapsedTime": 5000,
        },
        "statusCodes": ["5XX"],
    }
    assert lines(changes({f"{LIST}/x-speakeasy-retries": policy})) == [
        (
            "compatible retries-changed shop.orders.list(): retries after `5XX`, for 5 s, "
            "waiting 100 ms × 1.5 up to 2000 ms instead of as by default"
        )
    ]
