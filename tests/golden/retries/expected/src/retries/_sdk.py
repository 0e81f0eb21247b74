"""Settings that all operations share: servers, credentials and retries."""

from __future__ import annotations

from . import errors
from ._runtime.retries import BackoffStrategy, Policy, RetryConfig
from ._runtime.session import Sdk
from ._version import __version__

SDK = Sdk(
    name="retries",
    distribution="retries",
    env_prefix="RETRIES",
    user_agent=f"retries-python/{__version__}",
    servers={
        "server_1": "https://foundry.example",
    },
    schemes={},
    security=(),
    globals=(),
    retries=Policy(
        RetryConfig(
            "backoff",
            BackoffStrategy(
                initial_interval=100,
                max_interval=2000,
                exponent=2.0,
                max_elapsed_time=9000,
            ),
            retry_connection_errors=True,
        ),
        ("429", "5XX"),
    ),
    default_error=lambda: errors.RetriesDefaultError,
    validation_error=lambda: errors.ResponseValidationError,
)
