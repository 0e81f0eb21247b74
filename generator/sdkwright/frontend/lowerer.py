"""What the modules that lower schemas need of each other.

A schema contains others of every kind, so each of these modules needs to lower any schema. It is
given a `Lowerer`, which is `schemas.Types`, instead of importing the modules that import it.
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

SPELL_OUT: Final = "simplify the schema, or accept `Any`: values are passed through unchanged"
"""How to fix a schema that is too much for a type."""


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

    def together(self, parts: Sequence[Part], at: str, scope: Scope) -> ir.Type:
        """Lower several schemas that hold together for one value."""

    def declare_model(self, task: Task) -> ir.Named:
        """Declare a model, whose fields are lowered later."""
