"""Writes a value as XML, as the `xml` objects of its schema say (OpenAPI 3.1, section 4.8.26)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from tests.corpus.support.contract import Contract, Json


class XmlWriter:
    """Writes XML of one document.

    Args:
        contract: The document.
        flat: Returns a schema with all that it refers to and consists of.
    """

    def __init__(self, contract: Contract, flat: Callable[[Json], dict[str, Json]]) -> None:
        self._contract = contract
        self._flat = flat

    def document(self, schema: Json, value: Json) -> str:
        """Return a document; the name of its root is that of the component if no other is given."""
        reference = schema.get("$ref", "") if isinstance(schema, dict) else ""
        return self._elements(str(reference).rpartition("/")[2] or "root", schema, value)

    def _elements(self, name: str, schema: Json, value: Json) -> str:
        about = self._xml(schema)
        items = self._flat(schema).get("items", True)
        if not isinstance(value, list):
            return self._element(about.get("name", name), schema, value)
        inner = about.get("name", name) if about.get("wrapped") else name
        text = "".join(self._elements(inner, items, item) for item in value)
        return _tag(about.get("name", name), about, {}, text) if about.get("wrapped") else text

    def _element(self, name: str, schema: Json, value: Json) -> str:
        if not isinstance(value, dict):
            return _tag(name, self._xml(schema), {}, escape(_plain(value)))
        attributes: dict[str, str] = {}
        text = ""
        flat = self._flat(schema)
        for key, item in value.items():
            inner = self._property(schema, key)
            inner = flat.get("additionalProperties", True) if inner is None else inner
            about = self._xml(inner)
            if about.get("attribute"):
                attributes[str(about.get("name", key))] = _plain(item)
            elif about.get("x-text") or about.get("nodeType") == "text":
                text += escape(_plain(item))
            else:
                text += self._elements(key, inner, item)
        return _tag(name, self._xml(schema), attributes, text)

    def _property(self, schema: Json, key: str) -> Json:
        """Return the schema of a property, which one of several choices may have."""
        flat = self._flat(schema)
        known = (flat.get("properties") or {}).get(key)
        choices = [*(flat.get("oneOf") or ()), *(flat.get("anyOf") or ())]
        found = (self._property(choice, key) for choice in choices)
        return next((each for each in (known, *found) if each is not None), None)

    def _xml(self, schema: Json) -> dict[str, Any]:
        found = self._contract.resolve(schema)
        return (found.get("xml") or {}) if isinstance(found, dict) else {}


def _plain(value: Json) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)


def _tag(name: str, about: Mapping[str, Any], given: Mapping[str, str], text: str) -> str:
    prefix, namespace = about.get("prefix"), about.get("namespace")
    attributes = dict(given)
    if namespace:
        attributes[f"xmlns:{prefix}" if prefix else "xmlns"] = namespace
    full = f"{prefix}:{name}" if prefix else name
    pairs = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items())
    return f"<{full}{pairs}>{text}</{full}>"
