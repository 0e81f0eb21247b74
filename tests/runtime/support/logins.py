"""An authorization server and an API on one port, and a client that logs in there."""

from __future__ import annotations

import asyncio
import traceback
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl

from sdkwright.runtime.auth.credentials import Alternatives, Setting
from sdkwright.runtime.auth.logins import Endpoints, Login, LoginSetting, LoginTokens, Token
from sdkwright.runtime.auth.metadata import Metadata
from sdkwright.runtime.auth.oauth import ClientCredentials
from sdkwright.runtime.calls import Call
from sdkwright.runtime.operation import Operation
from sdkwright.runtime.session import Session
from sdkwright.runtime.values import UNSET
from tests.runtime.conftest import FakeClock
from tests.runtime.support.sdk import SDK
from tests.support.server import Answer, Request, Server, reply
from tests.support.waiting import PATIENCE_MS

FLOWS = {
    "code": Endpoints("/authorize?tenant=1", "/token"),
    "device": Endpoints("/device", "/token"),
}
LOGGED_IN: Alternatives = (("login",),)
GET: Operation[None] = Operation("o", "GET", "/o", returns={204: None}, security=LOGGED_IN)
OTHER: Operation[None] = Operation(
    "p", "GET", "/p", returns={204: None}, security=((("login", "write"),),)
)
CLIENT = ClientCredentials(
    Setting("token", "T_TOKEN"),
    Setting("client_id", "T_CLIENT_ID"),
    Setting("client_secret", "T_CLIENT_SECRET"),
    Setting("token_url", "T_TOKEN_URL"),
    "/token",
)


class Backend:
    """Answers by path, and accepts the tokens that it has granted last.

    Attributes:
        server: The server.
        valid: The access tokens that the API accepts; None for any.
    """

    def __init__(self, server: Server, **answers: list[Answer] | Answer) -> None:
        self.server = server
        self.valid: set[str] | None = None
        self._answers = {f"/{path}": answer for path, answer in answers.items()}
        server.answers(self._answer)

    def _answer(self, request: Request) -> Answer:
        path = request.target.partition("?")[0]
        script = self._answers.get(path)
        if script is None:
            token = (request.header("Authorization") or "").removeprefix("Bearer ")
            return reply(204 if self.valid is None or token in self.valid else 401)
        if isinstance(script, Answer):
            return script
        return script.pop(0) if len(script) > 1 else script[0]

    def forms(self, path: str) -> list[dict[str, str]]:
        """Return the forms that a path was sent."""
        return [
            dict(parse_qsl(seen.body.decode(), strict_parsing=True))
            for seen in self.server.seen
            if seen.target.partition("?")[0] == path
        ]

    def tokens(self) -> list[str | None]:
        """Return the headers that the API was sent."""
        return [
            seen.header("Authorization") for seen in self.server.seen if seen.target in {"/o", "/p"}
        ]


def session(
    server: Server,
    clock: FakeClock,
    login: Login | str | None,
    *,
    flows: dict[str, Endpoints] | None = None,
    metadata: Metadata | None = None,
    fetched: ClientCredentials | None = None,
    credentials: dict[str, str] | None = None,
    **settings: Any,
) -> Session:
    scheme = LoginTokens(
        LoginSetting("token", "T_TOKEN"),
        FLOWS if flows is None else flows,
        ("read", "write"),
        metadata=metadata,
        fetched=fetched,
    )
    made = Session(
        SDK._replace(schemes={"login": scheme}, security=()),
        credentials={"token": login, **(credentials or {})},
        parameters={},
        server=None,
        client=None,
        async_client=None,
        debug_logger=None,
        response_validation="lenient",
        **{"server_url": server.url, "timeout_ms": PATIENCE_MS, "retry_config": UNSET, **settings},
    )
    made.clock = clock
    return made


def call(made: Session, mode: str, operation: Operation[None] = GET, **options: Any) -> None:
    if mode == "sync":
        made.run(Call(operation, {}, **options))
    else:
        asyncio.run(made.run_async(Call(operation, {}, **options)))


class Store:
    """A store in memory; its methods are coroutine functions if asked for."""

    def __init__(self, token: Token | None = None, *, mode: str = "sync") -> None:
        self.token = token
        self.saved: list[Token] = []
        self._mode = mode

    def load(self) -> Any:
        return self._given(self.token)

    def save(self, token: Token, /) -> Any:
        self.token = token
        self.saved.append(token)
        return self._given(None)

    def _given(self, value: Any) -> Any:
        async def later() -> Any:
            await asyncio.sleep(0)
            return value

        return later() if self._mode == "async" else value


def as_mode(mode: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """Return a function, or a coroutine function that does the same."""

    async def later(*arguments: Any) -> Any:
        await asyncio.sleep(0)
        return function(*arguments)

    return later if mode == "async" else function


def shown(error: BaseException) -> str:
    """Return all that an error and its frames show, besides those of tests."""
    found = [f"{error} {error!r} {error.args} {vars(error)}"]
    seen: BaseException | None = error
    while seen is not None:
        frames = traceback.StackSummary.extract(
            traceback.walk_tb(seen.__traceback__), capture_locals=True
        )
        found += [repr(frame.locals) for frame in frames if "tests" not in frame.filename]
        seen = seen.__cause__ or seen.__context__
    return "\n".join(found)
