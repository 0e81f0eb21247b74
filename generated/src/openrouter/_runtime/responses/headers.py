"""Parses response headers as the API documents them."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Literal, TypeVar, get_args, get_origin

import msgspec
from msgspec import UNSET, Struct

from ..json.decoding import UndecodableError, decode_choice, parse
from ..json.structs import fields_of, is_choice, is_struct
from ..json.typed import learned

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Headers = TypeVar("Headers", bound=Struct)

NO_FORMS: Final[Mapping[str, Literal["json", "pairs"]]] = MappingProxyType({})


def read(
    headers: Mapping[str, str],
    kind: type[Headers],
    forms: Mapping[str, Literal["json", "pairs"]] = NO_FORMS,
    report: Callable[[str], None] | None = None,
) -> Headers:
    """Parse headers into the model that documents them.

    Args:
        headers: The headers; names are case-insensitive.
        kind: The model. All of its fields are optional.
        forms: The headers that are JSON, or objects written as `a=1,b=2` instead of `a,1,b,2`.
        report: Gets the name of each header whose value is of another type.

    Returns:
        The model. Absent headers are `UNSET`; values of another type are kept as text.
    """
    made = kind()
    for field in fields_of(kind):
        text = headers.get(field.encode_name)
        if text is not None:
            given = _given(text, field.type, forms.get(field.encode_name))
            value = _converted(field.encode_name, given, kind, field.name)
            if value is UNSET and report is not None:
                report(field.encode_name)
            setattr(made, field.name, text if value is UNSET else value)
    return made


def _given(text: str, type_: Any, form: Literal["json", "pairs"] | None) -> object:
    """Return what a header contains, before its parts are converted."""
    if form == "json":
        try:
            return parse(text.encode(errors="surrogateescape"))
        except UndecodableError:
            return UNSET
    kinds = [type_, *get_args(type_)]
    # Style simple (OpenAPI 3.1, section 4.8.12.3)
    parts = [item.strip() for item in text.split(",") if item.strip()]
    if any(get_origin(kind) in {list, tuple} for kind in kinds):
        return parts
    if any(is_struct(kind) or is_choice(kind) or get_origin(kind) is dict for kind in kinds):
        return _object(parts, has_pairs=form == "pairs")
    return text


def _object(parts: list[str], *, has_pairs: bool) -> object:
    if has_pairs:
        pairs = (part.partition("=") for part in parts)
        return {name: value for name, _, value in pairs}
    is_even = len(parts) % 2 == 0
    return dict(zip(parts[::2], parts[1::2], strict=True)) if is_even else UNSET


def _converted(wire: str, given: object, kind: type[Struct], name: str) -> Any:
    """Return a value of the documented type; `UNSET` if it has another one."""
    if given is UNSET:
        return UNSET
    try:
        made = msgspec.convert({wire: given}, learned(kind), strict=False, dec_hook=decode_choice)
    except (msgspec.ValidationError, ValueError):
        return UNSET
    return getattr(made, name)
