"""Views of what a package has once: the client, its settings, the project file."""

from __future__ import annotations

from dataclasses import dataclass

from generator import ir
from generator.config import Config
from generator.emit.imports import arrange
from generator.emit.index import Index
from generator.emit.resources import RetryView, resource_text, retry_view

DEFAULT_RETRIES = ir.RetryPolicy(
    status_codes=("408", "429", "5XX"),
    connection_errors=True,
    initial_interval=500,
    max_interval=8_000,
    exponent=1.5,
    max_elapsed_time=30_000,
)
"""What holds where the document says nothing: half a minute in all."""


GENERAL_ERRORS = ("NoResponseError", "ResponseTimeoutError", "ResponseValidationError")
"""The exceptions that every SDK has under the same name."""


@dataclass(frozen=True, slots=True)
class GlobalView:
    """A parameter that can be set once, on the client; `variable` is read if it is not."""

    name: str
    wire: str
    variable: str
    text: str


@dataclass(frozen=True, slots=True)
class ClientResourceView:
    attribute: str
    module: str
    class_name: str
    text: str


@dataclass(frozen=True, slots=True)
class ClientView:
    class_name: str
    text: str
    logger: str
    api_key_variable: str
    api_key_argument: str
    server_type: str
    globals: tuple[GlobalView, ...]
    resources: tuple[ClientResourceView, ...]
    typing_imports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SdkView:
    module: str
    distribution: str
    client_class: str
    api_key_variable: str
    servers: tuple[ServerView, ...]
    globals: tuple[GlobalView, ...]
    retries: RetryView | None


@dataclass(frozen=True, slots=True)
class ServerView:
    """A server by the name that callers choose it by."""

    id: str
    url: str


@dataclass(frozen=True, slots=True)
class RootView:
    text: str
    module: str
    client_class: str
    version: str
    general_errors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProjectView:
    document: str
    distribution: str
    module: str
    version: str
    description: str
    license: str
    has_license_file: bool
    urls: tuple[tuple[str, str], ...]


def client_view(index: Index, config: Config) -> ClientView:
    """Show the client."""
    api = index.api
    variable = _api_key_variable(index, config)
    resources = tuple(index.resources())
    typing_imports = {
        "from collections.abc import Mapping",
        "from typing import Literal",
        "from ._runtime.logs import Logger",
        "from ._runtime.pools import AsyncHttpClient",
        "from ._runtime.pools import HttpClient",
        "from .types import OptionalNullable",
        "from .utils import Hooks",
        "from .utils import RetryConfig",
        *(["from collections.abc import Callable"] if variable else []),
        *(f"from .{resource.module} import {resource.class_name}" for resource in resources),
    }
    return ClientView(
        class_name=config.client_class,
        text=api.doc.description or api.title,
        logger=config.module,
        api_key_variable=variable,
        api_key_argument="api_key" if variable else "None",
        server_type=_server_type(api),
        globals=_globals(index, config),
        resources=tuple(
            ClientResourceView(
                attribute=resource.name.python,
                module=resource.module,
                class_name=resource.class_name,
                text=resource_text(resource),
            )
            for resource in resources
        ),
        typing_imports=arrange(typing_imports),
    )


def sdk_view(index: Index, config: Config) -> SdkView:
    """Show what holds for all operations."""
    return SdkView(
        module=config.module,
        distribution=config.distribution,
        client_class=config.client_class,
        api_key_variable=_api_key_variable(index, config),
        servers=_servers(index.api),
        globals=_globals(index, config),
        retries=retry_view(index.api.retries or DEFAULT_RETRIES),
    )


def root_view(index: Index, config: Config) -> RootView:
    """Show the package itself."""
    return RootView(
        text=config.description or index.api.title,
        module=config.module,
        client_class=config.client_class,
        version=config.version,
        general_errors=tuple(sorted((f"{config.client_class}DefaultError", *GENERAL_ERRORS))),
    )


def project_view(index: Index, config: Config, *, has_license_file: bool) -> ProjectView:
    """Show what pyproject.toml says."""
    return ProjectView(
        document=config.document.name,
        distribution=config.distribution,
        module=config.module,
        version=config.version,
        description=config.description or index.api.title,
        license=config.license,
        has_license_file=has_license_file,
        urls=config.urls,
    )


def _api_key_variable(index: Index, config: Config) -> str:
    return f"{config.env_prefix}_API_KEY" if index.api.security_schemes else ""


def _globals(index: Index, config: Config) -> tuple[GlobalView, ...]:
    return tuple(
        GlobalView(
            name=parameter.name.python,
            wire=parameter.name.wire,
            variable=f"{config.env_prefix}_{parameter.name.python.upper()}",
            text=parameter.doc.description or f"The value of `{parameter.name.wire}`.",
        )
        for parameter in index.api.globals
    )


def _server_type(api: ir.Api) -> str:
    names = ", ".join(repr(server.id) for server in _servers(api))
    return f"Literal[{names}]" if names else "str"


def _servers(api: ir.Api) -> tuple[ServerView, ...]:
    return tuple(
        ServerView(id=server.id or f"server_{number}", url=server.url)
        for number, server in enumerate(api.servers, 1)
    )
