"""A small SDK, written as the generator writes one, for the tests of the runtime."""

from __future__ import annotations

import builtins
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal, Unpack

from msgspec import field

from sdkwright.runtime.auth.credential_text import concealed
from sdkwright.runtime.auth.credentials import Bearer, Setting
from sdkwright.runtime.client import Client
from sdkwright.runtime.errors import ResponseError
from sdkwright.runtime.http.globals import Global
from sdkwright.runtime.json.models import Model
from sdkwright.runtime.operation import Operation
from sdkwright.runtime.paging.offsets import OffsetPages
from sdkwright.runtime.paging.page import Page
from sdkwright.runtime.paging.pages import AsyncPages, Pages
from sdkwright.runtime.paging.resource import PagedResource
from sdkwright.runtime.retries import BackoffStrategy, Policy, RetryConfig
from sdkwright.runtime.session import Sdk, Session
from sdkwright.runtime.values import (
    UNSET,
    CallOptions,
    Nullable,
    OptionalNullable,
    SecretStr,
    UnsetType,
)

if TYPE_CHECKING:
    from sdkwright.runtime.retries import Clock


class Owner(Model):
    name: str
    since: datetime | UnsetType = UNSET


class Pet(Model):
    """A pet."""

    id: str
    name: str
    age: int
    note: Nullable[str]
    kind: Literal["cat", "dog"] | str  # noqa: PYI051 - an open enum, as the generator writes it
    owner: Owner | UnsetType | None = UNSET
    toys: builtins.list[Owner] | UnsetType = UNSET
    born: OptionalNullable[datetime] = UNSET
    class_: str | UnsetType = field(name="class", default=UNSET)
    weight: float | UnsetType = UNSET


class PetPage(Page[Pet]):
    pets: builtins.list[Pet]


class Token(Model):
    id: str
    token: SecretStr
    old_token: OptionalNullable[SecretStr] = UNSET


class Cat(Model, tag_field="kind", tag="cat"):
    lives: int


class Dog(Model, tag_field="kind", tag="dog"):
    tricks: builtins.list[str]


class Basket(Model):
    animal: Cat | Dog | UnsetType = UNSET
    counts: dict[str, int] | UnsetType = UNSET
    by_name: dict[str, Pet] | UnsetType = UNSET
    inner: Basket | UnsetType = UNSET
    size: Literal["s", "m"] | UnsetType = UNSET
    anything: Any = UNSET


class Problem(Model):
    code: int
    message: str


class ProblemBody(Model):
    error: Problem


class PetError(ResponseError):
    """The base of the small SDK's exceptions."""


class NotFoundError(PetError, data=ProblemBody):
    """There is no such pet."""

    data: ProblemBody


class BusyError(PetError, data=ProblemBody):
    """Too many requests."""

    data: ProblemBody


class DefaultError(PetError):
    """Another failure."""


class ValidationError(PetError):
    """A response that can't be used."""


BACKOFF = BackoffStrategy(500, 8000, 1.5, 30000)

SDK = Sdk(
    name="petstore",
    distribution="pet-store",
    env_prefix="PETSTORE",
    user_agent="petstore-python/0.1.0",
    servers={"production": "https://pets.example.com/api/v1", "test": "http://127.0.0.1:9/api"},
    schemes={"key": Bearer(Setting("api_key", "PETSTORE_API_KEY"))},
    security=(("key",),),
    globals=(Global("tenant", "header", "X-Tenant", "PETSTORE_TENANT"),),
    retries=Policy(RetryConfig("backoff", BACKOFF, True), ("408", "429", "5XX")),
    default_error=lambda: DefaultError,
    validation_error=lambda: ValidationError,
)

LIST: Operation[PetPage] = Operation(
    "list",
    "GET",
    "/pets",
    query=("offset", "limit", "tag"),
    headers=("X-Tenant",),
    returns={200: lambda: PetPage},
    errors={429: lambda: BusyError, "5XX": lambda: PetError},
    pages=OffsetPages("offset", ("pets",)),
)
GET: Operation[Pet] = Operation(
    "get",
    "GET",
    "/pets/{id}",
    headers=("X-Tenant",),
    returns={200: lambda: Pet},
    errors={404: lambda: NotFoundError, 429: lambda: BusyError},
)
CREATE: Operation[Pet] = Operation(
    "create",
    "POST",
    "/pets",
    body="properties",
    nullable=("note",),
    returns={201: lambda: Pet},
    errors={429: lambda: BusyError},
)
REPLACE: Operation[Pet] = Operation(
    "replace",
    "PUT",
    "/pets/{id}",
    body="value",
    body_required=False,
    returns={200: lambda: Pet},
)
DELETE: Operation[None] = Operation("delete", "DELETE", "/pets/{id}", returns={204: None})
PAY: Operation[Token] = Operation(
    "pay",
    "POST",
    "/payments",
    headers=("Idempotency-Key",),
    returns={"2XX": lambda: Token},
)
BASKET: Operation[Basket] = Operation(
    "basket", "GET", "/basket", returns={200: lambda: Basket}, security=()
)
PATIENT: Operation[Pet] = Operation(
    "patient",
    "GET",
    "/patient",
    returns={200: lambda: Pet},
    retries=Policy(RetryConfig("backoff", BackoffStrategy(100, 100, 1, 1000), False), ("418",)),
)


class Pets(PagedResource):
    """Pets."""

    def list(
        self,
        *,
        offset: int | None = None,
        limit: int | None = None,
        tag: builtins.list[str] | None = None,
        x_tenant: str | None = None,
        **options: Unpack[CallOptions],
    ) -> PetPage:
        return self._run(
            LIST, {"offset": offset, "limit": limit, "tag": tag, "X-Tenant": x_tenant}, **options
        )

    async def list_async(
        self,
        *,
        offset: int | None = None,
        limit: int | None = None,
        tag: builtins.list[str] | None = None,
        x_tenant: str | None = None,
        **options: Unpack[CallOptions],
    ) -> PetPage:
        return await self._run_async(
            LIST, {"offset": offset, "limit": limit, "tag": tag, "X-Tenant": x_tenant}, **options
        )

    def list_iter(
        self,
        *,
        offset: int | None = None,
        limit: int | None = None,
        **options: Unpack[CallOptions],
    ) -> Pages[PetPage, Pet]:
        return self._pages(
            LIST, {"offset": offset, "limit": limit, "tag": None, "X-Tenant": None}, **options
        )

    def list_iter_async(
        self,
        *,
        offset: int | None = None,
        limit: int | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPages[PetPage, Pet]:
        return self._pages_async(
            LIST, {"offset": offset, "limit": limit, "tag": None, "X-Tenant": None}, **options
        )

    def get(self, *, id: str, x_tenant: str | None = None, **options: Unpack[CallOptions]) -> Pet:
        return self._run(GET, {"id": id, "X-Tenant": x_tenant}, **options)

    async def get_async(
        self, *, id: str, x_tenant: str | None = None, **options: Unpack[CallOptions]
    ) -> Pet:
        return await self._run_async(GET, {"id": id, "X-Tenant": x_tenant}, **options)

    def create(
        self,
        *,
        name: str,
        weight: float | UnsetType | None = UNSET,
        note: OptionalNullable[str] = UNSET,
        owner: Owner | dict[str, Any] | UnsetType = UNSET,
        **options: Unpack[CallOptions],
    ) -> Pet:
        body = {"name": name, "weight": weight, "note": note, "owner": owner}
        return self._run(CREATE, {}, body, **options)

    async def create_async(
        self,
        *,
        name: str,
        weight: float | UnsetType | None = UNSET,
        note: OptionalNullable[str] = UNSET,
        owner: Owner | dict[str, Any] | UnsetType = UNSET,
        **options: Unpack[CallOptions],
    ) -> Pet:
        body = {"name": name, "weight": weight, "note": note, "owner": owner}
        return await self._run_async(CREATE, {}, body, **options)

    def replace(self, *, id: str, pet: Pet | None, **options: Unpack[CallOptions]) -> Pet:
        return self._run(REPLACE, {"id": id}, pet, **options)

    async def replace_async(
        self, *, id: str, pet: Pet | None, **options: Unpack[CallOptions]
    ) -> Pet:
        return await self._run_async(REPLACE, {"id": id}, pet, **options)

    def delete(self, *, id: str, **options: Unpack[CallOptions]) -> None:
        return self._run(DELETE, {"id": id}, **options)

    async def delete_async(self, *, id: str, **options: Unpack[CallOptions]) -> None:
        return await self._run_async(DELETE, {"id": id}, **options)

    def pay(self, *, idempotency_key: str | None = None, **options: Unpack[CallOptions]) -> Token:
        return self._run(PAY, {"Idempotency-Key": idempotency_key}, **options)

    async def pay_async(
        self, *, idempotency_key: str | None = None, **options: Unpack[CallOptions]
    ) -> Token:
        return await self._run_async(PAY, {"Idempotency-Key": idempotency_key}, **options)

    def basket(self, **options: Unpack[CallOptions]) -> Basket:
        return self._run(BASKET, {}, **options)

    async def basket_async(self, **options: Unpack[CallOptions]) -> Basket:
        return await self._run_async(BASKET, {}, **options)

    def patient(self, **options: Unpack[CallOptions]) -> Pet:
        return self._run(PATIENT, {}, **options)

    async def patient_async(self, **options: Unpack[CallOptions]) -> Pet:
        return await self._run_async(PATIENT, {}, **options)


class PetStore(Client):
    """A client of the pet store."""

    pets: Pets

    _resources = {"pets": (".sdk", "Pets")}  # noqa: RUF012 - typed in the base, as generated code

    def __init__(
        self,
        api_key: Any = None,
        *,
        tenant: str | None = None,
        clock: Clock | None = None,
        **settings: Any,
    ) -> None:
        defaults: dict[str, Any] = {
            "server": None,
            "server_url": None,
            "timeout_ms": None,
            "retry_config": UNSET,
            "client": None,
            "async_client": None,
            "debug_logger": None,
            "response_validation": "lenient",
        }
        super().__init__(
            Session(
                SDK,
                credentials={"api_key": concealed(api_key)},
                parameters={"tenant": tenant},
                **{**defaults, **settings},
            )
        )
        if clock is not None:
            self._session.clock = clock
