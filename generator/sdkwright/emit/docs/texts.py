"""The descriptions on pages: the document's own, or those derived from where a thing is used."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from sdkwright.emit.docs.markdown import md_cell, md_code
from sdkwright.emit.docs.samples import parsed
from sdkwright.emit.index import Index
from sdkwright.emit.wording import with_rules
from sdkwright.model import graph, ir, reserved
from sdkwright.model.origin import Origin

LONGEST_EXAMPLE = 100
"""Maximum characters of an example in a cell."""

MASKED = "Masked when the object is printed, and omitted from pickles."


@dataclass(frozen=True, slots=True)
class Use:
    """A place where a named type is used.

    `owner` is the id of the model whose field it is, or of the union whose variant it is; otherwise
    it is used by the operation, or by the webhook. `text` describes it there.
    """

    role: str
    name: str
    text: str
    owner: Origin | None = None
    operation: str = ""
    webhook: str = ""


class Texts:
    """Finds descriptions.

    Args:
        index: The types and operations, with their documentation.
    """

    def __init__(self, index: Index) -> None:
        self._index = index

    @cached_property
    def uses(self) -> Mapping[Origin, list[Use]]:
        """The places where each named type is used, by its id."""
        found: dict[Origin, dict[Use, None]] = defaultdict(dict)
        for id_, use in self._each_use():
            found[id_].setdefault(use)
        return {id_: [*uses] for id_, uses in found.items()}

    def of_declaration(self, declaration: ir.Declaration) -> str:
        """Return the description of a type: its own, or that of the first use with one."""
        own = declaration.doc.description or declaration.doc.summary
        if own:
            return own
        return next((use.text for use in self.uses.get(declaration.id, []) if use.text), "")

    def of_error(self, error: ir.ErrorType) -> str:
        """Return the description of an exception: that of its responses if equal, else its own."""
        found = self._of_responses.get(error.id, {})
        return next(iter(found)) if len(found) == 1 else error.doc.description or error.doc.summary

    @cached_property
    def _of_responses(self) -> Mapping[Origin, dict[str, None]]:
        """The descriptions of the responses that raise each exception, by its id."""
        found: dict[Origin, dict[str, None]] = defaultdict(dict)
        for operation in self._index.operations():
            for response in operation.errors:
                if response.error is not None and response.doc.description:
                    found[response.error].setdefault(response.doc.description)
        return found

    def _each_use(self) -> Iterator[tuple[Origin, Use]]:
        for resource in self._index.resources():
            for operation in resource.operations:
                yield from self._uses_by(operation)
        for webhook in self._index.api.webhooks:
            if webhook.payload is not None:
                use = Use("payload", "", webhook.doc.description, webhook=webhook.name.python)
                yield from ((id_, use) for id_ in graph.of_type(webhook.payload.type))
        for declaration in self._index.api.declarations:
            if isinstance(declaration, ir.Model):
                for field in declaration.fields:
                    text = field.doc.description
                    use = Use("field", field.name.python, text, owner=declaration.id)
                    yield from ((id_, use) for id_ in graph.of_type(field.type))
                if declaration.additional is not None:
                    use = Use("field", reserved.OTHERS, "", owner=declaration.id)
                    yield from ((id_, use) for id_ in graph.of_type(declaration.additional))
            elif isinstance(declaration, ir.Union):
                use = Use("variant", "", "", owner=declaration.id)
                yield from (
                    (id_, use) for item in declaration.variants for id_ in graph.of_type(item)
                )

    def _uses_by(self, operation: ir.Operation) -> Iterator[tuple[Origin, Use]]:
        for argument in operation.signature.arguments:
            text = argument.doc.description
            use = Use("argument", argument.name, text, operation=operation.id)
            yield from ((id_, use) for id_ in graph.of_type(argument.type))
        if operation.body is not None:
            use = Use("body", "", operation.body.doc.description, operation=operation.id)
            for media in operation.body.media_types:
                yield from ((id_, use) for id_ in graph.of_type(media.type))
        for response in operation.responses:
            use = Use("response", "", response.doc.description, operation=operation.id)
            for media in response.all_media:
                yield from ((id_, use) for id_ in graph.of_type(media.type))


def cell(doc: ir.Doc, *, wire: str = "", secret: bool = False) -> str:
    """Return the description of a field or an argument; `wire` is its JSON name, if different."""
    parts = []
    if doc.deprecated is not None:
        parts.append("**Deprecated.**")
        parts.append(md_cell(doc.deprecated))
    parts.append(md_cell(with_rules(doc.description or doc.summary, doc)))
    if wire:
        parts.append(f"Called {md_code(wire)} in JSON.")
    if secret:
        parts.append(MASKED)
    return " ".join(part for part in parts if part)


def example(doc: ir.Doc) -> str:
    """Return an example as plain text; "" if there is none, or if it is too long for a cell."""
    value = parsed(doc.example)
    if doc.example is None or (value is None and doc.example != "null"):
        return ""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= LONGEST_EXAMPLE else ""


def with_sentence(text: str, added: str) -> str:
    """Add a sentence to a description, which may not end with a full stop."""
    if not added:
        return text
    return f"{text if text.endswith(('.', '!', '?')) else f'{text}.'} {added}"


def first_sentence(text: str) -> str:
    """Return the first sentence of a description."""
    paragraph = text.strip().partition("\n\n")[0]
    head, dot, _ = paragraph.partition(". ")
    return f"{head}{dot.strip()}"
