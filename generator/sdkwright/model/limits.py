"""Limits on the size of a document, which keep a run within a minute and a gigabyte.

Real documents stay far below. An option raises them for one that is larger on purpose. The nesting
depth of values is not an option: the parsers we use have a limit of their own.

This module only has the numbers; the code that reads or generates something measures it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper limits of a document and of what is generated from it.

    Args:
        bytes: Size of one file in UTF-8. Also the number of characters of all texts together,
            counted once for each place that uses them.
        values: Objects, lists and scalars in one file, with aliases expanded, and in the document
            that several files are assembled into.
        items: Entries of one list or object, such as an `enum`.
        text: Characters of one text, such as a description.
        operations: Operations in the document (path × method).
        types: Models, enums and unions in the package.
        fields: Fields of all models of the package together.
        steps: Steps from value to value, for all paths of all overlays (RFC 9535).
    """

    bytes: int = 32_000_000
    values: int = 1_000_000
    items: int = 10_000
    text: int = 1_000_000
    operations: int = 5_000
    types: int = 10_000
    fields: int = 100_000
    steps: int = 2_000_000


DEFAULT: Final = Limits()

NAMES: Final = tuple(field.name for field in dataclasses.fields(Limits))
"""The names of the limits, in the settings and on the command line."""


def changed(limits: Limits, chosen: Mapping[str, int]) -> Limits:
    """Return the limits with those of the given names replaced."""
    return dataclasses.replace(limits, **chosen)


def raise_it(name: str) -> str:
    """Return how to raise a limit, as the fix of a diagnostic."""
    return (
        f"if this is intended, raise the limit: set `{name}` in the table `limits`, or pass "
        f"`--limit {name}=N`"
    )
