"""References to schemas that name themselves by a URI: written as references by place.

A schema with an `$id` is a resource of its own: its URI is the `$id`, relative to that of the
schema around it, and what refers to anything from inside of it starts there (JSON Schema, core,
section 8.2). Nothing is fetched: a URI is only a name, which the same file declares or not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote, unquote, urldefrag, urljoin

from sdkwright.diagnostics import Diagnostics, Place
from sdkwright.model import json_pointer
from sdkwright.model.versions import minor
from sdkwright.source.schema_objects import ANCHORS, is_resource, objects

UNKNOWN: Final = "https://document.invalid/-/-/-/-/-/-/-/-/"
"""The URI of a file that states none, with room for references to folders above it (RFC 2606)."""

_ABSOLUTE: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_SAFE: Final = "/~!$&'()*+,;=:@"
_FIX: Final = "correct the reference, or give its target this `$id`"


def has_any(data: object, root: Mapping[str, Any]) -> bool:
    """Return whether a schema of a file names itself; OpenAPI 3.0 has no `$id`.

    Args:
        data: The file.
        root: The document that it belongs to.
    """
    return minor(root) > 0 and any(is_resource(item) for item, _, _ in objects(data))


def resolve(
    data: Any,
    path: Path,
    place: Callable[[str], Place],
    diagnostics: Diagnostics,
    base: str = UNKNOWN,
) -> None:
    """Replace references to schemas with an `$id`, and those inside of them.

    Args:
        data: The file as plain data; it is changed, and no part of it may be shared.
        path: The file.
        place: Returns the place of a JSON pointer in it.
        diagnostics: Gets an error for each reference without a target.
        base: The URI of the file.
    """
    found = [*objects(data)]
    uris = _uris(found, base)
    if uris:
        _Resources(data, found, uris, path.parent, place, diagnostics, base).resolve()


def _uris(found: list[tuple[dict[str, Any], str, str]], base: str) -> dict[str, str]:
    """Return the URIs of all resources, by the pointers of their schemas."""
    uris: dict[str, str] = {}
    for item, pointer, _ in found:  # those around a schema come before it
        if is_resource(item):
            around = [each for each in uris if json_pointer.is_inside(pointer, each)]
            outer = uris[max(around, key=len)] if around else base
            uris[pointer] = urldefrag(_joined(outer, item["$id"]))[0]
    return uris


def _joined(base: str, ref: str) -> str:
    # A URN, for one, is no base for anything but a fragment.
    return f"{urldefrag(base)[0]}{ref}" if ref[:1] in {"", "#"} else urljoin(base, ref)


@dataclass
class _Resources:
    """The resources of one file."""

    data: Any
    found: list[tuple[dict[str, Any], str, str]]
    uris: dict[str, str]
    folder: Path
    place: Callable[[str], Place]
    diagnostics: Diagnostics
    base: str

    def __post_init__(self) -> None:
        self._by_uri: dict[str, list[str]] = {}
        for pointer, uri in self.uris.items():
            self._by_uri.setdefault(uri, []).append(pointer)
        self._anchors: dict[tuple[str, str], list[str]] = {}
        for item, pointer, resource in self.found:
            for name in {item.get(keyword) for keyword in ANCHORS}:
                if isinstance(name, str):
                    self._anchors.setdefault((resource, name), []).append(pointer)

    def resolve(self) -> None:
        """Replace all references that lead to or start in a resource."""
        for item, pointer, resource in self.found:
            for holder, key, at in _references(item, pointer):
                made = self._replaced(holder[key], resource, at)
                if made is not None:
                    holder[key] = made
            if isinstance(ref := item.get("$dynamicRef"), str) and "$ref" not in item:
                self._resolve_dynamic(item, ref, resource)

    def _resolve_dynamic(self, item: dict[str, Any], ref: str, resource: str) -> None:
        """Replace a dynamic reference to another resource (JSON Schema, core, section 8.2.3.2).

        One to a dynamic anchor stays dynamic, and others are like `$ref`. What has no target here
        is reported by `sdkwright.source.normalize.anchors`.
        """
        uri, fragment = urldefrag(_joined(self.uris.get(resource, self.base), ref))
        known = self._by_uri.get(uri, [])
        if ref.startswith("#") or len(known) != 1:
            return
        name = unquote(fragment)
        if not name or name.startswith("/"):
            found = [f"{known[0]}{name}"] if self._exists(f"{known[0]}{name}") else []
        else:
            found = self._anchors.get((known[0], name), [])
        if len(found) != 1:
            return
        if name and self._is_dynamic(found[0], name):
            if all(self._is_dynamic(own, name) for own in self._anchors.get((resource, name), [])):
                item["$dynamicRef"] = f"#{name}"
        else:
            del item["$dynamicRef"]
            item["$ref"] = _local(found[0])

    def _is_dynamic(self, pointer: str, name: str) -> bool:
        return bool(json_pointer.follow(self.data, pointer).get("$dynamicAnchor") == name)

    def _replaced(self, ref: str, resource: str, at: str) -> str | None:
        """Return what a reference is by place; None if it stays as it is."""
        if ref.startswith("#"):
            name = unquote(ref[1:])
            if resource not in self.uris or (name and not name.startswith("/")):
                return None
            # Many documents mean their own root in spite of an `$id`.
            return _local(f"{resource}{name}") if self._exists(f"{resource}{name}") else None
        uri, fragment = urldefrag(_joined(self.uris.get(resource, self.base), ref))
        known = self._by_uri.get(uri, [])
        if len(known) > 1:
            self._error("ambiguous-reference", f"`{ref}` is the `$id` of {len(known)} schemas", at)
            return None
        if known:
            return self._inside(known[0], ref, unquote(fragment), at)
        return self._undeclared(ref, uri, fragment, at) if resource in self.uris else None

    def _inside(self, resource: str, ref: str, name: str, at: str) -> str | None:
        """Return the reference to a part of a resource: by pointer, or by anchor."""
        if not name or name.startswith("/"):
            if self._exists(f"{resource}{name}"):
                return _local(f"{resource}{name}")
        else:
            named = self._anchors.get((resource, name), [])
            if len(named) == 1:
                return _local(named[0])
            if named:
                what = f"`{ref}` is the anchor of {len(named)} schemas"
                self._error("ambiguous-reference", what, at)
                return None
        self._error("unresolved-reference", f"`{ref}` does not exist", at)
        return None

    def _undeclared(self, ref: str, uri: str, fragment: str, at: str) -> str | None:
        """Return what a reference in a resource is to whatever includes other files."""
        if _ABSOLUTE.match(ref):
            return None
        address = uri.removeprefix(self.base) if uri.startswith(self.base) else uri
        if not self._is_file(address) and self._is_file(urldefrag(ref)[0]):
            self.diagnostics.note(
                "ambiguous-reference",
                f"by the `$id` around it, `{ref}` is `{address}`, which this file does not "
                "declare; the file of this name is used",
                fix="refer to the file from a schema without an `$id`, or give its schema this one",
                at=self.place(at),
            )
            return None
        return f"{address}#{fragment}" if fragment else address

    def _is_file(self, address: str) -> bool:
        try:
            return not _ABSOLUTE.match(address) and (self.folder / unquote(address)).is_file()
        except (OSError, ValueError):
            return False

    def _exists(self, pointer: str) -> bool:
        try:
            json_pointer.follow(self.data, pointer)
        except LookupError:
            return False
        return True

    def _error(self, code: str, message: str, at: str) -> None:
        fix = "give each of them its own" if code == "ambiguous-reference" else _FIX
        self.diagnostics.error(code, message, fix=fix, at=self.place(at))


def _references(item: dict[str, Any], pointer: str) -> Iterator[tuple[dict[str, Any], str, str]]:
    """Yield the references of a schema: what holds them, their keys, and their pointers."""
    if isinstance(item.get("$ref"), str):
        yield item, "$ref", json_pointer.child(pointer, "$ref")
    discriminator = item.get("discriminator")
    mapping = discriminator.get("mapping") if isinstance(discriminator, dict) else None
    if not isinstance(mapping, dict):
        return
    for key, ref in mapping.items():
        if isinstance(ref, str) and re.search(r"[#/:]|\.(?:ya?ml|json)$", ref):
            yield mapping, key, json_pointer.child(pointer, "discriminator", "mapping", key)


def _local(pointer: str) -> str:
    return f"#{quote(pointer, safe=_SAFE)}"
