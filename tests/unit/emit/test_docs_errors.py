"""Pages of errors: when each is raised, and how it is caught."""

from __future__ import annotations

from tests.unit.support.pages import blocks, tables


def test_an_error_says_when_it_is_raised(pages: dict[str, str]) -> None:
    page = pages["docs/errors/notfoundresponseerror.md"]
    assert page.splitlines()[2] == "No API key has this hash."
    assert tables(page)[0] == [
        ["Status Code", "Method"],
        ["404", "[`api_keys.delete`](../sdks/apikeys/README.md#delete)"],
        ["404", "[`api_keys.get`](../sdks/apikeys/README.md#get)"],
        ["404", "[`api_keys.update`](../sdks/apikeys/README.md#update)"],
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
with OpenRouter() as open_router:
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
        "`attempts`",
        "`request_id`",
    ]
    assert "* [`errors.NotFoundResponseError`](notfoundresponseerror.md)\n" in page


def test_an_error_without_a_status_of_its_own_is_raised_for_any_other(
    library: dict[str, str],
) -> None:
    assert ["any other", "[`books.list_books`](../sdks/books/README.md#list_books)"] in (
        tables(library["docs/errors/listbooksdefaulterror.md"])[0]
    )
