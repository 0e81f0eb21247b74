"""Documents made at random, of all that a document can have.

A grammar for hypothesis: it draws plain data. What it draws is legal, or nearly so: names that no
language allows, schemas that refer to each other in circles, and values that do not fit are all
found in real documents.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, TypeAlias

from hypothesis import strategies as st

Json: TypeAlias = Any
Object: TypeAlias = dict[str, Json]

NAMES: Final = (
    *("id", "name", "Name", "NAME", "type", "class", "items", "list", "self", "None", "def"),
    *(
        "model_dump",
        "Model",
        "Any",
        "UNSET",
        "date",
        "datetime",
        "bytes",
        "str",
        "Literal",
        "Field",
    ),
    *("x-y", "x_y", "X-Y", "$ref2", "$z", "@type", "a.b", "a b", "a[]", "1st", "_", "__class__"),
    *(
        "ünïcode",
        "日本",
        "😀",
        "StartTime",
        "StartTime<",
        "additional_properties",
        "options",
        "retries",
    ),
    "a_very_long_name_that_somebody_made_of_a_whole_sentence_so_that_it_fills_more_than_one_line_of_code",
)
COMPONENTS: Final = (
    "Pet",
    "pet",
    "Error",
    "Model",
    "a b",
    "Ünit",
    "List",
    "Pet-2",
    "errors.Not Found",
)
TEXTS: Final = (
    "",
    "A word.",
    'Ends in a quote"',
    'Three """ of them, a \\ and {{ braces }} {% raw %}.',
    "Lines.\n\n* one\n* two\n\n```\ncode\n```",
    "Ein Maß für <b>alles</b> | und `mehr`",
)
FORMATS: Final = (
    *("date", "date-time", "time", "duration", "uuid", "uri", "byte", "binary", "decimal"),
    *("password", "email", "something-else"),
)

texts = st.sampled_from(TEXTS)
names = st.sampled_from(NAMES)


def _maybe(**keywords: st.SearchStrategy[Json]) -> st.SearchStrategy[Object]:
    """Draw some of the keywords, and mostly none."""
    return st.just({}) | st.fixed_dictionaries({}, optional=keywords)


_described = _maybe(
    description=texts,
    title=texts,
    deprecated=st.booleans(),
    default=st.sampled_from([None, 1, "x", [], {"a": 1}, 1.5]),
    example=st.sampled_from([None, 1, "2020-01-01", ["x"], {"name": "x"}]),
    readOnly=st.booleans(),
    writeOnly=st.booleans(),
    nullable=st.booleans(),
)


def _reference(section: str, keys: Sequence[str]) -> st.SearchStrategy[Object]:
    escaped = [key.replace("~", "~0").replace("/", "~1") for key in keys]
    return st.sampled_from([{"$ref": f"#/components/{section}/{key}"} for key in escaped])


def _scalars() -> st.SearchStrategy[Object]:
    limited: list[Object] = [
        {"type": "string", "minLength": 1, "maxLength": 5, "pattern": "^[a-z\"'`]+$"},
        {"type": "integer", "minimum": 0, "exclusiveMaximum": 10, "multipleOf": 2},
        {"type": "number", "format": "double", "maximum": 1e300},
        {"type": "number", "format": "decimal"},
        {"type": "integer", "format": "int64"},
        {"type": "boolean"},
        {"type": "null"},
        {"type": ["string", "null"]},
        {"type": ["integer", "string", "array", "object"]},
        {"type": "string", "contentEncoding": "base64"},
        {},
        {"not": {"type": "string"}},
    ]
    listed: list[Object] = [
        {"type": "string", "enum": ["a", "A", "b c", ""]},
        {"type": "string", "enum": ["x", "y"], "x-speakeasy-unknown-values": "allow"},
        {"type": "integer", "enum": [1, 2, 2], "x-enum-varnames": ["ONE", "TWO", "DUE"]},
        {"type": "string", "enum": [1, True, None]},
        {"enum": ["a", 1, None, True]},
        {"enum": [0.5, 1]},
        {"enum": [{"a": 1}, [1]]},
        {"type": "string", "enum": ["it's", 'a "b"', "c\\d", "\n"]},
        {"enum": []},
        {"const": "only"},
        {"const": 1},
        {"const": True},
        {"const": None},
        {"const": {"a": [1]}},
    ]
    formats = st.builds(lambda form: {"type": "string", "format": form}, st.sampled_from(FORMATS))
    return st.sampled_from(limited) | st.sampled_from(listed) | formats


def _listed(keyword: str, inner: st.SearchStrategy[Json]) -> st.SearchStrategy[Object]:
    return st.builds(lambda items: {keyword: items}, st.lists(inner, min_size=1, max_size=3))


@st.composite
def _objects(draw: st.DrawFn, inner: st.SearchStrategy[Json]) -> Object:
    properties = draw(st.dictionaries(names, inner, max_size=4))
    made: Object = {"properties": properties}
    made |= draw(st.sampled_from([{}, {"type": "object"}, {"type": ["object", "null"]}]))
    required = draw(st.lists(st.sampled_from([*properties, "missing"]), max_size=2))
    if required:
        made["required"] = required
    others = draw(st.sampled_from(["", "", "additional", "patterns", "false", "true", "closed"]))
    match others:
        case "additional":
            made["additionalProperties"] = draw(inner)
        case "patterns":
            made["patternProperties"] = {"^x-": draw(inner), "^y": False}
        case "true" | "false":
            made["additionalProperties"] = others == "true"
        case "closed":
            made["unevaluatedProperties"] = False
    return made


@st.composite
def _tagged(draw: st.DrawFn, inner: st.SearchStrategy[Json]) -> Object:
    variants = []
    for tag in draw(st.lists(st.sampled_from(["cat", "dog", 1, True]), min_size=1, max_size=3)):
        properties = {"kind": {"const": tag}, **draw(st.dictionaries(names, inner, max_size=2))}
        variants.append({"type": "object", "required": ["kind"], "properties": properties})
    made: Object = {draw(st.sampled_from(["oneOf", "anyOf"])): variants}
    return made | draw(st.sampled_from([{}, {"discriminator": {"propertyName": "kind"}}]))


def _holders(inner: st.SearchStrategy[Json]) -> st.SearchStrategy[Object]:
    item = inner | st.booleans()
    lists = st.builds(lambda items: {"type": "array", "items": items}, item)
    maps = st.builds(lambda items: {"type": "object", "additionalProperties": items}, inner)
    places = st.builds(
        lambda items, more: {"type": "array", "prefixItems": items, **more},
        st.lists(item, min_size=1, max_size=3),
        _maybe(items=item),
    )
    combined = st.one_of([_listed(keyword, item) for keyword in ("allOf", "oneOf", "anyOf")])
    beside = st.builds(lambda a, b: {**a, **b}, combined, _objects(inner) | _described)
    kinds = (lists, maps, places, combined, beside, _objects(inner), _tagged(inner))
    return st.builds(lambda schema, more: {**schema, **more}, st.one_of(kinds), _described)


def schemas(keys: Sequence[str]) -> st.SearchStrategy[Object]:
    """Draw a schema that may refer to those with the given keys."""
    leaves = st.builds(lambda schema, more: {**schema, **more}, _scalars(), _described)
    references = st.builds(
        lambda reference, more: {**reference, **more},
        _reference("schemas", keys),
        st.just({}) | _maybe(description=texts, nullable=st.just(True)),
    )
    return st.recursive(leaves | references, _holders, max_leaves=5)


# Operations


_STYLES: Final = {
    "path": ("simple", "label", "matrix"),
    "query": ("form", "spaceDelimited", "pipeDelimited", "deepObject"),
    "header": ("simple",),
    "cookie": ("form",),
}


@st.composite
def _parameter(draw: st.DrawFn, schema: st.SearchStrategy[Json], place: str, name: str) -> Object:
    made: Object = {"name": name, "in": place, **draw(_maybe(description=texts))}
    made["required"] = place == "path" or draw(st.booleans())
    if draw(st.integers(0, 4)) == 0:
        return {**made, "content": {"application/json": {"schema": draw(schema)}}}
    more = draw(
        _maybe(
            style=st.sampled_from(_STYLES[place]),
            explode=st.booleans(),
            allowReserved=st.booleans(),
            deprecated=st.booleans(),
        )
    )
    return {**made, **more, "schema": draw(schema)}


@st.composite
def _parameters(draw: st.DrawFn, schema: st.SearchStrategy[Json]) -> list[Object]:
    drawn = draw(
        st.lists(
            st.tuples(st.sampled_from(["query", "header", "cookie"]), names),
            max_size=4,
            unique=True,
        )
    )
    plain = [(place, name) for place, name in drawn if place == "query" or name.isascii()]
    return [draw(_parameter(schema, place, name)) for place, name in plain]


@st.composite
def _content(draw: st.DrawFn, schema: st.SearchStrategy[Json]) -> Object:
    kinds = st.sampled_from(
        [
            *("application/json", "application/json", "application/problem+json", "*/*"),
            *("application/x-www-form-urlencoded", "multipart/form-data", "text/plain"),
            *("application/octet-stream", "image/png", "application/xml", "text/event-stream"),
            "application/x-ndjson",
        ]
    )
    made = {}
    for kind in draw(st.lists(kinds, min_size=1, max_size=2, unique=True)):
        media: Object = {"schema": draw(schema)}
        if "form" in kind and draw(st.booleans()):
            media["schema"] = {
                "type": "object",
                "properties": {
                    "file": {"type": "string", "format": "binary"},
                    "files": {"type": "array", "items": {"type": "string", "format": "binary"}},
                    **draw(st.dictionaries(names, schema, max_size=2)),
                },
            }
            media["encoding"] = draw(
                st.sampled_from(
                    [
                        {},
                        {"file": {"contentType": "image/png, image/jpeg"}},
                        {"name": {"contentType": "application/json"}},
                        {"name": {"style": "deepObject", "explode": True}},
                    ]
                )
            )
        if kind == "text/event-stream" and draw(st.booleans()):
            media["x-speakeasy-sse-sentinel"] = "[DONE]"
        made[kind] = media
    return made


@st.composite
def _responses(draw: st.DrawFn, schema: st.SearchStrategy[Json]) -> Object:
    statuses = st.sampled_from(["200", "201", "204", "2XX", "default", "400", "404", "4XX", "503"])
    made = {}
    for status in draw(st.lists(statuses, max_size=3, unique=True)):
        response: Object = {"description": draw(texts)}
        if status != "204" and draw(st.booleans()):
            response["content"] = draw(_content(schema))
        if draw(st.booleans()):
            response["headers"] = {"X-Rate": {"schema": draw(schema)}}
        made[status] = response
    return made


_SECURITY: Final[tuple[list[Object], ...]] = (
    [],
    [{}],
    [{"bearer": []}],
    [{"key": []}, {"basic": []}],
    [{"key": [], "oauth": ["read"]}],
    [{"open": []}, {}],
)
_EXTENSIONS: Final[tuple[Object, ...]] = (
    {},
    {},
    {"x-speakeasy-name-override": "list"},
    {"x-speakeasy-ignore": True},
    {"x-speakeasy-group": "beta.things"},
    {"x-speakeasy-retries": {"strategy": "backoff", "statusCodes": ["5XX"]}},
    {"deprecated": True, "x-speakeasy-deprecation-message": 'Use "that".'},
)
_PAGED: Final[Object] = {
    "operationId": "listPages",
    "parameters": [
        {"name": "offset", "in": "query", "schema": {"type": "integer"}},
        {"name": "limit", "in": "query", "schema": {"type": "integer"}},
    ],
    "x-speakeasy-pagination": {
        "type": "offsetLimit",
        "inputs": [
            {"name": "offset", "in": "parameters", "type": "offset"},
            {"name": "limit", "in": "parameters", "type": "limit"},
        ],
        "outputs": {"results": "$.data"},
    },
}


@st.composite
def _operation(draw: st.DrawFn, schema: st.SearchStrategy[Json], number: int) -> Object:
    made: Object = {"responses": draw(_responses(schema))}
    if draw(st.integers(0, 5)) == 0:
        page = {"type": "object", "properties": {"data": {"type": "array", "items": draw(schema)}}}
        answer = {"description": "", "content": {"application/json": {"schema": page}}}
        return {**_PAGED, "responses": {"200": None, **made["responses"]} | {"200": answer}}
    ids = st.sampled_from(["get", "list", "Get Thing", "class", "x-y", "a_a", f"op{number}"])
    made |= draw(_maybe(operationId=ids, summary=texts, description=texts))
    made["tags"] = draw(st.lists(st.sampled_from(["Pets", "a b", "client", "a.b"]), max_size=2))
    made["parameters"] = draw(_parameters(schema))
    if draw(st.booleans()):
        body = {"required": draw(st.booleans()), "content": draw(_content(schema))}
        made["requestBody"] = {**body, "description": draw(texts)}
    made |= draw(_maybe(security=st.sampled_from(_SECURITY)))
    made |= draw(st.sampled_from(_EXTENSIONS))
    return made


_SCHEMES: Final[Object] = {
    "bearer": {"type": "http", "scheme": "bearer"},
    "basic": {"type": "http", "scheme": "basic"},
    "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
    "open": {"type": "openIdConnect", "openIdConnectUrl": "https://random.example/id"},
    "oauth": {
        "type": "oauth2",
        "flows": {
            "clientCredentials": {
                "tokenUrl": "https://random.example/token",
                "scopes": {"read": "Read."},
            }
        },
    },
}
_SERVERS: Final = (
    [{"url": "https://random.example"}],
    [{"url": "/v1"}],
    [
        {"url": "https://a.example", "x-speakeasy-server-id": "prod"},
        {"url": "https://{region}.example/{v}", "variables": {
            "region": {"default": "eu", "enum": ["eu", "us"]}, "v": {"default": "v1"}}},
    ],
)  # fmt: skip


def _component(schema: st.SearchStrategy[Json], known: Sequence[str]) -> st.SearchStrategy[Object]:
    """Draw a component; it is no mere reference but to one of the components before it, since
    none of these may lead back to itself."""
    plain = schema.filter(lambda drawn: "$ref" not in drawn)
    return plain | _reference("schemas", known) if known else plain


@st.composite
def documents(draw: st.DrawFn) -> Object:
    """Draw a whole document."""
    keys = draw(st.lists(st.sampled_from(COMPONENTS), min_size=1, max_size=4, unique=True))
    schema = schemas(keys)
    paths: Object = {}
    for number in range(draw(st.integers(1, 3))):
        place, inside = f"/things{number}", []
        if draw(st.booleans()):
            name = draw(st.sampled_from(["id", "class", "thing-id", "a.b"]))
            place += f"/{{{name}}}"
            inside = [draw(_parameter(schema, "path", name))]
        methods = st.sampled_from(["get", "put", "post", "delete", "patch", "head", "options"])
        item = {
            method: draw(_operation(schema, number))
            for method in draw(st.lists(methods, min_size=1, max_size=2, unique=True))
        }
        paths[place] = {**item, "parameters": inside}
    made: Object = {
        "openapi": draw(st.sampled_from(["3.0.3", "3.1.0"])),
        "info": {"title": draw(texts) or "Random", "version": "1", "description": draw(texts)},
        "servers": draw(st.sampled_from(_SERVERS)),
        "paths": paths,
        "components": {
            "schemas": {key: draw(_component(schema, keys[:n])) for n, key in enumerate(keys)},
            "securitySchemes": _SCHEMES,
        },
    }
    hook = {"post": {"requestBody": {"content": {"application/json": {"schema": draw(schema)}}}}}
    return made | draw(
        _maybe(
            security=st.sampled_from(_SECURITY),
            tags=st.just([{"name": "Pets", "description": 'Of """ all kinds.'}]),
            webhooks=st.just({"thing.created": hook}),
        )
    )
