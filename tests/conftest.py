"""Applies to all tests, on every machine and however they are started."""

from __future__ import annotations

from tests.tiers import pytest_itemcollected

__all__ = ["pytest_itemcollected"]
