"""Views of the pages that document one type each."""

from __future__ import annotations

from dataclasses import dataclass

from sdkwright.emit.docs.links import WEBHOOKS, Links, Site
from sdkwright.emit.docs.markdown import TableView, md_cell, md_code, table
from sdkwright.emit.docs.resources import operation_anchors
from sdkwright.emit.docs.spelling import Spelling
from sdkwright.emit.docs.texts import Texts, Use, cell, example
from sdkwright.emit.docs.usage import Usage, ValueView, literal
from sdkwright.emit.index import Index
from sdkwright.model import graph, ir, reserved


@dataclass(frozen=True, slots=True)
class DeclarationPageView:
    """The page of a named type; links and tables are already Markdown."""

    name: str
    text: str
    is_deprecated: bool
    deprecated: str
    usage: ValueView
    fields: TableView | None
    values: TableView | None
    is_open: bool
    variants: TableView | None
    discriminator: str
    is_told_by_fields: bool
    uses: tuple[str, ...]
    other_names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AliasPageView:
    """The page of a second name for a type; `target` is a link to the page of the type."""

    name: str
    text: str
    is_deprecated: bool
    deprecated: str
    target: str
    uses: tuple[str, ...]


class DeclarationPages:
    """Creates the views of named types.

    Args:
        index: The types.
        site: The paths of the pages.
        usage: Creates the examples.
        texts: Describes types that have no description.
    """

    def __init__(self, index: Index, site: Site, usage: Usage, texts: Texts) -> None:
        self._index = index
        self._site = site
        self._usage = usage
        self._texts = texts
        # Each page is rendered twice in a row, with different links; the examples have none.
        self._last_usage: tuple[ir.Declaration, ValueView] | None = None
        self._methods = {
            operation.id: (resource, operation, anchors[operation.id])
            for resource in index.resources()
            for anchors in (operation_anchors(resource),)
            for operation in resource.operations
            if index.homes[operation.id][0] is resource
        }

    def view(self, declaration: ir.Declaration, links: Links) -> DeclarationPageView:
        """Return the view of a named type, for the page that the links start from."""
        spelling = Spelling(self._index, self._site, links)
        uses = self._texts.uses.get(declaration.id, [])
        return DeclarationPageView(
            name=declaration.name.python,
            text=self._texts.of_declaration(declaration),
            is_deprecated=declaration.doc.deprecated is not None,
            deprecated=declaration.doc.deprecated or "",
            usage=self._usage_of(declaration, is_body=any(use.role == "body" for use in uses)),
            fields=self.fields(declaration, links) if isinstance(declaration, ir.Model) else None,
            values=_values(declaration) if isinstance(declaration, ir.Enum) else None,
            is_open=isinstance(declaration, ir.Enum) and declaration.open,
            variants=(
                _variants(declaration, spelling) if isinstance(declaration, ir.Union) else None
            ),
            discriminator=_discriminator(declaration),
            is_told_by_fields=isinstance(declaration, ir.Union)
            and sum(self._index.model(variant) is not None for variant in declaration.variants) > 1,
            uses=tuple(self._use(use, links) for use in uses),
            other_names=tuple(
                spelling.line(ir.Named(other.id))
                for other in self._index.aliases.get(declaration.id, ())
            ),
        )

    def alias(self, alias: ir.Alias, links: Links) -> AliasPageView:
        """Return the view of a second name, for the page that the links start from."""
        target = self._index.canonical(alias.id) or alias
        uses = self._texts.uses.get(alias.id, [])
        return AliasPageView(
            name=alias.name.python,
            text=self._texts.of_declaration(alias),
            is_deprecated=alias.doc.deprecated is not None,
            deprecated=alias.doc.deprecated or "",
            target=Spelling(self._index, self._site, links).line(ir.Named(target.id)),
            uses=tuple(self._use(use, links) for use in uses),
        )

    def _usage_of(self, declaration: ir.Declaration, *, is_body: bool) -> ValueView:
        if self._last_usage is None or self._last_usage[0] is not declaration:
            made = (
                self._usage.body(declaration)
                if is_body and isinstance(declaration, ir.Model)
                else self._usage.value(declaration)
            )
            self._last_usage = (declaration, made)
        return self._last_usage[1]

    def fields(self, model: ir.Model, links: Links) -> TableView:
        """Return the table of a model's fields."""
        spelling = Spelling(self._index, self._site, links)
        rows = [
            (
                md_code(field.name.python),
                spelling.field(field),
                "yes" if field.required else "no",
                self._about(field),
                md_code(example(field.doc)),
            )
            for field in model.fields
        ]
        if model.additional is not None:
            kind = spelling.cell(ir.MapOf(model.additional))
            about = (
                "All other properties, by name. In JSON, they are on the same level as the fields."
            )
            rows.append((md_code(reserved.OTHERS), kind, "no", about, ""))
        return table(("Field", "Type", "Required", "Description", "Example"), rows)

    def method(self, operation_id: str, links: Links) -> str:
        """Return a link to a method."""
        resource, operation, anchor = self._methods[operation_id]
        target = links.to(self._site.resources[resource.module], anchor)
        return f"[{md_code(f'{resource.name.python}.{operation.name.python}')}]({target})"

    def _is_split(self, operation_id: str) -> bool:
        _, operation, _ = self._methods[operation_id]
        return self._index.body_model(operation) is not None

    def _about(self, field: ir.Field) -> str:
        wire = field.name.wire if field.name.wire != field.name.python else ""
        written = cell(field.doc, wire=wire, secret=field.secret)
        if written:
            return written
        return next(
            (
                md_cell(self._texts.of_declaration(self._index.declarations[id_]))
                for id_ in graph.of_type(field.type)
            ),
            "",
        )

    def _use(self, use: Use, links: Links) -> str:
        if use.owner is not None:
            owner = Spelling(self._index, self._site, links).line(ir.Named(use.owner))
            return f"Field {md_code(use.name)} of {owner}" if use.name else f"Variant of {owner}"
        if use.webhook:
            return f"Payload of {md_code(f'webhooks.{use.webhook}')}: see {_webhooks(links)}"
        method = self.method(use.operation, links)
        match use.role:
            case "argument":
                return f"Argument {md_code(use.name)} of {method}"
            case "body" if self._is_split(use.operation):
                return f"Request body of {method}, whose arguments are its fields"
            case "body":
                return f"Request body of {method}"
            case _:
                return f"Response of {method}"


def _values(enum: ir.Enum) -> TableView:
    if not enum.meanings:
        return table(("Value",), [(md_code(literal(value)),) for value in enum.values])
    rows = [
        (md_code(literal(value)), md_cell(meaning))
        for value, meaning in zip(enum.values, enum.meanings, strict=True)
    ]
    return table(("Value", "Description"), rows)


def _webhooks(links: Links) -> str:
    return f"[webhooks]({links.to(WEBHOOKS)})"


def _variants(union: ir.Union, spelling: Spelling) -> TableView:
    mapping = union.discriminator.mapping if union.discriminator else ()
    rows = [
        (
            spelling.cell(variant),
            ", ".join(md_code(literal(value)) for value, kind in mapping if kind == variant),
        )
        for variant in union.variants
    ]
    return table(("Type", md_code(_discriminator(union)) if mapping else ""), rows)


def _discriminator(declaration: ir.Declaration) -> str:
    if not isinstance(declaration, ir.Union) or declaration.discriminator is None:
        return ""
    return declaration.discriminator.property
