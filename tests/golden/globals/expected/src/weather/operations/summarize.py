"""Request and response of `stations.summarize` (`GET /networks/{network}/summary`)."""

from __future__ import annotations

from typing import Literal, TypeAlias

__all__ = ["Units"]

Units: TypeAlias = Literal["metric", "imperial"]
