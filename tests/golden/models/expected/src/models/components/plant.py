"""The type `Plant` and the types that it contains."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal

from msgspec import field

from .. import components
from ..types import UNSET, BaseModel, Number, SecretStr, UnsetType

__all__ = ["Plant", "Sensor"]


class Plant(BaseModel, kw_only=True):
    """A plant and where it grows."""

    id: str
    """The label on its stick."""

    kind: Literal["plant"]

    latin_name: str = field(name="latin-name")
    """The name that botanists use, with the author left out and in full, as on the label."""

    class_: str | UnsetType = field(name="class", default=UNSET)
    planted: date | UnsetType = UNSET

    watered_at: datetime | UnsetType = UNSET
    """When it was last watered."""

    note: str | None
    """What is peculiar about it, or null."""

    height: Number | None
    """In centimetres."""

    tags: list[str] | UnsetType = UNSET

    sizes: dict[str, int] | UnsetType = UNSET
    """Height by year."""

    beds: list[list[components.Bed]] | UnsetType = UNSET
    parts: dict[str, components.Bed] | UnsetType = UNSET

    offshoots: list[Plant] | UnsetType = UNSET
    """Its children."""

    bed: components.Bed
    sensor_key: SecretStr | UnsetType = UNSET

    sensor: Sensor | UnsetType = UNSET
    """The sensor in the pot.

    Deprecated. Ask the bed."""

    anything: Any | UnsetType = UNSET
    extra: dict[str, Any] | UnsetType = UNSET


class Sensor(BaseModel, kw_only=True):
    """The sensor in the pot.

    Deprecated. Ask the bed."""

    code: int

    online: bool | UnsetType = UNSET
    """Deprecated."""
