"""Look-ups in a finished `Api`, for both code and pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cached_property

from sdkwright.emit.deferral import Deferral, deferral
from sdkwright.model import graph, ir, naming
from sdkwright.model.formats import BASE64, EXACT_TEXT, TIMES
from sdkwright.model.lookup import Lookup, is_merge_patch
from sdkwright.model.origin import Origin
from sdkwright.model.reserved import PAGE_METHODS

_TEXTS = EXACT_TEXT | TIMES
"""The types of values whose text depends on the type that the document defines."""


class Index(Lookup):
    """An `Api` with its cross references resolved.

    Args:
        api: An `Api` after all passes.
    """

    @cached_property
    def aliases(self) -> Mapping[Origin, list[ir.Alias]]:
        """The aliases of each type, by its id."""
        found: dict[Origin, list[ir.Alias]] = {}
        for item in self.api.declarations:
            if isinstance(item, ir.Alias):
                found.setdefault(item.target.id, []).append(item)
        return found

    @cached_property
    def page_items(self) -> Mapping[Origin, tuple[ir.Type, ...]]:
        """The types of the results on the pages that a model is, by the id of the model."""
        found: dict[Origin, tuple[ir.Type, ...]] = {}
        for operation in self.operations():
            for model in self.page_models(operation):
                items = (*found.get(model.id, ()), *_items(operation))
                found[model.id] = tuple(dict.fromkeys(items))
        return found

    def lacks_next_page(self, page: ir.Model) -> bool:
        """Return whether a model of pages can be iterated over, but has no method `next_page`.

        It has a field with the name, or another model may follow it.
        """
        names = {field.name.python for field in page.fields}
        return page.id in self._mixed_pages or not names.isdisjoint(PAGE_METHODS)

    @cached_property
    def _mixed_pages(self) -> AbstractSet[Origin]:
        several = (found for each in self.operations() if len(found := self.page_models(each)) > 1)
        return {model.id for models in several for model in models}

    def page_models(self, operation: ir.Operation) -> tuple[ir.Model, ...]:
        """Return the models of the pages of an operation, which can be iterated over.

        There are none if it has no pages, or if they may be anything but models, such as lists.
        """
        if operation.pagination is None:
            return ()
        types = [media.type for media in operation.signature.results if media]
        variants = dict.fromkeys(each for type_ in types for each in self.variants(type_))
        models = [self.model(each) for each in variants]
        found = {model.id: model for model in models if model is not None}
        return () if None in models else tuple(found.values())

    @cached_property
    def deferral(self) -> Deferral:
        """What is decoded on its own, because chains of types are too long for msgspec."""
        return deferral(self)

    def resources(self) -> Iterator[ir.Resource]:
        """Yield the resources with operations, or with such resources, each after its parent."""
        return (
            item
            for item in self.api.resources
            if item.operations or self.attributes(item.name.wire)
        )

    def attributes(self, parent: str = "") -> tuple[ir.Resource, ...]:
        """Return the resources that are attributes of a resource (by wire name) or the client."""
        return self._attributes.get(parent, ())

    @cached_property
    def _attributes(self) -> Mapping[str, tuple[ir.Resource, ...]]:
        leading = {item.parent for item in self.api.resources}
        found: dict[str, tuple[ir.Resource, ...]] = {}
        for item in self.api.resources:
            if item.operations or item.name.wire in leading:
                found[item.parent] = (*found.get(item.parent, ()), item)
        return found

    def operations(self) -> Iterator[ir.Operation]:
        """Yield all operations, each once."""
        return (operation for _, operation in self.methods())

    def methods(self) -> Iterator[tuple[ir.Resource, ir.Operation]]:
        """Yield all operations, each with its first resource."""
        return (
            (item, operation)
            for item in self.api.resources
            for operation in item.operations
            if self.homes[operation.id][0] is item
        )

    @cached_property
    def homes(self) -> Mapping[str, list[ir.Resource]]:
        """The resources of each operation, by its id; the first contains its descriptor."""
        found: dict[str, list[ir.Resource]] = {}
        for resource in self.api.resources:
            for operation in resource.operations:
                found.setdefault(operation.id, []).append(resource)
        return found

    @cached_property
    def calls_by_module(self) -> Mapping[str, str]:
        """The method and request of each operation, by the module with its types."""
        found: dict[str, str] = {}
        for resource, operation in self.methods():
            module = naming.module_name(naming.operation_prefix(operation.id))
            call = f"`{resource.name.python}.{operation.name.python}`"
            request = f"`{operation.verb} {operation.path}`"
            found.setdefault(module, f"{call} ({request})")
        return found

    def variants(self, type_: ir.Type, known: frozenset[Origin] = frozenset()) -> Iterator[ir.Type]:
        """Yield the variants of a type, except null; nested unions are flattened.

        Args:
            type_: The type.
            known: The ids of the unions that contain it.
        """
        type_ = type_.inner if isinstance(type_, ir.Nullable) else type_
        declaration = self.declaration(type_)
        if not isinstance(declaration, ir.Union):
            yield type_
        elif declaration.id not in known:
            for variant in declaration.variants:
                yield from self.variants(variant, known | {declaration.id})

    @cached_property
    def bodies(self) -> str:
        """What bodies the package decodes, for readers."""
        return "JSON or XML" if self.roots else "JSON"

    @cached_property
    def roots(self) -> Mapping[str, ir.XmlElement]:
        """The root elements of all XML that is sent or received, by the places of their schemas."""
        parts: list[ir.XmlRoot | None] = []
        media: list[ir.MediaType | None] = [webhook.payload for webhook in self.api.webhooks]
        for operation in self.operations():
            media += operation.body.media_types if operation.body else ()
            sent = operation.body.media_types if operation.body else ()
            parts += (each.xml for item in sent for each in item.encodings)
            for response in operation.responses:
                media += (*response.all_media, *response.also)
            media += (error.media_type for error in operation.errors)
        parts += (item.xml for item in media if item)
        return {root.place: root.element for root in parts if root}

    def is_scalar(self, type_: ir.Type) -> bool:
        """Return whether a type is neither a list nor an object."""
        match type_:
            case ir.Nullable(inner=inner):
                return self.is_scalar(inner)
            case ir.Primitive():
                return True
        return self.is_literal(type_)

    def is_read(self, type_: ir.Type) -> bool:
        """Return whether a scalar is anything but text, so that its text must be read."""
        match type_:
            case ir.Nullable(inner=inner):
                return self.is_read(inner)
            case ir.Primitive(kind=kind):
                return kind != "string"
            case ir.Literal(values=values):
                return not all(isinstance(value, str) for value in values)
        enum = self.enum(type_)
        return enum is not None and not all(isinstance(value, str) for value in enum.values)

    def decides_text(self, type_: ir.Type) -> bool:
        """Return whether the text of a value depends on its type.

        A date and a date with a time are told apart, and decimal numbers may be text.
        """
        inside = graph.closure(graph.of_type(type_), self.declarations)
        return self._mentions(type_, _TEXTS) or not self._with_texts.isdisjoint(inside)

    def is_literal(self, type_: ir.Type) -> bool:
        """Return whether a value itself, not one inside of it, is one of some literals."""
        match type_:
            case ir.Nullable(inner=inner):
                return self.is_literal(inner)
            case ir.Literal():
                return True
        return isinstance(self.declaration(type_), ir.Enum)

    def has_null_others(self, operation: ir.Operation) -> bool:
        """Return whether null may be sent for properties that the document does not name."""
        model = self.body_model(operation)
        media = operation.body.media_types[0] if operation.body else None
        if model is None or model.additional is None or media is None or media.content != "json":
            return False
        return is_merge_patch(media) or self.takes_null(model.additional)

    def files(self, operation: ir.Operation) -> frozenset[str]:
        """Return the properties of the body that are files, or lists of files, and nothing else."""
        return frozenset(
            argument.wire
            for argument in operation.signature.arguments
            if argument.is_file and self._is_file(argument.type)
        )

    def _is_file(self, type_: ir.Type) -> bool:
        match type_:
            case ir.Nullable(inner=inner) | ir.ListOf(item=inner):
                return self._is_file(inner)
        return type_ == ir.Primitive("string", "binary")

    def coded(self, operation: ir.Operation) -> frozenset[str]:
        """Return the properties of the body that are bytes, encoded in base64."""
        return frozenset(
            argument.wire
            for argument in operation.signature.arguments
            if argument.place in {"property", "body"}
            and not argument.is_file
            and self._mentions(argument.type, BASE64)
        )

    @cached_property
    def _with_texts(self) -> frozenset[Origin]:
        """The ids of the models with a field whose text depends on its type."""
        return frozenset(
            item.id
            for item in self.api.declarations
            if isinstance(item, ir.Model)
            and any(
                self._mentions(kind, _TEXTS)
                for kind in (*(field.type for field in item.fields), item.additional)
                if kind is not None
            )
        )

    def _mentions(self, type_: ir.Type, wanted: AbstractSet[ir.Type]) -> bool:
        """Return whether a type is one of `wanted`, or contains one outside of a model."""
        met: set[Origin] = set()
        waiting = [type_]
        while waiting:
            each = waiting.pop()
            if each in wanted:
                return True
            waiting += graph.inside(each)
            match each:
                case ir.Named(id=id_) if id_ not in met:
                    met.add(id_)
                    declaration = self.declarations[id_]
                    if isinstance(declaration, ir.Union):
                        waiting += declaration.variants
                    elif isinstance(declaration, ir.Alias):
                        waiting.append(declaration.target)
        return False


def _items(operation: ir.Operation) -> tuple[ir.Type, ...]:
    return () if operation.pagination is None else operation.pagination.items
