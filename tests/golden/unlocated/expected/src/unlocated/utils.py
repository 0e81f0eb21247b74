"""Retry policies, time-outs, hooks, and a parser for dates."""

from __future__ import annotations

from ._runtime.hooks import HookContext, Hooks
from ._runtime.json.dates import parse_datetime
from ._runtime.retries import BackoffStrategy, RetryConfig
from ._runtime.timeouts import Timeout

__all__ = ["BackoffStrategy", "HookContext", "Hooks", "RetryConfig", "Timeout", "parse_datetime"]
