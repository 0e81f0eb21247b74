"""Short ways to write the ids of types in tests."""

from __future__ import annotations

from sdkwright.model import ir
from sdkwright.model.origin import Form, Origin, node_at


def origin(pointer: str, form: Form = "plain", *, is_sent: bool = False) -> Origin:
    return Origin(node_at(pointer), form, is_sent)


def named(pointer: str, form: Form = "plain", *, is_sent: bool = False) -> ir.Named:
    return ir.Named(origin(pointer, form, is_sent=is_sent))
