"""Views of the modules with models, enums and exceptions."""

from __future__ import annotations

import functools
import operator
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from sdkwright.emit.annotations import field_type
from sdkwright.emit.expr import Source, call, constant, quoted, string, subscript
from sdkwright.emit.imports import ImportLines, ModuleImports, export_order, module_order
from sdkwright.emit.index import Index
from sdkwright.emit.python_types import TypeExpr, TypeWriter, imported_beside
from sdkwright.emit.wording import with_rules
from sdkwright.model import graph, ir, naming, reserved
from sdkwright.model.origin import Origin


@dataclass(frozen=True, slots=True)
class FieldView:
    """A field of a model.

    `value` is the text after the annotation, such as ` = UNSET`. If `is_close`, no blank line
    separates it from what is above, because neither has a docstring.
    """

    name: str
    annotation: str
    value: str
    text: str
    is_close: bool = False


@dataclass(frozen=True, slots=True)
class DeclarationView:
    """A named type, rendered by `template`.

    `base` is the class that it derives from, or the annotation of an alias. Classes (`is_class`)
    are separated from their neighbours by two blank lines (`is_apart`); an alias without a
    docstring is next to another one without a blank line (`is_close`).
    """

    template: str
    name: str
    text: str
    fields: tuple[FieldView, ...] = ()
    type: str = ""
    base: str = ""
    is_class: bool = False
    is_apart: bool = True
    is_close: bool = False


@dataclass(frozen=True, slots=True)
class ModuleView:
    """A module with the types and exceptions that `exports` names."""

    text: str
    imports: ImportLines
    exports: tuple[str, ...]
    declarations: tuple[DeclarationView, ...]


@dataclass(frozen=True, slots=True)
class ExportsView:
    """The public names of a module."""

    name: str
    exports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PackageView:
    """The `__init__` of a package that imports its modules lazily."""

    text: str
    modules: tuple[ExportsView, ...]


def module_views(index: Index, base_error: str) -> Iterator[tuple[str, str, ModuleView]]:
    """Yield each module of `components`, `operations` and `errors`, as (package, module, view)."""
    members: dict[tuple[str, str], list[ir.Declaration | ir.ErrorType]] = {}
    for declaration in index.api.declarations:
        members.setdefault((declaration.package, declaration.module), []).append(declaration)
    for error in index.api.errors:
        members.setdefault(("errors", error.module), []).append(error)
    for (package, module), found in members.items():
        yield package, module, _ModuleWriter(index, package, module, base_error).write(found)


def package_view(text: str, exports: Mapping[str, Iterable[str]]) -> PackageView:
    """Return the view of a package.

    Args:
        text: Its docstring.
        exports: The public names of each module.
    """
    modules = (
        ExportsView(module, tuple(sorted(names, key=export_order)))
        for module, names in sorted(exports.items(), key=lambda item: module_order(item[0]))
    )
    return PackageView(text, tuple(modules))


def exports(index: Index) -> dict[str, dict[str, list[str]]]:
    """Return the public names of each package, by module."""
    found: dict[str, dict[str, list[str]]] = {}
    places = [(item.package, item.module, item.name) for item in index.api.declarations]
    places += [("errors", item.module, item.name) for item in index.api.errors]
    for package, module, name in places:
        found.setdefault(package, {}).setdefault(module, []).append(name.python)
    return found


class _ModuleWriter:
    def __init__(self, index: Index, package: str, module: str, base_error: str) -> None:
        self._index = index
        self._module = (package, module)
        self._base_error = base_error
        self._imports = ModuleImports()
        self._types: TypeWriter  # of the current declaration
        self._targets: dict[Origin, TypeExpr] = {}

    def write(self, members: list[ir.Declaration | ir.ErrorType]) -> ModuleView:
        own = {member.name.python for member in members}
        for member in members:
            if isinstance(member, ir.Alias) and member.target.id not in self._targets:
                self._targets[member.target.id] = target = self._target(member.target, own)
                own.add(target.text)
        views = tuple(_spaced(self._declaration(member, own) for member in _in_order(members)))
        return ModuleView(
            text=self._title(views),
            imports=self._imports.needed(),
            exports=tuple(sorted((view.name for view in views), key=export_order)),
            declarations=views,
        )

    def _title(self, views: tuple[DeclarationView, ...]) -> str:
        package, module = self._module
        calls = self._index.calls_by_module.get(module) if package == "operations" else None
        if calls:
            return f"Request and response of {calls}."
        names = [view.name for view in views]
        main = next((name for name in names if naming.module_name(name) == module), names[-1])
        if package == "errors":
            return f"The exception `{main}` and the types of its data."
        if len(names) == 1:
            return f"The type `{main}`."
        return f"The type `{main}` and the types that it contains."

    def _declaration(self, member: ir.Declaration | ir.ErrorType, own: set[str]) -> DeclarationView:
        """Return the view of a named type.

        A class called `Model`, or a field called `date`, shadows that name in its module or its
        class, so anything else with that name is imported under another one.
        """
        fields = member.fields if isinstance(member, ir.Model) else ()
        shadowed = own | {field.name.python for field in fields}
        self._types = TypeWriter(self._index.declarations, self._module, shadowed)
        name = member.name.python
        text = _text(member.doc)
        match member:
            case ir.Model():
                views = tuple(self._field(field, member) for field in fields)
                if member.additional is not None:
                    views += (self._others(member.additional, member),)
                if not views:  # a class needs a body
                    text = text or f"A `{name}` object."
                return DeclarationView(
                    "python/model.jinja",
                    name,
                    text,
                    (*_joined(views, below_text=bool(text)),),
                    base=", ".join(self._bases(member)),
                    is_class=True,
                )
            case ir.ErrorType(body=body):
                base = self._name(f".{self._base_error.lower()}", self._base_error)
                type_ = self._imports.use(self._types.write(body))
                return DeclarationView(
                    "python/error.jinja", name, text, type=type_, base=base, is_class=True
                )
            case ir.Enum() | ir.Alias() | ir.Union():
                if isinstance(member, ir.Enum):
                    text = _with_meanings(text, member)
                base = self._name("typing", "TypeAlias")
                type_ = self._value(member)
                return DeclarationView("python/alias.jinja", name, text, type=type_, base=base)

    def _bases(self, model: ir.Model) -> Iterator[str]:
        """Yield the classes that a model derives from."""
        items = self._index.page_items.get(model.id)
        if model.additional is not None:
            yield self._name(".._runtime.json.models", "OpenModel")
        elif items is None:
            yield self._name("..types", "BaseModel")
        if items is not None:
            kind = "IterablePage" if self._index.lacks_next_page(model) else "Page"
            page = self._types.imported(".._runtime.paging.page", kind)
            written: Source = functools.reduce(operator.or_, map(self._types.write, items))
            if any(True for item in items for _ in graph.of_type(item)):  # it may be defined below
                written = quoted(written)
            yield self._imports.use(subscript(page, written))

    def _value(self, member: ir.Enum | ir.Alias | ir.Union) -> str:
        match member:
            case ir.Enum():
                return self._imports.use(self._types.write_enum(member))
            case ir.Alias(target=target):
                return self._imports.use(self._targets[target.id])
            case ir.Union():
                written = self._types.write_union(
                    member,
                    is_late=member.id in self._index.late,
                    is_deferred=member.id in self._index.deferral.unions,
                )
                return self._imports.use(written)

    def _target(self, target: ir.Named, taken: Container[str]) -> TypeExpr:
        """Import a type from its own module: an alias is evaluated at once and needs the type."""
        declaration = self._index.declarations[target.id]
        if (declaration.package, declaration.module) == self._module:
            return TypeExpr((declaration.name.python,))
        same_package = declaration.package == self._module[0]
        where = "." if same_package else f"..{declaration.package}."
        return imported_beside(taken, where + declaration.module, declaration.name.python)

    def _field(self, field: ir.Field, model: ir.Model) -> FieldView:
        is_deferred = (model.id, field.name.wire) in self._index.deferral.fields
        value: Source | None = None
        name = {} if field.name.wire == field.name.python else {"name": string(field.name.wire)}
        if field.tag is not None:
            given: dict[str, Source] = {"default": string(field.tag), **name}
            if field.required:
                given["required"] = constant(True)  # noqa: FBT003  a value in the SDK's source
            value = call(self._types.imported(".._runtime.json.models", "tag"), **given)
        elif not field.required:
            value = self._types.imported("..types", "UNSET")
        if field.tag is None and name:
            default = {} if value is None else {"default": value}
            value = call(self._types.imported("msgspec", "field"), **name, **default)
        return FieldView(
            name=field.name.python,
            annotation=self._imports.use(field_type(self._types, field, is_deferred=is_deferred)),
            value="" if value is None else f" = {self._imports.use(value)}",
            text=_text(field.doc),
        )

    def _others(self, additional: ir.Type, model: ir.Model) -> FieldView:
        is_deferred = (model.id, reserved.OTHERS) in self._index.deferral.fields
        write = self._types.write_deferred if is_deferred else self._types.write
        value: Source = write(additional)
        annotation = self._types.mapping(value)
        if any(graph.of_type(additional)):  # the default must not need an import of its value type
            value = quoted(value)
        field = self._types.imported("msgspec", "field")
        factory = call(field, default_factory=self._types.mapping(value))
        return FieldView(
            name=reserved.OTHERS,
            annotation=self._imports.use(annotation),
            value=f" = {self._imports.use(factory)}",
            text="All other properties, by name.",
        )

    def _name(self, module: str, name: str) -> str:
        return self._imports.use(self._types.imported(module, name))


def _spaced(views: Iterable[DeclarationView]) -> Iterator[DeclarationView]:
    above: DeclarationView | None = None
    for view in views:
        is_apart = view.is_class or (above is not None and above.is_class)
        is_close = above is not None and not (is_apart or above.text or view.text)
        yield replace(view, is_apart=is_apart, is_close=is_close)
        above = view


def _joined(fields: Iterable[FieldView], *, below_text: bool) -> Iterator[FieldView]:
    above: FieldView | None = None
    for field in fields:
        silent = not below_text if above is None else not (above.text or field.text)
        yield replace(field, is_close=silent)
        above = field


def _in_order(
    members: list[ir.Declaration | ir.ErrorType],
) -> Iterator[ir.Declaration | ir.ErrorType]:
    """Sort the types of a module, so that each is defined before those that evaluate it at once."""
    waiting = sorted(members, key=_rank)
    own = {member.id for member in members}
    done: set[Origin] = set()
    while waiting:
        for member in waiting:
            needs = {*_needed_at_once(member)} & own
            if needs <= done:
                break
        else:
            member = waiting[0]  # it contains itself, and so is evaluated later
        waiting.remove(member)
        done.add(member.id)
        yield member


def _needed_at_once(member: ir.Declaration | ir.ErrorType) -> Iterator[Origin]:
    if isinstance(member, ir.Union | ir.Alias):
        yield from graph.of_declaration(member)
    elif isinstance(member, ir.ErrorType):
        yield from graph.of_type(member.body)


def _rank(member: ir.Declaration | ir.ErrorType) -> int:
    """Return the rank of a type in its module: what Python evaluates at once must come before it.

    Annotations of fields are evaluated lazily; the bases of a class and the value of an alias are
    not.
    """
    match member:
        case ir.Enum():
            return 0
        case ir.Model():
            return 1
        case ir.ErrorType():
            return 2
        case ir.Union() | ir.Alias():
            return 3


def _with_meanings(text: str, enum: ir.Enum) -> str:
    """Append the descriptions of an enum's values, as a list."""
    pairs = zip(enum.values, enum.meanings, strict=False)
    lines = [f"* `{value!r}`: {' '.join(meaning.split())}" for value, meaning in pairs if meaning]
    return "\n\n".join((text or "Meaning of the values:", "\n".join(lines))) if lines else text


def _text(doc: ir.Doc) -> str:
    text = with_rules(doc.description or doc.summary, doc)
    if doc.deprecated is not None:
        text = f"{text}\n\nDeprecated. {doc.deprecated}".strip()
    return text
