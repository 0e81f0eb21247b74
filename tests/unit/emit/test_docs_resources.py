"""Pages of resources: their methods, and the structure of the reference page."""

from __future__ import annotations

import re

import pytest

from sdkwright.emit.docs.resources import status_order
from tests.unit.support.pages import PAGE, ROOT, blocks, headings, tables

REFERENCE = ROOT.parent / "shared" / "reference" / "apikeys-python-sdk.md"


def test_methods_are_listed_with_their_anchors(pages: dict[str, str]) -> None:
    assert [line for line in pages[PAGE].splitlines() if line.startswith("* [")] == [
        r"* [get\_current\_key\_metadata](#get_current_key_metadata) - Get current API key",
        "* [list](#list) - List API keys",
        "* [create](#create) - Create a new API key",
        "* [delete](#delete) - Delete an API key",
        "* [get](#get) - Get a single API key",
        "* [update](#update) - Update an API key",
    ]


def test_headings_are_those_of_the_reference_page(pages: dict[str, str]) -> None:
    sections = ["### Example Usage", "### Parameters", "### Response", "### Errors"]
    assert headings(pages[PAGE]) == [
        "# APIKeys - Python SDK",
        "## Overview",
        "### Available Operations",
        *(r"## get\_current\_key\_metadata", *sections),
        *("## list", *sections),
        *("## create", *sections),
        *("## delete", *sections),
        *("## get", *sections),
        *("## update", *sections),
    ]


def test_a_call_shows_what_is_required_and_the_body_of_the_example(pages: dict[str, str]) -> None:
    assert blocks(pages[PAGE])[2] == """\
from openrouter import OpenRouter
from openrouter.utils import parse_datetime
import os

with OpenRouter(
    http_referer="<value>",
    x_open_router_title="<value>",
    x_open_router_categories="<value>",
    api_key=os.getenv("OPENROUTER_API_KEY", ""),
) as open_router:

    res = open_router.api_keys.create(name="My New API Key", expires_at=parse_datetime(\
"2027-12-31T23:59:59Z"), include_byok_in_limit=True, limit=50, limit_reset="monthly")

    # Handle response
    print(res)

"""


def test_other_calls_show_what_is_required(pages: dict[str, str]) -> None:
    hash_ = '"f01d52606dc8f0a8303a7b5cc3fa07109c2e346cec7c0a16b40de462992ce943"'
    calls = re.findall(r"    res = open_router\.api_keys\.(.*)", pages[PAGE])
    assert [call for call in calls if not call.startswith("create")] == [
        "get_current_key_metadata()",
        "list()",
        f"delete(hash={hash_})",
        f"get(hash={hash_})",
        (
            f"update(hash={hash_}, disabled=False, include_byok_in_limit=True, limit=75, "
            'limit_reset="daily", name="Updated API Key Name")'
        ),
    ]


def test_parameters_have_type_mark_and_example(pages: dict[str, str]) -> None:
    create = tables(pages[PAGE])[4]
    assert [[row[0], row[1], row[2], row[4]] for row in create] == [
        ["Parameter", "Type", "Required", "Example"],
        ["`name`", "*str*", r":heavy\_check\_mark:", "My New API Key"],
        ["`http_referer`", r"*Optional\[str]*", r":heavy\_minus\_sign:", ""],
        ["`x_open_router_title`", r"*Optional\[str]*", r":heavy\_minus\_sign:", ""],
        ["`x_open_router_categories`", r"*Optional\[str]*", r":heavy\_minus\_sign:", ""],
        [
            "`creator_user_id`",
            r"*OptionalNullable\[str]*",
            r":heavy\_minus\_sign:",
            r"user\_2dHFtVWx2n56w6HkM0000000000",
        ],
        [
            "`expires_at`",
            "[date](https://docs.python.org/3/library/datetime.html#date-objects)",
            r":heavy\_minus\_sign:",
            "2027-12-31T23:59:59Z",
        ],
        ["`include_byok_in_limit`", r"*Optional\[bool]*", r":heavy\_minus\_sign:", "true"],
        ["`limit`", r"*OptionalNullable\[float]*", r":heavy\_minus\_sign:", "50"],
        [
            "`limit_reset`",
            (
                r"[OptionalNullable\[operations.CreateKeysLimitReset\]]"
                "(../../operations/createkeyslimitreset.md)"
            ),
            r":heavy\_minus\_sign:",
            "monthly",
        ],
        [
            "`workspace_id`",
            r"*Optional\[str]*",
            r":heavy\_minus\_sign:",
            "0df9e665-d932-5740-b2c7-b52af166bc11",
        ],
        [
            "`retries`",
            r"[Optional\[utils.RetryConfig\]](../../models/utils/retryconfig.md)",
            r":heavy\_minus\_sign:",
            "",
        ],
    ]


def test_there_is_no_column_for_examples_where_none_has_one(pages: dict[str, str]) -> None:
    header, *_ = tables(pages[PAGE])[0]
    assert header == ["Parameter", "Type", "Required", "Description"]


def test_a_response_links_to_its_type(pages: dict[str, str]) -> None:
    assert [line for line in pages[PAGE].splitlines() if line.startswith("**")] == [
        "**[operations.GetCurrentKeyResponse](../../operations/getcurrentkeyresponse.md)**",
        "**[operations.ListResponse](../../operations/listresponse.md)**",
        "**[operations.CreateKeysResponse](../../operations/createkeysresponse.md)**",
        "**[operations.DeleteKeysResponse](../../operations/deletekeysresponse.md)**",
        "**[operations.GetKeyResponse](../../operations/getkeyresponse.md)**",
        "**[operations.UpdateKeysResponse](../../operations/updatekeysresponse.md)**",
    ]


def test_errors_are_listed_by_status_and_the_general_one_last(pages: dict[str, str]) -> None:
    assert tables(pages[PAGE])[5] == [
        ["Error Type", "Status Code", "Content Type"],
        ["errors.BadRequestResponseError", "400", "application/json"],
        ["errors.UnauthorizedResponseError", "401", "application/json"],
        ["errors.ForbiddenResponseError", "403", "application/json"],
        ["errors.TooManyRequestsResponseError", "429", "application/json"],
        ["errors.InternalServerResponseError", "500", "application/json"],
        ["errors.OpenRouterDefaultError", "4XX, 5XX", r"\*/\*"],
    ]


def test_single_statuses_come_before_ranges_and_default() -> None:
    assert sorted(["default", "5XX", "429", "4XX", "400"], key=status_order) == [
        "400",
        "429",
        "4XX",
        "5XX",
        "default",
    ]


needs_reference = pytest.mark.skipif(
    not REFERENCE.is_file(), reason="the reference page is not part of this repository"
)


@needs_reference
def test_the_page_has_the_structure_of_the_reference_page(pages: dict[str, str]) -> None:
    ours, theirs = pages[PAGE], REFERENCE.read_text(encoding="utf-8")
    assert headings(ours) == headings(theirs)
    assert blocks(ours) == blocks(theirs)
    assert [_without_description(table) for table in tables(ours)] == [
        _without_description(table) for table in tables(theirs)
    ]
    assert re.findall(r"^\* .*", ours, re.MULTILINE) == re.findall(r"^\* .*", theirs, re.MULTILINE)
    named = re.compile(r"^\*\*\[(.*?)\]", re.MULTILINE)
    assert named.findall(ours) == named.findall(theirs)


def _without_description(table: list[list[str]]) -> list[list[str]]:
    header = table[0]
    kept = [column for column, name in enumerate(header) if name != "Description"]
    return [header, *([row[column] for column in kept] for row in table[1:])]


def test_a_method_whose_name_is_a_heading_is_still_found(library: dict[str, str]) -> None:
    assert "* [overview](#overview-1)\n" in library["docs/sdks/books/README.md"]


def test_values_are_made_up_where_examples_are_missing_or_wrong(library: dict[str, str]) -> None:
    block = blocks(library["docs/sdks/books/README.md"])[1]
    assert block == """\
from library import Library
from library.utils import parse_datetime
from datetime import date

with Library() as library:

    library.books.overview(title='A "quoted" `title` | <b>', \
when=parse_datetime("2030-01-01T00:00:00Z"), day=date.fromisoformat("2030-01-01"), \
kind="novel", pages=1, author={"name": "Ada"})

"""


def test_a_deprecated_method_says_so(library: dict[str, str]) -> None:
    assert (
        "## overview\n\n**Deprecated.**\n\nAdds a book.\n" in library["docs/sdks/books/README.md"]
    )


def test_a_method_that_returns_nothing_says_so(library: dict[str, str]) -> None:
    assert "### Response\n\nThe response has no body.\n" in library["docs/sdks/books/README.md"]


def test_a_list_links_to_the_type_of_its_items(library: dict[str, str]) -> None:
    page = library["docs/sdks/books/README.md"]
    assert r"**[list\[components.Book\]](../../components/book.md)**" in page


def test_a_description_names_the_python_type_that_the_type_does_not(pages: dict[str, str]) -> None:
    rows = {row[0]: row[3] for row in tables(pages[PAGE])[4]}
    assert {name: text.partition("Python type: ")[2] for name, text in rows.items()} == {
        "Parameter": "",
        "`name`": "",
        "`http_referer`": "",
        "`x_open_router_title`": "",
        "`x_open_router_categories`": "",
        "`creator_user_id`": "",
        "`expires_at`": r"`datetime \| types.UnsetType \| None`.",
        "`include_byok_in_limit`": "",
        "`limit`": "",
        "`limit_reset`": "",
        "`workspace_id`": r"`str \| UUID \| None`.",
        "`retries`": r"`utils.RetryConfig \| types.UnsetType \| None`.",
    }


def test_a_date_that_is_required_has_its_python_type_too(library: dict[str, str]) -> None:
    table = next(t for t in tables(library["docs/sdks/books/README.md"]) if t[1][0] == "`title`")
    date = "[date](https://docs.python.org/3/library/datetime.html#date-objects)"
    assert [[row[0], row[1], row[3]] for row in table[2:5]] == [
        ["`when`", date, "The value of `when`. Python type: `datetime`."],
        ["`day`", date, "The value of `day`."],
        ["`kind`", "[operations.Kind](../../operations/kind.md)", "The value of `kind`."],
    ]
