"""Pages of types: fields, examples, and where each type is used."""

from __future__ import annotations

import re
from pathlib import Path

from tests.unit.support.pages import blocks, headings, render_text, tables


def test_fields_have_type_mark_description_and_example(pages: dict[str, str]) -> None:
    (table,) = tables(pages["docs/operations/ratelimit.md"])
    assert table == [
        ["Field", "Type", "Required", "Description", "Example"],
        [
            "`interval`",
            "`str`",
            "yes",
            "Length of the rate limit window.",
            "`10s`",
        ],
        [
            "`note`",
            "`str`",
            "yes",
            "The server's note on these numbers.",
            "`No longer enforced.`",
        ],
        [
            "`requests`",
            "`int`",
            "yes",
            "Requests allowed in each window; -1 means unlimited.",
            "`-1`",
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


def test_a_second_name_leads_to_the_page_of_the_class(pages: dict[str, str]) -> None:
    assert pages["docs/operations/getkeydata.md"] == """\
# GetKeyData

An API key with its limit and spending, but without its secret.

Another name for [`operations.Key`](key.md): see its page for an example and the details.

## Used By

* Field `data` of [`operations.GetKeyResponse`](getkeyresponse.md)
"""
    assert "* [`operations.GetKeyData`](getkeydata.md)\n" in pages["docs/operations/key.md"]


def test_a_secret_is_said_to_be_masked_and_is_not_printed(pages: dict[str, str]) -> None:
    page = pages["docs/operations/createkeysresponse.md"]
    (key,) = (row for row in tables(page)[0] if row[0] == "`key`")
    assert key[3].endswith("Masked when the object is printed, and omitted from pickles.")
    assert blocks(page)[0].endswith("print(value.data)\n")


def test_what_is_deprecated_says_so(pages: dict[str, str]) -> None:
    page = pages["docs/operations/getcurrentkeydata.md"]
    found = [row[0] for row in tables(page)[0] if row[3].startswith("**Deprecated.** ")]
    assert found == ["`is_provisioning_key`", "`rate_limit`"]
    assert "\n\n**Deprecated.**\n\n" in pages["docs/operations/ratelimit.md"]


def test_a_type_says_where_it_is_used(pages: dict[str, str]) -> None:
    page = pages["docs/operations/updatekeyslimitreset.md"]
    assert re.findall(r"^\* .*", page, re.MULTILINE) == [
        "* Argument `limit_reset` of [`api_keys.update`](../sdks/apikeys/README.md#update)",
        "* Field `limit_reset` of [`operations.UpdateKeysRequestBody`](updatekeysrequestbody.md)",
    ]


def test_a_field_says_what_it_is_called_in_json(library: dict[str, str]) -> None:
    rows = {row[0]: row for row in tables(library["docs/components/book.md"])[0]}
    assert rows["`secret_code`"][3] == (
        "A code. Called `secret-code` in JSON. "
        "Masked when the object is printed, and omitted from pickles."
    )
    assert rows["`old`"][3] == "**Deprecated.** Not in use."
    assert rows["`parts`"][1] == (r"[`list[components.Book] \| types.UnsetType`](book.md)")


def test_hostile_text_stays_text(library: dict[str, str]) -> None:
    page = library["docs/components/author.md"]
    assert headings(page) == ["# Author", "## Example Usage", "## Fields", "## Used By"]
    assert r"\# A heading \<script>alert(1)\</script>" in page
    assert r"See [this]\(javascript:alert(1)) and that." in page


def test_a_field_has_the_type_of_the_class(pages: dict[str, str]) -> None:
    (table,) = tables(pages["docs/operations/createkeysrequestbody.md"])
    assert [[row[0], row[1]] for row in table] == [
        ["Field", "Type"],
        ["`creator_user_id`", r"`str \| types.UnsetType \| None`"],
        ["`expires_at`", r"`datetime \| types.UnsetType \| None`"],
        ["`include_byok_in_limit`", r"`bool \| types.UnsetType`"],
        ["`limit`", r"`float \| types.UnsetType \| None`"],
        [
            "`limit_reset`",
            (
                r"[`operations.CreateKeysLimitReset \| types.UnsetType \| None`]"
                "(createkeyslimitreset.md)"
            ),
        ],
        ["`name`", "`str`"],
        ["`workspace_id`", r"`str \| types.UnsetType`"],
    ]


TUPLES = """
openapi: 3.1.0
info: {title: T, version: '1'}
servers: [{url: https://t.example}]
paths:
  /x:
    put:
      operationId: putX
      tags: [x]
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [either]
              properties: {either: {$ref: '#/components/schemas/Either'}}
      responses: {'204': {description: Done.}}
components:
  schemas:
    Either: {anyOf: [{$ref: '#/components/schemas/Pair'}, {type: array, items: {type: boolean}}]}
    Pair:
      type: array
      prefixItems: [{type: integer}, {type: string, format: date}]
      minItems: 2
      maxItems: 2
"""


def test_a_tuple_is_one_in_the_example_of_a_union(tmp_path: Path) -> None:
    pages = render_text(TUPLES, tmp_path)
    made = '(1, date.fromisoformat("2030-01-01"))'
    assert f"value: components.Either = {made}\n" in pages["docs/components/either.md"]
    assert f"x.put_x(either={made})" in pages["docs/sdks/x/README.md"]
