"""XML: what the value of each schema is in the element around it (OpenAPI 3.2, section 4.26).

Types are lowered from the same schemas elsewhere, as for JSON: the names here are those of their
properties. What the document leaves open, or no type follows, is an `UntypedXmlError`: such a body
is passed as text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from sdkwright.frontend import choices, engine, keywords, merging, objects, unions
from sdkwright.frontend.context import Context, UntypedXmlError
from sdkwright.frontend.engine import DataType, Reference, Schema, SchemaOrReference
from sdkwright.frontend.keywords import Part
from sdkwright.frontend.lowerer import Lowerer
from sdkwright.frontend.merging import Leaf
from sdkwright.frontend.xml_object import XmlObject, named, read, space
from sdkwright.model import ir
from sdkwright.model.formats import format_of
from sdkwright.model.graph import xml_places
from sdkwright.model.json_pointer import child
from sdkwright.model.origin import Component, key_of, node_at
from sdkwright.model.versions import minor

_KINDS: Final[dict[DataType, ir.XmlKind]] = {
    DataType.STRING: "string",
    DataType.INTEGER: "integer",
    DataType.NUMBER: "number",
    DataType.BOOLEAN: "boolean",
}


def root_of(types: Lowerer, item: SchemaOrReference, at: str, name: str = "") -> ir.XmlRoot | None:
    """Return the root element of XML; None if it is text to the document, too.

    Args:
        types: Resolves references, and knows which schemas extend others.
        item: The schema of the media type.
        at: Its JSON pointer.
        name: The name of the element, if the document names neither it nor the schema.

    Raises:
        UntypedXmlError: No type can follow the document.
    """
    try:
        return _Nodes(types).root(Part(item, at), name)
    except RecursionError:
        raise UntypedXmlError("it is nested too deeply", "simplify the schema", at) from None


def contents_of(context: Context) -> tuple[tuple[str, ir.XmlContent], ...]:
    """Return the contents that root elements refer to, by place."""
    return tuple(
        (place, content)
        for place, content in context.xml_contents.items()
        if not isinstance(content, UntypedXmlError)
    )


@dataclass(slots=True)
class _Nodes:
    types: Lowerer
    _open: set[str] = field(default_factory=set)
    _reentered: set[str] = field(default_factory=set)

    @property
    def context(self) -> Context:
        return self.types.context

    # The root element

    def root(self, part: Part, name: str) -> ir.XmlRoot | None:
        schema, at = self.context.follow(part.item, Schema, part.at)
        if schema is None or not (keywords.kinds(schema) or keywords.structure(schema)):
            return None
        is_own = isinstance(part.item, Schema) or "xml" in engine.extras(part.item)
        has_xml = schema.xml is not None or "xml" in engine.extras(part.item)
        leaves = [leaf for each in self._alternatives([part]) for leaf in each]
        kinds = {kind for leaf in leaves for kind in _kinds(leaf.schema)}
        if kinds == {DataType.STRING} and not has_xml:
            return None  # the document only says that it is text
        if kinds <= {DataType.OBJECT} and not any(_describes(leaf.schema) for leaf in leaves):
            raise UntypedXmlError("no schema describes what is in it", "add `properties`", at)
        node = self.node([part], name, is_root=True)
        if not isinstance(node, ir.XmlElement):
            reason = "the root of a document must be an element"
            raise UntypedXmlError(reason, "add an `xml` object that makes it one, with a name", at)
        self._check_all(node.content)
        return ir.XmlRoot(part.at if is_own else at, node)

    def _check_all(self, content: ir.XmlContent) -> None:
        """Check that all contents that an element refers to could be lowered."""
        waiting = [*xml_places(content)]
        known = {*waiting}
        for place in waiting:
            found = self.context.xml_contents[place]
            if isinstance(found, UntypedXmlError):
                raise found
            new = {*xml_places(found)} - known
            waiting += new
            known |= new

    # Nodes

    def node(
        self,
        parts: Sequence[Part],
        inherited: str,
        *,
        is_required: bool = False,
        is_root: bool = False,
    ) -> ir.XmlNode:
        """Return what a value is in the element around it.

        Args:
            parts: The schemas that apply to it.
            inherited: The name that it has if its schemas name none: that of its property.
            is_required: Whether it is a required property.
            is_root: Whether it is around all others.
        """
        xml = self._xml(parts)
        target = self._target(parts[0]) if len(parts) == 1 else None
        if target is not None:
            part, component = target
            if self._is_32 and not xml.form:
                return self.node([part], component, is_required=is_required, is_root=is_root)
            if self._is_32 and xml.form == "element":
                self._check_not_nested(part, component, xml)
            inherited = component if is_root else inherited
        name = xml.name or inherited
        form = xml.form or self._default_form(parts)
        content = self._content(parts, name if form == "element" else inherited)
        match form:
            case "element":
                return ir.XmlElement(named(name, xml), content, *space(xml))
            case "attribute":
                text = self._text_of(content, xml)
                return ir.XmlAttribute(named(name, xml), text.kind, text.is_nullable, *space(xml))
            case "none":
                if isinstance(content, ir.XmlItems):
                    return replace(content, required=is_required)
                if isinstance(content, ir.XmlText):
                    return content
                if self._is_nullable(parts):
                    reason = "an object without an element cannot be null"
                    raise UntypedXmlError(reason, "use `nodeType: element`", xml.at)
                return content
            case _:
                text = self._text_of(content, xml)
                return replace(text, is_cdata=form == "cdata")

    def _check_not_nested(self, part: Part, component: str, xml: XmlObject) -> None:
        if isinstance(self.node([part], component), ir.XmlElement):
            reason = "an element that contains only a referenced element has no type"
            raise UntypedXmlError(
                reason, "add `nodeType: none` to the referenced schema's `xml`", xml.at
            )

    def _text_of(self, content: ir.XmlContent, xml: XmlObject) -> ir.XmlText:
        if isinstance(content, ir.XmlText):
            return content
        reason = "lists and objects cannot be an attribute or a text"
        raise UntypedXmlError(reason, "use elements, or the type `string`", xml.at)

    def _default_form(self, parts: Sequence[Part]) -> str:
        leaves = [leaf for each in self._alternatives(parts) for leaf in each]
        is_list = any(DataType.ARRAY in _kinds(leaf.schema) for leaf in leaves)
        return "none" if is_list else "element"

    @property
    def _is_32(self) -> bool:
        """Whether a reference is no node of its own, which differs from OpenAPI 3.1."""
        return minor(self.context.data) > 1

    def _target(self, part: Part) -> tuple[Part, str] | None:
        """Return the component that a schema refers to, and its name."""
        if not isinstance(part.item, Reference):
            return None
        schema, at = self.context.follow(part.item, Schema, part.at)
        found = node_at(at)
        if schema is None or not _is_component(at):
            return None
        return Part(schema, at), key_of(found)

    def _xml(self, parts: Sequence[Part]) -> XmlObject:
        """Return the XML Object of a value: that of the last schema for it which has one.

        One beside a `$ref` overrides that of the target. Those of members of an `allOf` are about
        these members.
        """
        for part in reversed(parts):
            schema, at = self.context.follow(part.item, Schema, part.at)
            beside = engine.extras(part.item) if isinstance(part.item, Reference) else {}
            if isinstance(beside.get("xml"), dict):
                return read(beside["xml"], part.at)
            if self._is_32 and self._target(part) is not None:
                continue  # the target is a node by itself
            if schema is not None and schema.xml is not None:
                return read(schema.xml.model_dump(mode="python", exclude_unset=True), at)
        return XmlObject(parts[-1].at)

    # Contents

    def _content(self, parts: Sequence[Part], name: str) -> ir.XmlContent:
        """Return what is inside of an element, or of an object without one.

        Args:
            parts: The schemas that apply to the value.
            name: The name of the elements of a list that do not name themselves.
        """
        places = [self.context.follow(part.item, Schema, part.at)[1] for part in parts]
        place = " ".join(dict.fromkeys(places))
        known = self.context.xml_contents.get(place)
        if isinstance(known, UntypedXmlError):
            raise known
        if known is not None:
            return ir.XmlSame(place)
        if place in self._open:
            if not self._is_object(parts):
                raise UntypedXmlError(
                    "a list that contains itself has no type", "use objects", parts[0].at
                )
            self._reentered.add(place)
            return ir.XmlSame(place)
        self._open.add(place)
        is_shared = len(parts) > 1 or isinstance(parts[0].item, Reference) or _is_component(place)
        content: ir.XmlContent | UntypedXmlError
        try:
            content = self._read_content(parts, name)
        except UntypedXmlError as problem:
            content = problem
        self._open.discard(place)
        is_shared = is_shared or place in self._reentered
        # What a list contains depends on its name, which is not that of its schema.
        if is_shared and (isinstance(content, ir.XmlFields) or self._is_object(parts)):
            self.context.xml_contents[place] = content
        if isinstance(content, UntypedXmlError):
            raise content
        return ir.XmlSame(place) if place in self.context.xml_contents else content

    def _is_object(self, parts: Sequence[Part]) -> bool:
        leaves = (leaf for each in self._alternatives(parts) for leaf in each)
        return {kind for leaf in leaves for kind in _kinds(leaf.schema)} == {DataType.OBJECT}

    def _read_content(self, parts: Sequence[Part], name: str) -> ir.XmlContent:
        at = parts[-1].at
        alternatives = self._alternatives(parts)
        of_each = [[kind for leaf in each for kind in _kinds(leaf.schema)] for each in alternatives]
        kinds = dict.fromkeys(kind for each in of_each for kind in each)
        if not all(of_each) and kinds.keys() <= _KINDS.keys():
            return self._anything(at, is_nullable=self._is_nullable(parts))
        if {*kinds} == {DataType.INTEGER, DataType.NUMBER}:
            kinds = {DataType.NUMBER: None}
        match [*kinds]:
            case [DataType.OBJECT] if all(of_each):
                return self._fields(alternatives, at)
            case [DataType.ARRAY] if all(of_each):
                return self._items(alternatives, name, at)
            case [kind] if kind in _KINDS:
                return ir.XmlText(_scalar(kind, alternatives), self._is_nullable(parts))
        listed = " or ".join(
            [*(kind.value for kind in kinds), *([] if all(of_each) else ["others"])]
        )
        raise UntypedXmlError(f"text does not tell {listed} apart", "use one type", at)

    def _is_nullable(self, parts: Sequence[Part]) -> bool:
        for part in reversed(parts):
            schema, at = self.context.follow(part.item, Schema, part.at)
            allowed = keywords.nullability(part.item, schema)
            if allowed is False and schema is not None:
                allowed = choices.allows_null(self.context, schema, at)
            if allowed is not None:
                return allowed
        return False

    def _items(self, alternatives: list[list[Leaf]], name: str, at: str) -> ir.XmlItems:
        leaves = {leaf.at: leaf for each in alternatives for leaf in each}.values()
        items = [
            Part(leaf.schema.items, child(leaf.at, "items"))
            for leaf in leaves
            if leaf.schema.items is not None
        ]
        if any(leaf.schema.prefixItems for leaf in leaves):
            raise UntypedXmlError(
                "`prefixItems` of XML have no type", "use `properties` or `items`", at
            )
        if len(alternatives) > 1 and len(items) > 1:
            raise UntypedXmlError(
                "lists that differ in their items have no type", "use one list", at
            )
        if not items:
            raise UntypedXmlError("no schema describes the items of a list", "add `items`", at)
        item = self.node(items, name)
        if not isinstance(item, ir.XmlElement):
            reason = "an item of a list must be an element"
            raise UntypedXmlError(
                reason, "use `nodeType: element`, or `wrapped: true`", items[0].at
            )
        return ir.XmlItems(item)

    def _fields(self, alternatives: list[list[Leaf]], at: str) -> ir.XmlFields:
        required = set.intersection(*({*merging.required(each)} for each in alternatives))
        members: dict[str, ir.XmlNode] = {}
        for each in alternatives:
            for found in merging.properties(each):
                parts = [part for _, part in found.parts]
                if any(objects.is_ignored(self.context, part) for part in parts):
                    continue
                node = self.node(parts, found.name, is_required=found.name in required)
                if members.setdefault(found.name, node) != node:
                    reason = f"`{found.name}` differs between the schemas of a choice"
                    raise UntypedXmlError(reason, "describe it alike in each of them", parts[-1].at)
        for leaf in (leaf for each in alternatives for leaf in each):
            tag = leaf.schema.discriminator
            if tag is not None and engine.text(tag.propertyName) not in members:
                name = engine.text(tag.propertyName)
                members[name] = ir.XmlElement(named(name, XmlObject(leaf.at)), ir.XmlText("string"))
        others = self._others(alternatives, at)
        for name, place in merging.required(
            [leaf for each in alternatives for leaf in each]
        ).items():
            if name not in members and others is None:
                reason = f"no schema describes `{name}`, which is required"
                raise UntypedXmlError(reason, "add it to `properties`", place)
        fields = ir.XmlFields(tuple(members.items()), others)
        self._check_names(fields, at)
        return fields

    def _anything(self, at: str, *, is_nullable: bool = True) -> ir.XmlText:
        """Return what no schema describes: a text, since elements could mean anything."""
        self.context.warn_weak_type(
            "XML that no schema describes is text here; elements in it are not read",
            fix="describe it",
            at=at,
        )
        return ir.XmlText("any", is_nullable)

    def _others(self, alternatives: list[list[Leaf]], at: str) -> ir.XmlElement | None:
        """Return the element of an additional property, whose name is its key."""
        leaves = [*{leaf.at: leaf for each in alternatives for leaf in each}.values()]
        found = [leaf for leaf in leaves if keywords.allows_others(leaf.schema)]
        if not found:
            is_map = not any(leaf.schema.properties for leaf in leaves)
            is_closed = any(keywords.others_of(leaf.schema) is False for leaf in leaves)
            return ir.XmlElement("", self._anything(at)) if is_map and not is_closed else None
        leaf = found[-1]
        others = keywords.others_of(leaf.schema)
        has_patterns = bool(engine.extras(leaf.schema).get("patternProperties"))
        if not isinstance(others, Schema | Reference) or len(found) > 1 or has_patterns:
            return ir.XmlElement("", self._anything(leaf.at))
        place = child(leaf.at, "additionalProperties")
        part = Part(others, place)
        if self._xml([part]) != XmlObject(place) and isinstance(others, Schema):
            reason = "an `xml` object of additional properties has no meaning"
            raise UntypedXmlError(
                reason, "remove it: the names of their elements are their keys", place
            )
        if self._default_form([part]) == "none":
            reason = "additional properties that are lists have no type"
            raise UntypedXmlError(reason, "use `properties`", place)
        return ir.XmlElement("", self._content([part], ""))

    def _check_names(self, fields: ir.XmlFields, at: str) -> None:
        """Check that each node is told apart from the others."""
        seen: dict[tuple[str, str], set[str]] = {}
        for kind, name, namespace in self._names(fields, at):
            known = seen.setdefault((kind, name), set())
            if namespace in known or (known and "" in {namespace, *known}):
                what = f"the {kind} `{name}`" if name else "text"
                reason = f"several properties are {what} of one element"
                raise UntypedXmlError(reason, "give each another name in its `xml` object", at)
            known.add(namespace)

    def _names(self, fields: ir.XmlFields, at: str) -> Iterator[tuple[str, str, str]]:
        for _, node in fields.members:
            inner: Any = node
            if isinstance(node, ir.XmlSame):
                inner = self.context.xml_contents.get(node.place)
                if not isinstance(inner, ir.XmlFields):
                    reason = "an object without an element contains itself"
                    raise UntypedXmlError(reason, "use `nodeType: element`", at)
            match inner:
                case ir.XmlElement(name=name, namespace=namespace):
                    yield "element", name, namespace
                case ir.XmlItems(item=item):
                    yield "element", item.name, item.namespace
                case ir.XmlAttribute(name=name, namespace=namespace):
                    yield "attribute", name, namespace
                case ir.XmlFields():
                    yield from self._names(inner, at)
                case _:
                    yield "text", "", ""

    # Schemas

    def _alternatives(
        self, parts: Sequence[Part], around: frozenset[str] = frozenset()
    ) -> list[list[Leaf]]:
        """Return the schemas that apply to a value together, for each of its choices."""
        base: dict[str, Leaf] = {}
        groups: list[list[Part]] = []
        for part in parts:
            for schema, at in self._parents(part, around):
                places = unions.children(self.types, schema, at)
                groups.append([choices.reference_to(place, at) for place in places])
                around |= {at}
            base |= {leaf.at: leaf for leaf in merging.leaves_of(self.context, part)}
        found = [[*base.values()]]
        for leaf in base.values():
            if leaf.at in around:
                continue
            groups += [
                choices.with_mapped(self.context, leaf.schema, group, leaf.at)
                for group in keywords.choices(leaf.schema, leaf.at)
            ]
        inside = around | {*base}
        for group in groups:
            variants = [
                each
                for part in group
                if self.context.follow(part.item, Schema, part.at)[1] not in around
                for each in self._alternatives([part], inside)
            ]
            found = [_joined(one, each) for one in found for each in variants] or found
            if len(found) > choices.MAX_COMBINATIONS:
                raise UntypedXmlError("too many choices", "simplify the schema", parts[-1].at)
        return found

    def _parents(self, part: Part, around: frozenset[str]) -> Iterator[tuple[Schema, str]]:
        """Yield a schema that others extend, or members of its `allOf` that others extend."""
        schema, at = self.context.follow(part.item, Schema, part.at)
        if schema is None:
            return
        for each in [Part(schema, at), *keywords.all_of(schema, at)]:
            found, place = self.context.follow(each.item, Schema, each.at)
            if found is None or place in around or not unions.is_parent(self.types, found, place):
                continue
            if at not in unions.children(self.types, found, place):
                yield found, place


def _joined(one: Iterable[Leaf], other: Iterable[Leaf]) -> list[Leaf]:
    return [*{leaf.at: leaf for leaf in (*one, *other)}.values()]


def _kinds(schema: Schema) -> list[DataType]:
    found = keywords.kinds(schema) or keywords.kinds_of(keywords.values_of(schema))
    return found or ([DataType.OBJECT] if schema.required else [])


def _scalar(kind: DataType, alternatives: list[list[Leaf]]) -> ir.XmlKind:
    formats = {keywords.format_of(leaf.schema) for each in alternatives for leaf in each}
    rows = [format_of(keywords.primitive(kind, form)) for form in formats]
    if kind is DataType.NUMBER and any(row.is_exact for row in rows):
        return "decimal"
    if kind is DataType.STRING and rows[1:] == [] and rows[0].name:
        return "base64" if rows[0].is_base64 else "string" if rows[0].is_secret else "token"
    return _KINDS[kind]


def _describes(schema: Schema) -> bool:
    """Return whether a schema of an object describes any property."""
    return bool(schema.properties) or isinstance(schema.additionalProperties, Schema | Reference)


def _is_component(at: str) -> bool:
    found = node_at(at)
    return isinstance(found, Component) and found.section == "schemas"
