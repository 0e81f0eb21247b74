"""The documentation of the SDK: README.md, a page for each thing, and llms.txt, which joins them.

This module knows which template renders which page, and its path. The contents of the pages are
decided in the other modules of this package, and their appearance in `templates/docs`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from jinja2 import Environment

from sdkwright.config import Config
from sdkwright.emit.docs.declarations import (
    AliasPageView,
    DeclarationPages,
    DeclarationPageView,
)
from sdkwright.emit.docs.errors import ErrorPages
from sdkwright.emit.docs.guide import Guide
from sdkwright.emit.docs.links import (
    BACKOFF_STRATEGY,
    FULL,
    INDEX,
    README,
    RETRY_CONFIG,
    TIMEOUT,
    WEBHOOKS,
    Links,
    Site,
)
from sdkwright.emit.docs.markdown import FILTERS, md_code, md_line, md_text
from sdkwright.emit.docs.resources import ResourcePages, operation_anchors
from sdkwright.emit.docs.texts import Texts, first_sentence
from sdkwright.emit.docs.usage import Usage
from sdkwright.emit.docs.webhook_page import WebhookPages
from sdkwright.emit.index import Index
from sdkwright.model import ir

__all__ = ["FILTERS", "render"]

_GENERAL_TEXTS = {
    "NoResponseError": "No response was received.",
    "RequestValidationError": "A request violates the OpenAPI document, and was not sent.",
    "ResponseTimeoutError": "The request timed out.",
    "ResponseValidationError": "A successful response cannot be used.",
    "SDKError": "Base class of the exceptions of this SDK.",
}


@dataclass(frozen=True, slots=True)
class Page:
    """A page; `view` returns its contents, with links that start from a given page."""

    path: str
    section: str
    title: str
    text: str
    template: str
    view: Callable[[Links], object]


@dataclass(frozen=True, slots=True)
class EntryView:
    """A line of llms.txt; all fields are already Markdown."""

    title: str
    target: str
    text: str


@dataclass(frozen=True, slots=True)
class SectionView:
    title: str
    entries: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True)
class IndexView:
    """The contents of llms.txt."""

    title: str
    text: str
    distribution: str
    module: str
    full: str
    sections: tuple[SectionView, ...]


def render(index: Index, config: Config, environment: Environment) -> dict[str, str]:
    """Render all pages.

    Args:
        index: What to document.
        config: The settings, with the names of the package.
        environment: The Jinja environment; the filters for Markdown are added to it.

    Returns:
        The text of each page, by its path in the output folder.
    """
    environment.filters.update(FILTERS)
    pages = list(_Book(index, config).pages())

    def text(page: Page, links: Links) -> str:
        template = environment.get_template(f"docs/{page.template}.jinja")
        return template.render(page=page.view(links)).rstrip("\n") + "\n"

    files: dict[str, str] = {}
    whole: list[str] = []
    for page in pages:  # one after the other, since the two share most of the work
        files[page.path] = text(page, Links(page.path))
        whole.append(text(page, Links(FULL)))
    view = _index_view(index, config, pages)
    files[INDEX] = environment.get_template("docs/llms.jinja").render(index=view)
    files[FULL] = "\n".join(whole)
    return files


class _Book:
    """All pages of an SDK, in reading order."""

    def __init__(self, index: Index, config: Config) -> None:
        self._index = index
        self._site = Site(index, config.client_class)
        self._texts = Texts(index)
        usage = Usage(index, config)
        self._guide = Guide(index, config, self._site, usage, self._texts)
        self._resources = ResourcePages(index, self._site, usage)
        self._declarations = DeclarationPages(index, self._site, usage, self._texts)
        self._webhooks = WebhookPages(index, config, self._site, self._declarations)
        self._errors = ErrorPages(
            index,
            self._site,
            usage,
            self._texts,
            self._declarations,
            sample=self._guide.sample(),
        )

    def pages(self) -> Iterator[Page]:
        text = "Installation, authentication, errors, retries, async, logging."
        yield Page(README, "Guide", "README", text, "readme.md", self._guide.readme)
        for resource in self._index.resources():
            yield self._resource(resource)
        if self._index.api.webhooks:
            text = "How to verify and parse the requests that the API sends to your server."
            yield Page(WEBHOOKS, "Webhooks", "webhooks", text, "webhooks", self._webhooks.view)
        for declaration in self._index.api.declarations:
            if declaration.package == "operations":
                yield self._declaration(declaration)
        for declaration in self._index.api.declarations:
            if declaration.package == "components":
                yield self._declaration(declaration)
        yield from self._error_pages()
        for path, title, text, template in (
            (RETRY_CONFIG, "utils.RetryConfig", "When to retry a call.", "retryconfig"),
            (
                BACKOFF_STRATEGY,
                "utils.BackoffStrategy",
                "How long to wait between attempts.",
                "backoffstrategy",
            ),
            (TIMEOUT, "utils.Timeout", "Time-outs of the steps of a request.", "timeout"),
        ):
            yield Page(path, "Utilities", title, text, template, self._guide.utility_page)

    def _resource(self, resource: ir.Resource) -> Page:
        return Page(
            path=self._site.resources[resource.module],
            section="Methods",
            title=resource.class_name,
            text=resource.doc.description or resource.name.wire,
            template="resource",
            view=lambda links: self._resources.view(resource, links),
        )

    def _declaration(self, declaration: ir.Declaration) -> Page:
        def view(links: Links) -> DeclarationPageView | AliasPageView:
            if isinstance(declaration, ir.Alias):
                return self._declarations.alias(declaration, links)
            return self._declarations.view(declaration, links)

        return Page(
            path=self._site.declarations[declaration.id],
            section={
                "operations": "Types of operations",
                "components": "Shared types",
                "errors": "Errors",
            }[declaration.package],
            title=f"{declaration.package}.{declaration.name.python}",
            text=self._texts.of_declaration(declaration),
            template="alias" if isinstance(declaration, ir.Alias) else "declaration",
            view=view,
        )

    def _error_pages(self) -> Iterator[Page]:
        site = self._site
        texts = {
            site.base_error: "Base class of the errors that are raised for a response.",
            site.default_error: "Any error status without a class of its own.",
            **_GENERAL_TEXTS,
        }
        templates = {
            site.base_error: "base_error",
            site.default_error: "default_error",
            "NoResponseError": "no_response_error",
            "RequestValidationError": "request_validation_error",
            "ResponseTimeoutError": "timeout_error",
            "ResponseValidationError": "validation_error",
            "SDKError": "sdk_error",
        }
        for name, path in site.general.items():
            yield self._general_error(name, path, texts[name], templates[name])
        for error in self._index.api.errors:
            yield self._error(error)
        for declaration in self._index.api.declarations:
            if declaration.package == "errors":
                yield self._declaration(declaration)

    def _general_error(self, name: str, path: str, text: str, template: str) -> Page:
        return Page(
            path,
            "Errors",
            f"errors.{name}",
            text,
            template,
            view=lambda links: self._errors.general(name, links),
        )

    def _error(self, error: ir.ErrorType) -> Page:
        return Page(
            path=self._site.errors[error.id],
            section="Errors",
            title=f"errors.{error.name.python}",
            text=self._texts.of_error(error),
            template="error",
            view=lambda links: self._errors.view(error, links),
        )


def _index_view(index: Index, config: Config, pages: list[Page]) -> IndexView:
    links = Links(INDEX)
    sections: dict[str, list[EntryView]] = {}
    for page in pages:
        entry = _entry(md_text(page.title), links.to(page.path), page.text)
        sections.setdefault(page.section, []).append(entry)
    for resource in index.resources():
        anchors = operation_anchors(resource)
        path = f"docs/sdks/{resource.slug}/README.md"
        for operation in resource.operations:
            name = f"{resource.name.python}.{operation.name.python}"
            text = operation.doc.summary or operation.doc.description
            entry = _entry(md_code(name), links.to(path, anchors[operation.id]), text)
            sections["Methods"].append(entry)
    return IndexView(
        title=md_text(config.distribution),
        text=md_line(config.description or index.api.title),
        distribution=config.distribution,
        module=config.module,
        full=links.to(FULL),
        sections=tuple(SectionView(title, tuple(entries)) for title, entries in sections.items()),
    )


def _entry(title: str, target: str, text: str) -> EntryView:
    return EntryView(title, target, md_line(first_sentence(text)))
