"""What is said of a value besides its description: its limits, and what holds if it is left out."""

from __future__ import annotations

import json

from sdkwright.model import ir


def rules(doc: ir.Doc) -> str:
    """Put limits and default into sentences; "" where the document gives none.

    What the description speaks of already is not said again.
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
    """Add limits and default to a description; behind a list or a table they are a paragraph."""
    added = rules(doc)
    text = text.rstrip()
    if not added or not text:
        return text or added
    if "\n" in text:
        return f"{text}\n\n{added}"
    return f"{text if text.endswith(('.', '!', '?')) else f'{text}.'} {added}"


_LONGEST = 60
"""Characters of a default that are worth reading in a sentence."""
