"""Compares the contents of a document with those of the SDK, so that nothing is lost silently."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from sdkwright.diagnostics import Diagnostics
from sdkwright.model import ir
from sdkwright.model.path_items import followed
from sdkwright.pipeline.report import Report

_ABSENCES: Final = frozenset({"dropped-operation", "ignored-operation"})
"""The codes with which the front end reports that an operation, the subject, is not in the SDK."""


def operations_of(data: Mapping[str, Any]) -> list[str]:
    """List the operations of a document, each as "METHOD /path".

    A path item that refers to another one in the document includes its operations.
    """
    found: list[str] = []
    for path, item in _entries(data, data.get("paths")):
        methods = [key for key in ir.HTTP_METHODS if key in item]
        methods += [key for key in item if ir.is_method_in_capitals(key)]
        more = item.get("additionalOperations")  # OpenAPI 3.2
        methods += more if isinstance(more, dict) else ()
        found += dict.fromkeys(f"{method.upper()} {path}" for method in methods)
    return found


def webhooks_of(data: Mapping[str, Any]) -> list[str]:
    """List the requests that the server makes according to a document, each as "METHOD name".

    These are the document's `webhooks` (`x-webhooks` before OpenAPI 3.1), and the callbacks of
    operations that are not ignored; one that several operations refer to counts once.
    """
    named = [*_entries(data, data.get("webhooks") or data.get("x-webhooks"))]
    for _, item in _entries(data, data.get("paths")):
        for operation in (item.get(method) for method in ir.HTTP_METHODS):
            if isinstance(operation, dict) and operation.get("x-speakeasy-ignore") is not True:
                for name, callback in _entries(data, operation.get("callbacks")):
                    named += [(name, inner) for _, inner in _entries(data, callback)]
    found = {
        id(item[method]): f"{method.upper()} {name}"
        for name, item in named
        for method in ir.HTTP_METHODS
        if method in item
    }
    return list(found.values())


def count(
    api: ir.Api,
    operations: Sequence[str],
    webhooks: Sequence[str],
    report: Report,
    diagnostics: Diagnostics,
) -> None:
    """Count the operations and webhooks of the document that are in the SDK.

    Args:
        api: The API as lowered by the front end.
        operations: The operations of the document, each as "METHOD /path".
        webhooks: Its webhooks, each as "METHOD name".
        report: Gets the numbers, and the operations that are missing.
        diagnostics: Contains the reason why each of those is missing. One that is missing without a
            reason becomes an error.
    """
    made = {
        f"{operation.method.upper()} {operation.path}"
        for resource in api.resources
        for operation in resource.operations
    }
    report.generated = len(made)
    report.skipped = tuple(operation for operation in operations if operation not in made)
    said = {item.subject for item in diagnostics.items if item.code in _ABSENCES}
    known = Counter(f"{item.method.upper()} {item.name.wire}" for item in api.webhooks)
    report.webhooks_generated = known.total()
    for operation in (*report.skipped, *(Counter(webhooks) - known)):
        if operation not in said:
            diagnostics.error(
                "internal-error",
                "the operation is missing from the SDK, and no stage reported why",
                fix="please report this as a bug of the generator, with the document",
                subject=operation,
            )


def _entries(data: Mapping[str, Any], holder: object) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for name, item in holder.items() if isinstance(holder, Mapping) else ():
        yield name, followed(data, item)
