"""Packages of documents that are made by a test: as for any SDK, only without the formatting, which
takes too long to be done hundreds of times."""

from __future__ import annotations

import importlib
import itertools
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, TypeAlias

from sdkwright import config, emit, frontend, passes
from sdkwright.diagnostics import Diagnostic, Diagnostics
from sdkwright.source import normalize
from sdkwright.source.document import Document

Json: TypeAlias = Any

_numbers: Final = itertools.count()


def make(data: dict[str, Json], folder: Path) -> tuple[str, list[Diagnostic]]:
    """Write the package of a document.

    Args:
        data: The document.
        folder: Where the package goes.

    Returns:
        What it is called, and what was said.
    """
    module = f"random_{next(_numbers)}"
    found = Diagnostics()
    settings = config.from_options(Path("openapi.yaml"), module, folder, found)
    read = normalize.normalize(Document("openapi.yaml", data, lambda _: (1, 1)), found)
    api = passes.run(frontend.lower(read.data, settings, found), settings, found)
    for path, text in emit.emit(api, settings).items():
        if path.startswith(f"src/{module}/"):
            file = folder / path.removeprefix("src/")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
    return module, list(found.items)


@contextmanager
def imported(data: dict[str, Json], folder: Path) -> Iterator[Any]:
    """Make the package of a document in which nothing is wrong, and import it."""
    module, said = make(data, folder)
    assert [item for item in said if item.severity == "error"] == []
    sys.path.insert(0, str(folder))
    importlib.invalidate_caches()
    try:
        yield importlib.import_module(module)
    finally:
        sys.path.remove(str(folder))
        for name in [name for name in sys.modules if name.split(".")[0] == module]:
            del sys.modules[name]


def document(schemas: dict[str, Json]) -> dict[str, Json]:
    """Make a document of schemas: what one operation sends and answers has one of each."""
    whole = {
        "type": "object",
        "properties": {name: {"$ref": f"#/components/schemas/{name}"} for name in schemas},
    }
    body = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Whole"}}}}
    answer = {"responses": {"200": {"description": "Done.", **body}}}
    operation = {"operationId": "doIt", "requestBody": {"required": True, **body}, **answer}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Random", "version": "1"},
        "servers": [{"url": "https://random.example.com"}],
        "paths": {"/x": {"post": operation}},
        "components": {"schemas": {**schemas, "Whole": whole}},
    }
