"""Views of the parts that a package has once: the client, its settings, the project file."""

from __future__ import annotations

from dataclasses import dataclass

from sdkwright.config import Config
from sdkwright.emit.filters import py_string
from sdkwright.emit.imports import arrange
from sdkwright.emit.index import Index
from sdkwright.emit.resources import (
    AttributeView,
    RetryView,
    attribute_views,
    retry_view,
    security_source,
)
from sdkwright.emit.servers import (
    ServerVariableView,
    ServerView,
    server_imports,
    server_views,
    variable_views,
)
from sdkwright.model import ir
from sdkwright.model.reserved import RUNTIME_ERRORS

DEFAULT_RETRIES = ir.RetryPolicy(
    status_codes=("408", "429", "5XX"),
    connection_errors=True,
    initial_interval=500,
    max_interval=8_000,
    exponent=1.5,
    max_elapsed_time=30_000,
)
"""The policy if the document has none; it takes up to 30 seconds."""


@dataclass(frozen=True, slots=True)
class GlobalView:
    """A parameter set on the client; it defaults to the environment variable `variable`."""

    name: str
    wire: str
    variable: str
    text: str


@dataclass(frozen=True, slots=True)
class CredentialView:
    """A credential of the client; defaults to the environment variable `variable`."""

    name: str
    variable: str
    text: str


@dataclass(frozen=True, slots=True)
class SchemeView:
    """A security scheme: its class in the runtime, and the source text that creates it."""

    id: str
    kind: str
    credentials: tuple[CredentialView, ...]
    source: str


@dataclass(frozen=True, slots=True)
class ClientView:
    class_name: str
    text: str
    logger: str
    credentials: tuple[CredentialView, ...]
    server_type: str
    server_variables: tuple[ServerVariableView, ...]
    globals: tuple[GlobalView, ...]
    resources: tuple[AttributeView, ...]
    typing_imports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SdkView:
    module: str
    distribution: str
    client_class: str
    schemes: tuple[SchemeView, ...]
    security: str
    credential_imports: str
    servers: tuple[ServerView, ...]
    server_imports: str
    globals: tuple[GlobalView, ...]
    retries: RetryView | None
    has_constraints: bool


@dataclass(frozen=True, slots=True)
class RootView:
    text: str
    module: str
    client_class: str
    version: str
    general_errors: tuple[str, ...]
    has_files: bool
    has_streams: bool
    has_webhooks: bool


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
    """Return the view of the client."""
    api = index.api
    credentials = credential_views(index, config)
    resources = index.attributes()
    typing_imports = {
        "from collections.abc import Mapping",
        "from typing import Literal",
        "from ._runtime.logs import Logger",
        "from ._runtime.pools import AsyncHttpClient",
        "from ._runtime.pools import HttpClient",
        "from .types import OptionalNullable",
        "from .utils import Hooks",
        "from .utils import RetryConfig",
        *(["from collections.abc import Callable"] if credentials else []),
        *(f"from .{resource.module} import {resource.class_name}" for resource in resources),
    }
    return ClientView(
        class_name=config.client_class,
        text=api.doc.description or api.title,
        logger=config.module,
        credentials=credentials,
        server_type=_server_type(server_views(api)),
        server_variables=variable_views(api),
        globals=_globals(index, config),
        resources=attribute_views(resources),
        typing_imports=arrange(typing_imports, indent=4),
    )


def sdk_view(index: Index, config: Config, *, has_constraints: bool = False) -> SdkView:
    """Return the view of what applies to all operations."""
    schemes = tuple(_scheme(item, config) for item in index.api.security_schemes)
    servers = server_views(index.api)
    kinds = {"Setting", *(item.kind for item in schemes)} if schemes else set()
    return SdkView(
        module=config.module,
        distribution=config.distribution,
        client_class=config.client_class,
        schemes=schemes,
        security=security_source(index.api.security),
        credential_imports=", ".join(sorted(kinds)),
        servers=servers,
        server_imports=", ".join(
            sorted({name for server in servers for name in server_imports(server.source)})
        ),
        globals=_globals(index, config),
        retries=retry_view(index.api.retries or DEFAULT_RETRIES),
        has_constraints=has_constraints,
    )


def root_view(index: Index, config: Config) -> RootView:
    """Return the view of the package itself."""
    return RootView(
        text=config.description or index.api.title,
        module=config.module,
        client_class=config.client_class,
        version=config.version,
        has_files=any(
            argument.is_file
            for operation in index.operations()
            for argument in operation.signature.arguments
        ),
        has_streams=any(
            operation.signature.answer in {"stream", "either"} for operation in index.operations()
        ),
        has_webhooks=bool(index.api.webhooks),
        general_errors=tuple(sorted((f"{config.client_class}DefaultError", *RUNTIME_ERRORS))),
    )


def project_view(index: Index, config: Config, *, has_license_file: bool) -> ProjectView:
    """Return the view of pyproject.toml."""
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


def credential_views(index: Index, config: Config) -> tuple[CredentialView, ...]:
    """Return the views of the credentials that the client takes."""
    return tuple(
        credential
        for scheme in index.api.security_schemes
        for credential in _scheme(scheme, config).credentials
    )


def _scheme(scheme: ir.SecurityScheme, config: Config) -> SchemeView:
    kind, values = _kind(scheme)
    credentials = tuple(
        CredentialView(
            name.python,
            f"{config.env_prefix}_{name.python.upper()}",
            _credential_text(scheme, name),
        )
        for name in scheme.arguments
    )
    settings = [
        f"Setting({py_string(item.name)}, {py_string(item.variable)})" for item in credentials
    ]
    source = f"{kind}({', '.join([*settings, *map(repr, values)])})"
    return SchemeView(scheme.id, kind, credentials, source)


def _kind(scheme: ir.SecurityScheme) -> tuple[str, tuple[str, ...]]:
    """Return the runtime's class of a scheme, and its arguments after the settings."""
    match scheme:
        case ir.BearerScheme(prefix=prefix):
            return "Bearer", () if prefix.lower() == "bearer" else (prefix,)
        case ir.BasicScheme():
            return "Basic", ()
        case ir.ApiKeyScheme(location=location, key=key):
            return "ApiKey", (location, key)
        case ir.ClientCredentialsScheme(token_url=url):
            return "ClientCredentials", (url,)


def _credential_text(scheme: ir.SecurityScheme, name: ir.Name) -> str:
    called = "or a function that gives it, asked before each call."
    match scheme, name.wire:
        case ir.ClientCredentialsScheme(), "token":
            return f"A token that you have already, {called}"
        case _, "token" if name.python != "api_key":
            return f"The token, {called}"
        case _, "token" | "key":
            return f"The API key, {called}"
        case _, "username":
            return "The user name, or a function that gives it."
        case _, "password":
            return f"The password, {called}"
        case _, "client_id":
            return "Who asks for tokens, where they are fetched."
        case _, "client_secret":
            return "What proves it, or a function that gives it."
    return "Where tokens are fetched, if not where the API's document says."


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


def _server_type(servers: tuple[ServerView, ...]) -> str:
    names = ", ".join(py_string(server.id) for server in servers)
    return f"Literal[{names}]" if names else "str"
