"""Views of README.md, and of the pages on retries: what all operations have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from sdkwright.config import Config
from sdkwright.emit.credentials import CredentialView, credential_views
from sdkwright.emit.docs.links import (
    BACKOFF_STRATEGY,
    CHANGELOG,
    FULL,
    INDEX,
    RETRY_CONFIG,
    TIMEOUT,
    WEBHOOKS,
    Links,
    Site,
)
from sdkwright.emit.docs.markdown import TableView, md_cell, md_code, md_text, table
from sdkwright.emit.docs.resources import duration, listed, operation_anchors, status_order
from sdkwright.emit.docs.texts import Texts, example
from sdkwright.emit.docs.usage import CallView, Usage, literal
from sdkwright.emit.expr import NONE, TRUE, Expr
from sdkwright.emit.index import Index
from sdkwright.emit.package import DEFAULT_RETRIES, global_variable
from sdkwright.emit.servers import address, server_views, variable_views
from sdkwright.model import ir
from sdkwright.model.origin import Origin
from sdkwright.model.reserved import LOGIN_CLASSES

Method = tuple[ir.Resource, ir.Operation]

_UNSET: Final = Expr("UNSET")
"""The README imports it on a separate line."""
_REACHED: Final = Expr("results.offset")


@dataclass(frozen=True, slots=True)
class RetryDefaultsView:
    """The default retry policy of the SDK; times are in milliseconds.

    `failures` names what is retried, and `on_429` is set if that status is among them.
    """

    never: bool
    failures: str
    on_429: bool
    statuses: str
    connection_errors: bool
    initial_interval: int
    max_interval: int
    exponent: float
    max_elapsed_time: int
    total: str


@dataclass(frozen=True, slots=True)
class PagesExampleView:
    """An example of pagination.

    `resumed` is a call that resumes where the variable `results` ended; "" if no list is paginated
    by offset. `follows` means that some list has pages whose response states the next page.
    `page_call` is the call that returns a page that can be iterated over; "" if it can't.
    """

    imports: tuple[str, ...]
    method: str
    call: str
    async_call: str
    resumed: str
    follows: bool
    page_call: str
    has_next_page: bool


@dataclass(frozen=True, slots=True)
class NullView:
    """An example that passes null for an argument, and then `UNSET`."""

    imports: tuple[str, ...]
    argument: str
    call: str
    unset_call: str


@dataclass(frozen=True, slots=True)
class GuideView:
    """README.md; tables and links are already Markdown.

    `code_login` and `device_login` are arguments that take such logins, "" if there are none.
    `some_path` is a path to show `request` with.
    """

    distribution: str
    env_prefix: str
    module: str
    names_differ: bool
    install_notes: str
    client_class: str
    variable: str
    address: str
    description: str
    about: str
    license: str
    contact: tuple[str, ...]
    terms: str
    credentials: TableView | None
    code_login: str
    device_login: str
    api_key: str
    api_key_text: str
    api_key_variable: str
    settings: TableView | None
    methods: TableView
    servers: TableView
    default_server: str
    server_variables: TableView | None
    errors: TableView
    base_error: str
    example: CallView | None
    caught: CallView | None
    null: NullView | None
    model: str
    model_package: str
    pages: PagesExampleView | None
    unsafe: str
    retries: RetryDefaultsView
    retry_config: str
    backoff_strategy: str
    timeout: str
    errors_page: str
    sdk_error: str
    some_path: str
    resources: tuple[str, ...]
    webhooks: str
    stream: CallView | None
    download: CallView | None
    has_files: bool
    index: str
    full: str
    changelog: str


@dataclass(frozen=True, slots=True)
class UtilityPageView:
    """The pages on `RetryConfig`, `BackoffStrategy` and `Timeout`."""

    module: str
    client_class: str
    variable: str
    address: str
    retries: RetryDefaultsView
    retry_config: str
    backoff_strategy: str
    readme: str
    timeouts: str
    timeout_error: str
    example: CallView | None


class Guide:
    """Creates the views of pages that are not about a single part of the document.

    Args:
        index: The operations, to choose examples from.
        config: The settings, with the names of the package.
        site: The paths of the pages.
        usage: Creates the examples.
        texts: Describes exceptions.
    """

    def __init__(
        self, index: Index, config: Config, site: Site, usage: Usage, texts: Texts
    ) -> None:
        self._index = index
        self._config = config
        self._site = site
        self._usage = usage
        self._texts = texts

    def sample(self) -> Method | None:
        """Return the operation for examples.

        Preferably it is a GET, returns an object and has no required arguments.
        """
        return min(self._methods(), key=self._rank, default=None)

    def readme(self, links: Links) -> GuideView:
        """Return the view of the README, with links that start from a given page."""
        config = self._config
        sample = self.sample()
        model = self._returned(sample[1]) if sample else None
        null = self._null()
        servers = _servers(self._index.api)
        credentials = credential_views(self._index, config)
        return GuideView(
            distribution=config.distribution,
            env_prefix=config.env_prefix,
            module=config.module,
            names_differ=config.distribution != config.module,
            install_notes=config.install_notes.strip(),
            client_class=config.client_class,
            variable=self._usage.variable,
            address=address(self._index.api),
            description=(config.description or self._index.api.title).rstrip(".") + ".",
            about=self._index.api.doc.description,
            license=config.license or self._index.api.license,
            contact=self._index.api.contact,
            terms=self._index.api.terms,
            credentials=_credentials(credentials) if len(credentials) > 1 else None,
            code_login=_taking(credentials, LOGIN_CLASSES["code"]),
            device_login=_taking(credentials, LOGIN_CLASSES["device"]),
            api_key=credentials[0].name if credentials else "",
            api_key_text=credentials[0].description if len(credentials) == 1 else "",
            api_key_variable=credentials[0].variable if credentials else "",
            settings=self._settings(),
            methods=self._method_table(links),
            servers=table(("Name", "URL", "Description"), servers),
            default_server=_server_name(self._index.api),
            server_variables=_server_variables(self._index.api),
            errors=self._error_table(links),
            base_error=self._site.base_error,
            example=self._usage.call(*sample) if sample else None,
            caught=self._caught(),
            null=null,
            model=f"{model.package}.{model.name.python}" if model else "",
            model_package=model.package if model else "",
            pages=self._pages(),
            unsafe=self._unsafe(),
            retries=self._retries(),
            retry_config=links.to(RETRY_CONFIG),
            backoff_strategy=links.to(BACKOFF_STRATEGY),
            timeout=links.to(TIMEOUT),
            errors_page=links.to(self._site.general[self._site.base_error]),
            sdk_error=links.to(self._site.general["SDKError"]),
            some_path=self._some_path(),
            resources=tuple(
                f"[{md_code(resource.class_name)}]"
                f"({links.to(self._site.resources[resource.module])})"
                for resource in self._index.resources()
            ),
            stream=self._answering("stream"),
            download=self._answering("bytes"),
            has_files=any(
                argument.is_file
                for operation in self._index.operations()
                for argument in operation.signature.arguments
            ),
            webhooks=links.to(WEBHOOKS) if self._index.api.webhooks else "",
            index=links.to(INDEX),
            full=links.to(FULL),
            changelog=links.to(CHANGELOG) if self._config.changelog is not None else "",
        )

    def utility_page(self, links: Links) -> UtilityPageView:
        """Return the view of the pages on retries and time-outs."""
        sample = self.sample()
        return UtilityPageView(
            module=self._config.module,
            client_class=self._config.client_class,
            variable=self._usage.variable,
            address=address(self._index.api),
            retries=self._retries(),
            retry_config=links.to(RETRY_CONFIG),
            backoff_strategy=links.to(BACKOFF_STRATEGY),
            readme=links.to("README.md", "retries"),
            timeouts=links.to("README.md", "timeouts-and-limits"),
            timeout_error=links.to(self._site.general["ResponseTimeoutError"]),
            example=self._usage.call(*sample) if sample else None,
        )

    # Operations for the examples

    def _methods(self) -> Iterator[Method]:
        return self._index.methods()

    def _rank(self, method: Method) -> tuple[bool, bool, bool, int]:
        operation = method[1]
        return (
            operation.doc.deprecated is not None,
            operation.method != "get",
            self._returned(operation) is None,
            sum(argument.required for argument in operation.signature.arguments),
        )

    def _returned(self, operation: ir.Operation) -> ir.Model | None:
        first = next(filter(None, operation.signature.results), None)
        return None if first is None else self._index.model(first.type)

    def _first(self, suits: Callable[[ir.Operation], bool]) -> Method | None:
        return next((method for method in self._methods() if suits(method[1])), None)

    def _answering(self, answer: ir.Answer) -> CallView | None:
        method = self._first(lambda operation: operation.signature.answer == answer)
        if method is None and answer == "stream":
            method = self._first(lambda operation: operation.signature.selector is not None)
            if method is not None and method[1].signature.selector is not None:
                return self._usage.call(*method, {method[1].signature.selector.name: TRUE})
        return None if method is None else self._usage.call(*method)

    def _some_path(self) -> str:
        """Return a path that can be called as it is; "" if there is none."""
        method = self._first(lambda each: each.method == "get" and "{" not in each.path)
        return "" if method is None else method[1].path

    def _caught(self) -> CallView | None:
        """Return a call whose error is caught, preferably one for something that does not exist."""
        methods = sorted(self._methods(), key=self._rank)
        for status in ("404", "401", "400", ""):
            for resource, operation in methods:
                for error in sorted(operation.errors, key=lambda item: status_order(item.status)):
                    if error.error and error.status.startswith(status):
                        name = self._index.errors[error.error].name.python
                        return self._usage.failing(resource, operation, name)
        sample = self.sample()
        return self._usage.failing(*sample, self._site.default_error) if sample else None

    def _null(self) -> NullView | None:
        """Return an example of null, preferably an update, where it has a clear meaning."""
        for methods in (("patch",), ("put", "post")):
            for resource, operation in self._methods():
                if operation.method in methods:
                    for argument in operation.signature.arguments:
                        if _is_nullable_property(argument):
                            return self._null_view(resource, operation, argument.name)
        return None

    def _null_view(self, resource: ir.Resource, operation: ir.Operation, argument: str) -> NullView:
        bare = operation
        if operation.body is not None:
            media = replace(operation.body.media_types[0], example=None)
            bare = replace(operation, body=replace(operation.body, media_types=(media,)))
        call = self._usage.call(resource, bare, {argument: NONE})
        unset = self._usage.call(resource, bare, {argument: _UNSET})
        return NullView(call.imports, argument, call.call, unset.call)

    def _pages(self) -> PagesExampleView | None:
        method = self._first(lambda operation: isinstance(operation.pagination, ir.OffsetPages))
        method = method or self._first(lambda operation: operation.pagination is not None)
        if method is None:
            return None
        resource, operation = method
        call = self._usage.call(resource, operation)
        models = self._index.page_models(operation)
        offset, resumed = _offset(operation), ""
        if offset:
            rest = self._usage.call(resource, operation, {offset: _REACHED})
            resumed = f"{call.method}_iter({rest.arguments})"
        return PagesExampleView(
            imports=call.imports,
            method=call.method,
            call=f"{call.method}_iter({call.arguments})",
            async_call=f"{call.method}_iter_async({call.arguments})",
            resumed=resumed,
            follows=any(
                isinstance(each.pagination, ir.CursorPages | ir.UrlPages)
                for each in self._index.operations()
            ),
            page_call=call.call if models else "",
            has_next_page=bool(models) and not any(map(self._index.lacks_next_page, models)),
        )

    def _unsafe(self) -> str:
        method = self._first(lambda operation: operation.method in {"post", "patch"})
        return f"{method[0].name.python}.{method[1].name.python}" if method else ""

    # Tables

    def _settings(self) -> TableView | None:
        rows = [
            (
                md_code(parameter.name.python),
                md_code(variable) if variable else "",
                md_code(parameter.name.wire),
                md_cell(parameter.doc.description or parameter.doc.summary),
                md_code(example(parameter.doc)),
            )
            for parameter in self._index.api.globals
            for variable in [global_variable(self._index, self._config, parameter)]
        ]
        header = ("Argument", "Environment variable", "Sent as", "Description", "Example")
        return table(header, rows) if rows else None

    def _method_table(self, links: Links) -> TableView:
        rows = []
        for resource in self._index.resources():
            anchors = operation_anchors(resource)
            page = self._site.resources[resource.module]
            for operation in resource.operations:
                name = md_code(f"{resource.name.python}.{operation.name.python}")
                summary = md_cell(operation.doc.summary)
                rows.append((f"[{name}]({links.to(page, anchors[operation.id])})", summary))
        return table(("Method", "Description"), rows)

    def _error_table(self, links: Links) -> TableView:
        statuses: dict[Origin, list[str]] = {}
        for _, operation in self._methods():
            for response in operation.errors:
                if response.error is not None:
                    statuses.setdefault(response.error, []).append(response.status)
        typed = []
        for error in self._index.api.errors:
            found = sorted(set(statuses.get(error.id, [])), key=status_order)
            name = md_code(f"errors.{error.name.python}")
            link = f"[{name}]({links.to(self._site.errors[error.id])})"
            typed.append((found, (", ".join(found), link, md_cell(self._texts.of_error(error)))))
        typed.sort(key=lambda pair: status_order(pair[0][0] if pair[0] else ""))
        rows = [row for _, row in typed]
        for name, when, text in (
            (self._site.default_error, "4XX, 5XX", "Any other error status."),
            ("ResponseValidationError", "2XX", "A successful response cannot be used."),
            (
                "RequestValidationError",
                "none",
                "The request violates the OpenAPI document; see below.",
            ),
            ("NoResponseError", "none", "No response was received."),
            ("ResponseTimeoutError", "none", "The request timed out."),
        ):
            rows.append((when, f"[`errors.{name}`]({links.to(self._site.general[name])})", text))
        return table(("Status", "Exception", "Description"), rows)

    def _retries(self) -> RetryDefaultsView:
        policy = self._index.api.retries or DEFAULT_RETRIES
        failures = [f"the status codes {listed(policy.status_codes)}"] * bool(policy.status_codes)
        failures += ["connection errors", "timeouts"] * policy.connection_errors
        return RetryDefaultsView(
            never=not failures,
            failures=md_text(listed(tuple(failures))),
            on_429=not {"429", "4XX"}.isdisjoint(policy.status_codes),
            statuses=md_text(listed(policy.status_codes)),
            connection_errors=policy.connection_errors,
            initial_interval=policy.initial_interval,
            max_interval=policy.max_interval,
            exponent=policy.exponent,
            max_elapsed_time=policy.max_elapsed_time,
            total=duration(policy.max_elapsed_time),
        )


def _is_nullable_property(argument: ir.Argument) -> bool:
    return argument.place == "property" and argument.takes_null and not argument.required


def _credentials(credentials: tuple[CredentialView, ...]) -> TableView:
    rows = [
        (md_code(item.name), md_code(item.variable), md_cell(item.text)) for item in credentials
    ]
    return table(("Argument", "Environment variable", "Description"), rows)


def _taking(credentials: tuple[CredentialView, ...], login: str) -> str:
    """Return the first argument that a class of logins can be passed as; "" if there is none."""
    return next((item.name for item in credentials if login in item.logins), "")


def _server_name(api: ir.Api) -> str:
    names = [server.id for server in server_views(api)]
    return literal(names[0]) if names else ""


def _servers(api: ir.Api) -> list[tuple[str, str, str]]:
    return [
        (
            md_code(server.id or f"server_{number}"),
            md_code(server.url),
            md_cell(server.description),
        )
        for number, server in enumerate(api.servers, 1)
    ]


def _server_variables(api: ir.Api) -> TableView | None:
    rows = [
        (md_code(item.name), md_code(item.annotation), md_code(item.default), md_cell(item.text))
        for item in variable_views(api)
    ]
    return table(("Argument", "Type", "Default", "Description"), rows) if rows else None


def _offset(operation: ir.Operation) -> str:
    """Return the keyword for the number of results to skip; "" if there is none."""
    if not isinstance(operation.pagination, ir.OffsetPages):
        return ""
    wire = operation.pagination.offset.name
    return next(a.name for a in operation.signature.arguments if a.wire == wire)
