"""Phrases about a value besides its description: its limits, and its default."""

from __future__ import annotations

import json

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
