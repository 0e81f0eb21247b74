"""Marks text that is already in its final form, so that the formatter leaves it alone."""

from __future__ import annotations


class Formatted(str):
    """Text in its final form, such as that of a file that is copied."""

    __slots__ = ()
