"""Writes plain values, as JSON has them, as XML."""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING, Any, Final

from ..http.wire import scalar
from ..json.shapes import is_array, is_object
from .nodes import Attribute, Element, Fields, Items, Same, Text
from .reading import XSI

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .nodes import Content, Node

_FORBIDDEN: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML cannot contain (XML 1.0, section 2.2)."""

_START: Final = (
    "A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d"
    "\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_NAME: Final = re.compile(f"[{_START}][-.0-9\u00b7\u0300-\u036f\u203f-\u2040{_START}]*")
"""A name without a colon (Namespaces in XML, section 3)."""

_IN_TEXT: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_IN_ATTRIBUTE: Final = _IN_TEXT | str.maketrans({'"': "&quot;", "\n": "&#10;", "\t": "&#9;"})

_SCOPE: Final = {"xml": "http://www.w3.org/XML/1998/namespace"}
"""The prefix that needs no declaration (Namespaces in XML, section 3)."""


class Writer:
    """Writes one body.

    Args:
        contents: The contents that several places share.
    """

    __slots__ = ("_contents",)

    def __init__(self, contents: Mapping[str, Content]) -> None:
        self._contents = contents

    def document(self, node: Element, value: Any, encoding: str = "utf-8") -> bytes:
        """Return a document.

        Args:
            node: The root element.
            value: Its value, which is plain.
            encoding: The encoding of the document.

        Raises:
            ValueError: The value, or one inside of it, can't be written as XML.
        """
        try:
            text = self._element(node, node.name, value, _SCOPE, "")
        except RecursionError:
            raise ValueError("The body is nested too deeply.") from None
        declaration = f'<?xml version="1.0" encoding="{encoding.upper()}"?>\n'
        try:
            return f"{declaration}{text}".encode(encoding)
        except (LookupError, UnicodeEncodeError):
            raise ValueError(f"The body can't be encoded as {encoding}.") from None

    def _element(
        self, node: Element, name: str, value: Any, scope: Mapping[str, str], place: str
    ) -> str:
        """Return an element; `scope` has the namespaces of the prefixes that are declared."""
        tag, declared, scope = _named(node.namespace, node.prefix, name, scope)
        attributes = [declared] if declared else []
        if value is None:
            prefix = "xsi" if scope.get("xsi", XSI) == XSI else _free(scope)
            nil, declared, _ = _named(XSI, prefix, "nil", scope)
            return f"<{' '.join([tag, *attributes, *filter(None, [declared]), nil])}=\"true\"/>"
        inside: list[str] = []
        self._content(node.content, value, _Open(attributes, inside, scope), place)
        start = " ".join([tag, *attributes])
        return f"<{start}>{''.join(inside)}</{tag}>" if any(inside) else f"<{start}/>"

    def _content(self, content: Content, value: Any, into: _Open, place: str) -> None:
        while isinstance(content, Same):
            content = self._contents[content.place]
        match content:
            case Text():
                into.inside.append(_text(content, value, place))
            case Items():
                if not is_array(value):
                    raise ValueError(f"{_shown(place)} must be a list.")
                for index, item in enumerate(value):
                    at = f"{place}[{index}]"
                    made = self._element(content.item, content.item.name, item, into.scope, at)
                    into.inside.append(made)
            case Fields():
                if not is_object(value):
                    raise ValueError(f"{_shown(place)} must be an object.")
                self._fields(content, value, into, place)

    def _fields(self, fields: Fields, value: Mapping[str, Any], into: _Open, place: str) -> None:
        for key, node in fields.members.items():
            if key in value:
                self._member(node, value[key], into, f"{place}.{key}")
        for key, item in value.items():
            if key in fields.members:
                continue
            at = f"{place}.{key}"
            if fields.others is None:
                raise ValueError(f"{_shown(at)} is not in the API's document, which XML requires.")
            if not _NAME.fullmatch(key):
                what = f"has the key {key!r}, which can't be the name of an XML element"
                raise ValueError(f"{_shown(place)} {what}.")
            into.inside.append(self._element(fields.others, key, item, into.scope, at))

    def _member(self, node: Node, value: Any, into: _Open, place: str) -> None:
        match node:
            case Element():
                into.inside.append(self._element(node, node.name, value, into.scope, place))
            case Attribute():
                if value is not None:  # which an attribute can't be: it is omitted
                    into.attributes.append(_attribute(node, value, into, place))
            case _:
                if value is not None:
                    self._content(node, value, into, place)


class _Open:
    """An element that is being written."""

    __slots__ = ("attributes", "inside", "scope")

    def __init__(self, attributes: list[str], inside: list[str], scope: Mapping[str, str]) -> None:
        self.attributes = attributes
        self.inside = inside
        self.scope = scope


def _attribute(node: Attribute, value: Any, into: _Open, place: str) -> str:
    text = _checked(scalar(value, _shown(place)), place).translate(_IN_ATTRIBUTE)
    prefix = node.prefix
    if node.namespace and not prefix:  # attributes have no default namespace
        known = (each for each, uri in into.scope.items() if each and uri == node.namespace)
        prefix = next(known, "") or _free(into.scope)
    name, declared, into.scope = _named(node.namespace, prefix, node.name, into.scope)
    return f'{declared} {name}="{text}"' if declared else f'{name}="{text}"'


def _named(
    namespace: str, prefix: str, name: str, scope: Mapping[str, str]
) -> tuple[str, str, Mapping[str, str]]:
    """Return a name with its prefix, the declaration of its namespace, and the scope inside."""
    if not namespace:
        return name, "", scope
    qualified = f"{prefix}:{name}" if prefix else name
    if scope.get(prefix) == namespace:
        return qualified, "", scope
    attribute = f"xmlns:{prefix}" if prefix else "xmlns"
    declared = f'{attribute}="{namespace.translate(_IN_ATTRIBUTE)}"'
    return qualified, declared, {**scope, prefix: namespace}


def _free(scope: Mapping[str, str]) -> str:
    """Return a prefix that is not declared."""
    return next(name for n in count(1) if (name := f"ns{n}") not in scope)


def _text(node: Text, value: Any, place: str) -> str:
    text = _checked(scalar(value, _shown(place)), place)
    if not node.is_cdata:
        return text.translate(_IN_TEXT)
    return f"<![CDATA[{text.replace(']]>', ']]]]><![CDATA[>')}]]>" if text else ""


def _checked(text: str, place: str) -> str:
    if _FORBIDDEN.search(text):
        raise ValueError(f"{_shown(place)} contains a character that XML can't.")
    return text


def _shown(place: str) -> str:
    return place.removeprefix(".") or "The body"
