"""Source of security requirements."""

from __future__ import annotations

from sdkwright.emit.expr import Expr, constant
from sdkwright.model import ir


def security_source(alternatives: tuple[tuple[ir.Requirement, ...], ...]) -> Expr:
    """Return which credentials go together: a scheme with scopes is a tuple of their names."""
    if not any(alternatives):
        return Expr("()")
    return constant(
        tuple(
            tuple((item.scheme, *item.scopes) if item.scopes else item.scheme for item in together)
            for together in alternatives
        )
    )
