"""A change of the SDK's surface, described for the users of the SDK.

This module knows neither how changes are found nor how they are shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from sdkwright.model.ir import SourcePointer

Level: TypeAlias = Literal["breaking", "compatible", "docs"]

LEVELS: Final[tuple[Level, ...]] = ("breaking", "compatible", "docs")
"""The most severe first."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of the table in docs/compatibility.md: a kind of change, and its severity.

    Args:
        code: A stable name, such as `parameter-required`.
        level: Whether working code can break, must not break, or only what people read changes.
        what: The kind of change, as a phrase.
        why: The reason for the level.
        who: Whose code breaks, as a phrase; "" if none does.
        in_types: Whether a type checker reports it in code that uses the thing; a changed server
            URL, for one, is noticed only by calling it.
    """

    code: str
    level: Level
    what: str
    why: str
    who: str = ""
    in_types: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """One change.

    Args:
        rule: The kind of change.
        subject: What changed, as users type it: `open_router.api_keys.update()`,
            `operations.UpdateKeysResponse`, `OpenRouter()`.
        message: How it changed, in Markdown: "parameter `name` is now required".
        fix: How to migrate, as an imperative sentence; "" if nothing has to be done.
        symbol: The dotted path of the class, method or attribute, as Python imports it:
            `openrouter.api_keys.APIKeys.update`.
        member: The Python name of the parameter or field that changed, or "".
        old: Where the old document declares it, or None.
        new: Where the new document declares it, or None.
    """

    rule: Rule
    subject: str
    message: str
    fix: str
    symbol: str
    member: str
    old: SourcePointer | None
    new: SourcePointer | None

    @property
    def level(self) -> Level:
        """The severity of the change."""
        return self.rule.level
