"""The table of docs/compatibility.md: each kind of change, and its level.

The level is decided only here. The code that finds a change refers to its rule by `code`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sdkwright.diff.changes import Rule


def _breaking(code: str, what: str, who: str, why: str, *, unseen: bool = False) -> Rule:
    """Create a rule for a breaking change; `unseen` means that no type checker reports it."""
    return Rule(code, "breaking", what, why, who, in_types=not unseen)


def _compatible(code: str, what: str, why: str) -> Rule:
    return Rule(code, "compatible", what, why)


def _docs(code: str, what: str, why: str) -> Rule:
    return Rule(code, "docs", what, why)


SECTIONS: Final[Mapping[str, tuple[Rule, ...]]] = {
    "Methods": (
        _compatible("resource-added", "a resource is new", "Nobody uses it yet."),
        _breaking(
            "resource-removed",
            "a resource is gone, with all its methods",
            "code that uses the client's attribute",
            "The attribute no longer exists.",
        ),
        _breaking(
            "resource-renamed",
            "a resource has another name",
            "code that uses the client's attribute, or imports the class",
            "The old name no longer exists.",
        ),
        _compatible("method-added", "a method is new", "Nobody calls it yet."),
        _breaking(
            "method-removed",
            "a method is gone",
            "code that calls it",
            "The method no longer exists.",
        ),
        _breaking(
            "method-renamed",
            "a method has another name",
            "code that calls it",
            "The old name no longer exists.",
        ),
        _breaking(
            "method-moved",
            "a method is part of another resource",
            "code that calls it",
            "It no longer exists under its old resource.",
        ),
        _compatible(
            "request-line-changed",
            "another HTTP method or path",
            "The method builds the request, not the caller. Tests that expect the old URL "
            "notice it, and so do retries, which depend on the HTTP method.",
        ),
        _compatible(
            "operation-id-changed",
            "another operationId, under the same name of the method",
            "It is visible in hooks and logs only.",
        ),
        _compatible(
            "deprecated",
            "a method, class, field or parameter is deprecated",
            "It works as before; its documentation says what to use instead.",
        ),
        _compatible("not-deprecated", "it is no longer deprecated", "It works as before."),
    ),
    "Parameters of methods, properties of the body among them": (
        _compatible("parameter-added", "an optional parameter is new", "It may be omitted."),
        _breaking(
            "parameter-added-required",
            "a required parameter is new",
            "every caller",
            "A call without it is a `TypeError`.",
        ),
        _breaking(
            "parameter-removed",
            "a parameter is gone",
            "code that passes it",
            "An unknown keyword is a `TypeError`.",
        ),
        _breaking(
            "parameter-renamed",
            "a parameter has another name",
            "code that passes it",
            "Parameters are keywords, so their names are what callers type.",
        ),
        _breaking(
            "parameter-required",
            "an optional parameter is required",
            "code that omits it",
            "A call without it is a `TypeError`.",
        ),
        _compatible(
            "parameter-optional", "a required parameter is optional", "It may still be passed."
        ),
        _breaking(
            "parameter-none-is-null",
            "an optional parameter may be null",
            "code that passes `None` to omit it",
            "`None` omitted the parameter; now it is sent as null, which can delete "
            "something. Pass `UNSET` to omit it.",
            unseen=True,
        ),
        _breaking(
            "parameter-none-is-absent",
            "an optional parameter may no longer be null",
            "code that passes `None` to send null, or `UNSET`",
            "`None` was sent as null, and now it omits the parameter. Type checkers see where "
            "`UNSET` is passed, and not where `None` is.",
        ),
        _compatible(
            "parameter-null-accepted",
            "a required parameter may be null",
            "Passing null is optional.",
        ),
        _breaking(
            "parameter-null-refused",
            "a required parameter may no longer be null",
            "code that passes `None`",
            "The server rejects it.",
        ),
        _breaking(
            "parameter-default-changed",
            "another default",
            "code that omits the parameter",
            "The same call now requests something else.",
            unseen=True,
        ),
        _breaking(
            "limits-narrowed",
            "a parameter or a request field accepts fewer values: a new limit, a narrower one, or "
            "another pattern",
            "code that sends the others",
            "The server rejects them. Two patterns cannot be compared, nor can keywords such as "
            "`not` and `if`, so another one counts as narrower.",
            unseen=True,
        ),
        _compatible(
            "limits-widened",
            "a parameter or a request field accepts more values",
            "What was accepted still is.",
        ),
        _breaking(
            "request-format-narrowed",
            "a parameter or a request field has another `format`, one that Python has no type for",
            "code that sends text or numbers of another form",
            "The type in Python is the same, but the server may reject the values.",
            unseen=True,
        ),
        _compatible(
            "request-format-widened",
            "a parameter or a request field has no `format` any more, or a wider one",
            "What was accepted still is.",
        ),
        _compatible(
            "parameter-sent-elsewhere",
            "a parameter is sent in another place, or under another name",
            "The method sends it, not the caller.",
        ),
        _breaking(
            "body-form-changed",
            "a body was passed as keywords and is now one value, or vice versa",
            "every call that sends a body",
            "The keywords have changed.",
        ),
        _breaking(
            "body-property-required",
            "a property is required wherever an optional body is sent",
            "code that sends the body without it",
            "The parameter stays optional, since the body is, but the server rejects a body "
            "without the property.",
            unseen=True,
        ),
        _compatible(
            "body-property-optional",
            "a property is no longer required where an optional body is sent",
            "It may still be passed.",
        ),
        _compatible(
            "body-always-sent",
            "a body whose properties are all optional is required, or is no longer",
            "The same calls are valid; only whether an empty body is sent differs.",
        ),
    ),
    "What callers send: parameters, and the objects in them": (
        _compatible(
            "request-type-widened", "more types are accepted", "The old types are still accepted."
        ),
        _breaking(
            "request-type-narrowed",
            "fewer types are accepted",
            "code that passes another type",
            "The server rejects them.",
        ),
        _compatible("request-field-added", "an optional field is new", "It may be omitted."),
        _breaking(
            "request-field-added-required",
            "a required field is new",
            "code that creates such an object",
            "Creating an object without it is an error.",
        ),
        _breaking(
            "request-field-required",
            "an optional field is required",
            "code that omits it",
            "Creating an object without it is an error.",
        ),
        _compatible(
            "request-field-optional", "a required field is optional", "It may still be passed."
        ),
        _compatible("request-field-nullable", "a field may be null", "Passing null is optional."),
        _breaking(
            "request-field-not-nullable",
            "a field may no longer be null",
            "code that sets it to `None`",
            "The server rejects null.",
        ),
        _compatible(
            "request-enum-value-added", "an enum has another value", "Sending it is optional."
        ),
        _breaking(
            "request-enum-value-removed",
            "a closed enum lacks a value",
            "code that sends it",
            "The server rejects it.",
        ),
        _breaking(
            "request-open-enum-value-removed",
            "an open enum lacks a value",
            "code that sends it",
            "The server may refuse it. A type checker accepts any value of an open enum.",
            unseen=True,
        ),
        _compatible("request-enum-opened", "a closed enum is open", "All its values remain."),
        _breaking(
            "request-enum-closed",
            "an open enum is closed",
            "code that sends a value that is not listed",
            "The server rejects it.",
        ),
        _compatible(
            "request-variant-added", "a union has another variant", "Sending it is optional."
        ),
        _breaking(
            "request-variant-removed",
            "a union lacks a variant",
            "code that sends it",
            "The server rejects it.",
        ),
    ),
    "What callers get: results, and the objects in them": (
        _compatible(
            "response-body-added",
            "a method that returned nothing now returns something",
            "There was no result to read.",
        ),
        _breaking(
            "response-type-widened",
            "values can be of more types",
            "code that reads them",
            "Code that handles only the old types receives others.",
        ),
        _breaking(
            "response-type-untyped",
            "values can be of any type",
            "code that reads them",
            "Code that handles only the old types receives others. Type checkers allow "
            "everything on `Any`, so they do not report it.",
            unseen=True,
        ),
        _compatible(
            "response-type-narrowed",
            "values are of fewer types",
            "Code that handles the old types handles these.",
        ),
        _compatible(
            "response-field-added",
            "a field is new, required or not",
            "Nobody reads it yet. Code that creates such objects itself, as tests do, must "
            "pass a required one.",
        ),
        _breaking(
            "response-field-optional",
            "a required field is optional",
            "code that reads it",
            "It can be `UNSET`.",
        ),
        _compatible(
            "response-field-required", "an optional field is required", "It is always present."
        ),
        _breaking(
            "response-field-nullable",
            "a field may be null",
            "code that reads it",
            "It can be `None`.",
        ),
        _compatible(
            "response-field-not-nullable",
            "a field is never null",
            "A check for `None` does no harm.",
        ),
        _compatible(
            "response-open-enum-value-added",
            "an open enum has another value",
            "An open enum is `Literal[...] | str`, so code had to expect other values, and "
            "the SDK accepted them before.",
        ),
        _breaking(
            "response-enum-value-added",
            "a closed enum has another value",
            "code that handles each value, as `match` with `assert_never` does",
            "The SDK accepts the value, but the type promised that there is no other. "
            "`x-speakeasy-unknown-values: allow` makes an enum open.",
        ),
        _compatible(
            "response-enum-value-removed", "an enum lacks a value", "It is never returned."
        ),
        _breaking(
            "response-enum-opened",
            "a closed enum is open",
            "code that handles each value, as `match` with `assert_never` does",
            "Any other value can be returned.",
        ),
        _compatible(
            "response-enum-closed", "an open enum is closed", "Fewer values can be returned."
        ),
        _breaking(
            "response-variant-added",
            "a union has another variant",
            "code that reads it",
            "Code that handles only the old variants receives another.",
        ),
        _compatible("response-variant-removed", "a union lacks a variant", "It is never returned."),
        _breaking(
            "variant-order-changed",
            "variants of a union that one value may fit are in another order",
            "code that reads the union",
            "A value that fits several variants equally well is read as the first of them in the "
            "document.",
            unseen=True,
        ),
        _compatible(
            "success-status-changed",
            "a successful status is documented, or is no longer",
            "The result of the method is the same; only raw responses show the status.",
        ),
    ),
    "Webhooks": (
        _compatible("webhook-added", "a webhook is new", "Nobody handles it yet."),
        _breaking(
            "webhook-removed",
            "a webhook is gone",
            "code that handles it",
            "The name no longer exists, and no such request is sent.",
        ),
        _breaking(
            "webhook-renamed",
            "a webhook has another name",
            "code that handles it",
            "The old name no longer exists.",
        ),
        _compatible(
            "unwrap-added", "payloads identify their webhook", "`unwrap` takes any of them."
        ),
        _breaking(
            "unwrap-removed",
            "payloads no longer identify their webhook",
            "code that calls `unwrap`",
            "The function no longer exists.",
        ),
    ),
    "In both": (
        _breaking(
            "type-changed",
            "a value has another type",
            "code that passes or reads it",
            "Neither type includes the other. The same holds for lists and maps of "
            "different values, even if one value type includes the other.",
        ),
        _compatible(
            "type-respelled",
            "a type is written differently",
            "It has the same values, for people and for type checkers.",
        ),
        _docs(
            "format-changed",
            "what callers receive has another `format`, one that Python has no type for",
            "The type in Python is the same.",
        ),
        _compatible(
            "media-type-changed",
            "a body is sent or received as another media type",
            "The method serializes and parses it, not the caller.",
        ),
        _breaking(
            "field-removed",
            "a field is gone",
            "code that reads or sets it",
            "There is no such attribute.",
        ),
        _breaking(
            "field-renamed",
            "a field has another name",
            "code that reads or sets it",
            "The old attribute no longer exists.",
        ),
        _breaking(
            "field-key-changed",
            "a field has the same name in Python and another one in JSON",
            "code that uses `model_dump` or `model_validate`",
            "Their dicts have another key.",
            unseen=True,
        ),
        _breaking(
            "field-default-changed",
            "a field has another default",
            "code that omits it",
            "The same object now means something else.",
            unseen=True,
        ),
        _compatible(
            "field-secret",
            "the value of a field is a secret",
            "It is the same text, but masked when the object is printed, and not pickled.",
        ),
        _breaking(
            "field-not-secret",
            "the value of a field is no longer a secret",
            "code that prints or logs the object",
            "The value is visible there.",
            unseen=True,
        ),
        _breaking(
            "discriminator-changed",
            "another property or value distinguishes the variants of a union",
            "code that sends or reads the union",
            "The same JSON becomes an object of another class, or no object.",
            unseen=True,
        ),
        _compatible(
            "discriminator-value-added",
            "a variant of a union has another value in addition",
            "The other values keep their meaning.",
        ),
    ),
    "Classes and where they are imported from": (
        _breaking(
            "class-removed",
            "a class, enum or exception is gone",
            "code that imports it",
            "The name no longer exists.",
        ),
        _breaking(
            "class-renamed",
            "a class, enum or exception has another name or package",
            "code that imports it",
            "The old name no longer exists.",
        ),
        _breaking(
            "class-moved",
            "classes are defined in another file, and imported as before from their package",
            "code that imports from the file itself, or keeps pickled objects",
            "The file no longer exists, or lacks the class.",
        ),
        _breaking(
            "class-kind-changed",
            "a name stands for another kind of thing, such as a class that is now an enum",
            "code that uses it",
            "It can't be used as before.",
        ),
        _breaking(
            "class-split",
            "two names that stood for one class stand for two",
            "code that passes an object of one where the other is expected",
            "Equal inline objects are one class, and these are no longer equal. A component of the "
            "document keeps a class together.",
        ),
        _compatible(
            "class-split-by-use",
            "two names that stood for one class stand for what is sent and for what is received",
            "The SDK sends an object of either, and dicts as before. Code that is annotated with "
            "one name and is passed the other has to be annotated with both.",
        ),
        _compatible(
            "class-joined", "names of two classes stand for one", "Both names work as before."
        ),
    ),
    "Errors": (
        _compatible(
            "error-added",
            "a status that was not documented has an exception of its own",
            "It derives from the SDK's base error. What is not documented may be raised as "
            "anything derived from it.",
        ),
        _breaking(
            "error-class-changed",
            "another exception is raised for a documented status",
            "code that catches the old one",
            "It is no longer raised, so it is not caught.",
            unseen=True,
        ),
        _breaking(
            "error-removed",
            "a status is no longer documented",
            "code that catches its exception",
            "If the status occurs, the default error is raised.",
            unseen=True,
        ),
    ),
    "Pages, retries and credentials": (
        _compatible(
            "pagination-added", "a method can iterate over all pages", "Nobody calls it yet."
        ),
        _breaking(
            "pagination-removed",
            "a method no longer iterates over all pages",
            "code that calls the `_iter` forms",
            "They no longer exist.",
        ),
        _compatible(
            "pagination-changed",
            "the next page is found differently",
            "The iterators take care of it.",
        ),
        _compatible(
            "retries-changed",
            "the retry policy is different",
            "Calls that succeed still succeed; how long a failing call takes can differ.",
        ),
        _breaking(
            "security-added",
            "a method needs credentials that it did not need",
            "code that calls it without credentials",
            "The server rejects the call.",
            unseen=True,
        ),
        _compatible(
            "security-relaxed",
            "a method accepts other credentials too, or none",
            "Those accepted before still are.",
        ),
        _breaking(
            "security-removed",
            "a method no longer accepts some credentials",
            "code that uses them",
            "The server rejects the call.",
            unseen=True,
        ),
        _breaking(
            "scope-added",
            "a method requests another scope for a token that the client fetches",
            "code whose credentials lack it",
            "Without it, no token is issued, or the server rejects the call.",
            unseen=True,
        ),
        _compatible(
            "scope-removed",
            "a method requests fewer scopes",
            "Tokens are still issued.",
        ),
        _compatible(
            "stream-added",
            "a keyword makes a method return a stream",
            "Without it, the whole result is returned, as before.",
        ),
        _breaking(
            "stream-removed",
            "a keyword no longer makes a method return a stream",
            "code that reads its events",
            "The whole result is returned.",
        ),
        _compatible(
            "security-scheme-moved",
            "credentials are sent in another place, or fetched from another",
            "The client takes care of it.",
        ),
        _breaking(
            "security-scheme-changed",
            "credentials of a name are sent in another way",
            "code that uses them",
            "The client may need other credentials.",
            unseen=True,
        ),
    ),
    "The client and the package": (
        _compatible("client-argument-added", "the client has another argument", "It is optional."),
        _breaking(
            "client-argument-removed",
            "an argument of the client is gone",
            "code that passes it",
            "An unknown keyword is a `TypeError`.",
        ),
        _breaking(
            "client-argument-renamed",
            "an argument of the client has another name",
            "code that passes it",
            "The old keyword is a `TypeError`.",
        ),
        _breaking(
            "client-argument-required",
            "an argument of the client is required",
            "code that does not pass it",
            "Creating a client without it fails.",
        ),
        _compatible(
            "client-argument-optional",
            "an argument of the client is no longer required",
            "Code that passes it works as before.",
        ),
        _breaking(
            "client-argument-moved",
            "arguments of the client stand in another place",
            "code that passes them by position",
            "The same value is bound to another argument. Keywords work as before.",
            unseen=True,
        ),
        _compatible(
            "server-variable-value-added",
            "a part of a server's URL may have another value",
            "Nobody passes it yet.",
        ),
        _breaking(
            "server-variable-value-removed",
            "a part of a server's URL may no longer have a value",
            "code that passes it",
            "It is a `ValueError`.",
        ),
        _breaking(
            "environment-variable-changed",
            "a setting is read from another environment variable, or from none",
            "environments that set the variable",
            "It is no longer read.",
            unseen=True,
        ),
        _compatible("server-added", "there is another server", "Nobody uses it yet."),
        _breaking(
            "server-removed",
            "a server is gone",
            "code that chooses it by name",
            "The name no longer exists.",
        ),
        _breaking(
            "server-renamed",
            "a server has another name",
            "code that chooses it by name",
            "The old name no longer exists.",
        ),
        _breaking(
            "default-server-changed",
            "another server is called by default",
            "code that chooses none",
            "All calls go to another server.",
            unseen=True,
        ),
        _breaking(
            "server-address-changed",
            "a server has another address",
            "setups that allow known addresses only, or replay recorded responses",
            "Calls, and the credentials in them, go to another address.",
            unseen=True,
        ),
        _breaking(
            "client-renamed",
            "the client, or an exception that is named after it, has another name",
            "everybody",
            "The old name no longer exists.",
        ),
        _breaking(
            "module-renamed",
            "the package is imported by another name",
            "everybody",
            "The old name no longer exists.",
        ),
        _breaking(
            "distribution-renamed",
            "the package is installed by another name",
            "everybody who updates",
            "The old name gets no new versions.",
            unseen=True,
        ),
    ),
    "Documentation": (
        _docs("documentation-changed", "descriptions or examples", "Code does not read them."),
        _docs(
            "metadata-changed",
            "what the package index shows: description, licence, links, notes on installing",
            "Code does not read it. Do read a new licence.",
        ),
    ),
    "Anything else": (
        _breaking(
            "unknown-change",
            "a difference that none of these rules covers",
            "perhaps somebody",
            "What is not known to be harmless is assumed to break code.",
            unseen=True,
        ),
    ),
}
"""The rules by subject, in reading order."""

RULES: Final[tuple[Rule, ...]] = tuple(rule for rules in SECTIONS.values() for rule in rules)
"""All rules: the rows of the table."""

BY_CODE: Final[Mapping[str, Rule]] = {rule.code: rule for rule in RULES}
