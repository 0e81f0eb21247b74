"""Constraints on requests, imported only by clients with `validate_requests=True`."""

from __future__ import annotations

from . import components, operations
from ._runtime.validation import Constraints, Rules

CONSTRAINTS = Constraints(
    rules={
        "listPlants": {
            "limit": Rules(minimum=1, maximum=100, multiple_of=5),
            "min_height": Rules(exclusive_minimum=0, exclusive_maximum=99.5),
            "colours": Rules(min_items=1, max_items=3, unique_items=True),
            "X-Trace": Rules(min_length=2, max_length=8, patterns=("^[a-f\\d]+\\Z",)),
            "serial": Rules(minimum=-9007199254740993, maximum=9223372036854775807),
        },
        "replacePlants": {"$": Rules(min_items=1, max_items=2)},
        "renamePlant": {"$": Rules(max_length=10)},
        "addPicture": {"id": Rules(patterns=("^p-",))},
    },
    types={
        "listPlants": {"sort": lambda: operations.Sort, "colours": lambda: list[operations.Colour]},
        "addPlant": {"$": lambda: components.Plant},
        "replacePlants": {"$": lambda: list[components.Plant]},
        "addPicture": {"$": lambda: operations.AddPictureRequestBody},
    },
    fields={
        "components.Care": {
            "": Rules(min_properties=1, max_properties=3, values=Rules(minimum=0)),
            "water": Rules(exclusive_maximum=10),
            "feed": Rules(minimum=1, maximum=5),
        },
        "components.Plant": {
            "name": Rules(min_length=1, max_length=10),
            "height": Rules(minimum=0, multiple_of=0.1),
            "tags": Rules(max_items=3, unique_items=True, items=Rules(patterns=("^[a-z]\\Z",))),
            "code": Rules(exclusive_minimum=9007199254740993),
            "notes": Rules(min_properties=1, max_properties=2, values=Rules(max_length=5)),
            "size": Rules(maximum=9, patterns=("^[SML]\\Z",)),
        },
        "operations.AddPictureRequestBody": {
            "picture": Rules(min_length=1000),
            "caption": Rules(max_length=5),
            "sizes": Rules(items=Rules(minimum=1)),
        },
    },
)
