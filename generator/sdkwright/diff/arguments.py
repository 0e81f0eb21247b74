"""Compares what callers pass to a method: parameters, and the body or its properties.

All are keywords, so their order is no part of the surface.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final, Literal, TypeAlias

from sdkwright.diff.ledger import Ledger, Thing, is_same_json, prose
from sdkwright.diff.pairs import paired_arguments
from sdkwright.diff.surface import Method
from sdkwright.diff.types import spell_argument
from sdkwright.diff.wording import code, codes, plural
from sdkwright.model import ir

_Meaning: TypeAlias = Literal["null", "absent", "refused"]
"""What `None` stands for when it is passed."""


def compare_arguments(ledger: Ledger, thing: Thing, old: Method, new: Method) -> None:
    """Compare all keywords of a method, and its body as a whole."""
    before = old.operation.signature.arguments
    after = new.operation.signature.arguments
    if _changes_form(ledger, old, new):
        _tell_form(ledger, thing, before, after)
        before, after = _parameters(before), _parameters(after)
    waiting = paired_arguments(before, after)
    for keyword in waiting.old:
        ledger.record(
            "parameter-removed",
            _thing(thing, keyword.name, keyword, None),
            f"parameter {code(keyword.name)} was removed",
            f"Remove {code(keyword.name)} from the calls.",
        )
    for keyword in waiting.new:
        _tell_added(ledger, _thing(thing, keyword.name, None, keyword), keyword)
    for keyword, other in waiting.paired:
        _compare(ledger, _thing(thing, keyword.name, keyword, other), keyword, other)
    _compare_body(ledger, thing, old.operation, new.operation)


def _thing(method: Thing, name: str, old: ir.Argument | None, new: ir.Argument | None) -> Thing:
    """Name an argument of a method."""
    return Thing(
        method.subject,
        method.symbol,
        name,
        old.origin.source if old else None,
        new.origin.source if new else None,
    )


def _tell_added(ledger: Ledger, thing: Thing, keyword: ir.Argument) -> None:
    kind = code(spell_argument(ledger.new, keyword.type))
    name = code(keyword.name)
    if keyword.required:
        ledger.record(
            "parameter-added-required",
            thing,
            f"parameter {name} ({kind}) is new and required",
            f"Pass {name} in every call.",
        )
    elif _is_required_inside(keyword):
        message = f"parameter {name} ({kind}) is new, and required if a body is sent"
        fix = f"Pass {name} in every call that sends a body."
        ledger.record("body-property-required", thing, message, fix)
    else:
        ledger.record("parameter-added", thing, f"optional parameter {name} ({kind}) is new")


def _compare(ledger: Ledger, thing: Thing, old: ir.Argument, new: ir.Argument) -> None:
    name = code(old.name)
    what = f"parameter {name}"
    if old.name != new.name:
        now = code(new.name)
        ledger.record("parameter-renamed", thing, f"{what} is now {now}", f"Write {now} instead.")
    if new.required and not old.required:
        fix = f"Pass {name} in every call."
        ledger.record("parameter-required", thing, f"{what} is now required", fix)
    if old.required and not new.required:
        ledger.record("parameter-optional", thing, f"{what} is now optional")
    if not old.required and not new.required:
        _compare_inside(ledger, thing, old, new)
    if _place(old) != _place(new):
        message = f"{what} is now sent in {_place(new)} instead of {_place(old)}"
        ledger.record("parameter-sent-elsewhere", thing, message)
    if _style(old) != _style(new):
        ledger.record(
            "parameter-sent-elsewhere", thing, f"{what} is now serialized in another style"
        )
    _compare_none(ledger, thing, old, new)
    _compare_type(ledger, thing, old, new)
    _compare_origin(ledger, thing, old, new)


def _compare_inside(ledger: Ledger, thing: Thing, old: ir.Argument, new: ir.Argument) -> None:
    """Compare whether a body that may be omitted needs a property if it is sent."""
    was, now = _is_required_inside(old), _is_required_inside(new)
    name = code(old.name)
    if now and not was:
        message = f"parameter {name} is now required if a body is sent"
        fix = f"Pass {name} in every call that sends a body."
        ledger.record("body-property-required", thing, message, fix)
    elif was and not now:
        message = f"parameter {name} is no longer required if a body is sent"
        ledger.record("body-property-optional", thing, message)


def _is_required_inside(keyword: ir.Argument) -> bool:
    """Return whether an optional argument is a required property, of an optional body."""
    origin = keyword.origin
    return isinstance(origin, ir.Field) and origin.required and not keyword.required


def _place(keyword: ir.Argument) -> str:
    where = "body" if keyword.place == "property" else keyword.place
    return f"the {where} as {code(keyword.wire)}" if keyword.wire else "the body"


def _style(keyword: ir.Argument) -> tuple[object, ...]:
    origin = keyword.origin
    if not isinstance(origin, ir.Parameter):
        return ()
    return origin.style, origin.explode, origin.allow_reserved


def _compare_none(ledger: Ledger, thing: Thing, old: ir.Argument, new: ir.Argument) -> None:
    what = f"parameter {code(old.name)}"
    match _meaning_of_none(old), _meaning_of_none(new):
        case "absent", "null":
            ledger.record(
                "parameter-none-is-null",
                thing,
                f"{what} may now be null: `None` is now sent as null instead of omitting it",
                f"Omit {code(old.name)}, or pass `UNSET`, where null is not meant.",
            )
        case "null", "absent":
            ledger.record(
                "parameter-none-is-absent",
                thing,
                f"{what} may no longer be null: `None` now omits it instead of being sent "
                "as null",
                f"Do not rely on `None` to reset {code(old.name)}, and do not pass `UNSET`.",
            )
        case "refused", "null" if new.required:
            ledger.record("parameter-null-accepted", thing, f"{what} may now be null")
        case "null", "refused":
            ledger.record(
                "parameter-null-refused",
                thing,
                f"{what} may no longer be null",
                f"Pass a value for {code(old.name)}.",
            )


def _meaning_of_none(keyword: ir.Argument) -> _Meaning:
    if keyword.takes_null:
        return "null"
    return "refused" if keyword.required else "absent"


def _compare_type(ledger: Ledger, thing: Thing, old: ir.Argument, new: ir.Argument) -> None:
    name = code(old.name)
    before, after = _not_null(old.type), _not_null(new.type)
    relation = ledger.types.relation((before,), (after,), argument=True)
    was, now = code(spell_argument(ledger.old, before)), code(spell_argument(ledger.new, after))
    match relation:
        case "same":
            return
        case "format":
            ledger.compare_formats(thing, f"parameter {name}", (before,), (after,), ("request",))
        case "respelled":
            message = f"parameter {name} is now typed {now} instead of {was}"
            ledger.record("type-respelled", thing, message)
        case "wider" | "untyped":
            message = f"parameter {name} accepts {now} instead of {was}"
            ledger.record("request-type-widened", thing, message)
        case "narrower" | "typed":
            ledger.record(
                "request-type-narrowed",
                thing,
                f"parameter {name} accepts only {now} instead of {was}",
                f"Pass {now}.",
            )
        case "other":
            ledger.record(
                "type-changed",
                thing,
                f"parameter {name} is now {now} instead of {was}",
                f"Pass {now}.",
            )


def _not_null(kind: ir.Type) -> ir.Type:
    return kind.inner if isinstance(kind, ir.Nullable) else kind


def _compare_origin(ledger: Ledger, thing: Thing, old: ir.Argument, new: ir.Argument) -> None:
    """Compare what is said of a keyword where it is declared."""
    name = code(old.name)
    before, after = old.origin, new.origin
    if isinstance(before, ir.RequestBody) or isinstance(after, ir.RequestBody):
        return  # see _compare_body
    ledger.compare_docs(thing, f"the description of {name}", prose(before.doc), prose(after.doc))
    ledger.compare_deprecation(thing, f"parameter {name}", before.doc, after.doc)
    ledger.compare_limits(thing, f"parameter {name}", before, after)
    default, other = before.doc.default, after.doc.default
    if not is_same_json(default, other):
        message = f"{_default(default)} of parameter {name} is now {_value(other)}"
        fix = f"Pass {name} where the old value is meant."
        ledger.record("parameter-default-changed", thing, message, fix)
    if type(before) is type(after):
        ledger.compare_rest(thing, name, before, after)


def _default(value: ir.JsonText | None) -> str:
    return f"the default {code(value)}" if value is not None else "the default"


def _value(value: ir.JsonText | None) -> str:
    return code(value) if value is not None else "not documented"


# The body as a whole


def _changes_form(ledger: Ledger, old: Method, new: Method) -> bool:
    if old.operation.body is None or new.operation.body is None:
        return False
    was = ledger.old.body_model(old.operation) is None
    return was != (ledger.new.body_model(new.operation) is None)


def _parameters(keywords: tuple[ir.Argument, ...]) -> tuple[ir.Argument, ...]:
    return tuple(item for item in keywords if isinstance(item.origin, ir.Parameter))


def _tell_form(
    ledger: Ledger, thing: Thing, before: tuple[ir.Argument, ...], after: tuple[ir.Argument, ...]
) -> None:
    was = [item.name for item in before if not isinstance(item.origin, ir.Parameter)]
    now = [item.name for item in after if not isinstance(item.origin, ir.Parameter)]
    ledger.record(
        "body-form-changed",
        thing,
        f"the body is now given as {codes(now)} instead of {codes(was)}",
        f"Pass the {plural('keyword', now)} {codes(now)}.",
    )


def _compare_body(ledger: Ledger, thing: Thing, before: ir.Operation, after: ir.Operation) -> None:
    old, new, model = before.body, after.body, ledger.new.body_model(after)
    if old is None or new is None:
        return
    if old.required != new.required and model and not any(item.required for item in model.fields):
        what = "always" if new.required else "only if it is not empty"
        ledger.record("body-always-sent", thing, f"the body is now sent {what}")
    compare_media(ledger, thing, "the body", old.media_types, new.media_types)
    known = ledger.old.body_model(before)
    if known is not None and model is not None:
        ledger.compare_limits(thing, "the body", known, model)
    elif old.media_types and new.media_types:
        ledger.compare_limits(thing, "the body", old.media_types[0], new.media_types[0])
    ledger.compare_docs(thing, "the description of the body", old.doc, new.doc)
    ledger.compare_rest(thing, "the body", old, new)


_TYPED_APART: Final = frozenset({"binary", "events", "lines", "multipart"})
"""Contents that are given or come as something else than the values of their types."""


def _compare_content(
    ledger: Ledger, thing: Thing, what: str, old: ir.MediaType, new: ir.MediaType
) -> None:
    kinds = {old.content, new.content}
    if (len(kinds) > 1 and kinds & _TYPED_APART) or old.is_wrapped != new.is_wrapped:
        was, now = code(old.name), code(new.name)
        message = f"{what} has another type as {now} than as {was}"
        ledger.record("type-changed", thing, message, "Adapt code to the new types.")
    # Where the schema of XML is does not matter, and its type is compared.
    before, after = (
        [(replace(each, xml=None), each.xml is None) for each in one.encodings]
        for one in (old, new)
    )
    if (before, old.sentinel) != (after, new.sentinel):
        ledger.record("media-type-changed", thing, f"{what} is serialized differently")


def compare_media(
    ledger: Ledger,
    thing: Thing,
    what: str,
    old: tuple[ir.MediaType, ...],
    new: tuple[ir.MediaType, ...],
) -> None:
    """Compare the representations of a body, apart from the type of the first."""
    before, after = [item.name for item in old], [item.name for item in new]
    if before != after and before and after:
        message = f"{what} is now {codes(after)} instead of {codes(before)}"
        ledger.record("media-type-changed", thing, message)
    for index, (media, other) in enumerate(zip(old, new, strict=False)):
        _compare_content(ledger, thing, what, media, other)
        ledger.compare_docs(thing, f"the example of {what}", media.example, other.example)
        ledger.compare_rest(thing, what, media, other)
        if index and not ledger.types.is_same(media.type, other.type):
            message = f"the type of {what} as {code(other.name)} changed"
            ledger.record("type-changed", thing, message, "Adapt code to the new type.")
