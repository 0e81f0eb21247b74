"""Schemas in `components` that nothing generated refers to: lowers them on request, or notes them.

A document may declare objects that no operation, webhook or callback mentions, such as the payloads
of a queue. Knows what has been lowered, so it runs last.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final
from urllib.parse import quote

from sdkwright.frontend import engine, references
from sdkwright.frontend.context import Context, Problem, Scope
from sdkwright.frontend.schemas import Types
from sdkwright.model import graph, ir
from sdkwright.model.json_pointer import child

_SCHEMAS: Final = "/components/schemas"
_SHOWN: Final = 3
"""Maximum number of components that the note names."""

_CLASSES: Final = frozenset({"$ref", "allOf", "anyOf", "enum", "oneOf", "properties"})
"""The keywords of schemas that have a class; the note names no other."""


def lower_all(types: Types) -> tuple[ir.Type, ...]:
    """Lower all components, and return their types.

    A component that cannot be lowered is skipped with a warning. One that is no more than text, a
    number or a list needs no class, and has none if an operation uses it either.
    """
    return tuple(kind for name in _schemas(types.context) for kind in _lower(types, name))


def note_unreached(types: Types) -> None:
    """Note the components that are not generated because nothing refers to them."""
    context = types.context
    referred = set(_referred(context))
    names = [
        name
        for name, value in _schemas(context).items()
        if isinstance(value, dict)
        and not _CLASSES.isdisjoint(value)
        and (at := child(_SCHEMAS, name)) not in referred
        and types.recursion.is_new(at)
        and context.origin(at) not in context.declarations
    ]
    if not names:
        return
    shown = ", ".join(f"`{name}`" for name in names[:_SHOWN])
    further = len(names) - _SHOWN
    what = f"schema {shown} is" if len(names) == 1 else f"{len(names):,} schemas are"
    if len(names) > 1:
        shown = f" ({shown} and {further:,} more)" if further > 0 else f" ({shown})"
    context.diagnostics.note(
        "unused-components",
        f"{what} not generated, since no operation uses "
        + ("it" if len(names) == 1 else f"them{shown}"),
        fix="if users need classes for them, set `all_components = true` in the table `package` "
        "of sdk.toml",
        at=child(_SCHEMAS, names[0]),
    )


def _schemas(context: Context) -> Mapping[str, Any]:
    components = context.data.get("components")
    schemas = components.get("schemas") if isinstance(components, dict) else None
    return schemas if isinstance(schemas, dict) else {}


# Lowering


def _lower(types: Types, name: str) -> Iterator[ir.Type]:
    context, at = types.context, child(_SCHEMAS, name)
    owner = context.origin(at)
    reference = engine.Reference.model_validate({"$ref": f"#{quote(at)}"})
    with context.attribute_to(owner):
        lowered = types.lower(reference, at, Scope("components", ""))
        types.finish()
    owners = [owner, *graph.closure(graph.of_type(lowered), context.declarations)]
    problems = [problem for each in owners for problem in context.problems_of(each)]
    if problems:
        _report(context, name, problems)
    else:
        yield lowered


def _report(context: Context, name: str, problems: list[Problem]) -> None:
    context.diagnostics.warning(
        "dropped-component",
        f"`{name}` is not generated: "
        + "; ".join(dict.fromkeys(problem.message for problem in problems)),
        fix="; ".join(dict.fromkeys(problem.fix for problem in problems)),
        at=problems[0].pointer,
    )


# References


def _referred(context: Context) -> Iterator[str]:
    """Yield the pointers that the rest of the document leads to, through any part of it."""
    waiting = [value for key, value in context.data.items() if key != "components"]
    seen: set[str] = set()
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting += value
        elif isinstance(value, dict):
            waiting += value.values()
            for ref in _references(value):
                if ref in seen:
                    continue
                seen.add(ref)
                found = context.resolved(ref)
                if isinstance(found, references.Target):
                    yield found.pointer
                    waiting.append(found.value)


def _references(value: Mapping[str, Any]) -> Iterator[str]:
    ref, mapping = value.get("$ref"), value.get("mapping")
    if isinstance(ref, str):
        yield ref
    for each in mapping.values() if isinstance(mapping, dict) else ():
        if isinstance(each, str):
            yield (
                each
                if "/" in each or "#" in each
                else f"#{quote(child(_SCHEMAS, each), errors='surrogatepass')}"
            )
