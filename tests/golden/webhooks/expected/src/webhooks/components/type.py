"""The type `Type`."""

from __future__ import annotations

from typing import Literal, TypeAlias

Type: TypeAlias = Literal["parcel.sent", "parcel.sent.again"]
