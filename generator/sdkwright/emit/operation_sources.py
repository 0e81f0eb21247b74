"""Source of the values in a descriptor: styles of parameters, encodings of forms, streams."""

from __future__ import annotations

from collections.abc import Mapping

from sdkwright.emit import xml
from sdkwright.emit.expr import FALSE, TRUE, Expr, call, dict_of, imported, lazy, string
from sdkwright.emit.python_types import TypeWriter
from sdkwright.model import ir

_JSON = "application/json"

_PLAIN: Mapping[ir.Content, str] = {"text": "TEXT", "binary": "BYTES"}
"""The runtime's constants for bodies that are not decoded."""

DOWNLOAD = imported("._runtime.responses.raw", "DOWNLOAD")
"""Marks an operation whose result is bytes."""


_READERS: Mapping[ir.Content, tuple[str, str]] = {
    "form": ("forms", "read_form"),
    "multipart": ("forms", "read_parts"),
    "text": ("scalars", "read_scalar"),
}
"""The functions of the runtime that read bodies which are not JSON, each with its module."""

BODIES = imported("._runtime.http.bodies", "BODIES")
"""Encodes bodies that are not JSON."""


def styled(item: ir.Parameter, key: str) -> Expr:
    style = item.style or ("simple" if item.location in {"path", "header"} else "form")
    keywords = {}
    if style in {"cookie", "form"} if item.explode is None else item.explode:
        keywords["explode"] = TRUE
    if item.allow_reserved:
        keywords["reserved"] = TRUE
    if key != item.name.wire:
        keywords["key"] = string(key)
    function = imported("._runtime.http.wire", "Styled")
    return call(function, string(item.name.wire), string(style), **keywords)


def encoding(item: ir.Encoding, *, is_base64: bool, is_file: bool) -> Expr:
    keywords = {}
    if item.style is not None:
        keywords["style"] = string(item.style)
        if item.style == "form" if item.explode is None else item.explode:
            keywords["explode"] = TRUE
        if item.allow_reserved:
            keywords["reserved"] = TRUE
    if item.xml is not None:
        keywords["write"] = xml.writer(item.xml)
    if is_base64:
        keywords["base64"] = TRUE
    if is_file:
        keywords["is_file"] = TRUE
    if item.is_whole:
        keywords["whole"] = TRUE
    if item.parts:
        inside = ((each.property, _inner(each)) for each in item.parts)
        keywords["parts"] = dict_of(inside)
    named = [string(item.content_type)] if item.content_type or not is_file else []
    return call(imported("._runtime.operation", "Encoding"), *named, **keywords)


def _inner(item: ir.Encoding) -> Expr:
    return encoding(item, is_base64=False, is_file=False)


def elements(media: ir.MediaType, types: TypeWriter) -> Expr:
    """Return how the elements of a stream are decoded."""
    keywords = {}
    if media.content == "lines":
        keywords["are_events"] = FALSE
        if is_record(media):
            keywords["are_records"] = TRUE
    if media.sentinel:
        keywords["sentinel"] = string(media.sentinel)
    if media.is_wrapped:
        keywords["is_wrapped"] = TRUE
    function = imported("._runtime.responses.events", "Elements")
    return call(function, lazy(types.write(media.type)), **keywords)


def encoder(media: ir.MediaType) -> Expr:
    """Return what encodes a body that is not JSON."""
    if media.xml is not None:
        return xml.encoder(media.xml)
    if media.content == "events":
        name = "WHOLE_EVENTS" if media.is_wrapped else "EVENTS"
        return imported("._runtime.http.event_bodies", name)
    if media.content == "multipart" and isinstance(media.type, ir.ListOf):
        return imported("._runtime.http.part_bodies", "PARTS")
    if media.content != "lines":
        return BODIES
    name = "RECORDS" if is_record(media) else "LINES"
    return imported("._runtime.http.line_bodies", name)


def is_record(media: ir.MediaType) -> bool:
    """Return whether each value follows a record separator (RFC 7464)."""
    return media.name.partition(";")[0].rstrip().lower().endswith("json-seq")


def reading(media: ir.MediaType | None) -> Expr | None:
    """Return the function of the runtime that reads a body; None for JSON, text and bytes."""
    if media is None or media.content not in _READERS or media.type == ir.Primitive("string"):
        return None
    module, name = _READERS[media.content]
    return imported(f"._runtime.responses.{module}", name)


def content_type(media: ir.MediaType) -> str:
    """Return the media type of the body; "" for JSON."""
    if media.name == _JSON or (media.content == "json" and "*" in media.name):
        return ""
    return media.name


def others(operation: ir.Operation, types: TypeWriter) -> dict[str, Expr]:
    """Return how other representations of a response are returned, by media type."""
    return {media.name: decoded(media, types) for media in operation.signature.others}


def decoded(media: ir.MediaType, types: TypeWriter) -> Expr:
    """Return how a body is decoded: a constant, a reader, or what returns a type or a decoder."""
    read = reading(media)
    if read is None and media.content in _PLAIN:
        return imported("._runtime.operation", _PLAIN[media.content])
    written = types.write(media.type)
    if read is not None:
        return call(imported("._runtime.operation", "BodyReader"), lazy(written), read)
    return lazy(written if media.xml is None else xml.decoder(media.xml, written))


def also(operation: ir.Operation, types: TypeWriter) -> dict[str, Expr]:
    """Return how other forms of the value that JSON has are read, by media type.

    One whose value depends on the status is not read.
    """
    found: dict[str, set[ir.MediaType]] = {}
    for response in operation.responses:
        for media in response.also:
            found.setdefault(media.name, set()).add(media)
    return {
        name: decoded(media, types)
        for name, kinds in found.items()
        if len(kinds) == 1
        for media in kinds
    }


def accept(operation: ir.Operation) -> str:
    """Return the media types that a response may have, unless this is JSON alone."""
    if operation.signature.answer == "either":
        return ""
    found = dict.fromkeys(media.name for media in operation.signature.results if media)
    return "" if not found or set(found) == {_JSON} else ", ".join(found)
