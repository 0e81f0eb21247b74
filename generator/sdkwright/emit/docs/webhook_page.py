"""The view of the page on webhooks: what the API's server sends, and how to receive it."""

from __future__ import annotations

from dataclasses import dataclass

from sdkwright.config import Config
from sdkwright.emit.docs.declarations import DeclarationPages
from sdkwright.emit.docs.links import README, Links, Site
from sdkwright.emit.docs.markdown import TableView, md_cell, md_code, table
from sdkwright.emit.docs.spelling import Spelling
from sdkwright.emit.index import Index
from sdkwright.emit.webhook_views import webhook_text
from sdkwright.model import ir


@dataclass(frozen=True, slots=True)
class WebhooksPageView:
    """The page on webhooks; `call` parses one, and `variants` are classes that it can return."""

    module: str
    call: str
    has_event: bool
    has_several: bool
    packages: str
    variants: tuple[str, ...]
    webhooks: TableView
    readme: str
    bodies: str


class WebhookPages:
    """Creates the view.

    Args:
        index: The webhooks.
        config: The settings, with the names of the package.
        site: The paths of the pages.
        declarations: Creates links to methods.
    """

    def __init__(
        self, index: Index, config: Config, site: Site, declarations: DeclarationPages
    ) -> None:
        self._index = index
        self._config = config
        self._site = site
        self._declarations = declarations

    def view(self, links: Links) -> WebhooksPageView:
        """Return the view of all webhooks, for the page that the links start from."""
        spelling = Spelling(self._index, self._site, links)
        webhooks = self._index.api.webhooks
        variants = self._variants()
        return WebhooksPageView(
            module=self._config.module,
            call=f"{webhooks[0].name.python}.parse",
            has_event=bool(variants),
            has_several=len(webhooks) > 1,
            packages=", ".join(sorted({model.package for model in variants})),
            variants=tuple(f"{model.package}.{model.name.python}" for model in variants),
            webhooks=table(
                ("Webhook", "Payload", "Headers", "Description"),
                [
                    (
                        md_code(webhook.name.python),
                        _payload(webhook, spelling),
                        ", ".join(md_code(header.name.wire) for header in webhook.headers),
                        self._about(webhook, links),
                    )
                    for webhook in webhooks
                ],
            ),
            readme=links.to(README),
            bodies=self._index.bodies,
        )

    def _variants(self) -> list[ir.Model]:
        """Return the classes of the first two events, as examples."""
        event = self._index.api.event
        union = None if event is None else self._index.declaration(event)
        kinds = union.variants if isinstance(union, ir.Union) else ()
        return [model for kind in kinds[:2] if (model := self._index.model(kind))]

    def _about(self, webhook: ir.Webhook, links: Links) -> str:
        text = md_cell(webhook_text(webhook))
        if not webhook.operation:
            return text
        return f"{text} A callback of {self._declarations.method(webhook.operation, links)}."


def _payload(webhook: ir.Webhook, spelling: Spelling) -> str:
    payload = webhook.payload
    if payload is None:
        return "none"
    return "`bytes`" if payload.content == "binary" else spelling.cell(payload.type)
