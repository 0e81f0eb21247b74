"""How a type is spelled in the documentation: in terms of `typing`, linked to its page."""

from __future__ import annotations

from dataclasses import dataclass

from sdkwright.emit.docs.links import Links, Site
from sdkwright.emit.docs.markdown import md_text
from sdkwright.emit.index import Index
from sdkwright.model import ir

_PYTHON_DOCS = "https://docs.python.org/3/library"
_CLASSES = {
    ("string", "date"): ("date", f"{_PYTHON_DOCS}/datetime.html#date-objects"),
    ("string", "date-time"): ("datetime", f"{_PYTHON_DOCS}/datetime.html#datetime-objects"),
    ("string", "decimal"): ("Decimal", f"{_PYTHON_DOCS}/decimal.html#decimal-objects"),
    ("number", "decimal"): ("Decimal", f"{_PYTHON_DOCS}/decimal.html#decimal-objects"),
}
_KINDS = {
    "string": "str",
    "integer": "int",
    "number": "float",
    "boolean": "bool",
    "null": "None",
}


@dataclass(frozen=True, slots=True)
class Spelling:
    """Spells types for one page."""

    index: Index
    site: Site
    links: Links

    def name(self, id_: str) -> str:
        """Return the name of a declared type, with its package."""
        declaration = self.index.declarations[id_]
        return f"{declaration.package}.{declaration.name.python}"

    def argument(self, type_: ir.Type, *, required: bool) -> str:
        """Return the type of a keyword argument; a datetime is spelled as a date."""
        inner = type_.inner if isinstance(type_, ir.Nullable) else type_
        match inner:
            case ir.Primitive(kind="string", format="date" | "date-time"):
                return f"[date]({_CLASSES['string', 'date'][1]})"
        return self.field(type_, required=required)

    def file(self, type_: ir.Type, *, required: bool) -> str:
        """Return the types that one file, or several, can be passed as."""
        inner = type_.inner if isinstance(type_, ir.Nullable) else type_
        if isinstance(inner, ir.Named):
            return self.field(type_, required=required)
        text = "types.FileInput"
        text = f"List\\[{text}]" if isinstance(inner, ir.ListOf) else text
        return f"*{text}*" if required else f"*Optional\\[{text}]*"

    def field(self, type_: ir.Type, *, required: bool) -> str:
        """Return the type of a field: `Optional` may be absent, `Nullable` may be null."""
        nullable = isinstance(type_, ir.Nullable)
        inner = type_.inner if isinstance(type_, ir.Nullable) else type_
        wrapper = {
            (False, False): "Optional",
            (False, True): "OptionalNullable",
            (True, False): "",
            (True, True): "Nullable",
        }[required, nullable]
        text, target = self._head(inner)
        if target:
            return f"[{wrapper}\\[{text}\\]]({target})" if wrapper else f"[{text}]({target})"
        inside = self._inside(inner)
        written = f"{wrapper}\\[{inside}]" if wrapper else inside
        return written if "](" in written else f"*{written}*"

    def plain(self, type_: ir.Type) -> str:
        """Return a type that is neither optional nor nullable, as in a response or a variant."""
        return self.field(type_, required=True)

    def _head(self, type_: ir.Type) -> tuple[str, str]:
        """Return the text and target of a type that is a single link; no target if it is not."""
        match type_:
            case ir.Named(id=id_):
                return md_text(self.name(id_)), self.links.to(self.site.declarations[id_])
            case ir.Primitive(kind=kind, format=format_):
                return _CLASSES.get((kind, format_), ("", ""))
            case _:
                return "", ""

    def _inside(self, type_: ir.Type) -> str:
        text, target = self._head(type_)
        if target:
            return f"[{text}]({target})"
        match type_:
            case ir.Primitive(kind="string", format="byte"):
                return "bytes"
            case ir.Primitive(kind=kind):
                return _KINDS[kind]
            case ir.ListOf(item=item):
                return f"List\\[{self._inside(item)}]"
            case ir.MapOf(value=value):
                return f"Dict\\[str, {self._inside(value)}]"
            case ir.Nullable(inner=inner):
                return f"Nullable\\[{self._inside(inner)}]"
            case ir.Literal(values=values):
                return f"Literal\\[{', '.join(md_text(repr(value)) for value in values)}]"
            case _:
                return "Any"
