"""Compares the client and what a package has once: arguments, servers, credentials, names."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import replace

from sdkwright.diff.ledger import Ledger, Thing
from sdkwright.diff.outcomes import compare_retries
from sdkwright.diff.pairs import Waiting
from sdkwright.diff.surface import Surface
from sdkwright.diff.wording import code, codes, plural
from sdkwright.model import ir
from sdkwright.model.reserved import CLIENT_POSITIONAL, LOGIN_CLASSES
from sdkwright.model.servers import needs_url


def compare_client(ledger: Ledger) -> None:
    """Compare everything that belongs to no single method or class."""
    old, new = ledger.old, ledger.new
    thing = Thing(f"{old.config.client_class}()", old.client_symbol)
    _compare_names(ledger)
    _compare_arguments(ledger, thing)
    _compare_variables(ledger)
    _compare_servers(ledger, thing)
    _compare_schemes(ledger, thing)
    compare_retries(ledger, thing, old.api.retries, new.api.retries)
    ledger.compare_docs(thing, "the description", old.api.doc, new.api.doc)
    ledger.compare_docs(thing, "the title", old.api.title, new.api.title)
    ledger.compare_docs(
        thing, "the contact", ", ".join(old.api.contact), ", ".join(new.api.contact)
    )
    ledger.compare_docs(thing, "the terms of service", old.api.terms, new.api.terms)
    ledger.compare_deprecation(thing, "", old.api.doc, new.api.doc)
    ledger.compare_rest(thing, "the document", old.api, new.api)
    package = Thing(f"pip install {old.config.distribution}", old.config.module)
    shown = {
        "the description": (old.config.description, new.config.description),
        "the licence": (_license(ledger.old), _license(ledger.new)),
        "the authors": (old.config.authors, new.config.authors),
        "the keywords": (old.config.keywords, new.config.keywords),
        "the classifiers": (old.config.classifiers, new.config.classifiers),
        "the extras": (old.config.extras, new.config.extras),
        "the links": (old.config.urls, new.config.urls),
        "the notes on installing": (old.config.install_notes, new.config.install_notes),
    }
    changed = [what for what, (before, after) in shown.items() if before != after]
    if changed:
        ledger.record("metadata-changed", package, f"{' and '.join(changed)} changed")
    ledger.compare_rest(package, "the settings", old.config, new.config)


def _license(surface: Surface) -> str:
    return surface.config.license or surface.api.license


# Names


def _compare_names(ledger: Ledger) -> None:
    old, new = ledger.old.config, ledger.new.config
    if old.distribution != new.distribution:
        now = code(f"pip install {new.distribution}")
        there = Thing(f"pip install {old.distribution}", old.module)
        fix = f"Run {now}."
        if old.module == new.module:  # the two would install files to the same folder
            fix = f"Run {code(f'pip uninstall {old.distribution}')}, then {now}."
        ledger.record("distribution-renamed", there, f"is now {now}", fix)
    if old.module != new.module:
        now = code(f"import {new.module}")
        there = Thing(f"import {old.module}", old.module)
        fix = f"Write {now}, and the same in every other import."
        ledger.record("module-renamed", there, f"is now {now}", fix)
    if old.client_class != new.client_class:
        there = Thing(f"{old.client_class}()", ledger.old.client_symbol)
        now = code(new.client_class)
        ledger.record("client-renamed", there, f"is now {now}", f"Write {now} instead.")
        for suffix in ("Error", "DefaultError"):
            name = f"errors.{old.client_class}{suffix}"
            there = Thing(name, f"{old.module}.{name}")
            now = code(f"errors.{new.client_class}{suffix}")
            ledger.record("client-renamed", there, f"is now {now}", f"Catch {now} instead.")


def _compare_variables(ledger: Ledger) -> None:
    """Compare the environment variables that provide defaults for arguments of the client."""
    same = {id_: id_ for id_ in ledger.pairs.schemes.values()}
    old = _variables(ledger.old, ledger.pairs.schemes)
    new = _variables(ledger.new, same)
    for wire, variable in old.items():
        now = new.get(wire)
        if now is not None and now != variable:
            there = Thing(variable, ledger.old.client_symbol)
            fix = f"Set {code(now)}."
            ledger.record("environment-variable-changed", there, f"is now {code(now)}", fix)


def _variables(surface: Surface, names: Mapping[str, str]) -> dict[tuple[str, ...], str]:
    """Return the environment variables, by their purpose.

    Args:
        surface: The version whose variables to return.
        names: The ids of the credentials of both versions, by the id in this version, as the new
            one spells them.
    """
    prefix = surface.config.env_prefix
    found: dict[tuple[str, ...], str] = {
        (names[item.scheme.id], item.role): item.name
        for item in surface.credentials
        if item.scheme.id in names
    }
    found |= {(item.name.wire,): item.name.python for item in surface.api.globals}
    return {key: f"{prefix}_{name.upper()}" for key, name in found.items()}


# Arguments


def _compare_arguments(ledger: Ledger, thing: Thing) -> None:
    waiting = Waiting(ledger.old.api.globals, ledger.new.api.globals)
    waiting.pair(_python, _python)
    waiting.pair(_wire, _wire)
    for item in waiting.old:
        name = code(item.name.python)
        fix = f"Pass {name} to the methods that take it."
        there = _global(thing, item, None)
        ledger.record("client-argument-removed", there, f"argument {name} was removed", fix)
    for item in waiting.new:
        there = _global(thing, None, item)
        message = f"argument {code(item.name.python)} is new: it applies to all calls"
        ledger.record("client-argument-added", there, message)
    for item, other in waiting.paired:
        _compare_global(ledger, _global(thing, item, other), item, other)
    _compare_credentials(ledger, thing)
    _compare_server_variables(ledger, thing)
    _compare_server_url(ledger, thing)
    _compare_positions(ledger, thing)


def _python(item: ir.Parameter) -> Hashable:
    return item.name.python


def _wire(item: ir.Parameter) -> Hashable:
    return item.name.wire


def _global(client: Thing, old: ir.Parameter | None, new: ir.Parameter | None) -> Thing:
    """Name a parameter that is an argument of the client."""
    known = old or new
    return Thing(
        client.subject,
        client.symbol,
        known.name.python if known else "",
        old.source if old else None,
        new.source if new else None,
    )


def _compare_global(ledger: Ledger, thing: Thing, old: ir.Parameter, new: ir.Parameter) -> None:
    name = code(old.name.python)
    if old.name.python != new.name.python:
        now = code(new.name.python)
        fix = f"Write {now} instead."
        ledger.record("client-argument-renamed", thing, f"argument {name} is now {now}", fix)
    ledger.compare_docs(thing, f"the description of {name}", old.doc, new.doc)
    ledger.compare_deprecation(thing, f"argument {name}", old.doc, new.doc)
    ledger.compare_rest(thing, name, old, new)


def _compare_credentials(ledger: Ledger, thing: Thing) -> None:
    """Compare the credentials that the client takes: by name, then by purpose."""
    old = {item.name: item for item in ledger.old.credentials}
    new = {item.name: item for item in ledger.new.credentials}
    names = ledger.pairs.schemes
    added = {(item.scheme.id, item.role): name for name, item in new.items() if name not in old}
    for name, item in old.items():
        if name in new:
            continue
        there = Thing(thing.subject, thing.symbol, name, item.scheme.source)
        now = added.pop((names.get(item.scheme.id, ""), item.role), None)
        if now is None:
            message = f"argument {code(name)} was removed"
            ledger.record("client-argument-removed", there, message, "Remove it.")
        else:
            message = f"argument {code(name)} is now {code(now)}"
            fix = f"Write {code(now)} instead."
            ledger.record("client-argument-renamed", there, message, fix)
    for name in added.values():
        there = Thing(thing.subject, thing.symbol, name, None, new[name].scheme.source)
        message = f"argument {code(name)} is new: credentials for all calls"
        ledger.record("client-argument-added", there, message)


def _compare_server_variables(ledger: Ledger, thing: Thing) -> None:
    old = {item.name.wire: item for item in ledger.old.api.server_variables}
    new = {item.name.wire: item for item in ledger.new.api.server_variables}
    for wire, item in old.items():
        name = item.name.python
        there = Thing(thing.subject, thing.symbol, name, item.source)
        other = new.pop(wire, None)
        if other is None:
            message = f"argument {code(name)} was removed"
            ledger.record("client-argument-removed", there, message, "Remove it.")
            continue
        there = replace(there, new=other.source)
        if name != other.name.python:
            now = code(other.name.python)
            message = f"argument {code(name)} is now {now}"
            ledger.record("client-argument-renamed", there, message, f"Write {now} instead.")
        _compare_values(ledger, there, item, other)
        ledger.compare_docs(there, f"the description of {code(name)}", item.doc, other.doc)
        ledger.compare_rest(there, code(name), item, other)
    for item in new.values():
        there = Thing(thing.subject, thing.symbol, item.name.python, None, item.source)
        message = f"argument {code(item.name.python)} is new: a part of a server's URL"
        ledger.record("client-argument-added", there, message)


def _compare_values(
    ledger: Ledger, thing: Thing, old: ir.ServerVariable, new: ir.ServerVariable
) -> None:
    """Compare the values allowed for a variable in a URL; no values means any."""
    gone = [value for value in old.values if new.values and value not in new.values]
    added = [value for value in new.values if old.values and value not in old.values]
    if gone or (new.values and not old.values):
        what = f"{codes(gone)} no longer" if gone else f"only {codes(new.values)}"
        ledger.record(
            "server-variable-value-removed",
            thing,
            f"may be {what}",
            "Pass another value, or `server_url`.",
        )
    if added or (old.values and not new.values):
        what = codes(added) if added else "any text"
        ledger.record("server-variable-value-added", thing, f"may be {what} now")


def _compare_server_url(ledger: Ledger, thing: Thing) -> None:
    """Compare whether the client must be told where the API is."""
    was, now = needs_url(ledger.old.api), needs_url(ledger.new.api)
    there = replace(thing, member="server_url")
    if now and not was:
        fix = 'Pass `server_url="https://..."`, and what follows the credentials by keyword.'
        ledger.record("client-argument-required", there, "argument `server_url` is required", fix)
    elif was and not now:
        message = "argument `server_url` is no longer required"
        ledger.record("client-argument-optional", there, message)


def _compare_positions(ledger: Ledger, thing: Thing) -> None:
    before, after = _positional(ledger.old), _positional(ledger.new)
    moved = [name for name in before if name in after and before.index(name) != after.index(name)]
    if moved:
        ledger.record(
            "client-argument-moved",
            thing,
            f"{plural('argument', moved)} {codes(moved)} moved to another position",
            "Pass the arguments of the client by keyword.",
        )


def _positional(surface: Surface) -> list[str]:
    credentials = (item.name for item in surface.credentials)
    parameters = (item.name.python for item in surface.api.globals)
    variables = (item.name.python for item in surface.api.server_variables)
    # With a required `server_url`, what follows is passed by keyword.
    shared = () if needs_url(surface.api) else CLIENT_POSITIONAL
    return [*credentials, *parameters, *variables, *shared]


# Servers and credentials


def _compare_servers(ledger: Ledger, thing: Thing) -> None:
    old, new = _servers(ledger.old), _servers(ledger.new)
    places = {item.url: name for name, item in new.items() if name not in old}
    kept: dict[str, str] = {}
    for name, item in old.items():
        now = name if name in new else places.get(item.url)
        there = Thing(thing.subject, thing.symbol, "server", item.source)
        if now is None:
            message = f"the server {code(name)} ({code(item.url)}) was removed"
            ledger.record(
                "server-removed", there, message, "Choose another server, or pass `server_url`."
            )
            continue
        kept[name] = now
        _compare_server(ledger, there, (name, item), (now, new[now]))
    for name, item in new.items():
        if name not in kept.values():
            there = Thing(thing.subject, thing.symbol, "server", None, item.source)
            message = f"the server {code(name)} ({code(item.url)}) is new"
            ledger.record("server-added", there, message)
    _compare_default(ledger, thing, old, new, kept)


def _compare_server(
    ledger: Ledger, thing: Thing, old: tuple[str, ir.Server], new: tuple[str, ir.Server]
) -> None:
    (name, before), (now, after) = old, new
    there = Thing(thing.subject, thing.symbol, "server", before.source, after.source)
    if name != now:
        message = f"the server {code(name)} is now {code(now)}"
        ledger.record("server-renamed", there, message, f"Write `server={now!r}`.")
    address, other = _address(before), _address(after)
    if address != other:
        ledger.record(
            "server-address-changed",
            there,
            f"the server {code(name)} is now {code(other)} instead of {code(address)}",
            f"Pass `server_url` with the old address where it is meant: {code(address)}.",
        )
    what = f"the description of the server {code(name)}"
    ledger.compare_docs(there, what, before.description, after.description)
    ledger.compare_rest(there, f"the server {code(name)}", before, after)


def _address(server: ir.Server) -> str:
    """Return the URL that is called by default."""
    url = server.url
    for item in server.variables:
        if item.default is not None:
            url = url.replace(f"{{{item.name.wire}}}", item.default)
    return url


def _compare_default(
    ledger: Ledger,
    thing: Thing,
    old: dict[str, ir.Server],
    new: dict[str, ir.Server],
    kept: dict[str, str],
) -> None:
    was, now = next(iter(old), None), next(iter(new), None)
    if was is None or (now is not None and kept.get(was) == now):
        return
    message = f"without `server`, calls go to {code(now)}" if now else "no server is the default"
    fix = "Choose a server with `server` or `server_url`."
    there = Thing(thing.subject, thing.symbol, "server", old[was].source)
    ledger.record("default-server-changed", there, f"{message} instead of {code(was)}", fix)


def _servers(surface: Surface) -> dict[str, ir.Server]:
    """Return the servers by the names that callers choose them by."""
    return {item.id or f"server_{n}": item for n, item in enumerate(surface.api.servers, 1)}


def _compare_schemes(ledger: Ledger, thing: Thing) -> None:
    """Compare the credentials themselves; those of a method are reported with the method."""
    new = {item.id: item for item in ledger.new.api.security_schemes}
    for scheme in ledger.old.api.security_schemes:
        other = new.get(ledger.pairs.schemes.get(scheme.id, ""))
        if other is None:
            continue
        there = Thing(thing.subject, thing.symbol, "", scheme.source, other.source)
        name = code(scheme.id)
        if type(scheme) is not type(other):
            message = f"the credentials {name} are now {other.summary}"
            fix = "Pass the new credentials to the client."
            ledger.record("security-scheme-changed", there, message, fix)
            continue
        for what in _lost_logins(scheme, other):
            message = f"the credentials {name} can no longer be a {what}"
            fix = "Pass a token, or a function that returns one."
            ledger.record("security-scheme-changed", there, message, fix)
        if scheme.details != other.details:
            message = f"the credentials {name} are sent to, or fetched from, another place"
            ledger.record("security-scheme-moved", there, message)
        ledger.compare_docs(there, f"the description of {name}", scheme.doc, other.doc)
        ledger.compare_rest(there, f"the credentials {name}", scheme, other)


def _lost_logins(old: ir.SecurityScheme, new: ir.SecurityScheme) -> list[str]:
    """Return the classes of logins that callers can no longer pass."""
    kinds = [
        {one.kind for one in scheme.logins} if isinstance(scheme, ir.TokenScheme) else set()
        for scheme in (old, new)
    ]
    return [code(LOGIN_CLASSES[kind]) for kind in sorted(kinds[0] - kinds[1])]
