"""Locate: who must say where an API is."""

from __future__ import annotations

from typing import Any

import pytest

from sdkwright.diagnostics import Diagnostics
from sdkwright.model.servers import needs_url
from sdkwright.passes.locate import locate
from tests.unit.support.lowering import DONE, lower_data

ROOT = [{"url": "https://e.example"}]
RELATIVE = [{"url": "/v1"}]
OWN = {"get": {"servers": ROOT, "responses": DONE}}
PLAIN = {"get": {"responses": DONE}}


@pytest.mark.parametrize(
    ("data", "needed", "codes"),
    [
        ({"paths": {"/x": PLAIN}}, True, ["no-servers"]),
        ({"paths": {"/x": PLAIN}, "servers": []}, True, ["no-servers"]),
        ({"paths": {"/x": PLAIN}, "servers": ROOT}, False, []),
        ({"paths": {"/x": PLAIN}, "servers": RELATIVE}, True, []),
        ({"paths": {"/x": PLAIN}, "servers": [*RELATIVE, *ROOT]}, False, []),
        ({"paths": {"/x": PLAIN}, "servers": [{"url": "{base}/v1"}]}, False, []),
        ({"paths": {"/x": OWN}}, False, []),
        ({"paths": {"/x": OWN, "/y": PLAIN}}, True, ["no-servers"]),
        ({"paths": {}}, False, []),
    ],
)
def test_callers_say_it_if_the_document_does_not(
    data: dict[str, Any], needed: object, codes: list[str]
) -> None:
    api = lower_data(data).api
    found = Diagnostics()
    locate(api, found)
    assert needs_url(api) is needed
    assert [item.code for item in found.items] == codes
