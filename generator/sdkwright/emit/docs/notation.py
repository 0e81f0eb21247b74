r"""How the reference page spells the types of parameters and responses.

`Optional[T]`, `Nullable[T]` and `OptionalNullable[T]` are those of `typing` and of the package's
module `types`: the type of an argument that may be omitted, may be null, or both. A time stands as
`date`, without these, and a value that can be passed in several forms as the first of them. Where
that is not the type of the signature, the description names the latter.

The brackets of a link are escaped; in emphasis, only those that could begin a link.
"""

from __future__ import annotations

from typing import Final

from sdkwright.emit.annotations import argument_forms, argument_type, download_types, stream_types
from sdkwright.emit.docs.markdown import md_code, md_text
from sdkwright.emit.docs.spelling import Spelling
from sdkwright.emit.python_types import NOTHING, TypeExpr
from sdkwright.model import ir
from sdkwright.model.formats import format_of

_DATE: Final = "[date](https://docs.python.org/3/library/datetime.html#date-objects)"
_DAY: Final = ir.Primitive("string", "date")
_WRAPPERS: Final = {
    (True, False): "",
    (True, True): "Nullable",
    (False, False): "Optional",
    (False, True): "OptionalNullable",
}
"""By whether an argument is required, and whether it is nullable."""


class Notation:
    """Spells types for one page of a resource.

    Args:
        spelling: How they are spelled elsewhere.
    """

    def __init__(self, spelling: Spelling) -> None:
        self._spelling = spelling

    def argument(self, argument: ir.Argument) -> str:
        """Return the type of an argument."""
        type_ = argument.type
        inner = type_.inner if isinstance(type_, ir.Nullable) else type_
        if _is_time(inner):
            return _DATE
        is_nullable = isinstance(type_, ir.Nullable) or (
            argument.takes_null and not argument.required
        )
        wrapper = _WRAPPERS[argument.required, is_nullable]
        text = self._first_form(argument).text
        return self._linked(f"{wrapper}[{text}]" if wrapper else text, type_)

    def remark(self, argument: ir.Argument) -> str:
        """Return what the signature says, if it is not what `argument` says; else ""."""
        types = self._spelling.types
        signature = argument_type(self._spelling.index, types, argument)
        type_ = argument.type
        inner = type_.inner if isinstance(type_, ir.Nullable) else type_
        if _is_time(inner):
            shown = types.write(_DAY)
        else:
            shown = self._first_form(argument)
            if isinstance(type_, ir.Nullable) or not argument.required:
                shown |= NOTHING
            if argument.takes_null and not argument.required:
                shown = types.optional(shown)
        if {*shown.variants} == {*signature.variants}:
            return ""
        return f"Python type: {md_code(signature.text)}."

    def value(self, type_: ir.Type) -> str:
        """Return the type of a value that a method returns."""
        return self._linked(self._spelling.types.write(type_).text, type_)

    def stream(self, parts: ir.MediaType) -> str:
        """Return the type of a stream."""
        sync, _ = stream_types(self._spelling.types, parts)
        return self._linked(sync.text, parts.type)

    def download(self) -> str:
        """Return the type of a file."""
        sync, _ = download_types(self._spelling.types)
        return self._linked(sync.text, ir.Any())

    def _first_form(self, argument: ir.Argument) -> TypeExpr:
        """Return the first type of the values that can be passed, None aside."""
        forms = argument_forms(self._spelling.index, self._spelling.types, argument)
        some = tuple(variant for variant in forms.variants if variant not in NOTHING.variants)
        if argument.is_file:
            return TypeExpr(some)
        return TypeExpr(some[:1] or forms.variants)

    def _linked(self, text: str, type_: ir.Type) -> str:
        if self._spelling.target(type_):
            return self._spelling.linked(md_text(text), type_)
        escaped = md_text(text).replace(r"\]", "]")
        return f"*{escaped}*"


def _is_time(type_: ir.Type) -> bool:
    return isinstance(type_, ir.Primitive) and format_of(type_).is_time
