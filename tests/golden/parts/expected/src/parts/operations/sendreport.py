"""Request and response of `scans.send_report` (`POST /reports`)."""

from __future__ import annotations

from typing import TypeAlias

from .. import components

__all__ = ["SendReportRequestBodyItem"]

SendReportRequestBodyItem: TypeAlias = components.Title | str
