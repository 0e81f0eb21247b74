"""The view of the XML documents of a package: what each value is in the element around it."""

from __future__ import annotations

from dataclasses import dataclass

from sdkwright.emit.expr import TRUE, Expr, Source, call, dict_of, imported, string
from sdkwright.emit.imports import ImportLines, ModuleImports
from sdkwright.emit.index import Index
from sdkwright.model import ir
from sdkwright.model.graph import xml_places

DOCUMENTS = imported("._xml", "XML")
"""What generated code makes encoders and decoders of XML with."""

_NODES = "._runtime.xml.nodes"


@dataclass(frozen=True, slots=True)
class EntryView:
    """A key of a table, and the source of its value."""

    name: str
    source: Expr


@dataclass(frozen=True, slots=True)
class XmlView:
    imports: ImportLines
    roots: tuple[EntryView, ...]
    contents: tuple[EntryView, ...]


def xml_view(index: Index) -> XmlView | None:
    """Return the view of all documents; None if the package has no XML."""
    roots = index.roots
    if not roots:
        return None
    contents = dict(index.api.xml_contents)
    waiting = [place for root in roots.values() for place in xml_places(root)]
    found = {*waiting}
    for place in waiting:
        new = {*xml_places(contents[place])} - found
        waiting += sorted(new)
        found |= new
    imports = ModuleImports()
    imports.use(imported("._runtime.xml.documents", "Documents"))
    views = tuple(
        tuple(EntryView(place, node_source(table[place])) for place in sorted(table))
        for table in (roots, {place: contents[place] for place in found})
    )
    for view in (*views[0], *views[1]):
        imports.use(view.source)
    return XmlView(imports.needed(), *views)


def decoder(root: ir.XmlRoot, type_: Source) -> Expr:
    """Return the decoder of a body."""
    made = Expr(f"{DOCUMENTS.text}.decoder", DOCUMENTS.imports)
    return call(made, string(root.place), type_)


def encoder(root: ir.XmlRoot) -> Expr:
    """Return what encodes a body."""
    return call(Expr(f"{DOCUMENTS.text}.encoder", DOCUMENTS.imports), string(root.place))


def writer(root: ir.XmlRoot) -> Expr:
    """Return what writes a part of a form."""
    return call(Expr(f"{DOCUMENTS.text}.writer", DOCUMENTS.imports), string(root.place))


def node_source(node: ir.XmlNode) -> Expr:
    """Return a node as the runtime describes it, without what is the default."""
    match node:
        case ir.XmlText(kind=kind, is_nullable=is_nullable, is_cdata=is_cdata):
            flags = _flags(is_nullable=is_nullable, is_cdata=is_cdata)
            return call(imported(_NODES, "Text"), *_kind(kind), **flags)
        case ir.XmlAttribute(name=name, kind=kind, is_nullable=is_nullable):
            keywords = {**_flags(is_nullable=is_nullable), **_space(node)}
            return call(imported(_NODES, "Attribute"), string(name), *_kind(kind), **keywords)
        case ir.XmlSame(place=place):
            return call(imported(_NODES, "Same"), string(place))
        case ir.XmlElement(name=name, content=content):
            is_default = content == ir.XmlText("string")
            inside = [] if is_default else [node_source(content)]
            return call(imported(_NODES, "Element"), string(name), *inside, **_space(node))
        case ir.XmlItems(item=item, required=required):
            return call(imported(_NODES, "Items"), node_source(item), **_flags(required=required))
        case ir.XmlFields(members=members, others=others):
            table = dict_of((key, node_source(member)) for key, member in members)
            more = [] if others is None else [node_source(others)]
            return call(imported(_NODES, "Fields"), table, *more)


def _kind(kind: ir.XmlKind) -> list[Expr]:
    return [] if kind == "string" else [string(kind)]


def _flags(**flags: bool) -> dict[str, Expr]:
    return {name: TRUE for name, flag in flags.items() if flag}


def _space(node: ir.XmlElement | ir.XmlAttribute) -> dict[str, Expr]:
    given = {"namespace": node.namespace, "prefix": node.prefix}
    return {name: string(value) for name, value in given.items() if value}
