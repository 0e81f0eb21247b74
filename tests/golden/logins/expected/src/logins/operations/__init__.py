"""Types of single operations: their requests and responses."""

from __future__ import annotations
