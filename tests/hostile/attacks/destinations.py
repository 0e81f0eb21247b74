"""Which server gets the credentials of a client. `docs/security.md` shows the rows.

There are three servers: `first` and `second` are the client's, and `own` is that of an operation.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from sdkwright.runtime.auth.credentials import Alternatives

NAMED: Final[Alternatives] = (("key",),)
"""The operation has a `security` of its own, or the document's is meant for its server too."""

UNNAMED: Final[Alternatives] = ()
"""What the generator makes of an operation with its own server, and without its own `security`."""

NOT_SENT: Final = "no"


class Destination(NamedTuple):
    """A call of an operation with its own server.

    Attributes:
        client: What the client was told.
        operation: What the document says of the operation.
        called: Which server is called.
        sent: `"yes"` if it gets the credentials, else `"no"`.
        server: The client's argument `server`.
        server_url: The server that is the client's argument `server_url`.
        call_url: The server that is the call's argument `server_url`.
        own: The operation's own server.
        security: The security of the descriptor.
    """

    client: str
    operation: str
    called: str
    sent: str
    server: str | None = None
    server_url: str | None = None
    call_url: str | None = None
    own: str = "own"
    security: Alternatives = NAMED


DESTINATIONS: Final = (
    Destination(
        "default server", "without `security` of its own", "own", NOT_SENT, security=UNNAMED
    ),
    Destination("default server", "with `security` of its own", "own", "yes"),
    Destination("default server", "its server is of the same origin", "first", "yes", own="first"),
    Destination("the default server by name", "with `security`", "own", "yes", server="first"),
    Destination("another server by name", "with `security`", "own", NOT_SENT, server="second"),
    Destination(
        "another server by name",
        "its server is of the default server's origin",
        "first",
        NOT_SENT,
        server="second",
        own="first",
    ),
    Destination(
        "another server by name",
        "its server is of that origin",
        "second",
        "yes",
        server="second",
        own="second",
    ),
    Destination("`server_url`", "with `security`", "second", "yes", server_url="second"),
    Destination("`server_url` of the call", "with `security`", "second", "yes", call_url="second"),
    Destination(
        "another server by name, `server_url` of the call",
        "with `security`",
        "first",
        "yes",
        server="second",
        call_url="first",
    ),
)
