"""Schemas: the types of values, and the declarations of types that have a name.

Knows nothing of operations: it is given a schema and a `Scope` for naming, and returns a type. What
it cannot express becomes a looser type that loses no data at run time, with a warning.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, product
from math import prod
from typing import Final

from sdkwright.frontend import choices, descriptions, engine, enums, keywords, merging, objects
from sdkwright.frontend.context import Context, Scope
from sdkwright.frontend.declared import declared, is_component, nullable, scope_of
from sdkwright.frontend.engine import DataType, Reference, Schema, SchemaOrReference
from sdkwright.frontend.keywords import Part
from sdkwright.frontend.merging import Leaf
from sdkwright.frontend.recursion import MOST_MERGES, Recursion
from sdkwright.model import ir
from sdkwright.model.json_pointer import child
from sdkwright.model.origin import Origin, key_of

_SPELL_OUT: Final = "give it one plain schema, or leave it: values pass through unchanged"
_IGNORED: Final = frozenset(
    {"contains", "dependentRequired", "dependentSchemas", "if", "propertyNames"}
)
"""Keywords that do not affect a type, besides `not`; see `keywords.others_of`."""
_COMBINING: Final = frozenset({"allOf", "anyOf", "oneOf"})


@dataclass(slots=True)
class Types:
    """Lowers schemas, and collects the declarations that they need in the context."""

    context: Context
    families: merging.Families = field(init=False)
    recursion: Recursion = field(default_factory=Recursion)
    _tasks: deque[objects.Task] = field(default_factory=deque)
    _noted: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.families = merging.Families(self.context)

    def lower(self, item: SchemaOrReference | None, at: str, scope: Scope) -> ir.Type:
        """Lower a schema.

        Args:
            item: The schema, or a reference to one; None if the document has none.
            at: Its JSON pointer.
            scope: The basis for the name of an inline type.

        Returns:
            Its type. The declarations that it needs are complete after `finish`.
        """
        if item is None:
            return ir.Any()
        if self.recursion.is_too_deep:
            self.context.weak("the schema is nested too deeply", fix=_SPELL_OUT, at=at)
            return ir.Any()
        with self.recursion.nested():
            if isinstance(item, Reference):
                return self._reference(item, at, scope)
            made = self._not_null(item, at, scope)
        return nullable(made) if keywords.is_nullable(item) else made

    def lower_error(
        self, item: SchemaOrReference | None, at: str, scope: Scope, doc: ir.Doc
    ) -> tuple[ir.Type, Origin | None]:
        """Lower the body of an error, and declare the exception class that carries it.

        Args:
            item: The schema of the body.
            at: Its JSON pointer.
            scope: The basis for the name of the class, if the body is not a component.
            doc: The documentation of the response, for a body without a description.

        Returns:
            The type of the body, and the id of the class; None if the body is not a model.
        """
        schema, place = self.context.follow(item, Schema, at)
        leaves = self._plain_object(schema, place) if schema is not None else None
        if schema is None or leaves is None:
            return self.lower(item, at, scope), None
        if isinstance(item, Reference):
            scope = scope_of(self.context.origin(place), scope)
        base = scope.hints[-1].removesuffix("Error")
        body = self._declare_model(
            objects.Task(
                self.context.origin(place, "error"),
                "errors",
                schema,
                leaves,
                place,
                scope,
                (f"{base}ErrorData",),
            )
        )
        raised = self.context.origin(place, "raised")
        if raised not in self.context.errors:
            own = descriptions.of_object(schema)
            self.context.errors[raised] = ir.ErrorType(
                id=raised,
                hints=(f"{base}Error",),
                body=body,
                doc=own if own.description else replace(own, description=doc.description),
                source=ir.SourcePointer(place),
                name=ir.Name(key_of(raised.node)),
                module="",
            )
        return body, raised

    def finish(self) -> None:
        """Lower the fields of all models that were declared so far."""
        while self._tasks:
            task = self._tasks.popleft()
            self.context.check_size()
            self.context.told(ir.Doc(description=engine.text(task.schema.description)), task.at)
            with self.context.owned_by(task.id), self.recursion.merged(task.merges):
                made = objects.lower_model(self, task)
            self.context.declarations[task.id] = made
            self.context.count_fields(len(made.fields), task.at)

    def together(self, parts: Sequence[Part], at: str, scope: Scope) -> ir.Type:
        """Lower several schemas that hold together for one value; the last one overrides.

        The same schemas are lowered once: two that contain themselves also contain their merge.
        """
        merge = (scope.package, *(part.at for part in parts))
        if self.recursion.is_new(merge) and self.recursion.merges == MOST_MERGES:
            what = "a merge of schemas that go on and on is typed as any value"
            self.context.weak(what, fix=_SPELL_OUT, at=at)
            return ir.Any()
        return self.recursion.once(
            merge,
            at,
            lower=lambda: self._lower_together(parts, at, scope),
            name=lambda of: self._itself(of, is_nullable=self._says_null(parts) is True),
        )

    def _lower_together(self, parts: Sequence[Part], at: str, scope: Scope) -> ir.Type:
        with self.recursion.merged(self.recursion.merges + 1):
            made = self._together(parts, at, scope)
        return self._closed(made, Schema(), at, scope)

    def _itself(self, at: str, *, is_nullable: bool) -> ir.Type:
        """Return the type of what is being lowered, inside of itself."""
        name = ir.Named(self.context.origin(at))
        return nullable(name) if is_nullable else name

    def _together(self, parts: Sequence[Part], at: str, scope: Scope) -> ir.Type:
        structural = [part for part in parts if keywords.is_structural(part.item)] or [parts[-1]]
        followed = [self.context.follow(part.item, Schema, part.at) for part in structural]
        if len({place for _, place in followed}) == 1:
            made = self.lower(structural[-1].item, structural[-1].at, scope)
        else:
            leaves = {
                leaf.at: leaf
                for part in structural
                for leaf in merging.leaves_of(self.context, part)
            }
            schema = next((found for found, _ in reversed(followed) if found is not None), None)
            made = self._merged(schema or Schema(), list(leaves.values()), at, scope)
        says = self._says_null(parts)
        if says is None:
            return made
        inner = made.inner if isinstance(made, ir.Nullable) else made
        return nullable(inner) if says else inner

    def _says_null(self, parts: Sequence[Part]) -> bool | None:
        """Return whether null is allowed, by the last schema that says so; None if none does."""
        for part in reversed(parts):
            says = keywords.says_null(part.item, self.context.follow(part.item, Schema, part.at)[0])
            if says is not None:
                return says
        return None

    def union_of(self, variants: Sequence[tuple[Part, ir.Type]], at: str, scope: Scope) -> ir.Type:
        """Return one type for a value that may have several."""
        return self._union(Schema(), variants, at, scope)

    # References

    def _reference(self, item: Reference, at: str, scope: Scope) -> ir.Type:
        target = self.context.target(item, at)
        schema, place = self.context.follow(item, Schema, at) if target else (None, at)
        if schema is None:
            return ir.Any()
        if keywords.structure(item):
            return self._with_siblings(item, at, scope)
        made = self._component(schema, place, scope)
        return nullable(made) if engine.extras(item).get("nullable") is True else made

    def _with_siblings(self, item: Reference, at: str, scope: Scope) -> ir.Type:
        """Treat keywords beside a `$ref` as another member of an `allOf` (OpenAPI 3.1)."""
        beside = dict(engine.extras(item))
        reference = {"$ref": item.ref.get_untrusted_value()}
        whole = {**beside, "allOf": [reference, *(beside.get("allOf") or ())]}
        schema = self.context.read(Schema, whole, at)
        return ir.Any() if schema is None else self.lower(schema, at, scope)

    def _component(self, schema: Schema, place: str, scope: Scope) -> ir.Type:
        """Lower the target of a reference, only once."""
        id_, is_inside = self.context.origin(place), self.recursion.is_in_hand(place)
        made = self.recursion.once(
            place,
            place,
            lower=lambda: self._lower_component(schema, place, scope),
            name=lambda of: self._itself(
                of, is_nullable=choices.allows_null(self.context, schema, of)
            ),
        )
        if made != ir.Named(id_) and not is_inside:
            # Otherwise the problems are attributed to its users.
            self.context.charge(self.context.problems_of(id_))
        return made

    def _lower_component(self, schema: Schema, place: str, scope: Scope) -> ir.Type:
        id_ = self.context.origin(place)
        scope = scope_of(id_, scope)
        with self.recursion.of_target(), self.context.owned_by(id_):
            made = self.lower(schema, place, scope)
        made = self._closed(made, schema, place, scope)
        self._declare_alias(schema, made, place, scope)
        return made

    def _declare_alias(self, schema: Schema, made: ir.Type, place: str, scope: Scope) -> None:
        """Declare an alias for a component that is nothing but another one (`allOf: [it]`)."""
        id_ = self.context.origin(place)
        target = made.inner if isinstance(made, ir.Nullable) else made
        if not isinstance(target, ir.Named) or target.id == id_:
            return
        is_alias = is_component(id_) and is_component(target.id)
        if is_alias and not self.recursion.is_recursive(place):
            common = declared(id_, scope.package, scope.hints, schema, place)
            self.context.declarations.setdefault(id_, ir.Alias(**common, target=target))

    def _closed(self, made: ir.Type, schema: Schema, place: str, scope: Scope) -> ir.Type:
        """Declare a named union for a type that contains itself without being an object."""
        inner = made.inner if isinstance(made, ir.Nullable) else made
        itself = ir.Named(self.context.origin(place))
        if inner == itself and itself.id not in self.context.declarations:
            self.context.weak(
                "the schema is nothing but itself, so it may be any value",
                fix="say what it is",
                at=place,
            )
            return ir.Any()
        if not self.recursion.is_recursive(place) or inner == itself:
            return made
        self._declare_union(schema, (inner,), None, place, scope_of(itself.id, scope))
        return nullable(itself) if inner is not made else itself

    # Schemas

    def _not_null(self, schema: Schema, at: str, scope: Scope) -> ir.Type:
        self._note_ignored(schema, at)
        if keywords.has_values(schema):
            return enums.lower_values(self.context, schema, at, scope)
        if self._is_parent(schema, at):
            return self._family(schema, at, scope)
        members = [
            part for part in keywords.all_of(schema, at) if keywords.is_structural(part.item)
        ]
        groups = keywords.choices(schema, at)
        own = keywords.structure(schema) - _COMBINING
        if not members and not groups and not own and not keywords.kinds(schema):
            is_null = keywords.has_null_variant(schema) or DataType.NULL in keywords.types(schema)
            return ir.Primitive("null") if is_null else ir.Any()
        if len(members) + len(groups) == 1 and not own:
            if groups:
                return self._choice(schema, groups[0], at, scope)
            if not self._adds_to(schema, members[0], at):
                return self.lower(members[0].item, members[0].at, scope)
        return self._merged(schema, merging.leaves(self.context, schema, at), at, scope)

    def _adds_to(self, schema: Schema, member: Part, at: str) -> bool:
        """Return whether a schema consists of more than the only member of its `allOf`."""
        parent, place = self.context.follow(member.item, Schema, member.at)
        if parent is not None and self._is_parent(parent, place):
            return at in self._children(parent, place)
        whole = merging.leaves(self.context, schema, at)
        inside = merging.leaves_of(self.context, member)
        if any(keywords.format_of(leaf.schema) for leaf in whole if leaf not in inside):
            return True
        return bool(merging.required(whole).keys() - merging.required(inside).keys())

    def _merged(self, schema: Schema, leaves: list[Leaf], at: str, scope: Scope) -> ir.Type:
        """Lower schemas that hold together; `schema` is the one that describes the result."""
        for leaf in leaves:
            self._note_ignored(leaf.schema, leaf.at)
        groups = [
            group
            for leaf in leaves
            if not self.recursion.is_spread(leaf.at)
            for group in keywords.choices(leaf.schema, leaf.at)
            # The parent of a union's variants may refer to the union again.
            if not any(self._is_around(part, at) for part in group)
        ]
        base = [leaf for leaf in leaves if not _only_combines(leaf.schema)]
        if groups:
            spread = (leaf.at for leaf in leaves if keywords.choices(leaf.schema, leaf.at))
            with self.recursion.spread(spread):
                return self._distributed(schema, base, groups, at, scope)
        valued = [leaf for leaf in base if keywords.has_values(leaf.schema)]
        if valued:
            return self._narrowest(valued, at, scope)
        return self._shape(schema, base, at, scope)

    def _is_around(self, part: Part, at: str) -> bool:
        """Return whether a part refers to what is being lowered, at a pointer or around it."""
        _, place = self.context.follow(part.item, Schema, part.at)
        return place == at or self.recursion.is_in_hand(place)

    def _shape(self, schema: Schema, leaves: list[Leaf], at: str, scope: Scope) -> ir.Type:
        kinds = merging.kinds(leaves)
        match kinds:
            case None:
                self.context.weak(
                    "a merge of schemas that exclude each other is typed as any value",
                    fix=_SPELL_OUT,
                    at=at,
                )
                return ir.Any()
            case []:
                return ir.Any()
            case [kind]:
                return self._of_kind(kind, schema, leaves, at, scope)
        # One after the other, so that the contents of each have other ids than the whole.
        variants = [
            (
                Part(Schema(), at),
                self._of_kind(kind, schema, leaves, child(at, kind.value), inside),
            )
            for kind in kinds
            for inside in [scope.variant("Item" if kind is DataType.ARRAY else "Value")]
        ]
        return self._union(schema, variants, at, scope)

    def _of_kind(
        self, kind: DataType, schema: Schema, leaves: list[Leaf], at: str, scope: Scope
    ) -> ir.Type:
        match kind:
            case DataType.OBJECT:
                return self._object(schema, leaves, at, scope)
            case DataType.ARRAY:
                return self._list(leaves, at, scope)
        forms = [keywords.format_of(leaf.schema) for leaf in leaves]
        return keywords.primitive(kind, next((form for form in reversed(forms) if form), ""))

    def _narrowest(self, valued: list[Leaf], at: str, scope: Scope) -> ir.Type:
        """Lower an enum or a constant that is combined with other schemas."""
        *others, last = valued
        allowed = [value for leaf in others for value in [keywords.values_of(leaf.schema)]]
        kept = [v for v in keywords.values_of(last.schema) if all(v in each for each in allowed)]
        if others and kept and kept != keywords.values_of(last.schema):
            return enums.lower_enum(self.context, last.schema, kept, at, scope)
        inside = scope_of(self.context.origin(last.at), scope) if last.is_shared else scope
        return enums.lower_values(self.context, last.schema, last.at, inside)

    def _object(self, schema: Schema, leaves: list[Leaf], at: str, scope: Scope) -> ir.Type:
        if any(leaf.schema.properties for leaf in leaves):
            if objects.has_usable_names(leaves):
                merge = (scope.package, *(leaf.at for leaf in leaves))
                outer = self.recursion.outermost(merge, at)
                if at.startswith(f"{outer}/"):
                    return ir.Named(self.context.origin(outer))  # the same merge, inside itself
                return self._declare_model(
                    objects.Task(
                        self.context.origin(at),
                        scope.package,
                        schema,
                        tuple(leaves),
                        at,
                        scope,
                        scope.hints,
                        self.recursion.merges,
                    )
                )
            objects.note_unusable(self.context, leaves)
            return ir.MapOf(ir.Any())
        return ir.MapOf(objects.lower_others(self, leaves, scope) or ir.Any())

    def _list(self, leaves: list[Leaf], at: str, scope: Scope) -> ir.Type:
        places = [
            Part(item, child(leaf.at, "prefixItems", index))
            for leaf in leaves
            for index, item in enumerate(leaf.schema.prefixItems)
        ]
        items = [
            Part(leaf.schema.items, child(leaf.at, "items"))
            for leaf in leaves
            if leaf.schema.items is not None
        ]
        if places:  # a type for each index: any of them, at any index
            inside = scope.variant("Item")
            variants = [(p, self.lower(p.item, p.at, inside)) for p in [*places, *items]]
            at = child(at, "prefixItems")
            if len({kind for _, kind in variants}) > 1:
                self.context.weak(
                    "each place of the list has a type of its own; it is typed as a list of all",
                    fix="leave it: values pass through unchanged",
                    at=at,
                )
            return ir.ListOf(self._union(Schema(), variants, at, inside))
        if not items:
            return ir.ListOf(ir.Any())
        if len(items) > 1:
            return ir.ListOf(self.together(items, child(at, "items"), scope.element()))
        return ir.ListOf(self.lower(items[0].item, items[0].at, scope.element()))

    def _note_ignored(self, schema: Schema, at: str) -> None:
        if at in self._noted:
            return
        self._noted.add(at)
        if schema.schema_not is not None:
            self.context.diagnostics.note(
                "ignored-keyword",
                "what a value must `not` be is left to the server to check",
                at=child(at, "not"),
            )
        for keyword in sorted(_IGNORED & engine.extras(schema).keys()):
            self.context.diagnostics.note(
                "ignored-keyword",
                f"what `{keyword}` says is left to the server to check; properties that only it "
                "names are found among the additional ones",
                at=child(at, keyword),
            )
        if keywords.values_of(schema) and not keywords.has_values(schema):
            self.context.weak(
                "no type can list values that are fractions, lists or objects, so any other of "
                "their kind is accepted",
                fix="leave it: values pass through unchanged",
                at=at,
            )

    # Choices

    def _choice(self, schema: Schema, group: list[Part], at: str, scope: Scope) -> ir.Type:
        group = choices.with_mapped(self.context, schema, group, at)
        values = choices.values_of(self.context, group)
        made: ir.Type | None = None
        if len(group) == 1:
            made = self.lower(group[0].item, group[0].at, scope)
        elif values is not None:
            made = enums.declare(
                self.context,
                schema,
                values.values,
                at,
                scope,
                is_open=values.is_open,
                meanings=values.meanings,
            )
        else:
            made = choices.scalar_of(self.context, group)
        if made is not None:
            return nullable(made) if choices.is_nullable(self.context, group) else made
        inside = choices.scopes(self.context, schema, group, scope)
        variants = [
            (part, self.lower(part.item, part.at, scope_))
            for part, scope_ in zip(group, inside, strict=True)
        ]
        return self._union(schema, variants, at, scope)

    def _distributed(
        self,
        schema: Schema,
        base: list[Leaf],
        groups: list[list[Part]],
        at: str,
        scope: Scope,
    ) -> ir.Type:
        """Lower choices combined with other schemas, which are merged into each variant."""
        combinations = self._combinations(base, groups)
        if not combinations:
            what = "many choices" if combinations is None else "choices that exclude each other"
            self.context.weak(f"a merge of {what} is typed as any value", fix=_SPELL_OUT, at=at)
            return ir.Any()
        inside = choices.scopes(self.context, schema, [parts[0] for parts in combinations], scope)
        with self.recursion.multiplied(len(combinations)):
            variants = [
                (parts[0], self._with_base(base, parts, child(at, "variants", n), scope_))
                for n, (parts, scope_) in enumerate(zip(combinations, inside, strict=True))
            ]
        return self._union(schema, variants, at, scope)

    def _combinations(self, base: list[Leaf], groups: list[list[Part]]) -> list[list[Part]] | None:
        """Return all combinations of one member per group; None if there are too many."""
        if prod(map(len, groups)) > choices.MOST_TRIED:
            return None
        possible = (list(parts) for parts in product(*groups) if self._is_possible(base, parts))
        most = min(choices.LARGEST_PRODUCT, choices.MOST_NESTED // self.recursion.ways)
        found = list(islice(possible, most + 1))
        return found if len(found) <= most else None

    def _with_base(self, base: list[Leaf], parts: list[Part], at: str, scope: Scope) -> ir.Type:
        leaves = [merging.leaves_of(self.context, part) for part in parts]
        added = {leaf.at: leaf for found in leaves for leaf in found}
        for part, found in zip(reversed(parts), reversed(leaves), strict=True):
            others = [leaf for leaf in added.values() if leaf not in found]
            if merging.covers(found, [*base, *others]):
                return self.lower(part.item, part.at, scope)
        schema, _ = self.context.follow(parts[0].item, Schema, parts[0].at)
        whole = {leaf.at: leaf for leaf in base} | added
        return self._merged(schema or Schema(), list(whole.values()), at, scope)

    def _is_possible(self, base: list[Leaf], parts: Sequence[Part]) -> bool:
        leaves = [leaf for part in parts for leaf in merging.leaves_of(self.context, part)]
        return merging.is_possible(self.context, [*base, *leaves])

    def _is_parent(self, schema: Schema, at: str) -> bool:
        """Return whether other components extend a schema, told apart by its discriminator."""
        if schema.discriminator is None or keywords.choices(schema, at):
            return False
        return is_component(self.context.origin(at)) and bool(self._children(schema, at))

    def _children(self, schema: Schema, at: str) -> list[str]:
        named = choices.mapping_of(self.context, schema).values()
        found = dict.fromkeys([*self.families.children(at), *named])
        return [place for place in found if place != at]

    def _family(self, schema: Schema, at: str, scope: Scope) -> ir.Type:
        """Lower a parent: any of its children, or an object with only its own properties."""
        parts = [choices.referring(place, at) for place in self._children(schema, at)]
        variants = [(part, self.lower(part.item, part.at, scope)) for part in parts]
        leaves = merging.leaves(self.context, schema, at)
        if any(leaf.schema.properties for leaf in leaves):
            hints = tuple(f"{hint}Base" for hint in scope.hints)
            id_ = self.context.origin(at, "base")
            base = objects.Task(id_, scope.package, schema, tuple(leaves), at, scope, hints)
            variants.append((Part(Schema(), at), self._declare_model(base)))
        return self._union(schema, variants, at, scope)

    # Declarations

    def _union(
        self, schema: Schema, variants: Sequence[tuple[Part, ir.Type]], at: str, scope: Scope
    ) -> ir.Type:
        """Declare a union, unless only one type is left."""
        has_null = any(isinstance(kind, ir.Nullable | ir.Any) for _, kind in variants)
        found: dict[ir.Type, None] = {}
        tagged: list[tuple[Part, ir.Type]] = []
        for part, given in variants:
            kind = given.inner if isinstance(given, ir.Nullable) else given
            if kind == ir.Primitive("null"):
                has_null = True
                continue
            found |= dict.fromkeys(self._flat(kind))
            tagged.append((part, kind))
        if len(found) < 2:
            made: ir.Type = next(iter(found), ir.Primitive("null"))
        else:
            discriminator = choices.discriminator_of(self.context, schema, at, tagged)
            made = self._declare_union(schema, tuple(found), discriminator, at, scope)
        return nullable(made) if has_null else made

    def _flat(self, kind: ir.Type) -> tuple[ir.Type, ...]:
        """Return the variants of an inline union inside another one; other types unchanged."""
        union = self.context.declarations.get(kind.id) if isinstance(kind, ir.Named) else None
        if not isinstance(union, ir.Union) or union.discriminator or is_component(union.id):
            return (kind,)
        return union.variants

    def _declare_union(
        self,
        schema: Schema,
        variants: tuple[ir.Type, ...],
        discriminator: ir.Discriminator | None,
        at: str,
        scope: Scope,
    ) -> ir.Type:
        id_ = self.context.origin(at)
        self.context.declarations[id_] = ir.Union(
            **declared(id_, scope.package, scope.hints, schema, at),
            variants=variants,
            discriminator=discriminator,
        )
        return ir.Named(id_)

    def _declare_model(self, task: objects.Task) -> ir.Named:
        if task.id not in self.context.declarations:
            self.context.declarations[task.id] = None
            self._tasks.append(task)
        return ir.Named(task.id)

    def _plain_object(self, schema: Schema, at: str) -> tuple[Leaf, ...] | None:
        """Return the leaves of an object that has known properties and no choices; else None."""
        leaves = merging.leaves(self.context, schema, at)
        if any(keywords.choices(leaf.schema, leaf.at) for leaf in leaves):
            return None
        if any(keywords.has_values(leaf.schema) for leaf in leaves):
            return None
        if merging.kinds(leaves) != [DataType.OBJECT] or not objects.has_usable_names(leaves):
            return None
        return tuple(leaves)


def _only_combines(schema: Schema) -> bool:
    own = keywords.kinds(schema) or keywords.structure(schema) - _COMBINING
    return not (own or schema.required or keywords.format_of(schema))
