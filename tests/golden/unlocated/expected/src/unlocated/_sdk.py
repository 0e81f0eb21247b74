"""Settings that all operations share: servers, credentials and retries."""

from __future__ import annotations

from . import errors
from ._runtime.auth.credentials import Bearer, Setting
from ._runtime.retries import BackoffStrategy, Policy, RetryConfig
from ._runtime.session import Sdk
from ._version import __version__

SDK = Sdk(
    name="unlocated",
    distribution="unlocated",
    env_prefix="UNLOCATED",
    user_agent=f"unlocated-python/{__version__}",
    servers={},
    schemes={
        "token": Bearer(Setting("token", "UNLOCATED_TOKEN")),
    },
    security=(("token",),),
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
    default_error=lambda: errors.UnlocatedDefaultError,
    validation_error=lambda: errors.ResponseValidationError,
)
