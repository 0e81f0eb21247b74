"""Reads a request as the document says that it is written, and says what is wrong with it.

What was meant is known here, because the test made the values. So a text is read as what was meant
if it can be read so (OpenAPI 3.1, section 4.8.12.3, does not say what `1` is), and what was read is
held against both the schema and the intention: a property that is left out may be valid, and is
lost all the same.
"""

from __future__ import annotations

import base64
import email
import email.policy
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import quote, unquote, unquote_plus
from xml.etree import ElementTree

from tests.corpus.support.comparing import denotes, differences
from tests.corpus.support.contract import Contract, Documented, Json, Media, schema_of
from tests.corpus.support.values import Values
from tests.corpus.support.xml_text import XmlWriter

_SEPARATORS: Final = {"form": ",", "spaceDelimited": " ", "pipeDelimited": "|", "simple": ","}


@dataclass(frozen=True)
class Received:
    """A request as it came."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class Meant:
    """What a call shall say: its parameters by place and name, and its body."""

    parameters: Mapping[tuple[str, str], Json] = field(default_factory=dict)
    media: Media | None = None
    body: Json = None


class Reader:
    """Reads the requests that one document describes.

    Args:
        contract: The document.
        values: Judges what is read.
    """

    def __init__(self, contract: Contract, values: Values) -> None:
        self._contract = contract
        self._values = values
        self._xml = XmlWriter(contract, values.flat)
        self._routes = [(one, _template(one.path)) for one in contract.operations.values()]

    def faults(self, operation: Documented, received: Received, meant: Meant) -> list[str]:
        """Say what is wrong with a request.

        Args:
            operation: The operation that was called.
            received: What came.
            meant: What should have come.
        """
        path, _, query = received.target.partition("?")
        found = self._route(received.method, path, query)
        if operation not in found:
            names = ", ".join(one.name for one in found) or "no operation"
            return [f"path: reached {names}"]
        texts = _template(operation.path).fullmatch(path)
        assert texts is not None
        pieces = dict(zip(_names(operation.path), texts.groups(), strict=True))
        fixed, holes = _query(operation.path)
        pairs = _pairs(query, fixed)
        for key, hole in holes.items():
            if ("query", key) in operation.parameters:
                continue
            pieces.update((hole, quote(text)) for text in _taken(pairs, key))
        headers = {name.lower(): value for name, value in received.headers.items()}
        cookies = dict(
            item.strip().partition("=")[::2] for item in headers.get("cookie", "").split(";")
        )
        security = [*self._security(operation, headers, pairs, cookies)]
        faults = []
        for place_name, value in meant.parameters.items():
            place, name = place_name
            parameter = operation.parameters.get(place_name, {})  # a path may not declare its own
            style = parameter.get("style", _DEFAULT_STYLES[place])
            explode = parameter.get("explode", style == "form")
            match place:
                case "path":
                    read = _of_path(pieces.get(name), name, style, value, explode=explode)
                case "query":
                    if "content" in parameter:
                        read = [json.loads(text) for text in _taken(pairs, name)] or [_MISSING]
                        read = read[0]
                    else:
                        read = of_pairs(pairs, name, style, value, explode=explode)
                case "header":
                    read = _of_text(headers.get(name.lower()), value, ",", explode=explode)
                case _:
                    read = _of_text(_unquoted(cookies.get(name)), value, ",", explode=explode)
            faults += self._judge(f"{place} {name}", self._schema_of(parameter), read, value)
        faults += [f"query {name}: not in the document" for name, _ in pairs]
        return [*faults, *security, *self._body(received, headers, meant)]

    def _schema_of(self, parameter: Json) -> Json:
        """Give the schema of a parameter. That it is `readOnly` means nothing here: only
        properties can be (OpenAPI 3.0, section 4.7.24.2)."""
        schema = self._contract.resolve(schema_of(parameter))
        if not isinstance(schema, dict):
            return schema
        return {name: item for name, item in schema.items() if name != "readOnly"}

    def _judge(self, what: str, schema: Json, read: Json, meant: Json) -> list[str]:
        if read is _MISSING and meant in ([], {}):
            return []  # nothing says that there is nothing
        if read is _MISSING:
            return [f"{what}: is lost"]
        changed = [f"{what}: {difference}" for difference in differences(read, meant)]
        if not changed and self._values.faults(schema, meant):
            return []  # no valid value could be made, and what was made has come
        return [f"{what}: {fault}" for fault in self._values.faults(schema, read)] or changed

    def _route(self, method: str, path: str, query: str) -> list[Documented]:
        """Give the operations that a request could mean; a path without placeholders comes first
        (OpenAPI 3.1, section 4.8.8.2)."""
        there = _pairs(query, [])
        found = [
            one
            for one, pattern in self._routes
            if one.method == method
            and pattern.fullmatch(path)
            and all(pair in there for pair in _query(one.path)[0])
            and _query(one.path)[1].keys() <= {name for name, _ in there}
        ]
        rank = {one: (_holes(one.path), -one.path.count("=")) for one in found}
        return [one for one in found if rank[one] == min(rank.values())]

    def _security(
        self,
        operation: Documented,
        headers: Mapping[str, str],
        pairs: list[tuple[str, str]],
        cookies: Mapping[str, str],
    ) -> Iterator[str]:
        schemes = (self._contract.document.get("components") or {}).get("securitySchemes") or {}
        missing = []
        for alternative in operation.security:
            known = [self._contract.resolve(schemes.get(name)) for name in alternative]
            absent = [
                str(scheme.get("type"))
                for scheme in known
                if scheme is not None and not _is_met(scheme, headers, pairs, cookies)
            ]
            if not absent:
                break
            missing.append(" + ".join(absent))
        else:
            if missing:
                yield f"security: lacks {' or '.join(missing)}"
        for scheme in map(self._contract.resolve, schemes.values()):
            is_query = scheme.get("type") == "apiKey" and scheme.get("in") == "query"
            if is_query and ("query", scheme["name"]) not in operation.parameters:
                _taken(pairs, scheme["name"])

    def _body(self, received: Received, headers: Mapping[str, str], meant: Meant) -> list[str]:
        media = meant.media
        if media is None:
            return ["body: there should be none"] if received.body else []
        sent = headers.get("content-type", "")
        if not _is_media_type(sent, media.name):
            return [f"body: the content type is {sent or 'missing'} instead of {media.name}"]
        try:
            read = self._read(received.body, sent, media, meant.body)
        except ValueError as error:
            return [f"body: {error}"]
        return self._judge("body", media.schema, read, meant.body)

    def _read(self, body: bytes, content_type: str, media: Media, meant: Json) -> Json:
        match media.kind:
            case "json":
                return json.loads(body)
            case "form":
                pairs = _pairs(body.decode(), [])
                read = {}
                for name, value in meant.items():
                    style = media.encoding.get(name, {}).get("style", "form")
                    explode = media.encoding.get(name, {}).get("explode", style == "form")
                    one = of_pairs(pairs, name, style, value, explode=explode)
                    if one is not _MISSING:
                        read[name] = one
                return {**read, **dict(pairs)}
            case "multipart":
                return _of_parts(body, content_type, meant)
            case "xml" if isinstance(meant, (dict, list)):
                text, wanted = body.decode(), self._xml.document(media.schema, meant)
                return meant if _canonical(text) == _canonical(wanted) else text
            case "text" | "xml" if not isinstance(meant, bytes):
                return body.decode()
        return body


class _Missing:
    """What is not there."""


_MISSING: Final = _Missing()
_DEFAULT_STYLES: Final = {"path": "simple", "query": "form", "header": "simple", "cookie": "form"}


def _canonical(text: str) -> str:
    try:
        return ElementTree.canonicalize(text, strip_text=True)
    except ElementTree.ParseError:
        return text


def _sent(path: str) -> str:
    """Return the part of a template that is a path: a fragment is never sent (RFC 3986, 3.5)."""
    return path.partition("#")[0].partition("?")[0]


def _query(path: str) -> tuple[list[tuple[str, str]], dict[str, str]]:
    """Return the pairs in the query of a template, and the names of the placeholders in others."""
    pairs = _pairs(path.partition("#")[0].partition("?")[2], [])
    holes = {name: value[1:-1] for name, value in pairs if value[:1] == "{"}
    return [pair for pair in pairs if pair[0] not in holes], holes


def _names(path: str) -> list[str]:
    return re.findall(r"\{([^{}]*)\}", _sent(path))


def _holes(path: str) -> int:
    """Count the segments with placeholders: `{base}...{head}` and `{both}` may mean the same."""
    return sum("{" in segment for segment in path.split("/"))


def _template(path: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\\{[^{}]*\\\}", "([^/]*)", re.escape(_sent(path))))


def _pairs(query: str, without: list[tuple[str, str]]) -> list[tuple[str, str]]:
    pairs = [
        (unquote_plus(name), unquote_plus(value))
        for name, _, value in (pair.partition("=") for pair in query.split("&") if pair)
    ]
    for pair in without:
        pairs.remove(pair)
    return pairs


def _taken(pairs: list[tuple[str, str]], name: str) -> list[str]:
    texts = [value for key, value in pairs if key == name]
    pairs[:] = [pair for pair in pairs if pair[0] != name]
    return texts


def _read_as(text: str, meant: Json) -> Json:
    if isinstance(meant, (dict, list)):  # no style has a place for it: JSON is the only way left
        try:
            return json.loads(text)
        except ValueError:
            return text
    return meant if denotes(text, meant) else text


def _listed(texts: list[str], meant: list[Json]) -> Json:
    if len(texts) != len(meant):
        return texts
    return [_read_as(text, one) for text, one in zip(texts, meant, strict=True)]


def of_pairs(
    pairs: list[tuple[str, str]], name: str, style: str, meant: Json, *, explode: bool
) -> Json:
    """Read a parameter of a query or of a form, and take what belongs to it from the pairs."""
    if isinstance(meant, dict) and style == "deepObject":
        read: Json = {
            key: of_pairs(pairs, f"{name}[{key}]", style, value, explode=True)
            for key, value in meant.items()
        }
        return {key: value for key, value in read.items() if value is not _MISSING} or _MISSING
    as_json = json.dumps(meant, separators=(",", ":"))
    if isinstance(meant, dict) and (name, as_json) in pairs:
        _taken(pairs, name)
        return meant  # as OpenAPI 3.1, section 4.8.15.1.1, has it for properties of forms
    if isinstance(meant, dict) and explode:
        read = {
            key: of_pairs(pairs, key, "form", value, explode=True) for key, value in meant.items()
        }
        return {key: value for key, value in read.items() if value is not _MISSING} or _MISSING
    texts = _taken(pairs, name)
    if not texts:
        return _MISSING
    if isinstance(meant, list) and explode:
        return _listed(texts, meant)
    if len(texts) > 1:
        return texts
    return _of_text(texts[0], meant, _SEPARATORS.get(style, ","), explode=False)


def _of_text(text: str | None, meant: Json, separator: str, *, explode: bool) -> Json:
    if text is None:
        return _MISSING
    match meant:
        case list():
            return _listed(text.split(separator), meant)
        case dict():
            texts = text.split(separator)
            if explode:
                pairs = [item.partition("=")[::2] for item in texts]
            else:
                pairs = [(key, value) for key, value in zip(texts[::2], texts[1::2], strict=False)]
            return {key: _read_as(value, meant.get(key)) for key, value in pairs}
    return _read_as(text, meant)


def _of_path(text: str | None, name: str, style: str, meant: Json, *, explode: bool) -> Json:
    if text is None:
        return _MISSING
    if style == "label":
        return _of_text(unquote(text[1:]), meant, "." if explode else ",", explode=explode)
    if style == "matrix":
        if explode and isinstance(meant, (list, dict)):
            pairs = [item.partition("=")[::2] for item in unquote(text[1:]).split(";")]
            return of_pairs([*pairs], name, "form", meant, explode=True)
        return _of_text(unquote(text.partition("=")[2]), meant, ",", explode=False)
    return _of_text(unquote(text), meant, ",", explode=explode)


def _unquoted(text: str | None) -> str | None:
    return None if text is None else unquote(text)


def _of_parts(body: bytes, content_type: str, meant: Json) -> Json:
    head = f"Content-Type: {content_type}\r\n\r\n".encode()
    message = email.message_from_bytes(head + body, policy=email.policy.HTTP)
    read: dict[str, Json] = {}
    for part in message.iter_parts():
        name = str(part.get_param("name", header="content-disposition"))
        content = part.get_payload(decode=True)
        assert isinstance(content, bytes)
        wanted = meant.get(name)
        if isinstance(wanted, list):
            before = read.setdefault(name, [])
            index = len(before)
            one = wanted[index] if index < len(wanted) else None
            before.append(_of_part(content, one))
        else:
            read[name] = _of_part(content, wanted)
    return read


def _of_part(content: bytes, meant: Json) -> Json:
    if isinstance(meant, bytes):
        return content
    text = content.decode()
    return json.loads(text) if isinstance(meant, (dict, list)) else _read_as(text, meant)


def _is_media_type(sent: str, documented: str) -> bool:
    sent_type = sent.partition(";")[0].strip().lower()
    wanted = documented.partition(";")[0].strip().lower()
    if wanted.endswith("/*"):
        return wanted == "*/*" or sent_type.startswith(wanted[:-1])
    return sent_type == wanted


def _is_met(
    scheme: Json,
    headers: Mapping[str, str],
    pairs: list[tuple[str, str]],
    cookies: Mapping[str, str],
) -> bool:
    kind, _, credentials = headers.get("authorization", "").partition(" ")
    match scheme.get("type"), scheme.get("in"), str(scheme.get("scheme", "")).lower():
        case "apiKey", "header", _:
            return bool(headers.get(scheme["name"].lower()))
        case "apiKey", "query", _:
            return any(name == scheme["name"] for name, _ in pairs)
        case "apiKey", _, _:
            return bool(cookies.get(scheme["name"]))
        case "http", _, "basic":
            return kind == "Basic" and b":" in base64.b64decode(credentials)
        case "http", _, wanted if wanted != "bearer":
            return kind.lower() == wanted and bool(credentials)
    return kind == "Bearer" and bool(credentials)
