"""What a change of the SDK's surface is, in the words of the person who calls the SDK."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from sdkwright.model.ir import SourcePointer

Level: TypeAlias = Literal["breaking", "compatible", "docs"]

LEVELS: Final[tuple[Level, ...]] = ("breaking", "compatible", "docs")
"""The gravest first."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of the table in docs/compatibility.md: a kind of change, and how grave it is.

    Args:
        code: A stable name, such as `parameter-required`.
        level: Whether code that worked can stop working, or only what people read changes.
        what: The kind of change, in a phrase.
        why: Why the level is what it is.
        who: Who breaks, in a phrase; "" where nobody does.
        in_types: Whether a type checker sees it in code that uses the thing; a changed address
            of a server, for one, is seen by nobody before the call.
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
        fix: How to migrate, in an imperative sentence; "" where there is nothing to do.
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
        """How grave the change is."""
        return self.rule.level
