"""The `archive` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.client import Resource

if TYPE_CHECKING:
    from typing import ClassVar

    from ._runtime.client import Attributes
    from .old_books import OldBooks


class Archive(Resource):
    """The `archive` operations."""

    old_books: OldBooks
    """The `archive.old books` operations."""

    _resources: ClassVar[Attributes] = {
        "old_books": (".old_books", "OldBooks"),
    }
