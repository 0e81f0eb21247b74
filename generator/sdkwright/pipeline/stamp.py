"""Detects that the output is up to date.

A run that wrote its output keeps a stamp in the cache: the digest of the output folder, and its
report, under a digest of everything that the output depends on. As long as both digests stay the
same, a later run has nothing to do, and returns the same report.
"""

from __future__ import annotations

import importlib.metadata
import json
import sys
from collections.abc import Iterable
from dataclasses import asdict, replace
from pathlib import Path
from typing import Final

from sdkwright.config import Config
from sdkwright.diagnostics import Diagnostic, Place
from sdkwright.pipeline.report import Report
from sdkwright.workspace.cache import Cache, digest
from sdkwright.workspace.own_files import files_in, own_files

_DEPENDENCIES: Final = (
    "black",
    "jinja2",
    "markupsafe",
    "openapi-python-client",
    "pydantic",
    "python-jsonpath",
    "pyyaml",
)


def key_of(config: Config) -> str | None:
    """Return a digest of everything that the output depends on; None if that cannot be read."""
    parts = [sys.version.encode(), repr(config).encode()]
    parts += [importlib.metadata.version(name).encode() for name in _DEPENDENCIES]
    try:
        parts.append(config.document.read_bytes())
        if config.source is not None:  # diagnostics show its lines
            parts.append(config.source.read_bytes())
        if config.changelog is not None:
            parts.append(config.changelog.read_bytes())
        if config.templates is not None:
            for file in files_in(config.templates):
                parts += [str(file).encode(), file.read_bytes()]
        for file in own_files():
            parts += [file.name.encode(), file.read_bytes()]
    except OSError:
        return None  # reading the document reports what is wrong with it
    return digest(parts)


def find(key: str, output: Path, cache: Cache) -> Report | None:
    """Return the report of the run that wrote a folder, if nothing has changed since; else None.

    Args:
        key: The digest of what the output depends on now: `key_of`.
        output: The folder.
        cache: Where stamps are kept.
    """
    kept = cache.get(key)
    if kept is None:
        return None
    from sdkwright.output import tree_digest  # noqa: PLC0415  only if there is a stamp

    stamp = json.loads(kept)
    if tree_digest(output) != stamp["tree"]:
        return None
    if any(_digest_of(file) != known for file, known in stamp["files"].items()):
        return None
    report = stamp["report"]
    found = [
        Diagnostic(**{**item, "place": Place(**item["place"]) if item["place"] else None})
        for item in report["diagnostics"]
    ]
    lists = {name: tuple(report[name]) for name in ("skipped", "dropped")}
    return Report(**{**report, **lists, "diagnostics": found, "up_to_date": True})


def keep(key: str, report: Report, tree: str, files: Iterable[Path], cache: Cache) -> None:
    """Keep the stamp of a run.

    Args:
        key: The digest of what its output depended on: `key_of`.
        report: Its report.
        tree: The digest of the folder that it wrote.
        files: The files that it read besides those that `key_of` includes.
        cache: Where stamps are kept.
    """
    stamp = {
        "tree": tree,
        "report": asdict(replace(report, seconds={})),
        "files": {str(file): _digest_of(file) for file in files},
    }
    cache.put(key, json.dumps(stamp).encode())
    cache.prune()


def _digest_of(file: str | Path) -> str | None:
    try:
        return digest([Path(file).read_bytes()])
    except OSError:
        return None
