"""Failures, and their bodies."""

from __future__ import annotations

from typing import Final

from tests.compatibility.cases.places import (
    CREATE_FILM,
    GET_FILM,
    SCHEMAS,
    STRING,
)
from tests.compatibility.support.case import Case
from tests.compatibility.support.edits import drop, put, refer, rename

CASES: Final = (
    Case(
        "an error is added",
        (
            put(
                f"{GET_FILM} responses 410",
                {
                    "description": "It is burnt.",
                    "content": {
                        "application/json": {
                            "schema": {
                                "type": "object",
                                "required": ["message"],
                                "properties": {"message": STRING},
                            }
                        }
                    },
                },
            ),
        ),
        level="compatible",
        changes=(("error-added", "cinema.films.get()", ""),),
    ),
    Case(
        "an error is removed",
        (drop(f"{CREATE_FILM} responses 409"),),
        level="breaking",
        changes=(
            ("error-removed", "cinema.films.create()", ""),
            ("class-removed", "errors.CreateFilmConflictError", ""),
            ("class-removed", "errors.CreateFilmConflictErrorData", ""),
        ),
        breaks=("import CreateFilmConflictError", "import CreateFilmConflictErrorData"),
    ),
    Case(
        "a shared error is no longer raised by one method",
        (drop(f"{GET_FILM} responses 404"),),
        level="breaking",
        changes=(("error-removed", "cinema.films.get()", ""),),
    ),
    Case(
        "an error gets another status",
        (rename(f"{CREATE_FILM} responses 409", "422"),),
        level="breaking",
        changes=(
            ("error-removed", "cinema.films.create()", ""),
            ("class-removed", "errors.CreateFilmConflictError", ""),
            ("class-removed", "errors.CreateFilmConflictErrorData", ""),
            ("error-added", "cinema.films.create()", ""),
        ),
        breaks=("import CreateFilmConflictError", "import CreateFilmConflictErrorData"),
    ),
    Case(
        "a shared error gets another status",
        (rename(f"{GET_FILM} responses 404", "410"),),
        level="breaking",
        changes=(
            ("error-removed", "cinema.films.get()", ""),
            ("error-added", "cinema.films.get()", ""),
        ),
    ),
    Case(
        "an error is renamed",
        (
            rename("components responses Missing", "NoFilm"),
            refer("responses/Missing", "responses/NoFilm"),
        ),
        level="breaking",
        changes=(
            ("class-renamed", "errors.MissingError", ""),
            ("class-renamed", "errors.MissingErrorData", ""),
        ),
        breaks=("import MissingError", "import MissingErrorData"),
    ),
    Case(
        "an error loses a field",
        (drop(f"{SCHEMAS} Fault properties field"),),
        level="breaking",
        changes=(("field-removed", "errors.FaultErrorData", "field"),),
        breaks=("FaultError.data.field",),
    ),
    Case(
        "an error gets a field",
        (put(f"{SCHEMAS} Fault properties hint", STRING),),
        level="compatible",
        changes=(("response-field-added", "errors.FaultErrorData", "hint"),),
    ),
    Case(
        "a field of an error becomes optional",
        (drop(f"{SCHEMAS} Fault required code"),),
        level="breaking",
        changes=(("response-field-optional", "errors.FaultErrorData", "code"),),
        breaks=("FaultError.data.code",),
    ),
    Case(
        "a field of an error gets another type",
        (put(f"{SCHEMAS} Fault properties code type", "string"),),
        level="breaking",
        changes=(("type-changed", "errors.FaultErrorData", "code"),),
        breaks=("FaultError.data.code",),
    ),
    Case(
        "an object within an error loses a field",
        (drop(f"{SCHEMAS} Place properties number"),),
        level="breaking",
        changes=(("field-removed", "components.Place", "number"),),
        breaks=("Place.number",),
    ),
    Case(
        "an error is no longer an object",
        (put("components responses Unauthorized content application/json schema", STRING),),
        level="breaking",
        changes=(
            ("error-class-changed", "cinema.films.create()", ""),
            ("error-class-changed", "cinema.films.list()", ""),
            ("class-removed", "errors.UnauthorizedError", ""),
            ("class-removed", "errors.UnauthorizedErrorData", ""),
        ),
        breaks=("import UnauthorizedError", "import UnauthorizedErrorData"),
    ),
)
