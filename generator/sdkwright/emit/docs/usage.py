"""The Python of the examples: literals, arguments, imports, and the call of each example.

Knows how to write values as Python source, and nothing of Markdown.
"""

from __future__ import annotations

import base64
import math
from dataclasses import dataclass, replace
from typing import Final

from sdkwright.config import Config
from sdkwright.emit.docs.samples import Json, Samples, parsed
from sdkwright.emit.index import Index
from sdkwright.model import ir, naming

WIDTH: Final = 88
"""Maximum line length of a code block; longer lines would be cut off on a page."""

PLACEHOLDER: Final = '"<value>"'
"""The value of client settings in examples: no single example would suit everyone."""


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
            return _quoted(value)
        case list() | dict():
            return _collection(value, indent, used)
        case float() if not math.isfinite(value):
            return f'float("{value}")'
        case _:
            return repr(value)


def _collection(value: list[Json] | dict[str, Json], indent: int | None, used: int) -> str:
    opening, closing = "[]" if isinstance(value, list) else "{}"
    flat = f"{opening}{', '.join(_items(value, None))}{closing}"
    if indent is None or not value or indent + used + len(flat) <= WIDTH:
        return flat
    margin = " " * indent
    lines = "".join(f"{margin}    {item},\n" for item in _items(value, indent + 4))
    return f"{opening}\n{lines}{margin}{closing}"


def _items(value: list[Json] | dict[str, Json], indent: int | None) -> list[str]:
    if isinstance(value, list):
        return [literal(item, indent, len(",")) for item in value]
    return [
        f"{_quoted(key)}: {literal(item, indent, len(_quoted(key)) + len(': ,'))}"
        for key, item in value.items()
    ]


def _quoted(text: str | bytes) -> str:
    """Return a literal with double quotes, as black formats it, unless that takes more escapes."""
    prefix, quote, written = repr(text).partition("'")
    if prefix not in {"", "b"} or not quote or '"' in written:
        return repr(text)
    return f'{prefix}"{written[:-1]}"'


@dataclass(frozen=True, slots=True)
class SettingView:
    """An argument of the client, as source text."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class CallView:
    """A program that calls one operation.

    `call` is the call without the client, and `raw_call` and `streamed_call` are its forms that
    return the whole response. The call returns a result, a stream to iterate over, or a file to
    save.
    """

    module: str
    client_class: str
    variable: str
    settings: tuple[SettingView, ...]
    needs_os: bool
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

    module: str
    package: str
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
        self, resource: ir.Resource, operation: ir.Operation, extra: tuple[ir.Argument, ...] = ()
    ) -> CallView:
        """Return an example that calls an operation.

        It passes the required arguments, and those properties of the body that are in the body's
        example, in the order of the signature. `extra` are further arguments, which are passed as
        null.
        """
        given = [
            (argument.name, self._argument(argument, example))
            for argument, example in self._given(operation)
            if argument not in extra
        ]
        given += [(argument.name, "None") for argument in extra]
        arguments = ", ".join(f"{name}={value}" for name, value in given)
        method = operation.name.python
        answer = operation.signature.answer
        settings = self._settings(operation)
        return CallView(
            module=self._config.module,
            client_class=self._config.client_class,
            variable=self.variable,
            settings=settings,
            needs_os=any(setting.value.startswith("os.") for setting in settings),
            imports=self._imports(arguments),
            call=f"{resource.name.python}.{method}({arguments})",
            raw_call=f"{resource.name.python}.with_raw_response.{method}({arguments})",
            streamed_call=f"{resource.name.python}.with_streaming_response.{method}({arguments})",
            method=f"{resource.name.python}.{method}",
            arguments=arguments,
            has_result=answer in {"value", "either"} and any(operation.signature.results),
            has_stream=answer == "stream",
            has_file=answer == "bytes",
        )

    def failing(self, resource: ir.Resource, operation: ir.Operation, error: str) -> CallView:
        """Return an example that catches the error of a call."""
        return replace(self.call(resource, operation), error=error)

    def body(self, model: ir.Model, name: str) -> ValueView:
        """Return an example that creates the body of a request; its class is called `name`."""
        value = self.samples.of_declaration(model)
        fields = [field for field in model.fields if field.name.wire in value]
        arguments = "".join(
            f"    {field.name.python}="
            f"{self._source(field.type, value[field.name.wire], 4, len(field.name.python) + 2)},\n"
            for field in fields
        )
        made = f"{model.package}.{name}({arguments and chr(10) + arguments})"
        return self._value(model, made, "value.model_dump_json()")

    def value(self, declaration: ir.Declaration) -> ValueView:
        """Return an example that creates a value of a named type."""
        value = self.samples.of_declaration(declaration)
        name = f"{declaration.package}.{declaration.name.python}"
        model = self._index.model(ir.Named(declaration.id))
        if model is not None:
            made = self._validated(name, value, len("value = "))
            return self._value(declaration, made, _shown(model, value))
        used = len(f"value: {name} = ")
        variant = self._variant(declaration, value)
        if variant is None:
            made = literal(value, 0, used)
            return self._value(declaration, made, "value", annotation=name)
        made = self._validated(f"{variant.package}.{variant.name.python}", value, used)
        return self._value(declaration, made, "value", name, (variant.package,))

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

    def _validated(self, name: str, value: Json, used: int) -> str:
        flat = literal(value)
        if used + len(f"{name}.model_validate({flat})") <= WIDTH:
            return f"{name}.model_validate({flat})"
        return f"{name}.model_validate(\n    {literal(value, 4)}\n)"

    def _value(
        self,
        declaration: ir.Declaration,
        made: str,
        shown: str,
        annotation: str = "",
        packages: tuple[str, ...] = (),
    ) -> ValueView:
        return ValueView(
            module=self._config.module,
            package=", ".join(sorted({declaration.package, *packages})),
            imports=self._imports(made),
            annotation=annotation,
            value=made,
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
            or (argument.place == "others" and others)
            or (argument.place == "body" and example is not None)
        ]

    def _argument(self, argument: ir.Argument, example: Json) -> str:
        if argument.is_file:
            if example is None and not argument.required:
                return "None"
            sample = self.samples.of(argument.type, argument.doc) if example is None else example
            return _file(argument, sample)
        if argument.place in {"property", "others"} and (
            example is not None and self.samples.fits(example, argument.type)
        ):
            return self._source(argument.type, example)
        if argument.place == "property" and example is None and not argument.required:
            return "None"
        return self._source(argument.type, self.samples.of(argument.type, argument.doc))

    def _source(self, type_: ir.Type, value: Json, indent: int | None = None, used: int = 0) -> str:
        inner = type_.inner if isinstance(type_, ir.Nullable) else type_
        match inner, value:
            case ir.Primitive(kind="string", format="date-time"), str():
                return f"parse_datetime({_quoted(value)})"
            case ir.Primitive(kind="string", format="date"), str():
                return f"date.fromisoformat({_quoted(value)})"
            case ir.Primitive(kind="string", format="byte"), str():
                return _quoted(base64.b64decode(value))
            case ir.Primitive(kind="string" | "number", format="decimal"), str() | int() | float():
                return f"Decimal({_quoted(str(value))})"
            case _:
                return literal(value, indent, used)

    def _imports(self, source: str) -> tuple[str, ...]:
        lines = []
        if "parse_datetime(" in source:
            lines.append(f"from {self._config.module}.utils import parse_datetime")
        if "date.fromisoformat(" in source:
            lines.append("from datetime import date")
        if "Decimal(" in source:
            lines.append("from decimal import Decimal")
        if _PATH in source:
            lines.append("from pathlib import Path")
        return tuple(lines)

    def _settings(self, operation: ir.Operation) -> tuple[SettingView, ...]:
        settings = [
            SettingView(parameter.name.python, self._setting(parameter))
            for parameter in self._index.api.globals
        ]
        first = next((item for item in operation.security if item), ())
        asked = {requirement.scheme for requirement in first}
        for scheme in self._index.api.security_schemes:
            if scheme.id in asked:
                for name in _needed(scheme):
                    variable = f"{self._config.env_prefix}_{name.upper()}"
                    settings.append(SettingView(name, f'os.getenv("{variable}", "")'))
        return tuple(settings)

    def _setting(self, parameter: ir.Parameter) -> str:
        if parameter.type == ir.Primitive("string"):
            return PLACEHOLDER
        return literal(self.samples.of(parameter.type, parameter.doc))


def _file(argument: ir.Argument, value: Json) -> str:
    """Return the source of one file, or several, as paths: files are read while being sent."""
    if isinstance(value, dict):
        return literal(value)
    made = f"{_PATH}{_quoted(argument.name)})"
    return f"[{made}]" if isinstance(value, list) else made


_PATH = "Path("


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
