"""Settings that all operations share: servers, credentials and retries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import errors
from ._runtime.auth.credentials import Bearer, Setting
from ._runtime.http.globals import Global
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
    name="openrouter",
    distribution="openrouter-keys",
    env_prefix="OPENROUTER",
    user_agent=f"openrouter-keys-python/{__version__}",
    servers={
        "production": "https://openrouter.ai/api/v1",
    },
    schemes={
        "apiKey": Bearer(Setting("api_key", "OPENROUTER_API_KEY")),
    },
    security=(("apiKey",),),
    globals=(
        Global("http_referer", "header", "HTTP-Referer", "OPENROUTER_HTTP_REFERER"),
        Global(
            "x_open_router_title", "header", "X-OpenRouter-Title", "OPENROUTER_X_OPEN_ROUTER_TITLE"
        ),
        Global(
            "x_open_router_categories",
            "header",
            "X-OpenRouter-Categories",
            "OPENROUTER_X_OPEN_ROUTER_CATEGORIES",
        ),
    ),
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
    default_error=lambda: errors.OpenRouterDefaultError,
    validation_error=lambda: errors.ResponseValidationError,
    constraints=_constraints,
)
