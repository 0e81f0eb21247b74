"""Python source of the IR's types, and the imports that it needs.

This is the only module that knows both; templates get the finished `TypeExpr`.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from operator import or_

from sdkwright.emit.expr import (
    Expr,
    Import,
    Imports,
    Source,
    call,
    constant,
    dict_of,
    quoted,
    string,
    subscript,
)
from sdkwright.emit.kinds import constants, is_plain, is_tagged
from sdkwright.model import ir
from sdkwright.model.formats import PythonType, format_of
from sdkwright.model.origin import Origin


@dataclass(frozen=True, slots=True)
class TypeExpr:
    """A type as Python source: the variants of a union, or a single one, with their imports."""

    variants: tuple[str, ...]
    imports: Imports = frozenset()

    @classmethod
    def of(cls, source: Source) -> TypeExpr:
        """Return a single type."""
        return cls((source.text,), source.imports)

    @property
    def text(self) -> str:
        """The type as an annotation; None comes last."""
        some = [variant for variant in self.variants if variant != "None"]
        return " | ".join([*some, "None"] if "None" in self.variants else some)

    def __str__(self) -> str:
        """Return the source, as templates print it."""
        return self.text

    def __or__(self, other: TypeExpr) -> TypeExpr:
        """Return the union of the two."""
        variants = tuple(dict.fromkeys((*self.variants, *other.variants)))
        return TypeExpr(variants, self.imports | other.imports)


NOTHING = TypeExpr(("None",))


def imported_beside(taken: Container[str], module: str, name: str) -> TypeExpr:
    """Import a name of another module, prefixed with underscores until it is not taken."""
    local = name
    while local in taken:
        local = f"_{local}"
    alias = local if local != name else ""
    return TypeExpr((local,), frozenset({Import(module, name, alias)}))


class TypeWriter:
    """Writes types for one module of the SDK.

    Args:
        declarations: All named types, by id.
        module: The current module, as (package, module): its own names are not qualified. The
            package "" is the SDK's root.
        shadowed: Names with another meaning there, such as a method called `list`, a field called
            `date`, or a class called `Model`.
    """

    def __init__(
        self,
        declarations: Mapping[Origin, ir.Declaration],
        module: tuple[str, str],
        shadowed: Iterable[str] = (),
    ) -> None:
        self._declarations = declarations
        self._module = module
        self._root = ".." if module[0] else "."
        self._shadowed = frozenset(shadowed)

    def write(self, type_: ir.Type) -> TypeExpr:
        """Return a type as it is used in responses, in fields, and as what a method returns."""
        match type_:
            case ir.Primitive():
                return self._python_type(format_of(type_).type)
            case ir.ListOf(item=item):
                return TypeExpr.of(subscript(self.builtin("list"), self.write(item)))
            case ir.TupleOf(items=items):
                return TypeExpr.of(subscript(self.builtin("tuple"), *map(self.write, items)))
            case ir.MapOf(value=value):
                return self.mapping(self.write(value))
            case ir.Nullable(inner=inner):
                return self.write(inner) | NOTHING
            case ir.Literal(values=values):
                return self._literal(values)
            case ir.Named(id=id_):
                return self._named(self._declarations[id_])
            case ir.Any():
                return self.imported("typing", "Any")

    def write_argument(self, type_: ir.Type) -> TypeExpr:
        """Return a type as an argument: some values can be passed in more than one form."""
        match type_:
            case ir.Primitive():
                row = format_of(type_)
                return reduce(or_, map(self._python_type, row.argument or (row.type,)))
            case ir.Nullable(inner=inner):
                return self.write_argument(inner) | NOTHING
            case ir.ListOf(item=ir.Primitive() as item):
                # A list is invariant: one of text is none of text and durations.
                kinds = map(self._python_type, self._accepted(item))
                return reduce(or_, (self._list(kind) for kind in kinds))
            case _:
                return self.write(type_)

    def _accepted(self, type_: ir.Primitive) -> tuple[PythonType, ...]:
        """Return the types of which a list as an argument has one."""
        row = format_of(type_)
        return row.argument if len(row.argument) > 1 else (row.type,)

    def _list(self, item: TypeExpr) -> TypeExpr:
        return TypeExpr.of(subscript(self.builtin("list"), item))

    def _python_type(self, type_: PythonType) -> TypeExpr:
        if not type_.module:
            return self.builtin(type_.name)
        module = type_.module
        if type_.is_of_sdk:
            module = f"{self._root}{module.removeprefix('.')}"
        return self.imported(module, type_.name)

    def optional(self, written: TypeExpr) -> TypeExpr:
        """Return a type whose value may be absent."""
        return written | self.imported(f"{self._root}types", "UnsetType")

    def write_enum(self, enum: ir.Enum) -> TypeExpr:
        """Return the values of an enum; an open one also accepts other values of the same kind."""
        written = self._literal(enum.values)
        if enum.open:
            for kind in sorted({type(value).__name__ for value in enum.values}):
                written |= self.builtin(kind)
        return written

    def write_deferred(self, type_: ir.Type) -> TypeExpr:
        """Return a type as it is used in a field, with each type in it decoded on its own."""
        match type_:
            case ir.ListOf(item=item):
                return TypeExpr.of(subscript(self.builtin("list"), self.write_deferred(item)))
            case ir.TupleOf(items=items):
                parts = map(self.write_deferred, items)
                return TypeExpr.of(subscript(self.builtin("tuple"), *parts))
            case ir.MapOf(value=value):
                return self.mapping(self.write_deferred(value))
            case ir.Nullable(inner=inner):
                return self.write_deferred(inner) | NOTHING
            case ir.Named():
                return self._one_of([self.write(type_)])
            case _:
                return self.write(type_)

    def write_union(self, union: ir.Union, *, is_late: bool, is_deferred: bool = False) -> TypeExpr:
        """Return the definition of a union: a plain one if msgspec can tell the variants apart.

        Args:
            union: The union.
            is_late: Whether its definition must be quoted (`Lookup.late`).
            is_deferred: Whether its variants are decoded on their own.
        """
        variants = [self.write(variant) for variant in union.variants]
        whole = reduce(or_, variants)
        tags = self._tags(union)
        if tags is not None:
            inner = quoted(whole) if is_late else whole
            by = self._by(tags, is_late=is_late)
            tagged = self.imported(f"{self._root}_runtime.json.unions", "Tagged")
            return TypeExpr.of(subscript(tagged, inner, by))
        if not is_deferred and is_plain(union, self._declarations, is_late=is_late):
            return whole
        parts: list[Source] = [Expr(text, whole.imports) for text in whole.variants]
        return self._one_of([quoted(part) for part in parts] if is_late else parts)

    def _one_of(self, parts: Sequence[Source]) -> TypeExpr:
        """Return a union that the runtime decodes."""
        if len(parts) == 1:  # type checkers require at least two
            parts = [*parts, self.imported("typing", "Never")]
        one_of = self.imported(f"{self._root}_runtime.json.unions", "OneOf")
        return TypeExpr.of(subscript(one_of, *parts))

    def _tags(self, union: ir.Union) -> ir.Discriminator | None:
        """Return the discriminator, and its values that no constants of the variants tell."""
        if union.discriminator is None or not is_tagged(union):
            return None
        name = union.discriminator.property
        # Variants can share one enum, so that only `mapping` tells whose each value is.
        known = [(kind, constants(kind, name, self._declarations)) for kind in union.variants]
        mapped = [
            (value, kind)
            for value, kind in union.discriminator.mapping
            if [one for one, values in known if value in values] != [kind]
        ]
        return replace(union.discriminator, mapping=tuple(mapped))

    def _by(self, tags: ir.Discriminator, *, is_late: bool) -> Expr:
        """Return a `By`: the discriminator, the types by its values, and the default."""

        def written(kind: ir.Type) -> Source:
            return quoted(self.write(kind)) if is_late else self.write(kind)

        function = self.imported(f"{self._root}_runtime.json.unions", "By")
        arguments: list[Source] = [string(tags.property)]
        keywords: dict[str, Source] = {}
        if tags.mapping:
            arguments.append(dict_of((value, written(kind)) for value, kind in tags.mapping))
        if tags.default is not None:
            keywords["default"] = written(tags.default)
        return call(function, *arguments, **keywords)

    def imported(self, module: str, name: str) -> TypeExpr:
        """Import a name of another module; it is prefixed with an underscore if it is shadowed."""
        return imported_beside(self._shadowed, module, name)

    def builtin(self, name: str) -> TypeExpr:
        """Return a builtin class; from the module `builtins` if its name is shadowed."""
        if name not in self._shadowed:
            return TypeExpr((name,))
        module = "_builtins" if "builtins" in self._shadowed else "builtins"
        alias = "" if module == "builtins" else module
        return TypeExpr((f"{module}.{name}",), frozenset({Import("builtins", alias=alias)}))

    def mapping(self, value: Source) -> TypeExpr:
        """Return the type of a dict whose keys are property names."""
        return TypeExpr.of(subscript(self.builtin("dict"), self.builtin("str"), value))

    def _named(self, declaration: ir.Declaration) -> TypeExpr:
        name, package = declaration.name.python, declaration.package
        if (package, declaration.module) == self._module:
            return TypeExpr((name,))
        written = self.imported(self._root, package)
        return TypeExpr((f"{written.text}.{name}",), written.imports)

    def _literal(self, values: tuple[str | int | bool, ...]) -> TypeExpr:
        flags = {value for value in values if isinstance(value, bool)}
        if len(flags) == 2:
            return self.builtin("bool")
        if flags:  # msgspec does not support boolean literals
            name = "OnlyTrue" if flags == {True} else "OnlyFalse"
            return self.imported(f"{self._root}_runtime.json.constants", name)
        return TypeExpr.of(
            subscript(
                self.imported("typing", "Literal"),
                *(string(value) if isinstance(value, str) else constant(value) for value in values),
            )
        )
