"""Reads an OpenAPI document, YAML or JSON, into plain data with the position of each value.

This module knows which files are OpenAPI documents that we can read, and nothing of their contents.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Protocol

from sdkwright.diagnostics import Diagnostics, Place
from sdkwright.model import limits
from sdkwright.model.limits import Limits
from sdkwright.source import measure
from sdkwright.source.json_text import JsonText
from sdkwright.source.yaml12 import (
    MAX_DEPTH,
    TOO_DEEP,
    BadText,
    Nodes,
    build,
    line_column,
    too_many,
)


class Positions(Protocol):
    """A text that knows the positions of its values, by JSON pointer (RFC 6901)."""

    def locate(self, pointer: str) -> tuple[int, int]:
        """Return the line and column of a value, counted from 1."""

    def spelling(self, pointer: str) -> str | None:
        """Return the text of a scalar as it is written."""


@dataclass(frozen=True)
class Document:
    """An OpenAPI document as plain data, which must not be mutated: aliases share their values.

    `path` is shown to people as they wrote it. `locate` returns the line and column, counted from
    1, of a JSON pointer's target: of the key for a property, of the value for an item, and of the
    nearest ancestor if the target does not exist.
    """

    path: str
    data: dict[str, Any]
    locate: Callable[[str], tuple[int, int]]
    spelling: Callable[[str], str | None] = field(default=lambda _: None)
    """Returns the text of a scalar as it is written: `1.10`, where the value is the number 1.1."""
    nodes: Positions = field(default_factory=lambda: Nodes(""))
    placed: Callable[[str], Place] | None = None
    """Returns where a part was written, if the document was assembled from several files."""
    files: tuple[Path, ...] = ()
    """The other files that it was assembled from."""

    def place(self, pointer: str) -> Place:
        """Return the place of a JSON pointer's target, for a diagnostic."""
        if self.placed is not None:
            return self.placed(pointer)
        return Place(self.path, *self.locate(pointer))


@dataclass(frozen=True)
class Values:
    """The contents of any YAML or JSON file: its path as shown, its data, and their positions."""

    path: str
    data: object
    nodes: Positions


_BY_VALUES: Final = frozenset({"alias-bomb", "too-large"})
"""The errors that a YAML file with too many values is rejected with."""


def load(
    path: Path,
    diagnostics: Diagnostics,
    bounds: Limits = limits.DEFAULT,
    content: bytes | None = None,
) -> Document:
    """Read an OpenAPI document from a file.

    Args:
        path: The file, as shown in diagnostics.
        diagnostics: Gets the reason if the file cannot be read.
        bounds: The limits on its size.
        content: The contents of the file, if they were read before.

    Returns:
        The document. It has the key `openapi`, and all its keys are text; nothing else is certain.

    Raises:
        UsageError: The file does not exist or is not readable.
        Fatal: The file is too large, not YAML or JSON in UTF-8, or not an OpenAPI document of
            version 3.0 or later.
    """
    values = read_values(path, diagnostics, bounds, content)
    shown, data, nodes = values.path, values.data, values.nodes
    if not isinstance(data, dict):
        what = "is empty" if data is None else f"contains {_kind(data)}"
        raise diagnostics.fatal(
            "not-openapi",
            f"the file {what}; an OpenAPI document is an object with the key `openapi`",
            at=Place(shown, 1, 1),
        )
    document = Document(shown, data, nodes.locate, nodes.spelling, nodes)
    _check_version(document, diagnostics)
    return document


def read_values(
    path: Path,
    diagnostics: Diagnostics,
    bounds: Limits = limits.DEFAULT,
    content: bytes | None = None,
) -> Values:
    """Read a YAML or JSON file.

    Args:
        path: The file, as shown in diagnostics.
        diagnostics: Gets the reason if the file cannot be read.
        bounds: The limits on its size.
        content: The contents of the file, if they were read before.

    Raises:
        UsageError: The file does not exist or is not readable.
        Fatal: The file is too large, or not YAML or JSON in UTF-8.
    """
    shown = str(path)
    content = _read(path, shown, diagnostics, bounds) if content is None else content
    text = _decoded(content, shown, diagnostics, bounds)
    data, nodes = _parsed(text, shown, diagnostics, bounds)
    excess = measure.excess(data, bounds)
    if excess is not None:
        raise diagnostics.fatal(
            "too-large",
            excess.problem,
            fix=limits.raise_it(excess.name),
            at=Place(shown, *nodes.locate(excess.pointer)),
        )
    return Values(shown, data, nodes)


def _read(path: Path, shown: str, diagnostics: Diagnostics, bounds: Limits) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(bounds.bytes + 1)
    except FileNotFoundError:
        raise diagnostics.usage("missing-file", "file not found", at=Place(shown)) from None
    except IsADirectoryError:
        raise diagnostics.usage(
            "unreadable-file",
            "this is a folder, not a file",
            fix="pass the path of a file in it",
            at=Place(shown),
        ) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise diagnostics.usage(
            "unreadable-file", f"cannot read the file: {reason}", at=Place(shown)
        ) from None


def _decoded(content: bytes, shown: str, diagnostics: Diagnostics, bounds: Limits) -> str:
    if len(content) > bounds.bytes:
        raise diagnostics.fatal(
            "too-large",
            f"the file is larger than {bounds.bytes:,} bytes",
            fix=limits.raise_it("bytes"),
            at=Place(shown),
        )
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8", "replace")
        raise diagnostics.fatal(
            "not-utf-8",
            f"the file is not valid UTF-8: unexpected byte 0x{content[error.start]:02x}",
            fix="save the file as UTF-8",
            at=Place(shown, *line_column(before)),
        ) from None


def _check_version(document: Document, diagnostics: Diagnostics) -> None:
    data = document.data
    if "openapi" not in data:
        if "swagger" in data:
            raise diagnostics.fatal(
                "swagger-2",
                f"Swagger {_short(data['swagger'])} documents are not supported",
                fix="convert it to OpenAPI 3",
                at=document.place("/swagger"),
            )
        raise diagnostics.fatal(
            "not-openapi",
            "the key `openapi` is missing, so this is not an OpenAPI document",
            fix="if it is one, begin it with `openapi: 3.1.0`",
            at=document.place(""),
        )
    version = data["openapi"]
    if not isinstance(version, str):
        # `openapi: 3.1` without quotes is a number; the version is what the author wrote.
        version = document.spelling("/openapi") or type(version).__name__
    if not re.fullmatch(r"3\.[0-9]+(\..*)?", version):
        raise diagnostics.fatal(
            "openapi-version",
            f"OpenAPI {_short(version)} is not supported; use 3.0, 3.1 or 3.2",
            at=document.place("/openapi"),
        )
    if not re.fullmatch(r"3\.[0-2](\..*)?", version):
        diagnostics.warning(
            "openapi-version",
            f"OpenAPI {_short(version)} is read as 3.2; features added since are not known",
            at="/openapi",
        )


# JSON


def _is_json(text: str, shown: str) -> bool:
    return shown.endswith(".json") or text.lstrip()[:1] == "{"


def _parsed(
    text: str, shown: str, diagnostics: Diagnostics, bounds: Limits
) -> tuple[object, Positions]:
    if _is_json(text, shown):
        found = _from_json(text, shown, diagnostics, bounds)
        if found is not None:
            return found[0], JsonText(text)
    # YAML's flow style looks like JSON at first; and for JSON, this finds duplicate keys.
    nodes = Nodes(text, bounds.values)
    return _from_yaml(shown, nodes, diagnostics), nodes


def _from_json(
    text: str, shown: str, diagnostics: Diagnostics, bounds: Limits
) -> tuple[object] | None:
    """Return the value in a tuple, or None if the text should be parsed as YAML."""
    duplicates = False

    def to_dict(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal duplicates
        made = dict(pairs)
        duplicates = duplicates or len(made) != len(pairs)
        return made

    try:
        data: object = json.loads(text, object_pairs_hook=to_dict)
    except json.JSONDecodeError as error:
        if not shown.endswith(".json"):
            return None
        raise diagnostics.fatal(
            "invalid-json",
            f"invalid JSON: {error.msg[0].lower()}{error.msg[1:]}",
            at=Place(shown, error.lineno, error.colno),
        ) from None
    except ValueError:
        raise diagnostics.fatal(
            "invalid-json", "this number has too many digits", at=Place(shown)
        ) from None
    except RecursionError:
        raise diagnostics.fatal("too-deep", TOO_DEEP, at=Place(shown)) from None
    _check_size(data, shown, diagnostics, bounds)
    return None if duplicates else (data,)


def _check_size(value: object, shown: str, diagnostics: Diagnostics, bounds: Limits) -> None:
    """Reject JSON with too many values or levels, which its parser accepts."""
    level: list[object] = [value]
    found = 1
    for _ in range(MAX_DEPTH):
        level = [child for parent in level for child in _children(parent)]
        found += len(level)
        if found > bounds.values:
            what = too_many(bounds.values)
            raise diagnostics.fatal(
                "too-large", what, fix=limits.raise_it("values"), at=Place(shown)
            )
        if not level:
            return
    raise diagnostics.fatal("too-deep", TOO_DEEP, at=Place(shown))


def _children(value: object) -> list[object]:
    if isinstance(value, dict):
        return [*value.values()]
    return value if isinstance(value, list) else []


def _from_yaml(shown: str, nodes: Nodes, diagnostics: Diagnostics) -> object:
    try:
        data, duplicates = build(nodes)
    except BadText as error:
        place = Place(shown, error.line, error.column)
        fix = limits.raise_it("values") if error.code in _BY_VALUES else ""
        raise diagnostics.fatal(error.code, error.message, fix=fix, at=place) from None
    for duplicate in duplicates:
        diagnostics.error(
            "duplicate-key",
            f"duplicate key `{_short(duplicate.key)}`; first used in line {duplicate.first_line}",
            fix="remove or rename one of the two",
            at=Place(shown, duplicate.line, duplicate.column),
        )
    return data


def _kind(value: object) -> str:
    match value:
        case list():
            return "a list"
        case bool():
            return "a boolean"
        case int() | float():
            return "a number"
    return "text"


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= 60 else f"{text[:57]}..."
