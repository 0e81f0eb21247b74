"""Types that several operations share."""

from __future__ import annotations
