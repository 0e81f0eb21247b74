"""Order: a stable order of declarations, which a small change of the document does not affect."""

from __future__ import annotations

from dataclasses import replace

from sdkwright.model import ir


def order(api: ir.Api) -> ir.Api:
    """Sort declarations and exception classes by module.

    Operations, parameters and fields keep the order of the document, which people chose; types of
    one module keep the order in which they occur in its operation.
    """
    return replace(
        api,
        declarations=tuple(sorted(api.declarations, key=lambda item: (item.package, item.module))),
        errors=tuple(sorted(api.errors, key=lambda item: item.module)),
    )
