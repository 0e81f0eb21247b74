from __future__ import annotations

import re
from pathlib import Path

import pytest

from sdkwright.emit.docs.resources import status_order
from tests.unit.support.pages import (
    ROOT,
    blocks,
    broken_links,
    headings,
    openrouter_pages,
    prose,
    render_text,
    tables,
)

REFERENCE = ROOT.parent / "shared" / "reference" / "apikeys-python-sdk.md"
PAGE = "docs/sdks/apikeys/README.md"

LIBRARY = """
openapi: 3.1.0
info: {title: Library, version: '1'}
servers:
  - {url: 'https://a.example/v1', description: First}
  - {url: 'https://b.example/v1'}
tags:
  - {name: Books, description: "All **books**."}
paths:
  /books:
    get:
      operationId: listBooks
      tags: [Books]
      summary: List books
      x-speakeasy-retries:
        strategy: backoff
        statusCodes: ['429', '503']
        backoff: {maxElapsedTime: 1500}
      responses:
        '200':
          description: Books.
          content:
            application/json:
              schema: {type: array, items: {$ref: '#/components/schemas/Book'}}
        default:
          description: It went wrong.
          content:
            application/json:
              schema: {type: object, properties: {error: {type: string}}}
    post:
      operationId: overview
      tags: [Books]
      deprecated: true
      description: Adds a book.
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [title, when, day, kind, pages, author]
              properties:
                title: {type: string, example: 'A "quoted" `title` | <b>'}
                when: {type: string, format: date-time}
                day: {type: string, format: date}
                kind: {type: string, enum: [novel, poem]}
                pages: {type: integer, example: many}
                author: {$ref: '#/components/schemas/Author'}
                note: {type: [string, 'null'], description: "A | B"}
      responses:
        '204': {description: Added.}
components:
  schemas:
    Book:
      type: object
      required: [title]
      properties:
        title: {type: string}
        secret-code: {type: string, format: password, description: A code.}
        author: {$ref: '#/components/schemas/Author'}
        parts: {type: array, items: {$ref: '#/components/schemas/Book'}}
        old: {type: integer, deprecated: true, description: Not in use.}
    Author:
      type: object
      description: |-
        # A heading <script>alert(1)</script>

        See [this](javascript:alert(1)) and [that](/local).
      required: [name]
      properties: {name: {type: string, example: Ada}}
"""


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return openrouter_pages()


@pytest.fixture
def library(tmp_path: Path) -> dict[str, str]:
    return render_text(LIBRARY, tmp_path)


# All pages


def test_every_type_error_and_utility_has_a_page(pages: dict[str, str]) -> None:
    found = {path for path in pages if not path.startswith("docs/components/")}
    assert found == {
        "README.md",
        "docs/llms.txt",
        "docs/llms-full.txt",
        PAGE,
        "docs/models/utils/backoffstrategy.md",
        "docs/models/utils/retryconfig.md",
        *(
            f"docs/operations/{name}.md"
            for name in (
                "createkeysdata",
                "createkeyslimitreset",
                "createkeysrequestbody",
                "createkeysresponse",
                "deletekeysresponse",
                "getcurrentkeydata",
                "getcurrentkeyresponse",
                "getkeydata",
                "getkeyresponse",
                "listdata",
                "listresponse",
                "ratelimit",
                "updatekeysdata",
                "updatekeyslimitreset",
                "updatekeysrequestbody",
                "updatekeysresponse",
            )
        ),
        *(
            f"docs/errors/{name}response{kind}.md"
            for name in (
                "badrequest",
                "forbidden",
                "internalserver",
                "notfound",
                "toomanyrequests",
                "unauthorized",
            )
            for kind in ("error", "errordata")
        ),
        "docs/errors/noresponseerror.md",
        "docs/errors/openrouterdefaulterror.md",
        "docs/errors/openroutererror.md",
        "docs/errors/requestvalidationerror.md",
        "docs/errors/responsetimeouterror.md",
        "docs/errors/responsevalidationerror.md",
    }


def test_no_link_is_broken(pages: dict[str, str]) -> None:
    assert list(broken_links(pages | {"CHANGELOG.md": "written by people"})) == []


def test_the_readme_leads_to_the_changelog_where_there_is_one(
    pages: dict[str, str], library: dict[str, str]
) -> None:
    assert "- [CHANGELOG.md](CHANGELOG.md) says what changed" in pages["README.md"]
    assert "- [CHANGELOG.md](../CHANGELOG.md) says what changed" in pages["docs/llms-full.txt"]
    assert "CHANGELOG" not in library["README.md"]


def test_no_link_is_broken_in_another_document(library: dict[str, str]) -> None:
    assert list(broken_links(library)) == []


def test_a_broken_link_is_found() -> None:
    assert list(broken_links({"a.md": "# A\n[x](#a) [y](#b) [z](c.md)"})) == [
        "a.md: #b",
        "a.md: c.md",
    ]


def test_the_source_of_a_page_is_tidy(pages: dict[str, str], library: dict[str, str]) -> None:
    for path, text in (*pages.items(), *library.items()):
        assert text.endswith("\n"), path
        assert not text.endswith("\n\n"), path
        assert "{{" not in text, path
        assert "{%" not in text, path
        assert not re.search(r"[ \t]$", text, re.MULTILINE), path


def test_there_are_no_double_blank_lines_but_those_that_python_wants(
    pages: dict[str, str], library: dict[str, str]
) -> None:
    for path, text in (*pages.items(), *library.items()):
        without_code = re.sub(r"^```python\n.*?^```$", "code", text, flags=re.MULTILINE | re.DOTALL)
        assert "\n\n\n" not in without_code, path


def test_tables_are_aligned(pages: dict[str, str], library: dict[str, str]) -> None:
    for path, text in (*pages.items(), *library.items()):
        for table in re.findall(r"(?:^\|.*\|\n)+", prose(text), re.MULTILINE):
            lines = table.splitlines()
            assert len({len(line) for line in lines}) == 1, f"{path}: {lines[0]}"
            assert re.fullmatch(r"\|( -+ \|)+", lines[1]), f"{path}: {lines[1]}"


def test_python_compiles(pages: dict[str, str], library: dict[str, str]) -> None:
    found = 0
    for path, text in (*pages.items(), *library.items()):
        for block in blocks(text):
            compile(block, path, "exec")
            found += 1
    assert found > 100


def test_each_page_begins_with_its_title(pages: dict[str, str]) -> None:
    titles = {path: text.split("\n", 1)[0] for path, text in pages.items()}
    assert titles["README.md"] == "# openrouter-keys"
    assert titles["docs/operations/createkeysdata.md"] == "# CreateKeysData"
    assert titles["docs/errors/notfoundresponseerror.md"] == "# NotFoundResponseError"
    assert titles["docs/models/utils/retryconfig.md"] == "# RetryConfig"


# The page of a resource


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


# Pages of types


def test_fields_have_type_mark_description_and_example(pages: dict[str, str]) -> None:
    (table,) = tables(pages["docs/operations/ratelimit.md"])
    assert table == [
        ["Field", "Type", "Required", "Description", "Example"],
        [
            "`interval`",
            "*str*",
            r":heavy\_check\_mark:",
            "The length of the window that requests are counted in.",
            "10s",
        ],
        [
            "`note`",
            "*str*",
            r":heavy\_check\_mark:",
            "What the server has to say about these numbers.",
            "No longer enforced.",
        ],
        [
            "`requests`",
            "*int*",
            r":heavy\_check\_mark:",
            "Requests allowed in each window; -1 means no such limit.",
            "-1",
        ],
    ]


def test_a_response_is_made_from_its_example(pages: dict[str, str]) -> None:
    (block,) = blocks(pages["docs/operations/deletekeysresponse.md"])
    assert block == """\
from openrouter import operations

value = operations.DeleteKeysResponse.model_validate({"deleted": True})
print(value.deleted)
"""


def test_a_body_is_made_of_keywords(pages: dict[str, str]) -> None:
    assert blocks(pages["docs/operations/createkeysrequestbody.md"]) == ["""\
from openrouter import operations
from openrouter.utils import parse_datetime

value = operations.CreateKeysRequestBody(
    expires_at=parse_datetime("2027-12-31T23:59:59Z"),
    include_byok_in_limit=True,
    limit=50,
    limit_reset="monthly",
    name="My New API Key",
)
print(value.model_dump_json())
"""]


def test_an_enum_shows_its_values_and_that_there_may_be_others(pages: dict[str, str]) -> None:
    page = pages["docs/operations/createkeyslimitreset.md"]
    assert tables(page) == [[["Value"], ['`"daily"`'], ['`"weekly"`'], ['`"monthly"`']]]
    assert "The API may add values" in page
    assert 'value: operations.CreateKeysLimitReset = "monthly"\n' in page


def test_a_second_name_has_a_whole_page_of_its_own(pages: dict[str, str]) -> None:
    page = pages["docs/operations/getkeydata.md"]
    assert "Another name of [operations.ListData](listdata.md)." in page
    assert "operations.GetKeyData.model_validate(" in page
    assert tables(page) == tables(pages["docs/operations/listdata.md"])
    assert "* [operations.GetKeyData](getkeydata.md)\n" in pages["docs/operations/listdata.md"]


def test_a_secret_is_said_to_be_masked_and_is_not_printed(pages: dict[str, str]) -> None:
    page = pages["docs/operations/createkeysresponse.md"]
    (key,) = (row for row in tables(page)[0] if row[0] == "`key`")
    assert key[3].endswith("It is masked when the object is printed, and left out of pickles.")
    assert blocks(page)[0].endswith("print(value.data)\n")


def test_what_is_deprecated_says_so(pages: dict[str, str]) -> None:
    page = pages["docs/operations/getcurrentkeydata.md"]
    found = [row[0] for row in tables(page)[0] if row[3].startswith("**Deprecated.** ")]
    assert found == ["`is_provisioning_key`", "`rate_limit`"]
    assert "\n\n**Deprecated.**\n\n" in pages["docs/operations/ratelimit.md"]


def test_a_type_says_where_it_is_used(pages: dict[str, str]) -> None:
    page = pages["docs/operations/updatekeyslimitreset.md"]
    assert re.findall(r"^\* .*", page, re.MULTILINE) == [
        r"* Argument `limit_reset` of [api\_keys.update](../sdks/apikeys/README.md#update)",
        "* Field `limit_reset` of [operations.UpdateKeysRequestBody](updatekeysrequestbody.md)",
    ]


# Pages of errors


def test_an_error_says_when_it_is_raised(pages: dict[str, str]) -> None:
    page = pages["docs/errors/notfoundresponseerror.md"]
    assert page.splitlines()[2] == "There is no key with this hash."
    assert tables(page)[0] == [
        ["Status Code", "Method"],
        ["404", r"[api\_keys.delete](../sdks/apikeys/README.md#delete)"],
        ["404", r"[api\_keys.get](../sdks/apikeys/README.md#get)"],
        ["404", r"[api\_keys.update](../sdks/apikeys/README.md#update)"],
    ]
    assert [row[0] for row in tables(page)[1]] == [
        "Field",
        "`error`",
        "`openrouter_metadata`",
        "`user_id`",
    ]


def test_an_error_is_caught_in_its_example(pages: dict[str, str]) -> None:
    (block,) = blocks(pages["docs/errors/unauthorizedresponseerror.md"])
    assert block.endswith("""\
) as open_router:
    try:
        res = open_router.api_keys.get_current_key_metadata()
        print(res)
    except errors.UnauthorizedResponseError as error:
        print(error.status_code, error.message)
        print(error.data)
""")


def test_what_all_errors_have_is_on_the_page_of_their_base(pages: dict[str, str]) -> None:
    page = pages["docs/errors/openroutererror.md"]
    assert [row[0] for row in tables(page)[0]] == [
        "Attribute",
        "`message`",
        "`status_code`",
        "`headers`",
        "`body`",
        "`data`",
        "`raw_response`",
    ]
    assert "* [errors.NotFoundResponseError](notfoundresponseerror.md)\n" in page


# README and llms.txt


def test_the_readme_leads_from_installing_to_closing(pages: dict[str, str]) -> None:
    assert headings(pages["README.md"]) == [
        "# openrouter-keys",
        "## Install",
        "## First call",
        "## Async",
        "## Methods",
        "## Authentication and settings",
        "## Errors",
        "## Retries",
        "## Time-outs and limits",
        "## Pagination",
        "## Null and absent",
        "## Responses that have moved on",
        "## Dicts and JSON",
        "## The whole response",
        "## Hooks",
        "## Your own HTTP client",
        "## Servers",
        "## Logging",
        "## Threads, event loops, closing",
        "## More",
    ]


def installing(readme: str) -> str:
    return readme.partition("## Install\n")[2].partition("\n## ")[0]


def test_a_package_that_is_imported_as_it_is_installed_needs_no_more_words(
    library: dict[str, str],
) -> None:
    assert installing(library["README.md"]) == "\n```sh\npip install library\n```\n"


def test_the_readme_says_that_the_names_differ(tmp_path: Path) -> None:
    pages = render_text(LIBRARY, tmp_path, distribution="acme-books")
    assert installing(pages["README.md"]) == (
        "\n```sh\npip install acme-books\n```\n\nInstall `acme-books`; import `library`.\n"
    )


def test_the_readme_has_the_notes_on_installing_as_text(tmp_path: Path) -> None:
    notes = """
Choose *one*:

- [acme](https://acme.example), or
- the [other](other.md).

# Not a heading <b>
"""
    pages = render_text(LIBRARY, tmp_path, install_notes=notes)
    assert installing(pages["README.md"]) == (
        "\n```sh\npip install library\n```\n\n"
        "Choose *one*:\n\n- [acme](https://acme.example), or\n- the other.\n\n"
        "\\# Not a heading \\<b>\n"
    )
    assert "Choose *one*:" in pages["docs/llms-full.txt"]


def test_notes_on_installing_that_are_blank_leave_nothing_behind(
    library: dict[str, str], tmp_path: Path
) -> None:
    assert (
        render_text(LIBRARY, tmp_path, install_notes=" \n\n")["README.md"] == library["README.md"]
    )


def test_the_readme_names_the_environment_variables(pages: dict[str, str]) -> None:
    settings = tables(pages["README.md"])[1]
    assert [row[1] for row in settings] == [
        "Environment variable",
        "`OPENROUTER_HTTP_REFERER`",
        "`OPENROUTER_X_OPEN_ROUTER_TITLE`",
        "`OPENROUTER_X_OPEN_ROUTER_CATEGORIES`",
    ]
    assert "`OPENROUTER_API_KEY`" in pages["README.md"]


def test_the_readme_says_what_the_document_says_about_retries(pages: dict[str, str]) -> None:
    text = " ".join(pages["README.md"].split())
    assert (
        "Transient failures are retried: the status codes 408, 429 and 5XX, connection errors and "
        "time-outs. A call makes at most `max_retries` retries (default: 2), none of which begins "
        "later than 30 s after the first try."
    ) in text


def test_the_readme_walks_pages(pages: dict[str, str]) -> None:
    assert "for item in open_router.api_keys.list_iter():" in pages["README.md"]
    assert "open_router.api_keys.list_iter(offset=walk.offset).pages():" in pages["README.md"]


def test_llms_txt_lists_every_page(pages: dict[str, str]) -> None:
    linked = set(re.findall(r"\]\(([^)#]+)\)", pages["docs/llms.txt"]))
    assert {*pages} - {"docs/llms.txt"} == {
        link.removeprefix("../") if link.startswith("../") else f"docs/{link}" for link in linked
    }


def test_llms_txt_begins_with_title_summary_and_names(pages: dict[str, str]) -> None:
    assert pages["docs/llms.txt"].splitlines()[:5] == [
        "# openrouter-keys",
        "",
        "> A Python client for OpenRouter's API-key endpoints",
        "",
        (
            "A Python SDK: install `openrouter-keys`, import `openrouter`. "
            "All pages in one file: [llms-full.txt](llms-full.txt)."
        ),
    ]


def test_llms_full_txt_has_the_text_of_every_page(pages: dict[str, str]) -> None:
    titles = re.findall(r"^# .*", prose(pages["docs/llms-full.txt"]), re.MULTILINE)
    assert titles == [
        text.split("\n", 1)[0]
        for path, text in pages.items()
        if path not in {"docs/llms.txt", "docs/llms-full.txt"}
    ]


# Another document


def test_a_readme_has_no_section_that_its_document_gives_no_reason_for(
    library: dict[str, str],
) -> None:
    found = headings(library["README.md"])
    assert "## Pagination" not in found
    assert "## Authentication and settings" not in found
    assert "API key" not in library["README.md"]


def test_the_servers_are_listed(library: dict[str, str]) -> None:
    (table,) = (table for table in tables(library["README.md"]) if "URL" in table[0])
    assert table == [
        ["Name", "URL", "Description"],
        ["`server_1`", "`https://a.example/v1`", "First"],
        ["`server_2`", "`https://b.example/v1`", ""],
    ]


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


def test_a_method_with_retries_of_its_own_says_so(library: dict[str, str]) -> None:
    page = library["docs/sdks/books/README.md"]
    assert "By default, this method is tried again on 429 and 503, for 1500 ms at the most." in page


OWN_RETRIES = """
openapi: 3.1.0
info: {{title: Mint, version: '1'}}
x-speakeasy-retries: {general}
paths:
  /coins:
    {method}:
      operationId: strike
      parameters: {parameters}
      x-speakeasy-retries:
        strategy: backoff
        statusCodes: {codes}
        retryConnectionErrors: {lost}
      responses: {{'204': {{description: Done.}}}}
"""
KEY_PARAMETER = "[{name: Idempotency-Key, in: header, schema: {type: string}}]"


@pytest.mark.parametrize(
    ("method", "codes", "lost", "parameters", "text"),
    [
        ("get", "['503']", "false", "[]", "tried again on 503, for 3600 s at the most"),
        ("put", "['503']", "false", "[]", "tried again on 503, for 3600 s at the most"),
        ("post", "['503']", "false", "[]", "not tried again"),
        ("patch", "['5XX']", "false", "[]", "not tried again"),
        ("post", "['429', '503']", "true", "[]", "tried again on 429, for 3600 s at the most"),
        ("post", "['4XX', '503']", "true", "[]", "tried again on 429, for 3600 s at the most"),
        ("post", "['503']", "false", KEY_PARAMETER, "tried again on 503, for 3600 s at the most"),
        (
            "post",
            "['503']",
            "true",
            "[]",
            "tried again for 3600 s at the most, if no connection is made",
        ),
        ("get", "[]", "false", "[]", "not tried again"),
    ],
)
def test_a_method_with_retries_of_its_own_says_what_becomes_of_them(  # noqa: PLR0917 - a table
    tmp_path: Path, method: str, codes: str, lost: str, parameters: str, text: str
) -> None:
    document = OWN_RETRIES.format(
        general="{strategy: none}", method=method, codes=codes, lost=lost, parameters=parameters
    )
    pages = render_text(document, tmp_path)
    page = next(text for path, text in pages.items() if path.startswith("docs/sdks/"))
    said = [line for line in page.splitlines() if line.startswith("By default, ")]
    assert said == [f"By default, this method is {text}."]


def test_a_readme_without_retries_says_so(tmp_path: Path) -> None:
    document = OWN_RETRIES.format(
        general="{strategy: none}", method="get", codes="['503']", lost="false", parameters="[]"
    )
    text = " ".join(render_text(document, tmp_path)["README.md"].split())
    assert (
        "## Retries A call is made once only, unless the client or the call is given a "
        "[utils.RetryConfig](docs/models/utils/retryconfig.md)."
    ) in text


def test_a_readme_promises_no_retry_after_429_that_the_document_has_not(tmp_path: Path) -> None:
    document = OWN_RETRIES.format(
        general="{strategy: backoff, statusCodes: ['5XX']}",
        method="post",
        codes="['503']",
        lost="false",
        parameters="[]",
    )
    text = " ".join(render_text(document, tmp_path)["README.md"].split())
    assert "Transient failures are retried: the status codes 5XX. A call makes" in text
    assert "POST and PATCH are retried only if the request was never sent: after any" in text


def test_a_method_that_returns_nothing_says_so(library: dict[str, str]) -> None:
    assert "### Response\n\nThe response has no body.\n" in library["docs/sdks/books/README.md"]


def test_a_list_links_to_the_type_of_its_items(library: dict[str, str]) -> None:
    page = library["docs/sdks/books/README.md"]
    assert r"**List\[[components.Book](../../components/book.md)]**" in page


def test_a_field_says_what_it_is_called_in_json(library: dict[str, str]) -> None:
    rows = {row[0]: row for row in tables(library["docs/components/book.md"])[0]}
    assert rows["`secret_code`"][3] == (
        'A code. It is called "secret-code" in JSON. '
        "It is masked when the object is printed, and left out of pickles."
    )
    assert rows["`old`"][3] == "**Deprecated.** Not in use."
    assert rows["`parts`"][1] == r"Optional\[List\[[components.Book](book.md)]]"


def test_hostile_text_stays_text(library: dict[str, str]) -> None:
    page = library["docs/components/author.md"]
    assert headings(page) == ["# Author", "## Example Usage", "## Fields", "## Used By"]
    assert r"\# A heading \<script>alert(1)\</script>" in page
    assert r"See [this]\(javascript:alert(1)) and that." in page


def test_an_error_without_a_status_of_its_own_is_raised_for_any_other(
    library: dict[str, str],
) -> None:
    assert ["any other", r"[books.list\_books](../sdks/books/README.md#list_books)"] in (
        tables(library["docs/errors/listbooksdefaulterror.md"])[0]
    )


def test_a_document_without_operations_still_has_a_readme(tmp_path: Path) -> None:
    pages = render_text("openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\n", tmp_path)
    assert "## First call" not in headings(pages["README.md"])
    assert list(broken_links(pages)) == []
