"""Parts of forms that are XML: the root element of each (OpenAPI 3.1, section 4.8.15)."""

from __future__ import annotations

from sdkwright.frontend import keywords, merging, xml_nodes
from sdkwright.frontend.context import UntypedXmlError
from sdkwright.frontend.engine import DataType, Schema
from sdkwright.frontend.keywords import Part
from sdkwright.frontend.media_names import essence_of, is_xml
from sdkwright.frontend.media_types import Offer
from sdkwright.frontend.schemas import Types
from sdkwright.model import ir
from sdkwright.model.json_pointer import child


def xml_name(content_type: str) -> str:
    """Return the first XML media type of those that a part may have; "" if there is none."""
    names = (name.strip() for name in content_type.split(","))
    return next((name for name in names if is_xml(essence_of(name))), "")


def root_of_part(types: Types, offer: Offer, name: str, *, is_list: bool) -> ir.XmlRoot:
    """Return the root element of a part, or of each part if the value is a list.

    It is named like that of a whole body, else after the property.

    Args:
        types: Resolves references.
        offer: The media type of the body.
        name: The property; of a list, the index of an element, or "" for all others.
        is_list: Whether the body is a list.

    Raises:
        UntypedXmlError: No type can follow the document.
    """
    if is_list and name:
        part = _element(types, offer, int(name))
    else:
        part = _items_of(types, _described(types, offer, name))
    root = xml_nodes.root_of(types, part.item, part.at, "" if is_list else name)
    if root is None:
        raise UntypedXmlError("its schema says no more than that it is text", "", part.at)
    return root


def _element(types: Types, offer: Offer, index: int) -> Part:
    """Return the schema of an element that has its own."""
    schema, at = types.context.follow(offer.schema, Schema, offer.schema_at)
    items = [] if schema is None else schema.prefixItems
    if index >= len(items):
        raise UntypedXmlError("no schema describes it", "describe it in `prefixItems`", at)
    return Part(items[index], child(at, "prefixItems", index))


def _described(types: Types, offer: Offer, name: str) -> Part:
    """Return the schema of a property, or of the body."""
    context, item = types.context, offer.schema
    if item is not None and not name:
        return Part(item, offer.schema_at)
    schema, at = context.follow(item, Schema, offer.schema_at)
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
