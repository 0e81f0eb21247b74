"""One version of an SDK as its callers see it: what they type, and what reaches what.

Knows the IR and how the templates spell it; nothing of a second version.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cached_property
from typing import Literal, TypeAlias

from sdkwright.config import Config
from sdkwright.model import ir, naming
from sdkwright.model.lookup import Lookup, others
from sdkwright.model.origin import Origin

Direction: TypeAlias = Literal["request", "response"]
Class: TypeAlias = ir.Declaration | ir.ErrorType


@dataclass(frozen=True, slots=True)
class Method:
    """An operation where callers find it."""

    resource: ir.Resource
    operation: ir.Operation
    form: str = ""
    """The media type of the body, where the operation has a method for each that it takes."""

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What no other method has: an operation may be in several resources."""
        return *self.request_line, self.resource.name.python

    @property
    def request_line(self) -> tuple[str, str, str]:
        """What is sent, by whichever resource."""
        return self.operation.method, self.operation.path, self.form


@dataclass(frozen=True, slots=True)
class Credential:
    """An argument of the client for a way to authenticate: what it is, and what it is called."""

    scheme: ir.SecurityScheme
    role: str
    name: str


class Surface(Lookup):
    """One version of the SDK.

    Args:
        api: An `Api` that all passes have seen.
        config: What the package, the module and the client are called.
    """

    def __init__(self, api: ir.Api, config: Config) -> None:
        super().__init__(api)
        self.config = config
        self.client = naming.identifier(config.client_class, fallback="client")

    # What there is

    @cached_property
    def resources(self) -> tuple[ir.Resource, ...]:
        """The resources that have methods; those that only lead to others show with these."""
        return tuple(item for item in self.api.resources if item.operations)

    @cached_property
    def methods(self) -> Mapping[tuple[str, str, str, str], Method]:
        """All operations, in each resource that has them."""
        pairs = [(tag, item) for tag in self.resources for item in tag.operations]
        often = Counter((tag.name.wire, item.method, item.path) for tag, item in pairs)
        found = (
            Method(
                tag,
                item,
                _form(item) if often[tag.name.wire, item.method, item.path] > 1 else "",
            )
            for tag, item in pairs
        )
        return {method.key: method for method in found}

    @cached_property
    def credentials(self) -> tuple[Credential, ...]:
        """What the client takes to authenticate with, in the order of its arguments."""
        return tuple(
            Credential(scheme, argument.wire, argument.python)
            for scheme in self.api.security_schemes
            for argument in scheme.arguments
        )

    # What callers type

    def attribute(self, resource: ir.Resource) -> str:
        """Spell a resource: `open_router.api_keys`."""
        return f"{self.client}.{resource.name.python}"

    def call(self, method: Method, name: str = "") -> str:
        """Spell a method: `open_router.api_keys.update()`."""
        return f"{self.attribute(method.resource)}.{name or method.operation.name.python}()"

    def webhook(self, webhook: ir.Webhook) -> str:
        """Spell a webhook: `webhooks.parcel_sent`."""
        return f"webhooks.{webhook.name.python}"

    def imported(self, item: Class) -> str:
        """Spell a class: `operations.UpdateKeysResponse`."""
        return f"{package_of(item)}.{item.name.python}"

    def class_symbol(self, item: Class) -> str:
        """Return the public import path of a class."""
        return f"{self.config.module}.{self.imported(item)}"

    def module_symbol(self, item: Class) -> str:
        """Return the module that a class is defined in."""
        return f"{self.config.module}.{package_of(item)}.{item.module}"

    def resource_symbol(self, resource: ir.Resource) -> str:
        """Return the path of the class of a resource."""
        return f"{self.config.module}.{resource.module}.{resource.class_name}"

    def method_symbol(self, method: Method, name: str = "") -> str:
        """Return the path of a method."""
        owner = self.resource_symbol(method.resource)
        return f"{owner}.{name or method.operation.name.python}"

    @property
    def client_symbol(self) -> str:
        """Return the path of the client."""
        return f"{self.config.module}.{self.config.client_class}"

    # What reaches what

    @cached_property
    def directions(self) -> Mapping[Origin, frozenset[Direction]]:
        """Return, by the id of a class, whether callers send it, receive it, or both.

        A model that is a body by itself is neither: what callers pass are keywords.
        """
        sent, got = self._reached("request"), self._reached("response")
        found: dict[Origin, set[Direction]] = {id_: {"request"} for id_ in sent}
        for id_ in got:
            found.setdefault(id_, set()).add("response")
        return {id_: frozenset(directions) for id_, directions in found.items()}

    @cached_property
    def bodies(self) -> frozenset[Origin]:
        """Return the ids of the models that are whole bodies."""
        models = (self.body_model(method.operation) for method in self.methods.values())
        return frozenset(model.id for model in models if model)

    def _reached(self, direction: Direction) -> set[Origin]:
        waiting = [
            id_ for method in self.methods.values() for id_ in self._roots(method, direction)
        ]
        if direction == "request":
            waiting += named_in(self.api.globals)
        else:
            waiting += named_in((self.api.errors, self.api.webhooks, self.api.event))
        found: set[Origin] = set()
        while waiting:
            id_ = waiting.pop()
            if id_ not in found:
                found.add(id_)
                waiting += named_in(self.declarations.get(id_))
        return found

    def _roots(self, method: Method, direction: Direction) -> Iterator[Origin]:
        operation = method.operation
        if direction == "request":
            given = tuple(argument.type for argument in operation.signature.arguments)
            yield from named_in((operation.parameters, given))
            if self.body_model(operation) is None:
                yield from named_in(operation.body)
            return
        for entry in fields(operation):  # whatever else an operation has is something to read
            if entry.name not in {"parameters", "body", "request", "signature"}:
                yield from named_in(getattr(operation, entry.name))

    def users(self, id_: Origin, *, by_other_names: bool = True) -> list[str]:
        """Return the methods that send or return a class, and the webhooks that contain it.

        They are spelled as callers type them.

        Args:
            id_: The id of the class.
            by_other_names: Whether to include those that use another name of the class.
        """
        calls: dict[str, None] = {}
        found: set[Origin] = set()
        waiting = [id_]
        while waiting:
            current = waiting.pop()
            if current in found:
                continue
            found.add(current)
            owners, methods = self._owners.get(current, ((), ()))
            waiting += (owner for owner in owners if by_other_names or not self._is_alias(owner))
            calls |= dict.fromkeys(methods)
        return sorted(calls)

    def _is_alias(self, id_: Origin) -> bool:
        return isinstance(self.declarations.get(id_), ir.Alias)

    @cached_property
    def _owners(self) -> Mapping[Origin, tuple[list[Origin], list[str]]]:
        """Return, by id, the declarations and the methods that refer to a declaration."""
        found: dict[Origin, tuple[list[Origin], list[str]]] = {}
        for item in self.api.declarations:
            for id_ in named_in(item):
                found.setdefault(id_, ([], []))[0].append(item.id)
        for method in self.methods.values():
            raised = [error.error for error in method.operation.errors if error.error]
            bodies = tuple(self.errors[id_].body for id_ in raised if id_ in self.errors)
            for id_ in (*named_in((method.operation, *bodies)), *raised):
                found.setdefault(id_, ([], []))[1].append(self.call(method))
        for webhook in self.api.webhooks:
            for id_ in named_in(webhook):
                found.setdefault(id_, ([], []))[1].append(self.webhook(webhook))
        return found


def _form(operation: ir.Operation) -> str:
    body = operation.body
    return body.media_types[0].name if body and body.media_types else ""


def package_of(item: Class) -> str:
    """Return the package that a class is imported from."""
    return "errors" if isinstance(item, ir.ErrorType) else item.package


def named_in(value: object) -> Iterator[Origin]:
    """Return the ids of all declarations that a value of the IR refers to, at any depth.

    It knows no single class, so that none can be forgotten. A method says again what its operation
    says.
    """
    match value:
        case ir.Named(id=id_):
            yield id_
        case Origin() | ir.SourcePointer() | ir.Name() | ir.Doc() | ir.Method() | str() | None:
            return
        case tuple():
            for item in value:
                yield from named_in(item)
        case _ if is_dataclass(value):
            for entry in fields(value):
                yield from named_in(getattr(value, entry.name))


def plain(value: object, declarations: Mapping[Origin, ir.Declaration]) -> object:
    """Convert a value of the IR to one that is equal in two versions if callers see no difference.

    It has no places in the document, and names instead of ids.
    """
    match value:
        case ir.Named(id=id_):
            item = declarations.get(id_)
            return ("named", package_of(item), item.name.python) if item else ("named", id_)
        case Origin() | ir.SourcePointer():  # where a thing stands may change alone
            return None
        case tuple():
            return tuple(plain(item, declarations) for item in value)
        case bool():
            return ("bool", value)  # True is 1 in Python, and not in JSON
        case _ if is_dataclass(value) and not isinstance(value, type):
            inner = ((entry.name, getattr(value, entry.name)) for entry in fields(value))
            return (
                type(value).__name__,
                *((name, plain(item, declarations)) for name, item in inner),
            )
        case _:
            return value


def contents(model: ir.Model) -> tuple[ir.Field, ...]:
    """Return the fields of a model as callers see them.

    The last one is for additional properties, if there are any.
    """
    unnamed = others(model)
    return model.fields if unnamed is None else (*model.fields, unnamed)
