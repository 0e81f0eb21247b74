"""Parts of forms that are XML: the root element of each (OpenAPI 3.1, section 4.8.15)."""

from __future__ import annotations

from sdkwright.frontend import keywords, merging, xml_nodes
from sdkwright.frontend.context import UntypedXmlError
from sdkwright.frontend.engine import DataType, MediaType, Schema
from sdkwright.frontend.keywords import Part
from sdkwright.frontend.media_names import essence_of, is_xml
from sdkwright.frontend.schemas import Types
from sdkwright.model import ir
from sdkwright.model.json_pointer import child


def xml_name(content_type: str) -> str:
    """Return the first XML media type of those that a part may have; "" if there is none."""
    names = (name.strip() for name in content_type.split(","))
    return next((name for name in names if is_xml(essence_of(name))), "")


def root_of_part(types: Types, media: MediaType, at: str, name: str) -> ir.XmlRoot:
    """Return the root element of a part, or of each part if the value is a list.

    It is named like that of a whole body, else after the property.

    Args:
        types: Resolves references.
        media: The media type of the body.
        at: Its JSON pointer.
        name: The property; "" for an element of a body that is a list.

    Raises:
        UntypedXmlError: No type can follow the document.
    """
    part = _items_of(types, _described(types, media, at, name))
    root = xml_nodes.root_of(types, part.item, part.at, name)
    if root is None:
        raise UntypedXmlError("its schema says no more than that it is text", "", part.at)
    return root


def _described(types: Types, media: MediaType, at: str, name: str) -> Part:
    """Return the schema of a property, or of the body."""
    context, at = types.context, child(at, "schema")
    item = media.media_type_schema
    if item is not None and not name:
        return Part(item, at)
    schema, at = context.follow(item, Schema, at)
    leaves = [] if schema is None else merging.leaves(context, schema, at)
    parts = [
        part
        for found in merging.properties(leaves)
        if found.name == name
        for _, part in found.parts
    ]
    if len(parts) != 1:
        raise UntypedXmlError("several schemas describe it", "describe it in one", at)
    return parts[0]


def _items_of(types: Types, part: Part) -> Part:
    schema, at = types.context.follow(part.item, Schema, part.at)
    if schema is None or keywords.kinds(schema) != [DataType.ARRAY] or schema.items is None:
        return part
    return Part(schema.items, child(at, "items"))
