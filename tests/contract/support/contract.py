"""The contract: what the document says of requests and responses, as the tests need it.

Reads the document by itself, so that a mistake of the generator's front end is no mistake here.
"""

from __future__ import annotations

import functools
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeAlias

import yaml

from tests.contract.support.prism import ROOT

Json: TypeAlias = Any

SPEC: Final = ROOT / "spec" / "openapi.yaml"
METHODS: Final = frozenset({"get", "put", "post", "delete", "options", "head", "patch", "trace"})


@dataclass(frozen=True, slots=True)
class Documented:
    """A response that the document has: of an operation ("GET /keys"), with a status."""

    operation: str
    status: int

    def __str__(self) -> str:
        return f"{self.operation} {self.status}"


@dataclass(frozen=True, slots=True)
class Accepted:
    """What a request may carry; `placeholders` are the parameters within `path`."""

    method: str
    path: re.Pattern[str]
    placeholders: frozenset[str]
    query: frozenset[str]
    headers: frozenset[str]
    properties: frozenset[str]


class Contract:
    """A document, by operation.

    Args:
        document: The parsed document.
    """

    def __init__(self, document: dict[str, Json]) -> None:
        self._document = document
        self.operations: dict[str, dict[str, Json]] = {}
        self.accepted: dict[str, Accepted] = {}
        for path, item in document["paths"].items():
            for method, operation in item.items():
                if method in METHODS:
                    self._add(method.upper(), path, item, operation)

    def responses(self) -> list[Documented]:
        """List the responses of all operations, in the order of the document."""
        return [
            Documented(name, int(status))
            for name, operation in self.operations.items()
            for status in operation["responses"]
        ]

    def example(self, documented: Documented) -> Json:
        """Give the body that Prism answers with if nothing else is asked for."""
        response = self._resolve(
            self.operations[documented.operation]["responses"][str(documented.status)]
        )
        media_type = response["content"]["application/json"]
        if "example" in media_type:
            return media_type["example"]
        return next(iter(media_type["examples"].values()))["value"]

    def strangers(self, method: str, path: str, query: list[str], body: bytes) -> list[str]:
        """List the parts of a request that the document does not know. Prism ignores them."""
        accepted = next(
            (a for a in self.accepted.values() if a.method == method and a.path.fullmatch(path)),
            None,
        )
        if accepted is None:
            return [f"no such route: {method} {path}"]
        properties = json.loads(body) if body else {}
        return [
            *(f"query parameter {name}" for name in query if name not in accepted.query),
            *(f"body property {name}" for name in properties if name not in accepted.properties),
        ]

    def _add(self, method: str, path: str, item: Json, operation: Json) -> None:
        parameters = [
            self._resolve(parameter)
            for parameter in (*item.get("parameters", ()), *operation.get("parameters", ()))
        ]
        body = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
        self.operations[f"{method} {path}"] = operation
        self.accepted[f"{method} {path}"] = Accepted(
            method=method,
            path=re.compile(re.sub(r"\\\{[^{}]*\\\}", "[^/]+", re.escape(path))),
            placeholders=_named(parameters, "path"),
            query=_named(parameters, "query"),
            headers=_named(parameters, "header"),
            properties=frozenset(body.get("schema", {}).get("properties", {})),
        )

    def _resolve(self, value: Json) -> Json:
        if "$ref" not in value:
            return value
        found: Json = self._document
        for key in value["$ref"].removeprefix("#/").split("/"):
            found = found[key]
        return found


def _named(parameters: list[Json], location: str) -> frozenset[str]:
    return frozenset(p["name"] for p in parameters if p["in"] == location)


def load(path: Path) -> dict[str, Json]:
    """Read a YAML document; its dates are quoted, so they are text."""
    document: dict[str, Json] = yaml.load(  # aliases become one object: no copies are made
        path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader
    )
    return document


@functools.cache
def contract() -> Contract:
    """Give the contract of the checked-in document."""
    return Contract(load(SPEC))
