"""Texts of docstrings and pages that the document does not have in this form."""

from __future__ import annotations

import json

from sdkwright.emit.index import Index
from sdkwright.model import ir


def rules(doc: ir.Doc) -> str:
    """Return limits and default as sentences; "" if the document has none.

    What the description already mentions is not repeated.
    """
    sentences = []
    known = doc.description.lower()
    limits = [limit for limit in doc.limits if limit not in known]
    if limits:
        text = ", ".join(limits)
        sentences.append(f"{text[0].upper()}{text[1:]}.")
    if doc.default is not None and "default" not in known:
        value = json.loads(doc.default)
        written = repr(value) if isinstance(value, str) else doc.default
        if "`" not in written and len(written) <= _LONGEST:
            sentences.append(f"Default: `{written}`.")
    return " ".join(sentences)


def with_rules(text: str, doc: ir.Doc) -> str:
    """Add limits and default to a description; after a list or a table they become a paragraph."""
    added = rules(doc)
    text = text.rstrip()
    if not added or not text:
        return text or added
    if "\n" in text:
        return f"{text}\n\n{added}"
    return f"{text if text.endswith(('.', '!', '?')) else f'{text}.'} {added}"


_LONGEST = 60
"""Maximum characters of a default that is mentioned in a sentence."""


def resource_text(resource: ir.Resource) -> str:
    """Return the description of a resource."""
    return resource.doc.description or f"The `{resource.name.wire}` operations."


def operation_text(operation: ir.Operation) -> tuple[str, str]:
    """Return the first line of an operation's docstring, and the rest."""
    doc = operation.doc
    if doc.summary.strip():
        return doc.summary, "" if doc.description == doc.summary else doc.description
    first, blank, rest = doc.description.strip().partition("\n\n")
    if not first:
        return f"Call `{operation.method.upper()} {operation.path}`.", ""
    if not blank and "\n" not in first:
        first, dot, rest = first.partition(". ")
        first += dot.strip()
    return first, rest


def own_server(operation: ir.Operation) -> str:
    """Return where the request goes, if it has a server of its own; else ""."""
    if operation.server is None:
        return ""
    return f"It is sent to {operation.server.url}, unless a `server_url` is given."


def typed_headers(index: Index, operation: ir.Operation) -> str:
    """Return which class the headers of the response can be read as; "" if there is none."""
    if not isinstance(operation.headers, ir.Named):
        return ""
    name = index.declarations[operation.headers.id].name.python
    return (
        f"Of its raw response, `headers_as(operations.{name})` gives the headers that are "
        "documented."
    )


def argument_text(index: Index, argument: ir.Argument) -> str:
    """Return the description of an argument."""
    text = argument.doc.description or argument.doc.summary or _without_description(argument)
    text = with_rules(text, argument.doc)
    additions = []
    if (enum := index.enum(argument.type)) is not None:
        values = ", ".join(repr(value) for value in enum.values)
        additions.append(f"One of {values}{'; others may be added' if enum.open else ''}.")
    if argument.doc.deprecated is not None:
        additions.append(f"Deprecated. {argument.doc.deprecated}".strip())
    if not additions:
        return text
    text = text.rstrip()
    if "\n" in text:  # what follows a list or a table is a paragraph
        return "\n\n".join((text, " ".join(additions)))
    return " ".join((text if text.endswith((".", "!", "?")) else f"{text}.", *additions))


def _without_description(argument: ir.Argument) -> str:
    return "The body." if argument.place == "body" else f"The value of `{argument.wire}`."
