"""Order: what is emitted comes in an order that a small change of the document leaves alone."""

from __future__ import annotations

from dataclasses import replace

from sdkwright.model import ir


def order(api: ir.Api) -> ir.Api:
    """Sort declarations and exception classes by module.

    Operations, parameters and fields keep the order of the document, which people chose; types of
    one module keep the order in which they are met on the way through its operation.
    """
    return replace(
        api,
        declarations=tuple(sorted(api.declarations, key=lambda item: (item.package, item.module))),
        errors=tuple(sorted(api.errors, key=lambda item: item.module)),
    )
