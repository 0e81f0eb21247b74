"""XML documents: what each value is in the element around it."""

from __future__ import annotations

from ._runtime.xml.documents import Documents
from ._runtime.xml.nodes import Attribute, Element, Fields, Items, Same, Text

XML = Documents(
    roots={
        "/components/schemas/Book": Element("book", Same("/components/schemas/Book")),
        "/components/schemas/Books": Element(
            "books",
            Items(Element("book", Same("/components/schemas/Book"))),
            namespace="urn:example:library",
        ),
        "/components/schemas/Problem": Element("Problem", Same("/components/schemas/Problem")),
        "/paths/~1books/get/responses/200/content/application~1xml/schema": Element(
            "count", Text("integer")
        ),
        "/paths/~1report/get/responses/200/content/application~1xml/schema": Element(
            "report", Fields({"lost": Attribute("lost", "integer")})
        ),
        "/paths/~1report/post/requestBody/content/application~1xml/schema": Element(
            "report", Fields({"lost": Attribute("lost", "integer")})
        ),
    },
    contents={
        "/components/schemas/Author": Fields(
            {"name": Element("name"), "born": Attribute("born", "integer")}
        ),
        "/components/schemas/Book": Fields(
            {
                "shelf": Attribute("shelf", "integer"),
                "language": Attribute(
                    "lang", namespace="http://www.w3.org/XML/1998/namespace", prefix="xml"
                ),
                "title": Element("title", namespace="urn:example:names", prefix="n"),
                "lent": Element("lent", Text("boolean")),
                "bought": Element("bought", Text("token")),
                "checked_at": Element("checked_at", Text("token")),
                "price": Element("price", Text("token")),
                "weight": Element("weight", Text("number")),
                "rating": Element("rating", Text("number", is_nullable=True)),
                "kind": Element("kind"),
                "authors": Element(
                    "authors", Items(Element("author", Same("/components/schemas/Author")))
                ),
                "words": Items(Element("word"), required=True),
                "numbers": Element("counts", Items(Element("counts", Text("integer")))),
                "publisher": Element(
                    "publisher", Fields({"name": Element("name"), "city": Attribute("city")})
                ),
                "sequel": Element("followed-by", Same("/components/schemas/Book")),
                "notes": Element("notes", Fields({}, Element(""))),
                "form": Element("form", Same("/components/schemas/Form")),
            }
        ),
        "/components/schemas/Form": Fields(
            {
                "kind": Attribute("kind"),
                "pages": Element("pages", Text("integer")),
                "minutes": Element("minutes", Text("integer")),
            }
        ),
        "/components/schemas/Problem": Fields(
            {"code": Attribute("code", "integer"), "message": Element("message")}
        ),
    },
)
