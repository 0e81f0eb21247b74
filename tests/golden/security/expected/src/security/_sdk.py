"""Settings that all operations share: servers, credentials and retries."""

from __future__ import annotations

from . import errors
from ._runtime.auth.credentials import ApiKey, Basic, Bearer, Setting
from ._runtime.auth.oauth import ClientCredentials
from ._runtime.retries import BackoffStrategy, Policy, RetryConfig
from ._runtime.session import Sdk
from ._version import __version__

SDK = Sdk(
    name="security",
    distribution="security",
    env_prefix="SECURITY",
    user_agent=f"security-python/{__version__}",
    servers={
        "server_1": "https://harbour.example",
    },
    schemes={
        "tokenAuth": Bearer(Setting("token_auth", "SECURITY_TOKEN_AUTH")),
        "pilot": ApiKey(Setting("pilot", "SECURITY_PILOT"), "header", "X-Pilot"),
        "harbour-id": ApiKey(Setting("harbour_id", "SECURITY_HARBOUR_ID"), "query", "harbour id"),
        "harbourMaster": Basic(
            Setting("username", "SECURITY_USERNAME"), Setting("password", "SECURITY_PASSWORD")
        ),
        "sid": ApiKey(Setting("sid", "SECURITY_SID"), "cookie", "sid"),
        "custom": Bearer(Setting("custom", "SECURITY_CUSTOM"), "Buoy"),
        "fetched": ClientCredentials(
            Setting("fetched", "SECURITY_FETCHED"),
            Setting("client_id", "SECURITY_CLIENT_ID"),
            Setting("client_secret", "SECURITY_CLIENT_SECRET"),
            Setting("token_url", "SECURITY_TOKEN_URL"),
            "/token",
        ),
        "oidc": Bearer(Setting("oidc", "SECURITY_OIDC")),
    },
    security=(("tokenAuth",), ("pilot", "harbour-id")),
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
    default_error=lambda: errors.SecurityDefaultError,
    validation_error=lambda: errors.ResponseValidationError,
)
