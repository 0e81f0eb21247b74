"""The interface through which the modules that lower schemas call each other.

A schema contains others of every kind, so each of these modules needs to lower any schema. It takes
a `Lowerer` (`schemas.Types`) instead of importing modules that import it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from sdkwright.frontend.context import Context, Scope
from sdkwright.frontend.engine import Schema, SchemaOrReference
from sdkwright.frontend.keywords import Part
from sdkwright.frontend.merging import Families, Leaf
from sdkwright.frontend.recursion import Recursion
from sdkwright.model import ir
from sdkwright.model.origin import Origin

SIMPLIFY: Final = "simplify the schema, or accept `Any`: values are passed through unchanged"
"""The fix for a schema that no type can express."""


@dataclass(frozen=True, slots=True)
class Task:
    """A model whose fields are yet to be lowered.

    `schema` describes it, and `leaves` are merged into it; `merges` is how deeply merges are
    nested.
    """

    id: Origin
    package: ir.Package
    schema: Schema
    leaves: tuple[Leaf, ...]
    at: str
    scope: Scope
    hints: tuple[str, ...]
    merges: int = 0


class Lowerer(Protocol):
    """Lowers schemas, whatever they are."""

    context: Context
    families: Families
    recursion: Recursion

    def lower(self, item: SchemaOrReference | None, at: str, scope: Scope) -> ir.Type:
        """Lower a schema."""

    def lower_all(self, parts: Sequence[Part], at: str, scope: Scope) -> ir.Type:
        """Lower several schemas that all apply to one value."""

    def declare_model(self, task: Task) -> ir.Named:
        """Declare a model, whose fields are lowered later."""
