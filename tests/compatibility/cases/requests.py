"""Bodies of requests, and objects that only requests have."""

from __future__ import annotations

from typing import Final

from tests.compatibility.cases.lines import (
    CALLS_OF_BOOK,
    CALLS_OF_CREATE,
    MAKES_BOOKING,
    MAKES_FILM,
    MAKES_SEAT,
)
from tests.compatibility.cases.places import (
    BOOK,
    FILM,
    JSON,
    NEW_FILM,
    SCHEMAS,
    STRING,
)
from tests.compatibility.support.case import Case
from tests.compatibility.support.edits import drop, put, rename

CASES: Final = (
    Case(
        "an optional property is added",
        (put(f"{NEW_FILM} properties subtitle", STRING),),
        level="compatible",
        changes=(("parameter-added", "cinema.films.create()", "subtitle"),),
    ),
    Case(
        "a required property is added",
        (put(f"{NEW_FILM} properties subtitle", STRING), put(f"{NEW_FILM} required +", "subtitle")),
        level="breaking",
        changes=(("parameter-added-required", "cinema.films.create()", "subtitle"),),
        breaks=(*CALLS_OF_CREATE, *MAKES_FILM),
    ),
    Case(
        "a property is removed",
        (drop(f"{NEW_FILM} properties budget"),),
        level="breaking",
        changes=(("parameter-removed", "cinema.films.create()", "budget"),),
        breaks=("films.create(budget)", "CreateFilmRequestBody(budget)"),
    ),
    Case(
        "a property becomes required",
        (put(f"{NEW_FILM} required +", "year"),),
        level="breaking",
        changes=(("parameter-required", "cinema.films.create()", "year"),),
        breaks=tuple(
            line
            for line in (*CALLS_OF_CREATE, *MAKES_FILM)
            if line
            not in {"films.create(...)", "films.create_async(year)", "CreateFilmRequestBody(...)"}
        ),
    ),
    Case(
        "a property becomes optional",
        (drop(f"{NEW_FILM} required genre"),),
        level="compatible",
        changes=(("parameter-optional", "cinema.films.create()", "genre"),),
    ),
    Case(
        "a property gets another type",
        (put(f"{NEW_FILM} properties year type", "string"),),
        level="breaking",
        changes=(("type-changed", "cinema.films.create()", "year"),),
        breaks=("films.create(year)", "films.create_async(year)", "CreateFilmRequestBody(year)"),
    ),
    Case(
        "a property becomes narrower",
        (put(f"{NEW_FILM} properties budget type", "integer"),),
        level="breaking",
        changes=(("request-type-narrowed", "cinema.films.create()", "budget"),),
        breaks=("films.create(budget)", "CreateFilmRequestBody(budget)"),
    ),
    Case(
        "a property may be null",
        (put(f"{NEW_FILM} properties year type", ["integer", "null"]),),
        level="breaking",
        changes=(("parameter-none-is-null", "cinema.films.create()", "year"),),
    ),
    Case(
        "a property may not be null",
        (put(f"{NEW_FILM} properties tagline type", "string"),),
        level="breaking",
        changes=(("parameter-none-is-absent", "cinema.films.create()", "tagline"),),
        breaks=("films.create(tagline=UNSET)", "CreateFilmRequestBody(tagline)"),
    ),
    Case(
        "a date of a property becomes any text",
        (drop(f"{NEW_FILM} properties released format"),),
        level="breaking",
        changes=(("type-changed", "cinema.films.create()", "released"),),
        breaks=("films.create(released)",),
    ),
    Case(
        "a map of a request gets other values",
        (put(f"{NEW_FILM} properties labels additionalProperties type", "integer"),),
        level="breaking",
        changes=(("type-changed", "cinema.films.create()", "labels"),),
        breaks=(
            "films.create(labels)",
            "films.create(labels=variable)",
            "CreateFilmRequestBody(labels)",
        ),
    ),
    Case(
        "a map of a request takes more values",
        (put(f"{NEW_FILM} properties labels additionalProperties type", ["string", "null"]),),
        level="breaking",
        changes=(("type-changed", "cinema.films.create()", "labels"),),
        breaks=("films.create(labels=variable)",),
    ),
    Case(
        "a list of a request gets other items",
        (put(f"{NEW_FILM} properties cast items", STRING),),
        level="breaking",
        changes=(("type-changed", "cinema.films.create()", "cast"),),
        breaks=("films.create(cast)", "films.create(cast=variable)"),
    ),
    Case(
        "a nested object needs more",
        (put(f"{NEW_FILM} properties poster required +", "colour"),),
        level="breaking",
        changes=(("request-field-required", "operations.Poster", "colour"),),
        breaks=("Poster()",),
    ),
    Case(
        "a nested object needs one thing more",
        (
            put(f"{NEW_FILM} properties poster properties size", STRING),
            put(f"{NEW_FILM} properties poster required +", "size"),
        ),
        level="breaking",
        changes=(("request-field-added-required", "operations.Poster", "size"),),
        breaks=("films.create(poster)", "Poster()", "Poster(colour)"),
    ),
    Case(
        "a nested enum loses a value",
        (drop(f"{NEW_FILM} properties poster properties colour enum sepia"),),
        level="breaking",
        changes=(("request-enum-value-removed", "operations.Colour", ""),),
        breaks=("films.create(poster)", "Colour sepia"),
    ),
    Case(
        "a nested object gets another name",
        (rename(f"{NEW_FILM} properties poster", "placard"),),
        level="breaking",
        changes=(
            ("parameter-removed", "cinema.films.create()", "poster"),
            ("class-removed", "operations.Poster", ""),
            ("parameter-added", "cinema.films.create()", "placard"),
        ),
        breaks=("import Poster", "films.create(poster)", "CreateFilmRequestBody(poster)"),
    ),
    Case(
        "an object of a request needs more",
        (put(f"{SCHEMAS} Seat properties hall", STRING), put(f"{SCHEMAS} Seat required +", "hall")),
        level="breaking",
        changes=(("request-field-added-required", "components.Seat", "hall"),),
        breaks=MAKES_SEAT,
    ),
    Case(
        "an object of a request loses a field",
        (drop(f"{SCHEMAS} Seat properties view"),),
        level="breaking",
        changes=(
            ("field-removed", "components.Seat", "view"),
            ("class-removed", "components.View", ""),
        ),
        breaks=("import View", "Seat(view)"),
    ),
    Case(
        "a component as a body needs more",
        (
            put(f"{SCHEMAS} Booking properties day", STRING),
            put(f"{SCHEMAS} Booking required +", "day"),
        ),
        level="breaking",
        changes=(("parameter-added-required", "cinema.box_office.book()", "day"),),
        breaks=(*CALLS_OF_BOOK, *MAKES_BOOKING),
    ),
    Case(
        "a component as a body loses a field",
        (drop(f"{SCHEMAS} Booking properties voucher"),),
        level="breaking",
        changes=(("parameter-removed", "cinema.box_office.book()", "voucher"),),
        breaks=("box_office.book(voucher)", "box_office.book(voucher=None)", "Booking(voucher)"),
    ),
    Case(
        "a body is no longer taken",
        (drop(f"{FILM} patch requestBody"),),
        level="breaking",
        changes=(
            ("parameter-removed", "cinema.films.update()", "rating"),
            ("parameter-removed", "cinema.films.update()", "tagline"),
            ("parameter-removed", "cinema.films.update()", "title"),
            ("class-removed", "operations.UpdateFilmRequestBody", ""),
        ),
        breaks=(
            "import UpdateFilmRequestBody",
            "films.update(title)",
            "films.update(rating)",
            "films.update(tagline)",
        ),
    ),
    Case(
        "a body becomes optional",
        (put(f"{FILM} patch requestBody required", False),),
        level="compatible",
        changes=(("body-always-sent", "cinema.films.update()", ""),),
    ),
    Case(
        "a body becomes a list",
        (
            put(
                f"{BOOK} requestBody {JSON}",
                {"type": "array", "items": {"$ref": "#/components/schemas/Booking"}},
            ),
        ),
        level="breaking",
        changes=(("body-form-changed", "cinema.box_office.book()", ""),),
        breaks=(
            *CALLS_OF_BOOK,
            "box_office.book(screening)",
            "box_office.book(seats)",
            "box_office.book(guest)",
            "box_office.book(voucher)",
        ),
    ),
)
