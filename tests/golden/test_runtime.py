"""A package carries the modules of the runtime that it needs, and no other."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from sdkwright.emit.runtime_modules import IN_TEMPLATES
from sdkwright.workspace.own_files import templates
from tests.golden.support.cases import Case, made_cases

ROOT = Path(__file__).parent.parent.parent

each_case = pytest.mark.parametrize("case", made_cases(), ids=lambda case: case.name)


def imported_files(package: Path) -> tuple[set[Path], list[str]]:
    """Return the files of a package that its files import, and the imports that lead nowhere."""
    found: set[Path] = set()
    missing: list[str] = []
    for file in package.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.ImportFrom) and node.level):
                continue
            folder = file.parents[node.level - 1].joinpath(*(node.module or "").split("."))
            inside = [each for item in node.names if (each := file_of(folder / item.name))]
            module = file_of(folder)
            if module is None and len(inside) < len(node.names):
                missing.append(f"{file.relative_to(package)}: {ast.unparse(node)}")
            found |= {*inside, *filter(None, [module])} - {file}
    packages = {parent / "__init__.py" for file in found for parent in file.parents}
    return found | packages, missing


def file_of(module: Path) -> Path | None:
    files = (module.with_name(f"{module.name}.py"), module / "__init__.py")
    return next(filter(Path.is_file, files), None)


@each_case
def test_everything_imported_is_carried(case: Case, sdks: Path) -> None:
    _, missing = imported_files(sdks / case.config.module)
    assert missing == []


@each_case
def test_everything_carried_is_imported(case: Case, sdks: Path) -> None:
    package = sdks / case.config.module
    found, _ = imported_files(package)
    assert [path for path in case.runtime if package / "_runtime" / path not in found] == []


def test_templates_import_only_what_every_package_carries() -> None:
    texts = [path.read_text(encoding="utf-8") for path in templates().rglob("python/*.jinja")]
    named = {name for text in texts for name in re.findall(r"_runtime\.([\w.]+) import", text)}
    assert named == IN_TEMPLATES


def test_the_modules_that_the_package_for_api_keys_carries() -> None:
    runtime = ROOT / "generated" / "src" / "openrouter" / "_runtime"
    found = sorted(path.relative_to(runtime).as_posix() for path in runtime.rglob("*.py"))
    assert [path for path in found if not path.endswith("__init__.py")] == [
        "arguments.py",
        "auth/credential_text.py",
        "auth/credentials.py",
        "calls.py",
        "client.py",
        "closing.py",
        "coroutines.py",
        "display.py",
        "drivers.py",
        "errors.py",
        "hooks.py",
        "http/globals.py",
        "http/requests.py",
        "http/serialize.py",
        "http/servers.py",
        "http/urls.py",
        "http/wire.py",
        "json/constants.py",
        "json/dates.py",
        "json/decimals.py",
        "json/decoding.py",
        "json/dumping.py",
        "json/encoding.py",
        "json/models.py",
        "json/plain.py",
        "json/pydantic.py",
        "json/shapes.py",
        "json/structs.py",
        "json/typed.py",
        "json_schema.py",
        "lazy.py",
        "locks.py",
        "logs.py",
        "masking.py",
        "operation.py",
        "paging/offsets.py",
        "paging/page.py",
        "paging/pages.py",
        "paging/resource.py",
        "paging/rules.py",
        "paging/steps.py",
        "responses/disguised.py",
        "responses/downloads.py",
        "responses/headers.py",
        "responses/lines.py",
        "responses/raw.py",
        "responses/reply.py",
        "retries.py",
        "session.py",
        "testing.py",
        "timeouts.py",
        "transports/aiohttp.py",
        "transports/choice.py",
        "transports/environment.py",
        "transports/httpx.py",
        "transports/httpx_guards.py",
        "transports/inflating.py",
        "transports/loops.py",
        "transports/messages.py",
        "transports/pools.py",
        "transports/redirects.py",
        "transports/transport.py",
        "transports/urllib3.py",
        "transports/urllib3_line.py",
        "validation.py",
        "values.py",
    ]
