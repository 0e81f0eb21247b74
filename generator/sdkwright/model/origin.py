"""Which part of the document a type comes from, which identifies the type.

Several types may come from one part of the document; they differ in their form. Passes that need to
know something about the part ask this module instead of parsing text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from sdkwright.model import json_pointer

Form: TypeAlias = Literal[
    "plain",
    "base",
    "content",
    "form",
    "error",
    "raised",
    "request",
    "headers",
    "event",
    "shared",
]
"""Which type is generated from a part of the document.

* "plain": the type of a schema.
* "base": for a schema that others extend, the model of the schema itself, since "plain" is the
  union of all schemas that extend it.
* "content": an event whose data is JSON with a schema of its own, where "plain" has it as text.
* "form": the same for a form, some of whose properties are JSON with schemas of their own.
* "error": the model of an error's body, in the package `errors`; the same schema can also be a
  model in the package `components`.
* "raised": the exception class that carries such a body.
* "request": the object that holds all parameters of an operation.
* "headers": the headers of the successful responses of an operation.
* "event": the payload of any webhook of the document.
* "shared": the class that equal schemas share; the part is the first of them.
"""


@dataclass(frozen=True, slots=True)
class Document:
    """The document as a whole."""


@dataclass(frozen=True, slots=True)
class Component:
    """A named part of `components`, a schema by default (OpenAPI 3.1, section 4.8.7)."""

    name: str
    section: str = "schemas"


@dataclass(frozen=True, slots=True)
class Inline:
    """Any other part; `steps` are the keys and indexes that lead to it from `root`.

    Lowering adds steps that no document has, such as those of the variants of a merged choice.
    """

    root: Document | Component
    steps: tuple[str, ...]


Node: TypeAlias = Document | Component | Inline
"""A part of the document."""


class _Hashed:
    """Caches its hash, because it is a key wherever types are looked up.

    The hash is no field, because it differs between processes and must not leave this one.
    """

    __slots__ = ("_hash",)
    _hash: int


@dataclass(frozen=True, slots=True)
class Origin(_Hashed):
    """Where a type comes from: unique in an `Api`, and the same in each run.

    `is_sent` is set for a type that is sent and differs from the one that is received.
    """

    node: Node
    form: Form = "plain"
    is_sent: bool = False

    def __hash__(self) -> int:
        try:
            return self._hash
        except AttributeError:
            value = hash((self.node, self.form, self.is_sent))
            object.__setattr__(self, "_hash", value)
            return value


def node_at(pointer: str) -> Node:
    """Return the part of the document that a JSON pointer refers to.

    An extension of `components` has none, such as operations that others refer to.
    """
    match json_pointer.steps(pointer):
        case ():
            return Document()
        case ("components", section, name) if not section.startswith("x-"):
            return Component(name, section)
        case ("components", section, name, *inside) if not section.startswith("x-"):
            return Inline(Component(name, section), tuple(inside))
        case inside:
            return Inline(Document(), inside)


def pointer_of(node: Node) -> str:
    """Return the JSON pointer of a part of the document."""
    match node:
        case Inline(root, steps):
            return json_pointer.child(pointer_of(root), *steps)
        case Component(name, section):
            return json_pointer.child("/components", section, name)
    return ""


def key_of(node: Node) -> str:
    """Return the last step to a part of the document: the name of a component or a property."""
    match node:
        case Inline(steps=(*_, key)) | Component(name=key):
            return key
    return ""


def component_of(node: Node) -> Component | None:
    """Return the component that a part of the document is, or is in; None if there is none."""
    root = node.root if isinstance(node, Inline) else node
    return root if isinstance(root, Component) else None


def around(node: Node) -> Iterator[Node]:
    """Yield the parts that contain a part of the document, outermost first, and the part itself.

    The outermost is its component if it is in one.
    """
    if isinstance(node, Inline):
        yield node.root
        for length in range(1, len(node.steps)):
            yield Inline(node.root, node.steps[:length])
    yield node
