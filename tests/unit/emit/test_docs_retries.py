"""What pages say about retries."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.support.pages import render_text


def test_the_readme_says_what_the_document_says_about_retries(pages: dict[str, str]) -> None:
    text = " ".join(pages["README.md"].split())
    assert (
        "Transient failures are retried: the status codes 408, 429 and 5XX, connection errors and "
        "timeouts. A call makes at most `max_retries` retries (default: 2), none of which starts "
        "later than 30 s after the first attempt."
    ) in text


def test_a_method_with_retries_of_its_own_says_so(library: dict[str, str]) -> None:
    page = library["docs/sdks/books/README.md"]
    assert "By default, this method is retried on 429 and 503, for up to 1500 ms." in page


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
        ("get", "['503']", "false", "[]", "retried on 503, for up to 3600 s"),
        ("put", "['503']", "false", "[]", "retried on 503, for up to 3600 s"),
        ("post", "['503']", "false", "[]", "not retried"),
        ("patch", "['5XX']", "false", "[]", "not retried"),
        ("post", "['429', '503']", "true", "[]", "retried on 429, for up to 3600 s"),
        ("post", "['4XX', '503']", "true", "[]", "retried on 429, for up to 3600 s"),
        ("post", "['503']", "false", KEY_PARAMETER, "retried on 503, for up to 3600 s"),
        (
            "post",
            "['503']",
            "true",
            "[]",
            "retried for up to 3600 s if no connection is made",
        ),
        ("get", "[]", "false", "[]", "not retried"),
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
        "## Retries Calls are not retried, unless the client or the call is given a "
        "[`utils.RetryConfig`](docs/models/utils/retryconfig.md)."
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
