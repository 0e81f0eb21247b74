"""Pagination: `x-speakeasy-pagination`, which describes how to iterate over all pages of a list.

Supports the forms of https://www.speakeasy.com/docs/sdks/customize/runtime/pagination: by offset or
page number and limit, by cursor, and by URL; inputs are parameters or properties of the body. Of
JSONPath, it supports paths to a single value: `$.a.b[-1].id`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from pydantic import BaseModel

from sdkwright.frontend import engine
from sdkwright.frontend.context import Context
from sdkwright.model import ir
from sdkwright.model.json_pointer import child
from sdkwright.model.origin import Origin

_KEY: Final = "x-speakeasy-pagination"
_PATH: Final = re.compile(r"\$((?:\.[^\W\d][\w-]*|\[-?[0-9]+\])*)")
_STEP: Final = re.compile(r"\.([^\W\d][\w-]*)|\[(-?[0-9]+)\]")
_INPUTS: Final[Mapping[str, frozenset[str]]] = {
    "offsetLimit": frozenset({"offset", "page", "limit"}),
    "cursor": frozenset({"cursor", "limit"}),
    "url": frozenset({"limit"}),
}
"""The inputs of each type.

The limit changes nothing: an empty page marks the end of a list, not one that is shorter.
"""


class _UnsupportedError(Exception):
    """The extension is invalid or not supported; the message says why."""


@dataclass(frozen=True, slots=True)
class Call:
    """The inputs of an operation that select a page, and the responses that are pages."""

    parameters: tuple[ir.Parameter, ...]
    bodies: tuple[ir.RequestBody | None, ...]
    responses: tuple[ir.Response, ...]


def without_mixed_pages(context: Context, operation: ir.Operation) -> ir.Operation:
    """Remove the pagination of an operation whose successful responses are not all JSON."""
    kinds = {media.content for item in operation.responses for media in item.media_types}
    if operation.pagination is None or operation.stream or not kinds - {"json"}:
        return operation
    _warn(context, "some responses are not JSON", operation.source.pointer)
    return replace(operation, pagination=None)


def lower_pagination(
    context: Context, item: BaseModel, at: str, call: Call
) -> ir.Pagination | None:
    """Lower `x-speakeasy-pagination`.

    Args:
        context: Has the declarations between the response and the list of results.
        item: The operation.
        at: Its JSON pointer.
        call: The parameters, bodies and responses that the extension refers to.

    Returns:
        How to iterate over the pages; None if the operation has no pagination, or one that is
        unsupported, which a warning explains.
    """
    extension = engine.extras(item).get(_KEY)
    if extension is None:
        return None
    try:
        return _Reader(context, call, extension).lower()
    except _UnsupportedError as problem:
        _warn(context, str(problem), child(at, _KEY))
        return None


def _warn(context: Context, reason: str, at: str) -> None:
    context.diagnostics.warning(
        "unsupported-pagination",
        f"pagination skipped: {reason}",
        fix="correct the extension; until then, the method returns single pages",
        at=at,
        subject=context.subject,
    )


class _Reader:
    """Reads one extension."""

    def __init__(self, context: Context, call: Call, extension: object) -> None:
        self._context = context
        self._call = call
        kind = extension.get("type") if isinstance(extension, dict) else None
        if not isinstance(extension, dict) or not isinstance(kind, str) or kind not in _INPUTS:
            raise _UnsupportedError("`type` must be `offsetLimit`, `cursor` or `url`")
        self._type = kind
        outputs = extension.get("outputs")
        if not isinstance(outputs, dict):
            raise _UnsupportedError("`outputs` must be an object")
        self._outputs: dict[str, Any] = outputs
        self._inputs = self._read_inputs(extension.get("inputs") or [])
        self._page = self._page_type()

    def lower(self) -> ir.Pagination:
        results, items = self._results()
        match self._type:
            case "cursor":
                if "cursor" not in self._inputs:
                    raise _UnsupportedError("an input of type `cursor` is required")
                following = self._scalar_path("nextCursor")
                return ir.CursorPages(results, items, self._inputs["cursor"], following)
            case "url":
                return ir.UrlPages(results, items, self._scalar_path("nextUrl"))
        offset, page = self._inputs.get("offset"), self._inputs.get("page")
        if page is not None and offset is None:
            total = self._scalar_path("numPages") if "numPages" in self._outputs else None
            if results is None and total is None:
                raise _UnsupportedError("the output `results` or `numPages` is required")
            return ir.NumberedPages(results, items, page, self._first_page(page), total)
        if offset is None or page is not None:
            raise _UnsupportedError("exactly one input of type `offset` or `page` is required")
        if results is None:
            raise _UnsupportedError("the output `results` is required")
        return ir.OffsetPages(results, items, offset)

    # Inputs

    def _read_inputs(self, entries: object) -> dict[str, ir.PageInput]:
        inputs: dict[str, ir.PageInput] = {}
        if not isinstance(entries, list):
            raise _UnsupportedError("`inputs` must be a list")
        for entry in entries:
            match entry:
                case {
                    "in": "parameters" | "requestBody" as place,
                    "name": str(name),
                    "type": str(kind),
                }:
                    pass
                case _:
                    raise _UnsupportedError(
                        "each input must have `name`, `type`, and `in: parameters` or `requestBody`"
                    )
            if kind not in _INPUTS[self._type] or kind in inputs:
                raise _UnsupportedError(f"the input type `{kind}` is unknown or repeated")
            inputs[kind] = self._input(name, in_body=place == "requestBody")
        return inputs

    def _input(self, name: str, *, in_body: bool) -> ir.PageInput:
        if in_body:
            if not all(self._has_property(body, name) for body in self._call.bodies):
                raise _UnsupportedError(f"the request body has no property `{name}`")
        elif self._parameter(name) is None:
            raise _UnsupportedError(f"the operation has no parameter `{name}`")
        return ir.PageInput(name, in_body)

    def _parameter(self, name: str) -> ir.Parameter | None:
        # If a name occurs twice, the first one is meant: the second has another key.
        return next((item for item in self._call.parameters if item.name.wire == name), None)

    def _has_property(self, body: ir.RequestBody | None, name: str) -> bool:
        media = body.media_types[0] if body else None
        model = None if media is None or media.is_sequence else self._model(media.type)
        return any(
            field.name.wire == name and field.access != "read"
            for field in (model.fields if model else ())
        )

    def _first_page(self, page: ir.PageInput) -> int:
        parameter = None if page.in_body else self._parameter(page.name)
        default = json.loads((parameter and parameter.doc.default) or "1")
        return default if isinstance(default, int) else 1

    # Outputs

    def _page_type(self) -> ir.Type:
        offers = [media for item in self._call.responses for media in item.media_types[:1]]
        if not offers or offers[0].content != "json":
            raise _UnsupportedError("the response is not JSON")
        return offers[0].type

    def _results(self) -> tuple[ir.Path | None, tuple[ir.Type, ...]]:
        text = self._outputs.get("results")
        if text is None:
            return None, (self._page,)
        path, found = self._follow("results", text)
        lists = [item for item in found if isinstance(item, ir.ListOf | ir.Any)]
        if not lists:
            raise _UnsupportedError(f"`{text}` does not point to a list in the response")
        items = (item.item if isinstance(item, ir.ListOf) else item for item in lists)
        return path, tuple(dict.fromkeys(items))

    def _scalar_path(self, output: str) -> ir.Path:
        text = self._outputs.get(output)
        if text is None:
            raise _UnsupportedError(f"the output `{output}` is required")
        path, found = self._follow(output, text)
        if not found or not all(map(self._is_scalar, found)):
            raise _UnsupportedError(
                f"`{text}` does not point to a string or a number in the response"
            )
        return path

    def _follow(self, output: str, text: object) -> tuple[ir.Path, tuple[ir.Type, ...]]:
        whole = _PATH.fullmatch(text) if isinstance(text, str) else None
        if whole is None:
            raise _UnsupportedError(
                f"`outputs.{output}` must be a path of names and indexes, such as `$.data[-1].id`"
            )
        path = tuple(
            int(step[2]) if step[2] else step[1] for step in _STEP.finditer(whole[1] or "")
        )
        found = tuple(self._variants(self._page))
        for step in path:
            inside = [self._step(item, step) for item in found]
            found = tuple(each for item in inside if item for each in self._variants(item))
        return path, tuple(dict.fromkeys(found))

    def _step(self, found: ir.Type, step: str | int) -> ir.Type | None:
        match found, step:
            case ir.Any(), _:
                return found
            case ir.ListOf(item=inner), int():
                return inner
            case ir.TupleOf(items=items), int() if -len(items) <= step < len(items):
                return items[step]
            case ir.MapOf(value=inner), str():
                return inner
        model = self._model(found)
        fields = model.fields if model else ()
        return next((each.type for each in fields if each.name.wire == step), None)

    def _variants(
        self, found: ir.Type, known: frozenset[Origin] = frozenset()
    ) -> Iterator[ir.Type]:
        """Yield the possible types of a value other than null; `known` are the unions around it."""
        found = found.inner if isinstance(found, ir.Nullable) else found
        declared = self._declared(found)
        if not isinstance(declared, ir.Union):
            yield found
        elif declared.id not in known:
            for variant in declared.variants:
                yield from self._variants(variant, known | {declared.id})

    def _model(self, found: ir.Type) -> ir.Model | None:
        found = found.inner if isinstance(found, ir.Nullable) else found
        declared = self._declared(found)
        return declared if isinstance(declared, ir.Model) else None

    def _declared(self, found: ir.Type) -> ir.Declaration | None:
        return self._context.declarations.get(found.id) if isinstance(found, ir.Named) else None

    def _is_scalar(self, found: ir.Type) -> bool:
        is_enum = isinstance(self._declared(found), ir.Enum)
        return is_enum or isinstance(found, ir.Primitive | ir.Literal | ir.Any)
