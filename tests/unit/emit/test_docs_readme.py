"""The README, and the lists of all pages for language models."""

from __future__ import annotations

import re
from pathlib import Path

from tests.unit.support.pages import LIBRARY, broken_links, headings, prose, render_text, tables


def test_the_readme_leads_to_the_changelog_where_there_is_one(
    pages: dict[str, str], library: dict[str, str]
) -> None:
    assert "- [CHANGELOG.md](CHANGELOG.md): what changed" in pages["README.md"]
    assert "- [CHANGELOG.md](../CHANGELOG.md): what changed" in pages["docs/llms-full.txt"]
    assert "CHANGELOG" not in library["README.md"]


def test_the_readme_says_what_the_api_is_and_whom_to_ask(tmp_path: Path) -> None:
    document = LIBRARY.replace(
        "info: {title: Library, version: '1'}",
        "externalDocs: {url: 'https://library.example/guide'}\n"
        "info:\n"
        "  title: Library\n"
        "  version: '1'\n"
        '  description: "Lends **books**.\\n\\n# To <b>all</b>"\n'
        "  termsOfService: https://library.example/terms\n"
        "  contact: {name: 'The <b>desk</b>', email: desk@library.example}",
    )
    assert document != LIBRARY
    readme = render_text(document, tmp_path)["README.md"]
    assert "Lends **books**." in readme.partition("## Install")[0]
    assert "See: https://library.example/guide\n" in readme.partition("## Install")[0]
    assert "\\# To \\<b>all\\</b>\n" in readme
    more = readme.partition("## More")[2]
    assert "- Terms of service of the API: https://library.example/terms\n" in more
    assert "- Contact: The \\<b>desk\\</b>, desk@library.example\n" in more


def test_the_readme_says_what_the_document_does_of_a_credential(tmp_path: Path) -> None:
    scheme = "{type: apiKey, in: header, name: Authorization, description: 'Prefix \"Token\"'}"
    declared = f"security: [{{key: []}}]\ncomponents:\n  securitySchemes: {{key: {scheme}}}\n"
    document = LIBRARY.replace("components:\n", declared, 1)
    texts = render_text(document, tmp_path)
    [section] = re.findall(r"## Authentication.*?(?=\n```)", texts["README.md"], re.DOTALL)
    assert 'settings\n\nPrefix "Token"\n\nThe API key comes from' in section


def test_the_readme_leads_from_installing_to_closing(pages: dict[str, str]) -> None:
    assert headings(pages["README.md"]) == [
        "# openrouter-keys",
        "## Install",
        "## Quickstart",
        "## Async",
        "## Methods",
        "## Values",
        "## Authentication and settings",
        "## Errors",
        "## Retries",
        "## Timeouts and limits",
        "## Pagination",
        "## Null and missing values",
        "## Unexpected responses",
        "## Dicts and JSON",
        "## Options for several calls",
        "## What the SDK does not know",
        "## Raw responses",
        "## Hooks",
        "## Threads, event loops and processes",
        "## Faster transport",
        "## Custom HTTP clients",
        "## Servers",
        "## Logging",
        "## Testing your code",
        "## Closing",
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


def test_the_readme_walks_pages(pages: dict[str, str]) -> None:
    assert "for item in open_router.api_keys.list_iter():" in pages["README.md"]
    assert "open_router.api_keys.list_iter(offset=results.offset).pages():" in pages["README.md"]


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
            "The full documentation in one file: [llms-full.txt](llms-full.txt)."
        ),
    ]


def test_llms_full_txt_has_the_text_of_every_page(pages: dict[str, str]) -> None:
    titles = re.findall(r"^# .*", prose(pages["docs/llms-full.txt"]), re.MULTILINE)
    assert titles == [
        text.split("\n", 1)[0]
        for path, text in pages.items()
        if path not in {"docs/llms.txt", "docs/llms-full.txt"}
    ]


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


def test_a_document_without_operations_still_has_a_readme(tmp_path: Path) -> None:
    pages = render_text("openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\n", tmp_path)
    assert {"## Quickstart", "## Methods"}.isdisjoint(headings(pages["README.md"]))
    assert list(broken_links(pages)) == []
