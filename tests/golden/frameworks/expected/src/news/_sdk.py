"""Settings that all operations share: servers, credentials and retries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import errors
from ._runtime.auth.credentials import Bearer, Setting
from ._runtime.retries import BackoffStrategy, Policy, RetryConfig
from ._runtime.session import Sdk
from ._version import __version__

if TYPE_CHECKING:
    from ._runtime.validation import Constraints


def _constraints() -> Constraints:
    """Return the constraints on requests; only clients with `validate_requests` import them."""
    from ._constraints import CONSTRAINTS

    return CONSTRAINTS


SDK = Sdk(
    name="news",
    distribution="news",
    env_prefix="NEWS",
    user_agent=f"news-python/{__version__}",
    servers={},
    schemes={
        "OAuth2PasswordBearer": Bearer(
            Setting("oauth2_password_bearer", "NEWS_OAUTH2_PASSWORD_BEARER")
        ),
    },
    security=(),
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
    default_error=lambda: errors.NewsDefaultError,
    validation_error=lambda: errors.ResponseValidationError,
    constraints=_constraints,
)
