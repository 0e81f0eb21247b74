"""The arguments of a call that come in one object: only methods that take one import this."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

import msgspec


def parameters_of(kind: type[Any], request: object) -> dict[str, Any]:
    """Give what a request object holds, by the names of the parameters in the API.

    Args:
        kind: Its class, whose fields are the parameters.
        request: One of it, or a mapping from the names of its fields, as they are here or in the
            API, to values; None is nothing.

    Raises:
        TypeError: If a mapping has a name that is no field's, or `request` is something else.
    """
    fields = msgspec.structs.fields(kind)
    if request is None:
        return {field.encode_name: None for field in fields}
    if isinstance(request, kind):
        return {field.encode_name: getattr(request, field.name) for field in fields}
    if not isinstance(request, Mapping):
        what = type(request).__name__
        raise TypeError(f"`request` takes a {kind.__name__} or a mapping, not {what}")
    given = cast("Mapping[str, Any]", request)
    unknown = given.keys() - {name for field in fields for name in (field.name, field.encode_name)}
    if unknown:
        raise TypeError(f"{kind.__name__} has no field {min(unknown)!r}")
    return {
        field.encode_name: given.get(field.name, given.get(field.encode_name)) for field in fields
    }
