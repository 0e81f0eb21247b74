"""The generator as a library: `from sdkwright import generate`."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from sdkwright import config as settings
from sdkwright.config import Config
from sdkwright.diagnostics import Diagnostic, Diagnostics, render
from sdkwright.pipeline import run as pipeline
from sdkwright.pipeline.report import Report
from sdkwright.workspace.cache import Cache, default_folder

__all__ = ["Diagnostic", "GenerationError", "Report", "generate"]

_Path: TypeAlias = str | os.PathLike[str]


class GenerationError(Exception):
    """The SDK was not generated, or not as a whole; the message lists the errors.

    Attributes:
        report: What was done up to then: its `written` says whether the output folder was changed.
        diagnostics: The errors, warnings and notes, sorted by place.
    """

    def __init__(self, report: Report) -> None:
        """Describe the errors of a report."""
        errors = [item for item in report.diagnostics if item.severity == "error"]
        super().__init__("\n".join(map(render, errors)))
        self.report = report

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """The errors, warnings and notes, sorted by place."""
        return self.report.diagnostics


def generate(
    document: _Path | Mapping[str, Any] | None = None,
    *,
    module: str | None = None,
    output: _Path | None = None,
    overlays: Sequence[_Path] = (),
    config: _Path | None = None,
    check: bool = False,
    force: bool = False,
    keep_going: bool = False,
    cache: bool = True,
    progress: Callable[[str], None] | None = None,
) -> Report:
    """Generate a Python SDK from an OpenAPI 3.0, 3.1 or 3.2 document, as `sdkwright gen` does.

    Pass either `config`, or `document`, `module` and `output`.

    Args:
        document: The document: the path of a YAML or JSON file, or the document itself, such as
            FastAPI's `app.openapi()`; references of the latter to files are relative to the current
            folder.
        module: The name that users import.
        output: The folder to write to.
        overlays: Paths of overlays to apply to `document`, in this order.
        config: The path of a settings file, `sdk.toml`.
        check: Write nothing, use no cache, and fail if anything would change.
        force: Overwrite generated files that were edited by hand.
        keep_going: If operations cannot be generated, write the others before failing.
        cache: Whether to use the cache in the user's cache folder.
        progress: Called with the name of each stage that begins.

    Returns:
        What was done, with the warnings and notes.

    Raises:
        GenerationError: The document, the settings or the output have errors, or, with `check`, the
            output is out of date.
        TypeError: The arguments contradict each other, or `document` has values that JSON has not.
        OSError: The output cannot be written.

    Example:
        >>> from sdkwright import generate
        >>> report = generate("openapi.yaml", module="petstore", output="build/petstore")
        >>> print(report.generated, "operations")
    """
    options = pipeline.Options(
        check=check,
        force=force,
        keep_going=keep_going,
        content=json.dumps(document, indent=2).encode() if isinstance(document, Mapping) else None,
        cache=Cache(default_folder() if cache else None),
        progress=progress or (lambda _stage: None),
    )
    code, report = pipeline.run(
        _settings(document, module, output, overlays=overlays, config=config), options
    )
    if code != pipeline.OK:
        raise GenerationError(report)
    return report


def _settings(
    document: _Path | Mapping[str, Any] | None,
    module: str | None,
    output: _Path | None,
    *,
    overlays: Sequence[_Path],
    config: _Path | None,
) -> Callable[[Diagnostics], Config]:
    """Return a reader of the settings that the arguments name."""
    if config is not None:
        if document is not None or module is not None or output is not None or overlays:
            raise TypeError("config can't be combined with document, module, output or overlays.")
        path = Path(config)
        return lambda diagnostics: settings.read(path, diagnostics)
    if document is None or module is None or output is None:
        raise TypeError("Pass either config, or document, module and output.")
    if isinstance(overlays, str | os.PathLike):
        raise TypeError("overlays must be a list of paths, not one path.")
    source = Path("<document>" if isinstance(document, Mapping) else document)
    folder, name, further = Path(output), module, tuple(map(Path, overlays))
    return lambda diagnostics: settings.from_options(source, name, folder, diagnostics, further)
