"""Which pages a site has, what leads to them, and where their links lead."""

from __future__ import annotations

from sdkwright.shipping.site import pages
from sdkwright.shipping.site.pages import Entry, Page, Target

INDEX = """\
# plants

> Plants

## Guide

- [README](../README.md): Installation.

## Methods

- [Plants](sdks/plants/README.md): Everything that grows.
- [New\\_Plants](sdks/new_plants/README.md)
- [`plants.get`](sdks/plants/README.md#get): Get a plant

## Webhooks

- [webhooks](webhooks.md): Requests that the API sends.

## Shared types

- [components.Leaf](components/leaf.md): A leaf.
- [components.Root](components/root.md)
"""

TEXTS = {
    "README.md": "# plants\n",
    "CHANGELOG.md": "# Changelog\n",
    "docs/llms.txt": INDEX,
    "docs/llms-full.txt": "all of it",
    "docs/sdks/plants/README.md": "# Plants\n",
    "docs/sdks/new_plants/README.md": "# NewPlants\n",
    "docs/webhooks.md": "# Webhooks\n",
    "docs/components/leaf.md": "# Leaf\n",
    "docs/components/root.md": "# Root\n",
}


def test_pages_stand_at_short_addresses() -> None:
    assert {name: page.source for name, page in pages.plan(TEXTS).pages.items()} == {
        "index": "README.md",
        "changelog": "CHANGELOG.md",
        "sdks/plants": "docs/sdks/plants/README.md",
        "sdks/new_plants": "docs/sdks/new_plants/README.md",
        "webhooks": "docs/webhooks.md",
        "components/leaf": "docs/components/leaf.md",
        "components/root": "docs/components/root.md",
        "shared-types": "docs/llms.txt",
    }


def test_navigation_follows_the_index_and_leaves_operations_to_their_resource() -> None:
    site = pages.plan(TEXTS, (("Homepage", "https://example.com"),))
    assert site.resources == (
        Entry("Plants", "sdks/plants"),
        Entry("New_Plants", "sdks/new_plants"),
    )
    assert site.reference == (Entry("Webhooks", "webhooks"), Entry("Shared types", "shared-types"))
    assert site.links == (Entry("Homepage", "https://example.com"),)


def test_types_are_listed_on_a_page_that_they_lead_back_to() -> None:
    site = pages.plan(TEXTS)
    assert site.pages["shared-types"] == Page(
        "shared-types",
        "docs/llms.txt",
        "# Shared types\n\n- [components.Leaf](components/leaf.md): A leaf.\n"
        "- [components.Root](components/root.md)\n",
    )
    assert site.pages["components/leaf"].parent == "shared-types"
    assert site.pages["webhooks"].parent == ""


def test_a_section_with_one_page_needs_no_list() -> None:
    index = INDEX.replace("- [components.Root](components/root.md)\n", "")
    site = pages.plan({**TEXTS, "docs/llms.txt": index})
    assert site.reference[-1] == Entry("Shared types", "components/leaf")
    assert "shared-types" not in site.pages


def test_links_are_read_from_where_the_page_was_generated() -> None:
    site = pages.plan(TEXTS)
    assert [site.target(page, link) for page, link in LINKS] == [
        Target("sdks/plants", "get"),
        Target("sdks/plants", "get"),
        Target("index", "errors"),
        Target("components/root"),
        Target("components/leaf", "fields"),
        Target("components/leaf"),
        Target("docs/llms-full.txt", is_file=True),
    ]


LINKS = (
    ("index", "docs/sdks/plants/README.md#get"),
    ("components/leaf", "../sdks/plants/README.md#get"),
    ("sdks/plants", "../../../README.md#errors"),
    ("components/leaf", "root.md"),
    ("components/leaf", "#fields"),
    ("shared-types", "components/leaf.md"),
    ("index", "docs/llms-full.txt"),
)


def test_a_link_to_what_was_not_generated_leads_nowhere() -> None:
    site = pages.plan(TEXTS)
    for link in ("LICENSE", "../README.md", "/README.md", "docs/leaf.md", "javascript:alert(1)"):
        assert site.target("index", link) is None


def test_an_address_may_be_percent_encoded() -> None:
    index = INDEX.replace("sdks/new_plants/", "sdks/%E6%A4%8D%E7%89%A9/")
    texts = {**TEXTS, "docs/sdks/植物/README.md": "# 植物\n", "docs/llms.txt": index}
    site = pages.plan(texts)
    assert site.resources[1] == Entry("New_Plants", "sdks/植物")
    assert site.target("index", "docs/sdks/%E6%A4%8D%E7%89%A9/README.md") == Target("sdks/植物")
