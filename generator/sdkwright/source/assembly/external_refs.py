"""References to other files: their targets become components of the document itself.

A file may refer to any part of another (OpenAPI 3.1, section 4.8.23), and be referred to in turn.
Only files in the folder of the document or below it are read; nothing is ever fetched. The meaning
of the parts is the front end's business.
"""

from __future__ import annotations

import os
import posixpath
import re
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Any, Final, TypeGuard
from urllib.parse import quote, unquote, urldefrag, urljoin, urlsplit

from sdkwright.diagnostics import Diagnostics, Fatal, Place
from sdkwright.model import json_pointer, limits
from sdkwright.model.limits import Limits
from sdkwright.model.methods import ADDITIONAL, HTTP_METHODS
from sdkwright.source import document, measure
from sdkwright.source.assembly import resources
from sdkwright.source.assembly.origins import Origin, Origins, Source, unshared
from sdkwright.source.schema_objects import anchored, objects

_VALUES: Final = frozenset({"example", "examples", "default", "const", "enum"})
"""Keywords whose values are plain data, in which nothing is a reference whatever it looks like."""

_SECTIONS: Final = {
    "callbacks": "callbacks",
    "headers": "headers",
    "links": "links",
    **dict.fromkeys((*HTTP_METHODS, *map(str.upper, HTTP_METHODS)), "x-operations"),
    ADDITIONAL: "x-operations",
    "mediaTypes": "mediaTypes",
    "parameters": "parameters",
    "paths": "pathItems",
    "pathItems": "pathItems",
    "requestBodies": "requestBodies",
    "requestBody": "requestBodies",
    "responses": "responses",
    "securitySchemes": "securitySchemes",
    "webhooks": "pathItems",
    "x-webhooks": "pathItems",
}
"""The section of `components` for references below a key; all other keys refer to schemas.

There is none for operations, which only an extension can have.
"""

_MAPS: Final = (
    frozenset(_SECTIONS) - {"requestBody", *HTTP_METHODS, *map(str.upper, HTTP_METHODS)}
) | {"schemas"}
"""Keys of objects whose own keys are names; `parameters` can also be a list."""

_LOSSES: Final = {"schemas": "typed as `Any`", "headers": "the header is text"}
"""What a reference without a target costs, by section, where others can do without."""

_NOWHERE: Final = "http://document.invalid/"
"""What the URI of a file is relative to: no host has this name (RFC 2606, section 2)."""

_FIX: Final = "correct the reference, or add its target"

_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:|//|\\\\")
"""The start of a URL: a scheme, or the `//` or `\\\\` before a host.

A single letter before a colon is a Windows drive and does not count as a scheme here.
"""


def is_needed(root: dict[str, Any]) -> bool:
    """Return whether a document refers to other files."""
    return any(not ref.startswith("#") for _, _, ref, _ in _references(root))


def include(
    root: dict[str, Any], path: Path, origins: Origins, diagnostics: Diagnostics, bounds: Limits
) -> tuple[Path, ...]:
    """Replace every reference to another file with a reference to a component.

    Args:
        root: The document as plain data; it is changed, and no part of it may be shared.
        path: The file of the document.
        origins: Records where each part that comes from another file was written.
        diagnostics: Gets an error for each reference that has no target or must not be followed.
        bounds: The limits on the size of each other file, and of the resulting document.

    Returns:
        The other files that were read.

    Raises:
        Fatal: The document becomes too large.
    """
    return _Inclusion(root, path, origins, diagnostics, bounds).run()


@dataclass(frozen=True)
class _File:
    """A file that is referred to: `path` with symlinks resolved, and its values."""

    path: Path
    data: Any
    source: Source

    @cached_property
    def uri(self) -> str:
        """The URI that the file gives itself (OpenAPI 3.2, section 4.1.2.2); "" if it does not."""
        given = self.data.get("$self") if isinstance(self.data, dict) else None
        if not isinstance(given, str) or not given:
            return ""
        return urldefrag(urljoin(f"{_NOWHERE}{quote(self.path.name)}", given)).url

    @cached_property
    def anchors(self) -> dict[str, list[str]]:
        """The pointers of the schemas that name themselves, by name."""
        return anchored(self.data)


class _Inclusion:
    """A document, and what has been included from other files so far."""

    def __init__(
        self,
        root: dict[str, Any],
        path: Path,
        origins: Origins,
        diagnostics: Diagnostics,
        bounds: Limits,
    ) -> None:
        self._root = root
        self._bounds = bounds
        self._shown = path.parent
        self._folder = path.resolve().parent
        self._origins = origins
        self._diagnostics = diagnostics
        self._main = _File(path.resolve(), root, origins.source)
        self._files: dict[Path, _File | None] = {self._main.path: self._main}
        self._names: dict[tuple[Path, str, str], str] = {}
        self._pointers = _Pointers(root)
        self._values = self._read_values = measure.size(root)
        self._numbers: dict[str, int] = {}
        self._is_needed = True

    def run(self) -> tuple[Path, ...]:
        waiting: list[tuple[Any, _File, str]] = []
        own = [item for item in _references(self._root) if not item[2].startswith("#")]
        adopted = self._adopt(waiting)
        self._replace((item for item in own if id(item[0]) not in adopted), self._main, waiting)
        while waiting:
            value, file, section = waiting.pop()
            self._replace(list(_references(value, section)), file, waiting)
        return tuple(path for path in self._files if path != self._main.path)

    def _adopt(self, waiting: list[tuple[Any, _File, str]]) -> set[int]:
        """Replace each component that is only a reference to another file with its target.

        So the name that the document gives it is its name, wherever else it is referred to. Return
        the ids of the references that were replaced.
        """
        adopted: set[int] = set()
        components = self._root.get("components")
        for section, parts in components.items() if isinstance(components, dict) else ():
            for name, holder in list(parts.items()) if isinstance(parts, dict) else ():
                match holder:
                    case {"$ref": str(ref), **rest} if not rest and not ref.startswith("#"):
                        if self._is_done(ref, section, name, holder, waiting):
                            adopted.add(id(holder))
        return adopted

    def _is_done(
        self,
        ref: str,
        section: str,
        name: str,
        holder: dict[str, Any],
        waiting: list[tuple[Any, _File, str]],
    ) -> bool:
        """Replace a component, or report why not; return False if another one replaces it."""
        address, _, fragment = ref.partition("#")
        at = partial(self._place_of, holder, self._main)
        other = self._file(address, self._main, at)
        if other is None:
            return True
        try:
            pointer = self._pointer(ref, fragment, other, at)
            value = None if pointer is None else json_pointer.follow(other.data, pointer)
        except LookupError:
            self._lose(f"`{ref}` does not exist", section, holder, at)
            return True
        if pointer is None:
            return True
        key = (other.path, pointer, section)
        if other is self._main or key in self._names:
            return False  # another component, or a second name for the same part
        self._grow(value, at)
        self._names[key] = name
        self._put(value, section, name, Origin(other.source, pointer))
        waiting.append((self._component(section)[name], other, section))
        return True

    def _replace(
        self,
        references: Iterable[tuple[dict[str, Any], str, str, str]],
        file: _File,
        waiting: list[tuple[Any, _File, str]],
    ) -> None:
        """Replace references that a file has with references to components."""
        for holder, key, ref, section in references:
            # What a `mapping` names need not exist: lowering it warns.
            self._is_needed = key == "$ref"
            made = self._included(ref, section, file, holder, waiting)
            if made is not None:
                holder[key] = made

    def _included(
        self,
        ref: str,
        section: str,
        file: _File,
        holder: dict[str, Any],
        waiting: list[tuple[Any, _File, str]],
    ) -> str | None:
        """Return the reference to the component that replaces a reference."""
        address, _, fragment = ref.partition("#")
        at = partial(self._place_of, holder, file)
        other = self._file(address, file, at) if address else file
        if other is None:
            return None
        if other is self._main:
            return f"#{fragment}"
        try:
            pointer = self._pointer(ref, fragment, other, at)
            value = None if pointer is None else json_pointer.follow(other.data, pointer)
        except LookupError:
            self._lose(f"`{ref}` does not exist", section, holder, at)
            return None
        if pointer is None:
            return None
        section = _section_of(pointer) or section
        name = self._names.get((other.path, pointer, section))
        if name is None:
            self._grow(value, at)
            name = self._add(value, section, Origin(other.source, pointer), other)
            self._names[other.path, pointer, section] = name
            waiting.append((self._component(section)[name], other, section))
        return f"#{json_pointer.child('/components', section, name)}"

    def _pointer(self, ref: str, fragment: str, file: _File, at: Callable[[], Place]) -> str | None:
        """Return the pointer of a fragment, which may be an anchor; report one that several have.

        Raises:
            LookupError: No schema has this anchor.
        """
        name = unquote(fragment)
        if not name or name.startswith("/"):
            return name
        found = file.anchors.get(name, [])
        if len(found) > 1:
            self._error(
                "ambiguous-reference",
                f"`{ref}` is the anchor of {len(found)} schemas",
                at,
                fix="give each of them its own anchor",
            )
        if not found:
            raise LookupError(name)
        return found[0] if len(found) == 1 else None

    def _add(self, value: Any, section: str, origin: Origin, file: _File) -> str:
        wanted = json_pointer.unescaped(origin.pointer.rpartition("/")[2])
        wanted = wanted or file.path.stem
        component = self._component(section)
        name = wanted
        if name in component:
            base = name = f"{wanted}_{file.path.stem}"
            while name in component:
                self._numbers[base] = number = self._numbers.get(base, 1) + 1
                name = f"{base}_{number}"
            self._diagnostics.note(
                "renamed-component",
                f"`components.{section}` already has `{wanted}`; this one is renamed to "
                f"`{name}`",
                at=origin.place,
            )
        self._put(value, section, name, origin)
        return name

    def _put(self, value: Any, section: str, name: str, origin: Origin) -> None:
        component = self._component(section)
        component[name] = _without_anchors(unshared(value))
        self._pointers.add(component[name], json_pointer.child("/components", section, name))
        self._origins.note(component, name, origin)

    def _grow(self, value: Any, at: Callable[[], Place]) -> None:
        self._values += measure.size(value)
        if self._values > self._bounds.values:
            raise self._too_large("with this reference resolved, the document has", at)

    def _too_large(self, what: str, at: Callable[[], Place]) -> Fatal:
        return self._diagnostics.fatal(
            "too-large",
            f"{what} more than {self._bounds.values:,} values",
            fix=limits.raise_it("values"),
            at=at(),
        )

    def _component(self, section: str) -> dict[str, Any]:
        made = self._root
        for step in ("components", section):
            if not isinstance(made.get(step), dict):
                made[step] = {}
            made = made[step]
        return made

    def _file(self, address: str, beside: _File, at: Callable[[], Place]) -> _File | None:
        known = self._identified(address, beside)
        if known is not None:
            return known
        address = _beside(address, beside.uri)
        if _SCHEME.match(address):
            self._error(
                "remote-reference",
                f"`{address[:80]}` is not a file beside the document; nothing is fetched",
                at,
                fix="save a copy beside the document, and refer to the copy",
            )
            return None
        path = self._resolved(unquote(address), beside, at)
        if path is None:
            return None
        if path not in self._files:
            self._files[path] = self._read(path, at)
        return self._files[path]

    def _identified(self, address: str, beside: _File) -> _File | None:
        """Return the file that has been read and has this URI; None if there is none."""
        uri = urljoin(beside.uri, address)
        read = (file for file in [beside, *self._files.values()] if file is not None)
        return next((file for file in read if file.uri and file.uri == uri), None)

    def _resolved(self, name: str, beside: _File, at: Callable[[], Place]) -> Path | None:
        try:
            path = (beside.path.parent / name).resolve()
            inside = path.is_relative_to(self._folder)
            kind = path.stat().st_mode if inside else 0
        except (OSError, ValueError, RuntimeError) as error:
            reason = getattr(error, "strerror", None) or "invalid path"
            self._error("unresolved-reference", f"cannot read `{name[:80]}`: {reason}", at)
            return None
        if not inside:
            self._error(
                "outside-reference",
                f"`{name[:80]}` is outside the folder of the document",
                at,
                fix="copy it into that folder",
            )
            return None
        if not stat.S_ISREG(kind):
            self._error("unresolved-reference", f"`{name[:80]}` is not a file", at)
            return None
        return path

    def _read(self, path: Path, at: Callable[[], Place]) -> _File | None:
        shown = self._shown / os.path.relpath(path, self._folder)
        try:
            values = document.read_values(shown, self._diagnostics, self._bounds)
        except Fatal:
            self._diagnostics.note("included-here", f"`{shown}` is referenced here", at=at())
            return None
        self._read_values += measure.size(values.data)
        if self._read_values > self._bounds.values:
            raise self._too_large("the files of the document, including this one, have", at)
        source = Source(values.path, values.nodes)
        data = values.data
        if resources.has_any(data, self._root):
            data = unshared(data)
            resources.resolve(
                data, path, lambda pointer: Origin(source, pointer).place, self._diagnostics
            )
        return _File(path, data, source)

    def _place_of(self, holder: dict[str, Any], file: _File) -> Place:
        pointer = self._pointers.of(holder)
        if pointer is None:  # the holder came from another file, and has its new name
            return Place(file.source.path)
        key = "/$ref" if "$ref" in holder else ""
        return self._origins.place(f"{pointer}{key}")

    def _lose(
        self, what: str, section: str, holder: dict[str, Any], at: Callable[[], Place]
    ) -> None:
        """Report a target that is missing, and remove the reference if others can do without."""
        if section not in _LOSSES or not self._is_needed:
            self._error("unresolved-reference", what, at)
            return
        self._diagnostics.warning(
            "unresolved-reference", f"{what}; {_LOSSES[section]}", fix=_FIX, at=at()
        )
        del holder["$ref"]

    def _error(self, code: str, message: str, at: Callable[[], Place], *, fix: str = "") -> None:
        if code == "unresolved-reference" and not self._is_needed:
            return
        self._diagnostics.error(code, message, fix=fix or _FIX, at=at())


def _beside(address: str, base: str) -> str:
    """Return the path of what is beside a file with a URI; the address if it is elsewhere.

    The folder of the file stands for that of its URI, since nothing is fetched.
    """
    if not base:
        return address
    target, own = urlsplit(urljoin(base, address)), urlsplit(base)
    if (target.scheme, target.netloc) != (own.scheme, own.netloc) or target.query:
        return address
    return posixpath.relpath(target.path or "/", posixpath.dirname(own.path) or "/")


def _references(
    value: Any, section: str = "schemas"
) -> Iterator[tuple[dict[str, Any], str, str, str]]:
    """Yield each reference below a value.

    Each comes as the object that holds it, its key there, its text, and the section of `components`
    for its target.
    """
    waiting: list[tuple[Any, str, bool]] = [(value, section, False)]
    while waiting:
        item, section, names = waiting.pop()
        if isinstance(item, list):
            waiting += [(child, section, False) for child in item]
        if not isinstance(item, dict):
            continue
        for key, child in item.items():
            if key == "$ref" and isinstance(child, str) and not names:
                yield item, key, child, section
            elif key == "mapping" and isinstance(child, dict) and not names:
                yield from _mapped(child)
            elif key == "defaultMapping" and not names and _is_reference(child):
                yield item, key, child, "schemas"
            elif isinstance(child, dict | list) and (names or _is_described(key)):
                waiting.append(_below(key, child, section, names=names))


def _below(key: str, child: Any, section: str, *, names: bool) -> tuple[Any, str, bool]:
    if names:  # the key is a name that somebody gave, such as a path or a property
        return child, section, False
    if key in {"properties", "patternProperties", "$defs", "definitions", "dependentSchemas"}:
        return child, "schemas", True
    if key == "content":
        return child, "mediaTypes", True
    if key in {"components", "encoding", "variables"}:
        return child, section, key != "components"
    return child, _SECTIONS.get(key, "schemas"), key in _MAPS and isinstance(child, dict)


def _mapped(mapping: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str, str, str]]:
    """Yield the references in a discriminator's `mapping`; a bare name is not a reference."""
    for key, ref in mapping.items():
        if _is_reference(ref):
            yield mapping, key, ref, "schemas"


def _is_reference(value: object) -> TypeGuard[str]:
    """Return whether a value of a discriminator is a reference, and not the name of a schema."""
    return isinstance(value, str) and re.search(r"[#/]|\.(ya?ml|json)$", value) is not None


def _is_described(key: str) -> bool:
    return key not in _VALUES and not key.startswith("x-")


def _section_of(pointer: str) -> str | None:
    found = re.fullmatch(r"/components/([A-Za-z]+)/[^/]+", pointer)
    return found[1] if found else None


def _without_anchors(value: Any) -> Any:
    """Remove the anchors of a part of a file: only references in that file mean them."""
    for item, _, _ in [*objects(value)]:
        item.pop("$anchor", None)
    return value


class _Pointers:
    """Pointers of the document's objects, for diagnostics; computed only once one is needed.

    Args:
        root: The document.
    """

    def __init__(self, root: Any) -> None:
        self._waiting: list[tuple[Any, str]] = [(root, "")]
        self._above: dict[int, tuple[int, str]] = {}
        self._known: dict[int, str] = {}

    def add(self, value: Any, pointer: str) -> None:
        """Record a value that was added to the document."""
        self._waiting.append((value, pointer))

    def of(self, wanted: object) -> str | None:
        """Return the pointer of an object, or None if it is not in the document."""
        while self._waiting:
            value, pointer = self._waiting.pop()
            self._known[id(value)] = pointer
            self._walk(value)
        steps: list[str] = []
        at = id(wanted)
        while at not in self._known:
            if at not in self._above:
                return None
            at, step = self._above[at]
            steps.append(step)
        return json_pointer.child(self._known[at], *reversed(steps))

    def _walk(self, value: Any) -> None:
        waiting = [value]
        while waiting:
            item = waiting.pop()
            children: Iterable[tuple[object, Any]] = ()
            if isinstance(item, dict | list):
                children = item.items() if isinstance(item, dict) else enumerate(item)
            for key, child in children:
                if isinstance(child, dict | list):
                    self._above[id(child)] = id(item), str(key)
                    waiting.append(child)
