"""The XML Object of a schema: which node a value is, and its name (OpenAPI 3.2, section 4.26)."""

from __future__ import annotations

import re
from typing import Any, Final, NamedTuple

from sdkwright.frontend import engine
from sdkwright.frontend.context import UntypedXmlError

_START: Final = (
    "A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d"
    "\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_NAME: Final = re.compile(f"[{_START}][-.0-9\u00b7\u0300-\u036f\u203f-\u2040{_START}]*")
"""A name without a colon (Namespaces in XML, section 3)."""

_NAMESPACE: Final = re.compile(r"[^\s<>\"{}|\\^`\x00-\x20\ud800-\udfff\ufffe\uffff]*")
"""A namespace (RFC 3987): what cannot be in an IRI is a mistake."""

_XML_NAMESPACE: Final = "http://www.w3.org/XML/1998/namespace"
_NODE_TYPES: Final = frozenset({"element", "attribute", "text", "cdata", "none"})


class XmlObject(NamedTuple):
    """An XML Object, or its defaults.

    `form` is the node type, "" if the document leaves it to its default; `at` is the place of the
    schema that has it.
    """

    at: str
    form: str = ""
    name: str = ""
    namespace: str = ""
    prefix: str = ""


def read(given: dict[str, Any], at: str) -> XmlObject:
    """Read an XML Object; `nodeType` is that of OpenAPI 3.2, the flags are those of 3.1."""
    form = given.get("nodeType", "")
    if form and (not isinstance(form, str) or form not in _NODE_TYPES):
        listed = ", ".join(sorted(_NODE_TYPES))
        raise UntypedXmlError("`nodeType` has an unknown value", f"use one of {listed}", at)
    if not form and given.get("attribute") is True:
        form = "attribute"
    elif not form and given.get("wrapped") is True:
        form = "element"
    texts = [engine.text(given.get(key)) for key in ("name", "namespace", "prefix")]
    return XmlObject(at, form, *texts)


def named(name: str, xml: XmlObject) -> str:
    if not name:
        raise UntypedXmlError("an element has no name", "add one to its `xml` object", xml.at)
    if not _NAME.fullmatch(name):
        reason = f"{name!r} is not the name of an element or attribute"
        raise UntypedXmlError(
            reason, "add a valid one to its `xml` object; a prefix goes to `prefix`", xml.at
        )
    return name


def space(xml: XmlObject) -> tuple[str, str]:
    """Return the namespace and the prefix of a name."""
    namespace = _XML_NAMESPACE if xml.prefix == "xml" and not xml.namespace else xml.namespace
    if xml.prefix and not namespace:
        reason = f"the prefix `{xml.prefix}` has no namespace"
        raise UntypedXmlError(reason, "add `namespace` to the `xml` object", xml.at)
    is_reserved = xml.prefix == "xmlns" or (xml.prefix == "xml") != (namespace == _XML_NAMESPACE)
    if is_reserved or (xml.prefix and not _NAME.fullmatch(xml.prefix)):
        raise UntypedXmlError(f"{xml.prefix!r} is not a valid prefix", "use another one", xml.at)
    if not _NAMESPACE.fullmatch(namespace):
        raise UntypedXmlError("the namespace is not an IRI", "correct it", xml.at)
    return namespace, xml.prefix
