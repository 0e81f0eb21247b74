"""The `archive` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import Attributes, Resource

if TYPE_CHECKING:
    from .old_books import OldBooks


class Archive(Resource):
    """The `archive` operations."""

    old_books: OldBooks
    """The `archive.old books` operations."""

    _resources: ClassVar[Attributes] = {
        "old_books": (".old_books", "OldBooks"),
    }
