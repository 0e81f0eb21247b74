"""XML documents: what each value is in the element around it."""

from __future__ import annotations

from ._runtime.xml.documents import Documents
from ._runtime.xml.nodes import Element, Fields, Same

XML = Documents(
    roots={"/components/schemas/Paper": Element("Paper", Same("/components/schemas/Paper"))},
    contents={"/components/schemas/Paper": Fields({"title": Element("title")})},
)
