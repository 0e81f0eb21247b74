"""Operations and tags: which methods there are, and what they are called."""

from __future__ import annotations

from typing import Final

from tests.compatibility.cases.lines import (
    CALLS_OF_COUNT,
    CALLS_OF_CREATE,
    CALLS_OF_DELETE,
    CALLS_OF_GET,
    USES_OF_BOX_OFFICE,
    USES_OF_SCREENINGS,
)
from tests.compatibility.cases.places import (
    BOOK,
    CREATE_FILM,
    FILM,
    GET_FILM,
    LIST_FILMS,
    SCREENINGS,
    STATS,
)
from tests.compatibility.support.case import Case
from tests.compatibility.support.edits import drop, put, rename

CASES: Final = (
    Case(
        "an operation is removed",
        (drop(f"{FILM} delete"),),
        level="breaking",
        changes=(
            ("method-removed", "cinema.films.delete()", ""),
            ("class-removed", "operations.DeleteFilmResponse", ""),
        ),
        breaks=("import DeleteFilmResponse", *CALLS_OF_DELETE),
    ),
    Case(
        "an operation is added",
        (
            put(
                f"{FILM} put",
                {
                    "operationId": "replaceFilm",
                    "tags": ["Films"],
                    "responses": {"204": {"description": "Done."}},
                },
            ),
        ),
        level="compatible",
        changes=(("method-added", "cinema.films.replace_film()", ""),),
    ),
    Case(
        "an operation gets another name",
        (put(f"{GET_FILM} x-speakeasy-name-override", "fetch"),),
        level="breaking",
        changes=(("method-renamed", "cinema.films.get()", ""),),
        breaks=CALLS_OF_GET,
    ),
    Case(
        "an operation loses its id",
        (drop(f"{STATS} operationId"),),
        level="breaking",
        changes=(
            ("method-renamed", "cinema.box_office.count_tickets()", ""),
            ("operation-id-changed", "cinema.box_office.count_tickets()", ""),
        ),
        breaks=CALLS_OF_COUNT,
    ),
    Case(
        "an operation gets another id",
        (put(f"{LIST_FILMS} operationId", "findFilms"),),
        level="breaking",
        changes=(
            ("class-renamed", "operations.ListFilmsResponse", ""),
            ("class-moved", "operations.listfilms", ""),
            ("operation-id-changed", "cinema.films.list()", ""),
        ),
        breaks=("import ListFilmsResponse", "import Sort of its file"),
    ),
    Case(
        "an operation gets another path",
        (rename("paths /tickets/stats", "/tickets/count"),),
        level="compatible",
        changes=(("request-line-changed", "cinema.box_office.count_tickets()", ""),),
    ),
    Case(
        "an operation gets another method",
        (rename(STATS, "post"),),
        level="compatible",
        changes=(("request-line-changed", "cinema.box_office.count_tickets()", ""),),
    ),
    Case(
        "an operation moves to another tag",
        (put(f"{STATS} tags", ["Films"]),),
        level="breaking",
        changes=(("method-moved", "cinema.box_office.count_tickets()", ""),),
        breaks=CALLS_OF_COUNT,
    ),
    Case(
        "an operation gets another tag beside its own",
        (put(f"{STATS} tags", ["Box Office", "Films"]),),
        level="compatible",
        changes=(("method-added", "cinema.films.count_tickets()", ""),),
    ),
    Case(
        "a tag becomes part of another",
        (put(f"{BOOK} tags", ["Films.Box Office"]), put(f"{STATS} tags", ["Films.Box Office"])),
        level="breaking",
        changes=(
            ("resource-renamed", "cinema.box_office", ""),
            ("documentation-changed", "cinema.box_office", ""),
        ),
        breaks=USES_OF_BOX_OFFICE,
    ),
    Case(
        "an operation is removed whose class another returns",
        (drop(CREATE_FILM),),
        level="breaking",
        changes=(
            ("method-removed", "cinema.films.create()", ""),
            ("class-removed", "errors.CreateFilmConflictError", ""),
            ("class-removed", "errors.CreateFilmConflictErrorData", ""),
            ("class-removed", "errors.FaultError", ""),
            ("class-removed", "errors.FaultErrorData", ""),
            ("class-removed", "operations.Colour", ""),
            ("class-removed", "operations.CreateFilmRequestBody", ""),
            ("class-removed", "operations.CreateFilmResponse", ""),
            ("class-removed", "operations.Poster", ""),
        ),
        breaks=(
            "import CreateFilmConflictError",
            "import CreateFilmConflictErrorData",
            "import FaultError",
            "import FaultErrorData",
            "import Colour",
            "import CreateFilmRequestBody",
            "import CreateFilmResponse",
            "import Poster",
            *CALLS_OF_CREATE,
        ),
    ),
    Case(
        "a tag is renamed",
        (
            put("tags +", {"name": "Counter"}),
            put(f"{BOOK} tags", ["Counter"]),
            put(f"{STATS} tags", ["Counter"]),
        ),
        level="breaking",
        changes=(
            ("resource-renamed", "cinema.box_office", ""),
            ("documentation-changed", "cinema.box_office", ""),
        ),
        breaks=("import BoxOffice", *USES_OF_BOX_OFFICE),
    ),
    Case(
        "all operations of a tag are removed",
        (drop("paths /films/{film_id}/screenings"), drop("paths /screenings/{id}")),
        level="breaking",
        changes=(
            ("resource-removed", "cinema.screenings", ""),
            ("class-removed", "components.Room", ""),
            ("class-removed", "components.Screening", ""),
            ("class-removed", "components.Status", ""),
        ),
        breaks=(
            "import Screenings",
            "import Screening",
            "import Room",
            "import Room of its file",
            "import Status",
            *USES_OF_SCREENINGS,
        ),
    ),
    Case(
        "an operation is deprecated",
        (put(f"{GET_FILM} deprecated", True),),
        level="compatible",
        changes=(("deprecated", "cinema.films.get()", ""),),
    ),
    Case(
        "an operation is no longer deprecated",
        (drop(f"{STATS} deprecated"),),
        level="compatible",
        changes=(("not-deprecated", "cinema.box_office.count_tickets()", ""),),
    ),
    Case(
        "an operation is described in other words",
        (put(f"{GET_FILM} summary", "Look up a film."),),
        level="docs",
        changes=(("documentation-changed", "cinema.films.get()", ""),),
    ),
    Case(
        "an operation needs no credentials",
        (put(f"{LIST_FILMS} security", []),),
        level="compatible",
        changes=(("security-relaxed", "cinema.films.list()", ""),),
    ),
    Case(
        "an operation is not tried again",
        (put(f"{LIST_FILMS} x-speakeasy-retries", {"strategy": "none"}),),
        level="compatible",
        changes=(("retries-changed", "cinema.films.list()", ""),),
    ),
    Case(
        "pages are no longer walked",
        (drop(f"{LIST_FILMS} x-speakeasy-pagination"),),
        level="breaking",
        changes=(("pagination-removed", "cinema.films.list_iter()", ""),),
        breaks=("films.list_iter()", "films.list_iter_async()"),
    ),
    Case(
        "pages are walked by a cursor instead of an offset",
        (
            put(
                f"{LIST_FILMS} x-speakeasy-pagination",
                {
                    "type": "cursor",
                    "inputs": [{"name": "offset", "in": "parameters", "type": "cursor"}],
                    "outputs": {"results": "$.films", "nextCursor": "$.next"},
                },
            ),
        ),
        level="compatible",
        changes=(("pagination-changed", "cinema.films.list_iter()", ""),),
    ),
    Case(
        "a new type wants the name of another",
        (
            put(
                f"{SCREENINGS} parameters +",
                {
                    "name": "sort",
                    "in": "query",
                    "schema": {"type": "string", "enum": ["room", "time"]},
                },
            ),
        ),
        level="breaking",
        changes=(
            ("class-renamed", "operations.Sort", ""),
            ("parameter-added", "cinema.screenings.list()", "sort"),
        ),
        breaks=("import Sort", "import Sort of its file"),
    ),
)
