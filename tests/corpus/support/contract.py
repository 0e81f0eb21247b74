"""A document as a server reads it: operations, their parameters, bodies and answers.

Works on the parsed document alone. It knows nothing of the IR, so that a mistake of the front end
is no mistake here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, TypeAlias
from urllib.parse import unquote

Json: TypeAlias = Any

METHODS: Final = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
IGNORED_HEADERS: Final = frozenset({"accept", "authorization", "content-type"})
"""Header parameters that OpenAPI 3.1, section 4.8.12.1, says to ignore."""
_BODILESS: Final = frozenset({"204", "205"})
_ANY: Final = frozenset({"*/*", "application/*"})
_TYPED: Final = frozenset({"object", "array", "integer", "number", "boolean"})
_STRUCTURE: Final = frozenset({"properties", "additionalProperties", "items", "allOf"})
WHOLE_PLACE: Final = "urn:document"
"""What references into the document begin with here, so that a schema can be judged by itself."""


@dataclass(frozen=True)
class Media:
    """One representation of a body: its media type, its schema, and the examples of it."""

    name: str
    schema: Json
    examples: tuple[Json, ...]
    encoding: Mapping[str, Json]
    is_structured: bool = False
    """Whether its schema describes something else than text."""

    @property
    def kind(self) -> str:
        """How it is written: json, form, multipart, events, lines, xml, text, or bytes."""
        name = self.name.partition(";")[0].strip().lower()
        if name == "application/json" or name.endswith("+json"):
            return "json"
        if name in _ANY and self.is_structured:
            return "json"
        if name == "application/x-www-form-urlencoded":
            return "form"
        if name.startswith("multipart/"):
            return "multipart"
        if name == "text/event-stream":
            return "events"
        if name in {"application/jsonl", "application/x-ndjson"}:
            return "lines"
        if name.endswith(("/xml", "+xml")):
            return "xml"
        is_text = name.startswith("text/") or name.endswith(("/sdp", "/jwt", "yaml"))
        return "text" if is_text else "bytes"


@dataclass(frozen=True)
class Answer:
    """A documented answer: the status as it is written, its media types, its headers."""

    status: str
    media: tuple[Media, ...]
    headers: Mapping[str, Json]

    @property
    def code(self) -> int:
        """A status that this answer is for."""
        known = {"default": 599, "1XX": 199, "2XX": 299, "3XX": 399, "4XX": 499, "5XX": 598}
        return known.get(self.status.upper() if self.status != "default" else "default") or int(
            self.status
        )


class Documented:
    """One operation of a document.

    Args:
        contract: The document.
        path: The template.
        method: The HTTP method, in capitals.
        item: The path item.
        operation: The operation.
    """

    def __init__(
        self, contract: Contract, path: str, *, method: str, item: Json, operation: Json
    ) -> None:
        self.contract = contract
        self.name = f"{method} {path}"
        self.method = method
        self.path = path
        self._item = item
        self._operation = operation

    @cached_property
    def parameters(self) -> dict[tuple[str, str], Json]:
        """The parameters, by place and name; an operation's own replaces that of its path."""
        found: dict[tuple[str, str], Json] = {}
        for holder in (self._item, self._operation):
            for item in holder.get("parameters") or ():
                parameter = self.contract.resolve(item)
                if parameter["in"] == "header" and parameter["name"].lower() in IGNORED_HEADERS:
                    continue
                found[parameter["in"], parameter["name"]] = parameter
        return {key: item for key, item in found.items() if _spelled(*key) not in self._keys}

    @cached_property
    def _keys(self) -> set[tuple[str, str]]:
        """The places and names of the keys that every request has as a credential."""
        schemes = (self.contract.document.get("components") or {}).get("securitySchemes") or {}
        each = [
            {
                _spelled(scheme["in"], scheme["name"])
                for scheme in (self.contract.resolve(schemes.get(name)) for name in together)
                if isinstance(scheme, dict) and scheme.get("type") == "apiKey"
            }
            for together in self.security
        ]
        return set.intersection(*each) if each else set()

    @cached_property
    def bodies(self) -> tuple[Media, ...]:
        """The representations of the body of a request."""
        body = self.contract.resolve(self._operation.get("requestBody") or {})
        return tuple(self.contract.media(body.get("content")))

    @property
    def is_body_required(self) -> bool:
        """Whether a request must have a body."""
        body = self.contract.resolve(self._operation.get("requestBody") or {})
        return body.get("required") is True

    @property
    def security(self) -> tuple[tuple[str, ...], ...]:
        """The alternatives to authenticate by, each with the names of its schemes."""
        given = self._operation.get("security", self.contract.document.get("security"))
        return tuple(tuple(alternative) for alternative in given or ())

    @cached_property
    def answers(self) -> tuple[Answer, ...]:
        """The answers that a client shows to its caller: successes and failures. Those between
        (1XX, 3XX) are between servers and HTTP libraries."""
        found = []
        for status, item in (self._operation.get("responses") or {}).items():
            response = self.contract.resolve(item)
            is_empty = str(status) in _BODILESS or self.method == "HEAD"
            media = () if is_empty else tuple(self.contract.media(response.get("content")))
            headers = response.get("headers") or {}
            answer = Answer(str(status), media, headers)
            if str(status).startswith("x-") or str(status)[0] in "13":
                continue
            found.append(answer)
        return tuple(found)


class Contract:
    """A document, by operation.

    Args:
        document: The parsed document; it is copied.
    """

    def __init__(self, document: Json) -> None:
        self.version = str(document.get("openapi", ""))[:3]
        self.document = _absolute(document, is_old=self.version == "3.0")

    @cached_property
    def operations(self) -> dict[str, Documented]:
        """All operations, by "METHOD /path"."""
        found = {}
        for path, item in (self.document.get("paths") or {}).items():
            whole = self.resolve(item)
            for method in METHODS:
                if isinstance(whole.get(method), dict):
                    one = Documented(
                        self, path, method=method.upper(), item=whole, operation=whole[method]
                    )
                    found[one.name] = one
        return found

    def resolve(self, value: Json) -> Json:
        """Follow references; what stands beside one counts too."""
        while isinstance(value, dict) and isinstance(value.get("$ref"), str):
            beside = {name: item for name, item in value.items() if name != "$ref"}
            target = self.at(value["$ref"])
            value = {**target, **beside} if isinstance(target, dict) else target
        return value

    def at(self, reference: str) -> Json:
        """Give what a reference refers to."""
        found: Json = self.document
        for step in unquote(reference.partition("#")[2]).split("/")[1:]:
            key = step.replace("~1", "/").replace("~0", "~")
            found = found[int(key)] if isinstance(found, list) else found[key]
        return found

    def media(self, content: Json) -> Iterator[Media]:
        """Give the representations in a table of media types."""
        for name, item in (content or {}).items():
            media = self.resolve(item) or {}
            examples = [media["example"]] if "example" in media else []
            for each in (media.get("examples") or {}).values():
                example = self.resolve(each)
                if isinstance(example, dict) and "value" in example:
                    examples.append(example["value"])
            encoding = media.get("encoding") or {}
            schema = media.get("schema", True)
            found = self.resolve(schema)
            has = isinstance(found, dict) and (
                found.get("type") in _TYPED or bool(found.keys() & _STRUCTURE)
            )
            yield Media(name, schema, tuple(examples), encoding, has)


def _spelled(place: str, name: str) -> tuple[str, str]:
    return place, name.lower() if place == "header" else name


def schema_of(parameter: Json) -> Json:
    """Give the schema of a parameter, which may be that of a media type."""
    for media in (parameter.get("content") or {}).values():
        return media.get("schema", True)
    return parameter.get("schema", True)


def _absolute(value: Json, *, is_old: bool) -> Json:
    """Copy a document, with keys that are text and references that name the document.

    In 3.0, a type beside a reference does not count (3.0.4, section 4.7.23).
    """
    if isinstance(value, dict):
        left_out = "type" if is_old and isinstance(value.get("$ref"), str) else None
        return {
            str(name): _reference(name, item, is_old=is_old)
            for name, item in value.items()
            if name != left_out
        }
    if isinstance(value, list):
        return [_absolute(item, is_old=is_old) for item in value]
    return value


def _reference(name: object, item: Json, *, is_old: bool) -> Json:
    if name == "$ref" and isinstance(item, str) and item.startswith("#"):
        return WHOLE_PLACE + item
    return _absolute(item, is_old=is_old)
