"""Views of the modules that hold models, enums and exceptions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from generator import ir, reach
from generator.emit.imports import arrange
from generator.emit.index import Index
from generator.emit.python_types import TypeExpr, TypeWriter
from generator.emit.wording import with_rules


@dataclass(frozen=True, slots=True)
class FieldView:
    """A field of a model. `value` is what stands behind the annotation, such as ` = UNSET`."""

    name: str
    annotation: str
    value: str
    text: str


@dataclass(frozen=True, slots=True)
class DeclarationView:
    """A named type; `template` renders it. `base` is what it derives from, or is declared as."""

    template: str
    name: str
    text: str
    fields: tuple[FieldView, ...] = ()
    type: str = ""
    base: str = ""


@dataclass(frozen=True, slots=True)
class ModuleView:
    text: str
    imports: tuple[str, ...]
    declarations: tuple[DeclarationView, ...]


@dataclass(frozen=True, slots=True)
class ExportView:
    """A public name of a package, and the module that it comes from."""

    name: str
    module: str


@dataclass(frozen=True, slots=True)
class PackageView:
    """The `__init__` of a package whose names are imported when they are used."""

    text: str
    imports: tuple[str, ...]
    exports: tuple[ExportView, ...]


def module_views(index: Index, base_error: str) -> Iterator[tuple[str, str, ModuleView]]:
    """Show each module of `components`, `operations` and `errors`, as (package, module, view)."""
    members: dict[tuple[str, str], list[ir.Declaration | ir.ErrorType]] = {}
    for declaration in index.api.declarations:
        members.setdefault((declaration.package, declaration.module), []).append(declaration)
    for error in index.api.errors:
        members.setdefault(("errors", error.module), []).append(error)
    for (package, module), found in members.items():
        yield package, module, _ModuleWriter(index, package, module, base_error).write(found)


def _as_ruff_does(name: str) -> tuple[bool, str]:
    """Sort names as RUF022 wants `__all__`: what is all in capitals goes first."""
    return not (name.isupper() and len(name) > 1), name


def package_view(text: str, names: list[ExportView]) -> PackageView:
    """Show a package."""
    return PackageView(
        text=text,
        imports=arrange(f"from .{export.module} import {export.name}" for export in names),
        exports=tuple(sorted(names, key=lambda export: _as_ruff_does(export.name))),
    )


def exports(index: Index) -> dict[str, list[ExportView]]:
    """Give the public names of each package."""
    found = [
        *((d.package, ExportView(d.name.python, d.module)) for d in index.api.declarations),
        *(("errors", ExportView(e.name.python, e.module)) for e in index.api.errors),
    ]
    found.sort(key=lambda pair: (pair[0], pair[1].name))
    return {
        package: [export for _, export in pairs]
        for package, pairs in groupby(found, key=lambda pair: pair[0])
    }


OTHERS = "additional_properties"
"""The field of a model that holds the properties without a field of their own."""


class _ModuleWriter:
    def __init__(self, index: Index, package: str, module: str, base_error: str) -> None:
        self._index = index
        self._module = (package, module)
        self._base_error = base_error
        self._imports: set[str] = set()
        self._types: TypeWriter  # of the declaration in hand

    def write(self, members: list[ir.Declaration | ir.ErrorType]) -> ModuleView:
        own = {member.name.python for member in members}
        views = tuple(self._declaration(member, own) for member in _in_order(members))
        return ModuleView(
            text=_title(views),
            imports=arrange(self._imports),
            declarations=views,
        )

    def _declaration(self, member: ir.Declaration | ir.ErrorType, own: set[str]) -> DeclarationView:
        """Show a named type. A class called `Model`, or a field called `date`, is what that name
        means in its module or its class, so what else is called so is imported as another name."""
        fields = member.fields if isinstance(member, ir.Model) else ()
        shadowed = own | {field.name.python for field in fields}
        self._types = TypeWriter(self._index.declarations, self._module, shadowed)
        name = member.name.python
        text = _text(member.doc)
        match member:
            case ir.Model():
                is_open = member.additional is not None
                base = self._name(".._runtime.models", "OpenModel" if is_open else "Model")
                text = text or f"A `{name}` object."
                views = tuple(self._field(field) for field in fields)
                if member.additional is not None:
                    views += (self._others(member.additional),)
                return DeclarationView("python/model.jinja", name, text, views, base=base)
            case ir.ErrorType(body=body):
                base = self._name(f".{self._base_error.lower()}", self._base_error)
                type_ = self._use(self._types.write(body))
                return DeclarationView("python/error.jinja", name, text, type=type_, base=base)
            case ir.Enum() | ir.Alias() | ir.Union():
                base = self._name("typing", "TypeAlias")
                type_ = self._value(member)
                return DeclarationView("python/alias.jinja", name, text, type=type_, base=base)

    def _value(self, member: ir.Enum | ir.Alias | ir.Union) -> str:
        match member:
            case ir.Enum():
                return self._use(self._types.write_enum(member))
            case ir.Alias(target=target):
                return self._target(target)
            case ir.Union():
                is_late = member.id in self._index.late
                return self._use(self._types.write_union(member, is_late=is_late))

    def _target(self, target: ir.Named) -> str:
        """Import a type by its own module: an alias is a value, so it is needed at once."""
        declaration = self._index.declarations[target.id]
        if (declaration.package, declaration.module) == self._module:
            return declaration.name.python
        same_package = declaration.package == self._module[0]
        where = "." if same_package else f"..{declaration.package}."
        return self._name(where + declaration.module, declaration.name.python)

    def _field(self, field: ir.Field) -> FieldView:
        annotation = self._types.write(field.type)
        if field.secret:
            text = self._types.write(ir.Primitive("string")).text
            annotation = annotation.replace(text, self._types.imported("..types", "SecretStr"))
        value = ""
        if not field.required:
            annotation = self._types.optional(annotation)
            value = self._name("..types", "UNSET")
        if field.name.wire != field.name.python:
            default = f", default={value}" if value else ""
            call = self._name("msgspec", "field")
            value = f"{call}(name={field.name.wire!r}{default})"
        return FieldView(
            name=field.name.python,
            annotation=self._use(annotation),
            value=f" = {value}" if value else "",
            text=_text(field.doc),
        )

    def _others(self, additional: ir.Type) -> FieldView:
        annotation = self._use(self._types.write(ir.MapOf(additional)))
        return FieldView(
            name=OTHERS,
            annotation=annotation,
            value=f" = {self._name('msgspec', 'field')}(default_factory={annotation})",
            text="All other properties, by name.",
        )

    def _name(self, module: str, name: str) -> str:
        return self._use(self._types.imported(module, name))

    def _use(self, written: TypeExpr) -> str:
        self._imports |= written.imports
        return written.text


def _in_order(
    members: list[ir.Declaration | ir.ErrorType],
) -> Iterator[ir.Declaration | ir.ErrorType]:
    """Sort the types of a module, so that each stands before those that need it at once."""
    waiting = sorted(members, key=_rank)
    own = {member.id for member in members}
    done: set[str] = set()
    while waiting:
        for member in waiting:
            needs = {*_needed_at_once(member)} & own
            if needs <= done:
                break
        else:
            member = waiting[0]  # it contains itself, and so is read later
        waiting.remove(member)
        done.add(member.id)
        yield member


def _needed_at_once(member: ir.Declaration | ir.ErrorType) -> Iterator[str]:
    if isinstance(member, ir.Union | ir.Alias):
        yield from reach.of_declaration(member)
    elif isinstance(member, ir.ErrorType):
        yield from reach.of_type(member.body)


def _rank(member: ir.Declaration | ir.ErrorType) -> int:
    """What Python looks up at once comes after it: annotations of fields can wait, the bases of a
    class and the value of an alias can't."""
    match member:
        case ir.Enum():
            return 0
        case ir.Model():
            return 1
        case ir.ErrorType():
            return 2
        case ir.Union() | ir.Alias():
            return 3


def _title(views: tuple[DeclarationView, ...]) -> str:
    *others, last = (f"`{view.name}`" for view in views)
    return f"The types {', '.join(others)} and {last}." if others else f"The type {last}."


def _text(doc: ir.Doc) -> str:
    text = with_rules(doc.description or doc.summary, doc)
    if doc.deprecated is not None:
        text = f"{text}\n\nDeprecated. {doc.deprecated}".strip()
    return text
