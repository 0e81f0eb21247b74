"""Texts of docstrings and pages that are composed, or made up where the document has none."""

from __future__ import annotations

import json

from sdkwright.emit.index import Index
from sdkwright.model import ir


def rules(doc: ir.Doc) -> str:
    """Return limits and default as sentences, except for those that the description mentions."""
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
    """Append limits and default to a description: as a paragraph after a list or a table."""
    return appended(text, rules(doc))


def appended(text: str, added: str) -> str:
    """Append sentences to a text; as a paragraph if one of them has lines of its own."""
    text, added = text.rstrip(), added.strip()
    if not added or not text:
        return text or added
    if "\n" in text or "\n" in added:
        return f"{text}\n\n{added}"
    return f"{text if text.endswith(('.', '!', '?')) else f'{text}.'} {added}"


_LONGEST = 60
"""Maximum characters of a default that is mentioned in a sentence."""


def as_sentence(text: str) -> str:
    """Add a full stop to the first line of a docstring, unless it ends with punctuation."""
    text = text.rstrip()
    return f"{text}." if text[-1:].isalnum() or text.endswith((")", "`", '"', "'")) else text


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
        return f"Call `{operation.verb} {operation.path}`.", ""
    if not blank and "\n" not in first:
        first, dot, rest = first.partition(". ")
        first += dot.strip()
    return first, rest


def own_server(operation: ir.Operation) -> str:
    """Return a sentence about the server of an operation; "" if it uses the client's."""
    if operation.server is None:
        return ""
    return f"Requests go to {operation.server.url}, unless `server_url` is set."


def typed_headers(index: Index, operation: ir.Operation) -> str:
    """Return a sentence about the class for the headers of the response; "" if there is none."""
    if not isinstance(operation.headers, ir.Named):
        return ""
    name = index.declarations[operation.headers.id].name.python
    return (
        f"The documented headers are available as `headers_as(operations.{name})` of the raw "
        "response."
    )


def argument_text(index: Index, argument: ir.Argument) -> str:
    """Return the description of an argument."""
    text = argument.doc.description or argument.doc.summary or _without_description(argument)
    text = with_rules(text, argument.doc)
    additions = []
    if argument.is_global:
        additions.append(f"Defaults to the client's `{argument.name}`.")
    if (enum := index.enum(argument.type)) is not None:
        values = ", ".join(repr(value) for value in enum.values)
        additions.append(f"One of {values}{'; others may be added' if enum.open else ''}.")
    if argument.doc.deprecated is not None:
        additions.append(f"Deprecated. {argument.doc.deprecated}".strip())
    return appended(text, " ".join(additions)) if additions else text


def _without_description(argument: ir.Argument) -> str:
    return "The request body." if argument.place == "body" else f"The value of `{argument.wire}`."
