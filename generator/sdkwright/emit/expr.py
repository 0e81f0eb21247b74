"""Python source as values: an expression is its text together with the imports that it needs.

Everything that writes Python for the SDK returns an `Expr`, so that no code has to inspect what
other code has written.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Protocol

from sdkwright.emit.filters import py_string


@dataclass(frozen=True, slots=True)
class Import:
    """An import of a name from a module, or of a module.

    Attributes:
        module: The module, such as `datetime` or `.._runtime.json.models`.
        name: The imported name; "" imports the module itself.
        alias: The local name, if it differs.
    """

    module: str
    name: str = ""
    alias: str = ""

    @property
    def line(self) -> str:
        """The statement, such as `from datetime import date as _date`."""
        statement = (
            f"from {self.module} import {self.name}" if self.name else f"import {self.module}"
        )
        return f"{statement} as {self.alias}" if self.alias else statement


Imports = frozenset[Import]


class Source(Protocol):
    """Python source with the imports that it needs, such as an `Expr`."""

    @property
    def text(self) -> str:
        """The Python source."""

    @property
    def imports(self) -> Imports:
        """What the source needs."""


@dataclass(frozen=True, slots=True)
class Expr:
    """An expression.

    Attributes:
        text: Its Python source, on one line; black breaks it if it is too long.
        imports: What the source needs.
    """

    text: str
    imports: Imports = frozenset()

    def __str__(self) -> str:
        """Return the source, as templates print it."""
        return self.text


TRUE: Final = Expr("True")
FALSE: Final = Expr("False")
NONE: Final = Expr("None")


def imported(module: str, name: str) -> Expr:
    """Return a name of another module.

    Example:
        >>> imported("datetime", "date")
        Expr(text='date', imports=frozenset({Import(module='datetime', name='date', alias='')}))
    """
    return Expr(name, frozenset({Import(module, name)}))


def string(text: str) -> Expr:
    """Return a string literal."""
    return Expr(py_string(text))


def constant(value: object) -> Expr:
    """Return a number, a text, or a tuple of constants.

    What `repr` writes of an infinite number is a name, and none that Python has.
    """
    if isinstance(value, tuple):
        return tuple_of(map(constant, value))
    if isinstance(value, str):
        return string(value)
    if isinstance(value, float) and not math.isfinite(value):
        return Expr(f'float("{value}")')
    return Expr(repr(value))


def literal(value: object) -> Expr:
    """Return a value of JSON.

    Example:
        >>> literal({"type": ["null"], "maxItems": 1}).text
        '{"type": ["null"], "maxItems": 1}'
    """
    match value:
        case dict():
            pairs = (f"{py_string(name)}: {literal(item).text}" for name, item in value.items())
            return Expr(f"{{{', '.join(pairs)}}}")
        case list():
            return Expr(f"[{', '.join(literal(item).text for item in value)}]")
    return constant(value)


def join(separator: str, parts: Iterable[Source]) -> Expr:
    """Join expressions, as `str.join` joins texts.

    Args:
        separator: The source between two expressions.
        parts: The expressions.
    """
    found = [*parts]
    imports: Imports = frozenset().union(*(part.imports for part in found))
    return Expr(separator.join(part.text for part in found), imports)


def call(function: Source, /, *arguments: Source, **keywords: Source) -> Expr:
    """Return a call.

    Example:
        >>> call(Expr("date"), Expr("2026"), month=Expr("12"), day=Expr("1")).text
        'date(2026, month=12, day=1)'
    """
    return _call(function, arguments, keywords)


def spread(function: Source, /, *arguments: Source, **keywords: Source) -> Expr:
    """Return a call that black writes with each argument on its own line."""
    return _call(function, arguments, keywords, end=",")


def _call(
    function: Source, arguments: Iterable[Source], keywords: Mapping[str, Source], end: str = ""
) -> Expr:
    named = (Expr(f"{name}={value.text}", value.imports) for name, value in keywords.items())
    inside = join(", ", [*arguments, *named])
    return Expr(f"{function.text}({inside.text}{end})", function.imports | inside.imports)


def subscript(generic: Source, *arguments: Source) -> Expr:
    """Return a generic type with its arguments, such as `dict[str, int]`."""
    inside = join(", ", arguments)
    return Expr(f"{generic.text}[{inside.text}]", generic.imports | inside.imports)


def tuple_of(items: Iterable[Source]) -> Expr:
    """Return a tuple of expressions."""
    found = [*items]
    inside = join(", ", found)
    return Expr(f"({inside.text}{',' * (len(found) == 1)})", inside.imports)


def dict_of(entries: Iterable[tuple[str, Source]]) -> Expr:
    """Return a dict whose keys are strings."""
    inside = join(
        ", ", (Expr(f"{py_string(key)}: {item.text}", item.imports) for key, item in entries)
    )
    return Expr(f"{{{inside.text}}}", inside.imports)


def lazy(value: Source) -> Expr:
    """Return a function without arguments that returns the value when it is called."""
    return Expr(f"lambda: {value.text}", value.imports)


def quoted(value: Source) -> Expr:
    """Return an expression as a string literal, which is evaluated later, as type checkers do."""
    return Expr(py_string(value.text), value.imports)
