"""How types are spelled on pages: as in the source, linked to the page of the type.

Classes of the package are qualified by the module that readers import them from, such as
`types.UnsetType`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sdkwright.emit.annotations import field_type
from sdkwright.emit.docs.links import Links, Site
from sdkwright.emit.docs.markdown import md_code, md_span
from sdkwright.emit.expr import Expr, Source
from sdkwright.emit.index import Index
from sdkwright.emit.python_types import TypeExpr, TypeWriter
from sdkwright.model import graph, ir
from sdkwright.model.formats import FORMATS
from sdkwright.model.origin import Origin

_TYPES: Final = frozenset({".types", "._runtime.responses.events", "._runtime.responses.raw"})
"""The modules whose classes readers import from the module `types`."""

_FOR_READERS: Final[Mapping[str, str]] = {
    **{row.type.name: row.shown for row in FORMATS.values()},
    "OnlyTrue": "Literal[True]",
    "OnlyFalse": "Literal[False]",
}
"""The public equivalents of the runtime's private names, as type checkers see them."""


class PageTypes(TypeWriter):
    """Writes types as readers of a page would.

    Args:
        declarations: All named types, by id.
    """

    def __init__(self, declarations: Mapping[Origin, ir.Declaration]) -> None:
        super().__init__(declarations, ("", ""))

    def imported(self, module: str, name: str) -> TypeExpr:
        """Return a name as readers know it."""
        shown = _FOR_READERS.get(name, name)
        is_public = shown == name and module in _TYPES
        return TypeExpr.of(Expr(f"types.{name}" if is_public else shown))


class Spelling:
    """Spells types for one page.

    Args:
        index: The types.
        site: The paths of the pages.
        links: The links of the page.
    """

    def __init__(self, index: Index, site: Site, links: Links) -> None:
        self.index = index
        self.types = PageTypes(index.declarations)
        self._site = site
        self._links = links

    def cell(self, type_: ir.Type) -> str:
        """Return a type for a cell of a table."""
        return self._code(self.types.write(type_), type_)

    def field(self, field: ir.Field) -> str:
        """Return the annotation of a field, for a cell of a table."""
        return self._code(field_type(self.types, field), field.type)

    def line(self, type_: ir.Type) -> str:
        """Return a type for a paragraph or a list."""
        return self.linked(md_span(self.types.write(type_).text), type_)

    def linked(self, text: str, type_: ir.Type) -> str:
        """Link Markdown to the page of the class that a type refers to, if there is one."""
        target = self.target(type_)
        return f"[{text}]({target})" if target else text

    def target(self, type_: ir.Type) -> str:
        """Return the page of the class that a type refers to; "" if there is none."""
        id_ = next(graph.of_type(type_), None)
        return "" if id_ is None else self._links.to(self._site.declarations[id_])

    def _code(self, written: Source, type_: ir.Type) -> str:
        return self.linked(md_code(written.text), type_)
