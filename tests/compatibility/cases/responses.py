"""Successful responses, and objects that only responses have."""

from __future__ import annotations

from typing import Final

from tests.compatibility.cases.places import (
    BOOK,
    CANCEL,
    FILM,
    GET_FILM,
    INTEGER,
    JSON,
    LIST_FILMS,
    SCHEMAS,
    STATS,
    STRING,
)
from tests.compatibility.support.case import Case
from tests.compatibility.support.edits import drop, put, rename

CASES: Final = (
    Case(
        "a response gets an optional field",
        (put(f"{SCHEMAS} Film properties country", STRING),),
        level="compatible",
        changes=(("response-field-added", "components.Film", "country"),),
    ),
    Case(
        "a response gets a required field",
        (
            put(f"{SCHEMAS} Film properties country", STRING),
            put(f"{SCHEMAS} Film required +", "country"),
        ),
        level="compatible",
        changes=(("response-field-added", "components.Film", "country"),),
    ),
    Case(
        "a response loses a required field",
        (drop(f"{SCHEMAS} Film properties length"), drop(f"{SCHEMAS} Film required length")),
        level="breaking",
        changes=(("field-removed", "components.Film", "length"),),
        breaks=("film.length",),
    ),
    Case(
        "a response loses an optional field",
        (drop(f"{SCHEMAS} Film properties score"),),
        level="breaking",
        changes=(("field-removed", "components.Film", "score"),),
        breaks=("film.score",),
    ),
    Case(
        "a field of a response becomes optional",
        (drop(f"{SCHEMAS} Film required title"),),
        level="breaking",
        changes=(("response-field-optional", "components.Film", "title"),),
        breaks=("film.title",),
    ),
    Case(
        "a field of a response becomes required",
        (put(f"{SCHEMAS} Film required +", "score"),),
        level="compatible",
        changes=(("response-field-required", "components.Film", "score"),),
    ),
    Case(
        "a field of a response may be null",
        (put(f"{SCHEMAS} Film properties length type", ["integer", "null"]),),
        level="breaking",
        changes=(("response-field-nullable", "components.Film", "length"),),
        breaks=("film.length",),
    ),
    Case(
        "a field of a response may not be null",
        (put(f"{SCHEMAS} Film properties tagline type", "string"),),
        level="compatible",
        changes=(("response-field-not-nullable", "components.Film", "tagline"),),
    ),
    Case(
        "a field of a response gets another type",
        (put(f"{SCHEMAS} Film properties length type", "string"),),
        level="breaking",
        changes=(("type-changed", "components.Film", "length"),),
        breaks=("film.length",),
    ),
    Case(
        "a field of a response becomes wider",
        (put(f"{SCHEMAS} Film properties length type", "number"),),
        level="breaking",
        changes=(("response-type-widened", "components.Film", "length"),),
        breaks=("film.length",),
    ),
    Case(
        "a field of a response becomes narrower",
        (put(f"{SCHEMAS} Film properties score type", "integer"),),
        level="compatible",
        changes=(("response-type-narrowed", "components.Film", "score"),),
    ),
    Case(
        "a number of a response becomes exact",
        (put(f"{SCHEMAS} Film properties score format", "decimal"),),
        level="breaking",
        changes=(("type-changed", "components.Film", "score"),),
        breaks=("film.score",),
    ),
    Case(
        "it is said what the values of an enum mean",
        (put(f"{SCHEMAS} Genre x-enum-descriptions", ["It is sad.", "It is not.", "Both."]),),
        level="docs",
        changes=(("documentation-changed", "components.Genre", ""),),
    ),
    Case(
        "a time of a response becomes any text",
        (drop(f"{SCHEMAS} Film properties added_at format"),),
        level="breaking",
        changes=(("type-changed", "components.Film", "added_at"),),
        breaks=("film.added_at",),
    ),
    Case(
        "a secret of a response is none",
        (drop(f"{BOOK} responses 201 {JSON} properties tickets items properties code format"),),
        level="breaking",
        changes=(
            ("field-not-secret", "operations.Ticket", "code"),
            ("format-changed", "operations.Ticket", "code"),
        ),
    ),
    Case(
        "a field of a response is deprecated",
        (put(f"{SCHEMAS} Film properties score deprecated", True),),
        level="compatible",
        changes=(("deprecated", "components.Film", "score"),),
    ),
    Case(
        "a field of a response is described in other words",
        (put(f"{SCHEMAS} Film properties length description", "How long it is, in minutes."),),
        level="docs",
        changes=(("documentation-changed", "components.Film", ""),),
    ),
    Case(
        "fields are listed in another order",
        (drop(f"{SCHEMAS} Film properties title"), put(f"{SCHEMAS} Film properties title", STRING)),
        level="nothing",
    ),
    Case(
        "an inline response loses a field",
        (
            drop(f"{LIST_FILMS} responses 200 {JSON} properties total"),
            drop(f"{LIST_FILMS} responses 200 {JSON} required total"),
        ),
        level="breaking",
        changes=(("field-removed", "operations.ListFilmsResponse", "total"),),
        breaks=("page.total",),
    ),
    Case(
        "an inner object of a response loses a field",
        (drop(f"{SCHEMAS} Screening properties room properties seats"),),
        level="breaking",
        changes=(("field-removed", "components.Room", "seats"),),
        breaks=("screening.room.seats",),
    ),
    Case(
        "two responses are no longer alike",
        (put(f"{GET_FILM} responses 200 {JSON} properties views", INTEGER),),
        level="compatible",
        changes=(("response-field-added", "operations.GetFilmResponse", "views"),),
    ),
    Case(
        "a map of a response gets other values",
        (put(f"{STATS} responses 200 {JSON} additionalProperties type", "number"),),
        level="breaking",
        changes=(("type-changed", "cinema.box_office.count_tickets()", ""),),
        breaks=("box_office.count_tickets() ->",),
    ),
    Case(
        "a map of a response has fewer values",
        (put(f"{SCHEMAS} Screening properties prices additionalProperties type", "integer"),),
        level="breaking",
        changes=(("type-changed", "components.Screening", "prices"),),
        breaks=("screening.prices",),
    ),
    Case(
        "a field of a response becomes untyped",
        (put(f"{SCHEMAS} Film properties length", {"description": "In minutes."}),),
        level="breaking",
        changes=(("response-type-untyped", "components.Film", "length"),),
    ),
    Case(
        "a text of a response becomes an enum",
        (put(f"{SCHEMAS} Film properties title enum", ["Ran", "Ikiru"]),),
        level="compatible",
        changes=(("response-type-narrowed", "components.Film", "title"),),
    ),
    Case(
        "an enum of a response becomes any text",
        (drop(f"{SCHEMAS} Screening properties status enum"),),
        level="breaking",
        changes=(
            ("response-type-widened", "components.Screening", "status"),
            ("class-removed", "components.Status", ""),
        ),
        breaks=("import Status", "treat all statuses"),
    ),
    Case(
        "a list of a response gets other items",
        (put(f"{SCHEMAS} Film properties cast items", STRING),),
        level="breaking",
        changes=(("type-changed", "components.Film", "cast"),),
        breaks=("film.cast",),
    ),
    Case(
        "an enum of a response gets a value",
        (put(f"{SCHEMAS} Screening properties status enum +", "cancelled"),),
        level="breaking",
        changes=(("response-enum-value-added", "components.Status", ""),),
        breaks=("treat all statuses",),
    ),
    Case(
        "an enum of a response loses a value",
        (drop(f"{SCHEMAS} Screening properties status enum over"),),
        level="compatible",
        changes=(("response-enum-value-removed", "components.Status", ""),),
    ),
    Case(
        "a method returns another class",
        (put(f"{FILM} patch responses 200 {JSON}", {"$ref": "#/components/schemas/Person"}),),
        level="breaking",
        changes=(("type-changed", "cinema.films.update()", ""),),
        breaks=("films.update() ->",),
    ),
    Case(
        "a method returns nothing any more",
        (drop(f"{FILM} delete responses 200 content"),),
        level="breaking",
        changes=(
            ("type-changed", "cinema.films.delete()", ""),
            ("class-removed", "operations.DeleteFilmResponse", ""),
        ),
        breaks=("import DeleteFilmResponse",),
    ),
    Case(
        "a method begins to return something",
        (
            put(
                f"{CANCEL} responses 202 content",
                {"application/json": {"schema": {"type": "object", "properties": {"id": INTEGER}}}},
            ),
        ),
        level="compatible",
        changes=(("response-body-added", "cinema.screenings.cancel()", ""),),
    ),
    Case(
        "a method may also return nothing",
        (put(f"{BOOK} responses 202", {"description": "Later."}),),
        level="breaking",
        changes=(
            ("response-type-widened", "cinema.box_office.book()", ""),
            ("success-status-changed", "cinema.box_office.book()", ""),
        ),
        breaks=("box_office.book() ->",),
    ),
    Case(
        "a success gets another status",
        (rename(f"{BOOK} responses 201", "200"),),
        level="compatible",
        changes=(
            ("success-status-changed", "cinema.box_office.book()", ""),
            ("success-status-changed", "cinema.box_office.book()", ""),
        ),
    ),
)
