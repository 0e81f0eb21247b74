"""Checks requests against the API's document before they are sent.

Only a client with `validate_requests=True` imports this. Values are checked in the form in which
JSON represents them: a date is text, and a model is an object.
"""

from __future__ import annotations

import functools
import re
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from msgspec import UNSET, Struct

from .errors import RequestValidationError, Violation
from .http.wire import sent_properties
from .json.decoding import convert, parse
from .json.plain import plain
from .json.shapes import OTHERS, is_array, is_collection, is_object
from .json.structs import fields_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from .operation import Operation

__all__ = ["Constraints", "Rules", "check"]

BODY: Final = "$"
"""Stands for the body among the arguments of an operation; no parameter has this name."""

LONGEST_SEARCHED: Final = 10_000
"""Maximum characters of a text that is searched for a pattern.

The time can grow faster than the text; longer ones are left to the server.
"""


class Rules(NamedTuple):
    """Constraints on a value (JSON Schema validation, section 6), each for one kind of value.

    Attributes:
        patterns: Python regular expressions, each of which must be found.
        items: The rules of the elements of a list.
        values: The rules of the values of a map.
    """

    minimum: float | None = None
    exclusive_minimum: float | None = None
    maximum: float | None = None
    exclusive_maximum: float | None = None
    multiple_of: float | None = None
    min_length: int | None = None
    max_length: int | None = None
    patterns: tuple[str, ...] = ()
    min_items: int | None = None
    max_items: int | None = None
    unique_items: bool = False
    min_properties: int | None = None
    max_properties: int | None = None
    items: Rules | None = None
    values: Rules | None = None


class Constraints(NamedTuple):
    """The constraints on all requests of an SDK.

    Attributes:
        rules: For each operation, by id, the rules of its arguments; `$` is the body.
        types: The same for the types of arguments that contain models or enumerated values.
        fields: For each model, such as `components.Pet`, the rules of its fields by their names in
            JSON; "" is the whole model.
    """

    rules: Mapping[str, Mapping[str, Rules]]
    types: Mapping[str, Mapping[str, Callable[[], Any]]]
    fields: Mapping[str, Mapping[str, Rules]]


def check(
    constraints: Constraints,
    operation: Operation[Any, Any],
    arguments: Mapping[str, Any],
    body: Any,
    content: object,
) -> None:
    """Check a request.

    Args:
        constraints: The constraints on all requests.
        operation: The operation that is called.
        arguments: Its parameters, by their names in the API.
        body: The properties of the body, or the whole body.
        content: The encoded body, if it is already encoded.

    Raises:
        RequestValidationError: The request violates the constraints; it lists all violations.
    """
    found: list[Violation] = []
    judge = _Judge(constraints, operation.id)
    for name, value in arguments.items():
        if value is not None and value is not UNSET:
            found += judge.argument(name, name, plain(value, name))
    found += judge.body(operation, body, content)
    if found:
        raise RequestValidationError(str(operation), tuple(dict.fromkeys(found)))


class _Judge:
    """Checks the values of one operation."""

    def __init__(self, constraints: Constraints, operation: str) -> None:
        self._rules = constraints.rules.get(operation, {})
        self._types = constraints.types.get(operation, {})
        self._fields = constraints.fields

    def argument(self, key: str, path: str, value: Any) -> Iterator[Violation]:
        """Check an argument by its own rules, and by its type."""
        rules, type_ = self._rules.get(key), self._types.get(key)
        if rules is not None:
            yield from _judged(rules, value, path)
        if type_ is not None:
            made, misfits = convert(value, type_())
            for misfit in misfits:
                yield Violation(misfit.path.replace("$", path, 1), misfit.problem)
            yield from self._inside(made, path)

    def body(
        self, operation: Operation[Any, Any], body: Any, content: object
    ) -> Iterator[Violation]:
        """Check a body: encoded JSON, a form without its files, or text."""
        if BODY not in self._rules and BODY not in self._types:
            return
        encoder = operation.encoder
        if operation.is_json or encoder is None:
            if isinstance(content, bytes):
                yield from self.argument(BODY, BODY, parse(content))
        elif operation.is_form and content is not None and _has_properties(body):
            given = sent_properties(operation, encoder.properties_of(body))
            files = {name for name, value in given.items() if _has_file(value, encoder.is_file)}
            # A file is not JSON: a placeholder stands for it and is not checked.
            shown = {
                name: "" if name in files else plain(item, name) for name, item in given.items()
            }
            hidden = tuple(f"{BODY}.{name}" for name in files)
            for violation in self.argument(BODY, BODY, shown):
                if not any(_is_within(violation.place, place) for place in hidden):
                    yield violation
        elif isinstance(body, str):
            yield from self.argument(BODY, BODY, body)

    def _inside(self, value: Any, path: str) -> Iterator[Violation]:
        """Check the models in a value by the rules of their fields."""
        if is_array(value):
            for index, item in enumerate(value):
                yield from self._inside(item, f"{path}[{index}]")
        elif is_object(value):
            for name, item in value.items():
                yield from self._inside(item, f"{path}.{name}")
        elif isinstance(value, Struct):
            yield from self._model(value, path)

    def _model(self, value: Struct, path: str) -> Iterator[Violation]:
        rules = self._fields.get(_name(type(value)), {})
        given = {
            field.encode_name: item
            for field in fields_of(type(value))
            if (item := getattr(value, field.name)) is not UNSET
        }
        others = given.pop(OTHERS, {})
        if "" in rules:
            yield from _judged(rules[""]._replace(values=None), {**given, **others}, path)
            yield from _judged(Rules(values=rules[""].values), others, path)
        for name, item in given.items():
            if name in rules:
                yield from _judged(rules[name], item, f"{path}.{name}")
        for name, item in {**given, **others}.items():
            yield from self._inside(item, f"{path}.{name}")


def _name(model: type[Struct]) -> str:
    package, _, _ = model.__module__.rpartition(".")
    return f"{package.rpartition('.')[2]}.{model.__name__}"


def _has_properties(body: Any) -> bool:
    return is_object(body) or isinstance(body, Struct)


def _has_file(value: Any, is_file: Callable[[Any], bool]) -> bool:
    return any(map(is_file, value)) if is_collection(value) else is_file(value)


def _is_within(place: str, outer: str) -> bool:
    return place == outer or place.startswith((f"{outer}.", f"{outer}["))


# Rules


def _judged(rules: Rules, value: Any, path: str) -> Iterator[Violation]:
    """Check a value by rules."""
    problems: Iterable[str] = ()
    if isinstance(value, str):
        problems = _of_text(rules, value)
    elif isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
        problems = _of_number(rules, value)
    elif is_array(value):
        problems = _of_list(rules, value)
    elif is_object(value) or isinstance(value, Struct):
        problems = _of_object(rules, value)
    for problem in problems:
        yield Violation(path, problem)
    if rules.items is not None and is_array(value):
        for index, item in enumerate(value):
            yield from _judged(rules.items, item, f"{path}[{index}]")
    if rules.values is not None and is_object(value):
        for name, item in value.items():
            yield from _judged(rules.values, item, f"{path}.{name}")


def _of_number(rules: Rules, value: float | Decimal) -> Iterator[str]:
    if rules.minimum is not None and value < rules.minimum:
        yield f"must be at least {rules.minimum}"
    if rules.exclusive_minimum is not None and value <= rules.exclusive_minimum:
        yield f"must be more than {rules.exclusive_minimum}"
    if rules.maximum is not None and value > rules.maximum:
        yield f"must be at most {rules.maximum}"
    if rules.exclusive_maximum is not None and value >= rules.exclusive_maximum:
        yield f"must be less than {rules.exclusive_maximum}"
    # As decimals: as floats, 0.3 is not a multiple of 0.1.
    if rules.multiple_of is not None and _exact(value) % _exact(rules.multiple_of):
        yield f"must be a multiple of {rules.multiple_of}"


def _of_text(rules: Rules, value: str) -> Iterator[str]:
    if rules.min_length is not None and len(value) < rules.min_length:
        yield f"must have at least {_counted(rules.min_length, 'character')}"
    if rules.max_length is not None and len(value) > rules.max_length:
        yield f"must have at most {_counted(rules.max_length, 'character')}"
    if len(value) <= LONGEST_SEARCHED:
        for pattern in rules.patterns:
            if not _compiled(pattern).search(value):
                yield f"must match the pattern {pattern}"


def _of_list(rules: Rules, value: list[Any]) -> Iterator[str]:
    if rules.min_items is not None and len(value) < rules.min_items:
        yield f"must have at least {_counted(rules.min_items, 'element')}"
    if rules.max_items is not None and len(value) > rules.max_items:
        yield f"must have at most {_counted(rules.max_items, 'element')}"
    if rules.unique_items and len({_hashable(plain(item)) for item in value}) < len(value):
        yield "must not contain duplicates"


def _of_object(rules: Rules, value: Any) -> Iterator[str]:
    count = len(value) if is_object(value) else len(plain(value))
    if rules.min_properties is not None and count < rules.min_properties:
        yield f"must have at least {_counted(rules.min_properties, 'property')}"
    if rules.max_properties is not None and count > rules.max_properties:
        yield f"must have at most {_counted(rules.max_properties, 'property')}"


def _counted(count: int, what: str) -> str:
    several = "properties" if what == "property" else f"{what}s"
    return f"{count} {what if count == 1 else several}"


def _exact(value: float | Decimal) -> Fraction:
    return Fraction(str(value))


def _hashable(value: Any) -> Any:
    """Return a key that is equal for equal JSON values: 1 equals 1.0, but not true."""
    if is_object(value):
        return frozenset((name, _hashable(item)) for name, item in value.items())
    if is_array(value):
        return tuple(_hashable(item) for item in value)
    return isinstance(value, bool), value


@functools.cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.ASCII)
