"""How values are represented in XML: what each value is in the element around it.

Generated code defines these, one for each schema (OpenAPI 3.2, section 4.26). They know neither
models nor how XML is read or written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

Kind: TypeAlias = Literal[
    "string", "token", "base64", "integer", "number", "decimal", "boolean", "any"
]
"""The kind of a scalar in JSON.

White space around it belongs to a "string" and to "any", which no schema describes and is read as
text. A "token" is another text, such as a date, and "base64" may have lines. "decimal" is a number
that keeps its digits.
"""


class Text(NamedTuple):
    """A scalar: the text of the element around it.

    Attributes:
        kind: The kind of the value.
        is_nullable: Whether it may be null, which is read from an empty text unless that is a
            value.
        is_cdata: Whether it is written as a CDATA section.
    """

    kind: Kind = "string"
    is_nullable: bool = False
    is_cdata: bool = False


class Attribute(NamedTuple):
    """A scalar that is an attribute of the element around it.

    Attributes:
        name: Its local name.
        kind: The kind of the value.
        is_nullable: Whether it may be null, which is read from an absent attribute.
        namespace: Its namespace; "" for none.
        prefix: The prefix to write; "" for any.
    """

    name: str
    kind: Kind = "string"
    is_nullable: bool = False
    namespace: str = ""
    prefix: str = ""


class Same(NamedTuple):
    """The content of a schema that several places share, or that contains itself.

    Attributes:
        place: Its key in the contents of a package.
    """

    place: str


class Element(NamedTuple):
    """An element.

    Attributes:
        name: Its local name; "" if it is the name of an additional property.
        content: What is inside of it.
        namespace: Its namespace; "" if the document names none, and any is accepted.
        prefix: The prefix to write; "" to declare the namespace as the default.
    """

    name: str
    content: Content = Text()
    namespace: str = ""
    prefix: str = ""


class Items(NamedTuple):
    """A list: an element for each of its items.

    Attributes:
        item: The element.
        required: Whether the list is required, so that it is empty if there is no element.
    """

    item: Element
    required: bool = False


class Fields(NamedTuple):
    """An object: a node for each of its properties, which are written in this order.

    Attributes:
        members: The nodes, by property.
        others: The element of an additional property; None if there are none.
    """

    members: Mapping[str, Node]
    others: Element | None = None


Content: TypeAlias = Text | Items | Fields | Same
"""What can be inside of an element."""

Node: TypeAlias = Element | Attribute | Content
"""What a property can be; content without an element is part of the element around it."""
