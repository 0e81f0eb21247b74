"""What callers get: results, the classes in them, exceptions, and pages."""

from __future__ import annotations

import pytest

from tests.unit.support.versions import REMOVED, Edits, changes, lines

LIST = "paths/~1orders/get"
CREATE = "paths/~1orders/post"
DELETE = "paths/~1orders~1{id}/delete"
ORDER = "components/schemas/Order"
SCHEMAS = "components/schemas"
USERS = "(used by `shop.orders.create()`, `shop.orders.get()` and `shop.orders.list()`)"


def content(name: str) -> dict[str, object]:
    schema = {"$ref": f"#/components/schemas/{name}"}
    return {"description": "It.", "content": {"application/json": {"schema": schema}}}


FIELDS: list[tuple[Edits, list[str]]] = [
    (
        {f"{ORDER}/properties/paid": REMOVED},
        ["breaking field-removed components.Order: field `paid` was removed " + USERS],
    ),
    (
        {f"{ORDER}/properties/by": {"type": "string"}},
        ["compatible response-field-added components.Order: field `by` (`str`) is new " + USERS],
    ),
    (
        {
            f"{ORDER}/properties/by": {"type": "string"},
            f"{ORDER}/required": ["id", "status", "total", "by"],
        },
        ["compatible response-field-added components.Order: field `by` (`str`) is new " + USERS],
    ),
    (
        {f"{ORDER}/required": ["id", "status"]},
        [
            "breaking response-field-optional components.Order: field `total` is now optional "
            + USERS
        ],
    ),
    (
        {f"{ORDER}/required": ["id", "status", "total", "paid"]},
        [
            "compatible response-field-required components.Order: field `paid` is now required "
            + USERS
        ],
    ),
    (
        {f"{ORDER}/properties/total/type": ["number", "null"]},
        [
            "breaking response-field-nullable components.Order: field `total` may now be null "
            + USERS
        ],
    ),
    (
        {f"{ORDER}/properties/gift/type": "string"},
        [
            (
                "compatible response-field-not-nullable components.Order: field `gift` may no "
                "longer be null "
            )
            + USERS
        ],
    ),
    (
        {f"{ORDER}/properties/total/x-speakeasy-name-override": "sum"},
        ["breaking field-renamed components.Order: field `total` is now `sum` " + USERS],
    ),
    (
        {
            f"{ORDER}/properties/ID": {"type": "string"},
            f"{ORDER}/properties/id": REMOVED,
            f"{ORDER}/required": ["ID", "status", "total"],
        },
        [
            (
                "breaking field-key-changed components.Order: field `id` is `ID` in JSON "
                "instead of "
                "`id`"
            )
        ],
    ),
    (
        {f"{ORDER}/properties/total": {"type": "string"}},
        ["breaking type-changed components.Order: field `total` is now `str` instead of `float`"],
    ),
    (
        {f"{ORDER}/properties/total": {"type": "integer"}},
        [
            (
                "compatible response-type-narrowed components.Order: field `total` is now `int` "
                "instead of `float`"
            )
        ],
    ),
    (
        {f"{ORDER}/properties/tags/items/type": ["string", "null"]},
        [
            (
                "breaking type-changed components.Order: field `tags` is now "
                "`list[str | None]` instead of `list[str]`"
            )
        ],
    ),
    (
        {
            f"{ORDER}/properties/tags": {
                "prefixItems": [{"type": "string"}],
                "minItems": 1,
                "maxItems": 1,
            }
        },
        [
            (
                "breaking type-changed components.Order: field `tags` is now `tuple[str]` instead "
                "of `list[str]`"
            ),
            "docs documentation-changed components.Order: the limits of field `tags` changed",
        ],
    ),
    (
        {f"{ORDER}/properties/total": {}},
        [
            (
                "breaking response-type-untyped components.Order: field `total` is now `Any` "
                "instead "
                "of `float`"
            )
        ],
    ),
    (
        {f"{ORDER}/properties/more": {"type": "string"}},
        [
            (
                "compatible response-type-narrowed components.Order: field `more` is now `str` "
                "instead of `Any`"
            )
        ],
    ),
    (
        {f"{ORDER}/properties/more": {"type": "string", "format": "date"}},
        ["breaking type-changed components.Order: field `more` is now `date` instead of `Any`"],
    ),
    (
        {f"{ORDER}/properties/secret/format": REMOVED},
        [
            (
                "breaking field-not-secret components.Order: field `secret` is no longer a "
                "secret, and is shown in full"
            ),
            (
                "docs format-changed components.Order: field `secret` has another format: no "
                "longer `password`"
            ),
        ],
    ),
    (
        {f"{ORDER}/properties/paid/deprecated": True},
        ["compatible deprecated components.Order: field `paid` is deprecated"],
    ),
]

ENUMS: list[tuple[Edits, list[str]]] = [
    (
        {f"{SCHEMAS}/State/enum": ["open", "sent", "lost"]},
        ["breaking response-enum-value-added components.State: the value `'lost'` is new " + USERS],
    ),
    (
        {f"{SCHEMAS}/State/enum": ["open"]},
        [
            "compatible response-enum-value-removed components.State: the value `'sent'` was "
            "removed " + USERS
        ],
    ),
    (
        {f"{SCHEMAS}/Speed/enum": ["slow", "fast", "faster"]},
        [
            "compatible request-enum-value-added components.Speed: the value `'faster'` is new "
            + USERS
        ],
    ),
    (
        {f"{SCHEMAS}/Speed/enum": ["slow"]},
        [
            "breaking request-open-enum-value-removed components.Speed: the value `'fast'` was "
            "removed " + USERS
        ],
    ),
    (
        {f"{SCHEMAS}/State/x-speakeasy-unknown-values": "allow"},
        [
            (
                "breaking response-enum-opened components.State: values other than those "
                "listed can come "
            )
            + USERS
        ],
    ),
    (
        {f"{SCHEMAS}/Speed/x-speakeasy-unknown-values": REMOVED},
        [
            (
                "breaking request-enum-closed components.Speed: values other than those listed "
                "are refused "
            )
            + USERS
        ],
    ),
]

RESULTS: list[tuple[Edits, list[str]]] = [
    (
        {f"{DELETE}/responses/204/content": content("Order")["content"]},
        [],  # HTTP has no body with this status
    ),
    (
        {f"{DELETE}/responses/204": REMOVED, f"{DELETE}/responses/200": content("Order")},
        [
            (
                "compatible response-body-added shop.orders.delete(): returns "
                "`components.Order` instead of nothing"
            ),
            (
                "compatible success-status-changed shop.orders.delete(): the status `200` can "
                "now be a success"
            ),
            (
                "compatible success-status-changed shop.orders.delete(): the status `204` is no "
                "longer documented"
            ),
        ],
    ),
    (
        {f"{CREATE}/responses/201/content": REMOVED},
        [
            (
                "breaking type-changed shop.orders.create(): the result is now `None` instead of "
                "`components.Order`"
            )
        ],
    ),
    (
        {f"{CREATE}/responses/202": content("Order")},
        [
            (
                "compatible success-status-changed shop.orders.create(): the status `202` "
                "can now be a success"
            )
        ],
    ),
    (
        {f"{CREATE}/responses/202": content("Page")},
        [
            (
                "breaking response-type-widened shop.orders.create(): the result is now "
                "`components.Order | components.Page` instead of `components.Order`"
            ),
            (
                "compatible success-status-changed shop.orders.create(): the status `202` "
                "can now be a success"
            ),
        ],
    ),
    (
        {f"{LIST}/x-speakeasy-pagination": REMOVED},
        [
            (
                "breaking pagination-removed shop.orders.list_iter(): it and its async "
                "version, which iterate over all pages, were removed"
            )
        ],
    ),
]

ERRORS: list[tuple[Edits, list[str]]] = [
    (
        {f"{CREATE}/responses/404": content("Unauthorized")},
        [
            (
                "compatible error-added shop.orders.create(): the status `404` is now "
                "documented and raises `errors.UnauthorizedError`"
            )
        ],
    ),
    (
        {f"{LIST}/responses/4XX": content("Unauthorized")},
        [
            (
                "compatible error-added shop.orders.list(): the status `4XX` is now "
                "documented and raises `errors.UnauthorizedError`"
            )
        ],
    ),
    (
        {f"{CREATE}/responses/400": REMOVED},
        [
            (
                "breaking class-removed errors.RefusalError: the exception was removed "
                "(used by `shop.orders.create()`)"
            ),
            (
                "breaking class-removed errors.RefusalErrorData: the class was removed "
                "(used by `shop.orders.create()`)"
            ),
            (
                "breaking error-removed shop.orders.create(): the status `400` "
                "(`errors.RefusalError`) is no longer documented"
            ),
        ],
    ),
    (
        {f"{SCHEMAS}/Refusal/properties/code": {"type": "string"}},
        [
            (
                "compatible response-field-added errors.RefusalErrorData: field `code` "
                "(`str`) is new "
                "(used by `shop.orders.create()`)"
            )
        ],
    ),
]


@pytest.mark.parametrize(("edits", "expected"), FIELDS)
def test_fields(edits: Edits, expected: list[str]) -> None:
    assert lines(changes(edits)) == expected


@pytest.mark.parametrize(("edits", "expected"), ENUMS)
def test_enums(edits: Edits, expected: list[str]) -> None:
    assert lines(changes(edits)) == expected


@pytest.mark.parametrize(("edits", "expected"), RESULTS)
def test_results(edits: Edits, expected: list[str]) -> None:
    assert lines(changes(edits)) == expected


@pytest.mark.parametrize(("edits", "expected"), ERRORS)
def test_errors(edits: Edits, expected: list[str]) -> None:
    assert lines(changes(edits)) == expected


def test_exception_of_a_documented_status_changes() -> None:
    found = lines(changes({f"{CREATE}/responses/400": content("Unauthorized")}))
    assert (
        "breaking error-class-changed shop.orders.create(): the status `400` raises "
        "`errors.UnauthorizedError` instead of `errors.RefusalError`"
    ) in found


def test_status_that_leaves_a_range_is_raised_as_another_class() -> None:
    before = {f"{LIST}/responses/4XX": content("Refusal")}
    now = {**before, f"{LIST}/responses/404": content("Unauthorized")}
    assert lines(changes(now, before=before)) == [
        (
            "breaking error-class-changed shop.orders.list(): the status `404` raises "
            "`errors.UnauthorizedError` instead of `errors.RefusalError`"
        )
    ]


def test_open_enum_that_is_only_in_responses_may_gain_values() -> None:
    opened = {f"{SCHEMAS}/State/x-speakeasy-unknown-values": "allow"}
    more = {**opened, f"{SCHEMAS}/State/enum": ["open", "sent", "lost"]}
    (line,) = lines(changes(more, before=opened))
    assert line.startswith("compatible response-open-enum-value-added components.State:")


def test_change_of_a_class_is_told_once_however_many_methods_use_it() -> None:
    assert len(changes({f"{ORDER}/properties/paid": REMOVED})) == 1


def test_another_representation_has_another_type() -> None:
    def with_xml(schema: dict[str, object]) -> Edits:
        return {f"{CREATE}/responses/201/content/application~1xml": {"schema": schema}}

    before, after = with_xml({"type": "string"}), with_xml(
        {"type": "integer", "xml": {"name": "n"}}
    )
    assert lines(changes(after, before=before)) == [
        (
            "breaking type-changed shop.orders.create(): the type of the response `201` as "
            "`application/xml` changed"
        )
    ]
    assert lines(changes(before, before=before)) == []
