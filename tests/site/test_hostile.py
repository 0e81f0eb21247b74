"""Text of a document does nothing on a site, whatever it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest

from sdkwright import config
from sdkwright.diagnostics import Diagnostics
from sdkwright.shipping.site import building, pages
from tests.hostile.attacks.base import base
from tests.hostile.attacks.payloads import PAYLOADS, RULED_PAYLOADS
from tests.hostile.attacks.places import FREE
from tests.hostile.harness import packages
from tests.site.support import reading
from tests.site.support.browser import chromium, visit
from tests.site.support.reading import Page
from tests.site.test_build import THEME_SCRIPT
from tests.support.once import Once

MARKUP: Final[Mapping[str, str]] = {
    "script": "<script>attacked = 1</script>",
    "handler": '<img src="x" onerror="attacked = 1">',
    "frame": '<iframe srcdoc="<script>parent.attacked = 1</script>"></iframe>',
    "link": "[here](javascript:attacked=1) <javascript:attacked=1>",
    "picture": "![here](https://attacker.example/pixel.png)",
    "directive": "```{raw} html\n<script>attacked = 1</script>\n```",
    "reStructuredText": "```{eval-rst}\n.. raw:: html\n\n   <script>attacked = 1</script>\n```",
    "role": "{raw-html}`<script>attacked = 1</script>` {ref}`x` {download}`/etc/passwd`",
    "inclusion": "```{include} /etc/passwd\n```\n\n```{literalinclude} /etc/passwd\n```",
    "attributes": '{onclick="attacked = 1"}\n[text]{onclick="attacked = 1"}',
    "front matter": "---\nmyst:\n  enable_extensions: [html_image]\nhtml_meta: {a: b}\n---\n",
    "template": "{{ [].__class__ }} {% raw %} {{ pathto('x') }}",
    "comment": "--> <script>attacked = 1</script> <!--",
    "end of a script": "</script></title></style><script>attacked = 1</script>",
}
"""Texts that only a site could act on."""

TEXTS: Final = {
    f"text{number}": text
    for number, text in enumerate(
        [*MARKUP.values(), *(PAYLOADS[name] for name in RULED_PAYLOADS if name != "surrogate")]
    )
}
ALLOWED: Final = {
    *("html", "head", "title", "meta", "link", "style", "script", "noscript", "body"),
    *("header", "main", "article", "section", "nav", "aside", "footer", "div", "span", "hr"),
    *("h1", "h2", "h3", "p", "ul", "ol", "li", "blockquote", "pre", "br"),
    *("table", "thead", "tbody", "tr", "th", "td"),
    *("a", "code", "em", "strong", "s", "form", "input", "label", "button"),
    *("svg", "symbol", "path", "g", "line", "polyline", "rect", "circle", "use"),
}
"""The elements of the theme, and those that Markdown without HTML makes."""


@pytest.fixture(scope="module")
def site(once: Once) -> Path:
    """One site with the pages of many packages; each has a text at all places."""

    def build(folder: Path) -> None:
        harmless = packages.render_only(_document("text"), folder / "harmless")
        texts = {"README.md": "# Library\n"}
        lines = []
        for name, text in TEXTS.items():
            made = packages.render_only(_document(text), folder / name)
            for path, page in made.files.items():
                is_page = pages.is_read(path) and path != pages.FULL
                if is_page and page != harmless.files.get(path):
                    # The index is a page as well: parts of it are.
                    texts[f"docs/{name}/{path.replace('.txt', '.md')}"] = page
                if path.startswith("docs/sdks/"):
                    lines.append(f"- [{name}]({name}/{path})")
        texts[pages.INDEX] = "\n".join(["# Library", "", "## Methods", "", *lines, ""])
        found = Diagnostics()
        settings = config.from_options(Path("openapi.yaml"), "library", folder / "out", found)
        building.render(pages.plan(texts), folder, settings, found, strict=False)

    return once("hostile", build) / "html"


def _document(text: str) -> object:
    document = base()
    for put in FREE.values():
        put(document, text)
    return document


@pytest.fixture(scope="module")
def hostile_pages(site: Path) -> dict[str, Page]:
    return reading.read(site)


def test_there_are_pages_of_each_text(hostile_pages: dict[str, Page]) -> None:
    folders = {path.partition("/")[0] for path in hostile_pages}
    assert TEXTS.keys() <= folders


def test_no_text_is_a_script_or_calls_one(hostile_pages: dict[str, Page]) -> None:
    for page in hostile_pages.values():
        assert [script.strip() for script in page.scripts] == [THEME_SCRIPT], page.path
        assert page.handlers == [], page.path
        assert len(page.policies) == 1, page.path


def test_no_text_is_another_element(hostile_pages: dict[str, Page]) -> None:
    found = {tag for page in hostile_pages.values() for tag in page.tags}
    assert found - ALLOWED == set()


def test_no_text_is_a_link_that_runs_code(hostile_pages: dict[str, Page]) -> None:
    schemes = {
        match[1].lower()
        for page in hostile_pages.values()
        for link in page.links
        if (match := re.match(r"\s*(\w+):", link))
    }
    assert schemes <= {"http", "https", "mailto"}


def test_no_text_loads_anything(hostile_pages: dict[str, Page]) -> None:
    assert list(reading.foreign(hostile_pages)) == []


def test_no_text_includes_a_file(hostile_pages: dict[str, Page]) -> None:
    assert [path for path, page in hostile_pages.items() if "root:x:0:0" in page.text] == []


def test_no_text_does_anything_in_a_browser(site: Path, hostile_pages: dict[str, Page]) -> None:
    chromium()
    some = [path for path in hostile_pages if "/sdks/" in path or path.endswith("/llms.html")]
    assert len(some) > len(TEXTS)
    seen = visit(site, some, only_pages=True)
    assert seen["messages"] == []
    assert [address for address in seen["requests"] if not address.startswith("/")] == []
    assert {found["light"]["attacked"] for found in seen["pages"].values()} == {None}
