"""A mark for text that is already in its final form, so that the formatter leaves it alone."""

from __future__ import annotations


class Formatted(str):
    """Text in its final form, such as the contents of a copied file."""

    __slots__ = ()
