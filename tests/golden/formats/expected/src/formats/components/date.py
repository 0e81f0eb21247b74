"""The type `Date`."""

from __future__ import annotations

from typing import Literal, TypeAlias

Date: TypeAlias = Literal["tomorrow"] | str
