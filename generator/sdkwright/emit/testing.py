"""The view of the module `testing`, with a client that sends nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sdkwright.config import Config
from sdkwright.emit.annotations import result_type
from sdkwright.emit.credentials import credential_views
from sdkwright.emit.expr import imported
from sdkwright.emit.imports import ImportLines, ModuleImports
from sdkwright.emit.index import Index
from sdkwright.emit.python_types import TypeWriter
from sdkwright.model import ir

_CLIENT: Final = "client"
"""The attribute of a fake client that no resource has."""


@dataclass(frozen=True, slots=True)
class ExamplesView:
    """The examples of an operation in JSON, each with its status."""

    id: str
    texts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class StubView:
    """A method: the operation that it calls, the type of what it returns, and its name in full."""

    name: str
    operation: str
    returned: str
    label: str


@dataclass(frozen=True, slots=True)
class FakeAttributeView:
    """A resource as an attribute, and the class of its stubs."""

    attribute: str
    fake_class: str


@dataclass(frozen=True, slots=True)
class FakeResourceView:
    """A resource, and the class of its stubs."""

    class_name: str
    fake_class: str
    resources: tuple[FakeAttributeView, ...]
    methods: tuple[StubView, ...]


@dataclass(frozen=True, slots=True)
class TestingView:
    """The module `testing`. Resources come after those that are attributes of them."""

    module: str
    client_class: str
    fake_class: str
    fixture: str
    credentials: tuple[str, ...]
    imports: ImportLines
    examples: tuple[ExamplesView, ...]
    resources: tuple[FakeResourceView, ...]
    attributes: tuple[FakeAttributeView, ...]


def testing_view(index: Index, config: Config) -> TestingView:
    """Return the view of the module `testing`."""
    imports = ModuleImports()
    imports.use(imported("collections.abc", "Iterator"))
    imports.use(imported("typing", "Any"))
    for name in ("Examples", "Fake", "RecordedCall", "Stub", "Stubs", "fixture"):
        imports.use(imported("._runtime.testing", name))
    imports.use(imported(".client", config.client_class))
    resources = tuple(
        FakeResourceView(
            resource.class_name,
            _fake(resource),
            _attributes(index, resource.name.wire),
            tuple(_stubs(index, resource, imports)),
        )
        for resource in index.resources()
    )
    return TestingView(
        module=config.module,
        client_class=config.client_class,
        fake_class=f"Fake{config.client_class}",
        fixture=f"fake_{config.module}",
        credentials=tuple(item.name for item in credential_views(index, config)),
        imports=imports.needed(),
        examples=tuple(_examples(index)),
        resources=resources,
        attributes=_attributes(index),
    )


def _fake(resource: ir.Resource) -> str:
    return f"{resource.class_name}Stubs"


def _attributes(index: Index, parent: str = "") -> tuple[FakeAttributeView, ...]:
    return tuple(
        FakeAttributeView(_attribute(item), _fake(item)) for item in index.attributes(parent)
    )


def _attribute(resource: ir.Resource) -> str:
    return f"{_CLIENT}_" if resource.attribute == _CLIENT else resource.attribute


def _stubs(index: Index, resource: ir.Resource, imports: ModuleImports) -> Iterator[StubView]:
    types = TypeWriter(index.declarations, ("", "testing"))
    for operation in resource.operations:
        is_value = operation.signature.answer == "value"
        returned = imports.use(result_type(types, operation)) if is_value else "Any"
        name = operation.name.python
        yield StubView(name, operation.id, returned, f"{resource.name.python}.{name}")


def _examples(index: Index) -> Iterator[ExamplesView]:
    for operation in index.operations():
        found: dict[str, str] = {}
        for response in operation.responses:
            for media in response.media_types[:1]:
                _add(found, response.status, media)
        for error in operation.errors:
            if error.media_type is not None and not error.is_other:
                _add(found, error.status, error.media_type)
        if found:
            yield ExamplesView(operation.id, tuple(found.items()))


def _add(found: dict[str, str], status: str, media: ir.MediaType) -> None:
    if media.example is not None and media.content == "json" and media.xml is None:
        found.setdefault(status, media.example)
