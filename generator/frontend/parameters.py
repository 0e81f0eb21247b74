"""Parameters: of an operation, of its path, and those that the whole client can hold.

Takes scalars in the default style. Anything else is a problem of the operation, since a request
with a parameter that is spelled wrongly is worse than no method at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from generator import ir
from generator.frontend import docs, engine, extensions
from generator.frontend.context import Context, Scope
from generator.frontend.engine import Parameter, Reference
from generator.frontend.schemas import Types

_STYLES: Final = {"path": "simple", "query": "form", "header": "simple"}
"""The default styles (OpenAPI 3.1, section 4.8.12.2); scalars look alike, exploded or not."""

_LOCATIONS: Final[dict[str, ir.Location]] = {
    "path": "path",
    "query": "query",
    "header": "header",
}

SHARED: Final = Scope("components", "", root="Parameter")
"""Where the inline types of parameters are that no single operation owns."""

_SET_BY_CLIENT: Final = frozenset({"accept", "authorization", "content-type"})
"""Header parameters that shall be ignored (OpenAPI 3.1, section 4.8.12.1)."""

_PLACEHOLDER: Final = re.compile(r"\{([^{}]+)\}")
_LATER: Final = "write it as a scalar in the default style, or allow the operation to be dropped"


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry of a `parameters` list, and its place."""

    item: Parameter | Reference
    at: str


def listed(items: Iterable[Parameter | Reference] | None, at: str) -> list[Listed]:
    """Give the entries of a `parameters` list with their places."""
    return [Listed(item, engine.child(at, index)) for index, item in enumerate(items or [])]


def read_listed(context: Context, entries: object, at: str) -> list[Listed]:
    """Read the `parameters` of a path item or of an extension, which come as plain data."""
    at = engine.child(at, "parameters")
    if entries is not None and not isinstance(entries, list):
        context.problem("`parameters` is no list", fix="make it one", at=at)
        return []
    made = []
    for index, entry in enumerate(entries or []):
        place = engine.child(at, index)
        is_reference = isinstance(entry, dict) and "$ref" in entry
        item = context.read(Reference if is_reference else Parameter, entry, place)
        if isinstance(item, Reference | Parameter):
            made.append(Listed(item, place))
    return made


def lower_parameters(
    types: Types,
    *,
    of_operation: list[Listed],
    of_path: list[Listed],
    global_parameters: tuple[ir.Parameter, ...],
    path: str,
    at: str,
    scope: Scope,
) -> tuple[ir.Parameter, ...]:
    """Lower the parameters of one operation.

    Args:
        types: Lowers their schemas.
        of_operation: Its own parameters; they override those of the path.
        of_path: Those of its path item.
        global_parameters: Those that the client can hold. They apply to every operation, except
            that one in the path needs its place there.
        path: The path template.
        at: The JSON pointer of the operation.
        scope: What inline types are named after.

    Returns:
        Its own parameters in the order of the document, then the global ones.
    """
    found: dict[tuple[str, str], ir.Parameter] = {}
    for entries in (of_path, of_operation):
        known: set[tuple[str, str]] = set()
        for made in _each(types, entries, scope):
            if _key(made) in known:
                _warn_duplicate(types.context, made)
                continue
            known.add(_key(made))
            found[_key(made)] = made
    placeholders = list(dict.fromkeys(_PLACEHOLDER.findall(path)))
    shared = {
        _key(item): item
        for item in global_parameters
        if item.location != "path" or item.name.wire in placeholders
    }
    own = [item for key, item in found.items() if key not in shared]
    own = [item for item in own if _has_place(types.context, item, placeholders)]
    _refuse_same_names(types.context, [*own, *shared.values()])
    _require_declared(types.context, [*own, *shared.values()], placeholders, at)
    return (*own, *shared.values())


def lower_globals(types: Types, entries: object, at: str) -> tuple[ir.Parameter, ...]:
    """Lower the parameters of `x-speakeasy-globals`, and say what is wrong with them."""
    context = types.context
    with context.owned_by(at):
        made = tuple(_each(types, read_listed(context, entries, at), SHARED))
    for problem in context.problems_of(at):
        context.diagnostics.error(
            "invalid-global", problem.message, fix=problem.fix, at=problem.pointer
        )
    return tuple(replace(parameter, is_global=True) for parameter in made)


def _each(types: Types, entries: list[Listed], scope: Scope) -> Iterator[ir.Parameter]:
    context = types.context
    for entry in entries:
        parameter, at = context.follow(entry.item, Parameter, entry.at)
        if parameter is None:
            continue
        name = engine.text(parameter.name)
        if parameter.param_in == "header" and name.lower() in _SET_BY_CLIENT:
            context.diagnostics.note(
                "ignored-parameter", f"the client itself sets the header `{name}`", at=at
            )
        elif extensions.is_ignored(parameter):
            context.diagnostics.note(
                "ignored-parameter", f"the document asks to ignore `{name}`", at=at
            )
        else:
            made = _lower(types, parameter, name, at, scope)
            if made is not None:
                yield made


def _lower(
    types: Types, parameter: Parameter, name: str, at: str, scope: Scope
) -> ir.Parameter | None:
    context = types.context
    location = parameter.param_in
    style = engine.text(parameter.style)
    if location == "cookie":
        context.problem(f"the parameter `{name}` is a cookie", fix=_LATER, at=at)
        return None
    if parameter.content:
        context.problem(f"the parameter `{name}` has a media type", fix=_LATER, at=at)
        return None
    if style and style != _STYLES[location]:
        context.problem(f"the parameter `{name}` has the style `{style}`", fix=_LATER, at=at)
        return None
    if parameter.allowReserved:
        context.diagnostics.note(
            "ignored-keyword", "reserved characters are percent-encoded all the same", at=at
        )
    if at.startswith("/components/"):
        scope = SHARED
    kind = types.lower(parameter.param_schema, engine.child(at, "schema"), scope.down(name))
    if isinstance(kind, ir.Nullable):
        # A parameter has no spelling of null: it is left out.
        kind = kind.inner
    if not _is_scalar(context, kind):
        context.problem(f"the parameter `{name}` is no scalar", fix=_LATER, at=at)
        return None
    return ir.Parameter(
        name=ir.Name(name, extensions.name_override(parameter)),
        location=_LOCATIONS[location],
        type=kind,
        required=parameter.required or location == "path",
        doc=docs.of_parameter(context, parameter, at),
        source=ir.SourcePointer(at),
    )


def _is_scalar(context: Context, kind: ir.Type) -> bool:
    match kind:
        case ir.Primitive("null"):
            return False
        case ir.Primitive() | ir.Literal():
            return True
        case ir.Named(id_):
            return isinstance(context.declarations.get(id_), ir.Enum)
    return False


def _key(parameter: ir.Parameter) -> tuple[str, str]:
    name = parameter.name.wire
    return parameter.location, name.lower() if parameter.location == "header" else name


def _warn_duplicate(context: Context, parameter: ir.Parameter) -> None:
    context.diagnostics.warning(
        "duplicate-parameter",
        f"the {parameter.location} parameter `{parameter.name.wire}` is listed twice",
        fix="remove one of them; the first counts",
        at=parameter.source,
        subject=context.subject,
    )


def _has_place(context: Context, parameter: ir.Parameter, placeholders: list[str]) -> bool:
    if parameter.location != "path" or parameter.name.wire in placeholders:
        return True
    context.diagnostics.warning(
        "unused-parameter",
        f"the path has no place for the parameter `{parameter.name.wire}`, so it is left out",
        fix="correct its name, or remove it",
        at=parameter.source,
        subject=context.subject,
    )
    return False


def _refuse_same_names(context: Context, parameters: list[ir.Parameter]) -> None:
    """The runtime is given parameters by name, so one of the two would be sent in both places."""
    first: dict[str, ir.Parameter] = {}
    for item in parameters:
        other = first.setdefault(item.name.wire, item)
        if other is not item:
            context.problem(
                f"the parameter `{item.name.wire}` is in the {other.location} and in the "
                f"{item.location}",
                fix="give one of them another name, or allow the operation to be dropped",
                at=item.source.pointer,
            )


def _require_declared(
    context: Context, parameters: list[ir.Parameter], placeholders: list[str], at: str
) -> None:
    if context.has_problems:
        return  # one of them may be the reason
    declared = {item.name.wire for item in parameters if item.location == "path"}
    for name in placeholders:
        if name not in declared:
            context.problem(
                f"the path parameter `{name}` is not declared",
                fix="add it to `parameters`",
                at=at,
            )
