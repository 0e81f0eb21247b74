"""Name: every Python name of the SDK, unique where it must be.

Names depend only on the document, and as little as possible on its order: if two types could have
the same name, neither gets it as long as each has an alternative. A name that differs from the one
that the document suggests is reported in a note.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from sdkwright.config import Config
from sdkwright.diagnostics import Diagnostics
from sdkwright.model import ir, naming
from sdkwright.model.lookup import Lookup
from sdkwright.model.origin import Component, Form, Origin
from sdkwright.model.reserved import (
    CLIENT_ARGUMENTS,
    CLIENT_ATTRIBUTES,
    CLIENT_MODULES,
    FIELD_NAMES,
    IMPORTED_CLASSES,
    METHOD_ARGUMENTS,
    MODEL_METHODS,
    OTHERS,
    REQUEST_BODY,
    RESOURCE_ATTRIBUTES,
    RESOURCE_VIEWS,
    RUNTIME_ERRORS,
    WEBHOOK_NAMES,
)
from sdkwright.passes import place

_SEPARATOR: Final = re.compile(r"[_./-](?=[^\W\d_])")
"""What separates the resource from the rest of an operationId: `pulls/list`, `providers.list`."""

_CALLED_AFTER_SCHEME: Final = frozenset({"key", "token"})

_OF_ERRORS: Final[frozenset[Form]] = frozenset({"error", "raised"})
"""Forms of a component that have names of our making, such as `PetErrorData`."""


def name(api: ir.Api, config: Config, diagnostics: Diagnostics) -> ir.Api:
    """Set all names.

    Args:
        api: With wire names and hints. A field or parameter with an override in the document has
            it as its Python name.
        config: No resource and no exception may have the name of its client class.
        diagnostics: Gets a note with the code `name-clash` for each name that was already taken.
    """
    note = _Notes(diagnostics)
    declarations, errors = _name_declarations(api, config, note)
    bodies = _request_models(api)
    spread = frozenset(bodies.values())
    declarations = tuple(
        _name_fields(item, METHOD_ARGUMENTS if item.id in spread else frozenset(), note)
        for item in declarations
    )
    fields = {
        item.id: {entry.name.python: entry.name.wire for entry in item.fields}
        | dict.fromkeys(_others(item), "")
        for item in declarations
        if isinstance(item, ir.Model)
    }
    schemes = _name_schemes(api, note)
    api = replace(api, declarations=declarations, errors=errors, security_schemes=schemes)
    api = replace(api, webhooks=_name_webhooks(api.webhooks, note))
    properties = {python: wire for id_ in spread for python, wire in fields[id_].items()}
    api = _name_globals(api, properties, note)
    api = _name_server_variables(api, note)
    keywords = {operation: fields[model] for operation, model in bodies.items()}
    return _name_resources(api, keywords, config, note)


@dataclass(slots=True)
class _Notes:
    """Reports names that differ from what the document suggests."""

    diagnostics: Diagnostics

    def clash(
        self,
        what: str,
        wanted: str,
        given: str,
        at: ir.SourcePointer,
        *,
        by: str = "",
        is_tag: bool = False,
    ) -> None:
        """Report a name that is taken, and by what, if that is part of the document."""
        fix = "rename the tag" if is_tag else "choose another name with x-speakeasy-name-override"
        taken = f"`{wanted}` is already taken{f' by {by}' if by else ''}"
        self.diagnostics.note("name-clash", f"{what} renamed to `{given}`: {taken}", fix=fix, at=at)

    def unknown_replacement(self, operation: ir.Operation) -> None:
        """Report a replacement that is not an operation of the SDK."""
        self.diagnostics.warning(
            "unknown-replacement",
            f"unknown replacement operation `{operation.replacement}`",
            fix="set x-speakeasy-deprecation-replacement to the operationId of an operation",
            at=operation.source,
        )


@dataclass(slots=True)
class _Namespace:
    """Names that must be unique; those in `reserved` already mean something else."""

    reserved: Collection[str] = ()
    taken: set[str] = field(default_factory=set)
    _numbers: dict[str, int] = field(default_factory=dict)

    def claim(self, wanted: str, also: Callable[[str], Iterable[str]] = lambda _: ()) -> str:
        """Claim a name and all names derived from it; if one is taken, a numbered variant."""
        candidate = f"{wanted}_" if wanted in self.reserved else wanted
        number = self._numbers.get(wanted, 2)
        while not self.is_free(candidate, also):
            candidate = f"{wanted}_{number}"
            number += 1
            self._numbers[wanted] = number
        self.taken.update([candidate, *also(candidate)])
        return candidate

    def is_free(self, wanted: str, also: Callable[[str], Iterable[str]] = lambda _: ()) -> bool:
        """Return whether a name and all names derived from it are free."""
        names = [wanted, *also(wanted)]
        return not any(item in self.taken or item in self.reserved for item in names)


# Declarations


@dataclass(frozen=True, slots=True)
class _Claim:
    """A type that needs a class name in its package, with the candidates in `hints`."""

    id: Origin
    hints: tuple[str, ...]
    source: ir.SourcePointer

    @property
    def is_component(self) -> bool:
        """Whether the name is the document's, rather than derived by the generator."""
        return isinstance(self.id.node, Component) and self.id.form not in _OF_ERRORS


def _name_declarations(
    api: ir.Api, config: Config, note: _Notes
) -> tuple[tuple[ir.Declaration, ...], tuple[ir.ErrorType, ...]]:
    client = config.client_class
    of_runtime = RUNTIME_ERRORS | {f"{client}Error", f"{client}DefaultError"}
    classes: dict[Origin, str] = {}
    for package in ("components", "operations"):
        claims = [_claim(item) for item in api.declarations if item.package == package]
        classes |= _share_out(claims, frozenset(), note)
    in_errors = [_claim(item) for item in api.declarations if item.package == "errors"]
    classes |= _share_out([*map(_claim, api.errors), *in_errors], of_runtime, note)
    modules = place.modules(api, classes)
    declarations = tuple(
        replace(item, name=replace(item.name, python=classes[item.id]), module=modules[item.id])
        for item in api.declarations
    )
    errors = tuple(
        replace(item, name=replace(item.name, python=classes[item.id]), module=modules[item.id])
        for item in api.errors
    )
    return declarations, errors


def _claim(item: ir.Declaration | ir.ErrorType) -> _Claim:
    return _Claim(item.id, item.hints, item.source)


def _share_out(claims: list[_Claim], reserved: Collection[str], note: _Notes) -> dict[Origin, str]:
    """Return a class name for each claim, by id; since modules are lower case, case is ignored."""
    wanted = Counter(hint for claim in claims for hint in {h.lower() for h in claim.hints})
    unusable = {item.lower() for item in reserved}
    given: dict[Origin, str] = {}
    # Components come first, then types with a single candidate: they have no alternative.
    for claim in sorted(claims, key=lambda claim: (not claim.is_component, len(claim.hints) > 1)):
        alone = (
            hint
            for hint in claim.hints
            if wanted[hint.lower()] == 1 and hint.lower() not in unusable
        )
        last = claim.hints[-1]
        chosen = next(alone, None) or _numbered(last, unusable)
        if chosen != last and chosen not in claim.hints:
            note.clash("type", last, chosen, claim.source)
        unusable.add(chosen.lower())
        given[claim.id] = chosen
    return given


def _numbered(wanted: str, unusable: Collection[str]) -> str:
    candidate, number = wanted, 2
    while candidate.lower() in unusable:
        candidate = f"{wanted}{number}"
        number += 1
    return candidate


def _request_models(api: ir.Api) -> dict[str, Origin]:
    """Return, for each operation whose body is a model, the id of that model."""
    lookup = Lookup(api)
    return {
        operation.id: model.id
        for resource in api.resources
        for operation in resource.operations
        if (model := lookup.body_model(operation)) is not None
    }


def _others(model: ir.Model) -> frozenset[str]:
    return frozenset({OTHERS} if model.additional is not None else ())


def _name_fields(item: ir.Declaration, reserved: Collection[str], note: _Notes) -> ir.Declaration:
    if not isinstance(item, ir.Model):
        return item
    names = _Namespace(MODEL_METHODS | _others(item) | {*reserved})
    fields = []
    for entry in item.fields:
        wanted = naming.identifier(
            entry.name.python or entry.name.wire, fallback="field", reserved=FIELD_NAMES
        )
        python = names.claim(wanted)
        if python != wanted:
            note.clash(f"field `{entry.name.wire}`", wanted, python, entry.source)
        fields.append(replace(entry, name=replace(entry.name, python=python)))
    return replace(item, fields=tuple(fields))


# Resources, methods and parameters


def _name_schemes(api: ir.Api, note: _Notes) -> tuple[ir.SecurityScheme, ...]:
    """Name the credentials of the client.

    A token is named after its scheme. Others are named after their role, such as `password`, unless
    several schemes have that role.
    """
    roles = Counter(argument.wire for item in api.security_schemes for argument in item.arguments)
    names = _Namespace(CLIENT_ARGUMENTS)
    named = []
    for item in api.security_schemes:
        # One word, as in its specification: `oauth2_password_bearer`, not `o_auth2_...`.
        scheme = naming.identifier(item.id.replace("OAuth", "Oauth"), fallback="key")
        arguments = []
        for argument in item.arguments:
            role = argument.wire
            wanted = scheme if role in _CALLED_AFTER_SCHEME else role
            if role not in _CALLED_AFTER_SCHEME and roles[role] > 1:
                wanted = f"{scheme}_{role}"
            python = names.claim(wanted)
            if python != wanted:
                note.clash(f"credential `{item.id}`", wanted, python, item.source)
            arguments.append(replace(argument, python=python))
        named.append(replace(item, arguments=tuple(arguments)))
    return tuple(named)


def _name_globals(api: ir.Api, properties: Mapping[str, str], note: _Notes) -> ir.Api:
    """Name the global parameters, which have the same name on the client and in each method."""
    credentials = {name.python for item in api.security_schemes for name in item.arguments}
    names = _Namespace(CLIENT_ARGUMENTS | METHOD_ARGUMENTS | credentials)
    named = _name_parameters(api.globals, names, _owners(properties), note)
    return replace(api, globals=named)


def _name_server_variables(api: ir.Api, note: _Notes) -> ir.Api:
    """Name the client's arguments for the variables in server URLs."""
    taken = {name.python for item in api.security_schemes for name in item.arguments}
    taken |= {item.name.python for item in api.globals}
    names = _Namespace(CLIENT_ARGUMENTS, taken)
    named = []
    for item in api.server_variables:
        wanted = naming.identifier(item.name.wire, fallback="variable")
        is_free = names.is_free(wanted, lambda _: ())
        python = names.claim(wanted if is_free else f"server_{wanted}")
        if python != wanted:
            note.clash(f"variable `{item.name.wire}`", wanted, python, item.source)
        named.append(replace(item, name=replace(item.name, python=python)))
    return replace(api, server_variables=tuple(named))


def _name_resources(
    api: ir.Api, keywords: Mapping[str, Mapping[str, str]], config: Config, note: _Notes
) -> ir.Api:
    attributes = {"": _Namespace(CLIENT_ATTRIBUTES)}
    modules = _Namespace(CLIENT_MODULES | ({"webhooks"} if api.webhooks else set()))
    classes = _class_names(api, IMPORTED_CLASSES | {config.client_class})
    slugs = _Namespace()
    paths: dict[str, str] = {}
    named = []
    for resource in api.resources:
        wire = resource.name.wire
        wanted = naming.resource_name(resource.label)
        python = attributes[resource.parent].claim(wanted)
        if python != wanted:
            note.clash(f"resource `{wire}`", wanted, python, resource.source, is_tag=True)
        attributes[wire] = _Namespace(RESOURCE_ATTRIBUTES)
        paths[wire] = f"{paths[resource.parent]}.{python}" if resource.parent else python
        class_name, full = classes[wire]
        module = naming.group_module(wire if full else resource.label)
        named.append(
            replace(
                resource,
                name=replace(resource.name, python=paths[wire]),
                class_name=class_name,
                module=modules.claim(module),
                slug=slugs.claim(naming.page_name(class_name)),
            )
        )
    inner = {wire: frozenset(names.taken) for wire, names in attributes.items()}
    with_methods = (
        replace(item, operations=_name_operations(api, item, inner[item.name.wire], keywords, note))
        for item in named
    )
    return _name_replacements(replace(api, resources=tuple(with_methods)), note)


def _name_replacements(api: ir.Api, note: _Notes) -> ir.Api:
    """Mention the replacements of deprecated operations, by the names that callers type."""
    calls: dict[str, str] = {}
    for resource in api.resources:
        for item in resource.operations:
            calls.setdefault(item.id, f"{resource.name.python}.{item.name.python}")

    def replaced(item: ir.Operation) -> ir.Operation:
        call = calls.get(item.replacement, "")
        if item.replacement and not call:
            note.unknown_replacement(item)
        if not call or item.doc.deprecated is None:
            return item
        advice = f"{item.doc.deprecated} Use `{call}` instead.".lstrip()
        return replace(item, doc=replace(item.doc, deprecated=advice))

    resources = (
        replace(resource, operations=tuple(map(replaced, resource.operations)))
        for resource in api.resources
    )
    return replace(api, resources=tuple(resources))


def _class_names(api: ir.Api, reserved: Collection[str]) -> Mapping[str, tuple[str, bool]]:
    """Return the class name of each resource, and whether it includes the name of the parent.

    A nested resource includes it if its own name is taken: `beta.responses` is `BetaResponses` if
    there are other `Responses`. The names of a resource's views are taken as well, since its module
    defines them next to the classes that it imports. Callers do not type these names, so this is
    not worth a note.
    """
    names = _Namespace(reserved)
    found = {}
    for resource in sorted(api.resources, key=lambda item: bool(item.parent)):
        wire = resource.name.wire
        wanted = naming.class_name(resource.label, fallback="Resource")
        full = bool(resource.parent) and not names.is_free(wanted, _views_of)
        if full:
            wanted = naming.class_name(wire, fallback="Resource")
        found[wire] = (names.claim(wanted, _views_of), full)
    return found


def _views_of(class_name: str) -> list[str]:
    return [f"{class_name}{view}" for view in RESOURCE_VIEWS]


def _name_operations(
    api: ir.Api,
    resource: ir.Resource,
    attributes: frozenset[str],
    keywords: Mapping[str, Mapping[str, str]],
    note: _Notes,
) -> tuple[ir.Operation, ...]:
    methods = _Namespace(RESOURCE_ATTRIBUTES | attributes)
    # Who is called exactly like a method comes first: `create` before `create_`.
    in_order = sorted(
        resource.operations, key=lambda item: _wanted(item, resource) != item.name.wire
    )
    pythons = {item.id: _name_method(item, resource, methods, note) for item in in_order}
    named = []
    for operation in resource.operations:
        python = pythons[operation.id]
        own = [item for item in operation.parameters if not item.is_global]
        shared = [
            replace(item, name=known.name)
            for item in operation.parameters
            if item.is_global
            for known in api.globals
            if (known.location, known.name.wire) == (item.location, item.name.wire)
        ]
        body = keywords.get(operation.id)
        arguments = _Namespace(METHOD_ARGUMENTS | ({REQUEST_BODY} if body is None else set()))
        owners = _owners(body or {}) | {item.name.python: _described(item) for item in shared}
        named.append(
            replace(
                operation,
                name=replace(operation.name, python=python),
                parameters=(*_name_parameters(own, arguments, owners, note), *shared),
            )
        )
    return tuple(named)


def _wanted(operation: ir.Operation, resource: ir.Resource) -> str:
    """Return the name that a method has if it is free.

    An operationId that repeats the resource loses it: `StorageAccounts_Create` is called as
    `storage_accounts.create`.
    """
    wire = operation.name.wire
    group = naming.snake_case(resource.label)
    for separator in _SEPARATOR.finditer(wire) if wire == operation.id else ():
        if naming.snake_case(wire[: separator.start()]) == group:
            wire = wire[separator.end() :]
            break
    return naming.identifier(wire, fallback="call")


def _name_method(
    operation: ir.Operation, resource: ir.Resource, methods: _Namespace, note: _Notes
) -> str:
    def also(method: str) -> list[str]:
        suffixes = ["async"] if operation.pagination is None else ["async", "iter", "iter_async"]
        return [f"{method}_{suffix}" for suffix in suffixes]

    wanted = _wanted(operation, resource)
    longer = naming.identifier(operation.id, fallback="call")
    free = (name for name in (wanted, longer) if methods.is_free(name, also))
    python = methods.claim(next(free, longer), also)
    if python != wanted:
        note.clash("method", wanted, python, operation.source)
    return python


def _name_webhooks(webhooks: Iterable[ir.Webhook], note: _Notes) -> tuple[ir.Webhook, ...]:
    """Name the webhooks, which are constants of the module `webhooks`."""
    names = _Namespace(WEBHOOK_NAMES)
    named = []
    for item in webhooks:
        wanted = naming.identifier(item.name.python or item.name.wire, fallback="webhook")
        longer = naming.identifier(item.id, fallback="webhook")
        free = (name for name in (wanted, longer) if names.is_free(name, lambda _: ()))
        python = names.claim(next(free, longer))
        if python != wanted:
            note.clash(f"webhook `{item.name.wire}`", wanted, python, item.source)
        named.append(replace(item, name=replace(item.name, python=python)))
    return tuple(named)


def _name_parameters(
    parameters: Iterable[ir.Parameter], names: _Namespace, owners: Mapping[str, str], note: _Notes
) -> tuple[ir.Parameter, ...]:
    """Name parameters; one whose name is taken by another argument gets its location before it.

    Args:
        parameters: The parameters.
        names: The names that mean something else.
        owners: What the other arguments are, by their names.
        note: Gets the names that were taken.
    """
    known = {**owners}
    names.taken.update(known)
    named = []
    for item in parameters:
        wanted = naming.identifier(item.name.python or item.name.wire, fallback="parameter")
        placed = f"{item.location}_{wanted}"
        is_taken = wanted in names.taken and placed not in names.taken
        python = names.claim(placed if is_taken else wanted)
        if python != wanted:
            by = known.get(wanted, "")
            what = f"{item.location} parameter" if by else "parameter"
            note.clash(f"{what} `{item.name.wire}`", wanted, python, item.source, by=by)
        known[python] = _described(item)
        named.append(replace(item, name=replace(item.name, python=python)))
    return tuple(named)


def _owners(properties: Mapping[str, str]) -> dict[str, str]:
    """Return descriptions of the arguments for the properties of a body, by their names."""
    return {
        python: f"the property `{wire}` of the body" if wire else "the other properties of the body"
        for python, wire in properties.items()
    }


def _described(parameter: ir.Parameter) -> str:
    return f"the {parameter.location} parameter `{parameter.name.wire}`"
