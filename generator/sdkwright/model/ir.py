"""What an SDK is made of, without a word of Python source and without the engine's objects.

The front end makes an `Api`; passes turn one `Api` into another; `emit` renders it. Everything
here is frozen and hashable, so a pass answers with a new value (`dataclasses.replace`) and two
`Api`s can be compared. There is one dataclass for each kind of thing, matched with `match`.

This module imports nothing of ours.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NewType, TypeAlias
from typing import Literal as OneOf

HTTP_METHODS: Final = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
"""The methods of a path item, in the order of OpenAPI 3.1, section 4.8.9; the last is of 3.2."""


def is_method_in_capitals(key: str) -> bool:
    """Whether a key of a path item is a method that is spelled as on the wire."""
    return key not in HTTP_METHODS and key.lower() in HTTP_METHODS


JsonText = NewType("JsonText", str)
"""A JSON value as text: examples and defaults stay hashable, and nothing can change them."""

Location: TypeAlias = OneOf["path", "query", "header", "cookie"]
Style: TypeAlias = OneOf[
    "simple", "label", "matrix", "form", "spaceDelimited", "pipeDelimited", "deepObject", "json"
]
Content: TypeAlias = OneOf["json", "form", "multipart", "text", "binary", "events", "lines"]
Package: TypeAlias = OneOf["components", "operations", "errors"]


@dataclass(frozen=True, slots=True)
class SourcePointer:
    """Where in the document a thing was declared, as a JSON pointer (RFC 6901)."""

    pointer: str


@dataclass(frozen=True, slots=True)
class Name:
    """A name as the document spells it, and as Python code will; the latter is set by `name`."""

    wire: str
    python: str = ""


@dataclass(frozen=True, slots=True)
class Doc:
    """What the document says about a thing to people.

    `deprecated` is None, or what to do instead ("" where the document gives no advice). `limits`
    are what a value must keep to, as phrases such as "at most 100"; `default` is what holds where
    it is left out.
    """

    summary: str = ""
    description: str = ""
    example: JsonText | None = None
    deprecated: str | None = None
    limits: tuple[str, ...] = ()
    default: JsonText | None = None


@dataclass(frozen=True, slots=True)
class Constraints:
    """What a value must keep to besides its type (JSON Schema validation, section 6). Each is about
    one kind of value, and means nothing for others.

    `patterns` are regular expressions as ECMA-262 has them, each of which must be found. `items`
    is what the elements of a list must keep to, and `values` the values of a map.
    """

    minimum: float | None = None
    exclusive_minimum: float | None = None
    maximum: float | None = None
    exclusive_maximum: float | None = None
    multiple_of: float | None = None
    min_length: int | None = None
    max_length: int | None = None
    patterns: tuple[str, ...] = ()
    min_items: int | None = None
    max_items: int | None = None
    unique_items: bool = False
    min_properties: int | None = None
    max_properties: int | None = None
    items: Constraints | None = None
    values: Constraints | None = None


FREE: Final = Constraints()
"""What a value keeps to of which the document says nothing."""


# Types


@dataclass(frozen=True, slots=True)
class Primitive:
    """A scalar. `format` is the document's; it decides the Python type where it is a known one."""

    kind: OneOf["string", "integer", "number", "boolean", "null"]
    format: str = ""


@dataclass(frozen=True, slots=True)
class ListOf:
    item: Type


@dataclass(frozen=True, slots=True)
class MapOf:
    """An object whose keys are not known beforehand."""

    value: Type


@dataclass(frozen=True, slots=True)
class Nullable:
    """May be null. Whether it may be left out is another question: see `Field.required`."""

    inner: Type


@dataclass(frozen=True, slots=True)
class Literal:
    """Exactly these values; an `Enum` is one that has a name."""

    values: tuple[str | int | bool, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A reference to the `Declaration` with this id."""

    id: str


@dataclass(frozen=True, slots=True)
class Any:
    """The document says nothing about the value."""


Type: TypeAlias = Primitive | ListOf | MapOf | Nullable | Literal | Named | Any


# Declarations: the named types


@dataclass(frozen=True, slots=True)
class Declared:
    """What every named type has.

    `id` is unique in the `Api` and stable between runs (the JSON pointer of the schema). `hints`
    are names to choose from, the most wanted first and the last one certainly unique; `name` takes
    the first that nobody else in the package claims, and fills `name.python` and `module`.
    """

    id: str
    package: Package
    hints: tuple[str, ...]
    doc: Doc
    source: SourcePointer
    name: Name
    module: str


@dataclass(frozen=True, slots=True)
class Field:
    """A property of a `Model`.

    `secret` values are masked wherever a person could read them. `access` is "read" where only
    the server sets it (`readOnly`), "write" where only the caller does (`writeOnly`).
    """

    name: Name
    type: Type
    required: bool
    doc: Doc
    source: SourcePointer
    secret: bool = False
    access: OneOf["", "read", "write"] = ""
    constraints: Constraints = FREE


@dataclass(frozen=True, slots=True)
class Model(Declared):
    """An object of known properties. `additional` is the type of all others, where the document
    provides for others; where it does not, they are accepted and dropped."""

    fields: tuple[Field, ...]
    additional: Type | None = None
    constraints: Constraints = FREE


@dataclass(frozen=True, slots=True)
class Enum(Declared):
    """Named values. An open enum (`x-speakeasy-unknown-values: allow`) accepts others too.

    `meanings` is what the document says of each value, in their order, "" where it says nothing;
    it is empty where it says nothing of any.
    """

    values: tuple[str | int, ...]
    open: bool
    meanings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Discriminator:
    """The property that tells the variants of a `Union` apart, and its values (wire → type)."""

    property: str
    mapping: tuple[tuple[str, Type], ...]


@dataclass(frozen=True, slots=True)
class Union(Declared):
    """One of several types; none of them is nullable, that is for where the union is used.

    A union of one variant is a type that contains itself without being an object, such as a list
    of lists of itself.
    """

    variants: tuple[Type, ...]
    discriminator: Discriminator | None


@dataclass(frozen=True, slots=True)
class Alias(Declared):
    """A second name for a declared type, kept by `dedupe` so that every name still imports."""

    target: Named


Declaration: TypeAlias = Model | Enum | Union | Alias


# Operations


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter. `is_global`: it can be set once, on the client (`x-speakeasy-globals`).

    `style` and `explode` say how its value is written (OpenAPI 3.1, section 4.8.12; "json" is a
    media type); None is what its place has by default.
    """

    name: Name
    location: Location
    type: Type
    required: bool
    doc: Doc
    source: SourcePointer
    is_global: bool = False
    style: Style | None = None
    explode: bool | None = None
    allow_reserved: bool = False
    constraints: Constraints = FREE


@dataclass(frozen=True, slots=True)
class Encoding:
    """How a property of a form is written (OpenAPI 3.1, section 4.8.15); "" and None are what its
    type has by default."""

    property: str
    content_type: str = ""
    style: Style | None = None
    explode: bool | None = None
    allow_reserved: bool = False


@dataclass(frozen=True, slots=True)
class MediaType:
    """One representation of a body. `name` is a media type or range, such as application/json.

    `content` says how it is written: of "events" (server-sent events) and "lines" (a JSON value a
    line), `type` is that of one of them. Events are no JSON where that is text, and they end with
    one whose data is `sentinel`. Of "wrapped" events, `type` has the fields of the event itself.
    """

    name: str
    type: Type
    example: JsonText | None
    content: Content = "json"
    encodings: tuple[Encoding, ...] = ()
    sentinel: str = ""
    is_wrapped: bool = False
    constraints: Constraints = FREE


@dataclass(frozen=True, slots=True)
class RequestBody:
    media_types: tuple[MediaType, ...]
    required: bool
    doc: Doc
    source: SourcePointer


@dataclass(frozen=True, slots=True)
class Response:
    """A documented success. `status` is as written: "200", "2XX" or "default"."""

    status: str
    media_types: tuple[MediaType, ...]
    doc: Doc
    source: SourcePointer


@dataclass(frozen=True, slots=True)
class ErrorResponse:
    """A documented failure: the class that is raised for it is the `ErrorType` with id `error`."""

    status: str
    media_type: MediaType | None
    error: str | None
    doc: Doc
    source: SourcePointer


@dataclass(frozen=True, slots=True)
class ErrorType:
    """An exception class. `body` is the model in the package `errors` that its data is."""

    id: str
    hints: tuple[str, ...]
    body: Type
    doc: Doc
    source: SourcePointer
    name: Name
    module: str


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """When and how to try again (`x-speakeasy-retries`); intervals are milliseconds."""

    status_codes: tuple[str, ...]
    connection_errors: bool
    initial_interval: int
    max_interval: int
    exponent: float
    max_elapsed_time: int


Path: TypeAlias = tuple[str | int, ...]
"""The way into a JSON value: names of properties, and places in lists, of which -1 is the last."""


@dataclass(frozen=True, slots=True)
class PageInput:
    """What says which page is wanted: a parameter by its wire name, or a property of the body."""

    name: str
    in_body: bool = False


@dataclass(frozen=True, slots=True)
class Paged:
    """What every way to walk all pages has (`x-speakeasy-pagination`).

    `results` leads from a response to the list of its results, and `items` are the types of these:
    several, where a response may be one of several. None: the document names no list, so the pages
    themselves are walked.
    """

    results: Path | None
    items: tuple[Type, ...]


@dataclass(frozen=True, slots=True)
class OffsetPages(Paged):
    """Pages by how many results to skip."""

    offset: PageInput
    limit: PageInput | None


@dataclass(frozen=True, slots=True)
class NumberedPages(Paged):
    """Pages by their numbers, of which the lowest is `first`. `total` leads to how many there are;
    None: the document does not say where."""

    page: PageInput
    limit: PageInput | None
    first: int
    total: Path | None


@dataclass(frozen=True, slots=True)
class CursorPages(Paged):
    """Pages by a mark that each gives for the one after it, to which `following` leads."""

    cursor: PageInput
    following: Path


@dataclass(frozen=True, slots=True)
class UrlPages(Paged):
    """Pages of which each gives the URL of the one after it, to which `following` leads."""

    following: Path


Pagination: TypeAlias = OffsetPages | NumberedPages | CursorPages | UrlPages


@dataclass(frozen=True, slots=True)
class Scheme:
    """What every way to authenticate has.

    `arguments` are the credentials that the client takes for it: as the name of each, `wire` says
    what it is ("token", "username"), and `name` fills in what the argument is called. One whose
    wire is "token" or "key" is called after the scheme.
    """

    id: str
    arguments: tuple[Name, ...]
    doc: Doc
    source: SourcePointer


@dataclass(frozen=True, slots=True)
class BearerScheme(Scheme):
    """A token in the header Authorization, after the word `prefix`: HTTP bearer, and all that a
    token is got for elsewhere (OAuth 2, OpenID Connect)."""

    prefix: str = "Bearer"


@dataclass(frozen=True, slots=True)
class BasicScheme(Scheme):
    """HTTP Basic: a name and a password."""


@dataclass(frozen=True, slots=True)
class ApiKeyScheme(Scheme):
    """A key that is sent under the name `key`."""

    location: OneOf["header", "query", "cookie"]
    key: str


@dataclass(frozen=True, slots=True)
class ClientCredentialsScheme(Scheme):
    """OAuth 2 with the client's own credentials, for which a token is fetched from `token_url`."""

    token_url: str


SecurityScheme: TypeAlias = BearerScheme | BasicScheme | ApiKeyScheme | ClientCredentialsScheme


@dataclass(frozen=True, slots=True)
class Requirement:
    """That a `SecurityScheme` be met; `scopes` are those that its token is fetched with."""

    scheme: str
    scopes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ServerVariable:
    """A part of the URL of a server. `values` are those that it may have, () any; `default` is None
    where callers must give it."""

    name: Name
    default: str | None
    values: tuple[str, ...]
    doc: Doc
    source: SourcePointer


@dataclass(frozen=True, slots=True)
class Server:
    """`id` is the name that a caller chooses it by (`x-speakeasy-server-id`), or "". In `url`, the
    names of `variables` stand in braces."""

    id: str
    url: str
    description: str
    source: SourcePointer
    variables: tuple[ServerVariable, ...] = ()


@dataclass(frozen=True, slots=True)
class Operation:
    """One path × method, or one way to call it: an operation that takes bodies of different kinds
    is as many of these, with ids of their own.

    `security` holds alternatives, each a set of requirements that go together; an empty one means
    that no credentials are needed. `server` is one of its own. `stream` is the name of the property
    of the body that makes it answer with events. `replacement` is the id of the operation to call
    instead, as the document gives it, of one that is deprecated. `request` is the model of all
    parameters, where a method takes them in one object, and `headers` one of what the headers of
    its responses say.
    """

    id: str
    name: Name
    method: str
    path: str
    doc: Doc
    source: SourcePointer
    parameters: tuple[Parameter, ...]
    body: RequestBody | None
    responses: tuple[Response, ...]
    errors: tuple[ErrorResponse, ...]
    security: tuple[tuple[Requirement, ...], ...]
    retries: RetryPolicy | None
    pagination: Pagination | None
    stream: str = ""
    server: Server | None = None
    replacement: str = ""
    request: Named | None = None
    headers: Type | None = None


@dataclass(frozen=True, slots=True)
class Webhook:
    """A request that the API's server makes: a webhook of the document (OpenAPI 3.1, section
    4.8.1), or a callback of an operation (section 4.8.18).

    `payload` is its body, and `headers` are what the document says it has besides. `operation` is
    the id of the operation whose callback it is, or "".
    """

    id: str
    name: Name
    method: str
    doc: Doc
    source: SourcePointer
    headers: tuple[Parameter, ...]
    payload: MediaType | None
    operation: str = ""


@dataclass(frozen=True, slots=True)
class Resource:
    """The operations of one tag: `name.python` is where the client has it, an attribute or several
    (`beta.responses`), `class_name` the class, `module` the file, `slug` the folder of its page.

    `parent` is the wire name of the resource that it is an attribute of, which stands before it;
    "" is the client. An operation can be in several resources; it is the same in all of them, but
    for the name of the method.
    """

    name: Name
    doc: Doc
    source: SourcePointer
    operations: tuple[Operation, ...]
    class_name: str = ""
    module: str = ""
    slug: str = ""
    parent: str = ""

    @property
    def label(self) -> str:
        """The part of its wire name that is its own."""
        return self.name.wire[len(self.parent) :].lstrip(".")

    @property
    def attribute(self) -> str:
        """The part of its Python name that is its own."""
        return self.name.python.rpartition(".")[2]


@dataclass(frozen=True, slots=True)
class Api:
    """A document. `security` is what operations require that say nothing themselves;
    `server_variables` are those of all servers, as the client takes them.

    `event` is what any of the webhooks says, where the payload itself tells which one it is of.
    """

    title: str
    version: str
    doc: Doc
    servers: tuple[Server, ...]
    security_schemes: tuple[SecurityScheme, ...]
    globals: tuple[Parameter, ...]
    resources: tuple[Resource, ...]
    declarations: tuple[Declaration, ...]
    errors: tuple[ErrorType, ...]
    retries: RetryPolicy | None
    security: tuple[tuple[Requirement, ...], ...] = ((),)
    server_variables: tuple[ServerVariable, ...] = ()
    webhooks: tuple[Webhook, ...] = ()
    event: Named | None = None
