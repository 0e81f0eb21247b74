"""Calls an SDK against Prism, and holds what comes out against the document.

The SDK is any package that the generator made: the tests of the harness itself bring damaged ones.
Every check raises AssertionError, and says where what went wrong.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import ModuleType
from typing import Any, Literal, TypeAlias

import msgspec

from tests.contract.support.calls import CALLS, ERRORS, RESPONSES, Call
from tests.contract.support.contract import Contract, Documented, Json
from tests.contract.support.witness import Witness

Mode: TypeAlias = Literal["sync", "async"]

API_KEY = "sk-or-v1-test"


@dataclass(frozen=True, slots=True)
class Subject:
    """An SDK under test.

    Args:
        package: The imported package.
        client_class: The name of its client.
        server_url: Where Prism listens.
        contract: What the SDK is held against.
        transport: The transport of its clients.
    """

    package: ModuleType
    client_class: str
    server_url: str
    contract: Contract
    transport: Literal["httpx2", "fast"] = "httpx2"

    def call(
        self, call: Call, mode: Mode, arguments: Mapping[str, Any], prefer: str
    ) -> tuple[Any, Witness]:
        """Call a method once.

        Returns:
            What it returns, or the SDK's error if it raises one; and who saw the exchange.
        """
        failure: type[Exception] = getattr(self.package.errors, f"{self.client_class}Error")
        options = {"http_headers": {"Prefer": prefer}, "retries": None} if prefer else {}
        with Witness(self.contract) as witness, self.client(witness) as client:
            try:
                if mode == "sync":
                    outcome = getattr(client.api_keys, call.method)(**arguments, **options)
                else:
                    outcome = asyncio.run(
                        self._call_async(client, call, {**arguments, **options}, witness)
                    )
            except failure as error:
                outcome = error
            return outcome, witness

    def client(self, witness: Witness) -> Any:
        """Make the SDK's client, whose exchanges are watched."""
        watched: dict[str, Any] = {
            "client": witness.client,
            "async_client": witness.async_client,
        }
        if self.transport == "fast":
            hooks = self.package.utils.Hooks(
                before_request=witness.before_request,
                after_success=witness.after_success,
                after_error=witness.after_error,
            )
            watched = {"transport": "fast", "hooks": hooks}
        return getattr(self.package, self.client_class)(
            api_key=API_KEY, server_url=self.server_url, **watched
        )

    async def _call_async(
        self, client: Any, call: Call, arguments: Mapping[str, Any], witness: Witness
    ) -> Any:
        async with witness.async_client:
            return await getattr(client.api_keys, f"{call.method}_async")(**arguments)

    @contextlib.contextmanager
    def without_drift(self) -> Iterator[None]:
        """Fail if the SDK warns, within, that a response is not as it expects."""
        handler = _Collector()
        logger = logging.getLogger(self.package.__name__)
        logger.addHandler(handler)
        try:
            yield
        finally:
            logger.removeHandler(handler)
        assert handler.messages == [], f"drift: {handler.messages}"


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def check_example(
    subject: Subject,
    documented: Documented,
    mode: Mode,
    arguments: Mapping[str, Any] | None = None,
) -> None:
    """Ask for one documented response, and compare with its example.

    Args:
        subject: The SDK.
        documented: The response.
        mode: Which of the two methods is called.
        arguments: What it is called with; every argument that it has, if not given.
    """
    call = CALLS[documented.operation]
    given = call.arguments if arguments is None else arguments
    with subject.without_drift():
        outcome, _ = subject.call(call, mode, given, f"code={documented.status}")
    check_outcome(subject, documented, outcome, subject.contract.example(documented))


def check_invented(subject: Subject, documented: Documented, seed: int) -> None:
    """Ask for an answer that Prism makes up by the schema, and compare with what it sent."""
    call = CALLS[documented.operation]
    prefer = f"code={documented.status}, dynamic=true, seed={seed}"
    with subject.without_drift():
        outcome, witness = subject.call(call, "sync", call.required, prefer)
    check_outcome(subject, documented, outcome, witness.responses[-1].json())


def check_outcome(subject: Subject, documented: Documented, outcome: Any, sent: Json) -> None:
    """Hold what a call returned, or raised, against the JSON that the server sent."""
    if documented.status < 400:
        expected = getattr(subject.package.operations, RESPONSES[documented.operation])
        assert isinstance(outcome, expected), f"{expected.__name__} expected, not {outcome!r}"
        body = outcome
    else:
        expected = getattr(subject.package.errors, ERRORS[documented.status])
        assert type(outcome) is expected, f"{expected.__name__} expected, not {outcome!r}"
        assert outcome.status_code == documented.status
        assert outcome.raw_response.status_code == documented.status
        assert outcome.headers["content-type"] == "application/json"
        assert outcome.message == sent["error"]["message"]
        assert json.loads(outcome.body) == sent
        body = outcome.data
    for form in (body, body.model_dump(mode="json"), json.loads(body.model_dump_json())):
        found = differences(form, sent)
        assert not found, "; ".join(found)
    try:
        type(body).model_validate(sent)
    except ValueError as error:  # what was decoded leniently has the value, but not the type
        raise AssertionError(
            f"{type(body).__name__} does not take what was sent: {error}"
        ) from None


def differences(value: Any, sent: Json, place: str = "$") -> list[str]:
    """List the places where a value of the SDK does not say what the JSON says.

    Numbers and times are compared by value: 50 is 50.0, and 12:00Z is 12:00:00.0+00:00.
    """
    match value, sent:
        case msgspec.Struct(), dict():
            fields = {f.encode_name: getattr(value, f.name) for f in msgspec.structs.fields(value)}
            present = {name: item for name, item in fields.items() if item is not msgspec.UNSET}
            return _differences_by_key(present, sent, place)
        case dict(), dict():
            return _differences_by_key(value, sent, place)
        case list(), list() if len(value) == len(sent):
            return [
                difference
                for index, (one, other) in enumerate(zip(value, sent, strict=True))
                for difference in differences(one, other, f"{place}[{index}]")
            ]
        case bool(), _:
            same = value is sent
        case (datetime() | str()), str():
            same = value == sent or (
                _instant(value) is not None and _instant(value) == _instant(sent)
            )
        case _:
            same = value == sent and not isinstance(sent, bool)
    return [] if same else [f"{place}: {value!r} instead of {sent!r}"]


def _differences_by_key(
    value: Mapping[str, Any], sent: Mapping[str, Json], place: str
) -> list[str]:
    return [
        *(f"{place}.{key} is lost" for key in sent if key not in value),
        *(f"{place}.{key} is made up" for key in value if key not in sent),
        *(
            difference
            for key in value.keys() & sent.keys()
            for difference in differences(value[key], sent[key], f"{place}.{key}")
        ),
    ]


def _instant(value: datetime | str) -> datetime | None:
    if isinstance(value, datetime):
        return value
    try:
        return datetime.fromisoformat(value)
    except ValueError:
        return None
