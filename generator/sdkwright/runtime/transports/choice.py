"""Which HTTP library a client uses."""

from __future__ import annotations

import os
from importlib.util import find_spec
from typing import Final, Literal, TypeAlias

Name: TypeAlias = Literal["httpx2", "fast"]

NAMES: Final = ("httpx2", "fast")
NEEDED: Final = ("urllib3", "aiohttp")
"""What `fast` sends sync and async requests with."""


def chosen(argument: Name | None, variable: str, distribution: str) -> Name:
    """Return the name of the transport that a client uses.

    Args:
        argument: The one that the caller names.
        variable: The environment variable that names it otherwise.
        distribution: The distribution whose extra installs what is missing.

    Raises:
        ImportError: What it needs is not installed.
        ValueError: The name is unknown.
    """
    given = argument if argument is not None else os.environ.get(variable) or "httpx2"
    if given not in NAMES:
        source = "transport" if argument is not None else variable
        raise ValueError(f'{source} must be "httpx2" or "fast", not {given!r}.')
    if given != "fast":
        return "httpx2"
    if any(find_spec(name) is None for name in NEEDED):
        raise ImportError(
            f'The transport "fast" needs {" and ".join(NEEDED)}: '
            f"run `pip install '{distribution}[fast]'`."
        )
    return "fast"
