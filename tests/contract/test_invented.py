"""Answers that Prism makes up by the schemas: nulls, odd numbers, empty lists, Latin."""

from __future__ import annotations

import pytest

from tests.contract.support.checks import Subject, check_invented
from tests.contract.support.contract import Documented, contract

SEEDS = range(1, 13)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("documented", contract().responses(), ids=str)
def test_a_made_up_response_is_typed_without_loss(
    sdk: Subject, documented: Documented, seed: int
) -> None:
    check_invented(sdk, documented, seed)
