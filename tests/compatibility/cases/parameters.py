"""Parameters of operations, apart from bodies."""

from __future__ import annotations

from typing import Final

from tests.compatibility.cases.lines import (
    CALLS_OF_DELETE,
    CALLS_OF_GET,
)
from tests.compatibility.cases.places import (
    CANCEL,
    FILM,
    GET_FILM,
    LIST_FILMS,
    SCREENINGS,
    STRING,
)
from tests.compatibility.support.case import Case
from tests.compatibility.support.edits import drop, put

CASES: Final = (
    Case(
        "an optional parameter is added",
        (put(f"{GET_FILM} parameters +", {"name": "fields", "in": "query", "schema": STRING}),),
        level="compatible",
        changes=(("parameter-added", "cinema.films.get()", "fields"),),
    ),
    Case(
        "a required parameter is added",
        (
            put(
                f"{GET_FILM} parameters +",
                {"name": "fields", "in": "query", "required": True, "schema": STRING},
            ),
        ),
        level="breaking",
        changes=(("parameter-added-required", "cinema.films.get()", "fields"),),
        breaks=CALLS_OF_GET,
    ),
    Case(
        "a parameter is removed",
        (drop(f"{LIST_FILMS} parameters since"),),
        level="breaking",
        changes=(("parameter-removed", "cinema.films.list()", "since"),),
        breaks=("films.list(since)", "films.list(None)"),
    ),
    Case(
        "a header is removed",
        (drop(f"{GET_FILM} parameters X-Trace"),),
        level="breaking",
        changes=(("parameter-removed", "cinema.films.get()", "x_trace"),),
        breaks=("films.get(x_trace)",),
    ),
    Case(
        "a parameter is renamed",
        (put(f"{CANCEL} parameters reason name", "why"),),
        level="breaking",
        changes=(
            ("parameter-removed", "cinema.screenings.cancel()", "reason"),
            ("parameter-added", "cinema.screenings.cancel()", "why"),
        ),
        breaks=("screenings.cancel(reason)",),
    ),
    Case(
        "a parameter gets a name for Python",
        (put(f"{CANCEL} parameters reason x-speakeasy-name-override", "why"),),
        level="breaking",
        changes=(("parameter-renamed", "cinema.screenings.cancel()", "reason"),),
        breaks=("screenings.cancel(reason)",),
    ),
    Case(
        "a parameter becomes required",
        (put(f"{SCREENINGS} parameters room required", True),),
        level="breaking",
        changes=(("parameter-required", "cinema.screenings.list()", "room"),),
        breaks=("screenings.list()", "screenings.list_async()", "screenings.list() ->"),
    ),
    Case(
        "a parameter becomes optional",
        (put(f"{SCREENINGS} parameters day required", False),),
        level="compatible",
        changes=(("parameter-optional", "cinema.screenings.list()", "day"),),
    ),
    Case(
        "a parameter moves to a header",
        (put(f"{CANCEL} parameters reason in", "header"),),
        level="compatible",
        changes=(("parameter-sent-elsewhere", "cinema.screenings.cancel()", "reason"),),
    ),
    Case(
        "a parameter becomes wider",
        (put(f"{LIST_FILMS} parameters limit schema type", "number"),),
        level="compatible",
        changes=(("request-type-widened", "cinema.films.list()", "limit"),),
    ),
    Case(
        "a parameter gets another type",
        (put(f"{LIST_FILMS} parameters limit schema type", "string"),),
        level="breaking",
        changes=(("type-changed", "cinema.films.list()", "limit"),),
        breaks=("films.list(limit)", "films.list_iter()"),
    ),
    Case(
        "an identifier becomes any text",
        (drop(f"{FILM} parameters film_id schema format"),),
        level="breaking",
        changes=(
            ("request-type-narrowed", "cinema.films.delete()", "film_id"),
            ("request-type-narrowed", "cinema.films.get()", "film_id"),
            ("request-type-narrowed", "cinema.films.update()", "film_id"),
        ),
        breaks=(
            *CALLS_OF_GET[:1],
            *CALLS_OF_GET[2:],
            "films.update()",
            "films.update(title)",
            "films.update(rating)",
            "films.update(tagline)",
            "films.update_async()",
            "films.update() ->",
            *CALLS_OF_DELETE,
        ),
    ),
    Case(
        "a date becomes any text",
        (drop(f"{LIST_FILMS} parameters since schema format"),),
        level="breaking",
        changes=(("type-changed", "cinema.films.list()", "since"),),
        breaks=("films.list(since)",),
    ),
    Case(
        "a parameter may be null",
        (put(f"{SCREENINGS} parameters room schema type", ["string", "null"]),),
        level="nothing",
    ),
    Case(
        "a parameter takes one more value",
        (put(f"{LIST_FILMS} parameters sort schema enum +", "score"),),
        level="compatible",
        changes=(("request-enum-value-added", "operations.Sort", ""),),
    ),
    Case(
        "a parameter takes one value less",
        (drop(f"{LIST_FILMS} parameters sort schema enum year"),),
        level="breaking",
        changes=(("request-enum-value-removed", "operations.Sort", ""),),
        breaks=("films.list(sort)", "films.list_async(sort)", "streamed films.list()", "Sort year"),
    ),
    Case(
        "a parameter takes only known values",
        (put(f"{CANCEL} parameters reason schema enum", ["ill", "strike"]),),
        level="breaking",
        changes=(("request-type-narrowed", "cinema.screenings.cancel()", "reason"),),
        breaks=("screenings.cancel(reason)",),
    ),
    Case(
        "a parameter takes any value",
        (drop(f"{LIST_FILMS} parameters sort schema enum"),),
        level="breaking",
        changes=(
            ("class-removed", "operations.Sort", ""),
            ("request-type-widened", "cinema.films.list()", "sort"),
        ),
        breaks=("import Sort", "import Sort of its file"),
    ),
    Case(
        "a parameter gets another default",
        (put(f"{LIST_FILMS} parameters limit schema default", 50),),
        level="breaking",
        changes=(("parameter-default-changed", "cinema.films.list()", "limit"),),
    ),
    Case(
        "a parameter gets a limit",
        (put(f"{LIST_FILMS} parameters limit schema maximum", 100),),
        level="breaking",
        changes=(("limits-narrowed", "cinema.films.list()", "limit"),),
    ),
    Case(
        "a parameter is deprecated",
        (put(f"{LIST_FILMS} parameters since deprecated", True),),
        level="compatible",
        changes=(("deprecated", "cinema.films.list()", "since"),),
    ),
    Case(
        "a parameter is described in other words",
        (put(f"{LIST_FILMS} parameters since description", "From then on."),),
        level="docs",
        changes=(("documentation-changed", "cinema.films.list()", ""),),
    ),
    Case(
        "parameters are listed in another order",
        (
            drop(f"{LIST_FILMS} parameters genre"),
            put(
                f"{LIST_FILMS} parameters +",
                {
                    "name": "genre",
                    "in": "query",
                    "description": "Only these.",
                    "schema": {"$ref": "#/components/schemas/Genre"},
                },
            ),
        ),
        level="nothing",
    ),
)
