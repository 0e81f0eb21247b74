"""Schemas of requests as data, which a client can check what it sends against.

A type says less than a schema: it has no limits, no conditions, and no properties that are
forbidden. So the schemas of parameters and bodies are kept as they are in the document, reduced to
the keywords that accept or refuse values (JSON Schema 2020-12), and with the other rules of
OpenAPI in their words: `nullable`, `readOnly`, and limits that are booleans in OpenAPI 3.0.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from sdkwright.frontend import engine
from sdkwright.frontend.context import Context
from sdkwright.frontend.references import Target, Unresolved
from sdkwright.model import forbidden, ir
from sdkwright.model.ecma_regex import python_pattern
from sdkwright.model.json_pointer import child, follow

_DIALECTS: Final = (
    "https://json-schema.org/draft/2020-12/schema",
    "https://spec.openapis.org/oas/3.",
)
"""How the URIs begin of the dialects that schemas are read by."""

_KINDS: Final = frozenset({"array", "boolean", "integer", "null", "number", "object", "string"})
_COUNTS: Final = frozenset(
    {"maxContains", "maxItems", "maxLength", "maxProperties", "minContains", "minItems",
     "minLength", "minProperties"}
)  # fmt: skip
_NUMBERS: Final = _COUNTS | {"maximum", "minimum", "multipleOf"}
_EXCLUSIVE: Final[Mapping[str, str]] = {
    "exclusiveMaximum": "maximum",
    "exclusiveMinimum": "minimum",
}
_SCHEMA: Final = frozenset(
    {"additionalProperties", "contains", "else", "if", "items", "not", "propertyNames", "then",
     "unevaluatedItems", "unevaluatedProperties"}
)  # fmt: skip
_REST: Final = frozenset({"additionalProperties", "unevaluatedItems", "unevaluatedProperties"})
"""The keywords whose value stays a boolean: it says what is left is allowed, or that it is not."""

_LISTS: Final = frozenset({"allOf", "anyOf", "oneOf", "prefixItems"})
_MAPS: Final = frozenset({"dependentSchemas", "properties"})
_FOR_ALL: Final = frozenset({"$ref", "allOf", "anyOf", "const", "enum", "if", "not", "oneOf"})
"""The keywords that also apply to null."""

_KEYWORDS: Final = (
    _NUMBERS
    | frozenset(_EXCLUSIVE)
    | _SCHEMA
    | _LISTS
    | _MAPS
    | {"const", "dependentRequired", "enum", "nullable", "pattern", "patternProperties"}
    | {"required", "type", "uniqueItems"}
)
"""The keywords that accept or refuse values, besides `$ref`."""


def lower_schemas(
    context: Context, operations: Iterable[ir.Operation]
) -> tuple[ir.RequestSchema, ...]:
    """Return the schemas of what operations send, and all that they refer to."""
    _note_dialect(context, context.data, "jsonSchemaDialect", "")
    return tuple(_Schemas(context).lower(_places(operations)))


def _places(operations: Iterable[ir.Operation]) -> Iterator[str]:
    for operation in operations:
        yield from (item.schema for item in operation.parameters if item.schema)
        for media in operation.body.media_types if operation.body else ():
            if media.schema:
                yield media.schema


class _Together(NamedTuple):
    """What applies to a member of an `allOf`.

    Attributes:
        of_server: The properties that another member makes `readOnly`.
        around: The places of the schemas that it is a member of.
    """

    of_server: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()


_ALONE: Final = _Together()


@dataclass(slots=True)
class _Schemas:
    context: Context
    _refers: dict[str, None] = field(default_factory=dict)

    def lower(self, places: Iterable[str]) -> Iterator[ir.RequestSchema]:
        """Yield the schemas at these places, and all that they refer to."""
        waiting = [*dict.fromkeys(places)]
        known = {*waiting}
        for place in waiting:
            self._refers = {}
            rules = self._rules(follow(self.context.data, place), place)
            yield ir.RequestSchema(place, engine.json_text(rules), tuple(self._refers))
            waiting += [other for other in self._refers if other not in known]
            known.update(self._refers)

    def _rules(self, schema: object, at: str, together: _Together = _ALONE) -> dict[str, Any]:
        """Return the keywords of a schema that accept or refuse values.

        Args:
            schema: The schema.
            at: Its JSON pointer.
            together: What applies since it is a member of an `allOf`.
        """
        if schema is False:
            return {"not": {}}
        if not isinstance(schema, dict):
            return {}
        rules: dict[str, Any] = {}
        if schema.get("allOf"):
            of_server = together.of_server | self._read_only(schema)
            together = _Together(of_server, together.around | {at})
        self._report(schema, at)
        target = self._target(schema)
        is_copied = target is not None and not together.of_server.isdisjoint(
            self._demanded(target.value)
        )
        if target is not None and not is_copied:
            rules["$ref"] = target.pointer
            self._refers[target.pointer] = None
        for keyword in _READ.keys() & schema.keys():
            rules |= _READ[keyword](schema)
        if "required" in schema:
            rules |= self._required(schema, together.of_server)
        if "pattern" in schema:
            rules |= self._pattern(schema, at)
        if "patternProperties" in schema:
            rules |= self._patterns(schema, at)
        self._inside(schema, at, rules, together)
        rules |= _limits(schema)
        if target is not None and is_copied and target.pointer not in together.around:
            inside = together._replace(around=together.around | {target.pointer})
            copied = self._rules(target.value, target.pointer, inside)
            rules["allOf"] = [copied, *rules.get("allOf", ())]
        in_order = sorted(rules.items(), key=lambda item: (item[0] != "type", item[0]))
        return _nullable(schema, dict(in_order))

    def _report(self, schema: Mapping[str, Any], at: str) -> None:
        """Report what requests are not checked against: the frontend reads types only."""
        ref = schema.get("$ref")
        if isinstance(ref, str):
            found = self.context.resolved(ref, _KEYWORDS)
            if isinstance(found, Unresolved):
                self.context.warn_unchecked(found, child(at, "$ref"))
        _note_dialect(self.context, schema, "$schema", at)

    def _inside(
        self,
        schema: Mapping[str, Any],
        at: str,
        rules: dict[str, Any],
        together: _Together,
    ) -> None:
        for keyword in _SCHEMA & schema.keys():
            given = schema[keyword]
            is_rest = isinstance(given, bool) and keyword in _REST
            rules[keyword] = given if is_rest else self._rules(given, child(at, keyword))
        for keyword in _LISTS & schema.keys():
            given = schema[keyword]
            if isinstance(given, list) and given:
                same = together if keyword == "allOf" else _ALONE
                rules[keyword] = [
                    self._rules(item, child(at, keyword, index), same)
                    for index, item in enumerate(given)
                ]
        for keyword in _MAPS & schema.keys():
            if isinstance(schema[keyword], dict):
                rules[keyword] = {
                    str(name): self._rules(item, child(at, keyword, name))
                    for name, item in schema[keyword].items()
                }
        for name in _forbidden(schema, "properties"):
            rules.setdefault("properties", {})[name] = {"not": {}}

    def _pattern(self, schema: Mapping[str, Any], at: str) -> dict[str, Any]:
        translated = self._translated(schema["pattern"], child(at, "pattern"))
        return {} if translated is None else {"pattern": translated}

    def _patterns(self, schema: Mapping[str, Any], at: str) -> dict[str, Any]:
        given = schema["patternProperties"]
        made: dict[str, Any] = {}
        for pattern, item in _named(given):
            place = child(at, "patternProperties", pattern)
            translated = self._translated(pattern, place)
            # A pattern that can't be matched here must not leave its properties to others.
            made["" if translated is None else translated] = (
                {} if translated is None else self._rules(item, place)
            )
        for pattern in _forbidden(schema, "patternProperties"):
            translated = self._translated(pattern, child(at, "patternProperties", pattern))
            if translated is not None:
                made[translated] = {"not": {}}
        return {"patternProperties": made}

    def _translated(self, pattern: object, at: str) -> str | None:
        translated = python_pattern(pattern) if isinstance(pattern, str) else None
        noted = at if at.endswith("/pattern") else f"pattern {at}"  # where a schema is noted, too
        if translated is None and noted not in self.context.noted:
            self.context.noted.add(noted)
            self.context.diagnostics.note(
                "unchecked-pattern",
                "the pattern is invalid or has another meaning in Python; requests are not checked "
                "against it",
                at=at,
            )
        return translated

    def _required(self, schema: Mapping[str, Any], of_server: frozenset[str]) -> dict[str, Any]:
        """Return the required properties except those that only the server sets.

        A client should not send these (OpenAPI 3.1, section 4.8.24).
        """
        of_server |= self._read_only(schema)
        names = [name for name in _texts(schema["required"]) if name not in of_server]
        return {"required": names} if names else {}

    def _read_only(self, schema: object) -> frozenset[str]:
        """Return the properties that a schema, or a member of its `allOf`, makes `readOnly`."""
        return frozenset(
            name
            for part in self._members(schema)
            for name, item in _named(part.get("properties"))
            if any(inner.get("readOnly") is True for inner in self._members(item))
        )

    def _demanded(self, schema: object) -> frozenset[str]:
        """Return the properties that a schema, or a member of its `allOf`, requires."""
        return frozenset(
            name for part in self._members(schema) for name in _texts(part.get("required"))
        )

    def _members(self, schema: object) -> list[Mapping[str, Any]]:
        """Return a schema, what it refers to, and the members of its `allOf` at any depth."""
        found: list[Mapping[str, Any]] = []
        seen: set[int] = set()
        waiting = [schema]
        while waiting:
            item = waiting.pop()
            if not isinstance(item, dict) or id(item) in seen:
                continue
            seen.add(id(item))
            found.append(item)
            if (target := self._target(item)) is not None:
                waiting.append(target.value)
            members = item.get("allOf")
            waiting += members if isinstance(members, list) else []
        return found

    def _target(self, schema: Mapping[str, Any]) -> Target | None:
        ref = schema.get("$ref")
        target = self.context.resolved(ref, _KEYWORDS) if isinstance(ref, str) else None
        return target if isinstance(target, Target) else None


def _note_dialect(context: Context, item: Mapping[str, Any], key: str, at: str) -> None:
    """Note that schemas are in another dialect than the one by which requests are checked."""
    place, uri = child(at, key), item.get(key)
    if not isinstance(uri, str) or place in context.noted or uri.startswith(_DIALECTS):
        return
    context.noted.add(place)
    context.diagnostics.note(
        "ignored-keyword",
        f"`{key}` names another dialect than JSON Schema 2020-12, by which schemas are read and "
        "requests are checked",
        at=place,
    )


def _texts(names: object) -> list[str]:
    return [name for name in names if isinstance(name, str)] if isinstance(names, list) else []


def _named(schemas: object) -> Iterable[tuple[str, Any]]:
    return schemas.items() if isinstance(schemas, dict) else ()


def _forbidden(schema: Mapping[str, Any], keyword: str) -> list[str]:
    denied = schema.get(forbidden.KEY)
    return denied.get(keyword, []) if isinstance(denied, dict) else []


def _type(schema: Mapping[str, Any]) -> dict[str, Any]:
    given = schema["type"]
    listed = given if isinstance(given, list) else [given]
    kinds = [kind for kind in listed if isinstance(kind, str) and kind in _KINDS]
    if not kinds:
        return {}
    return {"type": kinds[0] if len(kinds) == 1 else kinds}


def _values(schema: Mapping[str, Any]) -> dict[str, Any]:
    is_open = schema.get("x-speakeasy-unknown-values") == "allow"
    return {} if is_open or not isinstance(schema["enum"], list) else {"enum": schema["enum"]}


def _constant(schema: Mapping[str, Any]) -> dict[str, Any]:
    return {"const": schema["const"]}


def _unique(schema: Mapping[str, Any]) -> dict[str, Any]:
    return {"uniqueItems": True} if schema["uniqueItems"] is True else {}


def _dependent(schema: Mapping[str, Any]) -> dict[str, Any]:
    given = schema["dependentRequired"]
    found = {name: _texts(names) for name, names in _named(given) if isinstance(names, list)}
    return {"dependentRequired": found} if found else {}


_READ: Final[Mapping[str, Callable[[Mapping[str, Any]], dict[str, Any]]]] = {
    "const": _constant,
    "dependentRequired": _dependent,
    "enum": _values,
    "type": _type,
    "uniqueItems": _unique,
}
"""What reads the keywords whose values are no schemas."""


def _limits(schema: Mapping[str, Any]) -> dict[str, Any]:
    """Return the limits of numbers and counts; in OpenAPI 3.0, exclusive ones are booleans."""
    found = {
        key: schema[key]
        for key in sorted(_NUMBERS & schema.keys())
        if _is_number(schema[key]) and (key != "multipleOf" or schema[key] > 0)
    }
    for keyword, limit in _EXCLUSIVE.items():
        if _is_number(schema.get(keyword)):
            found[keyword] = schema[keyword]
        elif schema.get(keyword) is True and limit in found:
            found[keyword] = found.pop(limit)
    return found


def _is_number(value: object) -> bool:
    """Return whether a limit is one for the engine, too, which rejects what exceeds a float."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return abs(value) <= sys.float_info.max


def _nullable(schema: Mapping[str, Any], rules: dict[str, Any]) -> dict[str, Any]:
    """Return rules that also accept null, if OpenAPI 3.0's `nullable` says so."""
    if schema.get("nullable") is not True or not rules:
        return rules
    if "type" not in rules or not rules.keys().isdisjoint(_FOR_ALL):
        return {"anyOf": [rules, {"type": "null"}]}
    kinds = rules["type"] if isinstance(rules["type"], list) else [rules["type"]]
    return {**rules, "type": [*dict.fromkeys([*kinds, "null"])]}
