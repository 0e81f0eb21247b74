"""Settings that all operations share: servers, credentials and retries."""

from __future__ import annotations

from . import errors
from ._runtime.auth.credentials import ApiKey, Bearer, Setting
from ._runtime.retries import BackoffStrategy, Policy, RetryConfig
from ._runtime.session import Sdk
from ._version import __version__

SDK = Sdk(
    name="tag_tree",
    distribution="tag-tree",
    env_prefix="TAG_TREE",
    user_agent=f"tag-tree-python/{__version__}",
    servers={
        "live": "https://depot.example",
        "sandbox": "https://try.depot.example",
        "server_3": "https://old.depot.example",
    },
    schemes={
        "key": ApiKey(Setting("key", "TAG_TREE_KEY"), "header", "X-Key"),
        "plain": Bearer(Setting("plain", "TAG_TREE_PLAIN")),
    },
    security=(("key",),),
    globals=(),
    retries=Policy(
        RetryConfig(
            "backoff",
            BackoffStrategy(
                initial_interval=500,
                max_interval=8000,
                exponent=1.5,
                max_elapsed_time=30000,
            ),
            retry_connection_errors=True,
        ),
        ("408", "429", "5XX"),
    ),
    default_error=lambda: errors.TagTreeDefaultError,
    validation_error=lambda: errors.ResponseValidationError,
)
