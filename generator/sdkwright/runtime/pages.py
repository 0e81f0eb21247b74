"""What generated code says of pages that are asked for in another way than by an offset."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

__all__ = ["CursorPages", "InBody", "NumberedPages", "Path", "UrlPages"]

Path: TypeAlias = tuple[str | int, ...]
"""The way into a response: names of attributes, and places in lists, of which -1 is the last."""


class InBody(NamedTuple):
    """An argument that is a property of the body, and no parameter."""

    name: str


class NumberedPages(NamedTuple):
    """Pages by their numbers.

    Attributes:
        page: The argument that says which page.
        results: What leads from the response to the list of results; None: the pages themselves
            are walked.
        limit: The argument for the size of a page, where there is one.
        first: The number of the first page.
        total: What leads to the number of pages, where the response has it.
    """

    page: str | InBody
    results: Path | None
    limit: str | InBody | None = None
    first: int = 1
    total: Path | None = None


class CursorPages(NamedTuple):
    """Pages by a mark that each gives for the one after it.

    Attributes:
        cursor: The argument that takes the mark.
        following: What leads from the response to the mark.
        results: As for `NumberedPages`.
    """

    cursor: str | InBody
    following: Path
    results: Path | None


class UrlPages(NamedTuple):
    """Pages of which each gives the URL of the one after it.

    Attributes:
        following: What leads from the response to the URL.
        results: As for `NumberedPages`.
    """

    following: Path
    results: Path | None
