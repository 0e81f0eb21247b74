"""Licences by the names that documents give them, as SPDX identifiers.

OpenAPI 3.1 has a field for the identifier; before, there was only a name for people to read.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

_NAMES: Final = MappingProxyType(
    {
        "MIT": ("mit", "mit license", "the mit license", "mit licence"),
        "Apache-2.0": (
            *("apache-2.0", "apache 2.0", "apache 2", "apache license 2.0"),
            *("apache license, version 2.0", "apache license version 2.0", "apache2.0"),
        ),
        "BSD-2-Clause": ("bsd-2-clause", "bsd 2-clause", "bsd 2-clause license"),
        "BSD-3-Clause": ("bsd-3-clause", "bsd 3-clause", "bsd 3-clause license"),
        "ISC": ("isc", "isc license"),
        "MPL-2.0": ("mpl-2.0", "mpl 2.0", "mozilla public license 2.0"),
    }
)
"""Names that mean one licence and no other, in lower case; `BSD` alone does not."""


KNOWN: Final = frozenset(_NAMES)
"""The licences whose texts the generator has."""


def expression_of(info: object) -> str:
    """Return the SPDX expression of `info.license`, or "" if none can be told from it."""
    found = _license(info)
    identifier, name = found.get("identifier"), found.get("name")
    if isinstance(identifier, str) and _is_expression(identifier):
        return identifier
    words = " ".join(name.lower().split()) if isinstance(name, str) else ""
    return next((id_ for id_, names in _NAMES.items() if words in names), "")


def is_named(info: object) -> bool:
    """Return whether `info.license` names a licence, whichever it is."""
    found = _license(info)
    return any(isinstance(found.get(key), str) for key in ("identifier", "name"))


def _license(info: object) -> Mapping[str, Any]:
    found = info.get("license") if isinstance(info, Mapping) else None
    return found if isinstance(found, Mapping) else {}


def _is_expression(text: str) -> bool:
    if text in KNOWN:
        return True
    # The list of all licences takes a tenth of a second to read.
    from packaging.licenses import (  # noqa: PLC0415
        InvalidLicenseExpression,
        canonicalize_license_expression,
    )

    try:
        return canonicalize_license_expression(text) == text
    except InvalidLicenseExpression:
        return False
