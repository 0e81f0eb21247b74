"""Renders an `Api` to the files of the SDK: which view goes through which template, to which path.

Nothing here writes files: the result maps paths to texts. The views are defined in their own
modules, and their appearance in the templates.
"""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import Environment

from sdkwright.config import Config
from sdkwright.emit import docs
from sdkwright.emit.constraints import constraints_view
from sdkwright.emit.environment import make_environment
from sdkwright.emit.expr import Import
from sdkwright.emit.imports import imports_of
from sdkwright.emit.index import Index
from sdkwright.emit.models import exports, module_views, package_view
from sdkwright.emit.package import client_view, project_view, root_view, sdk_view
from sdkwright.emit.resources import resource_view
from sdkwright.emit.runtime_modules import carried
from sdkwright.emit.testing import testing_view
from sdkwright.emit.webhook_views import webhooks_view
from sdkwright.emit.xml import xml_view
from sdkwright.model import ir
from sdkwright.model.formatted import Formatted
from sdkwright.model.licences import KNOWN

PACKAGES = {
    "components": "Types that several operations share.",
    "operations": "Types of single operations: their requests and responses.",
    "errors": "Exceptions, and the types of their `data`.",
}


def emit(api: ir.Api, config: Config) -> dict[str, str]:
    """Render all files of the SDK.

    Args:
        api: An `Api` after all passes.
        config: The settings, with the names of the package.

    Returns:
        The text of each file, by its path in the output folder; Python is not formatted yet.
    """
    index = Index(api)
    environment = make_environment(config.templates)
    imports: set[Import] = set()
    files = dict(_code(index, config, environment, imports))
    files |= {
        f"src/{config.module}/_runtime/{path}": Formatted(text)
        for path, text in carried(imports).items()
    }
    files |= docs.render(index, config, environment)
    license_text = _license(index, config, environment)
    if license_text:
        files["LICENSE"] = license_text
    project = project_view(index, config, has_license_file=bool(license_text))
    files["pyproject.toml"] = environment.get_template("pyproject.jinja").render(project=project)
    return files


def _code(
    index: Index, config: Config, environment: Environment, imports: set[Import]
) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each module, and add what they import to `imports`."""
    source = f"src/{config.module}"

    def render(path: str, template: str, **views: object) -> tuple[str, str]:
        text = environment.get_template(f"python/{template}.jinja").render(views)
        for view in views.values():
            imports.update(imports_of(view))
        return f"{source}/{path}", text

    base_error = f"{config.client_class}Error"
    root = root_view(index, config)
    for path, template in (
        ("__init__.py", "root"),
        ("_version.py", "version"),
        ("types.py", "types"),
        ("utils.py", "utils"),
        (f"errors/{base_error.lower()}.py", "base_error"),
        ("errors/general.py", "default_error"),
    ):
        yield render(path, template, root=root)
    constraints = constraints_view(index)
    if constraints is not None:
        yield render("_constraints.py", "constraints", constraints=constraints)
    xml = xml_view(index)
    if xml is not None:
        yield render("_xml.py", "xml", xml=xml)
    sdk = sdk_view(index, config, has_constraints=constraints is not None)
    yield render("_sdk.py", "sdk", sdk=sdk)
    yield render("client.py", "client", client=client_view(index, config))
    for resource in index.resources():
        resource_ = resource_view(index, resource, config.client_class)
        yield render(f"{resource.module}.py", "resource", resource=resource_)
    yield render("testing.py", "testing", testing=testing_view(index, config))
    if index.api.webhooks:
        yield render("webhooks.py", "webhooks", webhooks=webhooks_view(index))
    for package, module, module_ in module_views(index, base_error):
        yield render(f"{package}/{module}.py", "module", module=module_)
    names = exports(index)
    names.setdefault("errors", {}).update(
        {base_error.lower(): [base_error], "general": [*root.general_errors]}
    )
    for package, text in PACKAGES.items():
        yield render(
            f"{package}/__init__.py",
            "package",
            package=package_view(text, names.get(package, {})),
        )
    yield f"{source}/py.typed", ""


def _license(index: Index, config: Config, environment: Environment) -> str:
    """Return the text of the licence, if it is one with a fixed text; else "".

    The copyright has no year, which would be another fact of the day on which this runs.
    """
    license_ = config.license or index.api.license
    authors = ", ".join(name for name, _ in config.authors if name)
    if license_ not in KNOWN:  # nobody chooses a file by this
        return ""
    template = environment.get_template(f"licenses/{license_}.txt")
    return template.render(holder=authors or f"the authors of {config.distribution}")
