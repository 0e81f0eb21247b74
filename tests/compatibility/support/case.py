"""What a case of the matrix is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from tests.compatibility.support.edits import Edit


@dataclass(frozen=True)
class Case:
    """A single change to the document or its settings, and what it does to those who use the SDK.

    Args:
        id: What happens, in a few words.
        edits: What is done to the document.
        level: How grave it is for our comparison.
        changes: What our comparison must find: rule, subject and member of each change.
        breaks: The names of the lines of the program that a type checker must refuse.
        settings: What is different in the settings.
    """

    id: str
    edits: tuple[Edit, ...] = ()
    level: Literal["breaking", "compatible", "docs", "nothing"] = "nothing"
    changes: tuple[tuple[str, str, str], ...] = ()
    breaks: tuple[str, ...] = ()
    settings: Mapping[str, Any] = field(default_factory=dict)
