"""Ways to send 10 GB for one answer, and the exception that each ends in, sync and async.

`test_memory` sends them. `own` is read by the caller's own client, a sync one of httpx.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

EXPECTED: Final[Mapping[str, str]] = {
    "gzip": "ResponseValidationError",
    "own": "ResponseValidationError",
    "deflate": "ResponseValidationError",
    "twice": "ResponseValidationError",
    "plain": "ResponseValidationError",
    "failure": "InternalServerResponseError",
    "ticker": "ResponseValidationError",
    "log": "ResponseValidationError",
}
