"""The Python of the examples: literals, arguments, imports, and the call of each example.

Knows how to write values as Python source, and nothing of Markdown.
"""

from __future__ import annotations

import base64
import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from types import MappingProxyType
from typing import Final, TypeAlias

from sdkwright.config import Config
from sdkwright.emit.docs.samples import Samples, parsed
from sdkwright.emit.expr import NONE, Expr, Import, Imports, call, imported, join, string
from sdkwright.emit.filters import py_string
from sdkwright.emit.index import Index
from sdkwright.emit.servers import EXAMPLE_URL, address
from sdkwright.model import ir, naming
from sdkwright.model.formats import Json, PythonType, format_of
from sdkwright.model.servers import needs_url

WIDTH: Final = 88
"""Maximum line length of a code block; longer lines would be cut off on a page."""

PLACEHOLDER: Final = Expr('"<value>"')
"""The value of client settings in examples: no single example would suit everyone."""

_Writer: TypeAlias = Callable[[Json, int | None, int], str]
"""Returns a value as Python source; the arguments are those of `literal`."""

_OS: Final = frozenset({Import("os")})
_NOTHING: Final[Mapping[str, Expr]] = MappingProxyType({})


def literal(value: Json, indent: int | None = None, used: int = 0) -> str:
    """Return a JSON value as Python source.

    Args:
        value: A value that `json.loads` can return.
        indent: The indentation of the line that it begins on. A value that does not fit into that
            line is spread over several. None means one line, however long.
        used: The number of columns of that line that are already used.
    """
    match value:
        case str():
            return py_string(value)
        case list() | dict():
            return _collection(value, literal, indent, used)
        case float() if not math.isfinite(value):
            return f'float("{value}")'
        case _:
            return repr(value)


def _collection(
    value: list[Json] | dict[str, Json], write: _Writer, indent: int | None, used: int
) -> str:
    """Return a list or a dict: on one line if it fits, else with a line for each item."""
    brackets = ("[", "]") if isinstance(value, list) else ("{", "}")
    return _spread(brackets, lambda indent: _items(value, write, indent), indent, used)


def _spread(
    brackets: tuple[str, str],
    items: Callable[[int | None], list[str]],
    indent: int | None,
    used: int,
) -> str:
    """Return items in brackets: on one line if they fit, else with a line for each."""
    opening, closing = brackets
    flat = f"{opening}{', '.join(items(None))}{closing}"
    if indent is None or len(flat) == 2 or indent + used + len(flat) <= WIDTH:
        return flat
    margin = " " * indent
    lines = "".join(f"{margin}    {item},\n" for item in items(indent + 4))
    return f"{opening}\n{lines}{margin}{closing[-1]}"


def _items(value: list[Json] | dict[str, Json], write: _Writer, indent: int | None) -> list[str]:
    if isinstance(value, list):
        return [write(item, indent, len(",")) for item in value]
    return [
        f"{py_string(key)}: {write(item, indent, len(py_string(key)) + len(': ,'))}"
        for key, item in value.items()
    ]


def _bytes(value: bytes) -> Expr:
    """Return a literal with double quotes, as black formats it, unless that takes more escapes."""
    written = repr(value)
    return Expr(written if b'"' in value else f'b"{written[2:-1]}"')


@dataclass(frozen=True, slots=True)
class SettingView:
    """An argument of the client, as source text."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class SetupView:
    """A client with all its settings, and the import statements that their values need."""

    settings: tuple[SettingView, ...]
    imports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CallView:
    """A program that calls one operation; the client's settings come from the environment.

    `imports` are the statements that the arguments of the call need. `call` is the call without the
    client, and `raw_call` and `streamed_call` are its forms that return the whole response. The
    call returns a result, a stream to iterate over, or a file to save.
    """

    module: str
    client_class: str
    variable: str
    address: str
    imports: tuple[str, ...]
    call: str
    raw_call: str
    streamed_call: str
    method: str
    arguments: str
    has_result: bool
    has_stream: bool = False
    has_file: bool = False
    error: str = ""


@dataclass(frozen=True, slots=True)
class ValueView:
    """A program that creates a value of a type."""

    imports: tuple[str, ...]
    annotation: str
    value: str
    shown: str


class Usage:
    """Creates the examples.

    Args:
        index: The operations and types.
        config: The settings, with the names of the package and the client.
    """

    def __init__(self, index: Index, config: Config) -> None:
        self._index = index
        self._config = config
        self.samples = Samples(index)
        self.variable = naming.identifier(config.client_class, fallback="client")

    def call(
        self,
        resource: ir.Resource,
        operation: ir.Operation,
        passed: Mapping[str, Expr] = _NOTHING,
    ) -> CallView:
        """Return an example that calls an operation.

        It passes the required arguments, and those properties of the body that are in the body's
        example, in the order of the signature.

        Args:
            resource: The resource that the method belongs to.
            operation: The operation.
            passed: Values for arguments by name; those that the example does not pass anyway
                follow the others.
        """
        given = {
            argument.name: self._argument(argument, example)
            for argument, example in self._given(operation)
        }
        arguments = _keywords({**given, **passed})
        method = operation.name.python
        answer = operation.signature.answer
        return CallView(
            module=self._config.module,
            client_class=self._config.client_class,
            variable=self.variable,
            address=address(self._index.api),
            imports=self._statements(arguments.imports),
            call=f"{resource.name.python}.{method}({arguments})",
            raw_call=f"{resource.name.python}.with_raw_response.{method}({arguments})",
            streamed_call=f"{resource.name.python}.with_streaming_response.{method}({arguments})",
            method=f"{resource.name.python}.{method}",
            arguments=arguments.text,
            has_result=answer in {"value", "either"} and any(operation.signature.results),
            has_stream=answer == "stream",
            has_file=answer == "bytes",
        )

    def setup(self, operation: ir.Operation) -> SetupView:
        """Return a client that passes every setting, and the credentials of an operation."""
        settings = self._settings(operation)
        if needs_url(self._index.api):
            settings = {**settings, "server_url": string(EXAMPLE_URL)}
        imports: Imports = frozenset().union(*(value.imports for value in settings.values()))
        return SetupView(
            settings=tuple(SettingView(name, value.text) for name, value in settings.items()),
            imports=self._statements(imports),
        )

    def failing(self, resource: ir.Resource, operation: ir.Operation, error: str) -> CallView:
        """Return an example that catches the error of a call."""
        return replace(self.call(resource, operation), error=error)

    def body(self, model: ir.Model) -> ValueView:
        """Return an example that creates the body of a request."""
        value = self.samples.of_declaration(model)
        lines = []
        for field in model.fields:
            if field.name.wire in value:
                start = f"{field.name.python}="
                made = self._source(field.type, value[field.name.wire], 4, len(start) + len(","))
                lines.append(Expr(f"    {start}{made},\n", made.imports))
        fields = join("", lines)
        class_ = self._class(model.package, model.name.python)
        whole = Expr(
            f"{class_}(\n{fields})" if lines else f"{class_}()", class_.imports | fields.imports
        )
        return self._value(whole, "value.model_dump_json()")

    def value(self, declaration: ir.Declaration) -> ValueView:
        """Return an example that creates a value of a named type."""
        value = self.samples.of_declaration(declaration)
        name = self._class(declaration.package, declaration.name.python)
        model = self._index.model(ir.Named(declaration.id))
        if model is not None:
            made = _validated(name, value, len("value = "))
            return self._value(made, _shown(model, value))
        used = len(f"value: {name} = ")
        variant = self._variant(declaration, value)
        if variant is None:
            made = self._source(ir.Named(declaration.id), value, 0, used)
            return self._value(made, "value", name)
        class_ = self._class(variant.package, variant.name.python)
        return self._value(_validated(class_, value, used), "value", name)

    def _class(self, package: str, name: str) -> Expr:
        home = imported(self._config.module, package)
        return Expr(f"{home}.{name}", home.imports)

    def _variant(self, declaration: ir.Declaration, value: Json) -> ir.Model | None:
        """Return the model that a value of a union belongs to, if any."""
        while isinstance(declaration, ir.Alias | ir.Union):
            if isinstance(declaration, ir.Alias):
                kind: ir.Type = declaration.target
            else:
                kind = self.samples.variant(declaration, value)
            if not isinstance(kind, ir.Named):
                return None
            declaration = self._index.declarations[kind.id]
        return declaration if isinstance(declaration, ir.Model) else None

    def _value(self, made: Expr, shown: str, annotation: Expr | None = None) -> ValueView:
        imports = made.imports | (annotation.imports if annotation else frozenset())
        return ValueView(
            imports=self._statements(imports),
            annotation=annotation.text if annotation else "",
            value=made.text,
            shown=shown,
        )

    def _given(self, operation: ir.Operation) -> list[tuple[ir.Argument, Json]]:
        body = operation.body
        example = parsed(body.media_types[0].example) if body else None
        is_split = self._index.body_model(operation) is not None
        properties = example if is_split and isinstance(example, dict) else {}
        arguments = operation.signature.arguments
        known = {argument.wire for argument in arguments if argument.place == "property"}
        others = {name: value for name, value in properties.items() if name not in known}
        return [
            (argument, others if argument.place == "others" else properties.get(argument.wire))
            for argument in arguments
            if argument.required
            or (argument.place == "property" and argument.wire in properties)
            or (properties and _is_needed(argument))
            or (argument.place == "others" and others)
            or (argument.place == "body" and example is not None)
        ]

    def _argument(self, argument: ir.Argument, example: Json) -> Expr:
        if argument.is_file:
            if example is None and not _is_needed(argument):
                return NONE
            sample = self.samples.of(argument.type, argument.doc) if example is None else example
            return _file(argument, sample)
        if argument.place in {"property", "others"} and (
            example is not None and self.samples.fits(example, argument.type)
        ):
            return self._source(argument.type, example)
        if argument.place == "property" and example is None and not _is_needed(argument):
            return NONE
        return self._source(argument.type, self.samples.of(argument.type, argument.doc))

    def _source(
        self, type_: ir.Type, value: Json, indent: int | None = None, used: int = 0
    ) -> Expr:
        """Return a value as Python source; the arguments after it are those of `literal`."""
        if value is None:
            return NONE
        match type_:
            case ir.Nullable(inner=inner):
                return self._source(inner, value, indent, used)
            case ir.ListOf(inner) | ir.MapOf(inner):
                return self._items_of(inner, value, indent, used)
            case ir.TupleOf(items):
                return self._places_of(items, value, indent, used)
            case ir.Named(id=id_):
                declaration = self._index.declarations[id_]
                if isinstance(declaration, ir.Union) and isinstance(value, list):
                    kind = self.samples.variant(declaration, value)
                    return self._source(kind, value, indent, used)
            case ir.Primitive():
                row = format_of(type_)
                if row.created_by is not None:
                    return call(self._imported(row.created_by), string(str(value)))
                if row.is_base64:
                    return _bytes(base64.b64decode(value))
        return Expr(literal(value, indent, used))

    def _items_of(self, type_: ir.Type, value: Json, indent: int | None, used: int) -> Expr:
        """Return a list or a dict whose items are of a type."""
        imports: set[Import] = set()

        def write(item: Json, indent: int | None, used: int) -> str:
            made = self._source(type_, item, indent, used)
            imports.update(made.imports)
            return made.text

        text = _collection(value, write, indent, used)
        return Expr(text, frozenset(imports))

    def _places_of(
        self, types: Sequence[ir.Type], value: Json, indent: int | None, used: int
    ) -> Expr:
        """Return a tuple, each of whose items has its own type."""
        imports: set[Import] = set()

        def items(indent: int | None) -> list[str]:
            found = [
                self._source(type_, item, indent, len(","))
                for type_, item in zip(types, value, strict=True)
            ]
            imports.update(*(item.imports for item in found))
            return [item.text for item in found]

        brackets = "(", ",)" if len(types) == 1 else ")"
        return Expr(_spread(brackets, items, indent, used), frozenset(imports))

    def _imported(self, type_: PythonType) -> Expr:
        """Return a name as a program that uses the SDK imports it."""
        module = f"{self._config.module}{type_.module}" if type_.is_of_sdk else type_.module
        outermost = type_.name.partition(".")[0]
        return Expr(type_.name, imported(module, outermost).imports)

    def _settings(self, operation: ir.Operation) -> dict[str, Expr]:
        """Return the arguments of the client, by name."""
        settings = {
            parameter.name.python: self._setting(parameter) for parameter in self._index.api.globals
        }
        first = next((item for item in operation.security if item), ())
        required = {requirement.scheme for requirement in first}
        for scheme in self._index.api.security_schemes:
            if scheme.id in required:
                for name in _needed(scheme):
                    variable = f"{self._config.env_prefix}_{name.upper()}"
                    settings[name] = Expr(f'os.getenv("{variable}", "")', _OS)
        return settings

    def _setting(self, parameter: ir.Parameter) -> Expr:
        """Return a value for a global parameter; callers have their own text."""
        if parameter.type == ir.Primitive("string"):
            return PLACEHOLDER
        return self._source(parameter.type, self.samples.of(parameter.type, parameter.doc))

    def _statements(self, imports: Imports) -> tuple[str, ...]:
        return tuple(_statements(imports, self._config.module))


def _keywords(values: Mapping[str, Expr]) -> Expr:
    return join(", ", (Expr(f"{name}={value}", value.imports) for name, value in values.items()))


def _statements(imports: Iterable[Import], package: str) -> Iterator[str]:
    """Yield import statements, in the order of the reference page: those of the package first."""

    def order(item: Import) -> tuple[bool, str]:
        return item.module.partition(".")[0] != package, item.line

    for (module, is_named), found in groupby(
        sorted(imports, key=order), key=lambda item: (item.module, bool(item.name))
    ):
        names = ", ".join(item.name for item in found)
        yield f"from {module} import {names}" if is_named else f"import {module}"


def _validated(class_: Expr, value: Json, used: int) -> Expr:
    """Return a model made of JSON; `used` are the columns of its line that are used."""
    made = f"{class_}.model_validate({literal(value)})"
    if used + len(made) > WIDTH:
        made = f"{class_}.model_validate(\n    {literal(value, 4)}\n)"
    return Expr(made, class_.imports)


def _file(argument: ir.Argument, value: Json) -> Expr:
    """Return the source of one file, or several, as paths: files are read while being sent."""
    if isinstance(value, dict):
        return Expr(literal(value))
    path = call(imported("pathlib", "Path"), string(argument.name))
    return Expr(f"[{path}]", path.imports) if isinstance(value, list) else path


def _needed(scheme: ir.SecurityScheme) -> list[str]:
    """Return the arguments that a call needs; a token that is fetched is not among them."""
    optional = {"token", "token_url"} if isinstance(scheme, ir.ClientCredentialsScheme) else set()
    return [name.python for name in scheme.arguments if name.wire not in optional]


def _shown(model: ir.Model, value: Json) -> str:
    """Return the expression to print: a field that is not secret, if there is one."""
    for field in model.fields:
        if field.name.wire in value and not field.secret:
            return f"value.{field.name.python}"
    return "value"


def _is_needed(argument: ir.Argument) -> bool:
    """Return whether a call needs an argument, or a body that is optional needs the property."""
    is_property = argument.place == "property" and isinstance(argument.origin, ir.Field)
    return argument.required or (is_property and argument.origin.required)
