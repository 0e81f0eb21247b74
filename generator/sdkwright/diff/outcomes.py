"""Compares what comes of a call: results, exceptions, pages, retries, and who may call."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sdkwright.diff.arguments import compare_media
from sdkwright.diff.ledger import Ledger, Thing
from sdkwright.diff.surface import Direction, Method, Surface
from sdkwright.diff.types import spell
from sdkwright.diff.wording import code, codes, plural, verb
from sdkwright.model import ir

_NOTHING = ir.Primitive("null")


def compare_outcomes(ledger: Ledger, thing: Thing, old: Method, new: Method) -> None:
    """Compare all that can come of a call."""
    before, after = old.operation, new.operation
    _compare_results(ledger, thing, before, after)
    _compare_stream(ledger, thing, before, after)
    if before.headers and after.headers:  # else the class itself is new, or gone
        compare_read(
            ledger, thing, "the descriptions of its headers", (before.headers,), (after.headers,)
        )
    _compare_successes(ledger, thing, before, after)
    _compare_errors(ledger, thing, before, after)
    _compare_pages(ledger, thing, old, new)
    compare_retries(ledger, thing, before.retries, after.retries)
    _compare_security(ledger, thing, before, after)


# Results


def _compare_results(
    ledger: Ledger, thing: Thing, before: ir.Operation, after: ir.Operation
) -> None:
    old, new = _results(before), _results(after)
    if old == (_NOTHING,) and new != old:
        message = f"returns {_spelled(ledger.new, new)} instead of nothing"
        ledger.record("response-body-added", thing, message)
        return
    compare_read(ledger, thing, "the result", old, new)


def _compare_stream(
    ledger: Ledger, thing: Thing, before: ir.Operation, after: ir.Operation
) -> None:
    """Compare which keyword makes the method answer bit by bit."""
    old, new = before.stream, after.stream
    if new and not old:
        message = f"returns a stream if {code(new)} is true"
        ledger.record("stream-added", thing, message)
    elif old != new:
        message = f"{code(old)} no longer makes it return a stream"
        ledger.record("stream-removed", thing, message, "Use the whole result.")


def compare_read(
    ledger: Ledger,
    thing: Thing,
    what: str,
    old: tuple[ir.Type, ...],
    new: tuple[ir.Type, ...],
    *,
    directions: Sequence[Direction] = ("response",),
) -> None:
    """Compare a type that callers read, or also send.

    Args:
        ledger: Gets the change.
        thing: What is of that type.
        what: The same in words.
        old: The variants of the old type.
        new: The variants of the new type.
        directions: Whether callers send it, get it, or both.
    """
    was, now = _spelled(ledger.old, old), _spelled(ledger.new, new)
    relation = ledger.types.relation(old, new)
    if relation == "format":
        ledger.compare_formats(thing, what, old, new, directions)
        return
    rules = {
        "same": [],
        "respelled": ["type-respelled"],
        "wider": [f"{direction}-type-widened" for direction in directions],
        "narrower": [f"{direction}-type-narrowed" for direction in directions],
        "untyped": [
            "response-type-untyped" if direction == "response" else "request-type-widened"
            for direction in directions
        ],
        "typed": [f"{direction}-type-narrowed" for direction in directions],
        "other": ["type-changed"],
    }[relation]
    message = f"{what} is now {now} instead of {was}"
    fix = f"Read {what} as {now}." if "response" in directions else f"Give {what} as {now}."
    ledger.record_most_severe(rules, thing, message, fix)


def _results(operation: ir.Operation) -> tuple[ir.Type, ...]:
    found = dict.fromkeys(
        _NOTHING if media is None else media.type for media in operation.signature.results
    )
    return tuple(found) or (_NOTHING,)


def _spelled(surface: Surface, kinds: tuple[ir.Type, ...]) -> str:
    return code(" | ".join(dict.fromkeys(spell(surface, kind) for kind in kinds)))


def _compare_successes(
    ledger: Ledger, thing: Thing, before: ir.Operation, after: ir.Operation
) -> None:
    old = {item.status: item for item in before.responses}
    new = {item.status: item for item in after.responses}
    if gained := [status for status in new if status not in old]:
        statuses = f"the {plural('status', gained)} {codes(gained)}"
        ledger.record("success-status-changed", thing, f"{statuses} can now be a success")
    if lost := [status for status in old if status not in new]:
        statuses = f"the {plural('status', lost)} {codes(lost)}"
        ledger.record(
            "success-status-changed",
            thing,
            f"{statuses} {verb('is', 'are', lost)} no longer documented",
        )
    for status, response in old.items():
        if status in new:
            other = new[status]
            what = f"the response {code(status)}"
            compare_media(ledger, thing, what, response.media_types, other.media_types)
            _compare_others(ledger, thing, what, response, other)
            ledger.compare_docs(thing, f"the description of {what}", response.doc, other.doc)
            ledger.compare_rest(thing, what, response, other)


def _compare_others(
    ledger: Ledger, thing: Thing, what: str, before: ir.Response, after: ir.Response
) -> None:
    """Compare the types of the representations that callers request by name."""
    named = {media.name: media for media in after.others}
    for media in before.others:
        other = named.get(media.name)
        if other is not None and not ledger.types.is_same(media.type, other.type):
            message = f"the type of {what} as {code(media.name)} changed"
            ledger.record("type-changed", thing, message, "Adapt code to the new type.")


# Exceptions


def _compare_errors(
    ledger: Ledger, thing: Thing, before: ir.Operation, after: ir.Operation
) -> None:
    old = {item.key: item for item in before.errors}
    new = {item.key: item for item in after.errors}
    for status in dict.fromkeys([*old, *new]):
        _compare_error(ledger, thing, status, old, new)
        if status in old and status in new:
            one, other = old[status], new[status]
            what = f"the error {code(status)}"
            ledger.compare_docs(thing, f"the description of {what}", one.doc, other.doc)
            ledger.compare_rest(thing, what, one, other)
            media = [(item.media_type,) if item.media_type else () for item in (one, other)]
            compare_media(ledger, thing, what, *media)


def _compare_error(
    ledger: Ledger,
    thing: Thing,
    status: str,
    old: dict[str, ir.ErrorResponse],
    new: dict[str, ir.ErrorResponse],
) -> None:
    """Compare what is raised for a status, by itself or as one of a range."""
    one, other = _raised(old, status), _raised(new, status)
    was = _error_name(ledger.old, one)
    now = _error_name(ledger.new, other)
    if status not in new and other is None:
        ledger.record(
            "error-removed",
            thing,
            f"the status {code(status)} ({code(was)}) is no longer documented",
            f"Also catch {code(now)} where this call's {code(was)} is caught.",
        )
    elif status not in old and one is None:
        message = f"the status {code(status)} is now documented and raises {code(now)}"
        ledger.record("error-added", thing, message)
    elif not _is_same_error(ledger, one, other):
        ledger.record(
            "error-class-changed",
            thing,
            f"the status {code(status)} raises {code(now)} instead of {code(was)}",
            f"Catch {code(now)}.",
        )


def _raised(errors: dict[str, ir.ErrorResponse], key: str) -> ir.ErrorResponse | None:
    status = key.partition(" ")[0]
    keys = (key, status, f"{status[0]}XX", "default")
    return next((errors[each] for each in keys if each in errors), None)


def _error_name(surface: Surface, error: ir.ErrorResponse | None) -> str:
    raised = surface.errors.get(error.error) if error and error.error else None
    if raised is None:
        return f"errors.{surface.config.client_class}DefaultError"
    return surface.imported(raised)


def _is_same_error(
    ledger: Ledger, old: ir.ErrorResponse | None, new: ir.ErrorResponse | None
) -> bool:
    before, after = old.error if old else None, new.error if new else None
    if before is None or after is None:
        return before is after
    return ledger.pairs.classes.get(before) == after


# Pages, retries, credentials


def _compare_pages(ledger: Ledger, thing: Thing, old: Method, new: Method) -> None:
    before, after = old.operation.pagination, new.operation.pagination
    if before is None and after is not None:
        name = f"{new.operation.name.python}_iter"
        there = Thing(thing.subject, ledger.new.method_symbol(new, name), "", thing.old, thing.new)
        call = code(ledger.new.call(new, name))
        ledger.record(
            "pagination-added", there, f"{call} and its async version iterate over all pages"
        )
        return
    if before is None:
        return
    name = f"{old.operation.name.python}_iter"
    call = ledger.old.call(old, name)
    there = Thing(call, ledger.old.method_symbol(old, name), "", thing.old, thing.new)
    if after is None:
        fix = f"Call {code(thing.subject)} for each page."
        message = "it and its async version, which iterate over all pages, were removed"
        ledger.record("pagination-removed", there, message, fix)
        return
    if before != replace(after, items=before.items):
        ledger.record("pagination-changed", there, "the next page is found differently")
    compare_read(ledger, there, "an element", before.items, after.items)
    ledger.compare_rest(there, "the pages", before, after)


def compare_retries(
    ledger: Ledger, thing: Thing, old: ir.RetryPolicy | None, new: ir.RetryPolicy | None
) -> None:
    """Compare when failures are retried."""
    if old != new:
        was, now = _policy(old), _policy(new)
        ledger.record("retries-changed", thing, f"retries {now} instead of {was}")


def _policy(policy: ir.RetryPolicy | None) -> str:
    if policy is None:
        return "as by default"
    seconds = policy.max_elapsed_time / 1000
    connections = " and connection errors" if policy.connection_errors else ""
    waits = f"{policy.initial_interval} ms × {policy.exponent:g} up to {policy.max_interval} ms"
    statuses = codes(policy.status_codes) if policy.status_codes else "no status"
    return f"after {statuses}{connections}, for {seconds:g} s, waiting {waits}"


def _compare_security(
    ledger: Ledger, thing: Thing, before: ir.Operation, after: ir.Operation
) -> None:
    names = ledger.pairs.schemes
    old = frozenset(frozenset(names.get(i, i) for i in each) for each in _alternatives(before))
    new = _alternatives(after)
    _compare_scopes(ledger, thing, before, after)
    free = frozenset[str]()
    if free in old and free not in new:
        ledger.record(
            "security-added",
            thing,
            f"now requires credentials: {_credentials(new)}",
            "Pass the credentials to the client.",
        )
        return
    if lost := old - new - {free}:
        if free in new:
            ledger.record("security-relaxed", thing, "no longer requires credentials")
            return
        ledger.record(
            "security-removed",
            thing,
            f"no longer accepts {_credentials(lost)}",
            f"Pass {_credentials(new)} to the client.",
        )
    elif gained := new - old:
        some = "no credentials" if free in gained else _credentials(gained)
        ledger.record("security-relaxed", thing, f"also accepts {some}")


def _alternatives(operation: ir.Operation) -> frozenset[frozenset[str]]:
    """Return the alternative sets of credentials; the empty one means none at all."""
    found = (frozenset(item.scheme for item in each) for each in operation.security)
    return frozenset(found) or frozenset({frozenset[str]()})


def _compare_scopes(
    ledger: Ledger, thing: Thing, before: ir.Operation, after: ir.Operation
) -> None:
    """Compare what a token is fetched for, if it is."""
    names = ledger.pairs.schemes
    old = {(names.get(id_, id_), scope) for id_, scope in _scopes(before)}
    new = _scopes(after)
    kept = {id_ for id_, _ in old} | {
        names.get(i, i) for each in _alternatives(before) for i in each
    }
    if gained := sorted(scope for id_, scope in new - old if id_ in kept):
        message = f"also requests the {plural('scope', gained)} {codes(gained)}"
        ledger.record(
            "scope-added", thing, message, "Have these scopes granted to your credentials."
        )
    elif lost := sorted(scope for _, scope in old - new):
        message = f"no longer requests the {plural('scope', lost)} {codes(lost)}"
        ledger.record("scope-removed", thing, message)


def _scopes(operation: ir.Operation) -> set[tuple[str, str]]:
    return {
        (item.scheme, scope)
        for each in operation.security
        for item in each
        for scope in item.scopes
    }


def _credentials(alternatives: frozenset[frozenset[str]]) -> str:
    named = sorted(" and ".join(sorted(each)) for each in alternatives if each)
    return " or ".join(map(code, named)) or "none"
