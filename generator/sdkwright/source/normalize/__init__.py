"""Rewrites deviations found in real documents to the form that the specification requires.

Each rewrite is a function whose docstring names the case it exists for; `REWRITES` lists all of
them, in order. A rewrite adds or removes keys and never moves anything, so every pointer keeps its
place; and it returns new objects, since those of the document are shared. The meaning of a schema,
a parameter or an operation is none of this module's business.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final, TypeAlias

from sdkwright.diagnostics import Diagnostics
from sdkwright.model.json_pointer import child
from sdkwright.model.methods import ADDITIONAL, operations_in
from sdkwright.model.versions import minor
from sdkwright.source.document import Document
from sdkwright.source.normalize import anchors, definitions, query_strings, schemas

_FILL: Final = "describe it, or remove it"

Rewrite: TypeAlias = Callable[[Document, Diagnostics], dict[str, Any]]


def normalize(document: Document, diagnostics: Diagnostics) -> Document:
    """Apply all rewrites.

    Args:
        document: The document as read; it is not changed.
        diagnostics: Gets a warning for each rewrite of something that the specification forbids.

    Returns:
        The document, in which `info` with its title and version, `paths`, and the responses of
        every operation are present.
    """
    for rewrite in REWRITES:
        document = replace(document, data=rewrite(document, diagnostics))
    return document


def remove_empty_sections(document: Document, diagnostics: Diagnostics) -> dict[str, Any]:
    """Treat a key without a value as absent.

    The case: YAML edited by hand, where everything below `components:`, `security:`, `parameters:`,
    a path or an operation was removed or commented out. The key is left, and its value is null. Of
    a path and an operation, an author would expect a method, so there is a warning.
    """
    data = _with_items(
        _without_nulls(document.data),
        lambda item, pointer: _without_empty_operations(item, pointer, diagnostics),
    )
    for section in ("paths", "webhooks", "x-webhooks"):
        if isinstance(items := data.get(section), dict) and None in items.values():
            data = {**data, section: _without_nulls(items)}
    return _with_operations(data, lambda operation, _pointer: _without_nulls(operation))


def complete_openapi_version(document: Document, _diagnostics: Diagnostics) -> dict[str, Any]:
    """Complete `openapi` to the text of a version with three parts.

    The case: `openapi: 3.1`, which is a number and lacks the third part.
    """
    given = document.data.get("openapi")
    spelled = given if isinstance(given, str) else document.spelling("/openapi") or str(given)
    major, _, rest = spelled.partition(".")
    minor, _, patch = rest.partition(".")
    complete = f"{major}.{minor}.{patch or '0'}"
    return document.data if complete == given else {**document.data, "openapi": complete}


def spell_version(document: Document, _diagnostics: Diagnostics) -> dict[str, Any]:
    """Convert `info.version` to text, as it is written.

    The case: YAML without quotes, `version: 1.10`, which is the number 1.1.
    """
    info = document.data.get("info")
    if not isinstance(info, dict) or not isinstance(info.get("version"), int | float):
        return document.data
    version = document.spelling("/info/version") or str(info["version"])
    return {**document.data, "info": {**info, "version": version}}


def add_info(document: Document, diagnostics: Diagnostics) -> dict[str, Any]:
    """Add a missing title or version (OpenAPI 3.1, section 4.8.2 requires both).

    The case: documents of internal services, exported by a framework that was not given a version.
    """
    info = document.data.get("info", {})
    if not isinstance(info, dict):
        return document.data
    added: dict[str, str] = {}
    for key, value in (("title", "API"), ("version", "0.0.0")):
        if info.get(key) is None:
            added[key] = value
            diagnostics.warning(
                f"missing-{key}",
                f"`info` has no `{key}`; using `{value}`",
                fix=f"add `{key}`",
                at="/info",
            )
    return {**document.data, "info": {**info, **added}} if added else document.data


def add_paths(document: Document, diagnostics: Diagnostics) -> dict[str, Any]:
    """Add an empty `paths` if there is none.

    The case: a document of webhooks only, which OpenAPI 3.1 allows (section 4.8.1), and one of
    components only, which others refer to.
    """
    if "paths" in document.data:
        return document.data
    if _is_3_0(document):
        diagnostics.warning(
            "missing-paths", "`paths` is missing, which OpenAPI 3.0 requires", at=""
        )
    return {**document.data, "paths": {}}


def add_responses(document: Document, diagnostics: Diagnostics) -> dict[str, Any]:
    """Add empty `responses` to an operation that has none.

    The case: OpenAPI 3.1 no longer requires them (section 4.8.10), and its own examples omit them.
    """
    must = _is_3_0(document)

    def add(operation: dict[str, Any], pointer: str) -> dict[str, Any]:
        if "responses" in operation or "$ref" in operation:
            return operation
        if must:
            diagnostics.warning(
                "missing-responses",
                "the operation has no `responses`, which OpenAPI 3.0 requires",
                fix="add `responses`",
                at=pointer,
            )
        return {**operation, "responses": {}}

    return _with_operations(document.data, add)


def mark_query_strings(document: Document, _diagnostics: Diagnostics) -> dict[str, Any]:
    """Mark the parameters that are the whole query string, which the engine does not know.

    The case: `in: querystring` (OpenAPI 3.2, section 4.12).
    """
    return query_strings.mark(document.data)


def resolve_anchors(document: Document, diagnostics: Diagnostics) -> dict[str, Any]:
    """Write references to anchors as references to places.

    The case: schemas that were written for JSON Schema, with `$ref: '#item'` for the one that has
    `$anchor: item`, and trees with `$dynamicRef`. See `anchors`.
    """
    return anchors.resolve(document.data, diagnostics)


def resolve_definitions(document: Document, diagnostics: Diagnostics) -> dict[str, Any]:
    """Replace references to `$defs` that only a schema around them has.

    The case: schemas that a library exported, each with its own `$defs`, pasted into responses.
    """
    return definitions.resolve(document.data, diagnostics)


def repair_schemas(document: Document, diagnostics: Diagnostics) -> dict[str, Any]:
    """Rewrite schemas to the only forms that the engine reads, as they were meant.

    The case: `true` for a schema that allows everything, and `false` for one that allows nothing
    (JSON Schema, section 4.3.2); a list of schemas in `items`, which `prefixItems` replaced in
    2020; and values that do not match the type beside them, because of missing quotes. See
    `schemas`.
    """
    return schemas.repair(document, diagnostics, nullable_is_old=not _is_3_0(document))


REWRITES: Final[tuple[Rewrite, ...]] = (
    remove_empty_sections,
    complete_openapi_version,
    spell_version,
    add_info,
    add_paths,
    add_responses,
    mark_query_strings,
    resolve_anchors,
    resolve_definitions,
    repair_schemas,
)


def _is_3_0(document: Document) -> bool:
    return minor(document.data) == 0


def _without_nulls(section: dict[str, Any]) -> dict[str, Any]:
    if None not in section.values():
        return section
    return {key: value for key, value in section.items() if value is not None}


def _with_operations(
    data: dict[str, Any], rewrite: Callable[[dict[str, Any], str], dict[str, Any]]
) -> dict[str, Any]:
    """Rewrite the operations below `paths` and webhooks; unchanged objects stay the same."""
    return _with_items(data, lambda item, pointer: _with_methods(item, pointer, rewrite))


def _with_items(data: dict[str, Any], rewrite: Callable[[object, str], object]) -> dict[str, Any]:
    """Rewrite the path items below `paths` and webhooks; unchanged objects stay the same."""
    for section in ("paths", "webhooks", "x-webhooks"):
        items = data.get(section)
        if not isinstance(items, dict):
            continue
        made = {path: rewrite(item, child("", section, path)) for path, item in items.items()}
        if any(made[path] is not items[path] for path in items):
            data = {**data, section: made}
    return data


def _without_empty_operations(item: object, pointer: str, diagnostics: Diagnostics) -> object:
    if item is None and not pointer.rpartition("/")[2].startswith("x-"):
        diagnostics.warning(
            "empty-path", "nothing is below this path; it is ignored", fix=_FILL, at=pointer
        )
    if not isinstance(item, dict):
        return item
    empty = [found for found in operations_in(item) if found.value in (None, {})]
    for method, steps, value in empty:
        is_kept = value == {}
        diagnostics.warning(
            "empty-operation",
            f"`{method}` has nothing in it; "
            + ("the method takes and returns nothing" if is_kept else "no method is generated"),
            fix=_FILL,
            at=child(pointer, *steps),
        )
    absent = {found.steps for found in empty if found.value is None}
    if not absent:
        return item
    kept = {key: value for key, value in item.items() if (key,) not in absent}
    if isinstance(kept.get(ADDITIONAL), dict):
        kept[ADDITIONAL] = {
            key: value for key, value in kept[ADDITIONAL].items() if (ADDITIONAL, key) not in absent
        }
    return kept


def _with_methods(
    item: object, pointer: str, rewrite: Callable[[dict[str, Any], str], dict[str, Any]]
) -> object:
    if not isinstance(item, dict):
        return item
    changed: dict[str, Any] = {}
    for method, steps, operation in operations_in(item):
        if isinstance(operation, dict):
            made = rewrite(operation, child(pointer, *steps))
            if made is operation:
                continue
            if steps[0] == ADDITIONAL:
                changed[ADDITIONAL] = {
                    **(changed.get(ADDITIONAL) or item[ADDITIONAL]),
                    method: made,
                }
            else:
                changed[steps[0]] = made
    return {**item, **changed} if changed else item
