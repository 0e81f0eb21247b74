"""Arguments that come in one object."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from sdkwright.runtime.http.request_objects import parameters_of
from sdkwright.runtime.json.models import Model


class Asked(Model, kw_only=True):
    from_: str = msgspec.field(name="from")
    limit: int | msgspec.UnsetType = msgspec.UNSET


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        (Asked(from_="a", limit=2), {"from": "a", "limit": 2}),
        (Asked(from_="a"), {"from": "a", "limit": msgspec.UNSET}),
        ({"from_": "a"}, {"from": "a", "limit": None}),
        ({"from": "a", "limit": 2}, {"from": "a", "limit": 2}),
        (None, {"from": None, "limit": None}),
    ],
)
def test_an_object_and_a_mapping_give_the_parameters_by_their_names_in_the_api(
    request_: Any, expected: dict[str, Any]
) -> None:
    assert parameters_of(Asked, request_) == expected


def test_a_name_that_is_no_parameter_is_refused() -> None:
    with pytest.raises(TypeError, match="Asked has no field 'limits'"):
        parameters_of(Asked, {"limits": 1})


def test_something_else_is_refused() -> None:
    with pytest.raises(TypeError, match="`request` must be Asked or a mapping, not str"):
        parameters_of(Asked, "a")
