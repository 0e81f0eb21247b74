"""Two versions of a small SDK: that of `shop.yaml`, and the same with something changed."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from sdkwright import config, frontend, passes
from sdkwright.config import Config
from sdkwright.diagnostics import Diagnostics
from sdkwright.diff import Change, compare
from sdkwright.model import ir
from sdkwright.source import normalize
from sdkwright.source.document import Document, load

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
CONFIG = config.from_options(Path("shop.yaml"), "shop", Path("out"), Diagnostics())

REMOVED = object()
"""The value of an edit that takes something out."""

Edits = Mapping[str, Any]
"""JSON pointers, without the leading slash, and what stands there from now on."""


def lowered(document: Document, settings: Config) -> ir.Api:
    """Make an `Api` as the pipeline does."""
    found = Diagnostics()
    api = frontend.lower(normalize.normalize(document, found).data, settings, found)
    return passes.run(api, settings, found)


def read(path: Path, settings: Config) -> ir.Api:
    return lowered(load(path, Diagnostics()), settings)


@cache
def _shop() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((HERE / "shop.yaml").read_text("utf-8"))
    return found


@cache
def original() -> ir.Api:
    return _api(_shop())


def _api(data: dict[str, Any], settings: Config = CONFIG) -> ir.Api:
    return lowered(Document("shop.yaml", data, lambda _: (1, 1)), settings)


def edited(edits: Edits, settings: Config = CONFIG) -> ir.Api:
    """Make the `Api` of the shop with some edits."""
    data = copy.deepcopy(_shop())
    for pointer, value in edits.items():
        _edit(data, pointer, value)
    return _api(data, settings)


def _edit(data: Any, pointer: str, value: object) -> None:
    *steps, last = (step.replace("~1", "/") for step in pointer.split("/"))
    for step in steps:
        data = data[int(step)] if isinstance(data, list) else data[step]
    if value is REMOVED:
        del data[int(last) if isinstance(data, list) else last]
    elif isinstance(data, list):
        data.insert(int(last), value)
    else:
        data[last] = value


def changes(edits: Edits, *, before: Edits | None = None) -> list[Change]:
    """Compare the shop, or the shop with the edits `before`, with the shop with `edits`."""
    old = original() if before is None else edited(before)
    return list(compare(old, edited(edits), CONFIG, CONFIG))


def lines(found: list[Change]) -> list[str]:
    """Show changes as people read them: level, rule, subject, message."""
    return [f"{item.level} {item.rule.code} {item.subject}: {item.message}" for item in found]
