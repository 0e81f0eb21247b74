"""The engine: openapi-python-client's classes for reading a document, and nothing else of it.

This is the only module of the front end that knows where these classes come from. It validates one
object of the document at a time, so that one bad schema drops only the operations that reach it;
the engine's error becomes a diagnostic at its place. Why we use the engine's schema and not its
parser: docs/decisions/0001-engine.md.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias, TypeVar

from pydantic import BaseModel, ValidationError

from sdkwright.model.ir import JsonText
from sdkwright.model.json_pointer import child

_PACKAGE = "openapi_python_client"


def _skip_package_init() -> bool:
    """Make `openapi_python_client.schema` importable without running the package's `__init__`.

    The package imports its command line, templates and HTTP client, which we do not use and which
    take as long as the schema itself (0.3 s of the generator's start).
    """
    spec = importlib.util.find_spec(_PACKAGE)
    if spec is None or _PACKAGE in sys.modules:
        return False
    sys.modules[_PACKAGE] = importlib.util.module_from_spec(spec)
    return True


_is_stubbed = _skip_package_init()
from openapi_python_client.schema import (  # noqa: E402  see _without_initialising
    DataType,
    MediaType,
    OpenAPI,
    Operation,
    Parameter,
    PathItem,
    Reference,
    RequestBody,
    Response,
    Schema,
    UntrustedString,
)
from openapi_python_client.schema.openapi_schema_pydantic.encoding import Encoding  # noqa: E402
from openapi_python_client.schema.openapi_schema_pydantic.header import Header  # noqa: E402
from openapi_python_client.schema.openapi_schema_pydantic.security_scheme import (  # noqa: E402
    SecurityScheme,
)
from openapi_python_client.schema.openapi_schema_pydantic.server import Server  # noqa: E402

if _is_stubbed:
    del sys.modules[_PACKAGE]

__all__ = [
    "DataType",
    "Encoding",
    "Header",
    "MediaType",
    "OpenAPI",
    "Operation",
    "Parameter",
    "PathItem",
    "Reference",
    "RequestBody",
    "Response",
    "Schema",
    "SchemaOrReference",
    "SecurityScheme",
    "Server",
    "UntrustedString",
    "Violation",
    "child",
    "extras",
    "json_text",
    "keys",
    "read",
    "text",
]

SchemaOrReference: TypeAlias = Schema | Reference
Kind = TypeVar("Kind", bound=BaseModel)

_OF_2_0: Final = {
    "body": "describe it in `requestBody`: `in: body` is of OpenAPI 2.0",
    "formData": "describe it in `requestBody`, as a property of a form: `in: formData` is of "
    "OpenAPI 2.0",
}
"""What to write in place of locations of parameters that OpenAPI 3 no longer has."""

_EXPECTED: Final = {
    "bool_type": "a boolean",
    "dict_type": "an object",
    "list_type": "a list",
    "model_type": "an object",
    "string_type": "a string",
}
"""What a value must be, by the type of pydantic's error."""


@dataclass(frozen=True, slots=True)
class Violation:
    """One reason why the engine cannot read an object, and its pointer.

    `missing` is the property that the object at the pointer lacks, or "". `fix` says what to write
    instead, if that is known.
    """

    message: str
    pointer: str
    missing: str = ""
    fix: str = ""


def read(kind: type[Kind], value: object, pointer: str) -> Kind | list[Violation]:
    """Read one object of the document.

    Args:
        kind: The class to read it as, such as `Operation`.
        value: The object as plain data.
        pointer: Its JSON pointer.

    Returns:
        The object, or what is wrong with it.
    """
    try:
        return kind.model_validate(value)
    except ValidationError as error:
        return [
            Violation(
                _explain(item["type"], item["msg"]),
                _locate(item["loc"], value, pointer),
                str(item["loc"][-1]) if item["type"] == "missing" else "",
                _fix(item["loc"], item["input"]),
            )
            for item in error.errors(include_url=False, include_context=False)
        ]
    except RecursionError:
        return [Violation("nested too deeply", pointer)]


def text(value: object) -> str:
    """Return text of the document unchanged, and "" for anything else.

    Escaping it is up to the templates.
    """
    if isinstance(value, UntrustedString):
        return value.get_untrusted_value()
    return value if isinstance(value, str) else ""


def keys(mapping: Mapping[UntrustedString, Kind] | None) -> Iterator[tuple[str, Kind]]:
    """Yield the items of a mapping in the document's order, with plain text as keys."""
    for key, value in (mapping or {}).items():
        yield text(key), value


def extras(item: BaseModel) -> Mapping[str, Any]:
    """Return the properties that the engine does not know: `x-*`, and keywords of OpenAPI 3.1."""
    return item.model_extra or {}


def json_text(value: object) -> JsonText:
    """Return a JSON value as text, its keys in the order of the document."""
    return JsonText(json.dumps(value, ensure_ascii=False, default=str))


def _locate(location: tuple[int | str, ...], value: object, pointer: str) -> str:
    # The engine's locations also name the members of its unions, which are not in the document.
    for step in location:
        match value, step:
            case dict(), _ if step in value:
                value = value[step]
            case list(), int() if step < len(value):
                value = value[step]
            case _:
                continue
        pointer = child(pointer, step)
    return pointer


def _fix(location: tuple[int | str, ...], given: object) -> str:
    is_place = location[-1:] == ("in",) or "in" in location[-2:]
    return _OF_2_0.get(given, "") if is_place and isinstance(given, str) else ""


def _explain(kind: str, message: str) -> str:
    if kind == "missing":
        return "a required property is missing"
    if kind in _EXPECTED:
        return f"must be {_EXPECTED[kind]}"
    message = message.removeprefix("Value error, ")
    return message.replace("Input should be", "must be")
