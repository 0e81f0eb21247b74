"""Views of the parts that a package has once: the client, its settings, the project file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sdkwright.config import Config
from sdkwright.emit.credentials import (
    CredentialView,
    SchemeView,
    credential_views,
    login_names,
    scheme_views,
)
from sdkwright.emit.expr import Expr, Import, call, imported, lazy, string
from sdkwright.emit.filters import py_string, toml_string
from sdkwright.emit.imports import ImportLines, ModuleImports, export_order
from sdkwright.emit.index import Index
from sdkwright.emit.policies import policy_source
from sdkwright.emit.python_types import TypeExpr, TypeWriter
from sdkwright.emit.resources import AttributeView, attribute_views
from sdkwright.emit.security import security_source
from sdkwright.emit.servers import (
    ServerVariableView,
    ServerView,
    address,
    server_views,
    variable_views,
)
from sdkwright.emit.wording import as_sentence, with_rules
from sdkwright.model import ir
from sdkwright.model.reserved import RUNTIME_ERRORS
from sdkwright.model.servers import needs_url

_CLASSIFIERS = (
    "Programming Language :: Python :: 3 :: Only",
    "Programming Language :: Python :: 3.11",
    "Programming Language :: Python :: 3.12",
    "Programming Language :: Python :: 3.13",
    "Programming Language :: Python :: 3.14",
    "Programming Language :: Python :: 3.15",
    "Typing :: Typed",
)

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
    """A parameter set on the client.

    `variable` is the environment variable that it defaults to, "" without one. `annotation` is the
    type of the argument, without None, and `source` what the runtime knows about it.
    """

    name: str
    annotation: TypeExpr
    variable: str
    text: str
    source: Expr


@dataclass(frozen=True, slots=True)
class ClientView:
    class_name: str
    text: str
    logger: str
    distribution: str
    env_prefix: str
    credentials: tuple[CredentialView, ...]
    server_type: str
    sdk: str
    address: str
    server_variables: tuple[ServerVariableView, ...]
    globals: tuple[GlobalView, ...]
    resources: tuple[AttributeView, ...]
    imports: ImportLines
    typing_imports: ImportLines


@dataclass(frozen=True, slots=True)
class SdkView:
    module: str
    distribution: str
    env_prefix: str
    client_class: str
    imports: ImportLines
    typing_imports: ImportLines
    schemes: tuple[SchemeView, ...]
    security: str
    servers: tuple[ServerView, ...]
    globals: tuple[GlobalView, ...]
    retries: str
    has_constraints: bool


@dataclass(frozen=True, slots=True)
class RootView:
    text: str
    module: str
    client_class: str
    address: str
    version: str
    general_errors: tuple[str, ...]
    bodies: str
    type_imports: ImportLines
    types: tuple[str, ...]
    has_webhooks: bool
    login_imports: ImportLines
    utils: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProjectView:
    document: str
    distribution: str
    module: str
    version: str
    description: str
    license: str
    has_license_file: bool
    authors: tuple[str, ...]
    keywords: tuple[str, ...]
    classifiers: tuple[str, ...]
    extras: tuple[tuple[str, tuple[str, ...]], ...]
    urls: tuple[tuple[str, str], ...]


def client_view(index: Index, config: Config) -> ClientView:
    """Return the view of the client."""
    api = index.api
    credentials = credential_views(index, config)
    resources = index.attributes()
    imports = ModuleImports()
    for module, name in (
        ("typing", "ClassVar"),
        ("typing", "Literal"),
        ("._runtime.client", "Attributes"),
        ("._runtime.client", "Client"),
        ("._runtime.logs", "Logger"),
        ("._runtime.transports.pools", "AsyncHttpClient"),
        ("._runtime.transports.pools", "HttpClient"),
        (".types", "UNSET"),
        (".types", "OptionalNullable"),
        (".utils", "Hooks"),
        (".utils", "RetryConfig"),
        (".utils", "Timeout"),
        *(("collections.abc", name) for name in ("Awaitable", "Callable") if credentials),
        *([("typing", "TYPE_CHECKING")] if resources else []),
    ):
        imports.use(imported(module, name))
    for name in dict.fromkeys(login for item in credentials for login in item.logins):
        imports.use(imported(".utils", name))
    for resource in resources:
        imports.annotate(imported(f".{resource.module}", resource.class_name))
    shadowed = {resource.attribute for resource in resources}
    globals_ = _globals(index, config, TypeWriter(index.declarations, ("", "client"), shadowed))
    for item in globals_:
        imports.use(item.annotation)
    return ClientView(
        class_name=config.client_class,
        text=api.doc.description or api.title,
        logger=config.module,
        distribution=config.distribution,
        env_prefix=config.env_prefix,
        credentials=credentials,
        server_type=_server_type(server_views(api)),
        sdk="SDK.at(server_url)" if needs_url(api) else "SDK",
        address=address(api),
        server_variables=variable_views(api),
        globals=globals_,
        resources=attribute_views(resources),
        imports=imports.needed(),
        typing_imports=imports.for_types(),
    )


def sdk_view(index: Index, config: Config, *, has_constraints: bool = False) -> SdkView:
    """Return the view of what applies to all operations."""
    schemes = scheme_views(index, config)
    servers = server_views(index.api)
    retries = policy_source(index.api.retries or DEFAULT_RETRIES)
    globals_ = _globals(index, config, TypeWriter(index.declarations, ("", "_sdk")))
    imports = ModuleImports()
    imports.use(imported(".", "errors"))
    imports.use(imported("._runtime.session", "Sdk"))
    imports.use(imported("._version", "__version__"))
    if has_constraints:
        imports.use(imported("typing", "TYPE_CHECKING"))
        imports.annotate(imported("._runtime.validation", "Constraints"))
    views: tuple[SchemeView | GlobalView | ServerView, ...] = (*schemes, *globals_, *servers)
    for source in (retries, *(item.source for item in views)):
        imports.use(source)
    return SdkView(
        module=config.module,
        distribution=config.distribution,
        env_prefix=config.env_prefix,
        client_class=config.client_class,
        imports=imports.needed(),
        typing_imports=imports.for_types(),
        schemes=schemes,
        security=security_source(index.api.security).text,
        servers=servers,
        globals=globals_,
        retries=retries.text,
        has_constraints=has_constraints,
    )


def root_view(index: Index, config: Config) -> RootView:
    """Return the view of the package itself."""
    types = ModuleImports()
    names = [*_types(index)]
    for item in names:
        types.use(Expr(item.alias or item.name, frozenset({item})))
    logins = login_names(index)
    utils = ModuleImports()
    for module, name in logins:
        utils.use(imported(f"._runtime.{module}", name))
    return RootView(
        text=as_sentence(config.description or index.api.title),
        module=config.module,
        client_class=config.client_class,
        address=address(index.api),
        version=config.version,
        type_imports=types.needed(),
        types=tuple(sorted((item.alias or item.name for item in names), key=export_order)),
        has_webhooks=bool(index.api.webhooks),
        login_imports=utils.needed(),
        utils=tuple(sorted((*_UTILS, *(name for _, name in logins)), key=export_order)),
        bodies=index.bodies,
        general_errors=tuple(sorted((f"{config.client_class}DefaultError", *RUNTIME_ERRORS))),
    )


_UTILS = "BackoffStrategy", "HookContext", "Hooks", "RetryConfig", "Timeout", "parse_datetime"
"""What `utils` exports in every package."""

_VALUES = (
    "UNSET",
    "CallOptions",
    "Nullable",
    "Number",
    "OptionalNullable",
    "SecretStr",
    "UnsetType",
    "is_set",
)
"""What `types` exports of the runtime's module of small types."""


def _types(index: Index) -> Iterator[Import]:
    """Yield what the module `types` contains."""
    yield Import("._runtime.json.models", "Model", "BaseModel")
    for name in ("AsyncStreamedResponse", "RawResponse", "StreamedResponse"):
        yield Import("._runtime.responses.raw", name)
    for name in _VALUES:
        yield Import("._runtime.values", name)
    operations = [*index.operations()]
    if any(argument.is_file for item in operations for argument in item.signature.arguments):
        for name in ("File", "FileInput"):
            yield Import("._runtime.http.bodies", name)
    if any(item.signature.answer in {"stream", "either"} for item in operations):
        for name in ("AsyncEventStream", "EventStream"):
            yield Import("._runtime.responses.events", name)
    yield from _page_types(index)


def _page_types(index: Index) -> Iterator[Import]:
    if any(item.pagination is not None for item in index.operations()):
        for name in ("AsyncPages", "Pages"):
            yield Import("._runtime.paging.pages", name)
    if index.page_items:
        for name in ("IterablePage", "Page"):
            yield Import("._runtime.paging.page", name)


def project_view(index: Index, config: Config, *, has_license_file: bool) -> ProjectView:
    """Return the view of pyproject.toml."""
    return ProjectView(
        document=config.document.name,
        distribution=config.distribution,
        module=config.module,
        version=config.version,
        description=config.description or index.api.title,
        license=config.license or index.api.license,
        has_license_file=has_license_file,
        authors=tuple(_author(*author) for author in config.authors),
        keywords=config.keywords,
        classifiers=tuple(sorted({*_CLASSIFIERS, *config.classifiers})),
        extras=config.extras,
        urls=config.urls,
    )


def _author(name: str, email: str) -> str:
    """Return an author as an inline table of TOML."""
    given = (("name", name), ("email", email))
    return f"{{ {', '.join(f'{key} = {toml_string(text)}' for key, text in given if text)} }}"


def _globals(index: Index, config: Config, types: TypeWriter) -> tuple[GlobalView, ...]:
    return tuple(_global(index, config, types, parameter) for parameter in index.api.globals)


def _global(index: Index, config: Config, types: TypeWriter, parameter: ir.Parameter) -> GlobalView:
    variable = global_variable(index, config, parameter)
    settings = [parameter.name.python, parameter.location, parameter.name.wire]
    sources = [*map(string, settings), *([string(variable)] if variable else [])]
    if variable and index.is_read(parameter.type):
        sources.append(lazy(types.write(parameter.type)))
    return GlobalView(
        name=parameter.name.python,
        annotation=types.write_argument(parameter.type),
        variable=variable,
        text=with_rules(
            parameter.doc.description or f"The value of `{parameter.name.wire}`.", parameter.doc
        ),
        source=call(imported("._runtime.http.globals", "Global"), *sources),
    )


def global_variable(index: Index, config: Config, parameter: ir.Parameter) -> str:
    """Return the environment variable for a parameter of the client; "" if it can't be text."""
    variants = index.choices(parameter.type) or (parameter.type,)
    if not all(map(index.is_scalar, variants)):
        return ""
    return f"{config.env_prefix}_{parameter.name.python.upper()}"


def _server_type(servers: tuple[ServerView, ...]) -> str:
    names = ", ".join(py_string(server.id) for server in servers)
    return f"Literal[{names}]" if names else "str"
