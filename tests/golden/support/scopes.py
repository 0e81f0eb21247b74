"""The names that generated code uses itself, by the scope in which a document could take them.

What stands in functions is read from what is expected of the golden cases, since views write parts
of it; what stands in classes and modules, from the templates, in which each placeholder stands for
one name: the types of arguments and results, which views write, evade the names of a document. Only
names that `naming.identifier` can return are of interest: lower case, no underscore in front.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, TypeAlias

from sdkwright.model.reserved import REQUEST
from tests.golden.support.cases import Case, made_cases

TEMPLATES: Final = Path(__file__).parents[3] / "templates"
PLACEHOLDER: Final = "X_"
_Function: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef


def names() -> dict[str, frozenset[str]]:
    """Return the names that are used, by the name of their set in `model/template_names`."""
    client, resource, webhooks = (
        skeleton(f"python/{name}.jinja") for name in ("client", "resource", "webhooks")
    )
    return {
        "IN_CONSTRUCTOR": _kept(name for case in made_cases() for name in _in_constructor(case)),
        "IN_METHODS": _kept(name for case in made_cases() for name in _in_methods(case)),
        "IN_CLIENT": _kept(name for item in _classes(client) for name in in_class(item)),
        "IN_RESOURCES": _kept(name for item in _classes(resource) for name in in_class(item)),
        "IN_WEBHOOKS": _kept(in_module(webhooks)),
    }


def skeleton(template: str) -> ast.Module:
    """Read a template as Python: each placeholder is one name, and of choices each is there."""
    return ast.parse(_text(template))


def _text(template: str) -> str:
    text = (TEMPLATES / template).read_text(encoding="utf-8")
    text = re.sub(r'\{% include "([^"]+)" %\}\n?', lambda match: _text(match[1]), text)
    # Where keyword arguments begin is no name, and Python takes one such place in a function.
    text = re.sub(r"\{% if not [\w.]+ %\}\n *\*,\n\{% endif %\}\n", "", text)
    text = re.sub(r"\{#.*?#\}|\{%.*?%\}", "", text)
    return re.sub(r"\{\{.*?\}\}", PLACEHOLDER, text)


def in_function(item: _Function) -> Iterator[str]:
    """Yield the parameters of a function, and the names in its body."""
    yield from (argument.arg for argument in _arguments(item))
    for statement in item.body:
        yield from _mentioned(statement)


def in_class(item: ast.ClassDef) -> Iterator[str]:
    """Yield the names that a class defines, and those that are looked up in its scope: in
    annotations, defaults and decorators, not in the bodies of its methods."""
    for statement in item.body:
        if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
            yield statement.name
            yield from _mentioned_outside(statement)
        else:
            yield from _mentioned(statement)


def in_module(tree: ast.Module) -> Iterator[str]:
    """Yield the names that a module defines, and those that it looks up, its functions too."""
    for statement in tree.body:
        found = {*_mentioned(statement)}
        if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
            yield statement.name
            found -= {argument.arg for argument in _arguments(statement)}
        yield from found


def _mentioned_outside(item: _Function) -> Iterator[str]:
    args = item.args
    given = [argument.annotation for argument in _arguments(item)]
    for node in [*given, item.returns, *args.defaults, *args.kw_defaults, *item.decorator_list]:
        if node is not None:
            yield from _mentioned(node)


def _mentioned(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name):
                yield name
            case ast.alias(name=name, asname=other):
                yield other or name
            case ast.arg(arg=name):
                yield name
            case ast.FunctionDef(name=name):
                yield name


def _arguments(item: _Function) -> list[ast.arg]:
    args = item.args
    further = [each for each in (args.vararg, args.kwarg) if each is not None]
    return [*args.posonlyargs, *args.args, *args.kwonlyargs, *further]


def _classes(tree: ast.Module) -> list[ast.ClassDef]:
    return [item for item in tree.body if isinstance(item, ast.ClassDef)]


def _functions(case: Case, module: str) -> Iterator[_Function]:
    """Yield the functions of the first class of a module, which is the client or a resource."""
    path = case.expected / "src" / case.config.module / f"{module}.py"
    first, *_ = _classes(ast.parse(path.read_text(encoding="utf-8")))
    for item in first.body:
        if isinstance(item, ast.FunctionDef | ast.AsyncFunctionDef):
            yield item


def _in_constructor(case: Case) -> set[str]:
    api = case.index.api
    own = {name.python for item in api.security_schemes for name in item.arguments}
    own |= {item.name.python for item in api.globals}
    own |= {item.name.python for item in api.server_variables}
    return {name for item in _functions(case, "client") for name in in_function(item)} - own


def _in_methods(case: Case) -> Iterator[str]:
    for resource in case.index.resources():
        own = {
            argument.name
            for operation in resource.operations
            for argument in operation.signature.arguments
        }
        for item in _functions(case, resource.module):
            # A method that takes all in one object has no argument that a document names.
            if REQUEST not in {argument.arg for argument in _arguments(item)}:
                yield from {*in_function(item)} - own


def _kept(found: Iterable[str]) -> frozenset[str]:
    return frozenset(name for name in found if re.fullmatch(r"[a-z][a-z0-9_]*", name))
