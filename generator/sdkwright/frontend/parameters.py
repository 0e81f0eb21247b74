"""Parameters: those of an operation, of its path item, and the global ones of the client.

Supports all styles (OpenAPI 3.1, section 4.8.12). A style that is not allowed in a location is
replaced by the default of the location, with a warning.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from sdkwright.frontend import (
    assertions,
    descriptions,
    engine,
    extensions,
    keywords,
    path_templates,
)
from sdkwright.frontend.context import Context, Scope
from sdkwright.frontend.engine import DataType, Parameter, Reference, SchemaOrReference
from sdkwright.frontend.keywords import Part
from sdkwright.frontend.media_names import essence_of
from sdkwright.frontend.media_types import followed
from sdkwright.frontend.nesting import Written, warn_nested
from sdkwright.frontend.schemas import Types
from sdkwright.model import ir, whole_query
from sdkwright.model.json_pointer import child
from sdkwright.model.origin import component_of, node_at
from sdkwright.model.versions import minor

_STYLES: Final[dict[ir.Location, tuple[ir.Style, ...]]] = {
    "path": ("simple", "label", "matrix"),
    "query": ("form", "spaceDelimited", "pipeDelimited", "deepObject"),
    "header": ("simple",),
    "cookie": ("form",),
}
"""The styles of each location, the default first (OpenAPI 3.1, section 4.8.12.2)."""

_WHOLE: Final = frozenset({"wholeForm", "wholeJson", "wholeText"})
"""The styles of a parameter that is the whole query string, by its media type."""

_LOCATIONS: Final[dict[str, ir.Location]] = {
    "path": "path",
    "query": "query",
    "header": "header",
    "cookie": "cookie",
}
_JSON: Final = re.compile(r"(?:application|text)/(?:[^;\s]+\+)?json(?:\s*;.*)?", re.IGNORECASE)

SHARED: Final = Scope("components", "", root="Parameter")
"""The scope for inline types of parameters that belong to no single operation."""

_SET_BY_CLIENT: Final = frozenset({"accept", "authorization", "content-type"})
"""Header parameters to be ignored (OpenAPI 3.1, section 4.8.12.1)."""

SLASHES: Final = "slashes separate segments of the path"
"""The phrase for a parameter that may have several segments."""

_TOKEN: Final = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")
"""The name of a header (RFC 9110, section 5.1)."""


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry of a `parameters` list, and its pointer."""

    item: Parameter | Reference
    at: str


@dataclass(frozen=True, slots=True)
class _Value:
    """What describes the value of a parameter: its `schema`, or the first entry of `content`."""

    schema: SchemaOrReference | None
    at: str
    media_type: str | None = None
    has_encoding: bool = False


def listed(items: Iterable[Parameter | Reference] | None, entries: object, at: str) -> list[Listed]:
    """Return the entries of a `parameters` list with their pointers.

    Args:
        items: The entries, without those that have no value.
        entries: The list as plain data.
        at: Its JSON pointer.
    """
    given = entries if isinstance(entries, list) else []
    indexes = (index for index, entry in enumerate(given) if entry is not None)
    return [
        Listed(item, child(at, index)) for index, item in zip(indexes, items or [], strict=False)
    ]


def read_listed(context: Context, entries: object, at: str) -> list[Listed]:
    """Read the `parameters` of a path item or of an extension, which are plain data."""
    at = child(at, "parameters")
    if entries is not None and not isinstance(entries, list):
        context.add_problem("`parameters` is not a list", fix="make it a list", at=at)
        return []
    lowered = []
    for index, entry in enumerate(entries or []):
        place = child(at, index)
        if entry is None:
            context.diagnostics.warning(
                "ignored-fault",
                "an item of `parameters` has no value and is ignored",
                fix="correct it",
                at=place,
            )
            continue
        is_reference = isinstance(entry, dict) and "$ref" in entry
        item = context.read(Reference if is_reference else Parameter, entry, place)
        if isinstance(item, Reference | Parameter):
            lowered.append(Listed(item, place))
    return lowered


@dataclass(frozen=True, slots=True)
class Lowered:
    """The parameters of an operation, and its path."""

    parameters: tuple[ir.Parameter, ...]
    path: str


def lower_parameters(
    types: Types,
    *,
    of_operation: list[Listed],
    of_path: list[Listed],
    global_parameters: tuple[ir.Parameter, ...],
    has_authorization: bool,
    credentials: frozenset[tuple[str, str]] = frozenset(),
    path: str,
    path_at: str,
    at: str,
    scope: Scope,
) -> Lowered:
    """Lower the parameters of one operation.

    Args:
        types: Lowers their schemas.
        of_operation: Its own parameters, which override those of the path item.
        of_path: Those of its path item.
        global_parameters: Those that can be set on the client. Headers apply to every operation,
            since servers ignore headers that they don't know (RFC 9110, section 5.1); a path
            parameter needs its placeholder, and others must be declared by the operation.
        has_authorization: Whether credentials of the client can be in `Authorization`.
        credentials: The places and names of keys that each request has.
        path: The path template.
        path_at: The JSON pointer of the path item.
        at: The JSON pointer of the operation.
        scope: The basis for names of inline types.

    Returns:
        Its own parameters in the order of the document, then the global ones.
    """
    found: dict[tuple[str, str], ir.Parameter] = {}
    for entries in (of_path, of_operation):
        known: set[tuple[str, str]] = set()
        for lowered in _each(
            types, entries, scope, credentials, has_authorization=has_authorization
        ):
            if _key(lowered) in known:
                _warn_duplicate(types.context, lowered)
                continue
            known.add(_key(lowered))
            found[_key(lowered)] = lowered
    both = [*found, *map(_key, global_parameters)]
    template = path_templates.read(
        types.context,
        path,
        path_at,
        declared={name for location, name in both if location == "path"},
        queries={name for location, name in both if location == "query"},
    )
    found, shareable = (
        {
            _key(item): item
            for known in items
            for item in [_in_template(types.context, known, template)]
        }
        for items in (found.values(), global_parameters)
    )
    placeholders = list(template.names)
    shared = {
        _key(item): replace(found.get(_key(item), item), name=item.name, is_global=True)
        for item in shareable.values()
        if _applies(item, placeholders, is_declared=_key(item) in found)
    }
    own = [item for key, item in found.items() if key not in shared]
    own = [item for item in own if _has_place(types.context, item, placeholders)]
    _warn_beside(types.context, [*own, *shared.values()])
    own += _undeclared(types.context, [*own, *shared.values()], template, at)
    return Lowered((*own, *shared.values()), template.path)


def lower_globals(types: Types, entries: object, at: str) -> tuple[ir.Parameter, ...]:
    """Lower the parameters of `x-speakeasy-globals`, and report their problems.

    They keep their wire names, as in the official SDK, although its document overrides them.
    """
    context = types.context
    owner = context.origin(at)
    with context.attribute_to(owner):
        lowered = tuple(_each(types, read_listed(context, entries, at), SHARED))
    for problem in context.problems_of(owner):
        context.diagnostics.error(
            "invalid-global", problem.message, fix=problem.fix, at=problem.pointer
        )
    for parameter in lowered:
        if parameter.name.python:
            context.diagnostics.note(
                "unsupported-extension",
                "`x-speakeasy-name-override` is ignored for global parameters",
                at=child(parameter.source.pointer, "x-speakeasy-name-override"),
            )
    return tuple(
        replace(parameter, name=ir.Name(parameter.name.wire), is_global=True)
        for parameter in lowered
    )


def _each(
    types: Types,
    entries: list[Listed],
    scope: Scope,
    credentials: frozenset[tuple[str, str]] = frozenset(),
    *,
    has_authorization: bool = True,
) -> Iterator[ir.Parameter]:
    context = types.context
    for entry in entries:
        parameter, at = context.follow(entry.item, Parameter, entry.at)
        if parameter is None:
            continue
        name = engine.text(parameter.name)
        if parameter.param_in == "header" and name.lower() in _SET_BY_CLIENT:
            _report_ignored(context, name, at, has_authorization=has_authorization)
        elif spelled(parameter.param_in, name) in credentials:
            context.diagnostics.note(
                "ignored-parameter",
                f"`{name}` is a credential that the client sends; the parameter is ignored",
                at=at,
            )
        elif extensions.is_ignored(parameter) or _has_ignored_schema(context, parameter, at):
            context.diagnostics.note(
                "ignored-parameter", f"`{name}` is excluded by `x-speakeasy-ignore`", at=at
            )
        elif parameter.param_in == "header" and not _TOKEN.fullmatch(name):
            _report_header(context, name, at, is_required=parameter.required)
        else:
            lowered = _lower(types, parameter, name, at, scope)
            if lowered is not None:
                yield lowered


def spelled(place: str, name: str) -> tuple[str, str]:
    """Return the place and the name of a parameter, which in a header has no case."""
    return place, name.lower() if place == "header" else name


def _report_ignored(context: Context, name: str, at: str, *, has_authorization: bool) -> None:
    if has_authorization or name.lower() != "authorization":
        context.diagnostics.note(
            "ignored-parameter",
            f"the client sets the header `{name}`; the parameter is ignored",
            at=at,
        )
        return
    context.diagnostics.warning(
        "ignored-parameter",
        f"OpenAPI ignores a parameter for the header `{name}`, and no security scheme of the "
        "operation sets it: it is not sent",
        fix="declare a security scheme, and require it in `security`",
        at=at,
        subject=context.subject,
    )


def _report_header(context: Context, name: str, at: str, *, is_required: bool) -> None:
    what = f"{name!r} is not a valid header name"
    fix = "use letters, digits and hyphens"
    if is_required:
        context.add_problem(what, fix=fix, at=at)
    else:
        context.diagnostics.warning(
            "invalid-header", f"{what}; the parameter is ignored", fix=fix, at=at
        )


def _has_ignored_schema(context: Context, parameter: Parameter, at: str) -> bool:
    schema, _ = context.follow(parameter.param_schema, engine.Schema, child(at, "schema"))
    return schema is not None and extensions.is_ignored(schema)


def _lower(
    types: Types, parameter: Parameter, name: str, at: str, scope: Scope
) -> ir.Parameter | None:
    context = types.context
    location = _LOCATIONS[parameter.param_in]
    if component_of(node_at(at)) is not None:
        scope = SHARED
    scope = scope.down(name)
    style, explode = _style(context, parameter, location, name, at)
    _note_ignored(context, parameter, name, at)
    value = _value(context, parameter, at)
    if engine.extras(parameter).get(whole_query.KEY):
        style, explode = _whole(context, value, name, at), None
        value = replace(value, media_type=None)
    if value.media_type is None and value.schema is None:
        context.warn_weak_type(
            f"`{name}` has no `schema`; typed as `Any`", fix="add a schema", at=at
        )
    type_ = types.lower(value.schema, value.at, scope)
    if value.media_type is not None:
        if _JSON.fullmatch(value.media_type):
            style, explode = "json", None
        else:
            _note_media_type(context, name, value.media_type, at)
    if location == "path" and not parameter.required:
        _note_required(context, name, at)
    parts = [] if value.schema is None else [Part(value.schema, value.at)]
    if value.media_type is None:
        written = Written(location, style or _STYLES[location][0], explode is not False)
        warn_nested(context, parts, written, name, at)
    return ir.Parameter(
        name=ir.Name(name, extensions.name_override(parameter)),
        location=location,
        # A parameter cannot be null: it is omitted instead.
        type=type_.inner if isinstance(type_, ir.Nullable) else type_,
        required=parameter.required or location == "path",
        doc=descriptions.of_parameter(context, parameter, at),
        source=ir.SourcePointer(at),
        style=style,
        explode=explode,
        allow_reserved=parameter.allowReserved and _may_be_reserved(context, location, style),
        constraints=assertions.constraints_of(context, parts),
        schema="" if value.schema is None else value.at,
    )


def _value(context: Context, parameter: Parameter, at: str) -> _Value:
    for media_type, given in engine.keys(parameter.content):
        media, inside = followed(context, given, child(at, "content", media_type))
        schema = None if media is None else media.media_type_schema
        has_encoding = media is not None and bool(media.encoding)
        return _Value(schema, child(inside, "schema"), media_type, has_encoding)
    return _Value(parameter.param_schema, child(at, "schema"))


def _note_ignored(context: Context, parameter: Parameter, name: str, at: str) -> None:
    """Note what is ignored: a parameter has one media type or a schema (section 4.8.12.2)."""
    first, *others = [media_type for media_type, _ in engine.keys(parameter.content)] or [""]
    for media_type in others:
        context.diagnostics.note(
            "ignored-media-type",
            f"{media_type} is ignored: a parameter has one media type, and `{name}` is {first}",
            fix="remove all but one",
            at=child(at, "content", media_type),
        )
    if first and parameter.param_schema is not None:
        context.diagnostics.note(
            "ignored-keyword",
            f"`schema` of `{name}` is ignored beside `content`",
            fix="remove one of them",
            at=child(at, "schema"),
        )


def _whole(context: Context, value: _Value, name: str, at: str) -> ir.Style | None:
    """Return the style of a parameter that is the whole query string."""
    essence = essence_of(value.media_type or "")
    if value.has_encoding:
        context.diagnostics.warning(
            "ignored-keyword",
            f"`encoding` of `{name}` is ignored: lists repeat their names, and objects are JSON",
            fix="use parameters in the query, which have styles",
            at=at,
            subject=context.subject,
        )
    schema, _ = context.follow(value.schema, engine.Schema, value.at)
    kinds = [] if schema is None else keywords.kinds(schema)
    if _JSON.fullmatch(essence):
        return "wholeJson"
    if essence == "application/x-www-form-urlencoded":
        if schema is None or not kinds or kinds == [DataType.OBJECT]:
            return "wholeForm"
        reason, fix = "a form must be an object", "use `type: object`"
    elif essence and len(kinds) == 1 and kinds[0] not in {DataType.OBJECT, DataType.ARRAY}:
        return "wholeText"
    elif essence:
        reason, fix = f"{essence} is not supported there", "use JSON, a form, or `type: string`"
    else:
        reason, fix = "it has no `content`", "add `content`, with one media type"
    context.add_problem(f"`{name}` is the whole query string, but {reason}", fix=fix, at=at)
    return None


def _may_be_reserved(context: Context, location: ir.Location, style: ir.Style | None) -> bool:
    """Return whether `allowReserved` applies, as it does where values are percent-encoded.

    Until OpenAPI 3.1, it is for the query only.
    """
    if location == "query":
        return True
    is_encoded = location == "path" or (location == "cookie" and style != "cookie")
    return is_encoded and minor(context.data) > 1


def _warn_beside(context: Context, found: Iterable[ir.Parameter]) -> None:
    """Warn of parameters in the query beside one that is the whole query string."""
    queries = [item for item in found if item.location == "query"]
    for whole in queries:
        if whole.style in _WHOLE and len(queries) > 1:
            context.diagnostics.warning(
                "duplicate-parameter",
                f"`{whole.name.wire}` is the whole query string, but there are other parameters "
                "in the query; they are sent one after the other",
                fix="declare only one of them",
                at=whole.source,
                subject=context.subject,
            )


def _note_media_type(context: Context, name: str, media_type: str, at: str) -> None:
    context.diagnostics.note(
        "ignored-media-type",
        f"`{name}` is sent as text: {media_type} is not supported in parameters",
        at=at,
    )


def _note_required(context: Context, name: str, at: str) -> None:
    context.diagnostics.note(
        "required-parameter",
        f"path parameter `{name}` is treated as required",
        fix="add `required: true`",
        at=at,
    )


def _style(
    context: Context, parameter: Parameter, location: ir.Location, name: str, at: str
) -> tuple[ir.Style | None, bool | None]:
    requested = engine.text(parameter.style)
    known = _STYLES[location]
    if location == "cookie" and minor(context.data) > 1:
        known = (*known, "cookie")
    style = next((item for item in known if item == requested), known[0])
    if requested and style != requested:
        context.diagnostics.warning(
            "invalid-style",
            f"style `{requested}` is not allowed for {location} parameter `{name}`; "
            f"using `{style}`",
            fix=f"use {' or '.join(known)}",
            at=child(at, "style"),
            subject=context.subject,
        )
    default = style in {"cookie", "form"}
    explode = parameter.explode if "explode" in parameter.model_fields_set else default
    return None if style == known[0] else style, None if explode == default else explode


def _key(parameter: ir.Parameter) -> tuple[str, str]:
    name = parameter.name.wire
    return parameter.location, name.lower() if parameter.location == "header" else name


def _warn_duplicate(context: Context, parameter: ir.Parameter) -> None:
    context.diagnostics.warning(
        "duplicate-parameter",
        f"duplicate {parameter.location} parameter `{parameter.name.wire}`; only the first is used",
        fix="remove one of them",
        at=parameter.source,
        subject=context.subject,
    )


def _applies(item: ir.Parameter, placeholders: list[str], *, is_declared: bool) -> bool:
    """Return whether a global parameter is one of an operation."""
    match item.location:
        case "header":
            return True
        case "path":
            return item.name.wire in placeholders
        case _:
            return is_declared


def _in_template(
    context: Context, item: ir.Parameter, template: path_templates.PathTemplate
) -> ir.Parameter:
    """Return a parameter as the path has it, which may allow several segments for it."""
    name = item.name.wire
    if item.location != "path" or name not in template.spanning | template.renamed:
        return item
    if item.style is not None or item.explode is not None:
        context.add_problem(
            f"the path has several segments for `{name}`, which has a style of its own",
            fix="remove the `+` or the style",
            at=item.source.pointer,
        )
    name = name.strip("+") if name in template.renamed else name
    limits = (*item.doc.limits, SLASHES)
    return replace(
        item,
        name=replace(item.name, wire=name),
        style="segments",
        doc=replace(item.doc, limits=limits),
    )


def _has_place(context: Context, parameter: ir.Parameter, placeholders: list[str]) -> bool:
    if parameter.location != "path" or parameter.name.wire in placeholders:
        return True
    context.diagnostics.warning(
        "unused-parameter",
        f"path parameter `{parameter.name.wire}` is not in the path; it is ignored",
        fix="correct its name, or remove it",
        at=parameter.source,
        subject=context.subject,
    )
    return False


def _undeclared(
    context: Context,
    parameters: list[ir.Parameter],
    template: path_templates.PathTemplate,
    at: str,
) -> Iterator[ir.Parameter]:
    """Yield a text parameter for each placeholder of the path that is not declared."""
    if context.has_problems:
        return  # the parameter may be declared, but invalid
    declared = {item.name.wire for item in parameters if item.location == "path"}
    for name in template.names:
        if name not in declared:
            context.diagnostics.warning(
                "undeclared-parameter",
                f"path parameter `{name}` is not declared; it is treated as a string",
                fix="declare it in `parameters`",
                at=at,
                subject=context.subject,
            )
            yield ir.Parameter(
                name=ir.Name(name),
                location="path",
                type=ir.Primitive("string"),
                required=True,
                doc=ir.Doc(limits=(SLASHES,) if name in template.spanning else ()),
                source=ir.SourcePointer(at),
                style="segments" if name in template.spanning else None,
            )
