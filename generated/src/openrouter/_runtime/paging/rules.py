"""Pagination rules in generated code, other than by offset."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

__all__ = ["CursorPages", "InBody", "NumberedPages", "Path", "UrlPages"]

Path: TypeAlias = tuple[str | int, ...]
"""A path into a response: attribute names, and indexes of lists, of which -1 is the last."""


class InBody(NamedTuple):
    """An argument that is a property of the body instead of a parameter."""

    name: str


class NumberedPages(NamedTuple):
    """Pages by page number.

    Attributes:
        page: The argument for the page number.
        results: The path to the results in the response; None to iterate over the pages themselves.
        first: The number of the first page.
        total: The path to the number of pages, if the response has it.
    """

    page: str | InBody
    results: Path | None
    first: int = 1
    total: Path | None = None


class CursorPages(NamedTuple):
    """Pages by a cursor that each page contains for the next one.

    Attributes:
        cursor: The argument for the cursor.
        following: The path to the cursor in the response.
        results: As for `NumberedPages`.
    """

    cursor: str | InBody
    following: Path
    results: Path | None


class UrlPages(NamedTuple):
    """Pages that each contain the URL of the next one.

    Attributes:
        following: The path to the URL in the response.
        results: As for `NumberedPages`.
    """

    following: Path
    results: Path | None
