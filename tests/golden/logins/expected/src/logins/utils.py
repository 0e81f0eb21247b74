"""Retry policies, time-outs, hooks, logins, and a parser for dates."""

from __future__ import annotations

from ._runtime.auth.code_login import CodeLogin
from ._runtime.auth.device_login import DeviceCode, DeviceLogin
from ._runtime.auth.logins import Token, TokenStore
from ._runtime.hooks import HookContext, Hooks
from ._runtime.json.dates import parse_datetime
from ._runtime.retries import BackoffStrategy, RetryConfig
from ._runtime.timeouts import Timeout

__all__ = [
    "BackoffStrategy",
    "CodeLogin",
    "DeviceCode",
    "DeviceLogin",
    "HookContext",
    "Hooks",
    "RetryConfig",
    "Timeout",
    "Token",
    "TokenStore",
    "parse_datetime",
]
