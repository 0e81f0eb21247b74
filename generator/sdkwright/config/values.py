"""The kinds of values in sdk.toml: which they are, in words and as JSON Schema."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sdkwright.config.selection import KEYS
from sdkwright.model.naming import module_name
from sdkwright.model.reserved import DEPENDENCIES, MODULE_GLOBALS, RUNTIME_ERRORS


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of value.

    Args:
        type: Its type, for people.
        takes: What it must be, after the words "must be".
        accepts: Whether a value that TOML has read is one.
        schema: JSON Schema for editors, which may accept more.
    """

    type: str
    takes: str
    accepts: Callable[[Any], bool]
    schema: Mapping[str, object]


LONGEST: Final = 100
"""Maximum characters of the name of a module or a class: folders and files are named after them."""

_NUMBER: Final = "(0|[1-9][0-9]*)"
_LABEL: Final = f"({_NUMBER}|[0-9]*[a-z][a-z0-9]*)"
VERSION_PATTERN: Final = (  # as PEP 440 normalizes it: the index shows no other spelling
    rf"{_NUMBER}(\.{_NUMBER})*((a|b|rc){_NUMBER})?(\.post{_NUMBER})?(\.dev{_NUMBER})?"
    rf"(\+{_LABEL}(\.{_LABEL})*)?"
)


def matching(pattern: str) -> Callable[[object], bool]:
    """Return a check for text that a pattern matches as a whole."""
    matches = re.compile(pattern).fullmatch
    return lambda value: isinstance(value, str) and matches(value) is not None


def list_of(accepts: Callable[[Any], bool]) -> Callable[[object], bool]:
    """Return a check for a list of values that another check accepts."""
    return lambda value: isinstance(value, list) and all(map(accepts, value))


def _text(pattern: str, takes: str, *, schema: str = "") -> Kind:
    described = {"type": "string", "pattern": f"^(?:{schema})$"} if schema else {"type": "string"}
    return Kind("string", takes, matching(pattern), described)


def _is_path(value: object) -> bool:
    return isinstance(value, str) and value != "" and value.isprintable()


def is_module(value: object) -> bool:
    """Return whether an SDK's module can have a name."""
    # `_1` is valid in Python, but leaves nothing to name a class after.
    if not matching(r"_*[a-z][a-z0-9_]*")(value) or len(str(value)) > LONGEST:
        return False
    if module_name(str(value)) != value:  # a keyword, or a device name on Windows
        return False
    # Whichever of the two is found first, the other can no longer be imported.
    return value not in sys.stdlib_module_names and value not in DEPENDENCIES


def is_class(value: object) -> bool:
    """Return whether the client class can have a name."""
    if not matching(rf"[A-Za-z][A-Za-z0-9_]{{0,{LONGEST - 1}}}")(value):
        return False
    # Its exceptions are named after it.
    return value not in MODULE_GLOBALS and f"{value}Error" not in RUNTIME_ERRORS | {"ResponseError"}


def _is_urls(value: object) -> bool:
    address = matching(r"https?://[^\s<>\"\\]+")
    label = matching(r"[^\s\"\\](?:[^\n\r\"\\]*[^\s\"\\])?")
    return isinstance(value, dict) and all(
        label(key) and len(key) <= 32 and address(item) for key, item in value.items()
    )


_CLASSIFIER: Final = (
    r"(?!License ::|Programming Language :: Python :: 3|Typing :: Typed$)"
    r"[A-Z][A-Za-z0-9 ]*(?: :: [A-Za-z0-9][^\x00-\x1f\x7f:]*)+"
)


def _is_authors(value: object) -> bool:
    name = matching(r"[^\s<>,\"\\](?:[^\x00-\x1f\x7f<>,\"\\]*[^\s<>,\"\\])?")
    email = matching(r"[^\s<>,@\"\\]+@[^\s<>,@\"\\]+")
    return _is_tables(value, {"name", "email"}) and all(
        entry and name(entry.get("name", "x")) and email(entry.get("email", "x@x"))
        for entry in list(value if isinstance(value, list) else [])
    )


def _is_extras(value: object) -> bool:
    if not isinstance(value, dict) or not all(isinstance(each, list) for each in value.values()):
        return False
    from packaging.requirements import InvalidRequirement, Requirement  # noqa: PLC0415  rarely

    try:
        for each in value.values():
            for text in each:
                Requirement(text)
    except (InvalidRequirement, TypeError):
        return False
    return all(re.fullmatch(r"(?!(?:fast|socks)$)[a-z0-9]+(-[a-z0-9]+)*", name) for name in value)


def _is_tables(value: object, keys: set[str]) -> bool:
    return isinstance(value, list) and all(
        isinstance(entry, dict)
        and entry.keys() <= keys
        and all(isinstance(text, str) and text for text in entry.values())
        for entry in value
    )


def _is_renamed(value: object) -> bool:
    name = matching(r"([^\W\d]\w*\.)*[^\W\d]\w*")
    return isinstance(value, dict) and all(map(name, value.values()))


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value > 0


_OPERATION: Final = r"(?!(?:GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH|TRACE|QUERY)$)\S+(?: \S.*)?"

FILE: Final = Kind("string", "a file path", _is_path, {"type": "string", "minLength": 1})
FOLDER: Final = Kind("string", "a folder path", _is_path, {"type": "string", "minLength": 1})
FILES: Final = Kind(
    "list of strings",
    "a list of file paths",
    list_of(_is_path),
    {"type": "array", "items": {"type": "string", "minLength": 1}},
)
DISTRIBUTION: Final = _text(
    r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?",
    "a distribution name of letters, digits, `-`, `_` and `.`",
    schema=r"[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?",
)
MODULE: Final = Kind(
    "string",
    "a Python module name such as `my_api`: lower case, starting with a letter, at "
    f"most {LONGEST} characters, and not a module of the standard library or a "
    "dependency of the SDK",
    is_module,
    {"type": "string", "pattern": "^_*[a-z][a-z0-9_]*$", "maxLength": LONGEST},
)
VERSION: Final = _text(
    VERSION_PATTERN, "a version such as 1.2.0 or 2.0.0rc1", schema=VERSION_PATTERN
)
LINE: Final = _text(r"[^\x00-\x1f\x7f]*", "one line of text")
LICENCE: Final = _text(
    r"[A-Za-z0-9.+() -]+",
    "an SPDX licence expression such as `MIT`",
    schema="[A-Za-z0-9.+() -]+",
)
MARKDOWN: Final = _text(r"[^\x00-\x08\x0b-\x1f\x7f]*", "Markdown without control characters")
FLAG: Final = Kind(
    "boolean",
    "true or false",
    lambda value: isinstance(value, bool),
    {"type": "boolean"},
)
URLS: Final = Kind(
    "table of strings",
    "a table of labels and http(s) URLs",
    _is_urls,
    {"type": "object", "additionalProperties": {"type": "string", "pattern": "^https?://"}},
)
URL: Final = _text(
    r"https?://[A-Za-z0-9\[][^\s<>\"\\{}#?@\x00-\x1f\x7f]*",
    "an http(s) URL without a query, a fragment and credentials, such as https://api.example.com",
    schema="https?://[^\\s?#@{}]+",
)
CLASS: Final = Kind(
    "string",
    f"a Python class name of at most {LONGEST} characters that starts with a letter and is "
    "not reserved by Python or the SDK, with or without `Error` appended",
    is_class,
    {"type": "string", "pattern": "^[A-Za-z][A-Za-z0-9_]*$", "maxLength": LONGEST},
)
PREFIX: Final = _text(
    r"[A-Z][A-Z0-9_]*",
    "capital letters, digits and `_`, starting with a letter",
    schema="[A-Z][A-Z0-9_]*",
)
OPERATIONS: Final = Kind(
    "list of strings",
    'a list of operations such as "POST /path", or of operationIds',
    list_of(lambda value: matching(_OPERATION)(value) and value.isprintable()),
    {"type": "array", "items": {"type": "string", "minLength": 1}},
)
CONVENTIONS: Final = ("fastapi", "drf", "nestjs", "typespec", "ninja", "as-written")
"""The ways in which frameworks make operationIds."""

CONVENTION: Final = Kind(
    "string",
    f"one of {', '.join(f'`{name}`' for name in CONVENTIONS)}",
    lambda value: value in CONVENTIONS,
    {"type": "string", "enum": [*CONVENTIONS]},
)
RENAMED: Final = Kind(
    "table of strings",
    "a table of operationIds or `METHOD /path`, each with a name such as `list` or `widgets.list`",
    _is_renamed,
    {
        "type": "object",
        "additionalProperties": {"type": "string", "pattern": r"^([^\W\d]\w*\.)*[^\W\d]\w*$"},
    },
)
IGNORED: Final = Kind(
    "list of tables",
    "a list of tables with a `code`, such as `weak-type`, and optionally a `place`",
    lambda value: _is_tables(value, {"code", "place"}) and all("code" in each for each in value),
    {
        "type": "array",
        "items": {
            "type": "object",
            "required": ["code"],
            "additionalProperties": False,
            "properties": {"code": {"type": "string"}, "place": {"type": "string"}},
        },
    },
)
SELECTORS: Final = Kind(
    "list of tables",
    f"a list of tables, each with one or more of {', '.join(f'`{key}`' for key in KEYS)}",
    lambda value: _is_tables(value, {*KEYS}) and all(value),
    {
        "type": "array",
        "items": {
            "type": "object",
            "minProperties": 1,
            "additionalProperties": False,
            "properties": {key: {"type": "string", "minLength": 1} for key in KEYS},
        },
    },
)
AUTHORS: Final = Kind(
    "list of tables",
    "a list of tables with a `name`, an `email` or both",
    _is_authors,
    {
        "type": "array",
        "items": {
            "type": "object",
            "minProperties": 1,
            "additionalProperties": False,
            "properties": {"name": {"type": "string"}, "email": {"type": "string"}},
        },
    },
)
WORDS: Final = Kind(
    "list of strings",
    "a list of keywords without commas",
    list_of(matching(r"[^\x00-\x20\x7f,](?:[^\x00-\x1f\x7f,]*[^\x00-\x20\x7f,])?")),
    {"type": "array", "items": {"type": "string", "pattern": "^[^,]+$"}},
)
CLASSIFIERS: Final = Kind(
    "list of strings",
    "a list of classifiers such as `Topic :: Internet`, without those of the licence, of Python "
    "versions and `Typing :: Typed`",
    list_of(matching(_CLASSIFIER)),
    {"type": "array", "items": {"type": "string", "pattern": " :: "}},
)
EXTRAS: Final = Kind(
    "table of lists",
    "a table of extras in lower case other than `fast` and `socks`, each with a list of "
    "requirements such as `rich>=14`",
    _is_extras,
    {
        "type": "object",
        "additionalProperties": {"type": "array", "items": {"type": "string"}},
        "propertyNames": {"pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
    },
)
NUMBER: Final = Kind("integer", "a positive integer", _is_number, {"type": "integer", "minimum": 1})
