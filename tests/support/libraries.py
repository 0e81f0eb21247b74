"""What the HTTP libraries call the same thing: patterns for messages, and their exceptions."""

from __future__ import annotations

import http.client

import aiohttp
import httpx2
import urllib3

LOST = (
    r"(RemoteProtocolError|RemoteDisconnected|IncompleteRead|ConnectionError"
    r"|ServerDisconnectedError|ClientPayloadError)\b"
)
"""The connection was closed where a response was expected, or in it."""

REFUSED = r"(ConnectError|NewConnectionError|ClientConnectorError)\b"
"""There was no connection."""

STALLED = r"(ReadTimeout|TimeoutError|SocketTimeoutError)\b"
"""Nothing came in time."""

UNDECODABLE = r"(DecodingError|DecompressionError)\b"
"""A body is not compressed as it says."""

ERRORS = (
    httpx2.RequestError,
    aiohttp.ClientError,
    urllib3.exceptions.HTTPError,
    http.client.HTTPException,
    OSError,
)
"""What is the cause of a call without a response."""
