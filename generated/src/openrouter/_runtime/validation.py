"""Checks requests against the API's document before they are sent.

Only a client with `validate_requests=True` imports this. Values are checked in the form in which
JSON represents them: a date is text, and a model is an object.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from msgspec import UNSET, Struct

from .errors import RequestValidationError, Violation
from .http.wire import sent_properties
from .json.decoding import parse
from .json.plain import plain
from .json.shapes import is_collection, is_object
from .json_schema import Judge

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from .json_schema import Schema
    from .operation import BodyEncoder, Operation

__all__ = ["Constraints", "check"]

BODY: Final = "$"
"""Stands for the body among the arguments of an operation; no parameter has this name."""


class Constraints(NamedTuple):
    """The schemas of all requests of an SDK (JSON Schema 2020-12).

    Attributes:
        operations: For each operation, by id, the schemas of its arguments; `$` is the body.
        schemas: The schemas that these and each other refer to, by the text of the `$ref`.
    """

    operations: Mapping[str, Mapping[str, Schema]]
    schemas: Mapping[str, Schema]


def check(
    constraints: Constraints,
    operation: Operation[Any, Any],
    arguments: Mapping[str, Any],
    body: Any,
    content: object,
) -> None:
    """Check a request.

    Args:
        constraints: The schemas of all requests.
        operation: The operation that is called.
        arguments: Its parameters, by their names in the API.
        body: The properties of the body, or the whole body.
        content: The encoded body, if it is already encoded.

    Raises:
        RequestValidationError: The request does not match the schemas; it lists all violations.
        ValueError: A value is nested too deeply to be checked.
    """
    schemas = constraints.operations.get(operation.id, {})
    found: list[Violation] = []
    try:
        for name, value in arguments.items():
            if name in schemas and value is not None and value is not UNSET:
                judge = Judge(constraints.schemas, is_text=True)
                found += _violations(judge, schemas[name], plain(value, name), name)
        if BODY in schemas:
            found += _of_body(constraints, schemas[BODY], operation, body, content)
    except RecursionError:
        raise ValueError("The request is nested too deeply.") from None
    if found:
        raise RequestValidationError(str(operation), tuple(dict.fromkeys(found)))


def _violations(judge: Judge, schema: Schema, value: Any, place: str) -> Iterator[Violation]:
    for problem in judge.judge(schema, value, place).problems:
        yield Violation(problem.place, problem.text)


def _values(
    operation: Operation[Any, Any], encoder: BodyEncoder, body: Any, *, is_sent: bool
) -> Iterator[tuple[str, Any]]:
    """Yield what the schema of a body describes that is not JSON, each with its place."""
    if encoder.plain is not None:
        if is_sent:
            yield BODY, encoder.plain(operation, body)
    elif is_collection(body):  # what is read only once is not read to be checked
        for index, item in enumerate(body):
            place = f"{BODY}[{index}]"
            yield place, plain(item, place)


def _of_body(
    constraints: Constraints,
    schema: Schema,
    operation: Operation[Any, Any],
    body: Any,
    content: object,
) -> Iterator[Violation]:
    """Check a body: encoded JSON, what is like JSON, a form without its files, or text."""
    encoder = operation.encoder
    if operation.is_json or encoder is None:
        if isinstance(content, bytes):
            yield from _violations(Judge(constraints.schemas), schema, parse(content), BODY)
        return
    if encoder.plain is not None or encoder.is_sequence:
        for place, value in _values(operation, encoder, body, is_sent=content is not None):
            yield from _violations(Judge(constraints.schemas), schema, value, place)
        return
    judge = Judge(constraints.schemas, is_text=True)
    if operation.is_form and content is not None and _has_properties(body):
        given = sent_properties(operation, encoder.properties_of(body))
        files = {name for name, value in given.items() if _has_file(value, encoder.is_file)}
        # A file is not JSON: a placeholder stands for it and is not checked.
        shown = {name: "" if name in files else plain(item, name) for name, item in given.items()}
        hidden = tuple(f"{BODY}.{name}" for name in files)
        for violation in _violations(judge, schema, shown, BODY):
            if not any(_is_within(violation.place, place) for place in hidden):
                yield violation
    elif isinstance(body, (str, int, float)) or (is_collection(body) and content is not None):
        # Text, or a list of parts. One with files is not checked (`sdkwright.emit.constraints`).
        yield from _violations(judge, schema, plain(body), BODY)


def _has_properties(body: Any) -> bool:
    return is_object(body) or isinstance(body, Struct)


def _has_file(value: Any, is_file: Callable[[Any], bool]) -> bool:
    return any(map(is_file, value)) if is_collection(value) else is_file(value)


def _is_within(place: str, outer: str) -> bool:
    return place == outer or place.startswith((f"{outer}.", f"{outer}["))
