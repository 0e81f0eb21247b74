"""Makes a value of a JSON schema: the same one each time, with all that the schema names in it.

What the document gives as an example of a scalar is taken where it is valid. Recursion ends where
it first can: a property that may be missing is, and a list is empty.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from tests.corpus.support.contract import Contract, Json
from tests.corpus.support.judging import Judge
from tests.corpus.support.patterns import matching

DEEPEST: Final = 7
"""Below this, only what is required is made: real documents nest without end."""

TEXTS: Final = {
    "date-time": "2026-01-31T12:30:45Z",
    "date": "2026-01-31",
    "time": "12:30:45Z",
    "duration": "PT90S",
    "uuid": "0df9e665-d932-4740-b2c7-b52af166bc11",
    "uri": "https://example.com/a",
    "url": "https://example.com/a",
    "uri-reference": "/a",
    "email": "someone@example.com",
    "hostname": "example.com",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "byte": "AAEC",
    "decimal": "1.50",
    "regex": "^a$",
    "json-pointer": "/a",
}
_ANNOTATIONS: Final = frozenset({"title", "description", "example", "examples", "deprecated"})


class Endless(Exception):  # noqa: N818  it says what a schema is
    """There is no value of the schema that is not deeper than what is made here."""


class Values:
    """Makes values for one direction.

    Args:
        contract: The document.
        access: "write" for what goes to the server, "read" for what comes from it.
    """

    def __init__(self, contract: Contract, access: str) -> None:
        self._contract = contract
        self._judge = Judge(contract, access)
        self._skipped = "readOnly" if access == "write" else "writeOnly"
        self._deepest = DEEPEST
        self._made: dict[object, tuple[Json, Json]] = {}

    def of(self, schema: Json, *, booleans: Mapping[str, bool] | None = None) -> Json:
        """Make a value of a schema, the same one each time.

        Args:
            schema: The schema.
            booleans: Properties of the outermost object that shall have this value.

        Raises:
            Endless: If there is none.
        """
        key = (id(schema), *(booleans or {}).items())
        if key not in self._made:  # with the schema, whose id is then nobody else's
            self._made[key] = schema, self._new(schema, booleans or {})
        return self._made[key][1]

    def _new(self, schema: Json, booleans: Mapping[str, bool]) -> Json:
        self._deepest = DEEPEST
        made = self._make(schema, 0, ())
        if not self._judge.accepts(schema, made):
            self._deepest = 0  # some properties exclude each other
            made = self._make(schema, 0, ())
        for name, value in booleans.items():
            if isinstance(made, dict) and isinstance(made.get(name), bool):
                other = {**made, name: value}
                made = other if self._judge.accepts(schema, other) else made
        return made

    def faults(self, schema: Json, value: Json) -> list[str]:
        """Say where a value is not what a schema says."""
        return self._judge.faults(schema, value)

    def _make(self, schema: Json, depth: int, above: tuple[str, ...]) -> Json:
        if not isinstance(schema, dict):
            return "anything"
        if isinstance(reference := schema.get("$ref"), str):
            if above.count(reference) > 1 or len(above) > 60:
                raise Endless(reference)
            above = (*above, reference)
        flat = self.flat(schema)
        for known in _known(flat):
            if self._judge.accepts(schema, known):
                return known
        for group in ("oneOf", "anyOf"):
            if flat.get(group):
                return self._choose(flat, group, schema, depth, above)
        return self._of_kind(flat, depth, above)

    def flat(self, schema: Json, seen: set[str] | frozenset[str] = frozenset()) -> dict[str, Json]:
        """Put together what a schema refers to, and all of `allOf`, into one object."""
        if not isinstance(schema, dict):
            return {}
        merged: dict[str, Json] = {}
        parts = []
        reference = schema.get("$ref")
        if isinstance(reference, str) and reference not in seen:
            seen = {*seen, reference}
            parts.append(self.flat(self._contract.at(reference), seen))
        parts += [self.flat(item, seen) for item in schema.get("allOf") or ()]
        parts.append({name: item for name, item in schema.items() if name not in {"$ref", "allOf"}})
        for part in parts:
            _merge(merged, part)
        return merged

    def _choose(
        self, flat: dict[str, Json], group: str, schema: Json, depth: int, above: tuple[str, ...]
    ) -> Json:
        base = {name: item for name, item in flat.items() if name not in {group, *_ANNOTATIONS}}
        first: list[Json] = []
        for variant in sorted(flat[group], key=self._is_null):
            joined = {"allOf": [base, variant]} if _says_something(base) else variant
            try:
                value = self._make(joined, depth, above)
            except Endless:
                continue
            value = self._tagged(flat.get("discriminator"), variant, value)
            if self._judge.accepts(schema, value):
                return value
            first.append(value)
        if not first:
            raise Endless(group)
        return first[0]

    def _is_null(self, schema: Json) -> bool:
        return isinstance(schema, dict) and self.flat(schema).get("type") == "null"

    def _tagged(self, discriminator: Json, variant: Json, value: Json) -> Json:
        if not isinstance(discriminator, dict) or not isinstance(value, dict):
            return value
        reference = variant.get("$ref", "") if isinstance(variant, dict) else ""
        implied = {reference.rpartition("/")[2]: reference} if reference else {}
        for tag, target in (discriminator.get("mapping") or implied).items():
            if reference and reference.endswith((f"#{target.partition('#')[2]}", f"/{target}")):
                name = discriminator["propertyName"]
                flat = self.flat(variant)
                known = self.flat((flat.get("properties") or {}).get(name))
                if "const" not in known and tag in known.get("enum", [tag]):
                    return {**value, name: tag}
        return value

    def _of_kind(self, flat: dict[str, Json], depth: int, above: tuple[str, ...]) -> Json:
        match _kind(flat):
            case "object":
                return self._object(flat, depth, above)
            case "array":
                return self._array(flat, depth, above)
            case "string":
                return _text(flat)
            case "integer":
                return int(_number(flat, 1))
            case "number":
                return _number(flat, 0.5)
            case "boolean":
                return True
            case "null":
                return None
            case _:
                return "anything"

    def _object(self, flat: dict[str, Json], depth: int, above: tuple[str, ...]) -> Json:
        made = self._properties(flat, depth, above)
        additional = flat.get("additionalProperties")
        for name in flat.get("required") or ():  # real documents require what they do not describe
            if name not in (flat.get("properties") or {}):
                made[name] = self._make(additional, depth + 1, above)
        if made and not isinstance(additional, dict):
            return made  # what has no name and no type is of no interest
        least = flat.get("minProperties", 0)
        if (additional is not None and additional is not False) or least > len(made):
            for index in range(max(1, least - len(made))):
                try:
                    key = "another" if index == 0 else f"another{index}"
                    made[key] = self._make(additional, depth + 1, above)
                except Endless:
                    break
        return made

    def _properties(
        self, flat: dict[str, Json], depth: int, above: tuple[str, ...]
    ) -> dict[str, Json]:
        made: dict[str, Json] = {}
        required = flat.get("required") or ()
        for name, schema in (flat.get("properties") or {}).items():
            about = self.flat(schema)
            if about.get(self._skipped) is True or about.get("x-speakeasy-ignore") is True:
                continue
            if depth >= self._deepest and name not in required:
                continue
            try:
                made[name] = self._make(schema, depth + 1, above)
            except Endless:
                if name in required:
                    raise
        return made

    def _array(self, flat: dict[str, Json], depth: int, above: tuple[str, ...]) -> Json:
        first = [self._make(item, depth + 1, above) for item in flat.get("prefixItems") or ()]
        if flat.get("items") is False or (first and "items" not in flat):
            return first
        least = flat.get("minItems", 0)
        count = max(least - len(first), 0 if first or flat.get("maxItems") == 0 else 1)
        try:
            return [*first, *self._items(flat, count, depth, above)]
        except Endless:
            if least > len(first):
                raise
            return first

    def _items(
        self, flat: dict[str, Json], count: int, depth: int, above: tuple[str, ...]
    ) -> Iterator[Json]:
        one = self._make(flat.get("items"), depth + 1, above) if count else None
        values = self.flat(flat.get("items")).get("enum") or ()
        for index in range(count):
            if not flat.get("uniqueItems") or index == 0:
                yield one
            elif values:
                yield values[index]
            elif isinstance(one, str):
                yield f"{one}{index}"
            else:
                yield one + index if isinstance(one, (int, float)) else one


def _merge(merged: dict[str, Json], part: dict[str, Json]) -> None:
    for name, item in part.items():
        if name == "properties":
            before = merged.get(name) or {}
            both = {key: {"allOf": [before[key], item[key]]} for key in before.keys() & item.keys()}
            merged[name] = {**before, **item, **both}
        elif name == "required":
            before = merged.get(name) or ()
            merged[name] = [*before, *(key for key in item or () if key not in before)]
        elif name in {"oneOf", "anyOf"} and merged.get(name):
            merged[name] = [{"allOf": [one, other]} for one in merged[name] for other in item]
        elif name == "enum" and merged.get(name):
            merged[name] = [value for value in merged[name] if value in item]
        else:
            merged[name] = item


def _says_something(base: Mapping[str, Json]) -> bool:
    return any(name not in {"discriminator", "nullable", "default"} for name in base)


def _known(flat: dict[str, Json]) -> Iterator[Json]:
    """Give the values that the document names, scalars alone: objects are made by their schema."""
    if "const" in flat:
        yield flat["const"]
    examples = [flat["example"]] if "example" in flat else []
    listed = flat.get("examples")
    examples += listed if isinstance(listed, list) else []
    for example in [*examples, flat.get("default")]:
        if example is not None and example != "" and not isinstance(example, (dict, list)):
            yield example
    yield from (value for value in flat.get("enum") or () if value is not None)
    if None in (flat.get("enum") or ()):
        yield None


def _kind(flat: dict[str, Json]) -> str | None:
    kind = flat.get("type")
    if isinstance(kind, list):
        kind = next((item for item in kind if item != "null"), "null")
    if isinstance(kind, str):
        return kind
    if flat.keys() & {"properties", "additionalProperties", "patternProperties"}:
        return "object"
    return "array" if flat.keys() & {"items", "prefixItems"} else None


def _text(flat: dict[str, Json]) -> Any:
    if flat.get("format") == "binary":
        return b"\x00\x01binary\xff"
    least, most = flat.get("minLength", 0), flat.get("maxLength")
    if isinstance(pattern := flat.get("pattern"), str):
        found = matching(pattern, least)
        if found is not None:
            return found
    text = TEXTS.get(flat.get("format", ""), "text")
    text += "x" * (least - len(text))
    return text if most is None else text[:most]


def _number(flat: dict[str, Json], wanted: float) -> float:
    low, high = flat.get("minimum"), flat.get("maximum")
    step = flat.get("multipleOf") or (1 if isinstance(wanted, int) else 0.25)
    below, above = flat.get("exclusiveMinimum"), flat.get("exclusiveMaximum")
    if below is True:
        low, below = None, low  # as 3.0 has it
    if above is True:
        high, above = None, high
    if isinstance(below, (int, float)):
        low = below + step
    if isinstance(above, (int, float)):
        high = above - step
    if low is not None and wanted < low:
        wanted = low
    if high is not None and wanted > high:
        wanted = high
    if flat.get("multipleOf"):
        steps = -(-wanted // step)
        wanted = steps * step
    return wanted
