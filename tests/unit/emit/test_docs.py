"""What holds for all pages of the documentation."""

from __future__ import annotations

import re

from tests.unit.support.pages import PAGE, blocks, broken_links, prose


def test_every_type_error_and_utility_has_a_page(pages: dict[str, str]) -> None:
    found = {path for path in pages if not path.startswith("docs/components/")}
    assert found == {
        "README.md",
        "docs/llms.txt",
        "docs/llms-full.txt",
        PAGE,
        "docs/models/utils/backoffstrategy.md",
        "docs/models/utils/retryconfig.md",
        "docs/models/utils/timeout.md",
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
                "key",
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
        "docs/errors/sdkerror.md",
    }


def test_no_link_is_broken(pages: dict[str, str]) -> None:
    assert list(broken_links(pages | {"CHANGELOG.md": "written by people"})) == []


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
