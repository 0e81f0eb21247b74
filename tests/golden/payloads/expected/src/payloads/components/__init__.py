"""Types that more than one operation uses."""

from __future__ import annotations
