"""Types of single operations: what they take and what they return."""

from __future__ import annotations
