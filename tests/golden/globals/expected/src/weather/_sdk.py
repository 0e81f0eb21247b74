"""Settings that all operations share: servers, credentials and retries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import errors
from ._runtime.auth.credentials import Bearer, Setting
from ._runtime.http.globals import Global
from ._runtime.http.servers import Template, Variable
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
    name="weather",
    distribution="acme-weather",
    env_prefix="ACME",
    user_agent=f"acme-weather-python/{__version__}",
    servers={
        "production": "https://weather.example/v1",
        "server_2": Template(
            "https://{region}.test.weather.example:{port}/{base}",
            {
                "region": Variable("region", "eu", ("eu", "us")),
                "port": Variable("port", "8443"),
                "base": Variable("base", "v1"),
            },
        ),
    },
    schemes={
        "token": Bearer(Setting("token", "ACME_TOKEN")),
    },
    security=(("token",),),
    globals=(
        Global("x_caller", "header", "X-Caller", "ACME_X_CALLER"),
        Global("x_trace", "header", "X-Trace", "ACME_X_TRACE"),
        Global("x_debug", "header", "X-Debug", "ACME_X_DEBUG", lambda: bool),
        Global("network", "path", "network", "ACME_NETWORK"),
        Global("units", "query", "units", "ACME_UNITS"),
        Global("decimals", "query", "decimals", "ACME_DECIMALS", lambda: int),
        Global("layers", "query", "layers"),
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
    default_error=lambda: errors.WeatherDefaultError,
    validation_error=lambda: errors.ResponseValidationError,
    constraints=_constraints,
)
