"""What holds for all operations, and the settings."""

from __future__ import annotations

from typing import Any, Final

from tests.compatibility.cases.places import (
    STRING,
)
from tests.compatibility.support.case import Case
from tests.compatibility.support.edits import drop, put


def production(url: str = "https://cinema.example/v1") -> dict[str, Any]:
    return {"url": url, "description": "Production.", "x-speakeasy-server-id": "production"}


def staging(default: str, *others: str) -> dict[str, Any]:
    return {
        "url": "https://{stage}.cinema.example/v1",
        "description": "For trying things out.",
        "x-speakeasy-server-id": "staging",
        "variables": {"stage": {"default": default, "enum": [default, *others]}},
    }


CASES: Final = (
    Case(
        "a global parameter is added",
        (
            put(
                "x-speakeasy-globals parameters +",
                {"name": "X-Region", "in": "header", "schema": STRING},
            ),
        ),
        level="breaking",
        changes=(
            ("client-argument-moved", "Cinema()", ""),
            ("client-argument-added", "Cinema()", "x_region"),
            ("parameter-added", "cinema.box_office.book()", "x_region"),
            ("parameter-added", "cinema.box_office.count_tickets()", "x_region"),
            ("parameter-added", "cinema.films.create()", "x_region"),
            ("parameter-added", "cinema.films.delete()", "x_region"),
            ("parameter-added", "cinema.films.get()", "x_region"),
            ("parameter-added", "cinema.films.list()", "x_region"),
            ("parameter-added", "cinema.films.update()", "x_region"),
            ("parameter-added", "cinema.screenings.cancel()", "x_region"),
            ("parameter-added", "cinema.screenings.list()", "x_region"),
        ),
    ),
    Case(
        "a global parameter is removed",
        (drop("x-speakeasy-globals parameters X-Locale"),),
        level="breaking",
        changes=(
            ("client-argument-removed", "Cinema()", "x_locale"),
            ("client-argument-moved", "Cinema()", ""),
            ("parameter-removed", "cinema.box_office.book()", "x_locale"),
            ("parameter-removed", "cinema.box_office.count_tickets()", "x_locale"),
            ("parameter-removed", "cinema.films.create()", "x_locale"),
            ("parameter-removed", "cinema.films.delete()", "x_locale"),
            ("parameter-removed", "cinema.films.get()", "x_locale"),
            ("parameter-removed", "cinema.films.list()", "x_locale"),
            ("parameter-removed", "cinema.films.update()", "x_locale"),
            ("parameter-removed", "cinema.screenings.cancel()", "x_locale"),
            ("parameter-removed", "cinema.screenings.list()", "x_locale"),
        ),
        breaks=("Cinema(x_locale)", "Cinema() by position", "films.list(x_locale)"),
    ),
    Case(
        "a server is removed",
        (put("servers", [production()]),),
        level="breaking",
        changes=(
            ("client-argument-moved", "Cinema()", ""),
            ("client-argument-removed", "Cinema()", "stage"),
            ("server-removed", "Cinema()", "server"),
        ),
        breaks=("Cinema() by position", "Cinema(server=staging)", "Cinema(stage=preview)"),
    ),
    Case(
        "a part of a server's URL may have another value",
        (put("servers", [production(), staging("staging", "preview", "test")]),),
        level="compatible",
        changes=(("server-variable-value-added", "Cinema()", "stage"),),
    ),
    Case(
        "a part of a server's URL may not have a value any more",
        (put("servers", [production(), staging("staging")]),),
        level="breaking",
        changes=(("server-variable-value-removed", "Cinema()", "stage"),),
        breaks=("Cinema(stage=preview)",),
    ),
    Case(
        "a part of a server's URL is something else by default",
        (put("servers", [production(), staging("preview", "staging")]),),
        level="breaking",
        changes=(("server-address-changed", "Cinema()", "server"),),
    ),
    Case(
        "a server is added",
        (put("servers +", {"url": "https://eu.cinema.example/v1", "x-speakeasy-server-id": "eu"}),),
        level="compatible",
        changes=(("server-added", "Cinema()", "server"),),
    ),
    Case(
        "the server moves",
        (
            put(
                "servers",
                [production("https://api.cinema.example/v1"), staging("staging", "preview")],
            ),
        ),
        level="breaking",
        changes=(("server-address-changed", "Cinema()", "server"),),
    ),
    Case(
        "no credentials are needed any more",
        (drop("security"), drop("components securitySchemes")),
        level="breaking",
        changes=(
            ("client-argument-removed", "Cinema()", "token"),
            ("client-argument-moved", "Cinema()", ""),
            ("security-relaxed", "cinema.box_office.book()", ""),
            ("security-relaxed", "cinema.box_office.count_tickets()", ""),
            ("security-relaxed", "cinema.films.create()", ""),
            ("security-relaxed", "cinema.films.delete()", ""),
            ("security-relaxed", "cinema.films.get()", ""),
            ("security-relaxed", "cinema.films.list()", ""),
            ("security-relaxed", "cinema.films.update()", ""),
            ("security-relaxed", "cinema.screenings.cancel()", ""),
            ("security-relaxed", "cinema.screenings.list()", ""),
        ),
        breaks=("Cinema() by position", "Cinema(token)"),
    ),
    Case(
        "the policy of retries changes",
        (put("x-speakeasy-retries backoff maxElapsedTime", 60000),),
        level="compatible",
        changes=(("retries-changed", "Cinema()", ""),),
    ),
    Case(
        "the API is described in other words",
        (put("info description", "All about films."),),
        level="docs",
        changes=(("documentation-changed", "Cinema()", ""),),
    ),
    Case("the API has another version", (put("info version", "2"),), level="nothing"),
    Case(
        "the client gets another name",
        level="breaking",
        changes=(
            ("client-renamed", "Cinema()", ""),
            ("client-renamed", "errors.CinemaDefaultError", ""),
            ("client-renamed", "errors.CinemaError", ""),
        ),
        settings={"client_class": "Movies"},
        breaks=("import Cinema", "import CinemaError", "import CinemaDefaultError"),
    ),
    Case(
        "the module gets another name",
        level="breaking",
        changes=(("module-renamed", "import cinema", ""),),
        settings={"module": "movies"},
        breaks=(
            "import cinema",
            "import cinema.components",
            "import cinema.errors",
            "import cinema.operations",
            "import cinema.types",
            "import cinema.utils",
            "import Room of its file",
            "import Sort of its file",
            "import BoxOffice",
            "import Films",
            "import Screenings",
        ),
    ),
    Case(
        "the environment variables get other names",
        level="breaking",
        changes=(
            ("environment-variable-changed", "CINEMA_TOKEN", ""),
            ("environment-variable-changed", "CINEMA_X_CALLER", ""),
            ("environment-variable-changed", "CINEMA_X_LOCALE", ""),
        ),
        settings={"env_prefix": "MOVIES"},
    ),
    Case(
        "the package gets another name",
        level="breaking",
        changes=(("distribution-renamed", "pip install cinema", ""),),
        settings={"distribution": "cinema-sdk"},
    ),
    Case(
        "the package is described in other words",
        level="docs",
        changes=(("metadata-changed", "pip install cinema", ""),),
        settings={"description": "Films"},
    ),
    Case("nothing changes", level="nothing"),
)
