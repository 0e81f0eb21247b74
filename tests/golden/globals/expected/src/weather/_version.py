"""The version of this package."""

from __future__ import annotations

__version__ = "2.1.0rc1"
