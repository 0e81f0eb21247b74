"""Schemas: the types of values, and the declarations of those that have a name.

Knows nothing of operations: it is asked for the type of a schema, and what a type can be named
after comes as a `Scope`. What it cannot express becomes something weaker that loses no data when
the SDK runs, and says so.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Final, TypedDict

from generator import ir, naming
from generator.frontend import docs, engine, extensions, shapes
from generator.frontend.context import Context, Scope
from generator.frontend.engine import DataType, Reference, Schema, SchemaOrReference
from generator.frontend.references import steps

_DEEPEST: Final = 64
"""How far lists, maps and wrappers may be nested; no document of people comes near."""

_OF_ERRORS: Final = "errors:"
"""What stands before the pointer in the id of an error's body: the same schema can be a model of
the package `components` too."""

_RAISED: Final = "raised:"
"""What stands before the pointer in the id of an exception class: the schema of its body has the
pointer itself, and two things with one id would share their name."""

_NO_FIELD: Final = re.compile(r'["\\\x00-\x1f\ud800-\udfff]')
"""What no name of a msgspec field may have in it, since it would have to be escaped in JSON."""

_SPELL_OUT: Final = "give it one plain schema, or leave it: values pass through unchanged"


class _Declared(TypedDict):
    """The fields of `ir.Declared`."""

    id: str
    package: ir.Package
    hints: tuple[str, ...]
    doc: ir.Doc
    source: ir.SourcePointer
    name: ir.Name
    module: str


@dataclass(frozen=True, slots=True)
class _Task:
    """A model whose fields are yet to be lowered: done later, so that recursion is harmless."""

    id: str
    schema: Schema
    at: str
    scope: Scope
    hints: tuple[str, ...]


@dataclass(slots=True)
class Types:
    """Lowers schemas, and collects the declarations that they need in the context."""

    context: Context
    _tasks: deque[_Task] = field(default_factory=deque)
    _open: set[str] = field(default_factory=set)
    _depth: int = 0

    def lower(self, item: SchemaOrReference | None, at: str, scope: Scope) -> ir.Type:
        """Lower a schema.

        Args:
            item: The schema, or a reference to one; None where the document gives none.
            at: Its JSON pointer.
            scope: What an inline type is named after.

        Returns:
            Its type. The declarations that it needs are complete after `finish`.
        """
        if item is None:
            return ir.Any()
        if self._depth > _DEEPEST:
            self.context.weak("the schema is nested too deeply", fix=_SPELL_OUT, at=at)
            return ir.Any()
        self._depth += 1
        try:
            if isinstance(item, Reference):
                return self._reference(item, at, scope)
            made = self._not_null(item, at, scope)
        finally:
            self._depth -= 1
        return _nullable(made) if shapes.is_nullable(item) else made

    def lower_error(
        self, item: SchemaOrReference | None, at: str, scope: Scope, doc: ir.Doc
    ) -> tuple[ir.Type, str | None]:
        """Lower the body of an error, and declare the exception class that carries it.

        Args:
            item: The schema of the body.
            at: Its JSON pointer.
            scope: What the class is named after, where the body is no component.
            doc: What the response says, for a body that says nothing.

        Returns:
            The type of the body, and the id of the class; None where the body is no model.
        """
        schema, place = self.context.follow(item, Schema, at)
        if schema is None or not _is_model(schema, place):
            return self.lower(item, at, scope), None
        if isinstance(item, Reference):
            scope = _scope_of(place, scope)
        base = scope.hints[-1].removesuffix("Error")
        body = self._declare_model(
            f"{_OF_ERRORS}{place}", schema, place, scope, (f"{base}ErrorData",)
        )
        raised = f"{_RAISED}{place}"
        if raised not in self.context.errors:
            own = docs.of_object(schema)
            self.context.errors[raised] = ir.ErrorType(
                id=raised,
                hints=(f"{base}Error",),
                body=body,
                doc=own if own.description else replace(own, description=doc.description),
                source=ir.SourcePointer(place),
                name=ir.Name(_key(place)),
                module="",
            )
        return body, raised

    def finish(self) -> None:
        """Lower the fields of all models that were declared so far."""
        while self._tasks:
            task = self._tasks.popleft()
            with self.context.owned_by(task.id):
                is_error = task.id.startswith(_OF_ERRORS)
                self.context.declarations[task.id] = ir.Model(
                    **_declared(
                        task.id,
                        "errors" if is_error else task.scope.package,
                        task.hints,
                        task.schema,
                        task.at,
                    ),
                    fields=tuple(self._fields(task)),
                )

    # Schemas

    def _reference(self, item: Reference, at: str, scope: Scope) -> ir.Type:
        target = self.context.target(item, at)
        schema, place = self.context.follow(item, Schema, at) if target else (None, at)
        if schema is None:
            return ir.Any()
        if shapes.structure(item):
            self.context.weak("keywords beside a `$ref` change its type", fix=_SPELL_OUT, at=at)
            return ir.Any()
        if place in self._open:
            self.context.weak("it contains itself, and is no object", fix=_SPELL_OUT, at=place)
            return ir.Any()
        self._open.add(place)
        try:
            made = self.lower(schema, place, _scope_of(place, scope))
        finally:
            self._open.discard(place)
        return _nullable(made) if engine.extras(item).get("nullable") is True else made

    def _not_null(self, schema: Schema, at: str, scope: Scope) -> ir.Type:
        if "const" in schema.model_fields_set:
            return self._constant(schema, at)
        if schema.enum is not None:
            return self._enum(schema, schema.enum, at, scope)
        members = [part for part in shapes.all_of(schema, at) if shapes.is_structural(part.item)]
        choices = [
            part
            for part in shapes.variants(schema, at)
            if shapes.is_structural(part.item) or not shapes.kinds(schema)
        ]
        if members or choices or shapes.has_null_variant(schema):
            own = shapes.structure(schema) - {"allOf", "oneOf", "anyOf"}
            parts = [*members, *choices]
            if len(parts) == 1 and not own:
                return self.lower(parts[0].item, parts[0].at, scope)
            if not parts and not own and not shapes.kinds(schema):
                return ir.Primitive("null")
            if parts:
                return self._combination(
                    schema, parts, at, scope, is_choice=not members and not own
                )
        return self._plain(schema, at, scope)

    def _combination(
        self, schema: Schema, parts: list[shapes.Part], at: str, scope: Scope, *, is_choice: bool
    ) -> ir.Type:
        if is_choice:
            values = self._values_of(parts)
            if values is not None:
                return self._declare_enum(schema, values[0], at, scope, is_open=values[1])
            kind = self._scalar_of(parts)
            if kind is not None:
                return _primitive(kind, "")
        what = "a choice of several schemas" if is_choice else "a merge of several schemas"
        self.context.weak(f"{what} is typed as any value", fix=_SPELL_OUT, at=at)
        return ir.Any()

    def _values_of(self, parts: list[shapes.Part]) -> tuple[list[str | int], bool] | None:
        """Join variants that are all of strings: `anyOf: [enum, string]` is an open enum."""
        values: list[str | int] = []
        is_open = False
        for part in parts:
            schema, _ = self.context.follow(part.item, Schema, part.at)
            if schema is None or shapes.is_nullable(schema):
                return None
            given: list[Any] = (schema.enum or []) if schema.const is None else [schema.const]
            if given and all(isinstance(value, str) for value in given):
                values += given
                is_open = is_open or extensions.is_open(schema)
            elif shapes.kinds(schema) == [DataType.STRING] and not shapes.structure(schema):
                is_open = True
            else:
                return None
        return (list(dict.fromkeys(values)), is_open) if values else None

    def _scalar_of(self, parts: list[shapes.Part]) -> DataType | None:
        """Join variants that are all of one scalar type: `anyOf: [date, date-time]` is text."""
        found: set[DataType] = set()
        for part in parts:
            schema, _ = self.context.follow(part.item, Schema, part.at)
            if schema is None or shapes.is_nullable(schema) or shapes.structure(schema):
                return None
            kinds = shapes.kinds(schema)
            if len(kinds) != 1 or kinds[0] in {DataType.OBJECT, DataType.ARRAY}:
                return None
            found.add(kinds[0])
        return found.pop() if len(found) == 1 else None

    def _plain(self, schema: Schema, at: str, scope: Scope) -> ir.Type:
        match shapes.kinds(schema):
            case [DataType.OBJECT]:
                return self._object(schema, at, scope)
            case [DataType.ARRAY]:
                return self._list(schema, at, scope)
            case [DataType.STRING | DataType.INTEGER | DataType.NUMBER | DataType.BOOLEAN as kind]:
                return _primitive(kind, engine.text(schema.schema_format))
            case [] if DataType.NULL in shapes.types(schema):
                return ir.Primitive("null")
            case []:
                return ir.Any()
        self.context.weak("a choice of several types is typed as any value", fix=_SPELL_OUT, at=at)
        return ir.Any()

    def _object(self, schema: Schema, at: str, scope: Scope) -> ir.Type:
        if _is_model(schema, at):
            return self._declare_model(at, schema, at, scope, scope.hints)
        unusable = next(_unusable_names(schema, at), None)
        if unusable is not None:
            name, place = unusable
            self.context.weak(
                f"an object with a property called {name!r} is typed as a map of any values: no "
                "field can stand for a name with a quotation mark, a backslash or a control "
                "character",
                fix="rename the property, or leave it: values pass through unchanged",
                at=place,
            )
            return ir.MapOf(ir.Any())
        others = schema.additionalProperties
        if schema.properties or "patternProperties" in engine.extras(schema):
            self.context.weak(
                "an object with named properties and others is typed as a map of any values",
                fix="leave out `additionalProperties` to get a model; unknown fields are accepted",
                at=at,
            )
            return ir.MapOf(ir.Any())
        if others is None or isinstance(others, bool):
            return ir.MapOf(ir.Any())
        return ir.MapOf(self.lower(others, engine.child(at, "additionalProperties"), scope))

    def _list(self, schema: Schema, at: str, scope: Scope) -> ir.Type:
        if schema.prefixItems:
            self.context.weak("a list with a type for each place is a list of any", fix="", at=at)
            return ir.ListOf(ir.Any())
        return ir.ListOf(self.lower(schema.items, engine.child(at, "items"), scope))

    def _constant(self, schema: Schema, at: str) -> ir.Type:
        value = schema.const
        if value is None:
            return ir.Primitive("null")
        if isinstance(value, float):
            self.context.weak("a constant number is typed as any number", fix="", at=at)
            return ir.Primitive("number")
        return ir.Literal((value,))

    def _enum(self, schema: Schema, given: list[Any], at: str, scope: Scope) -> ir.Type:
        values = list(dict.fromkeys(value for value in given if _is_simple(value)))
        others = [value for value in given if value is not None and not _is_simple(value)]
        if not values and not others:
            return ir.Primitive("null")
        if not others:
            return self._declare_enum(schema, values, at, scope, is_open=extensions.is_open(schema))
        if not values and all(isinstance(value, bool) for value in others):
            return ir.Literal(tuple(dict.fromkeys(others)))
        self.context.weak(
            "an enum of other things than text and integers is not checked", fix=_SPELL_OUT, at=at
        )
        numbers = all(isinstance(v, int | float) and not isinstance(v, bool) for v in given if v)
        return ir.Primitive("number") if numbers else ir.Any()

    # Declarations

    def _declare_enum(
        self, schema: Schema, values: list[str | int], at: str, scope: Scope, *, is_open: bool
    ) -> ir.Type:
        if at not in self.context.declarations:
            self.context.declarations[at] = ir.Enum(
                **_declared(at, scope.package, scope.hints, schema, at),
                values=tuple(values),
                open=is_open,
            )
        return ir.Named(at)

    def _declare_model(
        self, id_: str, schema: Schema, at: str, scope: Scope, hints: tuple[str, ...]
    ) -> ir.Type:
        if id_ not in self.context.declarations:
            self.context.declarations[id_] = None
            self._tasks.append(_Task(id_, schema, at, scope, hints))
        return ir.Named(id_)

    def _fields(self, task: _Task) -> Iterator[ir.Field]:
        required = [engine.text(name) for name in task.schema.required or []]
        declared = dict(engine.keys(task.schema.properties))
        for name, item in declared.items():
            at = engine.child(task.at, "properties", name)
            if extensions.is_ignored(item):
                self.context.diagnostics.note(
                    "ignored-property", f"the document asks to ignore `{name}`", at=at
                )
            else:
                yield self._field(name, item, at, task.scope.down(name), required=name in required)
        for name in dict.fromkeys(required):
            if name not in declared:
                at = engine.child(task.at, "required", required.index(name))
                self.context.weak(
                    f"`{name}` is required and not among the properties, so it may be any value",
                    fix="add it to `properties`, or remove it from `required`",
                    at=at,
                )
                place = ir.SourcePointer(at)
                yield ir.Field(ir.Name(name), ir.Any(), True, ir.Doc(), place)  # noqa: FBT003

    def _field(
        self, name: str, item: SchemaOrReference, at: str, scope: Scope, *, required: bool
    ) -> ir.Field:
        return ir.Field(
            name=ir.Name(name, extensions.name_override(item)),
            type=self.lower(item, at, scope),
            required=required,
            doc=docs.of_schema(self.context, item, at),
            source=ir.SourcePointer(at),
            secret=self._is_secret(item, at),
        )

    def _is_secret(self, item: SchemaOrReference, at: str) -> bool:
        schema, _ = self.context.follow(item, Schema, at)
        return schema is not None and engine.text(schema.schema_format) == "password"


def _is_model(schema: Schema, at: str) -> bool:
    """Whether it is an object of known properties and nothing else."""
    if shapes.kinds(schema) != [DataType.OBJECT] or not schema.properties:
        return False
    others = schema.additionalProperties
    if not (others is None or others is False) or schema.enum is not None:
        return False
    if "patternProperties" in engine.extras(schema) or any(_unusable_names(schema, at)):
        return False
    inside = [*shapes.all_of(schema, at), *shapes.variants(schema, at)]
    return not any(shapes.is_structural(part.item) for part in inside)


def _unusable_names(schema: Schema, at: str) -> Iterator[tuple[str, str]]:
    """Give the names of properties that no field can have, and their places."""
    for name, _ in engine.keys(schema.properties):
        if _NO_FIELD.search(name):
            yield name, engine.child(at, "properties", name)
    for index, item in enumerate(schema.required or []):
        if _NO_FIELD.search(engine.text(item)):
            yield engine.text(item), engine.child(at, "required", index)


def _scope_of(pointer: str, otherwise: Scope) -> Scope:
    """Name the types inside of a component after it, wherever it was reached from."""
    match steps(pointer):
        case ("components", "schemas", name, *inside):
            scope = Scope("components", naming.class_name(name))
            keywords = iter(inside)
            for keyword in keywords:
                if keyword == "properties":
                    scope = scope.down(next(keywords, ""))
            return scope
        case ("components", _, name, *_):
            return Scope("components", naming.class_name(name), path=otherwise.path)
    return otherwise


def _declared(
    id_: str, package: ir.Package, hints: tuple[str, ...], schema: Schema, at: str
) -> _Declared:
    wish = extensions.name_override(schema)
    return {
        "id": id_,
        "package": package,
        "hints": tuple(dict.fromkeys([naming.class_name(wish), *hints])) if wish else hints,
        "doc": docs.of_object(schema),
        "source": ir.SourcePointer(at),
        "name": ir.Name(_key(at)),
        "module": "",
    }


def _key(pointer: str) -> str:
    """Give the last step of a pointer: the key of a component, the name of a property."""
    return steps(pointer)[-1] if pointer else ""


def _nullable(made: ir.Type) -> ir.Type:
    match made:
        case ir.Nullable() | ir.Any() | ir.Primitive("null"):
            return made
    return ir.Nullable(made)


def _primitive(kind: DataType, form: str) -> ir.Type:
    match kind:
        case DataType.STRING:
            return ir.Primitive("string", form)
        case DataType.INTEGER:
            return ir.Primitive("integer", form)
        case DataType.NUMBER:
            return ir.Primitive("number", form)
    return ir.Primitive("boolean", form)


def _is_simple(value: object) -> bool:
    return isinstance(value, str | int) and not isinstance(value, bool)
