"""Calls each method of a generated package, and holds request and result against the document."""

from __future__ import annotations

import asyncio
import base64
import functools
import importlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any, Final, NamedTuple

import msgspec

from sdkwright.emit.index import Index
from sdkwright.model import ir
from tests.corpus.support.arguments import UnfitError, as_argument, types_of
from tests.corpus.support.comparing import differences
from tests.corpus.support.contract import Answer, Contract, Documented, Json, Media, schema_of
from tests.corpus.support.reading import Meant, Reader
from tests.corpus.support.server import Mouth
from tests.corpus.support.untyped import untyped
from tests.corpus.support.values import Endless, Values
from tests.corpus.support.xml_text import XmlWriter

FIRST_ERROR: Final = 400
_CONCRETE: Final = {"audio/*": "audio/mpeg", "image/*": "image/png", "*/*": "application/x-any"}


@dataclass
class Outcome:
    """What became of one operation: its faults, by what they are faults of."""

    operation: str
    call: list[str] = field(default_factory=list)
    request: list[str] = field(default_factory=list)
    answers: int = 0
    typed: dict[str, str] = field(default_factory=dict)
    """The first fault of each answer that is not as declared, by status."""
    same: dict[str, str] = field(default_factory=dict)
    """The same for each that is not the same JSON again."""


class Said(NamedTuple):
    """What the server answers: one of the documented answers, and the value in its body."""

    answer: Answer
    code: int
    media: Media | None
    value: Json

    @property
    def content_type(self) -> str:
        """The media type; ranges become one that they hold."""
        if self.media is None:
            return ""
        if "*" in self.media.name and self.media.kind == "json":
            return "application/json"
        return _CONCRETE.get(self.media.name, self.media.name)


class Caller:
    """Calls the methods of one package.

    Args:
        package: The name of the package, which can be imported.
        client_class: The name of its client.
        index: The API that it was made of.
        contract: The document that it was made of.
        mouth: The server.
    """

    def __init__(
        self, package: str, client_class: str, index: Index, contract: Contract, mouth: Mouth
    ) -> None:
        self.package: Any = importlib.import_module(package)
        self._runtime: ModuleType = importlib.import_module(f"{package}._runtime.json.decoding")
        self._client_class = client_class
        self._index = index
        self._contract = contract
        self._mouth = mouth
        self._write = Values(contract, "write")
        self._read = Values(contract, "read")
        self._xml = XmlWriter(contract, self._read.flat)
        self._reader = Reader(contract, self._write)
        self._error: type[Exception] = getattr(self.package.errors, f"{client_class}Error")

    def all(
        self, *, asynchronous: bool, is_wanted: Callable[[str], bool] = lambda _: True
    ) -> list[Outcome]:
        """Call all operations in one form, once for each documented answer.

        Args:
            asynchronous: Whether to call the async methods.
            is_wanted: Whether to call an operation, which is "METHOD /path".
        """
        operations = [
            (resource, operation)
            for resource in self._index.resources()
            for operation in resource.operations
            if is_wanted(_name(operation))
        ]
        return asyncio.run(self._all(operations, asynchronous=asynchronous))

    async def _all(
        self, operations: list[tuple[ir.Resource, ir.Operation]], *, asynchronous: bool
    ) -> list[Outcome]:
        client = self._client()
        try:
            return [
                await self._one(client, resource, operation, asynchronous=asynchronous)
                for resource, operation in operations
            ]
        finally:
            await client.aclose()
            client.close()

    def webhooks(self) -> dict[str, str]:
        """Give what is wrong with each webhook, by its id; "" where nothing is."""
        return {item.id: self._webhook(item) for item in self._index.api.webhooks}

    def _webhook(self, webhook: ir.Webhook) -> str:
        operation = self._contract.at(f"#{webhook.source.pointer}")
        body = self._contract.resolve(operation.get("requestBody") or {})
        media = {media.name: media for media in self._contract.media(body.get("content"))}
        chosen = media.get(webhook.payload.name) if webhook.payload else None
        sent = self._sent(chosen)
        named = getattr(self.package.webhooks, webhook.name.python)
        content = self._written(chosen, sent)
        try:
            made = named.parse(content, verifier=None, validation="strict")
        except ValueError as error:
            return _told(error)
        found = self._untyped(made, None, sent, chosen) + differences(_plain(made), sent)
        if not found and self._index.api.event is not None and not webhook.operation:
            any_ = self.package.webhooks.unwrap(content, verifier=None, validation="strict")
            found = [] if any_ == made else ["`unwrap` takes it for another"]
        return found[0] if found else ""

    def _client(self) -> Any:
        settings: dict[str, Any] = {
            "server_url": self._mouth.url,
            "response_validation": "strict",
            "retry_config": None,
            "timeout_ms": 10_000,
        }
        for scheme in self._index.api.security_schemes:
            for name in getattr(scheme, "arguments", ()):
                settings[name.python] = "secret"
            if not hasattr(scheme, "arguments"):
                settings["api_key"] = "secret"
        return getattr(self.package, self._client_class)(**settings)

    async def _one(
        self, client: Any, resource: ir.Resource, operation: ir.Operation, *, asynchronous: bool
    ) -> Outcome:
        name = _name(operation)
        documented = self._contract.operations[name]
        outcome = Outcome(name, answers=len(documented.answers))
        suffix = "_async" if asynchronous else ""
        try:
            holder = functools.reduce(getattr, resource.name.python.split("."), client)
            method = getattr(holder, f"{operation.name.python}{suffix}")
            arguments, meant = self._arguments(operation, documented, method)
        except UnfitError as error:
            outcome.call.append(f"argument {error}")
            return self._nothing(outcome, documented)
        answers = documented.answers or (Answer("200", (), {}),)
        for index, answer in enumerate(answers):
            said = self._said(answer, is_only=len(answers) == 1)
            self._mouth.say(said.code, said.content_type, self._written(said.media, said.value))
            try:
                result = method(**arguments)
                result = await _whole(await result if asynchronous else result)
            except self._error as error:
                result = error
            except Exception as error:  # noqa: BLE001  whatever it is, it is a finding
                outcome.call.append(f"{type(error).__name__}: {error}")
                return self._nothing(outcome, documented)
            heard = self._mouth.heard
            if len(heard) != 1:
                outcome.call.append(f"{len(heard)} requests: {_told(result)}")
                return self._nothing(outcome, documented)
            if index == 0:
                outcome.request += self._reader.faults(documented, heard[0], meant)
            if documented.answers:
                self._hold(outcome, operation, said, result)
        return outcome

    def _nothing(self, outcome: Outcome, documented: Documented) -> Outcome:
        for answer in documented.answers:
            outcome.typed[answer.status] = outcome.same[answer.status] = "not called"
        return outcome

    # What is sent

    def _arguments(
        self, operation: ir.Operation, documented: Documented, method: Any
    ) -> tuple[dict[str, Any], Meant]:
        media = self._body_media(operation, documented)
        body = None
        if media is not None:
            body = self._write.of(media.schema, booleans={"stream": False})
            body = _as_text(body) if media.kind in {"form", "json", "xml"} else body
            if media.kind in {"bytes", "text"} and isinstance(body, (dict, list)):
                body = "some text"  # nobody knows how it would be written
        taken, types = self._taken(operation, method)
        made: dict[str, Any] = {}
        parameters: dict[tuple[str, str], Json] = {}
        names = {argument.wire for argument in taken if argument.place == "property"}
        for argument in taken:
            for key, value in self._value(argument, documented, body, names):
                if key is not None:
                    parameters[key] = value
                if argument.is_file and isinstance(value, str):
                    value = value.encode()  # noqa: PLW2901  a file, whatever the schema says
                    body = value if argument.place == "body" else body
                try:
                    type_ = types[argument.name]
                    made[argument.name] = as_argument(value, type_, self._runtime.convert)
                except UnfitError as error:
                    raise UnfitError(f"{argument.name}: {error}") from None
        for key, parameter in documented.parameters.items():
            if parameter.get("required") and key not in parameters:
                parameters[key] = self._write.of(schema_of(parameter))
        return self._passed(operation, made), Meant(parameters, media, body)

    def _taken(
        self, operation: ir.Operation, method: Any
    ) -> tuple[tuple[ir.Argument, ...], dict[str, Any]]:
        """Give the keywords of a method and their types, or the parameters that it takes in one
        object, which is given as a mapping."""
        if operation.request is None:
            return operation.signature.arguments, types_of(method)
        taken = operation.signature.parameters
        return taken, {argument.name: Any for argument in taken}

    def _passed(self, operation: ir.Operation, made: dict[str, Any]) -> dict[str, Any]:
        if operation.request is None:
            return made
        model = self._index.model(operation.request)
        names = {field.name.wire: field.name.python for field in (model.fields if model else ())}
        wires = {item.name: item.key for item in operation.signature.parameters}
        return {"request": {names[wires[name]]: value for name, value in made.items()}}

    def _body_media(self, operation: ir.Operation, documented: Documented) -> Media | None:
        names = [media.name for media in operation.body.media_types] if operation.body else []
        wanted = next(iter(names), None)
        found = next((media for media in documented.bodies if media.name == wanted), None)
        if found is None and documented.is_body_required:
            return documented.bodies[0]  # a required body that the method does not take
        return found

    def _value(
        self, argument: ir.Argument, documented: Documented, body: Json, names: set[str]
    ) -> Iterator[tuple[tuple[str, str] | None, Json]]:
        place: str = argument.place
        if place == "body":
            yield None, body
        elif place == "others":
            others = {name: value for name, value in body.items() if name not in names}
            if others:
                yield None, others
        elif place == "property":
            if isinstance(body, dict) and argument.wire in body:
                yield None, body[argument.wire]
        else:
            key = (place, argument.wire)
            parameter = documented.parameters.get(key)
            if parameter is not None:
                yield key, self._write.of(schema_of(parameter))
            elif place == "path":
                yield key, "text"  # only the path has it

    # What comes back

    def _said(self, answer: Answer, *, is_only: bool) -> Said:
        media = next((m for m in answer.media if m.kind == "json"), None)
        media = media or next(iter(answer.media), None)
        code = 200 if answer.status == "default" and is_only else answer.code
        return Said(answer, code, media, self._sent(media))

    def _sent(self, media: Media | None) -> Json:
        if media is None:
            return None
        if media.kind == "bytes" and _is_text(self._read.flat(media.schema)):
            return "some text"
        if media.kind in {"bytes", "text"}:
            return b"\x00\x01binary\xff" if media.kind == "bytes" else "some text"
        try:
            made = self._read.of(media.schema)
        except Endless:
            made = None
        is_text = media.kind == "xml" and not isinstance(made, (dict, list))
        return "some text" if is_text else _as_text(made)

    def _written(self, media: Media | None, value: Json) -> bytes:
        if media is not None and media.kind == "xml" and isinstance(value, (dict, list)):
            return self._xml.document(media.schema, value).encode()
        return _written(media, value)

    def _hold(self, outcome: Outcome, operation: ir.Operation, said: Said, result: Any) -> None:
        answer, media, sent = said.answer, said.media, said.value
        if said.code < FIRST_ERROR:
            if isinstance(result, Exception):
                outcome.typed[answer.status] = outcome.same[answer.status] = _told(result)
                return
            type_ = None
        else:
            wrong = self._wrong_error(operation, answer, said.code, result)
            if wrong:
                outcome.typed[answer.status] = outcome.same[answer.status] = wrong
                return
            type_ = type(result).data_type
            if media is not None and media.kind == "bytes" and isinstance(sent, bytes):
                sent = sent.decode(errors="replace")  # the body of an error is shown as text
            kind = media.kind if media is not None else "json"
            has_data = kind == "json" or (kind == "xml" and type_ not in {None, str})
            result = result.data if has_data else result.body
        if media is not None and media.kind == "xml" and isinstance(result, str):
            sent = self._written(media, sent).decode()  # as a body that is not read comes
        if isinstance(result, bytes) and isinstance(sent, str) and media is not None:
            sent = self._written(media, sent)  # a text that no text type is declared for
        found = self._untyped(result, type_, sent, media)
        if found:
            outcome.typed[answer.status] = found[0]
        wanted = [sent, sent] if media is not None and media.kind in {"events", "lines"} else sent
        changed = differences(_plain(result, media), wanted)
        if changed and not (media is None and not result):
            outcome.same[answer.status] = changed[0]

    def _wrong_error(
        self, operation: ir.Operation, answer: Answer, code: int, result: Any
    ) -> str | None:
        if not isinstance(result, Exception):
            return f"no exception for {code}"
        error: Any = result
        if error.status_code != code:
            return f"status {error.status_code} instead of {code}"
        name = f"{self._client_class}DefaultError"
        for one in operation.errors:
            if one.key == answer.status and one.error is not None:
                name = self._index.errors[one.error].name.python
        return None if type(error).__name__ == name else f"{type(error).__name__}, not {name}"

    def _untyped(self, result: Any, type_: Any, sent: Json, media: Media | None) -> list[str]:
        if media is None:
            return []
        if media.kind == "json" and result is None and sent is not None:
            return ["nothing came back"]
        if type_ is not None:
            _, misfits = self._runtime.convert(sent, type_)
            if misfits:
                return [f"{misfits[0].path}: {misfits[0].problem}"]
        return untyped(result, type(result))


def _name(operation: ir.Operation) -> str:
    return f"{operation.method.upper()} {operation.path}"


async def _whole(result: Any) -> Any:
    """Take all that comes bit by bit: the bytes of a file, or the values of a stream."""
    match type(result).__name__:
        case "StreamedResponse":
            with result:
                return result.read()
        case "AsyncStreamedResponse":
            async with result:
                return await result.read()
        case "EventStream":
            with result:
                return list(result)
        case "AsyncEventStream":
            async with result:
                return [value async for value in result]
    return result


def _is_text(flat: dict[str, Json]) -> bool:
    return flat.get("type") == "string" and flat.get("format") != "binary"


def _as_text(value: Json) -> Json:
    """Replace bytes by text: JSON and XML have none, whatever the format of a string is."""
    if isinstance(value, dict):
        return {name: _as_text(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_as_text(item) for item in value]
    return "AAEC" if isinstance(value, bytes) else value


def _told(error: Any) -> str:
    return f"{type(error).__name__}: {error}" if isinstance(error, Exception) else repr(error)[:80]


def _written(media: Media | None, value: Json) -> bytes:
    match media.kind if media is not None else "none":
        case "none":
            return b""
        case "bytes" if isinstance(value, bytes):
            return value
        case "text" | "xml" | "bytes" if isinstance(value, str):
            return value.encode()
        case "events":
            return f"data: {json.dumps(value)}\n\n".encode() * 2 + b"data: [DONE]\n\n"
        case "lines":
            return f"{json.dumps(value)}\n".encode() * 2
    return json.dumps(value).encode()


def _plain(value: Any, media: Media | None = None) -> Json:
    if isinstance(value, bytes) and media is not None and media.kind == "json":
        return base64.b64encode(value).decode()
    if isinstance(value, (bytes, str)) or value is None:
        return value
    if hasattr(value, "model_dump_json"):
        return json.loads(value.model_dump_json())
    if isinstance(value, list):  # models know how they are written, and msgspec alone does not
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    return msgspec.to_builtins(value, str_keys=True)
