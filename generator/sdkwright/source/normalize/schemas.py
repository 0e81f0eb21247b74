"""Rewrites schemas to the only forms that the engine reads, as they were meant.

Walks a whole document, since schemas occur everywhere in it. Knows where a schema may occur and
which values it may have, and nothing of what it means.
"""

from __future__ import annotations

import json
import math
import re
import sys
from decimal import Decimal
from typing import Any, Final

from sdkwright.diagnostics import Diagnostics
from sdkwright.model import exact, forbidden, json_pointer
from sdkwright.source.document import Document
from sdkwright.source.normalize import alternatives, enums, types

_REMOVED: Final = object()
"""Marks a keyword that is to be removed, in place of its value."""

_SCHEMA: Final = frozenset(
    {"contains", "contentSchema", "else", "if", "itemSchema", "items", "not", "propertyNames",
     "schema", "then"}
)  # fmt: skip
_LIST: Final = frozenset({"allOf", "anyOf", "oneOf", "prefixItems"})
_PROPERTIES: Final = frozenset({"patternProperties", "properties"})
_MAP: Final = _PROPERTIES | {"$defs", "definitions", "dependentSchemas", "schemas"}
"""The keywords that hold a schema, a list of schemas, or schemas by name.

`additionalProperties` is another, but the engine reads all its forms.
"""

_CHOICES: Final = frozenset({"anyOf", "oneOf"})
_CHOICE: Final = 2
"""The least alternatives of a choice."""

_NULL: Final = {"type": "null"}
_ONLY_NULLABLE: Final = frozenset({"nullable", "title", "description"})

_LIMITS: Final = frozenset(
    {"exclusiveMaximum", "exclusiveMinimum", "maxItems", "maxLength", "maxProperties", "maximum",
     "minItems", "minLength", "minProperties", "minimum", "multipleOf"}
)  # fmt: skip
_INTEGER: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
_FLOAT: Final = re.compile(r"[-+]?[0-9]*\.?[0-9]*(?:[eE][-+]?[0-9]{1,3})?(?<=[0-9.])")


def repair(
    document: Document, diagnostics: Diagnostics, *, nullable_is_old: bool
) -> dict[str, Any]:
    """Rewrite all schemas of a document; see `_Schemas`.

    Args:
        document: The document as read; it is not changed.
        diagnostics: Collects what is read as it was meant.
        nullable_is_old: Whether the version of OpenAPI no longer has the keyword `nullable`.
    """
    made = _Schemas(document, diagnostics, nullable_is_old=nullable_is_old)
    return {**made.rewrite(document.data, "")}


class _Schemas:
    """Walks a document and repairs its schemas.

    It leaves values alone (examples, defaults), and keys that look like the keywords `enum` and
    `const` but are names of properties.
    """

    _VALUES: Final = frozenset({"example", "examples", "default", "const", "enum", "mapping"})
    _MAPS: Final = frozenset(
        {"properties", "patternProperties", "$defs", "schemas", "parameters", "headers", "links",
         "responses", "requestBodies", "callbacks", "paths", "webhooks", "x-webhooks", "content",
         "encoding", "mediaTypes", "pathItems", "securitySchemes", "variables", "dependentSchemas",
         "definitions"}
    )  # fmt: skip

    def __init__(
        self, document: Document, diagnostics: Diagnostics, *, nullable_is_old: bool
    ) -> None:
        self._document = document
        self._diagnostics = diagnostics
        self._nullable_is_old = nullable_is_old
        self._done: dict[tuple[int, bool], Any] = {}

    def rewrite(self, value: object, pointer: str, *, names: bool = False) -> Any:
        """Rewrite an object or a list; `names` means that the keys are names, not keywords."""
        if isinstance(value, list):
            return self._list(value, pointer)
        if not isinstance(value, dict):
            return value
        done = self._done.get((id(value), names))
        if done is not None:
            return done
        made = self._dict(value, pointer, names=names)
        self._done[id(value), names] = made
        return made

    def _dict(self, value: dict[str, Any], pointer: str, *, names: bool) -> dict[str, Any]:
        changed: dict[str, Any] = {}
        for key, child in value.items():
            if not isinstance(child, dict | list) or self._is_opaque(key, names=names):
                continue
            below = json_pointer.child(pointer, key)
            made = self.rewrite(child, below, names=not names and key in self._MAPS)
            if made is not child:
                changed[key] = made
        if not names:
            self._note(value, pointer)
            changed |= self._spelled({**value, **changed}, pointer)
            changed |= self._required(value, pointer)
            changed |= self._nullable({**value, **changed}, pointer)
            typed = self._quoted(value, pointer)
            typed |= self._meant(value | typed, pointer)
            changed |= typed | self._repaired(value | typed, pointer)
            changed |= self._placed({**value, **changed}, pointer)
            spread, lost = alternatives.spread({**value, **changed})
            changed |= {**spread, **dict.fromkeys(lost, _REMOVED)}
        if not changed:
            return value
        return {key: item for key, item in (value | changed).items() if item is not _REMOVED}

    def _spelled(self, schema: dict[str, Any], pointer: str) -> dict[str, Any]:
        """Return the keywords to change because they hold boolean schemas or a list of items."""
        changed: dict[str, Any] = {}
        items = schema.get("items")
        if isinstance(items, list) and "prefixItems" not in schema:
            changed["prefixItems"] = [_as_object(item) for item in items]
            changed["items"] = schema.get("additionalItems", _REMOVED)
        is_tuple = "prefixItems" in schema or "prefixItems" in changed
        if is_tuple and changed.get("items", items) is False:
            changed |= {"items": _REMOVED, "maxItems": _length({**schema, **changed})}
        for key in _SCHEMA & schema.keys():
            if isinstance(changed.get(key, schema[key]), bool):
                changed[key] = _as_object(changed.get(key, schema[key]))
        for key in _LIST & schema.keys():
            if isinstance(schema[key], list) and any(isinstance(i, bool) for i in schema[key]):
                changed[key] = [_as_object(item) for item in schema[key]]
        return changed | self._named(schema, pointer)

    def _named(self, schema: dict[str, Any], pointer: str) -> dict[str, Any]:
        """Return the keywords to change because they hold boolean schemas by name."""
        changed: dict[str, Any] = {}
        denied: dict[str, list[str]] = {}
        for key in sorted(_MAP & schema.keys()):
            given = schema[key]
            if isinstance(given, dict) and any(isinstance(v, bool) for v in given.values()):
                is_strict = key in _PROPERTIES
                changed[key] = self._map(given, f"{pointer}/{key}", is_strict=is_strict)
                if is_strict and False in given.values():
                    denied[key] = [name for name, item in given.items() if item is False]
        if denied:
            changed[forbidden.KEY] = denied
        elif forbidden.KEY in schema:
            changed[forbidden.KEY] = _REMOVED
        return changed

    def _map(self, given: dict[str, Any], pointer: str, *, is_strict: bool) -> dict[str, Any]:
        made = {}
        for name, item in given.items():
            if item is False and is_strict:
                self._diagnostics.note(
                    "forbidden-property",
                    f"`{name}` is forbidden here (its schema is `false`), so it is not generated",
                    at=json_pointer.child(pointer, name),
                )
            else:
                made[name] = _as_object(item)
        return made

    def _repaired(self, schema: dict[str, Any], pointer: str) -> dict[str, Any]:
        """Return the keywords to replace or remove."""
        given, constant = schema.get("enum"), schema.get("const")
        if given == []:
            self._diagnostics.warning(
                "empty-enum",
                "`enum` is empty, so it would allow no value; it is ignored",
                fix="list its values, or remove `enum`",
                at=f"{pointer}/enum",
            )
            return {"enum": _REMOVED}
        if isinstance(constant, dict | list):
            return {"const": _REMOVED, "enum": [constant]}
        changed = self._exact(schema, pointer) | self._unlimited(schema, pointer)
        if "const" in schema:
            made = self._typed(constant, schema.get("type"), f"{pointer}/const")
            if made is not constant:
                changed["const"] = made
        if isinstance(given, list):
            values = [
                self._typed(value, schema.get("type"), f"{pointer}/enum/{index}")
                for index, value in enumerate(given)
            ]
            if any(new is not old for new, old in zip(values, given, strict=True)):
                changed["enum"] = values
        return changed

    def _placed(self, schema: dict[str, Any], pointer: str) -> dict[str, Any]:
        """Return `items` with an enum that is beside `type: array`, which is not about lists."""
        if enums.is_of_another_type(schema):
            self._diagnostics.warning(
                "mistyped-value",
                f"no value of `enum` is of the type {schema['type']}; the type is ignored",
                fix="correct the type, or the values",
                at=f"{pointer}/enum",
            )
        if not enums.is_of_items(schema):
            return {}
        items = enums.items_with(schema)
        effect = "read as that of its items" if items else "ignored"
        self._diagnostics.warning(
            "mistyped-value",
            f"no value of `enum` is a list, as `type` requires; `enum` is {effect}",
            fix="move it into `items`",
            at=f"{pointer}/enum",
        )
        if items is None:
            return {"enum": _REMOVED}
        values = [
            self._typed(value, items.get("type"), f"{pointer}/enum/{index}")
            for index, value in enumerate(items["enum"])
        ]
        return {"enum": _REMOVED, "items": {**items, "enum": values}}

    def _required(self, schema: dict[str, Any], pointer: str) -> dict[str, Any]:
        """Return `required` with names as properties spell them, if only their case differs."""
        names, properties = schema.get("required"), schema.get("properties")
        if not isinstance(names, list) or not isinstance(properties, dict):
            return {}
        spelled = [self._spelling(name, properties) for name in names]
        for index, (name, made) in enumerate(zip(names, spelled, strict=True)):
            if name is not made:
                self._diagnostics.warning(
                    "misspelled-property",
                    f"`{name}` is in `required`, but the property is `{made}`, which is used",
                    fix=f"write `{made}`",
                    at=f"{pointer}/required/{index}",
                )
        return {} if spelled == names else {"required": spelled}

    def _spelling(self, name: object, properties: dict[str, Any]) -> object:
        if not isinstance(name, str) or name in properties:
            return name
        similar = [key for key in properties if str(key).casefold() == name.casefold()]
        return similar[0] if len(similar) == 1 else name

    def _quoted(self, schema: dict[str, Any], pointer: str) -> dict[str, Any]:
        """Return a list of types with null as text, which YAML takes for no value."""
        kinds = schema.get("type")
        if not isinstance(kinds, list) or None not in kinds:
            return {}
        self._diagnostics.warning(
            "mistyped-value",
            '`type` lists null, which is no type; using "null"',
            fix="put it in quotation marks",
            at=f"{pointer}/type",
        )
        return {"type": ["null" if kind is None else kind for kind in kinds]}

    def _meant(self, schema: dict[str, Any], pointer: str) -> dict[str, Any]:
        """Return `type`, and `format` if it is part of it, where another language's is written."""
        given = schema.get("type")
        kinds = given if isinstance(given, list) else [given]
        wrong = types.changes(kinds)
        if not wrong:
            return {}
        for index, (kind, form) in wrong.items():
            meaning = f"`{kind}`{f' with the format `{form}`' if form else ''}"
            self._diagnostics.warning(
                "mistyped-value",
                f"`{kinds[index]}` is not a type of JSON Schema; it is read as {meaning}",
                fix=f"write {meaning}",
                at=f"{pointer}/type",
            )
        made = [wrong[index][0] if index in wrong else kind for index, kind in enumerate(kinds)]
        formats = {form for _, form in wrong.values()} - {""}
        is_one = len({*made} - {"null"}) == 1 and len(formats) == 1 and "format" not in schema
        return {
            "type": list(dict.fromkeys(made)) if isinstance(given, list) else made[0],
            **({"format": formats.pop()} if is_one else {}),
        }

    def _nullable(self, schema: dict[str, Any], pointer: str) -> dict[str, Any]:
        """Return alternatives with null in place of one that only says `nullable`.

        Without a type, `nullable` has no effect (OpenAPI 3.0.4, Schema Object), so that any
        value would be allowed, which nobody writes beside others.
        """
        changed = {}
        for key in sorted(_CHOICES & schema.keys()):
            items = schema[key]
            if not isinstance(items, list) or len(items) < _CHOICE:
                continue
            made = [_NULL if _is_only_nullable(item, items) else item for item in items]
            for index, (new, old) in enumerate(zip(made, items, strict=True)):
                if new is not old:
                    self._diagnostics.note(
                        "nullable-alternative",
                        f"an alternative of `{key}` that only has `nullable` is read as null",
                        fix='write `nullable: true` beside it, or `type: "null"` in OpenAPI 3.1',
                        at=f"{pointer}/{key}/{index}",
                    )
            if made != items:
                changed[key] = made
        return changed

    def _exact(self, schema: dict[str, Any], pointer: str) -> dict[str, Any]:
        """Return the limits beyond 2**53 as the integers that are written, and a copy of them."""
        found: dict[str, Any] = {}
        for key in sorted(_LIMITS & schema.keys()):
            number = self._large_integer(schema[key], f"{pointer}/{key}")
            if number is not None:
                found[key] = number
        if found:
            return {**found, exact.KEY: found}
        return {exact.KEY: _REMOVED} if exact.KEY in schema else {}

    def _large_integer(self, value: object, at: str) -> int | None:
        """Return a limit if it is an integer that a float may round; `9e15` is one as well."""
        if isinstance(value, int):
            # The engine rejects integers that exceed a float.
            is_large = exact.LARGEST_FLOAT < abs(value) <= sys.float_info.max
            return value if is_large else None
        if not isinstance(value, float) or not exact.LARGEST_FLOAT <= abs(value) < math.inf:
            return None
        spelled = self._document.spelling(at) or ""
        # An overlay may have another value here than the file.
        written = Decimal(spelled if _FLOAT.fullmatch(spelled) else value)
        if float(written) != value:
            written = Decimal(value)
        return int(written) if written == written.to_integral_value() else None

    def _unlimited(self, schema: dict[str, Any], pointer: str) -> dict[str, Any]:
        """Return the limits to remove since they are no numbers, such as `.inf` or 1e400."""
        wrong = [
            key
            for key in _LIMITS & schema.keys()
            if isinstance(schema[key], float) and not math.isfinite(schema[key])
        ]
        for key in sorted(wrong):
            self._diagnostics.warning(
                "weak-type",
                f"`{key}` is {schema[key]}, which is not a finite number; it is ignored",
                fix="write a finite number, or remove it",
                at=f"{pointer}/{key}",
            )
        return dict.fromkeys(wrong, _REMOVED)

    def _typed(self, value: object, kind: object, at: str) -> object:
        """Convert a value to the only type of its schema, apart from null."""
        kinds = [item for item in (kind if isinstance(kind, list) else [kind]) if item != "null"]
        made: object = value
        match kinds, value:
            case ["string"], bool() | int() | float():
                made = self._document.spelling(at) or json.dumps(value)
            case ["integer"], str() if _INTEGER.fullmatch(value):
                made = int(value)
            case ["boolean"], "true" | "false":
                made = value == "true"
        if made is not value:
            self._diagnostics.warning(
                "mistyped-value",
                f"{json.dumps(value)} does not match the type {kinds[0]}; using "
                f"{json.dumps(made)}",
                fix=f"write {json.dumps(made)}",
                at=at,
            )
        return made

    def _note(self, value: dict[str, Any], pointer: str) -> None:
        """Report what is read as it was meant, although the specification says otherwise."""
        if "nullable" in value and self._nullable_is_old and "type" in value:
            self._diagnostics.note(
                "nullable-keyword",
                "OpenAPI 3.1 has no `nullable`; it is read as in 3.0",
                fix="add `null` to `type`",
                at=f"{pointer}/nullable",
            )

    def _is_opaque(self, key: str, *, names: bool) -> bool:
        if names or key == "x-webhooks":
            return False
        return key in self._VALUES or key.startswith("x-")

    def _list(self, value: list[Any], pointer: str) -> list[Any]:
        made = [self.rewrite(child, f"{pointer}/{index}") for index, child in enumerate(value)]
        same = all(new is old for new, old in zip(made, value, strict=True))
        return value if same else made


def _is_only_nullable(schema: object, alternatives: list[Any]) -> bool:
    """Return whether a schema beside others stands for null.

    Beside a single reference, `type: object` says no more than that it was required: Microsoft's
    Graph writes all nullable references like this.
    """
    if not isinstance(schema, dict) or schema.get("nullable") is not True:
        return False
    others = [item for item in alternatives if item is not schema]
    is_beside_one = len(others) == 1 and isinstance(others[0], dict) and "$ref" in others[0]
    said = schema.keys() - _ONLY_NULLABLE
    return not said or (said == {"type"} and schema["type"] == "object" and is_beside_one)


def _length(schema: dict[str, Any]) -> int:
    """Return the most elements of a list that ends with its `prefixItems`."""
    count, limit = len(schema["prefixItems"]), schema.get("maxItems")
    return min(count, limit) if isinstance(limit, int) else count


def _as_object(schema: Any) -> Any:
    """Return `true`, which allows everything, and `false`, which allows nothing, as objects."""
    match schema:
        case True:
            return {}
        case False:
            return {"not": {}}
    return schema
