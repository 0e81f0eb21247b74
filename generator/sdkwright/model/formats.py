"""The Python side of scalars: a row for each kind, and for each format that differs from its kind.

Everything that depends on a format is defined here, once: the type in models and arguments, and how
examples are invented, checked and written. A format without a row is treated as its kind
(docs/decisions/0010-formats.md).
"""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, TypeAlias

from sdkwright.model import ir

Json: TypeAlias = Any


@dataclass(frozen=True, slots=True)
class PythonType:
    """A class, or a function that creates an instance of one.

    Attributes:
        name: Its name; `date.fromisoformat` is a method of the class `date`.
        module: The module to import it from: "" for a builtin, and relative to the SDK if it
            begins with a dot.
    """

    name: str
    module: str = ""

    @property
    def is_of_sdk(self) -> bool:
        """Whether the module is one of the SDK."""
        return self.module.startswith(".")


@dataclass(frozen=True, slots=True)
class Format:
    """How the values of one kind and format are represented.

    Attributes:
        kind: The kind of the JSON value.
        name: The value of the keyword `format`; "" is the row of the kind itself.
        type: The type in models and results.
        argument: The types that an argument accepts, if they differ.
        sample: A JSON value for examples, if the document has none.
        accepts: Whether an example of the document, which has the right kind, is valid.
        created_by: The function that creates the value from JSON in examples; None if the value is
            a literal.
        readers_name: The name of the type in documentation, if its name in code is private.
        is_apart: Whether values are strings in JSON but have a different type in Python, which
            msgspec cannot distinguish from other strings in a union.
        is_exact: Whether values are exact decimal numbers.
        is_base64: Whether values are bytes, encoded in base64.
        is_secret: Whether values are masked when they are printed.
        is_time: Whether values are points in time.
        explanation: A description of the values for readers, if the type does not tell.
    """

    kind: ir.Kind
    name: str
    type: PythonType
    sample: Json
    argument: tuple[PythonType, ...] = ()
    accepts: Callable[[Json], bool] = lambda _value: True
    created_by: PythonType | None = None
    readers_name: str = ""
    is_apart: bool = False
    is_exact: bool = False
    is_base64: bool = False
    is_secret: bool = False
    is_time: bool = False
    explanation: str = ""

    @property
    def primitive(self) -> ir.Primitive:
        """The type of such values in the IR."""
        return ir.Primitive(self.kind, self.name)

    @property
    def shown(self) -> str:
        """The name of the type in documentation."""
        return self.readers_name or self.type.name


def _matches(pattern: str) -> Callable[[str], bool]:
    """Return a function that checks whether a text matches a pattern as a whole."""
    compiled = re.compile(pattern)
    return lambda text: compiled.fullmatch(text) is not None


def _is_time(pattern: str) -> Callable[[str], bool]:
    """Return a function that checks whether a text matches a pattern and is an existing date."""
    has_form = _matches(pattern)

    def check(text: str) -> bool:
        if not has_form(text):
            return False
        try:
            datetime.fromisoformat(text.upper())
        except ValueError:
            return False
        return True

    return check


def _is_base64(text: str) -> bool:
    try:
        base64.b64decode(text, validate=True)
    except ValueError:
        return False
    return True


_STR: Final = PythonType("str")
_DECIMAL: Final = PythonType("Decimal", "decimal")

_ROWS: Final = (
    Format("string", "", _STR, "<value>"),
    Format(
        "string",
        "date-time",
        PythonType("datetime", "datetime"),
        "2030-01-01T00:00:00Z",
        accepts=_is_time(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:[Zz]|[+-]\d\d:\d\d)"),
        created_by=PythonType("parse_datetime", ".utils"),
        is_apart=True,
        is_time=True,
    ),
    Format(
        "string",
        "date",
        PythonType("date", "datetime"),
        "2030-01-01",
        accepts=_is_time(r"\d{4}-\d\d-\d\d"),
        created_by=PythonType("date.fromisoformat", "datetime"),
        is_apart=True,
        is_time=True,
    ),
    Format(
        "string",
        "byte",
        PythonType("bytes"),
        "aGVsbG8=",
        accepts=_is_base64,
        is_apart=True,
        is_base64=True,
    ),
    Format(
        "string",
        "decimal",
        PythonType("DecimalText", "._runtime.json.decimals"),
        "1.50",
        argument=(PythonType("Decimal", "._runtime.json.decimals"),),
        accepts=_matches(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?"),
        created_by=_DECIMAL,
        readers_name="Decimal",
        is_apart=True,
        is_exact=True,
    ),
    Format(
        "string",
        "password",
        PythonType("SecretStr", ".types"),
        "<value>",
        argument=(_STR,),
        is_secret=True,
    ),
    Format(
        "string",
        "uuid",
        _STR,
        "123e4567-e89b-12d3-a456-426614174000",
        argument=(_STR, PythonType("UUID", "uuid")),
    ),
    Format(
        "string",
        "time",
        _STR,
        "10:30:00Z",
        argument=(_STR, PythonType("time", "datetime")),
        explanation="an RFC 3339 time",
    ),
    Format(
        "string",
        "duration",
        _STR,
        "PT90S",
        argument=(_STR, PythonType("timedelta", "datetime")),
        explanation="an ISO 8601 duration",
    ),
    Format("integer", "", PythonType("int"), 1),
    Format(
        "number",
        "",
        PythonType("Number", ".types"),
        1.5,
        argument=(PythonType("float"),),
        readers_name="float",
    ),
    Format(
        "number",
        "decimal",
        PythonType("Decimal", "._runtime.json.decimals"),
        1.5,
        created_by=_DECIMAL,
        is_exact=True,
    ),
    Format("boolean", "", PythonType("bool"), sample=False),
    Format("null", "", PythonType("None"), None),
)

FORMATS: Final[dict[tuple[str, str], Format]] = {(row.kind, row.name): row for row in _ROWS}
"""The rows, by kind and name."""

EXACT_TEXT: Final = frozenset(
    row.primitive for row in _ROWS if row.is_exact and row.kind == "string"
)
"""The types of exact decimal numbers that are text in JSON."""

TIMES: Final = frozenset(row.primitive for row in _ROWS if row.is_time)
"""The types of dates, with and without a time."""

BASE64: Final = frozenset(row.primitive for row in _ROWS if row.is_base64)
"""The types of bytes that are text in JSON."""


def format_of(kind: ir.Primitive) -> Format:
    """Return the row of a scalar: that of its format, or else that of its kind."""
    return FORMATS.get((kind.kind, kind.format)) or FORMATS[kind.kind, ""]


def is_json(kind: ir.Primitive, value: Json) -> bool:
    """Return whether a JSON value, such as an example of the document, is of a scalar type."""
    return _HOLDS[kind.kind](value) and format_of(kind).accepts(value)


def _is_number(value: Json, *kinds: type) -> bool:
    return isinstance(value, kinds) and not isinstance(value, bool)


_HOLDS: Final[Mapping[ir.Kind, Callable[[Json], bool]]] = {
    "string": lambda value: isinstance(value, str),
    "integer": lambda value: _is_number(value, int),
    "number": lambda value: _is_number(value, int, float),
    "boolean": lambda value: isinstance(value, bool),
    "null": lambda value: value is None,
}
"""Whether a JSON value is of a kind."""
