"""Compares resources and their methods, apart from arguments and results."""

from __future__ import annotations

from sdkwright.diff.arguments import compare_arguments
from sdkwright.diff.ledger import Ledger, Thing
from sdkwright.diff.outcomes import compare_outcomes
from sdkwright.diff.surface import Method, Surface
from sdkwright.diff.wording import code, codes
from sdkwright.model import ir


def compare_operations(ledger: Ledger) -> None:
    """Compare all resources, and all methods."""
    _compare_resources(ledger)
    renamed = {old.name.python: new.name.python for old, new in ledger.pairs.resources}
    for old, new in ledger.pairs.methods:
        _compare_place(ledger, renamed, old, new)
        compare_method(ledger, old, new)


def compare_method(ledger: Ledger, old: Method, new: Method) -> None:
    """Compare one operation."""
    thing = thing_of(ledger, old, new)
    before, after = old.operation, new.operation
    _compare_request_line(ledger, thing, before, after)
    ledger.compare_docs(thing, "the description", before.doc, after.doc)
    ledger.compare_deprecation(thing, "", before.doc, after.doc)
    ledger.compare_rest(thing, "", before, after)
    compare_arguments(ledger, thing, old, new)
    compare_outcomes(ledger, thing, old, new)


def thing_of(ledger: Ledger, old: Method, new: Method) -> Thing:
    """Return a method as its callers know it."""
    return Thing(
        ledger.old.call(old),
        ledger.old.method_symbol(old),
        "",
        old.operation.source,
        new.operation.source,
    )


# Resources


def _compare_resources(ledger: Ledger) -> None:
    old, new = ledger.old, ledger.new
    paired = ledger.pairs.resources
    kept = {before.key for before, _ in ledger.pairs.methods}
    known = {after.key for _, after in ledger.pairs.methods}
    before_names = {resource.name.python for resource, _ in paired}
    after_names = {resource.name.python for _, resource in paired}
    for resource in old.resources:
        lost = [item for item in _methods(old, resource) if item.key not in kept]
        if resource.name.python not in before_names:
            _tell_removed(ledger, resource, lost)
            continue
        for method in lost:
            thing = Thing(old.call(method), old.method_symbol(method), "", method.operation.source)
            message = f"the method was removed ({_request_line(method.operation)})"
            ledger.record("method-removed", thing, message, "Remove the calls.")
    for resource in new.resources:
        gained = [item for item in _methods(new, resource) if item.key not in known]
        if resource.name.python not in after_names:
            _tell_added(ledger, resource, gained)
            continue
        for method in gained:
            source = method.operation.source
            thing = Thing(new.call(method), new.method_symbol(method), "", None, source)
            message = f"the method is new ({_request_line(method.operation)})"
            ledger.record("method-added", thing, message)
    for resource, other in paired:
        _compare_resource(ledger, resource, other)


def _tell_removed(ledger: Ledger, resource: ir.Resource, lost: list[Method]) -> None:
    old = ledger.old
    thing = Thing(old.attribute(resource), old.resource_symbol(resource), "", resource.source)
    names = codes(f"{item.operation.name.python}()" for item in lost) if lost else ""
    what = f", with {names}" if names else "; its methods have moved"
    fix = "Remove the calls." if lost else "Call the methods of the resources that have them now."
    ledger.record("resource-removed", thing, f"the resource was removed{what}", fix)


def _tell_added(ledger: Ledger, resource: ir.Resource, gained: list[Method]) -> None:
    new = ledger.new
    thing = Thing(new.attribute(resource), new.resource_symbol(resource), "", None, resource.source)
    names = codes(f"{item.operation.name.python}()" for item in gained) if gained else ""
    ledger.record(
        "resource-added", thing, f"the resource is new{f', with {names}' if names else ''}"
    )


def _compare_resource(ledger: Ledger, old: ir.Resource, new: ir.Resource) -> None:
    thing = Thing(
        ledger.old.attribute(old), ledger.old.resource_symbol(old), "", old.source, new.source
    )
    if old.name.python != new.name.python:
        now = code(ledger.new.attribute(new))
        ledger.record("resource-renamed", thing, f"is now {now}", f"Write {now} instead.")
    elif (old.class_name, old.module) != (new.class_name, new.module):
        now = code(ledger.new.resource_symbol(new))
        ledger.record(
            "class-renamed",
            thing,
            f"its class {code(ledger.old.resource_symbol(old))} is now {now}",
            f"Import {now} instead.",
        )
    ledger.compare_docs(thing, "the description", old.doc, new.doc)
    ledger.compare_deprecation(thing, "", old.doc, new.doc)
    ledger.compare_rest(thing, "", old, new)


def _methods(surface: Surface, resource: ir.Resource) -> list[Method]:
    return [item for item in surface.methods.values() if item.resource is resource]


# The place of a method


def _compare_place(ledger: Ledger, renamed: dict[str, str], old: Method, new: Method) -> None:
    thing = thing_of(ledger, old, new)
    now = code(ledger.new.call(new))
    expected = renamed.get(old.resource.name.python)
    if expected != new.resource.name.python:
        ledger.record("method-moved", thing, f"is now {now}", f"Call {now} instead.")
    elif old.operation.name.python != new.operation.name.python:
        ledger.record("method-renamed", thing, f"is now {now}", f"Call {now} instead.")


def _compare_request_line(
    ledger: Ledger, thing: Thing, old: ir.Operation, new: ir.Operation
) -> None:
    before, after = _request_line(old), _request_line(new)
    if before != after:
        ledger.record("request-line-changed", thing, f"sends {after} instead of {before}")
    if _server(old) != _server(new):
        ledger.record(
            "server-address-changed",
            thing,
            f"is sent to {_server(new)} instead of {_server(old)}",
            "Allow the new address in firewalls and proxies.",
        )
    if before == after and old.id != new.id:
        ledger.record(
            "operation-id-changed",
            thing,
            f"hooks and logs call it {code(new.id)} instead of {code(old.id)}",
        )


def _server(operation: ir.Operation) -> str:
    return code(operation.server.url) if operation.server else "the client's server"


def _request_line(operation: ir.Operation) -> str:
    return code(f"{operation.verb} {operation.path}")
