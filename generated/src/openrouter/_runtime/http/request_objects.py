"""Request objects, which hold the arguments of a call. Only methods that accept one import this."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

import msgspec


def parameters_of(kind: type[Any], request: object) -> dict[str, Any]:
    """Return the values in a request object, by the names of the parameters in the API.

    Args:
        kind: The class of the object, whose fields are the parameters.
        request: An instance, a mapping from field names (in Python or in the API) to values, or
            None.

    Raises:
        TypeError: A mapping has an unknown key, or `request` has another type.
    """
    fields = msgspec.structs.fields(kind)
    if request is None:
        return {field.encode_name: None for field in fields}
    if isinstance(request, kind):
        return {field.encode_name: getattr(request, field.name) for field in fields}
    if not isinstance(request, Mapping):
        what = type(request).__name__
        raise TypeError(f"`request` must be {kind.__name__} or a mapping, not {what}")
    values = cast("Mapping[str, Any]", request)
    unknown = values.keys() - {name for field in fields for name in (field.name, field.encode_name)}
    if unknown:
        raise TypeError(f"{kind.__name__} has no field {min(unknown)!r}")
    return {
        field.encode_name: values.get(field.name, values.get(field.encode_name)) for field in fields
    }
