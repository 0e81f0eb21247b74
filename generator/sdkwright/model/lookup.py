"""Look-ups in an `Api`: from a type to the declaration that it refers to.

Shared by stages that must not import each other. Changes nothing, and knows only the IR.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Final, TypeAlias

from sdkwright.model import graph, ir
from sdkwright.model.origin import Origin
from sdkwright.model.reserved import OTHERS

MAX_IMPORTS: Final = 20
"""Maximum modules that import each other in turn, each some ten levels of Python's call stack."""

_Module: TypeAlias = tuple[str, str]


class Lookup:
    """An `Api` whose declarations are found by id, and by the types that name them.

    Args:
        api: An `Api` after any pass; `late` and what is built on it need the modules that `name`
            sets.
    """

    def __init__(self, api: ir.Api) -> None:
        self.api = api

    @cached_property
    def declarations(self) -> Mapping[Origin, ir.Declaration]:
        """All named types, by id."""
        return {item.id: item for item in self.api.declarations}

    @cached_property
    def errors(self) -> Mapping[Origin, ir.ErrorType]:
        """All exceptions, by id."""
        return {item.id: item for item in self.api.errors}

    def canonical(self, id_: Origin) -> ir.Declaration | None:
        """Follow aliases to the declaration itself; None if nothing has the id."""
        item = self.declarations.get(id_)
        for _ in range(len(self.declarations)):  # more would be a circle
            if not isinstance(item, ir.Alias):
                break
            item = self.declarations.get(item.target.id)
        return item

    def declaration(self, type_: ir.Type) -> ir.Declaration | None:
        """Follow a type to its declaration, through aliases and null; None if it has none."""
        while isinstance(type_, ir.Nullable):
            type_ = type_.inner
        return self.canonical(type_.id) if isinstance(type_, ir.Named) else None

    def model(self, type_: ir.Type) -> ir.Model | None:
        """Follow a type to the model that it is, through aliases and null."""
        declaration = self.declaration(type_)
        return declaration if isinstance(declaration, ir.Model) else None

    def enum(self, type_: ir.Type) -> ir.Enum | None:
        """Follow a type to the enum that it is, through aliases and null."""
        declaration = self.declaration(type_)
        return declaration if isinstance(declaration, ir.Enum) else None

    def body_model(self, operation: ir.Operation) -> ir.Model | None:
        """Return the model whose properties are arguments of the method, if the body is one."""
        media = next(iter(operation.body.media_types), None) if operation.body else None
        return None if media is None or media.is_sequence else self.model(media.type)

    @cached_property
    def late(self) -> frozenset[Origin]:
        """The unions whose definitions must be quoted so that modules can be imported.

        A union or an alias is evaluated when its module is imported. Cycles are detected between
        modules, since a module is imported as a whole. Unions are also quoted where modules would
        import each other more than `MAX_IMPORTS` deep.
        """
        modules: dict[_Module, set[_Module]] = {}
        place = {id_: (item.package, item.module) for id_, item in self.declarations.items()}
        values = [item for item in self.api.declarations if isinstance(item, ir.Union | ir.Alias)]
        for item in values:
            needed = {place[id_] for id_ in graph.of_declaration(item)}
            modules.setdefault(place[item.id], set()).update(needed - {place[item.id]})
        own = {item.id: {*graph.of_declaration(item)} for item in values}
        of_modules, of_values = graph.circles(modules), graph.circles(own)
        sizes = Counter(of_modules.values()), Counter(of_values.values())
        too_deep = _too_deep(modules, of_modules)
        return frozenset(
            item.id
            for item in values
            if isinstance(item, ir.Union)
            and (
                sizes[0][of_modules[place[item.id]]] > 1
                or sizes[1][of_values[item.id]] > 1
                or item.id in own[item.id]
                or place[item.id] in too_deep
            )
        )

    def choices(self, type_: ir.Type) -> tuple[ir.Type, ...]:
        """Return the variants of a union as it declares them; of anything else, none."""
        declaration = self.declaration(type_)
        if not isinstance(declaration, ir.Union) or declaration.id in self.late:
            return ()
        return declaration.variants

    def takes_null(self, type_: ir.Type) -> bool:
        """Return whether null is a value of a type: of any value, too, if nothing describes it."""
        met: set[Origin] = set()
        waiting = [type_]
        for each in waiting:
            match each:
                case ir.Nullable() | ir.Any() | ir.Primitive(kind="null"):
                    return True
                case ir.Named(id=id_) if id_ not in met:
                    met.add(id_)
                    declaration = self.canonical(id_)
                    if isinstance(declaration, ir.Union):
                        waiting += declaration.variants
        return False

    def holds_file(self, type_: ir.Type) -> bool:
        """Return whether a value in a form is, contains or may be a file."""
        match type_:
            case ir.Nullable(inner=inner) | ir.ListOf(item=inner):
                return self.holds_file(inner)
            case ir.Primitive(kind="string", format="binary"):
                return True
        return any(self.holds_file(variant) for variant in self.choices(type_))


def _too_deep(
    modules: Mapping[_Module, set[_Module]], inner_first: Iterable[_Module]
) -> frozenset[_Module]:
    """Return the modules that must not import others, so that the chains end there."""
    depths: dict[_Module, int] = {}
    found: set[_Module] = set()
    for module in inner_first:
        depths[module] = 1 + max(
            (depths.get(each, 0) for each in modules.get(module, ())), default=0
        )
        if depths[module] > MAX_IMPORTS:
            found.add(module)
            depths[module] = 1
    return frozenset(found)


def is_merge_patch(media: ir.MediaType) -> bool:
    """Return whether null removes a property of the resource (RFC 7396)."""
    return media.name.partition(";")[0].strip().lower() == "application/merge-patch+json"


def others(model: ir.Model) -> ir.Field | None:
    """Return the field for all properties that the document does not name, if a model has any."""
    if model.additional is None:
        return None
    return ir.Field(
        name=ir.Name("", OTHERS),
        type=ir.MapOf(model.additional),
        required=False,
        doc=ir.Doc(),
        source=model.source,
    )
