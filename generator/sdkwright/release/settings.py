"""Sets the version in sdk.toml, and preserves everything else as people wrote it."""

from __future__ import annotations

from collections.abc import MutableMapping
from pathlib import Path
from typing import cast

import tomlkit
from tomlkit.items import String


def with_version(path: Path, version: str) -> bytes:
    """Return the content of sdk.toml with another version.

    Args:
        path: A file that `config.read` accepts.
        version: The version, as package indexes spell it.
    """
    content = tomlkit.parse(path.read_bytes().decode("utf-8"))
    package = cast("MutableMapping[str, object]", content["package"])  # `config.read` accepted it
    old = package.get("version")
    is_literal = isinstance(old, String) and old.as_string().startswith("'")
    package["version"] = tomlkit.string(version, literal=is_literal)
    return tomlkit.dumps(content).encode("utf-8")
