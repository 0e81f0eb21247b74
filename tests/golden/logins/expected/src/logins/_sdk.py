"""Settings that all operations share: servers, credentials and retries."""

from __future__ import annotations

from . import errors
from ._runtime.auth.credentials import Bearer, Setting
from ._runtime.auth.logins import Endpoints, LoginSetting, LoginTokens
from ._runtime.auth.metadata import Metadata
from ._runtime.auth.oauth import ClientCredentials
from ._runtime.retries import BackoffStrategy, Policy, RetryConfig
from ._runtime.session import Sdk
from ._version import __version__

SDK = Sdk(
    name="logins",
    distribution="logins",
    env_prefix="LOGINS",
    user_agent=f"logins-python/{__version__}",
    servers={
        "server_1": "https://archive.example",
    },
    schemes={
        "person": LoginTokens(
            LoginSetting("person", "LOGINS_PERSON"),
            {"code": Endpoints("/authorize", "/token", "/refresh")},
            ("records.read", "records.write"),
            fetched=ClientCredentials(
                Setting("person", "LOGINS_PERSON"),
                Setting("person_client_id", "LOGINS_PERSON_CLIENT_ID"),
                Setting("person_client_secret", "LOGINS_PERSON_CLIENT_SECRET"),
                Setting("person_token_url", "LOGINS_PERSON_TOKEN_URL"),
                "/token",
            ),
        ),
        "television": LoginTokens(
            LoginSetting("television", "LOGINS_TELEVISION"),
            {"device": Endpoints("/device", "/token")},
            (),
        ),
        "anyone": LoginTokens(
            LoginSetting("anyone", "LOGINS_ANYONE"),
            {"code": Endpoints("", ""), "device": Endpoints("", "")},
            ("all",),
            metadata=Metadata("https://archive.example/.well-known/oauth-authorization-server"),
            fetched=ClientCredentials(
                Setting("anyone", "LOGINS_ANYONE"),
                Setting("anyone_client_id", "LOGINS_ANYONE_CLIENT_ID"),
                Setting("anyone_client_secret", "LOGINS_ANYONE_CLIENT_SECRET"),
                Setting("anyone_token_url", "LOGINS_ANYONE_TOKEN_URL"),
                "",
                metadata=Metadata("https://archive.example/.well-known/oauth-authorization-server"),
            ),
        ),
        "machine": ClientCredentials(
            Setting("machine", "LOGINS_MACHINE"),
            Setting("machine_client_id", "LOGINS_MACHINE_CLIENT_ID"),
            Setting("machine_client_secret", "LOGINS_MACHINE_CLIENT_SECRET"),
            Setting("machine_token_url", "LOGINS_MACHINE_TOKEN_URL"),
            "",
            metadata=Metadata("https://archive.example/.well-known/oauth-authorization-server"),
        ),
        "incomplete": Bearer(Setting("incomplete", "LOGINS_INCOMPLETE")),
    },
    security=((("person", "records.read"),),),
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
    default_error=lambda: errors.LoginsDefaultError,
    validation_error=lambda: errors.ResponseValidationError,
)
