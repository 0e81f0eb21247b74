"""The site of the API-keys SDK in Chromium, as its readers see it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

import pytest

from tests.site.support.browser import chromium, visit
from tests.site.support.reading import Page
from tests.support.once import Once

PHONE: Final = 375
"""The width of a small phone, in CSS pixels."""

LIGHT: Final = "rgb(255, 255, 255)"
DARK: Final = "rgb(19, 20, 22)"


@pytest.fixture(scope="module")
def seen(site: Path, site_pages: dict[str, Page], once: Once) -> Any:
    """What the browser saw."""
    chromium()  # or this is skipped

    def look(folder: Path) -> None:
        (folder / "seen.json").write_text(json.dumps(visit(site, list(site_pages))))

    return json.loads((once("seen", look) / "seen.json").read_bytes())


def test_no_page_complains(seen: Any) -> None:
    assert seen["messages"] == []


def test_no_page_asks_another_host(seen: Any) -> None:
    assert [address for address in seen["requests"] if not address.startswith("/")] == []
    assert len(seen["requests"]) > 500


def test_every_link_on_every_page_leads_somewhere(seen: Any) -> None:
    ids = {f"/{path}": found["light"]["ids"] for path, found in seen["pages"].items()}
    broken = [
        (path, link)
        for path, found in seen["pages"].items()
        for link in found["light"]["links"]
        if not link.startswith(("https://", "/docs/"))
        for target, _, anchor in [link.partition("#")]
        if target not in ids or anchor not in {"", *ids[target]}
    ]
    assert broken == []


def test_no_page_is_wider_than_a_phone(seen: Any) -> None:
    widths = {path: found["dark"]["width"] for path, found in seen["pages"].items()}
    assert {path: width for path, width in widths.items() if width > PHONE} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_barrier(seen: Any, scheme: str) -> None:
    assert {
        path: found[scheme]["violations"]
        for path, found in seen["pages"].items()
        if found[scheme]["violations"]
    } == {}


def test_colours_are_those_of_the_readers_system(seen: Any) -> None:
    found = seen["pages"]["index.html"]
    assert (found["light"]["background"], found["dark"]["background"]) == (LIGHT, DARK)


def test_chosen_colours_stay_on_the_next_page(seen: Any) -> None:
    assert seen["theme"] == {
        "before": ["auto", LIGHT],
        "after": ["dark", DARK],
        "next": ["dark", DARK],
    }


def test_search_finds_an_operation(seen: Any) -> None:
    assert "/sdks/apikeys.html#create" in seen["search"]["create"][:3]
    assert seen["search"]["list api keys"][0] == "/sdks/apikeys.html"


def test_search_finds_an_error(seen: Any) -> None:
    assert seen["search"]["NotFoundResponseError"][0] == "/errors/notfoundresponseerror.html"


def test_a_result_opens_the_operation(seen: Any) -> None:
    assert seen["search"]["opened"] is not None


def test_the_keyboard_reaches_navigation_and_content(seen: Any) -> None:
    stops = [stop["text"] for stop in seen["keys"]["stops"]]
    assert stops[:5] == ["Skip to content", "openrouter-keys 0.1.0", "Search", "Guide", "APIKeys"]
    assert "get_current_key_metadata" in stops
    assert "Copy" in stops


def test_what_has_the_keyboard_can_be_seen(seen: Any) -> None:
    assert [stop["text"] for stop in seen["keys"]["stops"] if not stop["visible"]] == []


def test_the_keyboard_scrolls_code(seen: Any) -> None:
    assert seen["keys"]["scrolled"] is True


def test_a_button_copies_code(seen: Any) -> None:
    assert seen["copied"] == "pip install openrouter-keys\n"


def test_request_and_response_are_side_by_side_where_there_is_room(seen: Any) -> None:
    places = seen["places"]["desktop"]
    example, response, parameters = (places[n] for n in ("example", "response", "parameters"))
    assert example["y"] == response["y"]
    assert example["x"] + example["width"] < response["x"]
    assert parameters["y"] >= response["y"] + response["height"]


def test_request_and_response_are_below_each_other_on_a_phone(seen: Any) -> None:
    places = seen["places"]["phone"]
    assert places["response"]["y"] >= places["example"]["y"] + places["example"]["height"] - 1
    assert places["response"]["x"] == places["example"]["x"]


@pytest.mark.parametrize("device", ["desktop", "phone"])
def test_an_anchor_shows_its_heading(seen: Any, device: str) -> None:
    assert seen["places"][device]["shown"].startswith("create")
