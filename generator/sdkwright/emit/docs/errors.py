"""Views of the pages that document exceptions."""

from __future__ import annotations

from dataclasses import dataclass

from sdkwright.emit.docs.declarations import DeclarationPages
from sdkwright.emit.docs.links import README, Links, Site
from sdkwright.emit.docs.markdown import TableView, table
from sdkwright.emit.docs.resources import status_order
from sdkwright.emit.docs.spelling import Spelling
from sdkwright.emit.docs.texts import Texts
from sdkwright.emit.docs.usage import CallView, Usage
from sdkwright.emit.index import Index
from sdkwright.model import ir


@dataclass(frozen=True, slots=True)
class ErrorPageView:
    """The page of an exception for certain statuses."""

    name: str
    text: str
    base: str
    base_link: str
    raised: TableView
    usage: CallView | None
    data: str
    fields: TableView | None
    bodies: str


@dataclass(frozen=True, slots=True)
class GeneralErrorView:
    """The page of an exception that any call can raise."""

    name: str
    base: str
    base_link: str
    default: str
    default_link: str
    timeout_link: str
    no_response_link: str
    validation_link: str
    usage: CallView | None
    specific: tuple[str, ...]
    readme: str
    bodies: str


class ErrorPages:
    """Creates the views of exceptions.

    Args:
        index: The exceptions.
        site: The paths of the pages.
        usage: Creates the examples.
        texts: Describes exceptions.
        declarations: Renders fields and methods.
        sample: The operation for examples that can use any one.
    """

    def __init__(
        self,
        index: Index,
        site: Site,
        usage: Usage,
        texts: Texts,
        declarations: DeclarationPages,
        *,
        sample: tuple[ir.Resource, ir.Operation] | None,
    ) -> None:
        self._index = index
        self._site = site
        self._usage = usage
        self._texts = texts
        self._declarations = declarations
        self._sample = sample

    def view(self, error: ir.ErrorType, links: Links) -> ErrorPageView:
        """Return the view of an exception, for the page that the links start from."""
        raised = [
            (status, resource, operation)
            for resource, operation in self._index.methods()
            for status in dict.fromkeys(
                response.status for response in operation.errors if response.error == error.id
            )
        ]
        sample = raised[0][1:] if raised else self._sample
        model = self._index.model(error.body)
        spelling = Spelling(self._index, self._site, links)
        rows = [
            (_status(status), self._declarations.method(operation.id, links))
            for status, _, operation in sorted(raised, key=lambda item: status_order(item[0]))
        ]
        return ErrorPageView(
            name=error.name.python,
            text=self._texts.of_error(error),
            base=self._site.base_error,
            base_link=links.to(self._site.general[self._site.base_error]),
            raised=table(("Status Code", "Method"), rows),
            usage=self._failing(sample, error.name.python),
            data=spelling.line(error.body),
            fields=self._declarations.fields(model, links) if model else None,
            bodies=self._index.bodies,
        )

    def general(self, name: str, links: Links) -> GeneralErrorView:
        """Return the view of an exception that is not tied to a status."""
        site = self._site
        return GeneralErrorView(
            name=name,
            base=site.base_error,
            base_link=links.to(site.general[site.base_error]),
            default=site.default_error,
            default_link=links.to(site.general[site.default_error]),
            timeout_link=links.to(site.general["ResponseTimeoutError"]),
            no_response_link=links.to(site.general["NoResponseError"]),
            validation_link=links.to(site.general["ResponseValidationError"]),
            usage=self._failing(self._sample, name),
            specific=tuple(
                f"[`errors.{error.name.python}`]({links.to(site.errors[error.id])})"
                for error in self._index.api.errors
            ),
            readme=links.to(README, "errors"),
            bodies=self._index.bodies,
        )

    def _failing(
        self, sample: tuple[ir.Resource, ir.Operation] | None, error: str
    ) -> CallView | None:
        return self._usage.failing(*sample, error) if sample else None


def _status(status: str) -> str:
    return "any other" if status == "default" else status
