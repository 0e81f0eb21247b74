"""Converts XML to the plain values that JSON would have, which are then converted to types.

A text that is no value of its kind stays text, so the type decides what is wrong with it, as it
does for JSON. What no node describes is left out; what one describes otherwise is a misfit.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from ..json.decoding import Misfit
from .nodes import Attribute, Element, Fields, Items, Same, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from xml.etree.ElementTree import Element as Tree  # nosec B405

    from ..json.decoding import Misfits
    from .nodes import Content, Kind, Node

XSI: Final = "http://www.w3.org/2001/XMLSchema-instance"
"""The namespace of `xsi:nil`, which stands for null (XML Schema, part 1, section 2.6.2)."""

_NIL: Final = f"{{{XSI}}}nil"
_SPACE: Final = " \t\r\n"
_INTEGER: Final = re.compile(r"[+-]?[0-9]{1,4000}")
_NUMBER: Final = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_BOOLEANS: Final = {"true": True, "1": True, "false": False, "0": False}
_ABSENT: Final = object()


class Place(NamedTuple):
    """The place of a value: its key or index in what contains it.

    Its text is made for misfits only.
    """

    step: str | int = "$"
    outer: Place | None = None

    def text(self, *, is_general: bool = False) -> str:
        """Return the place as text; a general one is the same for all items of a list."""
        steps: list[str | int] = []
        at: Place | None = self
        while at is not None:
            steps.append(at.step)
            at = at.outer
        first, *others = reversed(steps)
        texts = (
            f".{step}" if isinstance(step, str) else "[]" if is_general else f"[{step}]"
            for step in others
        )
        return "".join([str(first), *texts])


class Reader:
    """Reads the elements of one body.

    Args:
        contents: The contents that several places share.
        misfits: Collects what does not match the document.
    """

    __slots__ = ("_contents", "_misfits")

    def __init__(self, contents: Mapping[str, Content], misfits: Misfits) -> None:
        self._contents = contents
        self._misfits = misfits

    def root(self, node: Element, tree: Tree) -> Any:
        """Return the value of the root element."""
        if not is_named(tree.tag, node):
            self._add(Place(), f"the root element is not {node.name}")
        return self._element(node, tree, Place())

    def _element(self, node: Element, tree: Tree, at: Place) -> Any:
        if tree.get(_NIL, "").strip(_SPACE) in {"true", "1"}:
            return None
        return self._content(node.content, tree, at)

    def _content(self, content: Content, tree: Tree, at: Place) -> Any:
        while isinstance(content, Same):
            content = self._contents[content.place]
        match content:
            case Text():
                if len(tree):
                    self._add(at, "has elements, and no schema describes them")
                    return _ABSENT if content.kind == "any" else "".join(tree.itertext())
                return _empty(content) if not tree.text else _scalar(content.kind, tree.text)
            case Items():
                return self._items(content, list(tree), at)
            case Fields():
                return self._fields(content, tree, at)

    def _items(self, items: Items, trees: list[Tree], at: Place) -> list[Any]:
        found = [tree for tree in trees if is_named(tree.tag, items.item)]
        return [
            value
            for index, tree in enumerate(found)
            for value in [self._element(items.item, tree, Place(index, at))]
            if value is not _ABSENT
        ]

    def _fields(self, fields: Fields, tree: Tree, at: Place) -> dict[str, Any]:
        children: dict[str, list[Tree]] = {}
        for child in tree:
            children.setdefault(_local(child.tag), []).append(child)
        made: dict[str, Any] = {}
        for key, node in fields.members.items():
            value = self._member(node, tree, children, Place(key, at))
            if value is not _ABSENT:
                made[key] = value
        if fields.others is not None:
            known = self._names(fields)
            for name in (each for each in children if each not in known):
                value = self._one(fields.others, children[name], Place(name, at))
                if value is not _ABSENT:
                    made[name] = value
        return made

    def _member(self, node: Node, tree: Tree, children: Mapping[str, list[Tree]], at: Place) -> Any:
        while isinstance(node, Same):
            node = self._contents[node.place]
        match node:
            case Element():
                found = [each for each in children.get(node.name, ()) if is_named(each.tag, node)]
                return self._one(node, found, at) if found else _ABSENT
            case Attribute():
                text = _attribute(node, tree)
                if text is None:
                    return None if node.is_nullable else _ABSENT
                return _scalar(node.kind, text)
            case Text():
                return self._text(node, tree)
            case Items():
                made = self._items(node, list(children.get(node.item.name, ())), at)
                return made if made or node.required else _ABSENT
            case Fields():  # without an element of its own: it is there if anything of it is
                return self._fields(node, tree, at) or _ABSENT

    def _one(self, node: Element, found: list[Tree], at: Place) -> Any:
        if len(found) > 1:
            self._add(at, f"there are {len(found):,} elements instead of one")
        return self._element(node, found[0], at)

    def _text(self, node: Text, tree: Tree) -> Any:
        """Return the text beside the elements and attributes of an object."""
        if len(tree):
            text = "".join(filter(None, [tree.text, *(each.tail for each in tree)])).strip(_SPACE)
        else:
            text = tree.text or ""
        if text:
            return _scalar(node.kind, text)
        return _ABSENT if len(tree) else _empty(node, _ABSENT)

    def _names(self, fields: Fields) -> set[str]:
        """Return the names of the elements that an object describes."""
        return {name for node in fields.members.values() for name in self._names_of(node)}

    def _names_of(self, node: Node) -> Iterator[str]:
        while isinstance(node, Same):
            node = self._contents[node.place]
        match node:
            case Element():
                yield node.name
            case Items():
                yield node.item.name
            case Fields():
                yield from self._names(node)
            case _:
                pass

    def _add(self, at: Place, problem: str) -> None:
        self._misfits.append(Misfit(at.text(), at.text(is_general=True), problem))


def is_named(tag: str, node: Element) -> bool:
    """Return whether an element has the name of a node; any namespace if the node has none."""
    return tag == f"{{{node.namespace}}}{node.name}" if node.namespace else _local(tag) == node.name


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _attribute(node: Attribute, tree: Tree) -> str | None:
    return tree.get(f"{{{node.namespace}}}{node.name}" if node.namespace else node.name)


def _empty(node: Text, otherwise: object = "") -> Any:
    """Return the value of an empty text."""
    if node.kind in {"string", "base64", "any"}:
        return ""
    return None if node.is_nullable else otherwise


def _scalar(kind: Kind, text: str) -> Any:
    """Return the value of a text, which stays text if it is none of its kind (XML Schema, 3.3)."""
    match kind:
        case "string" | "any":
            return text
        case "token":
            return text.strip(_SPACE)
        case "base64":
            return "".join(text.split())
        case "boolean":
            return _BOOLEANS.get(text.strip(_SPACE), text)
        case "integer" | "number":
            number = text.strip(_SPACE)
            if _INTEGER.fullmatch(number):
                return int(number)
            return float(number) if kind == "number" and _NUMBER.fullmatch(number) else text
        case "decimal":
            number = text.strip(_SPACE)
            return number if _NUMBER.fullmatch(number) else text
