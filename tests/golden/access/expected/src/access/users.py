"""What only the server sets"""

from __future__ import annotations

from typing import Unpack

from . import components
from ._runtime.client import Resource
from ._runtime.http.bodies import BODIES
from ._runtime.operation import Operation
from ._runtime.responses.raw import raw, raw_async, streamed, streamed_async
from ._runtime.values import CallOptions

_ADD_USER: Operation[components.User] = Operation(
    "addUser",
    "POST",
    "/users",
    body="properties",
    required_properties=("name", "password", "teams"),
    returns={200: lambda: components.User},
)

_SET_TEAMS: Operation[None] = Operation(
    "setTeams",
    "PUT",
    "/teams",
    body="properties",
    required_properties=("teams",),
    returns={204: None},
)

_MARK_USERS: Operation[None] = Operation(
    "markUsers",
    "POST",
    "/users/mark",
    body="properties",
    returns={204: None},
)

_HINT_USERS: Operation[None] = Operation(
    "hintUsers",
    "POST",
    "/users/hint",
    body="properties",
    body_required=False,
    returns={204: None},
)

_SIGN_USERS: Operation[None] = Operation(
    "signUsers",
    "POST",
    "/users/sign",
    body="properties",
    content_type="application/x-www-form-urlencoded",
    encoder=BODIES,
    returns={204: None},
)

_SCAN_USERS: Operation[None] = Operation(
    "scanUsers",
    "POST",
    "/users/scan",
    body="properties",
    content_type="multipart/form-data",
    encoder=BODIES,
    returns={204: None},
)


class Users(Resource):
    """What only the server sets"""

    @property
    def with_raw_response(self) -> UsersWithRawResponse:
        """The same methods, returning the whole response as a `types.RawResponse`."""
        return UsersWithRawResponse(self._raw())

    @property
    def with_streaming_response(self) -> UsersWithStreamingResponse:
        """The same methods, returning before the body is read; for use in `with`."""
        return UsersWithStreamingResponse(self._streamed())

    def add_user(
        self,
        *,
        name: str,
        password: str,
        teams: list[components.TeamInput],
        **options: Unpack[CallOptions],
    ) -> components.User:
        """Add a user.

        Args:
            name: The value of `name`.
            password: The value of `password`.
            teams: The value of `teams`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The user.

        Raises:
            errors.AccessDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _ADD_USER,
            {},
            {
                "name": name,
                "password": password,
                "teams": teams,
            },
            **options,
        )

    async def add_user_async(
        self,
        *,
        name: str,
        password: str,
        teams: list[components.TeamInput],
        **options: Unpack[CallOptions],
    ) -> components.User:
        """Add a user.

        Args:
            name: The value of `name`.
            password: The value of `password`.
            teams: The value of `teams`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            The user.

        Raises:
            errors.AccessDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _ADD_USER,
            {},
            {
                "name": name,
                "password": password,
                "teams": teams,
            },
            **options,
        )

    def set_teams(
        self,
        *,
        teams: dict[str, components.TeamInput],
        token: str | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Set all teams at once.

        Args:
            teams: The value of `teams`.
            token: The value of `token`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Set.

        Raises:
            errors.AccessDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _SET_TEAMS,
            {},
            {
                "teams": teams,
                "token": token,
            },
            **options,
        )

    async def set_teams_async(
        self,
        *,
        teams: dict[str, components.TeamInput],
        token: str | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Set all teams at once.

        Args:
            teams: The value of `teams`.
            token: The value of `token`.
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Set.

        Raises:
            errors.AccessDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _SET_TEAMS,
            {},
            {
                "teams": teams,
                "token": token,
            },
            **options,
        )

    def mark_users(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """What is sent has nothing that callers set.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.AccessDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _MARK_USERS,
            {},
            {},
            **options,
        )

    async def mark_users_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """What is sent has nothing that callers set.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.AccessDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _MARK_USERS,
            {},
            {},
            **options,
        )

    def hint_users(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """What is sent has nothing that callers set.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.AccessDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _HINT_USERS,
            {},
            {},
            **options,
        )

    async def hint_users_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """What is sent has nothing that callers set.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.AccessDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _HINT_USERS,
            {},
            {},
            **options,
        )

    def sign_users(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """What is sent has nothing that callers set.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.AccessDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _SIGN_USERS,
            {},
            {},
            **options,
        )

    async def sign_users_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """What is sent has nothing that callers set.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.AccessDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _SIGN_USERS,
            {},
            {},
            **options,
        )

    def scan_users(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """What is sent has nothing that callers set.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.AccessDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return self._run(
            _SCAN_USERS,
            {},
            {},
            **options,
        )

    async def scan_users_async(
        self,
        **options: Unpack[CallOptions],
    ) -> None:
        """What is sent has nothing that callers set.

        Args:
            **options: `retries`, `max_retries`, `idempotency_header`, `server_url`,
                `timeout_ms`, `deadline_ms`, `http_headers`, `extra_query` and `extra_body`,
                which apply to this call only.

        Returns:
            Done.

        Raises:
            errors.AccessDefaultError: Any other error status.
            errors.NoResponseError: No response, or a timeout.
        """
        return await self._run_async(
            _SCAN_USERS,
            {},
            {},
            **options,
        )


class UsersWithRawResponse:
    """The methods of `Users`, returning a `types.RawResponse`."""

    def __init__(self, methods: Users) -> None:
        self.add_user = raw(methods.add_user)
        self.add_user_async = raw_async(methods.add_user_async)
        self.set_teams = raw(methods.set_teams)
        self.set_teams_async = raw_async(methods.set_teams_async)
        self.mark_users = raw(methods.mark_users)
        self.mark_users_async = raw_async(methods.mark_users_async)
        self.hint_users = raw(methods.hint_users)
        self.hint_users_async = raw_async(methods.hint_users_async)
        self.sign_users = raw(methods.sign_users)
        self.sign_users_async = raw_async(methods.sign_users_async)
        self.scan_users = raw(methods.scan_users)
        self.scan_users_async = raw_async(methods.scan_users_async)


class UsersWithStreamingResponse:
    """The methods of `Users`, returning before the body is read.

    They return a `types.StreamedResponse` or a `types.AsyncStreamedResponse`.
    """

    def __init__(self, methods: Users) -> None:
        self.add_user = streamed(methods.add_user)
        self.add_user_async = streamed_async(methods.add_user_async)
        self.set_teams = streamed(methods.set_teams)
        self.set_teams_async = streamed_async(methods.set_teams_async)
        self.mark_users = streamed(methods.mark_users)
        self.mark_users_async = streamed_async(methods.mark_users_async)
        self.hint_users = streamed(methods.hint_users)
        self.hint_users_async = streamed_async(methods.hint_users_async)
        self.sign_users = streamed(methods.sign_users)
        self.sign_users_async = streamed_async(methods.sign_users_async)
        self.scan_users = streamed(methods.scan_users)
        self.scan_users_async = streamed_async(methods.scan_users_async)
