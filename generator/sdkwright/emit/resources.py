"""Views of the classes whose methods are the operations, such as `APIKeys`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sdkwright.emit.descriptors import (
    ConstantView,
    DescriptorView,
    DescriptorWriter,
    descriptor_names,
)
from sdkwright.emit.expr import Expr, Import, imported
from sdkwright.emit.imports import ImportLines, ModuleImports
from sdkwright.emit.index import Index
from sdkwright.emit.methods import MethodView, MethodWriter
from sdkwright.emit.python_types import TypeWriter
from sdkwright.emit.wording import resource_text
from sdkwright.model import ir


@dataclass(frozen=True, slots=True)
class AttributeView:
    """A resource as an attribute of the client, or of another resource."""

    attribute: str
    module: str
    class_name: str
    text: str


@dataclass(frozen=True, slots=True)
class ResourceView:
    """A resource: it has its own methods, or those of another resource, `base`.

    `descriptors` are those of its operations, except for what is imported from another resource
    that has the same operation.
    """

    class_name: str
    module: str
    text: str
    imports: ImportLines
    typing_imports: ImportLines
    base: str
    resources: tuple[AttributeView, ...]
    constants: tuple[ConstantView, ...]
    descriptors: tuple[DescriptorView, ...]
    methods: tuple[MethodView, ...]
    has_deprecated: bool


def attribute_views(resources: Iterable[ir.Resource]) -> tuple[AttributeView, ...]:
    """Return the views of resources as attributes of what has them."""
    return tuple(
        AttributeView(
            attribute=resource.attribute,
            module=resource.module,
            class_name=resource.class_name,
            text=resource_text(resource),
        )
        for resource in resources
    )


def resource_view(index: Index, resource: ir.Resource, client_class: str) -> ResourceView:
    """Return the view of a resource."""
    inner = index.attributes(resource.name.wire)
    twin = _twin(index, resource)
    imports = ModuleImports()
    constants: tuple[ConstantView, ...] = ()
    descriptors: tuple[DescriptorView, ...] = ()
    methods: tuple[MethodView, ...] = ()
    if twin is not None:
        base = imports.use(imported(f".{twin.module}", twin.class_name))
    else:
        base = imports.use(_base(resource))
        names = {operation.name.python for operation in resource.operations}
        shadowed = names | {item.attribute for item in inner}
        types = TypeWriter(index.declarations, ("", resource.module), shadowed)
        default_error = f"{client_class}DefaultError"
        own = [item for item in resource.operations if index.homes[item.id][0] is resource]
        describing = DescriptorWriter(index, types, imports, default_error, own)
        constants, descriptors = tuple(describing.constants()), tuple(describing.descriptors())
        _import_descriptors(index, resource, imports)
        writer = MethodWriter(index, types, imports, default_error)
        methods = tuple(map(writer.write, resource.operations))
    if methods:
        _import_for_methods(imports)
    if inner:
        _import_for_attributes(imports, inner)
    return ResourceView(
        class_name=resource.class_name,
        module=resource.module,
        text=resource_text(resource),
        imports=imports.needed(),
        typing_imports=imports.for_types(),
        base=base,
        resources=attribute_views(inner),
        constants=constants,
        descriptors=descriptors,
        methods=methods,
        has_deprecated=any(method.deprecated for method in methods),
    )


def _base(resource: ir.Resource) -> Expr:
    if any(operation.pagination is not None for operation in resource.operations):
        return imported("._runtime.paging.resource", "PagedResource")
    return imported("._runtime.client", "Resource")


def _twin(index: Index, resource: ir.Resource) -> ir.Resource | None:
    """Return the resource with the same methods, such as the one that a deprecated group repeats.

    A twin with resources of its own does not count: they would be inherited.
    """
    own = [(item.id, item.name.python) for item in resource.operations]
    for other in index.homes[own[0][0]] if own else ():
        if other is resource:
            return None
        if [(item.id, item.name.python) for item in other.operations] == own:
            return None if index.attributes(other.name.wire) else other
    return None


def _import_descriptors(index: Index, resource: ir.Resource, imports: ModuleImports) -> None:
    """Import the descriptors of operations that another resource has too."""
    for operation in resource.operations:
        home = index.homes[operation.id][0]
        if home is resource:
            continue
        original = next(item for item in home.operations if item.id == operation.id)
        own = descriptor_names(index, operation)
        for name, local in zip(descriptor_names(index, original), own, strict=True):
            alias = "" if local == name else local
            imports.use(Expr(local, frozenset({Import(f".{home.module}", name, alias)})))


def _import_for_methods(imports: ModuleImports) -> None:
    for name in ("raw", "raw_async", "streamed", "streamed_async"):
        imports.use(imported("._runtime.responses.raw", name))
    imports.use(imported("typing", "Unpack"))
    imports.use(imported("._runtime.values", "CallOptions"))


def _import_for_attributes(imports: ModuleImports, inner: Iterable[ir.Resource]) -> None:
    imports.use(imported("typing", "TYPE_CHECKING"))
    imports.use(imported("typing", "ClassVar"))
    imports.use(imported("._runtime.client", "Attributes"))
    for item in inner:
        imports.annotate(imported(f".{item.module}", item.class_name))
