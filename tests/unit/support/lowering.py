"""Lowers small documents for the tests of the front end."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from sdkwright import config
from sdkwright.diagnostics import Diagnostics
from sdkwright.frontend import lower
from sdkwright.model import ir
from sdkwright.model.origin import Origin
from tests.unit.support.origins import origin

SCHEMA = "/components/schemas"
CONFIG = config.from_options(Path("api.yaml"), "openrouter", Path("out"), Diagnostics())

AT = "/paths/~1x/get"
"""Where the operation of `lower_get` is."""

DONE = {"204": {"description": "Done."}}
PROBLEM = "{type: object, properties: {message: {type: string}}}"


@dataclass(frozen=True, slots=True)
class Lowered:
    """The result of the front end."""

    api: ir.Api
    diagnostics: Diagnostics

    @property
    def operations(self) -> list[ir.Operation]:
        return [operation for resource in self.api.resources for operation in resource.operations]

    @property
    def operation(self) -> ir.Operation:
        (operation,) = self.operations
        return operation

    @property
    def said(self) -> list[tuple[str, str, str | None]]:
        """What the diagnostics say: code, message and place.

        The note on unused components is left out: tests have schemas for several cases.
        """
        return [
            (item.code, item.message, item.pointer)
            for item in self.diagnostics.items
            if item.code != "unused-components"
        ]

    def declaration(self, id_: Origin | str) -> ir.Declaration:
        """Find a declaration by its id, or by the pointer of its schema."""
        id_ = origin(id_) if isinstance(id_, str) else id_
        return {item.id: item for item in self.api.declarations}[id_]

    def model(self, id_: Origin | str) -> ir.Model:
        found = self.declaration(id_)
        assert isinstance(found, ir.Model)
        return found

    def union(self, id_: Origin | str) -> ir.Union:
        found = self.declaration(id_)
        assert isinstance(found, ir.Union)
        return found


def lower_data(data: dict[str, Any], **settings: Any) -> Lowered:
    data = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, **data}
    diagnostics = Diagnostics()
    api = lower(data, replace(CONFIG, **settings), diagnostics)
    return Lowered(api, diagnostics)


def lower_text(text: str, **settings: Any) -> Lowered:
    """Lower a document that is written as YAML."""
    return lower_data(yaml.safe_load(textwrap.dedent(text)), **settings)


def lower_get(operation: str, **root: Any) -> Lowered:
    """Lower a document with the one operation GET /x."""
    made = {"responses": DONE, **(yaml.safe_load(textwrap.dedent(operation)) or {})}
    return lower_data({"paths": {"/x": {"get": made}}, **root})


def lower_schemas(text: str, body: str = "{$ref: '#/components/schemas/X'}") -> Lowered:
    """Lower `components.schemas`, of which `X` is what POST /x takes."""
    return lower_data(
        {
            "paths": {"/x": {"post": posting(yaml.safe_load(body))}},
            "components": {"schemas": yaml.safe_load(textwrap.dedent(text))},
        }
    )


def posting(schema: dict[str, Any]) -> dict[str, Any]:
    """Make an operation that takes a body and answers with nothing."""
    return {
        "operationId": "postX",
        "requestBody": {"required": True, "content": {"application/json": {"schema": schema}}},
        "responses": {"204": {"description": "Done."}},
    }


def body_type(lowered: Lowered) -> ir.Type:
    """Give the type of the body that the one operation takes."""
    assert lowered.operation.body is not None
    (media_type,) = lowered.operation.body.media_types
    return media_type.type
