"""Checks requests against the API's document before they are sent.

Only a client with `validate_requests=True` imports this. Values are checked in the form in which
JSON represents them: a date is text, and a model is an object.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from msgspec import UNSET, Struct

from .errors import RequestValidationError, Violation
from .http.serialize import whole_text
from .http.wire import Styled, sent_properties
from .json.decoding import parse
from .json.plain import plain
from .json.shapes import is_array, is_collection, is_object
from .json_schema import Judge
from .operation import is_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from .json_schema import Schema
    from .operation import BodyEncoder, Encoding, Operation

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
        styles = _styles(operation) if schemas.keys() - {BODY} else {}
        for name, value in arguments.items():
            if name in schemas and value is not None and value is not UNSET:
                type_ = operation.types.get(name)
                given = plain(value, name, None if type_ is None else type_())
                judge = Judge(constraints.schemas, _texts(given, name, styles.get(name)))
                found += _violations(judge, schemas[name], given, name)
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
    if operation.is_form and content is not None and _has_properties(body):
        given = sent_properties(operation, encoder.properties_of(body))
        files = {name for name, value in given.items() if _has_file(value, encoder.is_file)}
        # A file is not JSON: a placeholder stands for it and is not checked.
        shown = {
            name: "" if name in files else plain(item, name, operation.body_type(name))
            for name, item in given.items()
        }
        shown |= {
            name: whole_text(value)
            for name, value in shown.items()
            if value is not None
            if name in operation.encodings and operation.encodings[name].whole
        }
        texts = {
            place
            for name, value in shown.items()
            for place in _texts_in_form(value, f"{BODY}.{name}", operation.encodings.get(name))
        }
        hidden = tuple(f"{BODY}.{name}" for name in files)
        for violation in _violations(Judge(constraints.schemas, texts), schema, shown, BODY):
            if not any(_is_within(violation.place, place) for place in hidden):
                yield violation
    elif isinstance(body, (str, int, float)) or (is_collection(body) and content is not None):
        # Text, or a list of parts. One with files is not checked (`sdkwright.emit.constraints`).
        value = plain(body, BODY, operation.body_type(""))
        texts = {*_texts_in_form(value, BODY, operation.encodings.get(""))}
        yield from _violations(Judge(constraints.schemas, texts), schema, value, BODY)


# What is sent as text, and not as JSON


def _styles(operation: Operation[Any, Any]) -> dict[str, Styled]:
    """Return the parameters that have a style, by their keys among the arguments."""
    in_query = (*operation.query, *operation.cookies)
    items = [item for item in in_query if isinstance(item, Styled)]
    # Elsewhere, a list in an object is JSON.
    others = (*operation.path_parameters.values(), *operation.styled_headers)
    items += [item._replace(explode=False) for item in others]
    return {item.key or item.name: item for item in items}


def _texts(value: Any, place: str, styled: Styled | None) -> frozenset[str]:
    """Return the places of the scalars in a parameter that are text; see `http.serialize`."""
    if styled is not None and styled.style == "json":
        return frozenset()
    depth = 2 if styled is not None and styled.explode and is_object(value) else 1
    is_deep = styled is not None and styled.style == "deepObject"
    return frozenset(_scalars(value, place, None if is_deep else depth))


def _texts_in_form(value: Any, place: str, encoding: Encoding | None) -> frozenset[str]:
    """Return the places of the scalars in a property of a form, or a list of parts, that are text.

    An object is JSON or XML, and so is an element that is no scalar.
    """
    if encoding is not None and encoding.style:
        return _texts(value, place, Styled("", encoding.style, encoding.explode))
    if is_object(value) or (
        encoding is not None and (encoding.write is not None or is_json(encoding.content_type))
    ):
        return frozenset()
    return frozenset(_scalars(value, place, 1))


def _scalars(value: Any, place: str, depth: int | None) -> Iterator[str]:
    """Yield the places of scalars down to a depth; the second one is only that of lists."""
    if is_object(value):
        inner = [(f"{place}.{key}", item) for key, item in value.items()]
    elif is_array(value):
        inner = [(f"{place}[{index}]", item) for index, item in enumerate(value)]
    else:
        yield place
        return
    if depth == 0:
        return
    for at, item in inner:
        if depth is None or depth == 1 or not is_object(item):
            yield from _scalars(item, at, None if depth is None else depth - 1)


def _has_properties(body: Any) -> bool:
    return is_object(body) or isinstance(body, Struct)


def _has_file(value: Any, is_file: Callable[[Any], bool]) -> bool:
    return any(map(is_file, value)) if is_collection(value) else is_file(value)


def _is_within(place: str, outer: str) -> bool:
    return place == outer or place.startswith((f"{outer}.", f"{outer}["))
