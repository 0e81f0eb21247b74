"""The intermediate representation of an SDK, free of Python source and of the engine's objects.

The front end makes an `Api`; passes turn one `Api` into another; `emit` renders it. Everything here
is frozen and hashable, so a pass returns a new value (`dataclasses.replace`) and two `Api`s can be
compared. There is one dataclass for each kind of thing, matched with `match`.

Of ours, this module imports only what identifies a type (`origin`), and the names of methods.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar, Final, NewType, TypeAlias
from typing import Literal as OneOf

from sdkwright.model import methods
from sdkwright.model.origin import Origin

JsonText = NewType("JsonText", str)
"""A JSON value as text, which keeps examples and defaults hashable and immutable."""

Location: TypeAlias = OneOf["path", "query", "header", "cookie"]
Style: TypeAlias = OneOf[
    "simple",
    "label",
    "matrix",
    "form",
    "spaceDelimited",
    "pipeDelimited",
    "deepObject",
    "cookie",
    "json",
    "segments",
    "wholeForm",
    "wholeJson",
    "wholeText",
]
Content: TypeAlias = OneOf["json", "xml", "form", "multipart", "text", "binary", "events", "lines"]
Package: TypeAlias = OneOf["components", "operations", "errors"]
Place: TypeAlias = OneOf[Location, "property", "others", "body", "request"]
"""Where an `Argument` goes."""
Answer: TypeAlias = OneOf["value", "bytes", "stream", "either"]
"""The kind of result: a value, bytes to download, a stream of values, or ("either") a value or a
stream, depending on the request."""


@dataclass(frozen=True, slots=True)
class SourcePointer:
    """The place in the document where a thing is declared, as a JSON pointer (RFC 6901)."""

    pointer: str


@dataclass(frozen=True, slots=True)
class Name:
    """A name as the document spells it and as Python code does; the pass `name` sets the latter."""

    wire: str
    python: str = ""


@dataclass(frozen=True, slots=True)
class Doc:
    """The documentation of a part of the document.

    `deprecated` is None if the part is not deprecated, else what to use instead ("" if the document
    gives no advice). `limits` are the constraints of a value, as phrases such as "at most
    100"; `default` is the value that applies if none is given.
    """

    summary: str = ""
    description: str = ""
    example: JsonText | None = None
    deprecated: str | None = None
    limits: tuple[str, ...] = ()
    default: JsonText | None = None

    def __post_init__(self) -> None:
        """Take blank text for none, so that nobody has to ask for both."""
        for name in ("summary", "description"):
            text = getattr(self, name)
            if text and text.isspace():
                object.__setattr__(self, name, "")


@dataclass(frozen=True, slots=True)
class Constraints:
    """The constraints of a value besides its type (JSON Schema validation, section 6).

    Each applies to one kind of value and is ignored for others. `patterns` are regular expressions
    in the syntax of ECMA-262, each of which must match. `items` constrains the elements of a list,
    and `values` the values of a map. `among` are the only values allowed, as JSON, where no type
    can list them, such as fractions; None if any value is. `others` are keywords that no phrase
    expresses, such as `not`, as text.
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
    among: tuple[JsonText, ...] | None = None
    others: tuple[str, ...] = ()


FREE: Final = Constraints()
"""The constraints of a value that the document does not constrain."""


# Types


Kind: TypeAlias = OneOf["string", "integer", "number", "boolean", "null"]
"""The kind of a scalar in JSON."""


@dataclass(frozen=True, slots=True)
class Primitive:
    """A scalar; `format` is the document's: see `model.formats` for what it means."""

    kind: Kind
    format: str = ""


@dataclass(frozen=True, slots=True)
class ListOf:
    item: Type


@dataclass(frozen=True, slots=True)
class TupleOf:
    """A list of a fixed length, with a type for each place."""

    items: tuple[Type, ...]


@dataclass(frozen=True, slots=True)
class MapOf:
    """An object whose keys are not known beforehand."""

    value: Type


@dataclass(frozen=True, slots=True)
class Nullable:
    """A type that may also be null; whether a value may be omitted is up to `Field.required`."""

    inner: Type


@dataclass(frozen=True, slots=True)
class Literal:
    """Exactly these values; an `Enum` is a literal with a name."""

    values: tuple[str | int | bool, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A reference to the `Declaration` with this id."""

    id: Origin


@dataclass(frozen=True, slots=True)
class Any:
    """Any value, since the document does not describe it."""


Type: TypeAlias = Primitive | ListOf | TupleOf | MapOf | Nullable | Literal | Named | Any


# Declarations: the named types


@dataclass(frozen=True, slots=True)
class Declared:
    """Base class of the named types.

    `id` is unique in the `Api` and stable between runs. `hints` are candidates for the name, most
    preferred first; the last one is guaranteed to be unique. The pass `name` takes the first one
    that no other class of the package claims, and sets `name.python` and `module`. `title` is that
    of the schema, after which a class that several schemas share is named.
    """

    id: Origin
    package: Package
    hints: tuple[str, ...]
    doc: Doc
    source: SourcePointer
    name: Name
    module: str
    title: str = field(default="", kw_only=True)


@dataclass(frozen=True, slots=True)
class Field:
    """A property of a `Model`.

    `secret` values are masked wherever a person could read them. `access` is "read" for properties
    that only the server sets (`readOnly`), and "write" for those that only the caller sets
    (`writeOnly`). `tag` is the value that a new object gets because a discriminator selects the
    model by it; None if there is no such value.
    """

    name: Name
    type: Type
    required: bool
    doc: Doc
    source: SourcePointer
    secret: bool = False
    access: OneOf["", "read", "write"] = ""
    constraints: Constraints = FREE
    tag: str | None = None


@dataclass(frozen=True, slots=True)
class Model(Declared):
    """An object with known properties.

    `additional` is the type of all other properties, if the document provides for any; if not, they
    are accepted and dropped. `closed` says that the document forbids them.
    """

    fields: tuple[Field, ...]
    additional: Type | None = None
    closed: bool = False
    constraints: Constraints = FREE


@dataclass(frozen=True, slots=True)
class Enum(Declared):
    """Named values; an open enum (`x-speakeasy-unknown-values: allow`) accepts others too.

    `meanings` are the descriptions of the values, in the same order, "" for a value without one; it
    is empty if no value has one.
    """

    values: tuple[str | int, ...]
    open: bool
    meanings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Discriminator:
    """The property that distinguishes the variants of a `Union`, and its values (wire → type).

    `default` is the variant of a value in which the property is missing or has another value.
    """

    property: str
    mapping: tuple[tuple[str, Type], ...]
    default: Type | None = None


@dataclass(frozen=True, slots=True)
class Union(Declared):
    """One of several types, none of them nullable: that is expressed where the union is used.

    A union of one variant is a type that contains itself without being an object, such as a list of
    lists of itself. If it `overlaps`, a value may match several variants (`anyOf`).
    """

    variants: tuple[Type, ...]
    discriminator: Discriminator | None
    overlaps: bool = False


@dataclass(frozen=True, slots=True)
class Alias(Declared):
    """Another name for a declared type; `dedupe` adds it so that every name can be imported."""

    target: Named


Declaration: TypeAlias = Model | Enum | Union | Alias


# Operations


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of an operation.

    A parameter with `is_global` can be set once, on the client (`x-speakeasy-globals`). `style` and
    `explode` are how its value is serialized (OpenAPI 3.1, section 4.8.12; "json" means that it has
    a media type, "segments" that slashes stay in a path, and three that it is the whole query
    string); None is the default of its location. `schema` is the place of a `RequestSchema`.
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
    schema: str = ""


@dataclass(frozen=True, slots=True)
class RequestSchema:
    """A schema as data: the keywords that accept or refuse what is sent (JSON Schema 2020-12).

    `place` is its JSON pointer; a `$ref` in it is the `place` of another one, and `refers` lists
    them. Patterns are Python's.
    """

    place: str
    text: JsonText
    refers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Encoding:
    """How a property of a form is serialized (OpenAPI 3.1, section 4.8.15).

    "" and None are the default of the property's type. One with a style is serialized like a
    parameter of a query, and has no media type. `xml` is the root element of one that is XML.
    `parts` are the encodings of the parts that it is made of itself, by index; that of "" is for
    all others. `is_whole` marks a text of JSON, which is not split into the elements of a list.
    """

    property: str
    content_type: str = ""
    style: Style | None = None
    explode: bool | None = None
    allow_reserved: bool = False
    xml: XmlRoot | None = None
    parts: tuple[Encoding, ...] = ()
    is_whole: bool = False


# XML: what a value is in the element around it (OpenAPI 3.2, section 4.26)


XmlKind: TypeAlias = OneOf[
    "string", "token", "base64", "integer", "number", "decimal", "boolean", "any"
]
"""The kind of a scalar in XML: "token" is text without white space around it, and "any" is what no
schema describes."""


@dataclass(frozen=True, slots=True)
class XmlText:
    """A scalar that is the text of the element around it."""

    kind: XmlKind
    is_nullable: bool = False
    is_cdata: bool = False


@dataclass(frozen=True, slots=True)
class XmlAttribute:
    name: str
    kind: XmlKind
    is_nullable: bool = False
    namespace: str = ""
    prefix: str = ""


@dataclass(frozen=True, slots=True)
class XmlSame:
    """The content of the schema at a place, which others share or which contains itself."""

    place: str


@dataclass(frozen=True, slots=True)
class XmlElement:
    """An element; its name is "" if it is that of an additional property."""

    name: str
    content: XmlContent
    namespace: str = ""
    prefix: str = ""


@dataclass(frozen=True, slots=True)
class XmlItems:
    """A list, as an element for each item."""

    item: XmlElement
    required: bool = False


@dataclass(frozen=True, slots=True)
class XmlFields:
    """An object: the nodes of its properties, and the element of each additional one."""

    members: tuple[tuple[str, XmlNode], ...]
    others: XmlElement | None = None

    @property
    def nodes(self) -> tuple[XmlNode, ...]:
        """All nodes of the object."""
        others = () if self.others is None else (self.others,)
        return (*(node for _, node in self.members), *others)


XmlContent: TypeAlias = XmlText | XmlItems | XmlFields | XmlSame
"""What can be inside of an element."""

XmlNode: TypeAlias = XmlElement | XmlAttribute | XmlContent
"""What a property can be; content without an element is part of the element around it."""


@dataclass(frozen=True, slots=True)
class XmlRoot:
    """A root element, and the place of its schema."""

    place: str
    element: XmlElement


@dataclass(frozen=True, slots=True)
class MediaType:
    """One representation of a body; `name` is a media type or range, such as application/json.

    `content` is how it is serialized. For "events" (server-sent events) and "lines" (one JSON value
    per line, or after a record separator), `type` is the type of a single event or line. Events
    whose type is text are not parsed as JSON. The stream ends with the event whose data is
    `sentinel`. For "wrapped" events, `type` has the fields of the event itself. `schema` is the
    place of the `RequestSchema` of what is sent, or of each part of it. `untyped_files` are the
    properties of a form that are files because nothing says what else they are. `xml` is the root
    element of content that is XML.
    """

    name: str
    type: Type
    example: JsonText | None
    content: Content = "json"
    encodings: tuple[Encoding, ...] = ()
    sentinel: str = ""
    is_wrapped: bool = False
    constraints: Constraints = FREE
    schema: str = ""
    is_schema_of_part: bool = False
    untyped_files: frozenset[str] = frozenset()
    xml: XmlRoot | None = None

    @property
    def is_sequence(self) -> bool:
        """Whether a request has any number of values of its type, instead of one."""
        return self.content in {"events", "lines"}


@dataclass(frozen=True, slots=True)
class RequestBody:
    media_types: tuple[MediaType, ...]
    required: bool
    doc: Doc
    source: SourcePointer


@dataclass(frozen=True, slots=True)
class Response:
    """A documented success; `status` is as written: "200", "2XX" or "default".

    `others` are representations as XML, text or bytes that differ from those in `media_types`, and
    that callers request by their names. `also` are representations of the same value as JSON, which
    servers may send although they are not requested.
    """

    status: str
    media_types: tuple[MediaType, ...]
    doc: Doc
    source: SourcePointer
    others: tuple[MediaType, ...] = ()
    also: tuple[MediaType, ...] = ()

    @property
    def all_media(self) -> tuple[MediaType, ...]:
        """All representations."""
        return (*self.media_types, *self.others)


@dataclass(frozen=True, slots=True)
class ErrorResponse:
    """A documented failure, raised as the exception class whose `ErrorType` has the id `error`.

    Each media type of a status is one, of which all but the preferred one have `is_other`. Without
    a class of its own, it is raised as that of the preferred one, with plain data.
    """

    status: str
    media_type: MediaType | None
    error: Origin | None
    doc: Doc
    source: SourcePointer
    is_other: bool = False

    @property
    def key(self) -> str:
        """What distinguishes it from the other failures of an operation."""
        media = self.media_type if self.is_other else None
        return self.status if media is None else f"{self.status} {media.name}"


@dataclass(frozen=True, slots=True)
class ErrorType:
    """An exception class; `body` is the type of its data, a model in the package `errors`."""

    id: Origin
    hints: tuple[str, ...]
    body: Type
    doc: Doc
    source: SourcePointer
    name: Name
    module: str


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """When and how to retry (`x-speakeasy-retries`); intervals are in milliseconds."""

    status_codes: tuple[str, ...]
    connection_errors: bool
    initial_interval: int
    max_interval: int
    exponent: float
    max_elapsed_time: int


Path: TypeAlias = tuple[str | int, ...]
"""The path into a JSON value: property names and list indexes, of which -1 is the last element."""


@dataclass(frozen=True, slots=True)
class PageInput:
    """Where a request states the page: a parameter by its wire name, or a property of the body."""

    name: str
    in_body: bool = False


@dataclass(frozen=True, slots=True)
class Paged:
    """Base class of the kinds of pagination (`x-speakeasy-pagination`).

    `results` is the path in a response to the list of its results, and `items` are the types of
    these: several, where a response may be one of several types. If `results` is None, the document
    names no list, so iteration is over the pages themselves.
    """

    results: Path | None
    items: tuple[Type, ...]


@dataclass(frozen=True, slots=True)
class OffsetPages(Paged):
    """Pages chosen by the number of results to skip."""

    offset: PageInput


@dataclass(frozen=True, slots=True)
class NumberedPages(Paged):
    """Pages chosen by their number, the lowest of which is `first`.

    `total` is the path to the number of pages; None if the document does not state it.
    """

    page: PageInput
    first: int
    total: Path | None


@dataclass(frozen=True, slots=True)
class CursorPages(Paged):
    """Pages chosen by a cursor; `following` is the path to the cursor of the next page."""

    cursor: PageInput
    following: Path


@dataclass(frozen=True, slots=True)
class UrlPages(Paged):
    """Pages chosen by URL; `following` is the path to the URL of the next page."""

    following: Path


Pagination: TypeAlias = OffsetPages | NumberedPages | CursorPages | UrlPages


@dataclass(frozen=True, slots=True)
class Scheme:
    """Base class of the authentication schemes.

    `arguments` are the credentials that the client takes for it. The `wire` of each name is its
    role ("token", "username"), and the pass `name` fills in the name of the argument. An argument
    whose wire is "token" or "key" is named after the scheme. `summary` is what readers call it.
    """

    summary: ClassVar[str]

    id: str
    arguments: tuple[Name, ...]
    doc: Doc
    source: SourcePointer

    @property
    def details(self) -> tuple[str, ...]:
        """How the credentials are sent, or where they are obtained."""
        return ()


@dataclass(frozen=True, slots=True)
class Login:
    """A way for a person to log in (OpenAPI 3.2, section 4.29).

    A URL is "" if only the server's metadata has it. `authorization_url` is a page that a browser
    opens, or for a device where it gets the code that a person enters elsewhere.
    """

    kind: OneOf["code", "device"]
    authorization_url: str
    token_url: str
    refresh_url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenScheme(Scheme):
    """Base class of schemes with a token, which a login can be passed in place of.

    `metadata_url` is where the server tells about itself (RFC 8414), "" if nobody needs it.
    """

    logins: tuple[Login, ...] = ()
    metadata_url: str = ""

    @property
    def endpoints(self) -> tuple[str, ...]:
        """Where tokens are fetched, whichever way."""
        urls = ((one.authorization_url, one.token_url, one.refresh_url) for one in self.logins)
        return (self.metadata_url, *(url for each in urls for url in each))


@dataclass(frozen=True, slots=True)
class BearerScheme(TokenScheme):
    """A token in the header Authorization, after the word `prefix`.

    This covers HTTP bearer, and schemes whose token is obtained elsewhere (OAuth 2, OpenID
    Connect).
    """

    summary: ClassVar[str] = "a token"

    prefix: str = "Bearer"

    @property
    def details(self) -> tuple[str, ...]:
        """The word before the token, whose case does not matter (RFC 9110, section 11.1)."""
        return (self.prefix.lower(), *self.endpoints)


@dataclass(frozen=True, slots=True)
class BasicScheme(Scheme):
    """HTTP Basic: a user name and a password."""

    summary: ClassVar[str] = "a user name and a password"


@dataclass(frozen=True, slots=True)
class ApiKeyScheme(Scheme):
    """A key that is sent under the name `key`."""

    summary: ClassVar[str] = "a key"

    location: OneOf["header", "query", "cookie"]
    key: str

    @property
    def details(self) -> tuple[str, ...]:
        """Where the key is sent, and under which name."""
        return self.location, self.key


@dataclass(frozen=True, slots=True)
class ClientCredentialsScheme(TokenScheme):
    """OAuth 2 with client credentials, for which a token is fetched from `token_url`.

    It is "" if only the server's metadata has it.
    """

    summary: ClassVar[str] = "client credentials, for which a token is fetched"

    token_url: str

    @property
    def details(self) -> tuple[str, ...]:
        """Where the token is fetched."""
        return (self.token_url, *self.endpoints)


SecurityScheme: TypeAlias = BearerScheme | BasicScheme | ApiKeyScheme | ClientCredentialsScheme


@dataclass(frozen=True, slots=True)
class Requirement:
    """A `SecurityScheme` that must be satisfied, and the scopes to request its token with."""

    scheme: str
    scopes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ServerVariable:
    """A variable in the URL of a server.

    `values` are those that it may have, () any; `default` is None if callers must give it.
    """

    name: Name
    default: str | None
    values: tuple[str, ...]
    doc: Doc
    source: SourcePointer


@dataclass(frozen=True, slots=True)
class Server:
    """A server, which callers choose by its `id`, "" if it has none.

    The document calls it `x-speakeasy-server-id`, or `name` (OpenAPI 3.2, section 4.6).
    In `url`, the names of `variables` stand in braces.
    """

    id: str
    url: str
    description: str
    source: SourcePointer
    variables: tuple[ServerVariable, ...] = ()


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of a method, as callers pass it: by keyword.

    `name` is what callers type, `wire` what it is called on the wire, and `origin` what it was
    declared as. `place` says where it goes: a parameter to its location, "property" into the body,
    "others" into the body as all properties that the document does not name, "body" is the body,
    and "request" an object that has all parameters. The last three have no name on the wire.

    `is_global` is set if the client can set it for all calls: it is never required then.

    `key` is what the runtime calls a parameter: its wire name, unless one before it has the same.
    `is_file` is set for what is given as a file, whatever its type. `takes_null` is set if None is
    a value, sent as null, instead of leaving the argument out.
    """

    name: str
    wire: str
    type: Type
    required: bool
    doc: Doc
    place: Place
    origin: Parameter | Field | RequestBody
    is_global: bool = False
    key: str = ""
    is_file: bool = False
    takes_null: bool = False


@dataclass(frozen=True, slots=True)
class Method:
    """The signature of the method that calls an operation: arguments and results.

    `arguments` are in the order of the signature: required ones, then those that the client can set
    for all calls, then the others; each group in the order of the document. `parameters` are the
    arguments for the operation's parameters, in their order; if the method takes them in one
    object, `arguments` has that object instead.

    `results` are the representations of the documented successes, in their order; None is a success
    without a body. `parts` is the representation of a stream. `selector` is the argument that
    chooses between a value and a stream, if the operation supports both.

    `others` are the representations that the argument for the header `Accept` selects. If it is
    there, `accept` is that argument.

    `is_repeatable` is set if a request may be repeated even if the server has acted on it.
    """

    arguments: tuple[Argument, ...] = ()
    parameters: tuple[Argument, ...] = ()
    results: tuple[MediaType | None, ...] = ()
    answer: Answer = "value"
    parts: MediaType | None = None
    selector: Argument | None = None
    others: tuple[MediaType, ...] = ()
    accept: Argument | None = None
    is_repeatable: bool = False


UNSIGNED: Final = Method()
"""The signature of an operation before the pass `sign`."""


HeaderForm: TypeAlias = OneOf["json", "pairs"]
"""The form of a response header that is JSON, or an object written as `a=1,b=2` (`explode`)."""


@dataclass(frozen=True, slots=True)
class Operation:
    """A path and method, or one way to call them.

    An operation that takes bodies of different kinds is split into as many of these, each with an
    id. `template` is the path with `{name}` as the only expressions, "" if the document's is.

    `method` is in lower case for those that OpenAPI names, else as it is sent; see `verb`.

    `security` holds alternatives, each a set of requirements that must hold together; an empty one
    means that no credentials are needed. `server` is set if the operation has a server of its own.
    `stream` is the name of the body property that makes the operation respond with events.
    `replacement` is the document's id of the operation to call instead of a deprecated one.
    `request` is the model of all parameters, where the method takes them in one object, and
    `headers` the model of the documented response headers; `header_forms` are the forms of those
    that are neither text nor separated by commas. `signature` is set by the pass `sign`, and
    follows from the rest.
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
    template: str = ""
    stream: str = ""
    server: Server | None = None
    replacement: str = ""
    request: Named | None = None
    headers: Type | None = None
    header_forms: tuple[tuple[str, HeaderForm], ...] = ()
    signature: Method = UNSIGNED

    @property
    def verb(self) -> str:
        """The method as it is sent."""
        return methods.sent(self.method)


@dataclass(frozen=True, slots=True)
class Webhook:
    """A request that the API's server makes.

    It is a webhook of the document (OpenAPI 3.1, section 4.8.1) or a callback of an operation
    (section 4.8.18). `payload` is its body, and `headers` are its documented headers. `operation`
    is the id of the operation whose callback it is, or "".
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
    """The operations of one tag.

    `name.python` is the attribute of the client that holds it, possibly nested (`beta.responses`),
    `class_name` the class, `module` the file, `slug` the folder of its page.

    `parent` is the wire name of the resource that it is an attribute of, with which its own wire
    name begins; "" is the client. An operation can be in several resources; only the name of its
    method may differ between them.
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
        """The wire name without that of the parent."""
        return self.name.wire[len(self.parent) :].lstrip(".")

    @property
    def attribute(self) -> str:
        """The last part of the Python name: the attribute within the parent."""
        return self.name.python.rpartition(".")[2]


@dataclass(frozen=True, slots=True)
class Api:
    """An API, as one document describes it.

    `security` applies to operations that declare none; `server_variables` are those of all servers,
    as the client takes them. `event` is the type of any webhook's payload, where the payload itself
    tells which webhook it belongs to. `components` are types that are generated whether or not an
    operation uses them. `xml_contents` are the contents of elements that `XmlSame`
    refers to, by their places. `license` is an SPDX expression, or "". `contact` has the name, the
    email address and the URL of the people to ask, as far as they are known; `terms` is the URL of
    the terms of service, or "".
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
    components: tuple[Type, ...] = ()
    request_schemas: tuple[RequestSchema, ...] = ()
    xml_contents: tuple[tuple[str, XmlContent], ...] = ()
    license: str = ""
    contact: tuple[str, ...] = ()
    terms: str = ""
