"""The Jinja environment: what a template can access.

A document never chooses a template, and its text reaches templates only as fields of a view.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from sdkwright.emit import filters
from sdkwright.model.reserved import CALL_OPTIONS
from sdkwright.workspace.own_files import templates


class _Environment(ImmutableSandboxedEnvironment):
    """A sandbox with faster read access to the fields of views, which templates are given."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return an attribute, if a template may access it."""
        if attribute in getattr(type(obj), "__dataclass_fields__", ()):
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)


def make_environment(own: Path | None = None) -> ImmutableSandboxedEnvironment:
    """Return the environment for the templates folder, with the escaping filters.

    All runs of a process share it: it caches the compiled templates, and compiling them takes
    longer than rendering. A template that has changed since is compiled again.

    Args:
        own: A folder whose templates replace those of the same name.
    """
    environment = _environment(own)
    kept = environment.cache or {}
    # A file that is new in the folder of somebody else replaces one that is up to date.
    if own is not None or not all(template.is_up_to_date for template in kept.values()):
        kept.clear()
    return environment


@cache
def _environment(own: Path | None) -> ImmutableSandboxedEnvironment:
    environment = _Environment(
        loader=FileSystemLoader([folder for folder in (own, templates()) if folder]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # Python and Markdown are not HTML: each has its own filters
        auto_reload=False,  # not for each of ten thousand includes
    )
    *options, last = (f"`{name}`" for name in CALL_OPTIONS)
    environment.globals["call_options"] = f"{', '.join(options)} and {last}"
    environment.filters.update(
        also=filters.also,
        py_string=filters.py_string,
        py_list=filters.py_list,
        py_text=filters.py_text,
        py_tuple=filters.py_tuple,
        docstring=filters.docstring,
        comment=filters.comment,
        toml_string=filters.toml_string,
    )
    return environment
