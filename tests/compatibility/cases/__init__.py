"""All cases: single changes to the document or its settings."""

from __future__ import annotations

from typing import Final

from tests.compatibility.cases import (
    client,
    errors,
    operations,
    parameters,
    requests,
    responses,
    shared,
    webhooks,
)
from tests.compatibility.support.case import Case

CASES: Final[tuple[Case, ...]] = (
    *operations.CASES,
    *parameters.CASES,
    *requests.CASES,
    *shared.CASES,
    *responses.CASES,
    *errors.CASES,
    *client.CASES,
    *webhooks.CASES,
)
