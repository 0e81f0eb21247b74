"""Path items: the operations of `paths`, of `webhooks` and of callbacks, as plain data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from sdkwright.frontend import engine
from sdkwright.frontend.context import Context
from sdkwright.frontend.references import Target
from sdkwright.model import methods
from sdkwright.model.json_pointer import child

_OF_ITEM: Final = frozenset(
    {"$ref", methods.ADDITIONAL, "description", "parameters", "servers", "summary"}
)
"""The keys of a path item besides operations (OpenAPI 3.2, section 4.9)."""

_PARAMETER: Final = re.compile(r"\{(\+?)[^{}]*?(\+?)\}")

_UNREAD: Final = frozenset({"callbacks", "externalDocs", "servers"})
"""Keys that are removed before the engine reads an operation, so that mistakes do not matter."""


@dataclass(frozen=True, slots=True)
class Place:
    """One path × method of the document, as plain data.

    `raw` is the operation, and `at` its JSON pointer: that of the operation that a reference in
    place of it leads to. Keys of the path item that stand beside a `$ref` in it are in the object
    at `outer_at`, and named in `outer`.
    """

    method: str
    path: str
    item: Mapping[str, Any]
    item_at: str
    raw: Any
    at: str
    outer: frozenset[str] = frozenset()
    outer_at: str = ""

    def holder_at(self, key: str) -> str:
        """Return the pointer of the path item that has a key."""
        return self.outer_at if key in self.outer else self.item_at

    @property
    def is_excluded(self) -> bool:
        """Whether the document excludes the operation from the SDK."""
        return isinstance(self.raw, dict) and self.raw.get("x-speakeasy-ignore") is True

    @property
    def subject(self) -> str:
        """The name used in diagnostics."""
        return f"{methods.sent(self.method)} {self.path}"


def places(context: Context, paths: object) -> Iterable[Place]:
    """Yield all operations of a `paths` object in the document's order."""
    shapes: dict[str, str] = {}
    for path, item, at in _path_items(context, paths, "/paths"):
        known = shapes.setdefault(_PARAMETER.sub(r"{\1\2}", path), path)
        if known != path:
            context.diagnostics.warning(
                "duplicate-path",
                f"this path and `{known}` differ only in the names of parameters",
                fix="merge the two paths",
                at=at,
            )
        seen: set[str] = set()
        for own, own_at in _with_references(context, item, at):
            merged = {**own, **{key: value for key, value in item.items() if key != "$ref"}}
            for found in methods.operations_in(own):
                if found.method not in seen:
                    seen.add(found.method)
                    for place in place_of(context, found, path, merged, own_at):
                        yield replace(place, outer=frozenset(item), outer_at=at)
            _report_unknown_keys(context, path, own, own_at)


def place_of(
    context: Context, found: methods.InItem, path: str, item: Mapping[str, Any], at: str
) -> Iterable[Place]:
    """Yield an operation of a path item, or report that it is a reference without a target.

    An operation can't be a reference (OpenAPI 3.1, section 4.8.9.1), but documents that are split
    into files have such.
    """
    method, steps, raw = found
    place = child(at, *steps)
    if not isinstance(raw, dict) or not isinstance(raw.get("$ref"), str):
        yield Place(method, path, item, at, raw, place)
        return
    target = context.resolved(raw["$ref"])
    if isinstance(target, Target) and isinstance(target.value, dict):
        beside = {key: value for key, value in raw.items() if key != "$ref"}
        yield Place(method, path, item, at, {**target.value, **beside}, target.pointer)
        return
    why = f"`{raw['$ref']}` is not an operation" if isinstance(target, Target) else target.reason
    context.diagnostics.error(
        "dropped-operation",
        why,
        fix="correct the reference, or write the operation here",
        at=child(place, "$ref"),
        subject=f"{methods.sent(method)} {path}",
    )


def note_excluded(context: Context, place: Place) -> None:
    """Note that the document excludes an operation from the SDK."""
    context.diagnostics.note(
        "ignored-operation",
        "excluded by `x-speakeasy-ignore`",
        at=place.at,
        subject=context.subject,
    )


def path_items_of(
    context: Context, holder: object, at: str
) -> Iterable[tuple[str, dict[str, Any], str]]:
    """Yield the path items of `paths`, of `webhooks` or of a callback.

    Each comes with its key and the pointer of its declaration.

    Args:
        context: Resolves references; receives an error for anything that is not a path item.
        holder: The object that contains them, as plain data.
        at: Its JSON pointer.
    """
    for path, item, place in _path_items(context, holder, at):
        merged, target_at = item, place
        if isinstance(item.get("$ref"), str):
            target = context.target(engine.Reference.model_validate({"$ref": item["$ref"]}), place)
            if target is not None and isinstance(target.value, dict):
                merged, target_at = target.value, target.pointer
        yield path, merged, target_at


def _with_references(
    context: Context, item: dict[str, Any], at: str
) -> Iterable[tuple[dict[str, Any], str]]:
    """Yield a path item, and those that it refers to, nearest first: the nearer ones override."""
    known: set[str] = set()
    while at not in known:
        known.add(at)
        yield item, at
        if not isinstance(item.get("$ref"), str):
            return
        target = context.target(engine.Reference.model_validate({"$ref": item["$ref"]}), at)
        if target is None or not isinstance(target.value, dict):
            return
        item, at = target.value, target.pointer


def _report_unknown_keys(context: Context, path: str, item: dict[str, Any], at: str) -> None:
    """Report the unknown keys of a path item; unsupported methods are dropped operations."""
    more = item.get(methods.ADDITIONAL)
    dropped = [(key, key.upper(), child(at, key)) for key in methods.repeated_in(item)]
    dropped += [
        (method, method, child(at, methods.ADDITIONAL, method))
        for method in (more if isinstance(more, dict) else ())
        if not methods.is_additional(method)
    ]
    for method, verb, place in dropped:
        why, fix = f"unsupported HTTP method `{method}`", "use a token, such as COPY"
        if method in item:
            why, fix = f"`{method}` and another key are the same method", "remove one of them"
        elif method.lower() in methods.HTTP_METHODS:
            fix = f"write it as `{method.lower()}`, a key of the path item"
        context.diagnostics.error(
            "dropped-operation",
            why,
            fix=fix,
            at=place,
            subject=f"{verb} {path}",
        )
    known = _OF_ITEM | {*methods.HTTP_METHODS, *(method for method, _, _ in dropped)}
    for key in item:
        if key not in known and not key.startswith("x-") and not methods.is_in_capitals(key):
            context.diagnostics.warning(
                "unknown-key",
                f"unknown key `{key}` in a path item; it is ignored",
                fix="correct or remove it",
                at=child(at, key),
            )


def _path_items(
    context: Context, holder: object, at: str
) -> Iterable[tuple[str, dict[str, Any], str]]:
    if holder is not None and not isinstance(holder, dict):
        _not_an_object(context, at)
    for path, item in holder.items() if isinstance(holder, dict) else ():
        place = child(at, path)
        if isinstance(item, dict):
            yield path, item, place
        elif item is not None and not path.startswith("x-"):
            _not_an_object(context, place)


def _not_an_object(context: Context, at: str) -> None:
    context.diagnostics.error(
        "invalid-document", "this must be an object", fix="correct or remove it", at=at
    )


def readable(raw: object) -> object:
    """Return an operation without the parts that the engine might reject."""
    if not isinstance(raw, dict):
        return raw
    operation = {key: value for key, value in raw.items() if key not in _UNREAD}
    responses = operation.setdefault("responses", {})  # optional since OpenAPI 3.1
    if isinstance(responses, dict):
        operation["responses"] = {
            key: value for key, value in responses.items() if not key.startswith("x-")
        }
    return operation
