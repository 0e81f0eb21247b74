"""Retry policies, hooks, and a parser for dates."""

from __future__ import annotations

from ._runtime.hooks import HookContext, Hooks
from ._runtime.json.dates import parse_datetime
from ._runtime.retries import BackoffStrategy, RetryConfig

__all__ = ["BackoffStrategy", "HookContext", "Hooks", "RetryConfig", "parse_datetime"]
