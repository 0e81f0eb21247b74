"""The encoder that all JSON is written with; `plain` makes what it is given."""

from __future__ import annotations

from typing import Final

import msgspec

ENCODER: Final = msgspec.json.Encoder(decimal_format="number")
"""Encodes plain values and models as JSON, with decimals as numbers."""
