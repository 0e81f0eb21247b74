"""The pagination rule by offset, in generated code.

It is the most frequent one, and alone in its module, so that an SDK without others starts faster.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from .rules import InBody, Path

__all__ = ["OffsetPages"]


class OffsetPages(NamedTuple):
    """Pages by offset.

    Attributes:
        offset: The argument for the number of results to skip.
        results: The path to the results in the response.
    """

    offset: str | InBody
    results: Path
