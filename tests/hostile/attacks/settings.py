"""Places for text beside the document: `sdk.toml`, and overlays."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

import tomlkit

from tests.hostile.attacks.base import base
from tests.hostile.attacks.places import FREE


def _key(table: str, key: str) -> Callable[[str], dict[str, Any]]:
    return lambda text: {table: {key: text}}


SETTINGS: Final[Mapping[str, Callable[[str], dict[str, Any]]]] = {
    "`package.name`": _key("package", "name"),
    "`package.module`": _key("package", "module"),
    "`package.version`": _key("package", "version"),
    "`package.description`": _key("package", "description"),
    "`package.license`": _key("package", "license"),
    "`package.changelog`": _key("package", "changelog"),
    "`package.install_notes`": _key("package", "install_notes"),
    "label in `package.urls`": lambda text: {"package": {"urls": {text: "https://x.example"}}},
    "address in `package.urls`": lambda text: {
        "package": {"urls": {"Home": f"https://x.example/{text}"}}
    },
    "name in `package.authors`": lambda text: {"package": {"authors": [{"name": text}]}},
    "address in `package.authors`": lambda text: {
        "package": {"authors": [{"email": f"{text}@x.example"}]}
    },
    "`package.keywords`": lambda text: {"package": {"keywords": [text]}},
    "`package.classifiers`": lambda text: {"package": {"classifiers": [f"Topic :: {text}"]}},
    "extra in `package.optional_dependencies`": lambda text: {
        "package": {"optional_dependencies": {text: ["rich"]}}
    },
    "requirement in `package.optional_dependencies`": lambda text: {
        "package": {"optional_dependencies": {"cli": [text]}}
    },
    "`client.server_url`": lambda text: {"client": {"server_url": f"https://x.example/{text}"}},
    "`naming.operation_ids`": _key("naming", "operation_ids"),
    "key of `naming.rename`": lambda text: {"naming": {"rename": {text: "x"}}},
    "name in `naming.rename`": lambda text: {"naming": {"rename": {"GET /x": text}}},
    "`operations.include`": lambda text: {"operations": {"include": [{"path": text}]}},
    "`operations.exclude`": lambda text: {"operations": {"exclude": [{"tag": text}]}},
    "`diagnostics.ignore`": lambda text: {"diagnostics": {"ignore": [{"code": text}]}},
    "`templates.directory`": _key("templates", "directory"),
    "`client.class`": _key("client", "class"),
    "`client.env_prefix`": _key("client", "env_prefix"),
    "`operations.allow_dropped`": lambda text: {"operations": {"allow_dropped": [f"GET /{text}"]}},
    "`document.path`": _key("document", "path"),
    "`document.overlays`": lambda text: {"document": {"overlays": [text]}},
    "`output.directory`": lambda text: {"output": {"directory": f"out/{text}"}},
    "`limits.types`": _key("limits", "types"),
    "another key": lambda text: {"package": {text: "x"}},
    "another table": lambda text: {text: {"x": "x"}},
}
"""What a text becomes in sdk.toml."""

OVERLAY: Final[Mapping[str, Callable[[str], dict[str, Any]]]] = {
    "text that is put in": lambda text: _action("$", update=_attacked(text)),
    "title of an overlay": lambda text: {**_action("$.info", update={}), "info": {"title": text}},
    "description of an action": lambda text: _action("$.info", update={}, description=text),
    "target": lambda text: _action(text, update={}),
    "name in a target": lambda text: _action(f"$.paths[{json.dumps(text)}]", remove=True),
    "pattern in a target": lambda text: _action(
        f"$.paths[?search(@.x, {json.dumps(text)})]", remove=True
    ),
    "key of an action": lambda text: _action("$.info", **{text: 1}),
    "version of overlays": lambda text: {**_action("$.info", update={}), "overlay": text},
}
"""What a text becomes in an overlay."""


def settings(folder: Path, place: str, text: str) -> Path:
    """Write an sdk.toml with a text at one of its places."""
    content: dict[str, Any] = {
        "document": {"path": "openapi.json"},
        "output": {"directory": "out"},
        "package": {"module": "library"},
    }
    for table, keys in SETTINGS[place](text).items():
        content[table] = {**content.get(table, {}), **keys}
    path = folder / "sdk.toml"
    path.write_bytes(tomlkit.dumps(content).encode("utf-8", "surrogatepass"))
    return path


def overlay(folder: Path, place: str, text: str) -> Path:
    """Write an overlay with a text at one of its places."""
    folder.mkdir()
    path = folder / "overlay.json"
    path.write_text(json.dumps({"overlay": "1.0.0", **OVERLAY[place](text)}))
    return path


def _action(target: str, **action: Any) -> dict[str, Any]:
    return {"info": {"title": "T", "version": "1"}, "actions": [{"target": target, **action}]}


def _attacked(text: str) -> Any:
    document = base()
    for put in FREE.values():
        put(document, text)
    return document
