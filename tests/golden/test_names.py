"""What is expected of the cases shows all names that generated modules need: none can be taken."""

from __future__ import annotations

import ast
from dataclasses import replace

import pytest

from sdkwright import passes
from sdkwright.diagnostics import Diagnostics
from sdkwright.model import ir
from tests.golden.support.cases import Case, made_cases

each_case = pytest.mark.parametrize("case", made_cases(), ids=lambda case: case.name)


def parsed(case: Case, module: str) -> ast.Module:
    path = case.expected / "src" / case.config.module / f"{module}.py"
    return ast.parse(path.read_text(encoding="utf-8"))


@each_case
def test_no_resource_can_be_called_like_what_its_module_imports(case: Case) -> None:
    resources = list(case.index.resources())
    classes = {resource.class_name for resource in resources}
    for module in ("client", *(resource.module for resource in resources)):
        imported = {
            alias.asname or alias.name
            for node in ast.walk(parsed(case, module))
            if isinstance(node, ast.ImportFrom)
            for alias in node.names
        }
        for name in imported - classes:
            tag = replace(resources[0], name=ir.Name(name))
            given = replace(case.index.api, resources=(tag,))
            made = passes.run(given, case.config, Diagnostics())
            assert made.resources[0].class_name != name


@each_case
def test_no_global_parameter_can_be_called_like_an_argument_of_the_client(case: Case) -> None:
    own = {item.name.python for item in case.index.api.globals}
    # Parts of a server's URL give way to parameters.
    own |= {item.name.python for item in case.index.api.server_variables}
    (function,) = (
        node
        for node in ast.walk(parsed(case, "client"))
        if isinstance(node, ast.FunctionDef) and node.name == "__init__"
    )
    for argument in (*function.args.args, *function.args.kwonlyargs):
        if argument.arg not in own:
            place = ir.SourcePointer("")
            parameter = ir.Parameter(
                ir.Name(argument.arg),
                "header",
                ir.Primitive("string"),
                required=False,
                doc=ir.Doc(),
                source=place,
                is_global=True,
            )
            given = replace(case.index.api, globals=(parameter,))
            made = passes.run(given, case.config, Diagnostics())
            assert made.globals[0].name.python != argument.arg
