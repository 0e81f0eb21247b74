"""How large a document may be: what keeps a run within a minute and a gigabyte.

Real documents stay far below. One that is larger, and means well, says so by an option. How deep
values may nest is no option: the parsers behind us have a limit of their own.

This module knows the numbers; whoever reads or makes something measures it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Limits:
    """What may be at the most.

    Args:
        bytes: In one file, with UTF-8. All texts together, written wherever they are used, have as
            many characters at the most.
        values: In one file, its aliases written out, and in the document that several make:
            objects, lists and scalars.
        items: In one list or object, such as an `enum`.
        text: Characters of one text, such as a description.
        operations: In the document: path × method.
        types: In the package: models, enums and unions.
        fields: Of all models of the package together.
        steps: From value to value, on all paths of all overlays (RFC 9535).
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
"""What a limit is called, in the settings and on the command line."""


def changed(limits: Limits, chosen: Mapping[str, int]) -> Limits:
    """Set some limits, by their names."""
    return dataclasses.replace(limits, **chosen)


def raise_it(name: str) -> str:
    """Say how to allow more, for a diagnostic."""
    return f"if it is meant so, set `{name}` in the table `limits`, or use `--limit {name}=N`"
