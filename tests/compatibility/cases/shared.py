"""Objects and enums that requests and responses share."""

from __future__ import annotations

from typing import Final

from tests.compatibility.cases.lines import MAKES_PERSON
from tests.compatibility.cases.places import (
    INTEGER,
    SCHEMAS,
    STRING,
)
from tests.compatibility.support.case import Case
from tests.compatibility.support.edits import drop, put, refer, rename

CASES: Final = (
    Case(
        "a shared object gets an optional field",
        (put(f"{SCHEMAS} Person properties title", STRING),),
        level="compatible",
        changes=(("request-field-added", "components.Person", "title"),),
    ),
    Case(
        "a shared object gets a required field",
        (
            put(f"{SCHEMAS} Person properties title", STRING),
            put(f"{SCHEMAS} Person required +", "title"),
        ),
        level="breaking",
        changes=(("request-field-added-required", "components.Person", "title"),),
        breaks=MAKES_PERSON,
    ),
    Case(
        "a shared object loses a field",
        (drop(f"{SCHEMAS} Person properties phone"),),
        level="breaking",
        changes=(("field-removed", "components.Person", "phone"),),
        breaks=("Person(phone)", "person.phone"),
    ),
    Case(
        "a field of a shared object is renamed",
        (rename(f"{SCHEMAS} Person properties phone", "mobile"),),
        level="breaking",
        changes=(
            ("field-removed", "components.Person", "phone"),
            ("request-field-added", "components.Person", "mobile"),
        ),
        breaks=("Person(phone)", "person.phone"),
    ),
    Case(
        "a field of a shared object becomes required",
        (put(f"{SCHEMAS} Person required +", "born"),),
        level="breaking",
        changes=(("request-field-required", "components.Person", "born"),),
        breaks=tuple(line for line in MAKES_PERSON if line != "Person(...)"),
    ),
    Case(
        "a field of a shared object becomes optional",
        (drop(f"{SCHEMAS} Person required name"),),
        level="breaking",
        changes=(("response-field-optional", "components.Person", "name"),),
        breaks=("person.name",),
    ),
    Case(
        "a field of a shared object may be null",
        (put(f"{SCHEMAS} Person properties name type", ["string", "null"]),),
        level="breaking",
        changes=(("response-field-nullable", "components.Person", "name"),),
        breaks=("person.name",),
    ),
    Case(
        "a field of a shared object may not be null",
        (put(f"{SCHEMAS} Person properties nick type", "string"),),
        level="breaking",
        changes=(("request-field-not-nullable", "components.Person", "nick"),),
        breaks=("films.create(director)", "box_office.book(guest)", "Person()", "Booking(guest)"),
    ),
    Case(
        "a field of a shared object gets another type",
        (put(f"{SCHEMAS} Person properties phone type", "integer"),),
        level="breaking",
        changes=(("type-changed", "components.Person", "phone"),),
        breaks=("Person(phone)", "person.phone"),
    ),
    Case(
        "a closed enum gets a value",
        (put(f"{SCHEMAS} Genre enum +", "western"),),
        level="breaking",
        changes=(("response-enum-value-added", "components.Genre", ""),),
        breaks=("treat all genres",),
    ),
    Case(
        "a closed enum loses a value",
        (drop(f"{SCHEMAS} Genre enum horror"),),
        level="breaking",
        changes=(("request-enum-value-removed", "components.Genre", ""),),
        breaks=("films.list(genre)", "CreateFilmRequestBody(genre)", "Genre horror"),
    ),
    Case(
        "a closed enum becomes open",
        (put(f"{SCHEMAS} Genre x-speakeasy-unknown-values", "allow"),),
        level="breaking",
        changes=(("response-enum-opened", "components.Genre", ""),),
        breaks=("treat all genres",),
    ),
    Case(
        "an open enum gets a value",
        (put(f"{SCHEMAS} Rating enum +", "teenagers"),),
        level="compatible",
        changes=(("request-enum-value-added", "components.Rating", ""),),
    ),
    Case(
        "an open enum loses a value",
        (drop(f"{SCHEMAS} Rating enum adults"),),
        level="breaking",
        changes=(("request-open-enum-value-removed", "components.Rating", ""),),
    ),
    Case(
        "an open enum becomes closed",
        (drop(f"{SCHEMAS} Rating x-speakeasy-unknown-values"),),
        level="breaking",
        changes=(("request-enum-closed", "components.Rating", ""),),
        breaks=("films.create(rating=other)", "Rating any", "CreateFilmRequestBody(rating)"),
    ),
    Case(
        "a component is renamed",
        (rename(f"{SCHEMAS} Person", "Human"), refer("schemas/Person", "schemas/Human")),
        level="breaking",
        changes=(("class-renamed", "components.Person", ""),),
        breaks=("import Person",),
    ),
    Case(
        "an inline object becomes a component of its name",
        (
            put(
                f"{SCHEMAS} Room",
                {
                    "type": "object",
                    "required": ["name"],
                    "properties": {"name": STRING, "seats": INTEGER},
                },
            ),
            put(f"{SCHEMAS} Screening properties room", {"$ref": "#/components/schemas/Room"}),
        ),
        level="breaking",
        changes=(("class-moved", "components.screening", ""),),
        breaks=("import Room of its file",),
    ),
)
