"""About the API as a whole: its licence, and whom and what to ask (OpenAPI 3.2, section 4.2).

It is read as plain data: a mistake in it drops nothing but itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sdkwright.config import Config
from sdkwright.diagnostics import Diagnostics
from sdkwright.frontend import engine
from sdkwright.frontend.descriptions import with_further
from sdkwright.model import ir, licences


def described(data: Mapping[str, Any]) -> ir.Doc:
    """Return the description of the API, with what its `externalDocs` refer to."""
    return ir.Doc(description=with_further(engine.text(_info(data).get("description")), data))


def contact(data: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the name, the address and the URL of the people to ask, as far as they are known."""
    found = _info(data).get("contact")
    if not isinstance(found, Mapping):
        return ()
    return tuple(filter(None, (engine.text(found.get(key)) for key in ("name", "email", "url"))))


def terms(data: Mapping[str, Any]) -> str:
    """Return the URL of the terms of service, or ""."""
    return engine.text(_info(data).get("termsOfService"))


def licence(data: Mapping[str, Any], config: Config, diagnostics: Diagnostics) -> str:
    """Return the licence of the document as an SPDX expression, or ""."""
    found = licences.expression_of(data.get("info"))
    if not found and not config.license and licences.is_named(data.get("info")):
        diagnostics.note(
            "unknown-license",
            "the SDK gets no licence: `info.license` has no valid SPDX `identifier`, and its "
            "`name` is not that of a well-known licence",
            fix="set `license` in the table `package` of sdk.toml, or the `identifier`",
            at="/info/license",
        )
    return found


def _info(data: Mapping[str, Any]) -> Mapping[str, Any]:
    info = data.get("info")
    return info if isinstance(info, Mapping) else {}
